"""Which actor of a guide an offer takes on, and for which information: what a statement's fields say, and what not."""

import json
from typing import Any

import pytest

from graph.errors import OfferError
from graph.language.words import Words
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import Aspect, Offer
from graph.tender.requirement_set import Category, Demand, StatedRequirement
from loaders.tender.offer_reading import read_offer
from loaders.tender.requirement_reading import read_requirements
from queries.compliance.from_snapshot import requirement_set
from queries.compliance.judgement import Judgement, Status
from queries.compliance.judging_requirements import judged
from queries.compliance.written_demands import actors, typed
from tests.unit.test_compliance_graph import link, snapshot, thing

API = "http://hl7.eu/fhir/health-data-api"
PROVIDER, CONSUMER = (f"{API}/CapabilityStatement/EEHRxF-Document{each}" for each in ("AccessProvider", "Consumer"))
RESULTS, SUMMARY = (
    f"http://hl7.eu/fhir/{each}/ImplementationGuide/hl7.fhir.eu.{each}" for each in ("laboratory", "eps")
)
GUIDE = f"{API}/ImplementationGuide/hl7.fhir.eu.health-data-api"
IPS = "http://hl7.org/fhir/uv/ips/ImplementationGuide/hl7.fhir.uv.ips"
PROFILED = {"type": "Patient", "supportedProfile": [f"{API}/StructureDefinition/p"]}
MET, PARTLY, NOT_MET, NOT_DECLARED, _ = Status
CATEGORIES = (
    Category(name=Words("Results", "Svar"), known_as=("http://hl7.eu/fhir/laboratory",)),
    Category(name=Words("Summaries", "Översikter"), known_as=("hl7.fhir.eu.eps",)),
)


def offer(**fields: Any) -> Offer:
    said = {"resourceType": "CapabilityStatement", "kind": "instance", "fhirVersion": "4.0.1", **fields}
    return read_offer(json.dumps(said).encode(), "o.json")


def gives(*addresses: str, categories: tuple[Category, ...] = CATEGORIES) -> StatedRequirement:
    demands = tuple(actors("r", addresses or (PROVIDER,), categories, ()))
    return StatedRequirement(id="r", name=Words("Gives access", "Ger åtkomst"), demands=demands)


def test_an_actor_is_declared_by_the_statement_that_is_instantiated_for_the_guides_that_are_named() -> None:
    judgement = judged(gives(), offer(instantiates=[PROVIDER], implementationGuide=[RESULTS]))
    assert (judgement.status, judgement.evidence) == (MET, EvidenceLevel.DECLARED)
    assert [place.place for place in judgement.places] == ["/instantiates/0", "/implementationGuide/0"]
    assert judgement.why.say("en").endswith("It is for: Results. No content guide is named for: Summaries.")
    assert judgement.why.say("sv").endswith("Det gäller: Svar. Ingen innehållsguide nämns för: Översikter.")
    both = judged(gives(), offer(instantiates=[PROVIDER], implementationGuide=[SUMMARY, RESULTS]))
    assert both.why.say("en").endswith("It is for: Results, Summaries.")


@pytest.mark.parametrize(
    ("fields", "status", "leads"),
    [
        ({"implementationGuide": [GUIDE]}, NOT_DECLARED, ["/implementationGuide/0"]),
        ({"instantiates": [CONSUMER]}, NOT_DECLARED, ["/instantiates/0"]),
        ({"instantiates": [CONSUMER], "implementationGuide": [RESULTS]}, NOT_DECLARED, ["/instantiates/0"]),
        ({"implementationGuide": [RESULTS]}, NOT_DECLARED, []),
        ({"implementationGuide": [GUIDE.replace("-api/", "-api-two/")]}, NOT_DECLARED, []),
        ({"rest": [{"mode": "server", "resource": [PROFILED]}]}, NOT_DECLARED,
         ["/rest/0/resource/0/supportedProfile/0"]),
        ({"instantiates": [PROVIDER]}, PARTLY, ["/instantiates/0"]),
        ({"instantiates": [PROVIDER], "implementationGuide": [IPS]}, PARTLY, ["/instantiates/0"]),
        ({"imports": [PROVIDER], "implementationGuide": [RESULTS]}, MET, ["/imports/0", "/implementationGuide/0"]),
    ],
)  # fmt: skip
def test_naming_a_guide_says_nothing_of_the_role_and_a_role_nothing_of_the_information(
    fields: dict[str, Any], status: Status, leads: list[str]
) -> None:
    judgement = judged(gives(), offer(**fields))
    assert (judgement.status, [place.place for place in judgement.places]) == (status, leads)
    if status is NOT_DECLARED:
        assert judgement.evidence is None
        assert not leads or "lead" in judgement.why.say("en")
        assert {place.says.value for place in judgement.places} <= {"mentioned"}


