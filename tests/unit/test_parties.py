"""What crosses organisations: the same in every question that asks."""

import pytest

from graph.facts.facts import Fact, LinkFact, ThingFact
from graph.ontology.declaration import Kind
from graph.ontology.kinds import Exchange, Organisation, Role, System
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.meaning.parties import crosses
from queries.verdicts.observing import governance
from tests.worlds import link, thing

REGION, ONE, OTHER = (thing(Organisation, each) for each in ("region", "one", "other"))
GIVER, TAKER, FLOW = thing(System, "giver"), thing(System, "taker"), thing(Exchange, "flow")
PARTS = [link(ONE, "part_of", REGION), link(OTHER, "part_of", REGION)]


def used(giving: list[ThingFact], taking: list[ThingFact], side: str = "used_by") -> list[LinkFact]:
    return [link(GIVER, side, each) for each in giving] + [link(TAKER, side, each) for each in taking]


def snapshot(*facts: Fact) -> Snapshot:
    return Snapshot.of_facts([REGION, ONE, OTHER, GIVER, TAKER, FLOW, *facts])


def the(seen: Snapshot, kind: type[Kind], id: str) -> Node:
    found = seen.get(kind, id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("giving", "taking", "across"),
    [
        ([ONE], [OTHER], True),
        ([ONE], [ONE], False),
        ([ONE], [REGION], False),
        ([REGION], [ONE], False),
        ([ONE, OTHER], [ONE, OTHER], False),
        ([ONE, OTHER], [ONE], True),
        ([REGION, ONE], [ONE], False),
        ([ONE], [], None),
        ([], [OTHER], None),
        ([], [], None),
    ],
)
@pytest.mark.parametrize("side", ["used_by", "owned_by"])
def test_it_crosses_where_neither_is_the_other_nor_a_part_of_it(
    side: str, giving: list[ThingFact], taking: list[ThingFact], across: bool | None
) -> None:
    seen = snapshot(*PARTS, *used(giving, taking, side))
    giver, taker, flow = the(seen, System, "giver"), the(seen, System, "taker"), the(seen, Exchange, "flow")
    assert crosses((giver,), (taker,)) is across
    assert governance(giver, flow, taker) == ("ungoverned" if across else "within")


def test_a_part_of_a_part_does_not_cross_to_the_whole() -> None:
    ward = thing(Organisation, "ward")
    seen = snapshot(*PARTS, ward, link(ward, "part_of", ONE), *used([ward], [REGION]))
    assert crosses(*((seen.all(System)[at],) for at in (0, 1))) is False


def test_users_stand_before_the_owner_and_a_role_stands_for_its_workplace() -> None:
    keeper = thing(Role, "keeper")
    facts: list[Fact] = [
        *PARTS,
        keeper,
        link(keeper, "works_at", OTHER),
        *used([ONE], [ONE]),
        link(TAKER, "owned_by", OTHER),
    ]
    seen = snapshot(*facts, link(TAKER, "owned_by", OTHER))
    giver, taker, role = the(seen, System, "giver"), the(seen, System, "taker"), the(seen, Role, "keeper")
    assert crosses((giver,), (taker,)) is False
    assert crosses((giver,), (taker, role)) is True


def test_one_of_several_that_crosses_is_enough_and_one_that_is_unknown_leaves_it_open() -> None:
    nobody = thing(System, "nobody")
    seen = snapshot(nobody, *used([ONE], [ONE]))
    giver, taker, unknown = the(seen, System, "giver"), the(seen, System, "taker"), the(seen, System, "nobody")
    assert crosses((giver,), (taker, unknown)) is None
    assert crosses((giver,), ()) is None
