"""OpenAPI documents as offers: what they say of FHIR, security and formats, and where."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.language.words import Words
from graph.tender.offer import Aspect, Offer, Says
from graph.tender.requirement_set import Demand, StatedRequirement, Version
from loaders.tender.offer_reading import read_offer
from queries.compliance.findings import find, mentions_of
from queries.compliance.judgement import Status
from queries.compliance.judging_requirements import judged

REAL = Path(__file__).resolve().parents[3] / "shared" / "realdata" / "api"
YAML = """
openapi: 3.0.3
info: {title: Records, version: 1.10}
security: [{login: []}]
components:
  securitySchemes:
    login: {type: oauth2}
    spare: {type: http, scheme: basic}
  parameters:
    name: {name: name, in: query}
  responses:
    patients: &all
      content: {"application/fhir+json; fhirVersion=4.0": {}}
paths:
  /fhir/Patient:
    parameters: [{name: identifier, in: query}, {name: X-Id, in: header}]
    get:
      parameters: [{$ref: "#/components/parameters/name"}]
      responses: {"200": {$ref: "#/components/responses/patients"}, "404": *all}
    post: {}
  /fhir/Patient/{id}: {get: {}, delete: {}}
  /fhir/Patient/{id}/_history/{vid}: {get: {}}
  /fhir/Patient/$match: {post: {}}
  /fhir/Patient/{id}/photo: {get: {}}
  /status: {get: {}}