@pytest.mark.parametrize(
    ("wanted", "declared", "status"),
    [
        (f"{PROVIDER}|1.0.0-ballot", f"{PROVIDER}|1.0.0-ballot", MET), (f"{PROVIDER}|1.0.0-ballot", PROVIDER, PARTLY),
        (f"{PROVIDER}|1.0.0-ballot", f"{PROVIDER}|1.0.0", NOT_MET), (PROVIDER, f"{PROVIDER}|1.0.0-ballot", MET),
    ],
)  # fmt: skip
def test_a_version_of_an_actor_is_held_to_the_version_demanded(wanted: str, declared: str, status: Status) -> None:
    assert judged(gives(wanted, categories=()), offer(instantiates=[declared])).status is status


def test_one_of_several_actors_will_do_and_an_address_is_asked_for() -> None:
    assert judged(gives(PROVIDER, CONSUMER, categories=()), offer(instantiates=[CONSUMER])).status is MET
    (demand,) = gives(PROVIDER, CONSUMER).demands
    assert demand.say("en") == "EEHRxF-DocumentAccessProvider / EEHRxF-DocumentConsumer"
    with pytest.raises(OfferError, match="canonical address"):
        tuple(actors("r", ["Provider"], (), ()))


LAB = "http://hl7.eu/fhir/laboratory"
WHOLE = snapshot(
    thing("RequirementSet/s"),
    thing("Requirement/gives", fhir_actors=(PROVIDER,)),
    thing("Standard/api", canonical=API, publisher="HL7 Europe", standard_type="profile"),
    thing("Standard/lab", canonical=LAB, publisher="HL7 Europe", standard_type="profile"),
    thing("Standard/ips", publisher="HL7 International", standard_type="profile"),
    thing("Standard/format", publisher="HL7 Europe", standard_type="exchange"),
    thing("Standard/other"),
    thing("InformationEntity/result", name="Result"),
    link("Requirement/gives", "listed_in", "RequirementSet/s"),
    link("Requirement/gives", "demands", "Standard/api"),
    link("Requirement/gives", "demands", "Standard/other"),
    link("Requirement/gives", "concerns", "InformationEntity/result"),
    *(link(f"Standard/{each}", "expresses", "InformationEntity/result") for each in ("lab", "ips", "format")),
)


def test_a_guide_of_the_graph_is_demanded_as_its_actors_for_what_its_publisher_has_content_guides_for() -> None:
    other, actor = requirement_set(WHOLE, "s").requirements[0].demands
    assert (other.name.en, other.aspect) == ("other", Aspect.STANDARD)
    assert (actor.aspect, actor.known_as) == (Aspect.ACTOR, (PROVIDER,))
    assert [str(ref) for ref in actor.refs] == ["Standard/api"]
    assert [(each.name.en, each.known_as) for each in actor.categories] == [("Result", (LAB, "lab"))]


def judgement_of(requirements: dict[str, Any], fields: dict[str, Any], id: str) -> Judgement:
    said = {"resourceType": "CapabilityStatement", "id": "s", "kind": "requirements", **requirements}
    found = read_requirements(json.dumps(said).encode(), "s.json")
    return judged(next(each for each in found.requirements if each.id == id), offer(**fields))


def test_a_statement_asks_for_the_actors_that_it_instantiates_or_imports() -> None:
    asked = {"imports": [PROVIDER]}
    assert judgement_of(asked, {"instantiates": [PROVIDER]}, "Actors").status is MET
    assert judgement_of(asked, {"implementationGuide": [GUIDE]}, "Actors").status is NOT_DECLARED


def test_what_a_client_does_is_held_against_what_a_client_is_to_do() -> None:
    patient = {"type": "Patient", "interaction": [{"code": "read"}]}
    reads, serves = ({"rest": [{"mode": mode, "resource": [patient]}]} for mode in ("client", "server"))
    assert judgement_of(reads, reads, "Client.Patient").status is MET
    assert judgement_of(reads, serves, "Client.Patient").status is NOT_DECLARED
    assert judgement_of(serves, reads, "Patient").status is NOT_DECLARED
    (demand,) = typed("r", Aspect.RESOURCE, ["client Patient: read"])
    assert demand == Demand(aspect=Aspect.CLIENT, name=Words("Patient", "Patient"), parts=("read",))
    with pytest.raises(OfferError, match="nearest is read"):
        tuple(typed("r", Aspect.RESOURCE, ["client Patient: reed"]))
