"""The grid of orchestration actions and managerial levels."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Decision, Initiative
from graph.ontology.vocabulary import ManagerialLevel, OrchestrationAction
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import thing

DIVEST, PIONEER = OrchestrationAction.DIVEST, OrchestrationAction.PIONEER
WORLD: tuple[Fact, ...] = (
    thing(Initiative, "both", actions=[DIVEST, PIONEER], managerial_levels=[ManagerialLevel.TOP]),
    thing(Decision, "also", actions=[DIVEST], managerial_levels=[ManagerialLevel.TOP, ManagerialLevel.MIDDLE]),
    thing(Initiative, "unplaced", actions=[DIVEST]),
    thing(Initiative, "idle", managerial_levels=[ManagerialLevel.OPERATIONAL]),
)


def test_every_cell_has_a_row_and_an_empty_one_has_no_number() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("orchestration_actions").rows
    cells = {(r.action, r.level): (r.recorded, [t.id for t in r.things]) for r in rows}
    assert len(rows) == 9 * 3 + 1
    assert cells.pop((DIVEST, ManagerialLevel.TOP)) == (2, ["also", "both"])
    assert cells.pop((DIVEST, ManagerialLevel.MIDDLE)) == (1, ["also"])
    assert cells.pop((DIVEST, None)) == (1, ["unplaced"])
    assert cells.pop((PIONEER, ManagerialLevel.TOP)) == (1, ["both"])
    assert set(map(str, cells.values())) == {"(None, [])"}


def test_an_empty_cell_says_that_nothing_is_recorded() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("orchestration_actions", action="deploy", level="middle").rows
    assert (row.group, row.note.say("en"), row.evidence) == ("leveraging", "Nothing recorded.", ())


def test_a_cell_rests_on_the_things_in_it() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    (row,) = loaded_snapshot.ask("orchestration_actions", action="divest", level="top").rows
    assert [shown.about for shown in row.evidence] == ["Decision/also", "Initiative/both"]
