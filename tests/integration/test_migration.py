"""A graph knows its ontology: what is renamed is migrated, what is unknown refused, and an older program too."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from graph.database import constraints, runs
from graph.database.lock import write_lock
from graph.database.ontology_check import of_this
from graph.database.state import FORMAT, NOTE_GRAPH, STATE
from graph.database.store import Store, Write
from graph.errors import OntologyError, QuestionError
from graph.scenarios.scenario_store import save
from graph.scenarios.steps import Addition, Removal, Scenario
from graph.settings import Settings
from loaders.runs.recovery import opened
from loaders.runs.run import load
from loaders.sources.formats import BUNDLED, recognised
from queries.asking.catalogue import catalogue
from queries.asking.service import QuestionService
from tests.integration.foreign import foreign, settle
from tests.integration.other_houses import ADDED, DECLARED, LEASE, RENAMES, OtherHouse, in_older_words
from tests.unit.test_exports import EXPORTS, ORDER, RELEASES
from tests.worlds import read_snapshot
from visualisations.files.answer_sheets import answer_data

FIRST = """
Fund:
  - {id: vgr-innovation-fund, name: Innovationsfonden, started_at: hospital}
  - {id: other-fund, name: Annan fond, started_at: hospital}
System:
  - {id: melior, name: Melior, mode: mode-1, must_not_stop: yes, exposes: melior-api}
  - {id: elvis, name: Elvis, mode: mode-1, depends_on: melior}
Api:
  - {id: melior-api, name: API}
Organisation:
  - {id: hospital, name: Sjukhus}
Initiative:
  - {id: closing, name: Stängning, retires: [{to: melior, wave: 1}, {to: elvis, wave: 2}]}
"""
SECOND = """
Fund:
  - {id: vgr-innovation-fund, name: Innovationsfonden, started_at: own-hospital}
System:
  - {id: melior, name: Melior, mode: mode-1, must_not_stop: no}
Organisation:
  - {id: own-hospital, name: Eget sjukhus}
Role:
  - {id: own-role, name: Egen roll, managerial_levels: [operational, top]}
