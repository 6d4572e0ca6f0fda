"""What the graph's facts say of a system: a cell for each way to state it."""

from typing import Any

import pytest

from graph.facts.facts import Fact
from graph.ontology.kinds import Api, Exchange, InformationEntity, InformationModel, Standard, StandardVersion, System
from graph.ontology.vocabulary import EvidenceLevel, ExchangeStatus
from graph.snapshot.snapshot import Snapshot
from graph.tender.offer import Aspect, Claim, Format, Says
from queries.compliance.systems import offer_of_system
from tests.worlds import link, thing

S, API, NOTE = thing(System, "s"), thing(Api, "api"), thing(InformationEntity, "note", aliases=("Notes",))
FHIR = thing(Standard, "fhir", canonical="http://hl7.org/fhir")
R4, UNNUMBERED = thing(StandardVersion, "r4", version="4.0.1"), thing(StandardVersion, "early")
ADDRESS = "http://e.org/StructureDefinition/p"
GUIDE = thing(Standard, "guide", canonical=ADDRESS, name_sv="Vägledning")
PROFILE = thing(StandardVersion, "p", version="1.1", aliases=(f"{ADDRESS}/more",))
MODEL, FLOW = thing(InformationModel, "model"), thing(Exchange, "flow")
TESTED = thing(Exchange, "flow", established="tested", format="CSV")
VERSIONS: tuple[Fact, ...] = (
    FHIR, R4, UNNUMBERED, link(R4, "version_of", FHIR), link(UNNUMBERED, "version_of", FHIR),
)  # fmt: skip
STANDARD, CERTAIN = Aspect.STANDARD, EvidenceLevel.TESTED
NAMES = ("http://hl7.org/fhir", "fhir", "Fhir", "r4", "R4")
StatedClaim = tuple[Aspect, str, tuple[str, ...], str | None, EvidenceLevel | None, list[str]]


def claims(*facts: Fact) -> tuple[Claim, ...]:
    return offer_of_system(Snapshot.of_facts([S, *facts]), "s").claims


def told(claim: Claim) -> StatedClaim:
    assert claim.place == str(claim.grounds[-1])
    assert claim.says is Says.YES
    return claim.aspect, claim.name, claim.also, claim.version, claim.evidence, [str(each) for each in claim.grounds]


@pytest.mark.parametrize(
    ("facts", "claimed"),
    [
        ((*VERSIONS, link(S, "conforms_to", R4)),
         [(STANDARD, "Fhir", NAMES, "4.0.1", None, ["System/s CONFORMS_TO StandardVersion/r4"])]),
        ((*VERSIONS, link(S, "conforms_to", UNNUMBERED)),
         [(STANDARD, "Fhir", (*NAMES[:3], "early", "Early"), "Early", None,
           ["System/s CONFORMS_TO StandardVersion/early"])]),
        ((UNNUMBERED, link(S, "conforms_to", UNNUMBERED)),
         [(STANDARD, "Early", ("early", "Early"), None, None, ["System/s CONFORMS_TO StandardVersion/early"])]),
        ((*VERSIONS, API, link(S, "exposes", API), link(API, "conforms_to", R4)),
         [(STANDARD, "Fhir", NAMES, "4.0.1", None,
           ["System/s EXPOSES Api/api", "Api/api CONFORMS_TO StandardVersion/r4"])]),
        ((*VERSIONS, FLOW, link(S, "provides", FLOW), link(FLOW, "conforms_to", R4)),
         [(STANDARD, "Fhir", NAMES, "4.0.1", None,
           ["System/s PROVIDES Exchange/flow", "Exchange/flow CONFORMS_TO StandardVersion/r4"])]),
        ((*VERSIONS, API, TESTED, link(S, "consumes", TESTED), link(TESTED, "runs_through", API),
          link(API, "conforms_to", R4)),
         [(STANDARD, "Fhir", NAMES, "4.0.1", CERTAIN,
           ["System/s CONSUMES Exchange/flow", "Exchange/flow RUNS_THROUGH Api/api",
            "Api/api CONFORMS_TO StandardVersion/r4"]),
          (Aspect.FORMAT, "CSV", (), None, CERTAIN, ["System/s CONSUMES Exchange/flow", "Exchange/flow"])]),
        ((NOTE, TESTED, link(S, "provides", TESTED), link(TESTED, "carries", NOTE)),
         [(Aspect.ENTITY, "Note", ("note", "Note", "Notes"), None, CERTAIN,
           ["System/s PROVIDES Exchange/flow", "Exchange/flow CARRIES InformationEntity/note"]),
          (Aspect.FORMAT, "CSV", (), None, CERTAIN, ["System/s PROVIDES Exchange/flow", "Exchange/flow"])]),
        *(((NOTE, link(S, side, NOTE)),
           [(Aspect.ENTITY, "Note", ("note", "Note", "Notes"), None, None,
             [f"System/s {side.upper()} InformationEntity/note"])])
          for side in ("masters", "stores", "publishes", "reads")),
        ((MODEL, link(S, "maps_to", MODEL)),
         [(Aspect.MODEL, "Model", ("model", "Model"), None, None, ["System/s MAPS_TO InformationModel/model"])]),
        ((), []),
    ],
)  # fmt: skip
def test_every_way_to_state_it_is_a_claim_with_its_place_and_its_grounds(
    facts: tuple[Fact, ...], claimed: list[StatedClaim]
) -> None:
    assert [told(each) for each in claims(*facts)] == claimed


def test_a_profile_is_claimed_beside_its_guide_by_every_address_of_either() -> None:
    found = claims(
        GUIDE, PROFILE, TESTED, link(PROFILE, "version_of", GUIDE), link(S, "provides", TESTED),
        link(TESTED, "profiled_by", PROFILE),
    )  # fmt: skip
    way = ["System/s PROVIDES Exchange/flow", "Exchange/flow PROFILED_BY StandardVersion/p"]
    names = (ADDRESS, "guide", "Guide", "Vägledning", "p", "P", f"{ADDRESS}/more")
    assert [told(each) for each in found[:3]] == [
        (STANDARD, "Guide", names, "1.1", CERTAIN, way),
        (Aspect.PROFILE, ADDRESS, (), "1.1", CERTAIN, way),
        (Aspect.PROFILE, f"{ADDRESS}/more", (), "1.1", CERTAIN, way),
    ]
    assert [claim.aspect for claim in found[3:]] == [Aspect.FORMAT]


def test_how_well_a_model_maps_is_noted() -> None:
    (partly,) = claims(MODEL, link(S, "maps_to", MODEL, coverage="partial"))
    (unsaid,) = claims(MODEL, link(S, "maps_to", MODEL))
    assert (partly.note, unsaid.note) == ("partial", None)


@pytest.mark.parametrize("side", ["provides", "consumes"])
@pytest.mark.parametrize("status", [ExchangeStatus.PLANNED, ExchangeStatus.ENDED])
def test_what_is_planned_or_ended_says_nothing(side: str, status: ExchangeStatus) -> None:
    idle = thing(Exchange, "flow", status=status, format="CSV")
    assert claims(idle, link(S, side, idle)) == ()


@pytest.mark.parametrize(("fields", "name", "swedish"), [({}, "S", "S"), ({"name_sv": "Ett s"}, "S", "Ett s")])
def test_the_offer_is_the_system_by_its_name(fields: dict[str, Any], name: str, swedish: str) -> None:
    offer = offer_of_system(Snapshot.of_facts([thing(System, "s", **fields)]), "s")
    assert (offer.say("en"), offer.say("sv"), offer.system, offer.formats) == (name, swedish, "s", (Format.SYSTEM,))
