"""Rows that cannot be used: set aside where nothing needs them, and a problem where something does."""

from pathlib import Path
from typing import Any

import pytest

from graph.facts.facts import ThingFact
from graph.facts.places import in_words
from graph.ontology.kinds import CatalogueNote, LogicalAddress, Permission, Route, System
from graph.ontology.vocabulary import Irregularity, NoteReason
from loaders.sources.contract import Reading
from tests.unit.test_tak import NOTES, Lists, bare, changed, loaded_snapshot, marks, newer, older, read, row

MISSING, BROKEN, UNPRINTABLE = NoteReason.MISSING, NoteReason.NOT_A_TEXT, NoteReason.UNPRINTABLE


def with_row(data: Lists, name: str, *rows: Any) -> Lists:
    """The catalogue with more rows in a list."""
    return {**data, name: [*data.get(name, []), *rows]}


def noted(reading: Reading) -> dict[str, list[str]]:
    """Where a note is about, with why; but of the filters, which no catalogue here has."""
    assert [each.say("en") for each in reading.problems] == []
    notes = [each for each in reading.facts if isinstance(each, ThingFact) and each.kind is CatalogueNote]
    return {each.provenance.place: each.fields["reasons"] for each in notes if "filter" not in each.id}


def refused(reading: Reading) -> str:
    assert reading.facts == []
    assert all(each.say("sv") != each.say("en") for each in reading.problems)
    return "\n".join(each.say("en") for each in reading.problems)


@pytest.mark.parametrize(
    ("name", "odd", "where", "why"),
    [
        ("logiskadress", row(30, hsaId="X 1\r\n\r\n2"), "id=30", UNPRINTABLE),
        ("logiskadress", row(30, beskrivning="no id"), "id=30", MISSING),
        ("logiskadress", row(30, hsaId=[1]), "id=30", BROKEN),
        ("logiskadress", row(30, hsaId="X", beskrivning={}), "id=30", BROKEN),
        ("logiskadress", row(30, hsaId="x" * 201), "id=30", NoteReason.TOO_LONG),
        ("logiskadress", row(3, hsaId="\ud800"), "id=3", None),
        ("logiskadress", "text", "2", NoteReason.NOT_A_ROW),
        ("logiskadress", {"hsaId": "A\nB"}, "2", UNPRINTABLE),
        ("logiskadress", row(30, hsaId="X") | {"relationships": "x"}, "id=30", NoteReason.NOT_A_ROW),
        ("tjanstekontrakt", row(30, namnrymd=" "), "id=30", MISSING),
        ("tjanstekontrakt", row(30, namnrymd="urn:riv:a:BResponder:1", majorVersion=[]), "id=30", BROKEN),
        ("rivtaprofil", row(30, namn="A\x00B"), "id=30", UNPRINTABLE),
        ("tjanstekomponent", row(30, hsaId=None), "id=30", MISSING),
    ],
)  # fmt: skip
def test_a_part_that_cannot_be_used_and_that_nothing_refers_to_is_set_aside(
    tmp_path: Path, name: str, odd: Any, where: str, why: NoteReason | None
) -> None:
    reading = read(tmp_path, with_row(newer(), name, odd))
    if why is None:
        assert "Its number stands on another row too." in refused(reading)
        return
    assert noted(reading) == {f"made-up.json#{name}[{where}]": [why]}
    (warning,) = reading.warnings
    assert str(warning.place) == f"made-up.json#{name}[{where}]"
    assert warning.say("en").endswith("it is set aside, and samband ask addressing-findings lists it.")
    assert "åt sidan" in warning.say("sv")
    assert bare([each for each in reading.facts if each.provenance.place != next(iter(noted(reading)))]) == bare(
        read(tmp_path, newer()).facts
    )
    if name != "tjanstekomponent":
        old = read(tmp_path, with_row(older(), name, odd))
        assert bare(old.facts) == bare(reading.facts), "the older shape says the same"


def test_a_note_says_its_place_in_both_languages_and_what_is_written(tmp_path: Path) -> None:
    reading = read(tmp_path, with_row(newer(), "logiskadress", row(30, hsaId="X\r\n2", beskrivning=[])))
    (note,) = [each for each in reading.facts if "id=30" in each.provenance.place]
    assert note.fields["name"] == "made-up.json, list logiskadress, row 30"
    assert note.fields["name_sv"] == in_words(note.provenance.place, "sv") != note.fields["name"]
    assert (note.fields["reasons"], note.fields["in_fields"]) == ([UNPRINTABLE, BROKEN], ["hsaId", "beskrivning"])
    assert note.provenance.paraphrase == "'X\\r\\n2'; []"


