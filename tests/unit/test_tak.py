"""Addressing catalogues: both shapes say the same, what is odd is marked, and what cannot be read is refused."""

import json
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from graph.facts.facts import Fact, LinkFact, Ref, ThingFact
from graph.ontology.declaration import Kind
from graph.ontology.kinds import Exchange, LogicalAddress, Permission, Route, Standard, StandardVersion, System
from graph.ontology.vocabulary import ExchangeStatus, Irregularity
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from loaders.sources.contract import Reading
from loaders.sources.formats import recognised
from loaders.sources.tak import SOURCE
from loaders.sources.tak.contract_names import contract
from loaders.sources.tak.envelope import LIMITS

Lists = dict[str, list[dict[str, Any]]]
NOTES = "urn:riv:made:up:notes:GetNotesResponder:2"
SINCE, UNTIL = "2020-01-01T00:00:00+0000", "2027-12-31T00:00:00+0000"


def row(id: int, related: Mapping[str, Any] | None = None, **said: Any) -> dict[str, Any]:
    return {"id": id, "pubversion": "1", **said, **({"relationships": dict(related)} if related is not None else {})}


def newer() -> Lists:
    """A made-up catalogue in the newer shape."""
    ends = {"fromTidpunkt": SINCE, "tomTidpunkt": UNTIL}
    return {
        "rivtaprofil": [row(1, namn="RIVTABP21", beskrivning="Basprofil")],
        "tjanstekontrakt": [row(2, namnrymd=NOTES, beskrivning="Hämta anteckningar", majorVersion=2, minorVersion=1)],
        "logiskadress": [row(3, hsaId="MADE-UP-UNIT", beskrivning="Påhittad enhet")],
        "tjanstekomponent": [
            row(4, hsaId="MADE-UP-CALLER", beskrivning="Läsaren"),
            row(5, hsaId="MADE-UP-HOLDER", beskrivning="Journalen"),
        ],
        "anropsadress": [row(6, {"rivtaprofil": 1, "tjanstekomponent": 5}, adress="https://made-up.invalid/notes")],
        "anropsbehorighet": [
            row(7, {"logiskAdress": 3, "tjanstekonsument": 4, "tjanstekontrakt": 2}, integrationsavtal="A-1", **ends)
        ],
        "vagval": [row(8, {"anropsadress": 6, "logiskadress": 3, "tjanstekontrakt": 2}, **ends)],
    }  # fmt: skip


def older() -> Lists:
    """The same in the older shape."""
    lists = newer()
    caller, holder = lists.pop("tjanstekomponent")
    lists |= {"tjanstekonsument": [caller], "tjansteproducent": [holder]}
    del lists["anropsadress"]
    about = {"tjanstekontrakt": NOTES, "logiskAdress": "MADE-UP-UNIT"}
    lists["anropsbehorighet"][0]["relationships"] = {"tjanstekonsument": "MADE-UP-CALLER", **about}
    lists["vagval"][0]["relationships"] = {
        "anropsadress": "https://made-up.invalid/notes", "rivtaProfil": "RIVTABP21",
        "tjansteproducent": "MADE-UP-HOLDER", **about,
    }  # fmt: skip
    return lists


def written(tmp_path: Path, data: Any, **envelope: Any) -> Path:
    path = tmp_path / "made-up.json"
    whole = {"formatVersion": "1", "version": "0", "tidpunkt": "2026-03-10T13:31:55Z", "utforare": "X", "kommentar": ""}
    path.write_text(json.dumps({**whole, **envelope, "data": data}), encoding="utf-8")
    return path


def read(tmp_path: Path, data: Any, **envelope: Any) -> Reading:
    return SOURCE.read(written(tmp_path, data, **envelope), {})


def loaded_snapshot(tmp_path: Path, data: Lists, **envelope: Any) -> Snapshot:
    reading = read(tmp_path, data, **envelope)
    assert [each.say("en") for each in reading.problems] == []
    keys = [fact.key for fact in reading.facts]
    assert len(keys) == len(set(keys)), "each thing and relation is stated once"
    things = {fact.key for fact in reading.facts if isinstance(fact, ThingFact)}
    assert {end for fact in reading.facts if isinstance(fact, LinkFact) for end in ends(fact)} <= things
    for fact in reading.facts:
        if isinstance(fact, ThingFact):
            fact.kind.model_validate(fact.fields)
    return Snapshot.of_facts(reading.facts)


