"""In which order systems can go, what must exist before each wave, and what it saves."""

from typing import Any

import pytest

from graph.errors import UnknownThingError
from graph.facts.facts import Fact
from graph.ontology.kinds import Exchange, InformationEntity, Initiative, Organisation, System
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

FRONT = thing(System, "front", annual_cost_sek=2.0, contract_ends="2027-06")
BACK = thing(System, "back", annual_cost_sek=3.0)
TWIN, KEPT, USER = thing(System, "twin"), thing(System, "kept"), thing(System, "user")
NOTE, FLOW, CHANGE = thing(InformationEntity, "note"), thing(Exchange, "flow"), thing(Initiative, "change")
ORG = thing(Organisation, "org")
WORLD: tuple[Fact, ...] = (
    FRONT, BACK, TWIN, KEPT, USER, NOTE, FLOW, CHANGE, link(FRONT, "depends_on", BACK),
    link(BACK, "depends_on", TWIN), link(TWIN, "depends_on", BACK), link(BACK, "masters", NOTE),
    link(KEPT, "masters", NOTE), link(BACK, "provides", FLOW), link(FLOW, "carries", NOTE),
    link(USER, "consumes", FLOW),
    *(link(CHANGE, "retires", each, wave=1) for each in (FRONT, BACK, TWIN)), ORG, link(FRONT, "used_by", ORG),
)  # fmt: skip


def plan(loaded_snapshot: SnapshotOfFacts, **values: Any) -> Any:
    return loaded_snapshot.ask("divestment_plan", **({"as_of": "2026-11-01"} | values)).rows


def test_waves_follow_the_dependencies_and_rings_move_together() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    rows = plan(loaded_snapshot, initiative="change")
    assert [(r.wave, r.system.id, [e.id for e in r.moves_with], r.stated_wave, r.earliest) for r in rows] == [
        (1, "front", [], 1, "2027-06"), (2, "back", ["twin"], 1, "2027-06"), (2, "twin", ["back"], 1, "2027-06"),
    ]  # fmt: skip
    assert [(r.saving_sek, r.cumulative_sek, r.unpriced) for r in rows] == [(2, 2, 0), (3, 5, 1), (None, 5, 1)]
    assert [each.say("sv") for each in rows[1].must_exist_first] == ["Flow flyttat till Kept"]
    assert "System/front DEPENDS_ON System/back" in {shown.about for shown in rows[1].evidence}


def test_a_plan_is_made_for_systems_by_their_ids() -> None:
    loaded_snapshot = SnapshotOfFacts(*WORLD)
    assert [row.system.id for row in plan(loaded_snapshot, systems=["twin", "user"])] == ["twin", "user"]
    assert [row.system.id for row in plan(loaded_snapshot, systems=["twin, user"])] == ["twin", "user"]
    with pytest.raises(UnknownThingError, match="Did you mean 'twin'"):
        plan(loaded_snapshot, systems=["twins"])
