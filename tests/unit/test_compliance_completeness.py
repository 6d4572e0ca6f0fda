"""Nothing of a statement of requirements is lost: what is judged, what is not, and that it is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.language.words import Words
from graph.ontology.vocabulary import RequirementLevel
from graph.tender.offer import Aspect, Claim, Offer
from graph.tender.requirement_set import Demand, StatedRequirement, StatedRequirementSet
from loaders.tender.fhir_combinations import COMBINATION
from loaders.tender.fhir_names import EXPECTATION
from loaders.tender.offer_reading import read_offer
from loaders.tender.requirement_reading import read_requirements
from loaders.tender.requirement_statement import statement
from queries.compliance.comparison import compared
from queries.compliance.judgement import Judgement, Status
from queries.compliance.judging_requirements import judge
from queries.compliance.written_demands import typed

REAL = Path(__file__).resolve().parents[3] / "shared" / "realdata" / "fhir"
SHALL, SHOULD = RequirementLevel
MET, _, NOT_MET, NOT_DECLARED, _ = Status


def level(code: str) -> dict[str, Any]:
    return {"url": EXPECTATION, "valueCode": code}


def together(*required: str, optional: tuple[str, ...] = (), code: str = "SHALL") -> dict[str, Any]:
    parts = [{"url": "required", "valueString": each} for each in required]
    parts += [{"url": "optional", "valueString": each} for each in optional]
    return {"url": COMBINATION, "extension": [level(code), *parts]}


def stated(kind: str, resource: dict[str, Any], **more: Any) -> bytes:
    rest = {"mode": "server", "resource": [{"type": "Patient", **resource}]}
    return json.dumps({
        "resourceType": "CapabilityStatement", "id": "s", "kind": kind, "fhirVersion": "4.0.1", "rest": [rest], **more,
    }).encode()  # fmt: skip


def wanted(resource: dict[str, Any], **more: Any) -> StatedRequirementSet:
    return read_requirements(stated("requirements", resource, **more), "wanted.json")


def judgements(requirements: StatedRequirementSet, offered: dict[str, Any]) -> dict[str, Judgement]:
    found = judge(requirements, read_offer(stated("instance", offered), "offer.json"))
    return {each.requirement.id: each for each in found}


@pytest.mark.parametrize(
    ("offered", "status"),
    [
        ({}, NOT_DECLARED),
        ({"searchParam": [{"name": "family"}, {"name": "birthdate"}]}, NOT_DECLARED),
        ({"extension": [together("birthdate", "family")]}, MET),
        ({"extension": [together("family", optional=("birthdate", "gender"))]}, MET),
        ({"extension": [together("family", "birthdate", "gender")]}, NOT_DECLARED),
        ({"extension": [together("family")]}, NOT_DECLARED),
        ({"type": "Observation"}, NOT_MET),
    ],
)  # fmt: skip
def test_parameters_that_shall_be_searched_together_have_to_be_listed_together(
    offered: dict[str, Any], status: Status
) -> None:
    found = judgements(wanted({"extension": [together("family", "birthdate")]}), offered)
    assert (found["Patient.combinations"].status, found["Patient.combinations"].requirement.level) == (status, SHALL)
    assert "Patient: family + birthdate" in found["Patient.combinations"].why.say("en")


def test_the_level_of_a_combination_is_its_own_and_what_only_may_be_is_no_requirement() -> None:
    some = [together("a", "b"), together("c", "d", code="SHOULD"), together("e", "f", code="MAY")]
    found = {each.id: each.level for each in wanted({"extension": some}).requirements}
    assert found == {
        "FHIR": SHALL, "Patient": SHALL, "Patient.combinations.shall": SHALL, "Patient.combinations.should": SHOULD,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("resource", "more", "id", "told"),
    [
        ({"searchRevInclude": ["Provenance:target"]}, {}, "Patient.unjudged", "searchRevInclude: Provenance:target"),
        ({"conditionalCreate": True}, {}, "Patient.unjudged", "conditionalCreate: True"),
        ({"versioning": "versioned-update"}, {}, "Patient.unjudged", "versioning: versioned-update"),
        ({"extension": [{"url": "http://x.org/e", "valueCode": "y"}]}, {}, "Patient.unjudged", "extension http://x.org/e"),
        ({"interaction": [{"code": "delete", "extension": [level("SHOULD-NOT")]}]}, {}, "Patient.unjudged",
         "interaction delete: SHOULD-NOT"),
        ({"searchParam": [{"name": "name", "documentation": "The server SHALL fold case."}]}, {}, "Patient.unjudged",
         "searchParam name: “The server SHALL fold case.”"),
        ({}, {"messaging": [{"documentation": "x"}]}, "Statement.unjudged", "messaging: documentation"),
        ({}, {"document": [{"mode": "producer"}]}, "Statement.unjudged", "document: producer"),
        ({}, {"rest": [{"mode": "server", "security": {"cors": True, "description": "TLS SHALL be used."}}]},
         "Security.unjudged", "cors: True; description: “TLS SHALL be used.”"),
        ({}, {"rest": [{"mode": "server", "compartment": ["http://x.org/c"]}]}, "Server.unjudged",
         "compartment: http://x.org/c"),
        ({}, {"rest": [{"mode": "client", "resource": [{"type": "Patient", "searchParam": [{"name": "name"}]}]}]},
         "Client.Patient.unjudged", "searchParam: name"),
        ({}, {"rest": [{"mode": "relay"}]}, "Statement.unjudged", "rest: relay"),
    ],
)  # fmt: skip
def test_what_no_file_is_held_against_is_told_in_its_row_and_counted_in_the_sum(
    resource: dict[str, Any], more: dict[str, Any], id: str, told: str
) -> None:
    requirements = wanted(resource, **more)
    offered = read_offer(stated("instance", resource), "offer.json")
    row = next(each for each in compared(requirements, [offered], 1).rows if each.requirement.id == id)
    assert (row.requirement.unjudged, row.judgements[0].status) == (tuple(told.split("; ")), NOT_DECLARED)
    assert row.judgements[0].why.say("en").endswith(f"No file is held against: {told}.")
    assert row.judgements[0].why.say("sv").endswith(f"Ingen fil prövas mot: {told}.")
    tallies = compared(requirements, [offered], 1).tallies(0)
    assert sum(tally.unjudged for tally in tallies) == 1


@pytest.mark.parametrize(
    "asks_for_nothing",
    [{"conditionalCreate": False}, {"conditionalDelete": "not-supported"},
     {"searchParam": [{"name": "x", "documentation": "A name"}]}, {"documentation": "Patients"},
     {"_searchInclude": [None]}, {"searchInclude": ["*"], "_searchInclude": [{"extension": [level("MAY")]}]}],
)  # fmt: skip
def test_what_asks_for_nothing_makes_no_row(asks_for_nothing: dict[str, Any]) -> None:
    assert not [each for each in wanted(asks_for_nothing).requirements if each.unjudged]


def test_levels_beside_and_within_decide_about_what_is_not_judged_too() -> None:
    resource = {
        "extension": [level("SHOULD")], "searchInclude": ["a", "b"],
        "_searchInclude": [{"extension": [level("SHALL")]}, {"extension": [level("MAY")]}],
    }  # fmt: skip
    (row,) = (each for each in wanted(resource).requirements if each.unjudged)
    assert (row.level, row.unjudged) == (SHOULD, ("searchInclude: a",))


def test_an_answer_tells_what_no_file_does() -> None:
    requirements = wanted({"searchRevInclude": ["Provenance:target"]})
    answered = Offer(name="x", claims=(Claim(aspect=Aspect.REQUIREMENT, name="Patient.unjudged"),))
    assert {each.requirement.id: each.status for each in judge(requirements, answered)}["Patient.unjudged"] is MET


def test_a_register_states_combinations_and_a_statement_carries_them() -> None:
    demands = tuple(typed("r", Aspect.SEARCH, ["Patient: name, family + birthdate"]))
    assert [(each.aspect, each.parts) for each in demands] == [
        (Aspect.COMBINATION, ("family", "birthdate")), (Aspect.SEARCH, ("name",)),
    ]  # fmt: skip
    more = Demand(
        aspect=Aspect.COMBINATION, name=Words("Patient", "Patient"), parts=("family",), optional=("gender",)
    )  # fmt: skip
    one = StatedRequirement(id="r", name=Words("R", "K"), level=SHALL, demands=(*demands, more))
    written = statement(StatedRequirementSet(id="s", name=Words("S", "S"), requirements=(one,)), "2026-11-22")
    foreign = read_requirements(json.dumps({**written, "extension": []}).encode(), "s.json")
    found = [(d.parts, d.optional) for each in foreign.requirements for d in each.demands if d.aspect is more.aspect]
    assert found == [(("family", "birthdate"), ()), (("family",), ("gender",))]
    assert not [each for each in foreign.requirements if each.unjudged]


def test_a_text_that_is_cut_says_so() -> None:
    (patient,) = (each for each in wanted({"documentation": "x" * 500}).requirements if each.id == "Patient")
    assert patient.rationale == "x" * 400 + "…"


@pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files is absent")
def test_us_core_has_twenty_combinations_that_shall_be_supported() -> None:
    found = read_requirements((REAL / "us-core-9-server-capabilitystatement.json").read_bytes(), "us.json")
    together = [
        d for each in found.requirements if each.level is SHALL for d in each.demands if d.aspect is Aspect.COMBINATION
    ]
    assert len(together) == 20
    told = {part for each in found.requirements for part in each.unjudged}
    assert "searchRevInclude: Provenance:target" in told