def ends(fact: LinkFact) -> tuple[Ref, Ref]:
    return fact.source, fact.target


def only(snapshot: Snapshot, kind: type[Kind]) -> Any:
    (node,) = snapshot.all(kind)
    return node


def marks(node: Node) -> list[str]:
    return list(node.field("irregularities") or ())


def bare(facts: list[Fact]) -> set[tuple[str, str]]:
    return {(str(fact.key), repr(sorted(fact.fields.items()))) for fact in facts}


@pytest.mark.parametrize("data", [newer(), older()], ids=["newer", "older"])
def test_a_catalogue_becomes_parts_entries_and_an_exchange(tmp_path: Path, data: Lists) -> None:
    snapshot = loaded_snapshot(tmp_path, data)
    permission, route, flow = only(snapshot, Permission), only(snapshot, Route), only(snapshot, Exchange)
    assert [each.id for each in (*permission.allows, *permission.under_contract, *permission.addressed_to)] == [
        "MADE-UP-CALLER", NOTES, "MADE-UP-UNIT",
    ]  # fmt: skip
    assert (permission.valid_from, permission.valid_until, permission.agreement) == ("2020-01-01", "2027-12-31", "A-1")
    ends_of_route = (*route.leads_to, *route.under_contract, *route.addressed_to, *route.under_profile)
    assert [each.id for each in ends_of_route] == [
        "MADE-UP-HOLDER", NOTES, "MADE-UP-UNIT", "riv-ta-bp-2-1",
    ]  # fmt: skip
    assert route.url == "https://made-up.invalid/notes"
    assert [each.id for each in (*flow.provided_by, *flow.consumed_by, *flow.conforms_to, *flow.profiled_by)] == [
        "MADE-UP-HOLDER", "MADE-UP-CALLER", NOTES, "riv-ta-bp-2-1",
    ]  # fmt: skip
    assert (flow.valid_from, flow.valid_until, flow.status) == ("2020-01-01", "2027-12-31", ExchangeStatus.IN_USE)
    version = snapshot.get(StandardVersion, NOTES)
    assert version
    assert (version.name, version.version, version.in_catalogue) == ("GetNotes 2", "2.1", True)
    assert [each.id for each in version.version_of] == [NOTES.removesuffix(":2")]
    assert {each.name for each in snapshot.all(System)} == {"Läsaren", "Journalen"}
    assert not [node for node in snapshot if node.field("irregularities")]


def test_both_shapes_give_the_same_facts(tmp_path: Path) -> None:
    new, old = read(tmp_path, newer()), read(tmp_path, older())
    assert bare(new.facts) == bare(old.facts)


def test_a_fact_says_where_it_was_read_and_nobody_is_named(tmp_path: Path) -> None:
    facts = read(tmp_path, newer(), utforare="Somebody Somewhere", kommentar="Somebody Else").facts
    assert {fact.provenance.place for fact in facts} >= {
        "made-up.json#vagval[id=8]", "made-up.json#anropsbehorighet[id=7]|vagval[id=8]",
    }  # fmt: skip
    assert "Somebody" not in repr(facts)


