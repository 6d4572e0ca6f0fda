"""Cypher files: every label, relation and property is declared, and nothing that only one engine can do is used."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.database.constraints import RECORDS_OF_RUNS
from graph.facts.facts import Bookkeeping
from graph.ontology.ontology import ONTOLOGY
from tests.rooms.house import HOUSE, bare, files

LABELS = ONTOLOGY.kinds.keys() | set(RECORDS_OF_RUNS)
MARKS = {each.value for each in Bookkeeping}
FIELDS = {name: kind.model_fields.keys() | MARKS for name, kind in ONTOLOGY.kinds.items()} | {
    name: relation.fields.model_fields.keys() | MARKS for name, relation in ONTOLOGY.relations.items()
}
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
}


def questions() -> list[Path]:
    return files(".cypher")


def bound(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each variable of a pattern with its labels or types."""
    for name, said in re.findall(NAMED, text):
        yield name, re.split(r"[\s|&:!]+", said)


def properties(text: str) -> Iterator[tuple[str, str]]:
    """Each (label or type, property) that is read where the variable's labels are known."""
    owners: dict[str, set[str]] = {}
    for name, labels in bound(text):
        owners.setdefault(name, set()).update(labels)
    renamed = set(re.findall(r"\bAS\s+(\w+)|\b(?=\w+\s+IN\b)(\w+)", text))
    other = {each for pair in renamed for each in pair}
    for name, field in re.findall(r"(?<![\w.$])(\w+)\.(\w+)", text):
        if name in owners and name not in other:  # the same letter may stand for something else elsewhere
            yield "|".join(sorted(owners[name])), field
    for _, said, keys in re.findall(NAMED + r"[^({\[\])]*\{([^}]*)\}", text):
        for field in re.findall(r"(\w+)\s*:", keys):
            yield said, field


@pytest.mark.parametrize("path", questions(), ids=lambda path: path.stem)
def test_everything_named_is_declared(path: Path) -> None:
    text = bare(path.read_text(encoding="utf-8"))
    named = {label for _, labels in bound(text) for label in labels}
    assert named <= LABELS | ONTOLOGY.relations.keys()
    for owners, field in properties(text):
        known = set().union(*(FIELDS.get(owner, MARKS) for owner in re.split(r"[\s|&:!]+", owners)))
        assert field in known, f"{owners} has no {field}"


@pytest.mark.parametrize("path", questions(), ids=lambda path: path.stem)
def test_it_only_reads_and_stays_clear_of_the_traps(path: Path) -> None:
    text = bare(path.read_text(encoding="utf-8"))
    found = {trap: match.group() for trap, pattern in TRAPS.items() if (match := re.search(pattern, text))}
    assert not found, f"{path.relative_to(HOUSE)}"


@pytest.mark.parametrize(
    ("trap", "text"),
    [
        ("writes", "MATCH (n) SET n.name = 'x'"),
        ("writes", "MATCH (n) DETACH DELETE n"),
        ("a path without an upper bound", "MATCH (a)-[:X*]->(b)"),
        ("a path without an upper bound", "MATCH (a)-[:X*2..]->(b)"),
        ("a path without an upper bound", "MATCH ((a)-[:X]->(b))+ RETURN a"),
        ("a path without an upper bound", "MATCH ((a)-[:X]->(b)){1,} RETURN a"),
        ("SHORTEST", "MATCH p = SHORTEST 2 (a)-->(b)"),
        ("APOC or a procedure", "CALL db.labels()"),
        ("the engine's own ids", "RETURN id(n)"),
    ],
)
def test_the_law_sees_each_trap(trap: str, text: str) -> None:
    assert re.search(TRAPS[trap], text)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (a)-[:X*1..8]->(b) RETURN count(*) AS c, a.id ORDER BY a.id",
        "RETURN (a.x) * (b.y) AS product, [(a)-[:X*0..3]->(b) | b] AS all",
        "MATCH p = shortestPath((a)-[:X*..6]->(b)) RETURN p",
        "MATCH ((a)-[:X]->(b)){1,4} RETURN a",
    ],
)
def test_the_law_lets_bounded_paths_be(text: str) -> None:
    assert not [trap for trap, pattern in TRAPS.items() if re.search(pattern, text)]
