"""Requirement sets and systems out of the graph: what is demanded of versions, and what facts say of a system."""

from typing import Any

import pytest

from graph.errors import OfferError, UnknownThingError
from graph.facts.facts import Evidence, Fact, LinkFact, Provenance, Ref, ThingFact
from graph.language.words import Words
from graph.ontology.ontology import ONTOLOGY
from graph.ontology.vocabulary import EvidenceLevel, RequirementLevel
from graph.snapshot.snapshot import Snapshot
from graph.tender.offer import Aspect, Claim, Offer
from graph.tender.requirement_set import Demand, StatedRequirementSet
from queries.compliance.comparison import compared
from queries.compliance.from_snapshot import requirement_set, requirement_sets
from queries.compliance.judgement import Status
from queries.compliance.judging_requirements import judge
from queries.compliance.systems import offer_of_system
from queries.compliance.written_demands import operations, profiles, typed

SAID = Provenance("test", evidence=Evidence.STATED)


def snapshot(*facts: Fact) -> Snapshot:
    return Snapshot.of_facts(facts)


def thing(ref: str, **fields: Any) -> ThingFact:
    kind, _, id = ref.partition("/")
    return ThingFact(ONTOLOGY.kinds[kind], id, {"id": id, "name": id, **fields}, SAID)


def link(source: str, relation: str, target: str) -> LinkFact:
    ends = [Ref(*each.split("/", 1)) for each in (source, target)]
    found = next(each for each in ONTOLOGY.relations.values() if each.forward_key == relation)
    return LinkFact(ends[0], found, ends[1], {}, SAID)


VERSIONS = {"r3": "3.0.2", "r4": "4.0.1", "r5": "5.0.0"}
STANDARDS: list[Fact] = [
    thing("Standard/fhir", name="HL7 FHIR", aliases=("FHIR",), canonical="http://hl7.org/fhir"),
    thing("Standard/snomed", standard_type="terminology"),
    thing("Standard/siths", standard_type="security"),
    *(thing(f"StandardVersion/{id}", version=version) for id, version in VERSIONS.items()),
    *(link(f"StandardVersion/{id}", "version_of", "Standard/fhir") for id in VERSIONS),
    link("StandardVersion/r4", "supersedes", "StandardVersion/r3"),
    link("StandardVersion/r5", "supersedes", "StandardVersion/r4"),
]  # fmt: skip
SET: list[Fact] = [
    thing("RequirementSet/s", name="Set", name_sv="Uppsättning", version="2", description="What to ask for"),
    thing("Regulation/law", citation="SFS 1:1"),
    thing("Requirement/speaks", level="shall", rationale="Why"),
    thing("Requirement/careful", level="should", fhir_resources=("Patient: read,search-type", "server: batch"),
          fhir_search_parameters=("Patient: name",), fhir_operations=("Patient: $match",),
          fhir_profiles=("http://example.org/StructureDefinition/p|1.0",), formats=("application/fhir+json",)),
    thing("Requirement/about"),
    thing("InformationEntity/diagnosis"),
    thing("InformationModel/model"),
    link("Regulation/law", "sets", "Requirement/speaks"),
    *(link(f"Requirement/{id}", "listed_in", "RequirementSet/s") for id in ("about", "careful", "speaks")),
    link("Requirement/speaks", "demands", "StandardVersion/r4"),
    link("Requirement/speaks", "demands", "Standard/snomed"),
    link("Requirement/speaks", "demands", "Standard/siths"),
    link("Requirement/speaks", "concerns", "InformationEntity/diagnosis"),
    link("Requirement/about", "concerns", "InformationEntity/diagnosis"),
    link("Requirement/about", "concerns", "InformationModel/model"),
]  # fmt: skip
WHOLE = snapshot(*STANDARDS, *SET)


def test_a_set_has_what_shall_be_met_first_with_its_origin() -> None:
    found = requirement_set(WHOLE, "s")
    assert (found.id, found.name, found.version) == ("s", Words("Set", "Uppsättning"), "2")
    assert found.about == "What to ask for"
    shall, should = RequirementLevel
    assert [(each.id, each.level) for each in found.requirements] == [
        ("speaks", shall), ("careful", should), ("about", None)
    ]  # fmt: skip
    first = found.requirements[0]
    assert ([origin.say("en") for origin in first.origins], first.rationale) == (["law (SFS 1:1)"], "Why")
    assert sorted(map(str, first.grounds)) == [
        "Regulation/law SETS Requirement/speaks", "Requirement/speaks", "Requirement/speaks DEMANDS Standard/siths",
        "Requirement/speaks DEMANDS Standard/snomed", "Requirement/speaks DEMANDS StandardVersion/r4",
        "Requirement/speaks LISTED_IN RequirementSet/s",
    ]  # fmt: skip