@pytest.mark.parametrize(
    ("related", "said", "why"),
    [
        ({"rivtaprofil": 1, "tjanstekomponent": 5}, {"adress": "http://b.invalid\r\nJUNK\tX "}, UNPRINTABLE),
        ({"rivtaprofil": 1, "tjanstekomponent": 5}, {}, MISSING),
        ({"rivtaprofil": 1}, {"adress": "http://b.invalid"}, MISSING),
        ({"rivtaprofil": 99, "tjanstekomponent": 5}, {"adress": "http://b.invalid"}, NoteReason.NOT_THERE),
    ],
)
def test_an_address_that_cannot_be_used_and_that_no_route_uses_is_set_aside(
    tmp_path: Path, related: dict[str, int], said: dict[str, str], why: NoteReason
) -> None:
    data = with_row(newer(), "anropsadress", row(30, related, **said))
    assert noted(read(tmp_path, data)) == {"made-up.json#anropsadress[id=30]": [why]}
    data["vagval"][0]["relationships"]["anropsadress"] = 30
    text = refused(read(tmp_path, data))
    assert "list anropsadress, row 30: " in text
    assert "list vagval, row 8: anropsadress is 30, and that row cannot be used." in text


def test_a_note_refers_to_what_its_row_refers_to(tmp_path: Path) -> None:
    data = {**changed("anropsbehorighet", fromTidpunkt="soon"), "vagval": []}
    (note,) = [each for each in loaded_snapshot(tmp_path, data).all(CatalogueNote) if "id=7" in each.id]
    assert [each.id for each in note.refers_to] == [NOTES, "MADE-UP-CALLER", "MADE-UP-UNIT"]


def test_what_only_a_row_that_is_set_aside_refers_to_is_set_aside_as_well(tmp_path: Path) -> None:
    data = with_row(newer(), "tjanstekomponent", row(31, hsaId="A\nB"))
    data = with_row(
        data, "anropsadress", row(30, {"rivtaprofil": 1, "tjanstekomponent": 31}, adress="http://b.invalid")
    )
    assert noted(read(tmp_path, data)) == {
        "made-up.json#tjanstekomponent[id=31]": [UNPRINTABLE],
        "made-up.json#anropsadress[id=30]": [NoteReason.UNUSABLE],
    }
    data["vagval"][0]["relationships"]["anropsadress"] = 30
    text = refused(read(tmp_path, data))
    assert "list tjanstekomponent, row 31: hsaId has a line break inside it" in text


def test_an_address_of_the_older_shape_that_does_not_say_whose_it_is_is_set_aside(tmp_path: Path) -> None:
    data = with_row(older(), "anropsadress", row(30, adress="http://b.invalid"))
    assert noted(read(tmp_path, data)) == {"made-up.json#anropsadress[id=30]": [NoteReason.OWNERLESS]}
    data = with_row(older(), "anropsadress", row(6, {"rivtaprofil": "?"}, adress="https://made-up.invalid/notes"))
    assert "row 6: rivtaprofil is ?, which is not in the file." in refused(read(tmp_path, data)), "a route uses it"


def test_a_part_that_is_referred_to_by_a_key_is_needed_in_the_older_shape(tmp_path: Path) -> None:
    data = with_row(older(), "tjanstekonsument", row(30, hsaId="MADE-UP-CALLER", beskrivning=[]))
    assert "list tjanstekonsument, row 30: beskrivning is not a text." in refused(read(tmp_path, data))


@pytest.mark.parametrize("name", ["logiskadress", "tjanstekomponent", "tjanstekontrakt", "rivtaprofil"])
def test_two_rows_with_one_number_are_ambiguous_only_where_something_refers_to_it(tmp_path: Path, name: str) -> None:
    keys = {"tjanstekontrakt": "namnrymd", "rivtaprofil": "namn"}
    extra = [row(30) | {keys.get(name, "hsaId"): f"urn:riv:made:up:Get{n}Responder:1"} for n in "AB"]
    data = with_row(newer(), name, *extra)
    found = [each for each in loaded_snapshot(tmp_path, data) if Irregularity.SAME_NUMBER in marks(each)]
    assert len(found) == 2, "both are read, and marked"
    data[name].append(extra[0] | {"id": data[name][0]["id"]})
    assert "Its number stands on another row too." in refused(read(tmp_path, data))


