"""Maps drawn from a store: what they show, where it is cut, and that both engines draw the same."""

from dataclasses import asdict
from itertools import combinations
from typing import Any

import pytest

from graph.database.store import Store
from graph.errors import QuestionError, UnknownThingError
from graph.facts.facts import Evidence
from graph.ontology.kinds import (
    Discipline,
    Exchange,
    GovernanceBody,
    InformationEntity,
    Organisation,
    SharedStorage,
    Standard,
    System,
)
from queries.asking.snapshots import Snapshots
from tests.held_case import hold_case
from tests.worlds import link, put, thing
from visualisations.drawing.canvas import payload
from visualisations.drawing.layout import CARD_HEIGHT, CARD_WIDTH
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.maps.atlas import atlas
from visualisations.maps.draw import draw

GIVEN: dict[str, dict[str, Any]] = {"surroundings": {"id": "laboratory-system", "depth": 2}}
drawn_elsewhere: dict[str, object] = {}


@pytest.fixture
async def case(opened: Store) -> Store:
    """The bundled registers in the store."""
    await hold_case(opened)
    return opened


def names(drawing: MapDrawing) -> set[str]:
    return {card.ref.id for card in drawing.cards}


async def test_every_map_of_the_case_is_whole_sourced_and_the_same_on_both_engines(case: Store) -> None:
    for stem in atlas():
        first, second = [await draw(case, Snapshots(case), stem, "sv", **GIVEN.get(stem, {})) for _ in range(2)]
        assert asdict(first) == asdict(second)
        assert {ref for line in first.strokes for ref in line.through} <= {card.ref for card in first.cards}
        assert first.cards
        assert first.strokes
        for one, other in combinations(first.cards, 2):
            assert abs(one.x - other.x) >= CARD_WIDTH or abs(one.y - other.y) >= CARD_HEIGHT
        for told in (
            *(card.details for card in first.cards),
            *(told for line in first.strokes for told in line.details),
        ):
            assert told.records
            assert all(record.source and record.dataset for record in told.records)
        assert {entry.group for entry in first.legend} == {c.group for c in first.cards} | {
            s.group for s in first.strokes
        }
        assert drawn_elsewhere.setdefault(stem, payload(first)) == payload(first)


async def test_the_landscape_joins_exchanges_and_says_what_they_carry(store: Store) -> None:
    a, b, unit = thing(System, "a", mode="mode-1"), thing(System, "b", mode="mode-2"), thing(Organisation, "unit")
    flows = [thing(Exchange, "x"), thing(Exchange, "y", evidence=Evidence.ILLUSTRATIVE)]
    entity = thing(InformationEntity, "diagnosis", name_sv="Diagnos")
    await put(
        store, a, b, unit, entity, *flows, link(a, "owned_by", unit), link(flows[0], "carries", entity),
        *(link(a, "provides", x) for x in flows), *(link(b, "consumes", x) for x in flows),
    )  # fmt: skip
    drawing = await draw(store, Snapshots(store), "landscape", "sv")
    line = drawing.strokes[0]
    assert [(s.source.id, s.target.id, s.label, s.illustrative) for s in drawing.strokes] == [
        ("a", "b", "Diagnos (2)", True)
    ]
    assert [told.heading for told in line.details[:3]] == ["X", "A lämnar X", "B tar emot X"]
    places = {card.ref.id: (card.x, card.y) for card in drawing.cards}
    assert places["a"][0] < places["b"][0]
    assert places["a"][1] < places["b"][1]
    only = await draw(store, Snapshots(store), "landscape", "en", organisation="unit")
    assert names(only) == {"a"}


async def test_a_cut_map_keeps_the_most_connected_and_says_n_of_m(store: Store) -> None:
    systems = [thing(System, f"s{i:02}") for i in range(20)]
    flows = [thing(Exchange, f"x{i:02}") for i in range(1, 20)]
    hub = [link(systems[7], "consumes", flow) for flow in flows]
    rest = [system for i, system in enumerate(systems) if i != 7]
    await put(store, *systems, *flows, *hub, *(link(s, "provides", f) for s, f in zip(rest, flows, strict=True)))
    drawing = await draw(store, Snapshots(store), "landscape", "en", limit=5)
    assert drawing.cut
    assert drawing.extent == "5 of 20 shown"
    assert "s07" in names(drawing)
    assert len(drawing.strokes) == 4


async def test_surroundings_put_what_is_needed_left_and_what_needs_right(store: Store) -> None:
    old, mid, new, far = (thing(System, name) for name in ("old", "mid", "new", "far"))
    body = thing(GovernanceBody, "board")
    await put(
        store, old, mid, new, far, body, link(mid, "depends_on", old), link(new, "depends_on", mid),
        link(far, "depends_on", new), link(body, "decides_on", mid),
    )  # fmt: skip
    near = await draw(store, Snapshots(store), "surroundings", "en", id="mid")
    assert (near.title, names(near)) == ("Surroundings: Mid", {"old", "mid", "new", "board"})
    at = {card.ref.id: (card.x, card.y) for card in near.cards}
    assert at["old"][0] < at["mid"][0] < at["new"][0]
    assert at["board"][1] < at["mid"][1]
    assert "far" in names(await draw(store, Snapshots(store), "surroundings", "en", id="mid", depth=2))
    around_body = await draw(store, Snapshots(store), "surroundings", "en", kind=GovernanceBody.__name__, id="board")
    assert names(around_body) == {"board", "mid"}


async def test_a_storage_with_one_discipline_stands_apart(store: Store) -> None:
    both, alone = thing(SharedStorage, "both"), thing(SharedStorage, "alone")
    some = [thing(Discipline, name) for name in ("heart", "teeth", "tissue")]
    await put(
        store, both, alone, *some, *(link(both, "serves", d) for d in some[:2]), link(alone, "serves", some[2])
    )  # fmt: skip
    drawing = await draw(store, Snapshots(store), "shared_storage", "en")
    assert [area.label for area in drawing.areas if area.is_row] == ["Shared by 2 disciplines", "Stands apart"]


async def test_what_is_not_there_is_refused_with_the_nearest_that_is(store: Store) -> None:
    await put(store, thing(System, "laboratory"))
    with pytest.raises(UnknownThingError, match="laboratory"):
        await draw(store, Snapshots(store), "surroundings", "en", id="labratory")
    with pytest.raises(UnknownThingError, match="no kind"):
        await draw(store, Snapshots(store), "surroundings", "en", kind="Sistem", id="x")
    with pytest.raises(UnknownThingError):
        await draw(store, Snapshots(store), "landscape", "en", sector="nowhere")
    with pytest.raises(QuestionError, match=f"There are: {', '.join(atlas())}"):
        await draw(store, Snapshots(store), "atlantis", "en")
    with pytest.raises(QuestionError, match="depth"):
        await draw(store, Snapshots(store), "surroundings", "en", id="laboratory", depth=9)


async def test_an_empty_graph_gives_empty_maps(store: Store) -> None:
    for stem in atlas().keys() - GIVEN.keys():
        drawing = await draw(store, Snapshots(store), stem, "en")
        assert (drawing.shown, drawing.total, drawing.cut) == (0, 0, False)


async def test_a_standard_has_surroundings_too(store: Store) -> None:
    await put(store, thing(Standard, "dicom"))
    drawing = await draw(store, Snapshots(store), "surroundings", "sv", kind=Standard.__name__, id="dicom")
    assert [card.subject for card in drawing.cards] == [True]