def test_the_file_is_found_by_its_beginning(tmp_path: Path) -> None:
    assert recognised(written(tmp_path, newer())) is SOURCE
    (tmp_path / "other.json").write_text('{"resourceType": "Bundle"}', encoding="utf-8")
    assert not SOURCE.recognises(tmp_path / "other.json")
    assert not SOURCE.recognises(tmp_path)
    assert not SOURCE.recognises(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"fromTidpunkt": "2021-05-01T00:00:00+0000", "tomTidpunkt": "2022-01-01T00:00:00+0000"},
         [("2021-05-01", "2022-01-01", ExchangeStatus.ENDED)]),
        ({"fromTidpunkt": "2027-01-01T00:00:00+0000", "tomTidpunkt": None},
         [("2027-01-01", "2027-12-31", ExchangeStatus.PLANNED)]),
        ({"fromTidpunkt": "2028-01-01T00:00:00+0000", "tomTidpunkt": "2029-01-01T00:00:00+0000"}, []),
        ({"fromTidpunkt": "2027-12-31T00:00:00+0000", "tomTidpunkt": "2029-01-01T00:00:00Z"},
         [("2027-12-31", "2027-12-31", ExchangeStatus.PLANNED)]),
        ({"fromTidpunkt": "2025-01-01T00:00:00+0000", "tomTidpunkt": "2024-01-01T00:00:00+0000"}, []),
    ],
)  # fmt: skip
def test_an_exchange_holds_while_both_halves_do(tmp_path: Path, period: dict[str, Any], expected: list[Any]) -> None:
    data = newer()
    data["vagval"][0] |= period
    flows = loaded_snapshot(tmp_path, data).all(Exchange)
    assert [(each.valid_from, each.valid_until, each.status) for each in flows] == expected


@pytest.mark.parametrize("name", ["tjanstekontrakt", "logiskadress"])
def test_a_half_of_something_else_is_no_exchange(tmp_path: Path, name: str) -> None:
    data = newer()
    other = deepcopy(data[name][0]) | {"id": 9, "hsaId": "OTHER", "namnrymd": NOTES[:-1] + "3", "majorVersion": 3}
    data[name].append(other)
    data["vagval"][0]["relationships"][name] = 9
    snapshot = loaded_snapshot(tmp_path, data)
    assert (len(snapshot.all(Permission)), len(snapshot.all(Route)), snapshot.all(Exchange)) == (1, 1, [])


@pytest.mark.parametrize("after", ["\r\n", " ", "\u2028", "\u200b", "\ufeff\r\n"])
def test_what_surrounds_an_id_or_address_is_left_out_and_marked(tmp_path: Path, after: str) -> None:
    data = newer()
    data["tjanstekomponent"][0]["hsaId"] += after
    data["anropsadress"][0]["adress"] += after
    data["tjanstekontrakt"][0]["namnrymd"] += after
    reading = read(tmp_path, data)
    snapshot = loaded_snapshot(tmp_path, data)
    caller = snapshot.get(System, "MADE-UP-CALLER")
    assert caller
    assert marks(caller) == marks(only(snapshot, Route)) == [Irregularity.SPACES]
    (said,) = [each.provenance for each in reading.facts if each.key == caller.ref]
    assert said.paraphrase == repr("MADE-UP-CALLER" + after)
    old = older()
    old["tjanstekonsument"][0]["hsaId"] += after
    old["anropsbehorighet"][0]["relationships"]["tjanstekonsument"] += after
    old["vagval"][0]["relationships"]["anropsadress"] += after
    old["tjanstekontrakt"][0]["namnrymd"] += after
    assert bare(read(tmp_path, old).facts) == bare(reading.facts)


@pytest.mark.parametrize(("name", "kind"), [("tjanstekomponent", System), ("logiskadress", LogicalAddress)])
def test_two_rows_with_one_id_are_one_thing_that_says_so(tmp_path: Path, name: str, kind: type[Kind]) -> None:
    data = newer()
    data[name].append(data[name][0] | {"id": 90, "beskrivning": "Å andra sidan"})
    found = [each for each in loaded_snapshot(tmp_path, data).all(kind) if each.field("irregularities")]
    assert [(marks(each), each.field("aliases")) for each in found] == [([Irregularity.SAME_ID], ["Å andra sidan"])]


def test_what_is_said_twice_is_one_entry_and_what_differs_is_two(tmp_path: Path) -> None:
    data = newer()
    data["anropsbehorighet"].append(data["anropsbehorighet"][0] | {"id": 70})
    assert marks(only(loaded_snapshot(tmp_path, data), Permission)) == [Irregularity.REPEATED]
    data["anropsbehorighet"][1]["integrationsavtal"] = "A-2"
    snapshot = loaded_snapshot(tmp_path, data)
    assert [(each.agreement, marks(each)) for each in snapshot.all(Permission)] == [("A-1", []), ("A-2", [])]
    assert len(snapshot.all(Exchange)) == 1


