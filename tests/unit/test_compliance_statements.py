"""FHIR CapabilityStatements as offers and as requirement sets, in the forms that FHIR has had."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import OfferError
from graph.language.words import Words
from graph.ontology.vocabulary import RequirementLevel
from graph.tender.offer import Aspect, Offer, Says
from graph.tender.requirement_set import Demand, RequirementOrigin, StatedRequirement, StatedRequirementSet, Version
from loaders.tender.offer_reading import read_offer
from loaders.tender.requirement_reading import read_requirements
from loaders.tender.requirement_statement import statement
from queries.compliance.findings import find
from queries.compliance.judgement import Status
from queries.compliance.judging_requirements import judge

REAL = Path(__file__).resolve().parents[3] / "shared" / "realdata" / "fhir"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files is absent")
R4: dict[str, Any] = {
    "resourceType": "CapabilityStatement",
    "url": "/metadata",
    "kind": "instance",
    "software": {"name": "Journal", "version": "7"},
    "fhirVersion": "4.0.1",
    "format": ["json", "application/fhir+xml; charset=utf-8"],
    "implementationGuide": ["http://hl7.se/fhir/ig/base/ImplementationGuide/hl7se.fhir.base|1.1.0"],
    "rest": [
        {
            "mode": "server",
            "security": {"service": [{"coding": [{"code": "SMART-on-FHIR"}], "text": "OAuth2"}]},
            "resource": [
                {
                    "type": "Patient",
                    "supportedProfile": ["http://example.org/StructureDefinition/p|1.0"],
                    "interaction": [{"code": "read"}, {"code": "search-type"}],
                    "searchParam": [{"name": "identifier", "type": "token"}],
                    "operation": [
                        {"name": "match", "definition": "http://hl7.org/fhir/OperationDefinition/Patient-match"}
                    ],
                }
            ],
            "interaction": [{"code": "transaction"}],
        },
        {"mode": "client", "resource": [{"type": "Observation", "interaction": [{"code": "read"}]}]},
    ],
}
XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<CapabilityStatement xmlns="http://hl7.org/fhir">
  <text><div xmlns="http://www.w3.org/1999/xhtml"><p>No claim</p></div></text>
  <url value="/metadata"/><kind value="instance"/><software><name value="Journal"/><version value="7"/></software>
  <fhirVersion value="4.0.1"/><format value="json"/>
  <rest><mode value="server"/>
    <resource><type value="Patient"/><supportedProfile value="http://example.org/StructureDefinition/p|1.0"/>
      <interaction><code value="read"/></interaction><interaction><code value="search-type"/></interaction>
      <searchParam><name value="identifier"/></searchParam></resource>
  </rest>
</CapabilityStatement>"""


def offer(value: Any, file: str = "o.json") -> Offer:
    return read_offer(value if isinstance(value, bytes) else json.dumps(value).encode(), file)


def said(offer: Offer, aspect: Aspect) -> list[tuple[str, str | None, tuple[str, ...], str]]:
    return [(claim.name, claim.version, claim.parts, claim.place) for claim in offer.of(aspect)]


def test_every_claim_knows_its_json_pointer() -> None:
    told = offer(R4)
    assert told.name == "Journal 7"
    assert said(told, Aspect.STANDARD) == [
        ("HL7 FHIR", "4.0.1", (), "/fhirVersion"),
        ("http://hl7.se/fhir/ig/base/ImplementationGuide/hl7se.fhir.base", "1.1.0", (), "/implementationGuide/0"),
    ]
    assert said(told, Aspect.RESOURCE) == [
        ("Patient", None, ("read", "search-type"), "/rest/0/resource/0"),
        ("server", None, ("transaction",), "/rest/0/interaction"),
    ]
    assert said(told, Aspect.SEARCH) == [("Patient", None, ("identifier",), "/rest/0/resource/0/searchParam")]
    profile = ("http://example.org/StructureDefinition/p", "1.0", (), "/rest/0/resource/0/supportedProfile/0")
    assert said(told, Aspect.PROFILE) == [profile]
    assert said(told, Aspect.OPERATION) == [("Patient: $match", None, (), "/rest/0/resource/0/operation/0")]
    assert {name for claim in told.of(Aspect.FORMAT) for name in claim.names} >= {
        "json",
        "xml",
        "application/fhir+json",
    }
    assert [claim.names for claim in told.of(Aspect.SECURITY)] == [("SMART-on-FHIR", "OAuth2")]
    assert told.complete == {Aspect.RESOURCE, Aspect.FORMAT}


