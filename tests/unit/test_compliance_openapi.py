"""OpenAPI documents as offers: what they say of FHIR, security and formats, and where."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.language.words import Words
from graph.tender.offer import Aspect, Offer, Says
from graph.tender.requirement_set import Demand, Version
from loaders.tender.offer_reading import read_offer
from queries.compliance.findings import find

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


def test_words_about_fhir_count_until_the_media_types_say_otherwise() -> None:
    words = 'openapi: 3.1.0\ninfo: {title: A, version: "1", description: "This is a FHIR R4 interface"}\npaths: {}\n'
    assert find(fhir("4.0.1"), offer(words)).finding == "accepted"
    media = (
        'paths:\n  /Patient:\n    get: {responses: {"200": {content: {application/fhir+json; fhirVersion=3.0: {}}}}}\n'
    )
    found = find(fhir("4.0.1"), offer(words.replace("paths: {}\n", media)))
    assert found.finding == "conflicting"
    assert {claim.place.split("/")[1] for claim in found.claims} == {"info", "paths"}


@pytest.mark.parametrize(
    "paths", ["null", "[]", "{/a: null}", "{/a: {get: []}}", '{/a: {$ref: "#/paths/~1a"}}', "text"]
)
def test_documents_of_the_wrong_shape_claim_nothing_and_break_nothing(paths: str) -> None:
    assert not offer(f"openapi: 3.0.0\ninfo: FHIR\npaths: {paths}\nsecurity: x\ncomponents: []\n").of(Aspect.RESOURCE)


@pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files is absent")
def test_the_real_documents_are_read() -> None:
    nrlf = offer((REAL / "nhs-nrlf-consumer.openapi.yaml").read_text(encoding="utf-8"))
    assert {part for claim in nrlf.of(Aspect.RESOURCE) for part in claim.parts} == {"search-type", "read"}
    assert find(fhir("4.0.1"), nrlf).finding == "accepted"
    nictiz = offer((REAL / "nictiz-zorgapis-v1beta2.openapi31.yaml").read_text(encoding="utf-8"))
    assert not nictiz.of(Aspect.RESOURCE)
    assert [claim.name for claim in nictiz.of(Aspect.SECURITY)] == ["oauth2"]