def test_a_period_that_ends_before_it_begins_is_marked(tmp_path: Path) -> None:
    data = newer()
    data["anropsbehorighet"][0]["tomTidpunkt"] = "2019-01-01T00:00:00+0000"
    assert marks(only(loaded_snapshot(tmp_path, data), Permission)) == [Irregularity.PERIOD]


@pytest.mark.parametrize(
    ("namespace", "standard", "version", "name", "regular"),
    [
        (NOTES, NOTES[:-2], NOTES, "GetNotes 2", True),
        ("urn:riv:made:up:notes:GetNotes:2", NOTES[:-2], NOTES, "GetNotes 2", False),
        (NOTES + ":rivtabp21", NOTES[:-2], NOTES, "GetNotes 2", False),
        ("urn:riv13606:made:up:1", "urn:riv13606:made:up", "urn:riv13606:made:up:1", "up 1", False),
        ("http://made-up.invalid:SendStatus", "http://made-up.invalid:SendStatus", "http://made-up.invalid:SendStatus",
         "SendStatus", False),
    ],
)  # fmt: skip
def test_a_contract_is_known_by_domain_operation_and_major(
    tmp_path: Path, namespace: str, standard: str, version: str, name: str, regular: bool
) -> None:
    named = contract(namespace)
    assert (named.standard, named.version, named.name, named.regular) == (standard, version, name, regular)
    data = newer()
    data["tjanstekontrakt"][0] |= {"namnrymd": namespace, "majorVersion": named.major}
    (about,) = only(loaded_snapshot(tmp_path, data), Permission).under_contract
    assert (about.id, marks(about)) == (version, [] if regular else [Irregularity.NAMESPACE])


def test_the_case_of_a_contract_counts(tmp_path: Path) -> None:
    assert contract(NOTES).standard != contract(NOTES.replace("GetNotes", "getnotes")).standard


def test_a_major_that_is_another_than_the_namespaces_is_marked(tmp_path: Path) -> None:
    data = newer()
    data["tjanstekontrakt"][0]["majorVersion"] = 3
    (about,) = only(loaded_snapshot(tmp_path, data), Permission).under_contract
    assert marks(about) == [Irregularity.MAJOR]


def test_an_address_that_no_route_uses_is_kept_and_marked(tmp_path: Path) -> None:
    data = newer()
    data["anropsadress"].append(data["anropsadress"][0] | {"id": 60, "adress": "https://made-up.invalid/old"})
    found = [each for each in loaded_snapshot(tmp_path, data).all(Route) if each.field("irregularities")]
    assert [(each.url, marks(each), each.under_contract) for each in found] == [
        ("https://made-up.invalid/old", [Irregularity.UNUSED_ADDRESS], ())
    ]


def test_a_filter_narrows_its_permission(tmp_path: Path) -> None:
    data = newer()
    data["filter"] = [row(20, {"anropsbehorighet": 7}, servicedomain="urn:riv:made:up")]
    data["filtercategorization"] = [row(30 + n, {"filter": 20}, category=each) for n, each in enumerate("ba")]
    assert only(loaded_snapshot(tmp_path, data), Permission).narrowed_to == ["urn:riv:made:up: a, b"]


def test_entries_with_long_ids_are_told_apart(tmp_path: Path) -> None:
    data = newer()
    data["logiskadress"] = [row(n, hsaId="U" * 180 + str(n), beskrivning="x" * 900) for n in (3, 33)]
    extra = deepcopy(data["anropsbehorighet"][0])
    extra["relationships"]["logiskAdress"] = 33
    data["anropsbehorighet"].append(extra | {"id": 70})
    snapshot = loaded_snapshot(tmp_path, data)
    assert len(snapshot.all(Permission)) == 2
    assert max(len(node.id) for node in snapshot) <= 200