def test_xml_says_the_same_and_has_xpaths() -> None:
    told = offer(XML, "o.xml")
    assert told.name == "Journal 7"
    assert said(told, Aspect.STANDARD) == [("HL7 FHIR", "4.0.1", (), "/CapabilityStatement/fhirVersion[1]")]
    here = "/CapabilityStatement/rest[1]/resource[1]"
    assert said(told, Aspect.RESOURCE) == [("Patient", None, ("read", "search-type"), here)]
    assert said(told, Aspect.SEARCH) == [("Patient", None, ("identifier",), f"{here}/searchParam")]
    assert said(told, Aspect.PROFILE)[0][1:] == ("1.0", (), f"{here}/supportedProfile[1]")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_xml_is_read_in_the_encoding_that_it_names(encoding: str) -> None:
    text = XML.decode().replace("UTF-8", encoding).replace("Journal", "Journalåäö")
    assert offer(text.encode(encoding), "o.xml").name == "Journalåäö 7"


def test_a_conformance_of_dstu2_and_a_bundle_are_read() -> None:
    early = {
        "resourceType": "Conformance",
        "name": "Old",
        "fhirVersion": "1.0.2",
        "format": ["json"],
        "profile": [{"reference": "http://example.org/StructureDefinition/a"}],
        "rest": [{"mode": "server", "resource": [
            {"type": "Patient", "profile": {"reference": "http://example.org/StructureDefinition/b"},
             "interaction": [{"code": "read"}]}
        ]}],
    }  # fmt: skip
    told = offer({"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Patient"}}, {"resource": early}]})
    assert [name for name, *_ in said(told, Aspect.PROFILE)] == [
        "http://example.org/StructureDefinition/a", "http://example.org/StructureDefinition/b",
    ]  # fmt: skip
    assert said(told, Aspect.RESOURCE)[0][3] == "/entry/1/resource/rest/0/resource/0"


def test_a_statement_in_an_xml_bundle_has_the_whole_xpath() -> None:
    inside = XML.split(b"?>")[1]
    bundle = b'<Bundle xmlns="http://hl7.org/fhir"><entry><resource>' + inside + b"</resource></entry></Bundle>"
    place = "/Bundle/entry[1]/resource[1]/CapabilityStatement/rest[1]/resource[1]"
    assert said(offer(bundle, "o.xml"), Aspect.RESOURCE)[0][3] == place


@pytest.mark.parametrize(("type_", "version"), [("Conformance", "4.0.1"), ("CapabilityStatement", "1.0.2")])
def test_a_statement_whose_name_does_not_fit_its_version_contradicts_itself(type_: str, version: str) -> None:
    told = offer({**R4, "resourceType": type_, "fhirVersion": version})
    demand = Demand(
        aspect=Aspect.STANDARD, name=Words("HL7 FHIR", "HL7 FHIR"), accepted=(Version(name=version),)
    )  # fmt: skip
    found = find(demand, told)
    assert found.finding == "conflicting"
    assert {claim.place for claim in found.claims} == {"/fhirVersion", "/resourceType"}
    assert {claim.says for claim in found.claims} == {Says.YES, Says.NO}


@pytest.mark.parametrize("broken", [
    {"rest": "none"}, {"rest": [None, 1, {"resource": {"type": "Patient"}}]}, {"format": {"a": 1}}, {"software": []},
    {"fhirVersion": 4}, {"rest": [{"resource": [{"interaction": [{"code": None}], "type": ["x"]}]}]},
    {"implementationGuide": [None, {}]},
])  # fmt: skip
def test_elements_of_the_wrong_shape_claim_nothing_and_break_nothing(broken: dict[str, Any]) -> None:
    assert offer({**R4, **broken}).formats


def test_requirements_are_no_offer_and_an_offer_is_no_requirements() -> None:
    with pytest.raises(OfferError, match="kind is requirements"):
        offer({**R4, "kind": "requirements"})
    with pytest.raises(OfferError, match='kind "instance"'):
        read_requirements(json.dumps(R4).encode(), "o.json")


SET = StatedRequirementSet(
    id="regional",
    name=Words("Regional", "Regionala krav"),
    version="1",
    requirements=(
        StatedRequirement(
            id="r1", name=Words("Patients", "Patienter"), level=RequirementLevel.SHALL, rationale="Because",
            origins=(RequirementOrigin(kind="", id="law", name=Words("Law", "Lag"), citation="1:1"),),
            demands=(
                Demand(aspect=Aspect.STANDARD, name=Words("HL7 FHIR", "HL7 FHIR"), known_as=("hl7-fhir",),
                       accepted=(Version(name="4.0.1"),), superseding=(Version(name="5.0.0"),)),
                Demand(aspect=Aspect.RESOURCE, name=Words("Patient", "Patient"), parts=("read",)),
                Demand(aspect=Aspect.SEARCH, name=Words("Patient", "Patient"), parts=("identifier",)),
                Demand(aspect=Aspect.PROFILE, name=Words("p", "p"), known_as=("http://example.org/StructureDefinition/p",)),
            ),
        ),
        StatedRequirement(
            id="r2", name=Words("More", "Mer"), level=RequirementLevel.SHOULD,
            demands=(
                Demand(aspect=Aspect.FORMAT, name=Words("application/fhir+json", "application/fhir+json")),
                Demand(aspect=Aspect.SECURITY, name=Words("SITHS", "SITHS")),
                Demand(aspect=Aspect.RESOURCE, name=Words("server", "server"), parts=("transaction",)),
                Demand(aspect=Aspect.OPERATION, name=Words("Patient: $match", "Patient: $match")),
                Demand(aspect=Aspect.STANDARD, name=Words("Base", "Bas"), known_as=("http://hl7.se/fhir/ig/base",)),
            ),
        ),
        StatedRequirement(id="r3", name=Words("CE mark", "CE-märke"), illustrative=True),
    ),
)  # fmt: skip


