"""The snapshot: what is asked of a node, and what differs after a change."""

from graph.ontology.kinds import Exchange, InformationEntity, Standard, StandardVersion, System
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.snapshot import Snapshot
from tests.worlds import link, thing

A, B, C = thing(System, "a", name="Ärlig"), thing(System, "b", name="Zeta"), thing(System, "c", name="Alfa")
FLOW, NOTE = thing(Exchange, "flow"), thing(InformationEntity, "note")
OLD, NEW = thing(StandardVersion, "old"), thing(StandardVersion, "new")
WORLD = Snapshot.of_facts(
    [
        A, B, C, FLOW, NOTE, OLD, NEW, thing(Standard, "s"),
        link(A, "provides", FLOW), link(B, "consumes", FLOW), link(C, "consumes", FLOW), link(FLOW, "carries", NOTE),
        link(NEW, "supersedes", OLD, since="2020"),
    ]
)  # fmt: skip


def test_things_of_a_kind_come_as_a_swedish_dictionary_has_them() -> None:
    assert [node.id for node in WORLD.all(System)] == ["c", "b", "a"]


def test_a_relation_is_there_from_both_ends_and_what_is_not_stated_is_empty() -> None:
    flow = WORLD.get(Exchange, "flow")
    assert flow
    assert [node.id for node in flow.provided_by] == ["a"]
    assert [node.id for node in flow.consumed_by] == ["c", "b"]
    assert flow.provided_by[0].provides == (flow,)
    assert (flow.owned_by, flow.status, flow.field("lifecycle"), flow.side("owns")) == ((), None, None, ())


def test_things_that_are_joined_to_the_same_others_share_one_tuple_of_them() -> None:
    one, other = WORLD.get(System, "b"), WORLD.get(System, "c")
    assert one
    assert other
    assert one.consumes == other.consumes != ()
    assert one.consumes is other.consumes


def test_the_key_of_a_relation_is_the_same_from_both_ends() -> None:
    flow, system = WORLD.get(Exchange, "flow"), WORLD.get(System, "a")
    assert flow
    assert system
    assert flow.link("provided_by", system) == system.link("provides", flow)
    assert list(flow.links("provided_by")) == [system.link("provides", flow)]


def test_a_relation_keeps_its_own_fields() -> None:
    new, old = WORLD.get(StandardVersion, "new"), WORLD.get(StandardVersion, "old")
    assert new
    assert old
    assert WORLD.said(new.link("supersedes", old)) == {"since": "2020"}


def test_another_snapshot_lacks_what_is_taken_away_and_this_one_does_not() -> None:
    system, flow = WORLD.get(System, "b"), WORLD.get(Exchange, "flow")
    assert system
    assert flow
    other = WORLD.changed(without=[system.ref], untied=[flow.link("carries", flow.carries[0])])
    changed = other.get(Exchange, "flow")
    assert changed
    assert ([node.id for node in changed.consumed_by], changed.carries) == (["c"], ())
    assert [node.id for node in flow.consumed_by] == ["c", "b"]
    assert len(flow.carries) == 1


def test_a_field_can_be_changed_and_a_field_not_stated() -> None:
    system = WORLD.get(System, "a")
    assert system
    active = WORLD.changed(fields={system.ref: {"lifecycle": Lifecycle.ACTIVE}})
    changed = active.get(System, "a")
    assert changed
    assert changed.lifecycle == Lifecycle.ACTIVE
    silent = active.changed(fields={system.ref: {"lifecycle": None}}).get(System, "a")
    assert silent
    assert (silent.lifecycle, silent.fields) == (None, {"name": "Ärlig"})
