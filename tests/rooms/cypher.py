"""What may stand in Cypher: what is declared, the traps of the two engines, and how to tell it from other text."""

import ast
import re
from collections.abc import Iterator

from graph.facts.records import MARKS
from graph.ontology.ontology import ONTOLOGY

NOTED = {
    "Graph": {
        "id", "schema", "revision", "applying", "touched", "holder", "host", "process", "process_started",
        "held_since", "lease", "lease_until", "ontology", "declared", "program", "format", "outgrown", "migrating",
        "content",
    },
    "Dataset": {"id", "title", "title_sv", "trust", "digest", "run", "loaded", "moved"},
    "Run": {
        "id", "number", "dataset", "path", "digest", "started", "ended",
        "things_created", "things_changed", "things_deleted", "links_created", "links_changed", "links_deleted",
        "warned", "warnings", "before", "changes", "gone", "figures", "renamed", "places_only",
    },
    "Undo": {"id", "dataset", "run", "part", "text", "parameter", "batch", "sort"},
    "Ledger": {"id", "dataset", "run", "bucket", "of", "entries"},
    "FilesRead": {"id", "dataset", "mark", "revision", "warnings"},
    "Delta": {"id", "run", "revision", "since", "part", "parts", "earlier", "keys"},
    "Scenario": {"id", "name", "told", "saved"},
}  # fmt: skip
"""What the program notes of itself: the fields of each bookkeeping node that a text names."""
LABELS = ONTOLOGY.kinds.keys() | NOTED.keys()
FIELDS = {name: kind.model_fields.keys() | MARKS for name, kind in ONTOLOGY.kinds.items()} | {
    name: relation.fields.model_fields.keys() | MARKS for name, relation in ONTOLOGY.relations.items()
}
FIELDS |= NOTED
NAMED = r"[(\[]\s*(\w*)\s*:\s*([A-Za-z_]\w*(?:\s*[|&]\s*:?\s*[A-Za-z_]\w*)*)"
"""A variable and its labels or types, at the beginning of a node's or a relationship's pattern."""
TRAPS = {
    "writes": r"(?i)\b(CREATE|MERGE|DELETE|REMOVE|DROP|FOREACH|LOAD\s+CSV|ALTER|GRANT)\b|\bSET\s+\w+[.:+ ]",
    "auto-commit transactions": r"(?i)\bIN\s+(\d+\s+CONCURRENT\s+)?TRANSACTIONS\b",
    "a path without an upper bound": r"\[[^\]]*\*\s*(\d+\s*\.\.|\.\.)?\s*(\{[^}]*\})?\]"
    r"|\)\s*\{\s*\d*\s*,\s*\}|\]-?>?\s*\([^()]*\)\s*\)\s*[+*]",
    "SHORTEST": r"\b(ALL|ANY)?\s*SHORTEST\b",
    "APOC or a procedure": r"(?i)\bapoc\.|\bgds\.|\bCALL\s+\w+(\.\w+)+",
    "the engine's own ids": r"(?i)\belementId\s*\(|(?<![\w.])id\s*\(",
    "a full-text or vector index": r"(?i)\bfulltext\b|\bvector\b",
    "a version prefix": r"(?i)\A\s*CYPHER\b",
    "dynamic labels": r":\s*\$\(",
    "a label that comes or goes": r"(?i)\b(SET|REMOVE)\s+\w+\s*:",
}
CLAUSES = (
    r"\b(MATCH|UNWIND|RETURN|DETACH|FOREACH)\b|\b(MERGE|CREATE)\s*\(|\bCREATE CONSTRAINT\b|\bDELETE [a-z]\b"
    r"|\bCALL\s*[({]|\bEXISTS\s*\{|\b(WHERE|SET|ORDER BY)\s+\w+\.|\bLIMIT\s+[$\d]|\bIS (NOT )?NULL\b"
    r"|\b(CONTAINS|STARTS WITH)\b|\bword IN\b|\blabels\(|\b[a-z]\.`"
)
"""What tells Cypher from other text."""


def bound(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each variable of a pattern with its labels or types."""
    for name, said in re.findall(NAMED, text):
        yield name, re.split(r"[\s|&:!]+", said)


def properties(text: str) -> Iterator[tuple[str, str]]:
    """Each (label or type, property) that is read of a node or relationship; no label where the pattern has none."""
    owners: dict[str, set[str]] = {}
    for name, labels in bound(text):
        owners.setdefault(name, set()).update(labels)
    for name in re.findall(r"(?<!\w)[(\[](\w+)[)\]]", text):
        owners.setdefault(name, set())
    renamed = set(re.findall(r"\bAS\s+(\w+)|\b(?=\w+\s+IN\b)(\w+)", text))
    other = {each for pair in renamed for each in pair}
    for name, field in re.findall(r"(?<![\w.$])(\w+)\.(\w+)", text):
        if name in owners and name not in other:  # the same letter may stand for something else elsewhere
            yield "|".join(sorted(owners[name])), field
    for name, shown in re.findall(r"(\w+)\s*\{((?:\s*\.\w+\s*,?)+)\}", text):
        for field in re.findall(r"\w+", shown if name in owners else ""):
            yield "|".join(sorted(owners[name])), field
    for _, said, keys in re.findall(NAMED + r"[^({\[\])]*\{([^}]*)\}", text):
        for field in re.findall(r"(\w+)\s*:", keys):
            yield said, field


def undeclared(text: str) -> set[str]:
    """The labels, relations and properties of a text that nobody declares."""
    named = {label for _, labels in bound(text) for label in labels}
    unknown = named - LABELS - ONTOLOGY.relations.keys()
    for owners, field in properties(text):
        labels = re.split(r"[\s|&:!]+", owners) if owners else FIELDS
        if field not in set().union(*(FIELDS.get(label, MARKS) for label in labels)):
            unknown.add(f"{owners}.{field}")
    return unknown


def trapped(text: str) -> dict[str, str]:
    """The traps that a text steps into, and where."""
    return {trap: match.group() for trap, pattern in TRAPS.items() if (match := re.search(pattern, text))}


def cypher_in(text: str) -> Iterator[tuple[int, str]]:
    """The literals of a Python text that are Cypher or a part of it, by line."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(CLAUSES, node.value):
            yield node.lineno, node.value.strip()[:80]
