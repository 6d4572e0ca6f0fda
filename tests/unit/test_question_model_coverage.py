"""How information is covered by systems and by the information model."""

from typing import Any

from graph.facts.facts import Fact
from graph.ontology.kinds import InformationEntity, InformationModel, SharedStorage, System
from graph.ontology.vocabulary import Lifecycle
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

MODEL, OLD_MODEL = thing(InformationModel, "model"), thing(InformationModel, "old model")
A, B = thing(System, "a"), thing(System, "b", inherited_model=True)
MAPPED = thing(System, "mapped", inherited_model=True)
PLANNED = thing(System, "planned", lifecycle=Lifecycle.PLAN)
SPACE = thing(SharedStorage, "space")
TWO, NONE, ONE, OUT, UNUSED = (thing(InformationEntity, id) for id in ("two", "none", "one", "out", "unused"))
WORLD: tuple[Fact, ...] = (
    MODEL, OLD_MODEL, A, B, MAPPED, PLANNED, SPACE, TWO, NONE, ONE, OUT, UNUSED,
    link(MODEL, "supersedes", OLD_MODEL), link(MAPPED, "maps_to", MODEL),
    *(link(MODEL, "defines", entity) for entity in (TWO, NONE, ONE, UNUSED)), link(OLD_MODEL, "defines", OUT),
    link(A, "masters", TWO), link(B, "masters", TWO), link(B, "reads", TWO),
    link(PLANNED, "masters", NONE), link(SPACE, "stores", NONE), link(A, "publishes", NONE),
    link(A, "masters", ONE), link(PLANNED, "masters", ONE), link(MAPPED, "reads", ONE),
    link(A, "masters", OUT),
)  # fmt: skip


def told(loaded_snapshot: SnapshotOfFacts, **values: Any) -> list[tuple[str, list[str]]]:
    """What was found of each."""
    rows = loaded_snapshot.ask("model_coverage", **values).rows
    return [(row.subject.id, [finding.value for finding in row.findings]) for row in rows]


def test_masters_in_use_are_counted_and_a_superseded_model_defines_nothing() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert told(loaded_snapshot) == [
        ("two", ["several-masters"]),
        ("none", ["no-master"]),
        ("out", ["not-in-model", "one-master"]),
        ("b", ["fixed-model"]),
        ("unused", ["not-used"]),
        ("one", ["one-master"]),
        ("a", ["mapping-not-stated"]),
    ]


def test_an_older_model_can_be_asked_about() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert ("out", ["one-master"]) in told(loaded_snapshot, model="old model")
    assert ("mapped", ["fixed-model"]) in told(loaded_snapshot, model="old model", finding="fixed-model")


def test_a_mapping_that_is_not_stated_is_not_a_model_that_cannot_be_mapped() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert told(loaded_snapshot, finding="fixed-model") == [("b", ["fixed-model"])]
    assert told(loaded_snapshot, finding="mapping-not-stated") == [("a", ["mapping-not-stated"])]


def test_every_use_is_shown_with_its_evidence() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    two, none = loaded_snapshot.ask("model_coverage", limit=2).rows
    assert ([s.id for s in two.masters], [s.id for s in two.reads], two.uses) == (["a", "b"], ["b"], 2)
    assert ([s.id for s in none.stores], [s.id for s in none.publishes], none.masters) == (["space"], ["a"], ())
    assert "System/b MASTERS InformationEntity/two" in {shown.about for shown in two.evidence}
    system = loaded_snapshot.ask("model_coverage", finding="fixed-model").rows[0]
    assert (system.uses, system.masters) == (None, ())