def test_versions_that_replaced_or_were_replaced_are_told_from_the_graph() -> None:
    demands = {demand.aspect: demand for demand in requirement_set(WHOLE, "s").requirements[0].demands}
    fhir = demands[Aspect.STANDARD]
    assert [[each.name for each in versions] for versions in (fhir.accepted, fhir.superseded, fhir.superseding)] == [
        ["4.0.1"], ["3.0.2"], ["5.0.0"]
    ]  # fmt: skip
    assert {"FHIR", "http://hl7.org/fhir", "fhir"} <= set(fhir.known_as)
    assert fhir.accepted[0].names == ("4.0.1", "r4", "R4", "FHIR R4", "HL7 FHIR R4")
    assert demands.keys() == {Aspect.STANDARD, Aspect.TERMINOLOGY, Aspect.SECURITY}


def test_what_is_written_of_fhir_becomes_demands() -> None:
    demands = requirement_set(WHOLE, "s").requirements[1].demands
    assert [each.known_as for each in demands if each.aspect is Aspect.FORMAT] == [("application/fhir+json",)]
    found = {(each.aspect, each.name.en, each.parts) for each in demands}
    assert found == {
        (Aspect.RESOURCE, "Patient", ("read", "search-type")), (Aspect.RESOURCE, "server", ("batch",)),
        (Aspect.SEARCH, "Patient", ("name",)), (Aspect.OPERATION, "Patient: $match", ()),
        (Aspect.PROFILE, "http://example.org/StructureDefinition/p", ()), (Aspect.FORMAT, "application/fhir+json", ()),
    }  # fmt: skip


def test_information_is_looked_for_only_where_nothing_else_is_demanded() -> None:
    asked = requirement_set(WHOLE, "s").requirements
    assert Aspect.ENTITY not in {demand.aspect for demand in asked[0].demands}
    assert [(demand.aspect, demand.known_as) for demand in asked[2].demands] == [(Aspect.MODEL, ("model",))]
    alone = snapshot(*[fact for fact in SET if not (isinstance(fact, LinkFact) and fact.target.id == "model")])
    (demand,) = requirement_set(alone, "s").requirements[2].demands
    assert (demand.aspect, demand.known_as) == (Aspect.ENTITY, ("diagnosis",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Patient: $match", "Patient: $match"), ("Patient:match ", "Patient: $match"), (" $match", "$match"),
        ("match", "$match"), ("Patient/$match", "$match"),
        ("http://e.org/OperationDefinition/match", "http://e.org/OperationDefinition/match"),
        ("http://e.org/Patient/$match", "http://e.org/Patient/$match"), ("urn:oid:1.2", "urn:oid:1.2"),
    ],
)  # fmt: skip
def test_an_operation_is_written_by_its_name_or_its_address(text: str, name: str) -> None:
    (demand,) = operations([text])
    assert (demand.aspect, demand.name, demand.known_as) == (Aspect.OPERATION, Words(name, name), (text, name))


@pytest.mark.parametrize(
    ("text", "address", "versions"),
    [
        ("http://e.org/p|1.0", "http://e.org/p", ["1.0"]), ("http://e.org/p", "http://e.org/p", []),
        ("urn:oid:1.2", "urn:oid:1.2", []),
    ],
)  # fmt: skip
def test_a_profile_is_written_by_its_address_with_or_without_a_version(
    text: str, address: str, versions: list[str]
) -> None:
    (demand,) = profiles("r", [text])
    assert (demand.aspect, demand.name, demand.known_as) == (Aspect.PROFILE, Words(address, address), (address,))
    assert [version.name for version in demand.accepted] == versions


def test_a_search_parameter_may_have_a_modifier() -> None:
    (demand,) = typed("r", Aspect.SEARCH, ["Patient: name:exact, identifier"])
    assert (demand.name.en, demand.parts) == ("Patient", ("name:exact", "identifier"))


def test_every_set_is_found_in_dictionary_order() -> None:
    both = snapshot(thing("RequirementSet/b"), thing("RequirementSet/a"))
    assert [each.id for each in requirement_sets(both)] == ["a", "b"]


@pytest.mark.parametrize(("fields", "said"), [
    ({"fhir_resources": ("patient read",)},
     r'^The requirement r states "patient read"\. Write a FHIR resource type and what is demanded of it: '
     r"Patient: read, search-type\.$"),
    ({"fhir_resources": ("Patient: reed",)},
     r'^The requirement r demands the interaction "reed" of Patient, which FHIR does not have\. '
     r"The nearest is read\.$"),
    ({"fhir_search_parameters": ("Patient",)}, r"demanded of it: Patient: identifier, name\.$"),
    ({"fhir_profiles": ("SEBasePatient",)},
     r'^The requirement r states the profile "SEBasePatient"\. Write its canonical address: '
     r"http://hl7\.se/fhir/ig/base/StructureDefinition/\.\.\.\|1\.1\.0\.$"),
])  # fmt: skip
def test_what_cannot_be_read_is_told_with_the_requirement(fields: dict[str, Any], said: str) -> None:
    wrong = snapshot(
        thing("RequirementSet/s"),
        thing("Requirement/r", **fields),
        link("Requirement/r", "listed_in", "RequirementSet/s"),
    )
    with pytest.raises(OfferError, match=said) as caught:
        requirement_set(wrong, "s")
    assert "The requirement r " in str(caught.value)


