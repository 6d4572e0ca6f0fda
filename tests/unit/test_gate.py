"""The run is the gate: whatever a source hands over is held to the ontology, and all that is wrong is told at once."""

from typing import Any

import pytest

from graph.facts.facts import Evidence, Fact, LinkFact, Provenance, Ref, ThingFact
from graph.ontology.declaration import LONGEST_TEXT, Kind
from graph.ontology.kinds import Api, Budget, MaturityAssessment, Organisation, Route, Standard, StandardVersion, System
from loaders.files.problem import Problem
from loaders.runs.fact_validation import validated
from loaders.sources.contract import Dataset, Known, KnownThing, Reading
from tests.worlds import link, thing

OLD, NEW, API = thing(System, "old"), thing(System, "new"), thing(Api, "api")
R4, FHIR, IHE = thing(StandardVersion, "r4"), thing(Standard, "fhir"), thing(Standard, "ihe")
KNOWN: Known = {"Api": {"mine": KnownThing("Mine", frozenset({"world"})), "their": KnownThing("T", frozenset({"b"}))}}


def told(*facts: Fact, problems: tuple[Problem, ...] = ()) -> list[str]:
    found = validated(Reading(Dataset("world", "World"), "", list(facts), list(problems)), KNOWN)
    return [problem.say("en") for problem in found]


def old(**fields: Any) -> ThingFact:
    return ThingFact(System, "old", {"id": "old", "name": "Old", **fields}, Provenance("doc", place="x.yaml:7"))


def test_what_the_ontology_takes_has_no_problem() -> None:
    right = old(mode="mode-1", used_since="2017-05", annual_cost_sek=3, must_not_stop=True, aliases=["a", "b"])
    assert told(right, API, link(OLD, "exposes", API)) == []


@pytest.mark.parametrize(
    ("right", "wrong"), [({"annual_cost_sek": 1}, {"annual_cost_sek": True}), ({"aliases": ["a"]}, {"aliases": "a"})]
)
def test_a_wrong_value_does_not_hide_among_right_ones_like_it(right: dict[str, Any], wrong: dict[str, Any]) -> None:
    others = [thing(System, f"s-{number}", **right) for number in range(3)]
    assert len(told(*others, old(**wrong))) == len(told(old(**wrong), *others)) == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"lifecycle": "banana"}, '"banana" is not a value of lifecycle. Write one of: plan, phase-in, active'),
        ({"lifecycle": "I drift"}, "Did you mean active?"),
        ({"lifecycel": "active"}, '"lifecycel" is not a field of System. Did you mean lifecycle?'),
        ({"annual_cost_sek": "5"}, '"5" is not a number. In annual_cost_sek'),
        ({"annual_cost_sek": True}, '"True" is not a number. In annual_cost_sek'),
        ({"annual_cost_sek": float("nan")}, '"nan" is too large a number'),
        ({"annual_cost_sek": 2**70}, "is too large a number for annual_cost_sek"),
        ({"must_not_stop": "yes"}, '"yes" is neither yes nor no'),
        ({"must_not_stop": None}, '"None" is neither yes nor no'),
        ({"used_since": "2017-13"}, '"2017-13" is not a date'),
        ({"used_since": 2017}, '"2017" is not a text, and used_since takes one'),
        ({"aliases": "a"}, "aliases takes a list of values"),
        ({"aliases": ["a", ""]}, "aliases is empty"),
        ({"era": ["a"]}, "era takes one value, not a list"),
        ({"era": "a\x07"}, "has the character U+0007"),
        ({"era": "x" * (LONGEST_TEXT + 1)}, f"era is {LONGEST_TEXT + 1} characters long"),
        ({"id": "other"}, 'System/old has "other" for its field id'),
    ],
)
def test_a_value_that_its_field_cannot_have_is_told_with_the_place_of_its_fact(
    fields: dict[str, Any], said: str
) -> None:
    found = told(old(**fields))
    assert len(found) == 1
    assert found[0].startswith("x.yaml:7: ")
    assert said in found[0]


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        (System, {"annual_cost_sek": -1.0}, '"-1.0" is too small for annual_cost_sek, which is at least 0'),
        (Budget, {"year": 20226}, '"20226" is too large for year, which is at most 2200'),
        (System, {"used_since": "0217-05"}, '"0217-05" cannot be the value of used_since: its year is not from 1900'),
        (
            System,
            {"used_since": "2019-03", "used_until": "2019-02-28"},
            '"2019-03" in used_since is after "2019-02-28"',
        ),
        (MaturityAssessment, {"maturity": 6, "scale": "1 to 5"}, '"6" in maturity is not on the scale "1 to 5"'),
        (Route, {"url": "example.invalid/x"}, "value of url: it does not begin with a scheme, such as https:"),
    ],
)
def test_a_value_beyond_a_limit_of_its_declaration_is_told(kind: type[Kind], fields: dict[str, Any], said: str) -> None:
    found = told(ThingFact(kind, "a", {"id": "a", "name": "A", **fields}, Provenance("doc", place="x:1")))
    assert [said in each for each in found] == [True], found


