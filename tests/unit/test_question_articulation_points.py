"""Articulation points: checked against taking each thing away, on small worlds and on random ones."""

import random
from itertools import pairwise
from typing import Any

import pytest
import rustworkx

from graph.facts.facts import Fact
from graph.ontology.declaration import Kind
from graph.ontology.kinds import Device, Exchange, InformationEntity, IntegrationPlatform, Need, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.meaning.network import ENDS, joins, points
from queries.meaning.phases import in_use
from queries.questions.flows.articulation_points import Parameters, Row, explain, find
from tests.bundled import bundled_snapshot
from tests.worlds import link, thing

A, B, C, D = (thing(System, id) for id in "abcd")
BUS, SECOND = thing(IntegrationPlatform, "bus"), thing(IntegrationPlatform, "second")
SPACE, SENSOR, NOTE = thing(SharedStorage, "space"), thing(Device, "sensor"), thing(InformationEntity, "note")


def flow(source: Any, *targets: Any, over: tuple[Any, ...] = (), **fields: Any) -> list[Fact]:
    each = thing(Exchange, f"{source.id}-{'-'.join(target.id for target in targets)}", **fields)
    return [
        each, link(source, "provides", each), *(link(target, "consumes", each) for target in targets),
        *(link(each, "mediated_by", platform) for platform in over),
    ]  # fmt: skip


def asked(*facts: Fact, snapshot: Snapshot | None = None, **values: Any) -> list[Row]:
    parameters = Parameters(**values)
    world = snapshot or Snapshot.of_facts([A, B, C, D, BUS, SECOND, SPACE, SENSOR, NOTE, *facts])
    return [explain(world, each, parameters) for each in find(world, parameters)]


def told(rows: list[Row]) -> list[tuple[str, int, int, list[str]]]:
    return [(row.thing.id, row.parts, row.systems_cut_off, [ref.id for ref in row.cut_off]) for row in rows]


def test_the_middle_of_a_chain_holds_it_together() -> None:
    assert told(asked(*flow(A, B), *flow(B, C), *flow(C, D))) == [("b", 2, 1, ["a"]), ("c", 2, 1, ["d"])]


def test_a_ring_falls_apart_without_nothing() -> None:
    assert asked(*flow(A, B), *flow(B, C), *flow(C, A), least=0) == []


def test_direction_does_not_count() -> None:
    assert [row.thing.id for row in asked(*flow(A, B), *flow(C, B))] == ["b"]


def test_a_platform_joins_the_ends_of_what_it_mediates() -> None:
    rows = asked(*flow(A, B, over=(BUS,)), *flow(C, D, over=(BUS,)))
    assert [(row.thing.id, row.parts, row.systems_cut_off, row.systems_left) for row in rows] == [("bus", 4, 3, 1)]
    assert len(rows[0].cut_off) == 3
    assert asked(*flow(A, B, over=(BUS,)), *flow(B, A)) == []


def test_several_platforms_are_each_a_way_as_no_source_says_more() -> None:
    assert asked(*flow(A, B, over=(BUS, SECOND)), least=0) == []


def test_a_storage_joins_those_that_keep_data_there() -> None:
    rows = asked(*(link(each, "keeps_data_in", SPACE) for each in (A, B, C)))
    assert [(row.thing.id, row.parts, row.systems_cut_off) for row in rows] == [("space", 3, 2)]


@pytest.mark.parametrize("status", [ExchangeStatus.PLANNED, ExchangeStatus.ENDED])
def test_what_does_not_run_joins_nothing(status: ExchangeStatus) -> None:
    assert asked(*flow(A, B, status=status), *flow(B, C)) == []
    assert len(asked(*flow(A, B, status=ExchangeStatus.IN_USE), *flow(B, C))) == 1


def test_what_is_planned_or_retired_is_not_there() -> None:
    gone = thing(System, "gone", lifecycle=Lifecycle.RETIRED)
    assert asked(gone, *flow(A, gone), *flow(gone, B)) == []
    kept = thing(System, "kept", lifecycle=Lifecycle.PHASE_OUT)
    assert [row.thing.id for row in asked(kept, *flow(A, kept), *flow(kept, B))] == ["kept"]


def test_devices_are_cut_off_without_counting_as_systems() -> None:
    assert asked(*flow(SENSOR, A), *flow(A, B)) == []
    assert told(asked(*flow(SENSOR, A), *flow(A, B), least=0)) == [("a", 2, 0, [])]


def test_one_who_exchanges_with_itself_holds_nothing() -> None:
    assert asked(*flow(A, A), *flow(A, B), least=0) == []