def test_an_unknown_set_or_system_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownThingError) as near:
        requirement_set(WHOLE, "sett")
    assert near.value.say("en") == "There is no Requirement set 'sett'. The nearest is: s."
    with pytest.raises(UnknownThingError, match="nearest is: –"):
        offer_of_system(WHOLE, "x")


SYSTEM: list[Fact] = [
    thing("System/ehr", name="EHR", name_sv="Journal"),
    thing("Api/api"), thing("Exchange/now", established="certified", format="CSV"),
    thing("Exchange/later", status="planned", established="observed"), thing("Exchange/done", status="ended"),
    thing("InformationEntity/referral"),
    link("System/ehr", "exposes", "Api/api"),
    link("Api/api", "conforms_to", "StandardVersion/r3"),
    link("System/ehr", "provides", "Exchange/now"), link("System/ehr", "provides", "Exchange/later"),
    link("System/ehr", "consumes", "Exchange/done"),
    *(link(f"Exchange/{id}", "conforms_to", f"StandardVersion/{version}")
      for id, version in (("now", "r4"), ("later", "r5"), ("done", "r5"))),
    link("Exchange/now", "carries", "InformationEntity/referral"),
    link("System/ehr", "masters", "InformationEntity/diagnosis"),
    link("System/ehr", "maps_to", "InformationModel/model"),
]  # fmt: skip


def test_a_system_says_what_it_and_its_interfaces_and_its_running_exchanges_follow() -> None:
    offer = offer_of_system(snapshot(*STANDARDS, *SET, *SYSTEM), "ehr")
    assert (offer.say("sv"), offer.system, offer.complete) == ("Journal", "ehr", frozenset())
    found = {(claim.version, claim.evidence, claim.place) for claim in offer.of(Aspect.STANDARD)}
    assert found == {
        ("3.0.2", None, "Api/api CONFORMS_TO StandardVersion/r3"),
        ("4.0.1", EvidenceLevel.CERTIFIED, "Exchange/now CONFORMS_TO StandardVersion/r4"),
    }
    assert {claim.name for claim in offer.of(Aspect.ENTITY)} == {"diagnosis", "referral"}
    assert [claim.name for claim in offer.of(Aspect.FORMAT)] == ["CSV"]
    assert all(claim.grounds for claim in offer.claims)


def test_a_system_is_judged_with_evidence_and_never_by_what_is_not_stated() -> None:
    whole = snapshot(*STANDARDS, *SET, *SYSTEM)
    told = {each.requirement.id: each for each in judge(requirement_set(whole, "s"), offer_of_system(whole, "ehr"))}
    assert told["speaks"].status is Status.PARTLY  # FHIR is stated; terminology and sign-in are not
    assert told["speaks"].evidence is EvidenceLevel.CERTIFIED
    assert (told["careful"].status, told["about"].status) == (Status.NOT_DECLARED, Status.MET)


def test_an_answer_to_a_requirement_that_is_not_there_is_refused() -> None:
    answer = Claim(aspect=Aspect.REQUIREMENT, name="speeks", file="a.xlsx", place="Requirements!G3")
    with pytest.raises(OfferError) as near:
        compared(requirement_set(WHOLE, "s"), [Offer(name="A", claims=(answer,))], 1)
    assert str(near.value) == (
        "a.xlsx, Requirements!G3: the answer is to speeks, which the requirement set s does not have. "
        "Hand in the questionnaire that was made from this set. The nearest is: speaks."
    )
    placeless = Offer(name="A", claims=(Claim(aspect=Aspect.REQUIREMENT, name="zzz"),))
    with pytest.raises(OfferError, match=r"^A, –: the answer is to zzz, .* The nearest is: –\.$"):
        compared(requirement_set(WHOLE, "s"), [placeless], 1)


def test_offers_stand_side_by_side_with_sums_of_each_level() -> None:
    yes = Offer(name="A", claims=(Claim(aspect=Aspect.REQUIREMENT, name="speaks"),))
    told = compared(requirement_set(WHOLE, "s"), [yes, Offer(name="B")], 7)
    assert [each.status for each in told.rows[0].judgements] == [Status.MET, Status.NOT_DECLARED]
    shall, should, unstated = told.tallies(0)
    assert [each.level for each in (shall, should, unstated)] == [*RequirementLevel, None]
    assert (shall.counts[Status.MET], shall.total, should.total) == (1, 1, 1)
    assert told.unmet
    assert not compared(requirement_set(WHOLE, "s"), [yes], 7).unmet


def test_two_requirements_of_one_id_are_no_set() -> None:
    demand = Demand(aspect=Aspect.ENTITY, name=Words("A", "A"))
    one = requirement_set(WHOLE, "s").requirements[0].model_copy(update={"demands": (demand,)})
    with pytest.raises(ValueError, match="two requirements called speaks"):
        StatedRequirementSet(id="x", name=Words("X", "X"), requirements=(one, one))