def changed(name: str, related: dict[str, Any] | None = None, **said: Any) -> Lists:
    data = newer()
    data[name][0] |= said
    data[name][0].get("relationships", {}).update(related or {})
    return data


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (changed("vagval", {"anropsadress": 99}), "list vagval, row 8: anropsadress is 99, which is not in the file."),
        (changed("vagval", {"logiskadress": None}), "made-up.json, list vagval, row 8: logiskadress is missing."),
        (changed("vagval", {"logiskadress": {"id": 3}}), "list vagval, row 8: logiskadress is not a text."),
        (changed("tjanstekomponent", hsaId=" \r\n"), "made-up.json, list tjanstekomponent, row 4: hsaId is missing."),
        (changed("tjanstekomponent", hsaId="A\nB"), "hsaId has a line break inside it"),
        (changed("tjanstekomponent", hsaId="A\ud800B"), "hsaId has U+D800 inside it"),
        (changed("logiskadress", hsaId="x" * 201), "hsaId is longer than 200 characters."),
        (changed("tjanstekontrakt", namnrymd="urn:riv:a:" + "x" * 186 + ":1"), "namnrymd is longer than 200"),
        (changed("anropsbehorighet", fromTidpunkt="2020-02-30T00:00:00+0000"), 'fromTidpunkt is "2020-02-30T'),
        (changed("anropsbehorighet", tomTidpunkt=1583847115000), 'tomTidpunkt is "1583847115000", which is not a time'),
        (changed("tjanstekomponent", id=5), "list tjanstekomponent, row 5: Its number stands on another row too."),
        ({**newer(), "vagval": ["x"]}, "made-up.json, list vagval, row number 1: This is not a row with named values."),
        ({**newer(), "vagval": {}}, "made-up.json, list vagval: This is not a list of rows."),
        ({**newer(), "somethingElse": [{}]}, "made-up.json, list somethingElse: This list is not known"),
        ({**newer(), "tjansteproducent": []}, "The file mixes both shapes"),
        ({**newer(), "filter": [row(1, {"anropsbehorighet": 99}, servicedomain="x")]}, "row 1: It narrows"),
        ({}, "Nothing stands in the catalogue."),
        ([], 'it has no object "data"'),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_problem_with_its_place(tmp_path: Path, data: Any, expected: str) -> None:
    reading = read(tmp_path, data)
    assert expected in "\n".join(each.say("en") for each in reading.problems)
    assert all(each.say("sv") != each.say("en") for each in reading.problems)
    assert reading.facts == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (json.dumps({"formatVersion": "1", "data": newer()})[:-40].encode(), "cut short"),
        (json.dumps({"formatVersion": "1", "data": newer()}).encode("utf-16"), "not UTF-8"),
        ('{"formatVersion": "1", "utforare": "Å"}'.encode("latin-1"), "not UTF-8"),
        (b'{"formatVersion": "1", "data": ' + b"[" * 100_000, "nested"),
        (b'{"formatVersion": "1", "formatVersion": "1"}', "stands twice"),
        (b'{"formatVersion": "2", "data": {}}', "its format is 2"),
        (b'{"formatVersion": NaN}', "number"),
        (b'{"formatVersion": "1"', "cut short"),
        (b'["formatVersion", {"vagval": 1}]', 'no object "data"'),
        (b'{"formatVersion": "1", "tidpunkt": "soon", "data": {"vagval": [{}]}}', "tidpunkt: This is not a time"),
        (b" ", "empty"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_told_and_no_traceback(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "made-up.json"
    path.write_bytes(content)
    assert SOURCE.recognises(path) or not content.strip()
    reading = SOURCE.read(path, {})
    (problem,) = reading.problems
    assert expected in problem.say("en")
    assert problem.say("en").startswith("made-up.json")


def test_a_file_that_is_too_large_or_would_make_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.sources.tak.catalogue_facts.MOST_EXCHANGES", 0)
    assert "1 exchanges, more than 0" in read(tmp_path, newer()).problems[0].say("en")
    monkeypatch.setattr("loaders.sources.tak.envelope.LIMITS", LIMITS._replace(most_values=3))
    assert "more than 3 values" in read(tmp_path, newer()).problems[0].say("en")
    monkeypatch.setattr("loaders.sources.tak.LIMITS", LIMITS._replace(largest=10))
    assert "larger than" in read(tmp_path, newer()).problems[0].say("en")


def test_standards_are_those_of_the_reference(tmp_path: Path) -> None:
    ids = {each.id for each in loaded_snapshot(tmp_path, newer()).all(Standard)}
    assert ids == {"riv-ta", NOTES[:-2]}
