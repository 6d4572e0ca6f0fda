"""Maturity of capabilities by place and time, what builds them, and where nobody assessed them."""

from graph.facts.facts import Fact
from graph.ontology.kinds import Capability, Coordinator, Initiative, MaturityAssessment, Organisation, Practice
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

LEARNING, NOWHERE = thing(Capability, "learning"), thing(Capability, "nowhere")
NORTH, SOUTH = thing(Organisation, "north"), thing(Organisation, "south")
EARLY = thing(MaturityAssessment, "z-early", assessed_on="2023", maturity=2, scale="1 to 5")
LATE = thing(MaturityAssessment, "late", assessed_on="2025-03", maturity=3, scale="1 to 5")
LOOSE = thing(MaturityAssessment, "loose", assessed_on="2020", maturity=5, scale="1 to 5")
PRACTICE, WORK, PERSON = thing(Practice, "practice"), thing(Initiative, "work"), thing(Coordinator, "coordinator")
WORLD: tuple[Fact, ...] = (
    LEARNING, NOWHERE, NORTH, SOUTH, EARLY, LATE, LOOSE, PRACTICE, WORK, PERSON,
    link(LEARNING, "held_at", SOUTH),
    *(link(each, "assesses", LEARNING) for each in (EARLY, LATE, LOOSE)),
    link(EARLY, "held_at", NORTH), link(LATE, "held_at", NORTH),
    link(PRACTICE, "builds", LEARNING), link(PRACTICE, "held_at", SOUTH), link(WORK, "introduces", PRACTICE),
    link(PERSON, "builds", LEARNING),
)  # fmt: skip


def test_each_place_has_its_assessments_in_time_and_unknown_where_there_is_none() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("capability_maturity").rows
    assert [
        (r.capability.id, r.organisation and r.organisation.id, r.assessed, r.maturity, r.change) for r in rows
    ] == [
        ("learning", "north", True, 3, 1),
        ("learning", "south", None, None, None),
        ("nowhere", None, None, None, None),
    ]
    assert [each.assessed_on for each in rows[0].assessments] == ["2023", "2025-03"]


def test_builders_are_named_and_practices_placed() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    north, south, nowhere = loaded_snapshot.ask("capability_maturity").rows
    assert ([r.id for r in south.practised_here], [r.id for r in north.practised_here]) == (["practice"], [])
    assert [r.id for r in north.initiatives] == ["work"]
    assert [r.id for r in north.coordinators] == ["coordinator"]
    assert nowhere.notes[-1].say("en") == "No source says what builds it."


def test_places_without_assessment_can_be_asked_for() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = loaded_snapshot.ask("capability_maturity", only_not_assessed=True, organisation="south").rows
    assert [r.organisation.id for r in rows] == ["south"]
    assert "MaturityAssessment/late" not in {shown.about for shown in rows[0].evidence}
