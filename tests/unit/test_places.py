"""Places: stored in one notation, told in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.places import ListRow, ListRows, Place, in_words, parsed

NAME = st.text(
    alphabet=st.one_of(st.sampled_from("':#!|[]=;,. \\\n12aAåÅ_-"), st.characters(codec="utf-8")), min_size=1
)
LINE = st.integers(1, 10**9)
LETTERS = st.text(alphabet="ABCXYZ", min_size=1, max_size=3)
NOTHING = st.just("")
PLACES = st.one_of(
    st.tuples(NAME, st.just(0) | LINE),
    st.tuples(NAME, LINE, NAME),
    st.tuples(NAME, st.just(0) | LINE, NOTHING, NAME),
    st.tuples(NAME, LINE, LETTERS, NAME),
).map(lambda each: Place(*each))
ROWS = st.one_of(st.tuples(NAME), st.tuples(NAME, NAME), st.tuples(NAME, NOTHING, LINE)).map(lambda row: ListRow(*row))
LISTS = st.tuples(NAME, st.lists(ROWS, min_size=1, max_size=3).map(tuple)).map(lambda each: ListRows(*each))


@given(PLACES | LISTS)
def test_what_is_written_is_read_again_whatever_files_and_sheets_are_called(place: Place | ListRows) -> None:
    assert parsed(str(place)) == place


@given(st.text(alphabet=st.sampled_from("':#!|[]= 12aA")))
def test_any_text_is_read_as_itself_or_as_nothing(text: str) -> None:
    place = parsed(text)
    assert place is None or parsed(str(place)) == place
    assert in_words(text, "sv") or not text


@pytest.mark.parametrize(
    ("place", "written", "english", "swedish"),
    [
        (Place("systems.yaml"), "systems.yaml", "systems.yaml", "systems.yaml"),
        (Place("systems.yaml", 12), "systems.yaml:12", "systems.yaml, line 12", "systems.yaml, rad 12"),
        (Place("in/x.csv", 2, "Namn"), "in/x.csv:2:Namn", "in/x.csv, line 2, column Namn",
         "in/x.csv, rad 2, kolumn Namn"),
        (Place("r.xlsx", 0, "", "System"), "r.xlsx#System!", "r.xlsx, sheet System", "r.xlsx, blad System"),
        (Place("r.xlsx", 2, "", "System"), "r.xlsx#System!2:2", "r.xlsx, sheet System, row 2",
         "r.xlsx, blad System, rad 2"),
        (Place("r.xlsx", 2, "C", "It's old!"), "r.xlsx#'It''s old!'!C2",
         "r.xlsx, sheet It's old!, cell C2", "r.xlsx, blad It's old!, cell C2"),
        (Place("a:1#b.yaml", 3), "'a:1#b.yaml':3", "a:1#b.yaml, line 3", "a:1#b.yaml, rad 3"),
        (ListRows("k.json", (ListRow("vagval", "8"),)), "k.json#vagval[id=8]", "k.json, list vagval, row 8",
         "k.json, listan vagval, rad 8"),
        (ListRows("k.json", (ListRow("filter", "SE 1"), ListRow("vagval", "", 3))),
         "k.json#filter[id='SE 1']|vagval[3]",
         "k.json, list filter, row SE 1, list vagval, row number 3",
         "k.json, listan filter, rad SE 1, listan vagval, rad nummer 3"),
    ],
)  # fmt: skip
def test_a_place_is_short_where_it_is_stored_and_in_words_where_it_is_read(
    place: Place | ListRows, written: str, english: str, swedish: str
) -> None:
    assert str(place) == written
    assert (in_words(written, "en"), in_words(written, "sv")) == (english, swedish)


@pytest.mark.parametrize(
    "text", ["", "world:s", "mine.xlsx, sheet System, row 2", "p. 7", "https://x.example/a#b", "'a' b", "#a", "a#b[1]|"]
)
def test_another_sources_own_word_for_a_place_is_shown_as_it_is(text: str) -> None:
    assert in_words(text, "sv") == text
