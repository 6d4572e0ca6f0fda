"""Maps without a database: places, lines, words, and data that cannot break out of a page."""

import json
import os
import subprocess
import sys
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.facts.facts import Ref
from graph.ontology.kinds import System
from graph.ontology.ontology import ONTOLOGY
from visualisations.drawing.canvas import embedded_json, library
from visualisations.drawing.edge_routing import route_edges
from visualisations.drawing.layout import ACROSS, CARD_HEIGHT, CARD_WIDTH, CardLayout, table
from visualisations.drawing.legend import OTHER, line_colours
from visualisations.drawing.wrapping import LINES, SQUEEZED, WIDTH, wrapped
from visualisations.maps.atlas import atlas
from visualisations.wording.addresses import thing_address

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(2)>',
    "<!--<script>alert(3)</script>-->",
    "line\u2028and\u2029paragraph",
    "\u202eright to left\u2066",
    "'; DROP TABLE {{ 7*7 }} ${7*7} &lt;",
]
COUNT = st.integers(1, 14)
ROW = st.dictionaries(st.sampled_from([0, 1, 2]), COUNT, max_size=3) | COUNT.map(lambda count: {ACROSS: count})
CELLS = (
    st.lists(ROW, min_size=1, max_size=5)
    .map(lambda rows: {(row, column): n for row, cells in enumerate(rows) for column, n in cells.items()})
    .filter(bool)
)


def refs(row: int, column: int, count: int) -> list[Ref]:
    return [Ref(System.__name__, f"{row}-{column}-{number}") for number in range(count)]


def laid_out(sizes: dict[tuple[int, int], int], seed: int = 7) -> tuple[CardLayout, list[tuple[Ref, Ref]]]:
    cells = {cell: refs(*cell, count) for cell, count in sizes.items()}
    everyone = [ref for held in cells.values() for ref in held]
    lines = [(everyone[(i * seed) % len(everyone)], everyone[(i * i) % len(everyone)]) for i in range(len(everyone))]
    return table(cells, lines), lines


@given(CELLS)
def test_no_two_cards_overlap_and_each_stands_in_its_row(sizes: dict[tuple[int, int], int]) -> None:
    placed, _ = laid_out(sizes)
    assert len(placed.places) == sum(sizes.values())
    for (x1, y1), (x2, y2) in combinations(placed.places.values(), 2):
        assert abs(x1 - x2) >= CARD_WIDTH or abs(y1 - y2) >= CARD_HEIGHT
    for ref, (_, y) in placed.places.items():
        box = placed.rows[int(ref.id.split("-")[0])]
        assert box.y <= y - CARD_HEIGHT / 2
        assert y + CARD_HEIGHT / 2 <= box.y + box.height


PROGRAM = """
from tests.unit.test_layout import laid_out
from visualisations.drawing.edge_routing import route_edges
placed, lines = laid_out({(r, c): 3 + (r * 5 + c) % 9 for r in range(6) for c in range(4)})
print(repr(placed), route_edges([l for l in lines if l[0] != l[1]], placed.places))
"""


def test_places_and_bends_are_the_same_in_every_process() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(said) == 1


def test_cards_stand_near_those_that_they_are_tied_to() -> None:
    left, right = refs(0, 0, 6), refs(0, 1, 6)
    lines = list(zip(left, reversed(right), strict=True))
    placed = table({(0, 0): left, (0, 1): right}, lines, tallest=6)
    assert all(placed.places[a][1] == placed.places[b][1] for a, b in lines)


def test_a_line_bends_past_a_card_in_its_way_and_past_its_twin() -> None:
    a, b, c = refs(0, 0, 3)
    places = {a: (0, 0), b: (300, 0), c: (600, 0)}
    direct, around = route_edges([(a, b), (a, c)], places)
    assert (direct == 0, around != 0) == (True, True)
    there, back = route_edges([(a, b), (b, a)], places)
    assert there != back


@given(st.text(max_size=300))
def test_a_name_is_wrapped_to_a_few_lines(name: str) -> None:
    lines = wrapped(name)
    assert len(lines) <= LINES
    assert all(len(line) <= WIDTH + SQUEEZED for line in lines)


@given(
    st.recursive(
        st.text() | st.sampled_from(HOSTILE), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_data_in_a_page_cannot_end_its_element(data: object) -> None:
    text = str(embedded_json(data))
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == data


def test_a_thing_s_page_is_one_path_whatever_its_id() -> None:
    assert thing_address(Ref(System.__name__, "a/b ?#å")) == "/thing/System/a%2Fb%20%3F%23%C3%A5"


def test_the_library_is_in_the_package_and_asks_for_nothing() -> None:
    assert "vis-network" in library().read_text(encoding="utf-8")[:200]


def test_the_most_shown_relations_have_a_colour_of_their_own() -> None:
    names = list(ONTOLOGY.relations)[:10]
    colours = line_colours(name for i, name in enumerate(names) for _ in range(i + 1))
    own = [colours[name] for name in names[-6:]]
    assert len(set(own)) == 6
    assert {colours[name] for name in names[:4]} == {OTHER}


def test_every_map_has_a_title_in_both_languages_and_says_how_to_read_it() -> None:
    assert list(atlas()) == sorted(atlas())
    for found in atlas().values():
        assert found.title.en != "" != found.title.sv
        assert found.about.en != found.about.sv
        assert found.inputs.keys() >= {"limit", "as_of", "scenario"}