def test_two_addresses_with_one_number_are_ambiguous_only_where_a_route_uses_it(tmp_path: Path) -> None:
    related = {"rivtaprofil": 1, "tjanstekomponent": 5}
    data = with_row(newer(), "anropsadress", *(row(30, related, adress=f"http://{n}.invalid") for n in "ab"))
    found = [each for each in loaded_snapshot(tmp_path, data).all(Route) if len(marks(each)) == 2]
    assert {each.url for each in found} == {"http://a.invalid", "http://b.invalid"}
    data["vagval"][0]["relationships"]["anropsadress"] = 30
    assert "anropsadress is 30, and that is the number of several rows." in refused(read(tmp_path, data))
    same = with_row(newer(), "anropsadress", newer()["anropsadress"][0])
    assert noted(read(tmp_path, same)) == {}, "the same said twice can only mean one thing"


def test_two_permissions_with_one_number_are_ambiguous_only_where_a_filter_narrows_it(tmp_path: Path) -> None:
    other = newer()["anropsbehorighet"][0] | {"integrationsavtal": "A-2"}
    data = with_row(newer(), "anropsbehorighet", other)
    assert [marks(each) for each in loaded_snapshot(tmp_path, data).all(Permission)] == [[Irregularity.SAME_NUMBER]] * 2
    data["filter"] = [row(20, {"anropsbehorighet": 7}, servicedomain="urn:riv:made:up")]
    assert "list anropsbehorighet, row 7: Its number stands on another row too." in refused(read(tmp_path, data))


@pytest.mark.parametrize(("name", "other"), [("anropsbehorighet", "vagval"), ("vagval", "anropsbehorighet")])
def test_an_entry_with_a_time_that_cannot_be_read_is_needed_where_it_has_its_other_half(
    tmp_path: Path, name: str, other: str
) -> None:
    data = changed(name, fromTidpunkt="soon")
    assert 'fromTidpunkt is "soon"' in refused(read(tmp_path, data))
    data[other] = []
    place = f"made-up.json#{name}[id={data[name][0]['id']}]"
    reading = read(tmp_path, data)
    assert noted(reading)[place] == [NoteReason.NOT_A_TIME]
    assert not [each for each in reading.facts if isinstance(each, ThingFact) and each.kind in (Permission, Route)
                and not each.fields.get("irregularities")]  # fmt: skip
    if name == "anropsbehorighet":
        data["filter"] = [row(20, {"anropsbehorighet": 7}, servicedomain="urn:riv:made:up")]
        assert 'fromTidpunkt is "soon"' in refused(read(tmp_path, data)), "a filter refers to it"


@pytest.mark.parametrize("shape", [newer, older])
def test_a_list_that_is_absent_is_a_problem_and_an_empty_one_is_noted(tmp_path: Path, shape: Any) -> None:
    for name in shape():
        for absent in ({each: rows for each, rows in shape().items() if each != name}, {**shape(), name: None}):
            assert f"made-up.json, list {name}: This list is not in the file" in refused(read(tmp_path, absent))
    for name in ("anropsbehorighet", "vagval"):
        reading = read(tmp_path, {**shape(), name: []})
        assert noted(reading)[f"made-up.json#{name}[]"] == [NoteReason.EMPTY_LIST]


def test_that_filters_are_absent_or_empty_is_noted(tmp_path: Path) -> None:
    notes = {each.id: each.reasons for each in loaded_snapshot(tmp_path, {**newer(), "filter": []}).all(CatalogueNote)}
    assert notes == {
        "made-up.json#filter[]": [NoteReason.EMPTY_LIST],
        "made-up.json#filtercategorization[]": [NoteReason.NO_LIST],
    }


def test_a_filter_that_cannot_be_read_is_a_problem_for_it_narrows_something(tmp_path: Path) -> None:
    data = {**newer(), "filter": [row(20, {"anropsbehorighet": 7})]}
    assert "list filter, row 20: servicedomain is missing." in refused(read(tmp_path, data))
    domain = {"servicedomain": "urn:riv:made:up"}
    data = {
        **newer(),
        "filter": [row(20, {"anropsbehorighet": 7}, **domain), row(20, {"anropsbehorighet": 7}, x=1, **domain)],
    }
    data["filtercategorization"] = [row(30, {"filter": 20}, category="a")]
    assert "list filter, row 20: Its number stands on another row too." in refused(read(tmp_path, data))


def test_rows_that_share_a_number_and_cannot_be_used_are_a_note_each(tmp_path: Path) -> None:
    odd = [row(30, hsaId=each) for each in ("A\nB", "C\nD")]
    snapshot = loaded_snapshot(tmp_path, with_row(newer(), "logiskadress", *odd))
    ids = [each.id for each in snapshot.all(CatalogueNote) if "filter" not in each.id]
    assert ids == ["made-up.json#logiskadress[id=30]", "made-up.json#logiskadress[id=30] #2"]
    assert len(snapshot.all(LogicalAddress)) == 1
    assert len(snapshot.all(System)) == 2