"""
SWAGGER: dict[str, Any] = {
    "swagger": "2.0",
    "info": {"title": "Old FHIR API", "version": "1"},
    "produces": ["application/json+fhir"],
    "securityDefinitions": {"key": {"type": "apiKey"}},
    "paths": {"/Observation/{id}": {"get": {"security": [{"key": []}]}}},
}


def offer(text: str) -> Offer:
    return read_offer(text.encode(), "api.yaml")


def fhir(version: str) -> Demand:
    return Demand(aspect=Aspect.STANDARD, name=Words("HL7 FHIR", "HL7 FHIR"), accepted=(Version(name=version),))


def test_paths_are_told_as_interactions_with_their_pointers() -> None:
    told = offer(YAML)
    assert told.name == "Records 1.10"
    assert [(claim.name, claim.parts, claim.place) for claim in told.of(Aspect.RESOURCE)] == [
        ("Patient", ("search-type",), "/paths/~1fhir~1Patient/get"),
        ("Patient", ("create",), "/paths/~1fhir~1Patient/post"),
        ("Patient", ("read",), "/paths/~1fhir~1Patient~1{id}/get"),
        ("Patient", ("delete",), "/paths/~1fhir~1Patient~1{id}/delete"),
        ("Patient", ("vread",), "/paths/~1fhir~1Patient~1{id}~1_history~1{vid}/get"),
    ]
    assert {part for claim in told.of(Aspect.SEARCH) for part in claim.parts} == {"identifier", "name"}
    assert [claim.name for claim in told.of(Aspect.OPERATION)] == ["Patient: $match"]
    assert find(fhir("4.0.1"), told).finding == "accepted"


def test_what_one_interface_leaves_out_is_not_denied() -> None:
    told = offer(YAML)
    assert find(Demand(aspect=Aspect.RESOURCE, name=Words("Encounter", "Encounter")), told).finding == "silent"
    update = Demand(aspect=Aspect.RESOURCE, name=Words("Patient", "Patient"), parts=("update",))
    assert find(update, told).finding == "none"


def test_security_that_nothing_asks_for_contradicts_itself() -> None:
    told = offer(YAML)
    oauth, basic = (Demand(aspect=Aspect.SECURITY, name=Words(name, name)) for name in ("OAuth 2.0", "basic"))
    assert find(oauth, told).finding == "accepted"
    assert find(basic, told).finding == "conflicting"


def test_swagger_2_in_json_is_read() -> None:
    told = offer(json.dumps(SWAGGER))
    assert [claim.parts for claim in told.of(Aspect.RESOURCE)] == [("read",)]
    assert find(fhir("4.0.1"), told).finding == "unversioned"
    assert {claim.says for claim in told.of(Aspect.SECURITY)} == {Says.YES}


WORDS = 'openapi: 3.1.0\ninfo: {title: A, version: "1", description: "%s"}\npaths: {}\n'
MEDIA = 'paths:\n  /Patient:\n    get: {responses: {"200": {content: {%s: {}}}}}\n'


@pytest.mark.parametrize("told", [
    "This is a FHIR R4 interface", "We do not support FHIR R4 (v4.0.1) yet; it is planned for 2030.",
    "FHIR R4B, FHIR 6.0.0-ballot3 and FHIR R4",
])  # fmt: skip
def test_words_about_fhir_are_a_lead_that_is_shown_and_never_a_claim(told: str) -> None:
    offered = offer(WORDS % told)
    assert find(fhir("4.0.1"), offered).finding == "mentioned"
    requirement = StatedRequirement(id="r", name=Words("R", "K"), demands=(fhir("4.0.1"),))
    judgement = judged(requirement, offered)
    assert (judgement.status, judgement.evidence) == (Status.NOT_DECLARED, None)
    assert {(place.place, place.says) for place in judgement.places} == {("/info/description", Says.MENTIONED)}
    assert told in {place.note for place in judgement.places}
    assert "lead" in judgement.why.say("en")
    assert "uppslag" in judgement.why.say("sv")


def test_paths_that_only_words_call_fhir_are_leads_too() -> None:
    plain = (WORDS % "A FHIR interface").replace("paths: {}\n", MEDIA % "application/json")
    patient = Demand(aspect=Aspect.RESOURCE, name=Words("Patient", "Patient"), parts=("search-type",))
    assert find(patient, offer(plain)).finding == "mentioned"
    assert not offer(plain).of(Aspect.RESOURCE)
    assert find(patient, offer(plain.replace("application/json", "application/fhir+json"))).finding == "all"


@pytest.mark.parametrize(("media", "finding"), [
    ("application/fhir+json", "unversioned"), ("application/fhir+json; fhirVersion=4.0", "accepted"),
    ("application/fhir+json; fhirVersion=3.0", "other-version"),
    ("application/fhir+json; fhirVersion=4.3", "other-version"), ("application/json", "mentioned"),
])  # fmt: skip
def test_media_types_decide_whatever_the_words_say_and_the_words_are_shown(media: str, finding: str) -> None:
    offered = offer((WORDS % "This is a FHIR R4 interface").replace("paths: {}\n", MEDIA % media))
    found = find(fhir("4.0.1"), offered)
    assert found.finding == finding
    (shown,) = judged(StatedRequirement(id="r", name=Words("R", "K"), demands=(fhir("4.0.1"),)), offered).findings
    assert "/info/description" in {place.place for place in shown.places}


@pytest.mark.parametrize(
    "paths", ["null", "[]", "{/a: null}", "{/a: {get: []}}", '{/a: {$ref: "#/paths/~1a"}}', "text"]
)
def test_documents_of_the_wrong_shape_claim_nothing_and_break_nothing(paths: str) -> None:
    assert not offer(f"openapi: 3.0.0\ninfo: FHIR\npaths: {paths}\nsecurity: x\ncomponents: []\n").of(Aspect.RESOURCE)


@pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files is absent")
def test_the_real_documents_are_read() -> None:
    nrlf = offer((REAL / "nhs-nrlf-consumer.openapi.yaml").read_text(encoding="utf-8"))
    assert {part for claim in nrlf.of(Aspect.RESOURCE) for part in claim.parts} == {"search-type", "read"}
    assert find(fhir("4.0.1"), nrlf).finding == "unversioned"  # R4 stands in its description only
    assert "4.0.1" in {claim.version for claim in mentions_of(fhir("4.0.1"), nrlf)}
    nictiz = offer((REAL / "nictiz-zorgapis-v1beta2.openapi31.yaml").read_text(encoding="utf-8"))
    assert not nictiz.of(Aspect.RESOURCE)
    assert [claim.name for claim in nictiz.of(Aspect.SECURITY)] == ["oauth2"]