def test_days_of_less_precision_are_in_order_where_they_can_be() -> None:
    assert told(old(used_since="2019-05", used_until="2019")) == []
    assert told(old(used_since="2019", used_until="2019-02")) == []
    assert told(old(used_since="2017", used_until="9999-12-31")) == []


def test_a_thing_has_no_relation_to_itself_where_that_says_nothing() -> None:
    assert told(OLD, link(OLD, "depends_on", OLD)) == [
        "world:old-old: System/old depends_on itself, which cannot be. Name the other one, or leave it out."
    ]
    region = thing(Organisation, "region")
    assert told(region, link(region, "governs", region)) == []


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_files() -> None:
    later = old(mode="fast")._replace(id="later", provenance=Provenance("doc", place="y.yaml:1"))
    found = told(later, old(mode="slow", colour="red"), problems=(Problem("a.csv:3", "Unreadable."),))
    assert [each.partition(": ")[0] for each in found] == ["a.csv:3", "x.yaml:7", "x.yaml:7", "y.yaml:1", "y.yaml:1"]


def test_a_thing_needs_an_id_and_a_name() -> None:
    found = told(ThingFact(System, "a", {}, Provenance("doc", place="x:1")))
    assert [each.partition(" here")[0] for each in found] == ["x:1: System has no id", "x:1: System has no name"]


@pytest.mark.parametrize("id", ["", " a", "a ", "a\nb", "a" * 201])
def test_an_id_is_one_plain_line(id: str) -> None:
    assert len(told(old()._replace(id=id, fields={"id": id, "name": "A"}))) == 1


def test_a_relation_goes_between_the_kinds_of_its_declaration() -> None:
    backwards = link(OLD, "exposes", API)._replace(source=API.key, target=OLD.key)
    assert told(OLD, API, backwards) == [
        "world:old-api: Api/api exposes System/old cannot be said: the relation goes from System, "
        "IntegrationPlatform, SharedStorage, Device to Api."
    ]


def test_a_relation_has_only_its_own_fields() -> None:
    exposes, succeeds, since = link(OLD, "exposes", API), link(NEW, "succeeds", OLD), {"since": "2020"}
    assert '"since" is not a field of exposes' in told(OLD, API, exposes._replace(fields=since))[0]
    assert "is not a date" in told(OLD, NEW, succeeds._replace(fields={"since": "soon"}))[0]
    assert told(OLD, NEW, succeeds._replace(fields=since)) == []


def test_both_ends_are_stated_here_or_by_somebody_else() -> None:
    def exposes(id: str) -> LinkFact:
        return link(OLD, "exposes", API)._replace(target=Ref("Api", id))

    assert told(OLD, exposes("their")) == []
    assert told(OLD, API, exposes("apii")) == [
        'world:old-api: There is no "apii" among Api, neither in what is loaded now nor in the graph. Did you mean api?'
    ]
    assert 'There is no "mine"' in told(OLD, exposes("mine"))[0]


def test_a_thing_and_a_relation_are_stated_once() -> None:
    assert "System/old is already stated at world:old. Keep one" in told(OLD, OLD)[0]
    assert "and not in the same way" in told(OLD, thing(System, "old", era="1980s"))[0]
    exposes = link(OLD, "exposes", API)
    assert "The relation System/old exposes Api/api is already stated at" in told(OLD, API, exposes, exposes)[0]


def test_a_relation_that_allows_one_target_has_one() -> None:
    found = told(R4, FHIR, IHE, link(R4, "version_of", FHIR), link(R4, "version_of", IHE))
    assert found == [
        "world:r4-ihe: StandardVersion/r4 can have only one version_of, but has Standard/ihe here and Standard/fhir "
        "at world:r4-fhir. Keep one of them."
    ]


def test_what_a_fact_stands_on_can_be_shown_and_is_not_assumed() -> None:
    bad = Provenance("do\x00c", "s" * (LONGEST_TEXT + 1), None, Evidence.ASSUMED, "x:1")
    found = told(old()._replace(provenance=bad))
    assert [part in text for part, text in zip(("evidence", "in source has", "section is"), found, strict=True)]


def test_of_a_reading_that_is_not_whole_nothing_absent_is_told() -> None:
    unread = Problem("x.yaml:8", "Unreadable.")
    half = ThingFact(System, "old", {"id": "old", "mode": "fast"}, Provenance("doc", place="x.yaml:7"))
    found = told(half, link(OLD, "exposes", API)._replace(target=Ref("Api", "gone")), problems=(unread,))
    assert [each.partition(" is not")[0] for each in found] == ['x.yaml:7: "fast"', "x.yaml:8: Unreadable."]