def test_a_requirement_set_is_written_and_read_as_one() -> None:
    written = statement(SET, "2026-11-22")
    assert written["kind"] == "requirements"
    assert read_requirements(json.dumps(written).encode(), "s.json") == SET.model_copy(update={"about": "Regional"})


def test_another_tool_finds_the_same_demands_in_fhir_s_own_elements() -> None:
    written = statement(SET, "2026-11-22")
    foreign = read_requirements(json.dumps({**written, "extension": []}).encode(), "s.json")
    found = {(each.level, d.aspect, d.name.en, d.parts) for each in foreign.requirements for d in each.demands}
    shall, should = RequirementLevel
    assert {
        (shall, Aspect.RESOURCE, "Patient", ("read",)), (shall, Aspect.SEARCH, "Patient", ("identifier",)),
        (shall, Aspect.PROFILE, "http://example.org/StructureDefinition/p", ()),
        (shall, Aspect.STANDARD, "HL7 FHIR", ()),
        (should, Aspect.FORMAT, "application/fhir+json", ()), (should, Aspect.SECURITY, "SITHS", ()),
        (should, Aspect.RESOURCE, "server", ("transaction",)),
        (should, Aspect.STANDARD, "http://hl7.se/fhir/ig/base", ()),
    } <= found  # fmt: skip


def test_levels_are_read_in_xml_too_and_what_only_may_be_is_no_requirement() -> None:
    level = '<extension url="http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation">{}</extension>'
    shall, should, may = (level.format(f'<valueCode value="{code}"/>') for code in ("SHALL", "SHOULD", "MAY"))
    xml = f"""<CapabilityStatement xmlns="http://hl7.org/fhir"><id value="s"/><kind value="requirements"/>
      <format value="json">{shall}</format><format value="xml">{should}</format><format value="ttl">{may}</format>
      <rest><mode value="server"/><resource>{should}<type value="Patient"/>
        <interaction>{shall}<code value="read"/></interaction><interaction>{may}<code value="delete"/></interaction>
        <supportedProfile value="http://example.org/p">{may}</supportedProfile>
        <supportedProfile value="http://example.org/q"/></resource></rest></CapabilityStatement>"""
    found = read_requirements(xml.encode(), "s.xml")
    assert [(each.id, each.level, [d.say("en") for d in each.demands]) for each in found.requirements] == [
        ("Formats.shall", RequirementLevel.SHALL, ["json"]),
        ("Formats.should", RequirementLevel.SHOULD, ["xml"]),
        ("Patient", RequirementLevel.SHOULD, ["Patient: read", "http://example.org/q"]),  # never more than the type
    ]


def test_a_requirement_that_was_changed_by_hand_is_told_with_its_place() -> None:
    written = statement(SET, "2026-11-22")
    written["extension"][1]["valueString"] = '{"id": "r2"}'
    with pytest.raises(OfferError, match=r"/extension/1.*name"):
        read_requirements(json.dumps(written).encode(), "s.json")


@real
def test_the_real_files_hold_what_is_known_of_them() -> None:
    azure = read_offer((REAL / "azure-r4-capabilitystatement.json").read_bytes(), "azure.json")
    cerner = read_offer((REAL / "cerner-dstu2-conformance.json").read_bytes(), "cerner.json")
    sizes = [
        (len(told.of(Aspect.RESOURCE)), sum(len(claim.parts) for claim in told.of(Aspect.RESOURCE)))
        for told in (azure, cerner)
    ]
    assert sizes == [(40, 350), (27, 48)]  # with the two interactions of the whole server
    assert sum(len(claim.parts) for claim in azure.of(Aspect.SEARCH)) == 635
    assert len(azure.of(Aspect.PROFILE)) == 39


@real
def test_real_servers_are_held_against_real_requirements() -> None:
    wanted = read_requirements((REAL / "us-core-9-server-capabilitystatement.json").read_bytes(), "us.json")
    azure, cerner = (
        {each.requirement.id: each.status for each in judge(wanted, read_offer((REAL / name).read_bytes(), name))}
        for name in ("azure-r4-capabilitystatement.json", "cerner-dstu2-conformance.json")
    )
    demands = [demand for each in wanted.requirements for demand in each.demands]
    assert len([demand for demand in demands if demand.aspect is Aspect.PROFILE]) == 55  # of 56, one only may be there
    assert (azure["FHIR"], cerner["FHIR"]) == (Status.MET, Status.NOT_MET)
    assert azure["Guides"] is Status.NOT_DECLARED
    assert azure.keys() == cerner.keys()
