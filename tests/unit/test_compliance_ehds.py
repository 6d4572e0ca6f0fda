"""The bundled sets for EHDS: what files that declare actors and content guides come out as."""

import json
from collections.abc import Iterable

import pytest

from graph.tender.offer import Aspect, Offer
from loaders.tender.offer_reading import read_offer
from queries.compliance.from_snapshot import requirement_set, requirement_sets
from queries.compliance.judgement import Judgement, Status
from queries.compliance.judging_requirements import judge
from tests.bundled import bundled_snapshot

API = "http://hl7.eu/fhir/health-data-api"
GUIDE = f"{API}/ImplementationGuide/hl7.fhir.eu.health-data-api"
ACTORS = {
    "document-access-provider": "DocumentAccessProvider",
    "document-submission-option": "DocumentAccessProvider-SubmissionOption",
    "document-publisher-access-provider": "DocumentPublisherAccessProvider",
    "document-consumer": "DocumentConsumer", "document-publisher": "DocumentPublisher",
    "resource-access-provider": "ResourceAccessProvider", "resource-consumer": "ResourceConsumer",
}  # fmt: skip
PROVIDERS = {ACTORS[each] for each in ACTORS if "provider" in each or "option" in each}
CONSUMERS = {"DocumentConsumer", "ResourceConsumer"}
BUILDS_ON = {"DocumentAccessProvider-SubmissionOption", "DocumentPublisherAccessProvider"}
CATEGORIES = {
    "patient-summary": "eps", "prescription": "mpd", "dispensation": "mpd", "imaging": "imaging",
    "test-results": "laboratory", "discharge-report": "hdr",
}  # fmt: skip
MET, PARTLY, _, NOT_DECLARED, _ = Status


def offer(actors: Iterable[str], guides: Iterable[str] = ()) -> Offer:
    said = {
        "resourceType": "CapabilityStatement", "kind": "instance", "fhirVersion": "4.0.1",
        "instantiates": [f"{API}/CapabilityStatement/EEHRxF-{each}" for each in actors],
        "implementationGuide": [f"http://hl7.eu/fhir/{each}/ImplementationGuide/hl7.fhir.eu.{each}" for each in guides],
    }  # fmt: skip
    return read_offer(json.dumps(said).encode(), "o.json")


def of(set: str, offered: Offer) -> dict[str, Judgement]:
    return {each.requirement.id: each for each in judge(requirement_set(bundled_snapshot(), set), offered)}


@pytest.mark.parametrize("actor", ACTORS.values())
def test_each_actor_gives_access_receives_or_neither(actor: str) -> None:
    found = of("ehds-ehr-system", offer([actor], ["laboratory"]))
    assert found["ehds-give-access"].status is (MET if actor in PROVIDERS else NOT_DECLARED)
    assert found["ehds-receive"].status is (MET if actor in CONSUMERS else NOT_DECLARED)
    assert {each.status for id, each in found.items() if id not in ("ehds-give-access", "ehds-receive")} == {
        NOT_DECLARED
    }


def test_the_information_is_that_of_the_content_guides_and_a_role_without_any_is_half_of_it() -> None:
    told = of("ehds-ehr-system", offer(["DocumentAccessProvider"], ["eps", "laboratory"]))["ehds-give-access"]
    assert "It is for: Laboratory result, Patient summary." in told.why.say("en")
    assert told.places[0].place == "/instantiates/0"
    assert of("ehds-ehr-system", offer(["DocumentAccessProvider"]))["ehds-give-access"].status is PARTLY
    r4 = of("ehds-ehr-system", offer(["DocumentAccessProvider"], ["imaging-r4"]))["ehds-give-access"]
    assert "It is for: Imaging report, Imaging study." in r4.why.say("en")


@pytest.mark.parametrize(("set", "wanted"), ACTORS.items())
def test_the_set_of_an_actor_asks_for_it_or_for_one_that_builds_on_it(set: str, wanted: str) -> None:
    for actor in ACTORS.values():
        there = actor == wanted or (wanted == "DocumentAccessProvider" and actor in BUILDS_ON)
        status = of(f"hl7-eu-actor-{set}", offer([actor]))[f"eu-is-{set}"].status
        assert status is (MET if there else NOT_DECLARED)


@pytest.mark.parametrize(("category", "guide"), CATEGORIES.items())
def test_the_set_of_a_category_asks_for_both_sides_and_the_content(category: str, guide: str) -> None:
    def statuses(offered: Offer) -> list[Status]:
        found = of(f"hl7-eu-category-{category}", offered)
        return [found[f"eu-{each}-{category}"].status for each in ("gives", "receives", "content-of")]

    assert statuses(offer(["ResourceAccessProvider"], [guide])) == [MET, NOT_DECLARED, MET]
    assert statuses(offer(["ResourceConsumer", "DocumentAccessProvider"], [guide])) == [MET, MET, MET]
    other = next(each for each in CATEGORIES.values() if each != guide)
    assert statuses(offer(["ResourceAccessProvider"], [other])) == [PARTLY, NOT_DECLARED, NOT_DECLARED]
    assert statuses(offer([], ["health-data-api"])) == [NOT_DECLARED] * 3


def test_every_bundled_set_can_be_read_and_those_of_the_ballot_say_that_they_are_one() -> None:
    snapshot = bundled_snapshot()
    for node in requirement_sets(snapshot):
        found = requirement_set(snapshot, node.id)
        assert found.requirements
        if node.id.startswith("hl7-eu-"):
            assert found.version == "1.0.0-ballot"
            assert "not the law" in str(found.about)
            assert "ballot" in found.name.en
            assert any(d.aspect is Aspect.ACTOR for each in found.requirements for d in each.demands)