"""
pytestmark = pytest.mark.mostly_embedded("test_two_that_open_it_at_once_migrate_it_once")
TWO_LABELS = "MATCH (n) WHERE size(labels(n)) > 1 RETURN count(n) AS found"


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> OtherHouse:
    """A later program, in which things are called otherwise, and what they were is declared."""
    return OtherHouse(tmp_path_factory.mktemp("later"), (*RENAMES, *DECLARED))


@pytest.fixture(scope="module")
def undeclared(tmp_path_factory: pytest.TempPathFactory) -> OtherHouse:
    """The same, without a word of what they were."""
    return OtherHouse(tmp_path_factory.mktemp("undeclared"), RENAMES)


@pytest.fixture(scope="module")
def wider(tmp_path_factory: pytest.TempPathFactory) -> OtherHouse:
    """A later program that knows more, and calls nothing otherwise."""
    return OtherHouse(tmp_path_factory.mktemp("wider"), ADDED)


@pytest_asyncio.fixture(loop_scope="session")
async def graph(store: Store) -> AsyncIterator[Store]:
    """An empty graph that is of this ontology again when the test is over."""
    yield store

    async def anew(write: Write) -> None:
        await write.run("MATCH (n) DETACH DELETE n")

    async def constrained(write: Write) -> None:
        for text in constraints.constraints():
            await write.run(text)

    async def marked(write: Write) -> None:
        await write.run(NOTE_GRAPH, **of_this(), format=FORMAT, schema=constraints.fingerprint())

    for work in (anew, constrained, marked):
        await store.write(work)


async def loaded(store: Store, folder: Path, case: Sequence[Path] = ()) -> list[Path]:
    """Load a small world, or the `case`, a dataset that speaks of the same, and a scenario; the registers."""
    written = [folder / "first.yaml", folder / "second.yaml"]
    for path, text in zip(written, (FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    registers = [*(case or written[:1]), written[1]]
    for path in registers:
        await load(store, recognised(path), path)
    steps = (
        Removal(do="remove", kind="System", id="melior"),
        Addition(do="add-exchange", id="x", provider="melior", consumers=("own",), timing="batch"),
    )
    await save(store, Scenario(id="what-if", name="What if", steps=steps))
    return registers


async def answers(store: Store) -> dict[str, Any]:
    """The rows of every question that can be asked without a word more."""
    service, found = QuestionService(store), {}
    for stem in catalogue():
        try:
            found[stem] = answer_data(await service.evaluate(stem), "en")["rows"]
        except QuestionError:
            continue
    return found


async def content(store: Store) -> list[str]:
    """All that is ours but what is noted of the graph and its runs, and when it was; comparable."""
    nodes = await store.read(
        "MATCH (n) WHERE n.stranger IS NULL AND NOT n:Graph|Run|Undo|Ledger|FilesRead|Delta "
        "RETURN labels(n) AS labels, properties(n) AS held"
    )
    links = await store.read(
        "MATCH (a)-[r]->(b) WHERE r.stranger IS NULL "
        "RETURN type(r) AS type, labels(a) AS source, a.id AS a, labels(b) AS target, b.id AS b, properties(r) AS held"
    )
    for row in nodes:
        for moment in ("loaded", "saved"):
            row["held"].pop(moment, None)
    return sorted(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in (*nodes, *links))


async def test_a_graph_from_before_a_rename_is_migrated_and_answers_the_same(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    registers = await loaded(graph, tmp_path, BUNDLED)
    await settle(graph, first_run=900)
    theirs, revision, asked = await foreign(graph), await graph.revision(), await answers(graph)
    assert len(asked) > 20
    said = await later.does(settings, ask=True)
    (heard,) = said["heard"]
    for what in (
        "STARTED_AT → FOUNDED_AT (2)", "Fund → FundingSource (", "System: must_not_stop → never_stop (",
        "RETIRES: wave → stage (", "System.mode: mode-1 → mode-one (", "Role.managerial_levels: top → highest (",
        "scenarios (1)",
    ):  # fmt: skip
        assert what in heard
    assert in_older_words(said["answers"]) == in_older_words(asked)
    assert said["revision"] == revision + 1
    assert await foreign(graph) == theirs
    again = await later.does(settings, load=[*map(str, registers)])
    assert (again["heard"], again["revision"]) == ([], revision + 1)
    assert [changed for changed, _ in again["loads"]] == [0, 0, 0, 0]
    assert any("Fund" in warning and "FundingSource" in warning for _, told in again["loads"] for warning in told)
    (row,) = await graph.read(runs.LATEST_RUNS, dataset="", take=5)
    assert [len(each["renamed"]) > 5 for each in row["runs"]] == [True]
    left = await graph.read("MATCH (n:Fund|FundingSource) RETURN DISTINCT labels(n) AS labels")
    assert [each["labels"] for each in left] == [["FundingSource"]]


TABLES = {
    "Fund.csv": "id,name,started at\nf,Fond,own-hospital\ng,Annan fond,\n",
    "System.csv": "id,name,must_not_stop,mode\ns,System,ja,mode-1\n",
    "Role.csv": "id,name,managerial_levels\nr,Roll,operational;top\n",
    "Organisation.csv": "id,name\nown-hospital,Eget\n",
    "Initiative.csv": "id,name\ni,Initiativ\n",
    "Relations.csv": "from,relation,to,wave\nFund/g,started at,own-hospital,\ni,retires,s,2\n",
}


async def test_tables_with_older_names_are_read_with_a_warning_for_each(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    said = await later.does(settings, load=[str(folder)])
    assert "error" not in said, said["error"]
    ((changed, warnings),) = said["loads"]
    assert changed == 9
    for old in ("Fund", "started at", "must_not_stop", "mode-1", "top", "wave"):
        assert any(f'"{old}" is called' in each for each in warnings), old
    rows = await graph.read("MATCH (n:FundingSource)-[:FOUNDED_AT]->(o) RETURN n.id AS id, o.id AS o ORDER BY id")
    assert rows == [{"id": "f", "o": "own-hospital"}, {"id": "g", "o": "own-hospital"}]
    (row,) = await graph.read("MATCH (r:Role {id: 'r'}) RETURN r.managerial_levels AS levels")
    assert row["levels"] == ["operational", "highest"]
    (row,) = await graph.read("MATCH ()-[r:RETIRES]->(s:System {id: 's'}) RETURN r.stage AS stage, s.mode AS mode")
    assert row == {"stage": 2, "mode": "mode-one"}


@pytest.mark.timeout(600)
async def test_a_migration_that_is_killed_anywhere_is_gone_on_with_by_the_next(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    (revision,) = [row["revision"] for row in await graph.read(STATE)]
    seen = set()
    for dies_after in (0, 1, 3, 8, 14):
        assert await later.does(settings, dies_after=dies_after, part=2) == {}
        (state,) = await graph.read(STATE)
        seen.add((state["revision"], state["applying"] == state["migrating"], state["migrating"] is None))
        if dies_after:
            with pytest.raises(OntologyError, match="migrated to another version"):
                await graph.revision()
            with pytest.raises(OntologyError, match="later ontology"):
                async with opened(settings):
                    pass
    assert seen == {(revision, True, True), (revision, True, False)}
    finished = await later.does(settings, ask=True)
    assert finished["revision"] == revision + 1
    assert len(finished["heard"]) == 1
    by_degrees = await content(graph)
    await graph.write(lambda write: write.run("MATCH (n) DETACH DELETE n"))
    await graph.write(lambda write: write.run(NOTE_GRAPH, **of_this(), format=FORMAT, schema="x"))
    await loaded(graph, tmp_path)
    at_once = await later.does(settings, ask=True)
    assert {*await content(graph)} ^ {*by_degrees} == set()
    assert at_once["answers"] == finished["answers"]


async def test_two_that_open_it_at_once_migrate_it_once(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    revision = await graph.revision()
    both = await asyncio.gather(later.does(settings), later.does(settings))
    assert sorted(len(each["heard"]) for each in both) == [0, 1]
    assert {each["revision"] for each in both} == {revision + 1}


async def test_a_graph_that_is_being_written_is_not_migrated_beside_it(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    before = await content(graph)
    async with write_lock(graph, lease=60, wait=0):
        said = await later.does(settings)
    assert said["class"] == "LockedError"
    assert await content(graph) == before
    assert len((await later.does(settings))["heard"]) == 1


async def test_a_run_that_an_older_program_left_half_written_is_taken_back_first(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    whole = await content(graph)
    await graph.write(
        lambda write: write.run(
            "MATCH (o:Organisation {id: 'own-hospital'}) CREATE (n:Fund {id: 'half', name: 'Half', sort_key: 'half', "
            "search: 'half', born: 99, first_run: 99, run: 99, datasets: ['second'], dataset: 'second'}) "
            "CREATE (n)-[:STARTED_AT {endpoints: ['Fund', 'half', 'Organisation', 'own-hospital'], born: 99, "
            "first_run: 99, run: 99, dataset: 'second', datasets: ['second']}]->(o)"
        )
    )
    assert len(await content(graph)) == len(whole) + 2
    await graph.write(lambda write: write.run("MATCH (g:Graph {id: 'samband'}) SET g.applying = 99"))
    assert len((await later.does(settings))["heard"]) == 1
    assert len(await content(graph)) == len(whole)


async def test_what_may_only_read_refuses_a_graph_that_has_to_be_migrated(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    before = await content(graph)
    said = await later.does(settings, migrate=False)
    assert said["class"] == "OntologyError"
    assert "samband migrate" in said["error"]
    assert "samband migrate" in said["svenska"]
    assert said["error"] != said["svenska"]
    assert await content(graph) == before


async def test_what_has_no_place_in_the_ontology_is_named_and_counted_and_refused(
    graph: Store, settings: Settings, tmp_path: Path, undeclared: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    (funds,) = [row["funds"] for row in await graph.read("MATCH (n:Fund) RETURN count(n) AS funds")]
    before = await content(graph)
    said = await undeclared.does(settings)
    assert said["class"] == "OntologyError"
    for what in (f"Fund ({funds})", "STARTED_AT (", "System.must_not_stop (", "RETIRES.wave (", "System.mode.mode-1 ("):
        assert what in said["error"]
    assert "samband export" in said["error"]
    assert "was=" in said["error"]
    assert "Fund.name" not in said["error"]
    assert await content(graph) == before
    assert (await answers(graph)).keys()  # whoever has it open, reads on


async def test_more_names_are_noted_without_a_run_and_whoever_lacks_them_is_refused_then(
    graph: Store, settings: Settings, tmp_path: Path, wider: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    before, revision = await content(graph), await graph.revision()
    for _ in range(2):
        assert await wider.does(settings) | {"loads": 0, "answers": 0} == {
            "heard": [], "revision": revision, "loads": 0, "answers": 0
        }  # fmt: skip
    assert await content(graph) == before
    with pytest.raises(OntologyError, match="later ontology") as refused:
        async with opened(settings):
            pass
    assert "Building" in refused.value.say("en")
    third = tmp_path / "third.yaml"
    third.write_text("System:\n  - {id: third, name: Third}\n", encoding="utf-8")
    with pytest.raises(OntologyError, match="migrated to another version"):
        await load(graph, recognised(third), third)
    assert await content(graph) == before


async def test_a_program_refuses_a_later_format_and_a_graph_of_a_later_version(
    graph: Store, settings: Settings
) -> None:
    for later in ({"format": FORMAT + 1}, {"program": "99.1", "ontology": "x", "declared": '[["kind", "Ship", ""]]'}):
        await noted(graph, later)
        with pytest.raises(OntologyError, match="Use the version that wrote it"):
            async with opened(settings):
                pass
        await noted(graph, of_this() | {"format": FORMAT})
        async with opened(settings) as again:
            assert await again.revision() == 0


async def noted(store: Store, given: dict[str, Any]) -> None:
    """Let the graph say that of itself."""
    await store.write(lambda write: write.run("MATCH (g:Graph {id: 'samband'}) SET g += $given", given=given))


BARE = "MATCH (g:Graph {id: 'samband'}) SET g.ontology = null, g.declared = null, g.format = null, g.program = null"


async def test_a_graph_from_before_it_knew_is_looked_through_and_noted(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    before, revision = await content(graph), await graph.revision()
    await graph.write(lambda write: write.run(BARE))
    async with opened(settings) as again:
        assert await again.revision() == revision + 1, "its ledgers are made by a run"
    assert await content(graph) == before
    assert (await graph.read(STATE))[0]["ontology"] == of_this()["ontology"]
    await graph.write(lambda write: write.run(BARE))
    asked = await answers(graph)
    said = await later.does(settings, ask=True)
    assert len(said["heard"]) == 1
    assert in_older_words(said["answers"]) == in_older_words(asked)
    assert len(await content(graph)) == len(before)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MATCH (n:System {id: 'melior'}) SET n.colour = 'red'", "System.colour (1)"),
        ("MATCH (n:System {id: 'melior'}) SET n.mode = 'mode-9'", "System.mode.mode-9 (1)"),
        ("MATCH (n:System {id: 'melior'}) CREATE (m:Ship) SET m = properties(n)", "Ship (1)"),
        (
            "MATCH (a)-[r:EXPOSES]->(b) WITH a, r, b LIMIT 1 CREATE (a)-[s:SHOWS]->(b) SET s = properties(r)",
            "SHOWS (1)",
        ),
    ],
)
async def test_a_graph_from_before_it_knew_is_refused_for_what_is_unknown(
    graph: Store, settings: Settings, tmp_path: Path, text: str, told: str
) -> None:
    await loaded(graph, tmp_path)
    await graph.write(lambda write: write.run(text))
    async with opened(settings):  # whoever sets a property on ours later is not refused for it
        pass
    await graph.write(lambda write: write.run(BARE))
    with pytest.raises(OntologyError) as refused:
        async with opened(settings):
            pass
    assert told in refused.value.say("en")
    assert len(await read_snapshot(graph)) > 0


@pytest.mark.parametrize("release", RELEASES)
async def test_what_a_release_exported_is_loaded(store: Store, release: str) -> None:
    for name in ORDER:
        path = EXPORTS / release / name
        assert (await load(store, recognised(path), path)).plan
        assert not (await load(store, recognised(path), path)).plan


async def test_an_opened_graph_costs_one_statement_as_before(graph: Store, settings: Settings) -> None:
    async with Store.open(settings) as again:
        assert again.round_trips == 1


async def test_nothing_has_two_labels_after_a_migration(
    graph: Store, settings: Settings, tmp_path: Path, later: OtherHouse
) -> None:
    await loaded(graph, tmp_path)
    await later.does(settings)
    assert (await graph.read(TWO_LABELS))[0]["found"] == 0


def test_a_killed_process_frees_its_lock_sooner_than_others_wait() -> None:
    assert LEASE < 5
