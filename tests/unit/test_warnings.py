"""What is loaded all the same, and told: most often it is a slip."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.facts.facts import Fact, Provenance
from graph.facts.merged_view import Thing
from graph.facts.records import Stated
from graph.ontology.kinds import Route, System
from loaders.runs.fact_warnings import DAMAGED, GUARDED, SLIP, disagreements, doubts, persons
from loaders.runs.personal_numbers import CANDIDATE, SIGN, personal_numbers
from loaders.sources.contract import Known, KnownThing
from loaders.sources.register import SOURCE
from tests.worlds import link, thing

TODAY = "2026-11-30"
KNOWN: Known = {"System": {"Melior": KnownThing("Melior", frozenset({"other"}))}}


def told(*facts: Fact) -> list[str]:
    return [warning.say("en") for warning in doubts(facts, KNOWN, "mine", TODAY)]


def test_what_is_written_as_it_should_be_is_not_warned_of() -> None:
    assert told(thing(System, "a", used_since="2017", used_until="2030", lifecycle="active"), thing(System, "b")) == []


def test_ids_that_differ_only_in_capital_letters_are_told() -> None:
    assert told(thing(System, "a"), thing(System, "A"), thing(Route, "a")) == [
        'world:A: System/A and "a" differ only in capital letters. Are they the same?'
    ]
    assert 'System/melior and "Melior" differ' in told(thing(System, "melior"))[0]


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (thing(System, "two words"), 'The id "two words" has a space in it.'),
        (thing(Route, "r", url="https://a b.invalid"), '"https://a b.invalid" in url has a space in it.'),
        (thing(System, "a", era="4.892E+92"), '"4.892E+92" in era looks like a number that a spreadsheet cut short.'),
        (thing(System, "a", aliases=['="007"']), '"="007"" in aliases has the guard of a spreadsheet around it.'),
        (thing(System, "a", lifecycle="active", used_until="2020"),
         'System/a is "active" in lifecycle, but used_until says 2020.'),
        (thing(System, "a", lifecycle="plan", used_since="2020-05"),
         'System/a is "plan" in lifecycle, but used_since says 2020-05.'),
    ],
)  # fmt: skip
def test_what_is_most_likely_a_slip_is_told_with_its_place(fact: Fact, said: str) -> None:
    found = told(fact)
    assert [each.startswith("world:") and said in each for each in found] == [True], found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fråga Tolvan, 191212121212.", ["19121212-****"]),
        ("121212-1212", ["121212-****"]),
        ("121272-1219", ["121272-****"]),
        ("121212-1213", []),
        ("123212-1219", []),
        ("232100-0016", []),
        ("SE2321000016-1003", []),
        ("SE191212121212-1000", []),
        ("1.2.752.191212121212", []),
        ("A191212121212", []),
    ],
)
def test_a_personal_number_has_a_day_and_a_check_digit_and_stands_alone(text: str, found: list[str]) -> None:
    assert list(personal_numbers(text)) == found


def test_a_personal_number_is_told_wherever_it_stands_and_never_repeated() -> None:
    said = Provenance("doc", paraphrase="As 19121212-1212 says.", place="x:1")
    found = persons([thing(System, "a", aliases=["121212-1212"])._replace(provenance=said)])
    assert [each.values["field"] for each in found] == ["aliases", "paraphrase"]
    assert not [each for each in found if "1212-1212" in each.say("sv")]


def test_records_that_are_trusted_as_much_and_differ_are_told() -> None:
    held = Stated.of(thing(System, "a", era="1980s"), "other", 1)
    properties = {"id": "a", "name": "A", "era": "1980s"} | held.stored()
    things = {held.refs[0]: Thing(properties, "System")}
    fact = thing(System, "a", era="1990s")
    found = disagreements([fact], things, "world", {"world": 50, "other": 50})
    assert [each.say("en") for each in found] == [
        'world:a: System/a has "1990s" in era here and "1980s" in the dataset other, which is trusted as much. '
        "Give one of them a higher trust."
    ]
    assert disagreements([fact], things, "world", {"world": 50, "other": 51}) == []


def test_a_hidden_sheet_that_is_read_is_told(tmp_path: Path) -> None:
    made = Workbook()
    shown, hidden = made.active, made.create_sheet("Api")
    assert shown is not None
    shown.title = "System"
    for sheet in (shown, hidden):
        sheet.append(["id", "name"])
        sheet.append(["a", "A"])
    hidden.sheet_state = "hidden"
    made.save(tmp_path / "r.xlsx")
    reading = SOURCE.read(tmp_path / "r.xlsx", {})
    assert (len(reading.facts), reading.problems) == (2, [])
    assert [each.say("en").partition(":")[0] for each in reading.warnings] == ["r.xlsx, sheet Api"]


@settings(max_examples=300)
@given(st.text(st.sampled_from('0123456789-+E.,=" a٣'), max_size=20))
def test_no_slip_and_no_personal_number_is_passed_over_by_the_look_at_what_strikes(text: str) -> None:
    if DAMAGED.fullmatch(text) or GUARDED.fullmatch(text):
        assert SLIP.search(text)
    if CANDIDATE.search(text):
        assert SIGN.search(text)


def test_a_text_is_told_for_each_relation_that_stands_on_it() -> None:
    said = Provenance("doc", paraphrase="As 19121212-1212 says.", place="x:1")
    plain = Provenance("doc", place="x:2")
    old, new = thing(System, "a"), thing(System, "b")
    links = [link(old, "depends_on", new), link(new, "depends_on", old)]
    assert len(persons([each._replace(provenance=said) for each in links])) == 2
    assert persons([each._replace(provenance=plain) for each in links]) == []
    noted = link(new, "succeeds", old)._replace(provenance=plain, fields={"note": "121212-1212"})
    assert len(persons([links[0]._replace(provenance=plain), noted])) == 1