def test_wanted_is_what_has_to_get_from_one_part_to_another() -> None:
    chain = [*flow(A, B), *flow(B, C), *flow(C, D)]
    (first, second) = asked(*chain, link(A, "masters", NOTE), link(B, "reads", NOTE), link(D, "reads", NOTE))
    assert (first.thing.id, [ref.id for ref in first.wanted], first.wanted_count) == ("b", ["note"], 1)
    assert (second.thing.id, second.wanted_count) == ("c", 1)


def test_what_can_be_had_in_the_same_part_or_from_the_thing_itself_is_not_wanted_across() -> None:
    chain = [*flow(A, B), *flow(B, C), *flow(C, D)]
    rows = asked(*chain, *(link(each, "masters", NOTE) for each in (A, C)), link(D, "reads", NOTE))
    assert [(row.thing.id, row.wanted_count) for row in rows] == [("b", 0), ("c", 0)]


def test_a_need_between_parts_is_wanted_and_one_to_another_network_is_not() -> None:
    need = thing(Need, "need")
    asks: list[Fact] = [need, link(need, "asked_of", A), link(need, "calls_for", NOTE)]
    chain = [*flow(A, B), *flow(B, C)]
    assert [row.wanted_count for row in asked(*chain, *asks, link(need, "needed_at", C))] == [1]
    assert [row.wanted_count for row in asked(*chain, *asks, link(need, "needed_at", D))] == [0]


def without(snapshot: Snapshot, gone: Node) -> list[set[Node]]:
    """The parts of the thing's network without it, by brute force."""
    ends = [each for each in snapshot.all(*ENDS) if in_use(each)]
    graph: Any = rustworkx.PyGraph()
    number = dict(zip(ends, graph.add_nodes_from(ends), strict=True))
    edges = [(one, other) for one in ends for other, _ in joins(one) if other in number]
    graph.add_edges_from_no_data([(number[one], number[other]) for one, other in edges if gone not in (one, other)])
    near = {other for pair in edges if gone in pair for other in pair} - {gone}
    return [part for some in rustworkx.connected_components(graph) if (part := {graph[n] for n in some}) & near]


@pytest.mark.parametrize("seed", range(60))
def test_every_point_of_a_random_network_is_found_with_its_parts(seed: int) -> None:
    chance = random.Random(seed)
    kinds: list[type[Kind]] = [System, System, System, IntegrationPlatform, SharedStorage, Device]
    things = [thing(chance.choice(kinds), f"t{n}") for n in range(chance.randint(2, 16))]
    givers = [each for each in things if each.kind is not IntegrationPlatform]
    buses = [each for each in things if each.kind is IntegrationPlatform]
    facts: list[Fact] = list(things)
    for number in range(chance.randint(0, 18) if givers else 0):
        made = thing(Exchange, f"x{number}")
        source, *targets = chance.sample(givers, min(len(givers), chance.randint(2, 3)))
        over = chance.sample(buses, min(len(buses), chance.choice([0, 0, 1, 2])))
        facts += [made, link(source, "provides", made), *(link(target, "consumes", made) for target in targets)]
        facts += [link(made, "mediated_by", platform) for platform in over]
    snapshot = Snapshot.of_facts(facts)
    found = {point.thing: point for point in points(snapshot)}
    for each in snapshot.all(*ENDS):
        parts = without(snapshot, each)
        assert (each in found) == (len(parts) > 1)
        if each in found:
            point = found[each]
            mine = [set(point.network.things(part)) for part in point.parts]
            assert sorted(map(sorted_ids, mine)) == sorted(map(sorted_ids, parts))
            sizes = [sum(node.kind == System.__name__ for node in part) for part in mine]
            assert (sizes[0], point.cut) == (max(sizes), sum(sizes) - max(sizes))


def sorted_ids(part: set[Node]) -> list[str]:
    return sorted(each.id for each in part)


def test_a_chain_of_twenty_thousand_is_done_in_one_pass() -> None:
    chain = [thing(System, f"s{n:05}") for n in range(20_000)]
    facts: list[Fact] = list(chain)
    for one, other in pairwise(chain):
        facts += flow(one, other)
    found = find(Snapshot.of_facts(facts), Parameters())
    assert len(found) == 19_998
    assert found[0].cut == 9_999


def test_the_case_hangs_on_the_integration_engine() -> None:
    rows = {row.thing.id: row for row in asked(snapshot=bundled_snapshot())}
    assert next(iter(rows)) == "integration-engine"
    assert [ref.id for ref in rows["integration-engine"].cut_off] == [
        "ambulance-record", "monitoring-system", "microbiology-system",
    ]  # fmt: skip
    assert [ref.id for ref in rows["national-platform"].wanted] == ["alert-information", "diagnosis"]
    assert len(rows) == 12
