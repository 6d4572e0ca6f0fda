"""The map of an answer: what it holds, where it is cut, and that both engines draw the same."""

from dataclasses import asdict
from itertools import combinations
from typing import Any

import pytest

from graph.database.store import Store
from graph.errors import UnknownThingError
from graph.facts.facts import Fact, LinkKey, Ref
from graph.ontology.kinds import GovernanceBody, Organisation, System
from queries.asking.catalogue import catalogue
from queries.asking.service import QuestionService
from tests.integration.test_maps import case  # noqa: F401 - a fixture
from tests.worlds import link, put, thing
from visualisations.drawing.canvas import payload
from visualisations.drawing.layout import CARD_HEIGHT, CARD_WIDTH
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.maps.answer_map import MOST_THINGS, draw_answer, refs_of_row

LABORATORY = {"system": "laboratory-system"}
GIVEN: dict[str, dict[str, Any]] = {"dependencies": LABORATORY, "divestment_score": LABORATORY}
drawn_elsewhere: dict[str, object] = {}


async def drawing(store: Store, stem: str, most: int = MOST_THINGS, **values: Any) -> MapDrawing:
    return await draw_answer(store, QuestionService(store), stem, "sv", most, **values)


def a_system_with_its_owner() -> list[Fact]:
    old, new, owner = thing(System, "old"), thing(System, "new"), thing(Organisation, "owner")
    return [old, new, owner, link(new, "depends_on", old), link(old, "owned_by", owner)]


@pytest.mark.mostly_embedded
async def test_every_answer_to_the_case_has_a_map_of_its_things_the_same_on_both_engines(case: Store) -> None:  # noqa: F811
    store, service = case, QuestionService(case)
    for stem in catalogue():
        values = GIVEN.get(stem, {})
        answer = await service.evaluate(stem, limit=50, **values)
        before = store.round_trips
        first = await draw_answer(store, service, stem, "sv", limit=50, **values)
        assert store.round_trips - before <= 4, stem
        if stem not in drawn_elsewhere:  # else it is held against the other engine's
            assert asdict(first) == asdict(await draw_answer(store, service, stem, "sv", limit=50, **values))
        everything = list(dict.fromkeys(ref for row in answer.rows for ref in refs_of_row(row)))
        assert {card.ref for card in first.cards} == set(everything[:60]), stem
        assert (first.total, first.cut) == (len(everything), len(everything) > 60)
        rested_on = {shown.key for row in answer.rows for shown in row.evidence}
        assert {LinkKey(each.source, each.group, each.target) for each in first.strokes} <= rested_on
        for one, other in combinations(first.cards, 2):
            assert abs(one.x - other.x) >= CARD_WIDTH or abs(one.y - other.y) >= CARD_HEIGHT
        assert drawn_elsewhere.setdefault(stem, payload(first)) == payload(first), stem


async def test_what_rows_are_about_stands_out_and_their_relations_are_lines(store: Store) -> None:
    await put(store, *a_system_with_its_owner())
    shown = await drawing(store, "dependencies", system="new")
    cards = {card.ref: card for card in shown.cards}
    assert {ref.id for ref, card in cards.items() if card.subject} == {"old"}
    assert [(line.source.id, line.target.id) for line in shown.strokes] == [("new", "old")]
    assert [area.label for area in shown.areas if not area.is_row] == ["Ting", "System och enheter"]
    assert "rad 1 till 1 av 1" in shown.about


async def test_a_cut_map_shows_the_first_rows_whole_and_says_n_of_m(store: Store) -> None:
    systems = [thing(System, f"s{number:02}") for number in range(20)]
    boards = [thing(GovernanceBody, f"b{number:02}") for number in range(20)]
    decided = [link(board, "decides_on", system) for board, system in zip(boards, systems, strict=True)]
    await put(store, *systems, *boards, *decided)
    shown = await drawing(store, "decision_rights", most=6)
    assert {card.ref.id for card in shown.cards} == {"s00", "b00", "s01", "b01", "s02", "b02"}
    assert (shown.extent, shown.cut, len(shown.strokes)) == ("6 av 40 visas", True, 3)
    later = await drawing(store, "decision_rights", most=2, limit=5, offset=5)
    assert {card.ref for card in later.cards} == {Ref(System.__name__, "s05"), Ref(GovernanceBody.__name__, "b05")}


async def test_an_empty_answer_has_an_empty_map(store: Store) -> None:
    shown = await drawing(store, "no_owner")
    assert (shown.shown, shown.total, shown.cut) == (0, 0, False)
    assert shown.about == "Svaret är tomt: ingen uppgift i grafen passar frågan."


async def test_what_is_not_there_is_refused(store: Store) -> None:
    await put(store, *a_system_with_its_owner())
    with pytest.raises(UnknownThingError, match="old"):
        await drawing(store, "dependencies", system="olds")
