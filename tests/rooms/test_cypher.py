"""Cypher: every label, relation and property is declared, and nothing that only one engine can do is used.

It holds for the starters that people paste, and for what the program runs or writes, which graph/database makes.
"""

import re
from pathlib import Path

import pytest

from graph.database.constraints import RECORDS_OF_RUNS
from tests.rooms.cypher import NOTED, TRAPS, cypher_in, trapped, undeclared
from tests.rooms.house import HOUSE, bare, files, place
from tests.rooms.made_cypher import FOLDER, made

MADE = made()
WRITERS = {
    "constraints.constraints",
    *(f"schema.{change}_things" for change in ("create", "replace", "restore", "delete")),
    *(f"schema.{change}_links" for change in ("create", "replace", "restore", "delete")),
    "schema.counted",
    *(f"runs.{each}" for each in ("NEW_DATASET", "NOTE_DATASET", "NOTE_DIGEST", "NOTE_RUN", "NOTE_UNDO")),
    *(
        f"runs.{each}"
        for each in (
            "DELETE_LINKS_BORN",
            "DELETE_THINGS_BORN",
            "FORGET_PART",
            "FORGET_UNDO",
            "FORGET_DATASET",
            "FORGET_ALL_UNDO",
            "FORGET_CHANGES",
            "FORGET_TOLD",
            "FORGET_UNDO_OF",
            "FORGET_WARNINGS",
            "FORGET_UNDO_OF_RUN",
            "RENAME_RUNS",
            "NOTE_FIGURES",
        )
    ),
    *(f"files_read.{each}" for each in ("NOTE_FILES", "FORGET_FILES", "FORGET_ALL_FILES")),
    *(f"ledgers.{each}" for each in ("NOTE_PARTS", "FORGET_EARLIER", "FORGET_OF_RUN", "FORGET_LEDGER")),
    *(f"state.{each}" for each in ("NOTE_GRAPH", "NOTE_ONTOLOGY", "TAKE", "RENEW", "FREE", "BEGIN", "GROW", "STAY")),
    *(f"state.{each}" for each in ("BEGIN_MIGRATION", "NOTE_FORMAT", "NEW_CONTENT", "NAME_CONTENT")),
    *(f"deltas.{each}" for each in ("NOTE_DELTA", "FORGET_DELTAS")),
    *(f"scenarios.{each}" for each in ("NEW", "SAVE", "RETELL", "DELETE")),
    *(f"renames.{each}" for each in ("copy_things", "move_outgoing", "move_incoming", "delete_copied")),
    *(f"renames.rename_{each}" for each in ("end", "type", "field", "value", "item")),
    *(f"renames.set_records_of_{each}" for each in ("things", "links")),
    *(f"renames.{each}" for each in ("RENAME_GONE", "drop_constraint")),
    "ownership.delete_or_let_go",
}
"""What writes; all else that graph/database makes only reads."""


STARTERS = files(".cypher")
EVERY = pytest.mark.parametrize("path", STARTERS, ids=lambda path: path.stem)
HEAD = re.compile(
    r"// [^\n]+\n// [^\n]+\n// Equals: samband ask [a-z-]+( --[a-z-]+ \S+)*\n(:param \w+ => [^\n]+;\n)*(?=\w)"
)
LONGEST = 60


@EVERY
def test_everything_named_is_declared(path: Path) -> None:
    assert not undeclared(statement(path))


@EVERY
def test_it_only_reads_and_stays_clear_of_the_traps(path: Path) -> None:
    assert not trapped(statement(path)), f"{path.relative_to(HOUSE)}"


@EVERY
def test_it_can_be_pasted_and_says_what_it_equals(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert HEAD.match(text), (
        "two lines say what it answers, one what it equals, then its parameters, then one statement"
    )
    assert text.endswith(";\n")
    assert statement(path).count(";") == 1
    assert len(text.splitlines()) <= LONGEST, "a text of so many lines is no longer a beginning"
    given = set(re.findall(r"(?m)^:param (\w+) =>", text))
    assert given == set(re.findall(r"\$(\w+)", statement(path)))


def statement(path: Path) -> str:
    """The Cypher of a starter, without its comments and parameters."""
    return bare(re.sub(r"(?m)^:param .*\n", "", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("maker", MADE)
def test_everything_named_in_what_the_program_runs_is_declared(maker: str) -> None:
    assert not {unknown for text in MADE[maker] for unknown in undeclared(bare(text).replace("`", ""))}


@pytest.mark.parametrize("maker", MADE)
def test_what_the_program_runs_stays_clear_of_the_traps_and_writes_where_it_says_so(maker: str) -> None:
    for text in MADE[maker]:
        found = trapped(bare(text))
        assert ("writes" in found) == (maker in WRITERS), text
        assert not found.keys() - {"writes"}, text


def test_every_part_of_the_folder_is_seen_and_every_bookkeeping_node_is_told() -> None:
    assert NOTED.keys() == set(RECORDS_OF_RUNS)
    assert MADE.keys() >= WRITERS
    written = {place(path, line) for path in FOLDER.glob("*.py") for line, _ in cypher_in(path.read_text("utf-8"))}
    assert {each.split(":")[0] for each in written} == {f"graph/database/{name.split('.')[0]}.py" for name in MADE}


def test_cypher_that_the_program_runs_is_made_in_one_folder() -> None:
    found = [
        f"{place(path, line)}: {literal!r}"
        for path in files(".py")
        if path.parent != FOLDER
        for line, literal in cypher_in(path.read_text(encoding="utf-8"))
    ]
    assert not found, "Give it a name in graph/database, and call that:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        "text = 'MATCH (n) RETURN n'",
        "text = f'MATCH (n:{kind}) RETURN n'",
        "text = f'UNWIND ${rows} AS row'",
        "text = start + ' RETURN count(*) AS rows'",
        "write.run('MERGE (d:Dataset {id: $id})')",
        "write.run('CREATE (u:Undo) SET u = $row')",
        "write.run(f'{text} DETACH DELETE n')",
        "condition = f'{first} WHERE n.search'",
        "condition = f'n.`{name}` = {value}'",
        "condition = f'{operand} IS NOT NULL'",
    ],
)
def test_the_law_sees_cypher(code: str) -> None:
    assert [*cypher_in(code)]


@pytest.mark.parametrize(
    "code",
    [
        "match = re.match(pattern, text)  # MATCH (n)",
        "words = N_('Return to the list, or create (or merge) one where there is none.')",
        "words = 'MERGE: ids of the systems that become one'",
    ],
)
def test_the_law_lets_other_words_be(code: str) -> None:
    assert not [*cypher_in(code)]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("MATCH (n:Sistem) RETURN n", "Sistem"),
        ("MATCH (d:Dataset) RETURN d.titel AS title", "Dataset.titel"),
        ("MATCH (r:Run) RETURN collect(r {.number, .pat}) AS runs", "Run.pat"),
        ("MATCH (n) WHERE n.serch IS NOT NULL RETURN n", ".serch"),
    ],
)
def test_the_law_sees_what_nobody_declares(text: str, unknown: str) -> None:
    assert undeclared(text) == {unknown}


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
        ("a label that comes or goes", "MATCH (n) SET n:Old"),
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
