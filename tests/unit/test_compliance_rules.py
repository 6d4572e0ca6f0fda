"""The table that judges: an example of every cell, and what it gives."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.errors import SettingsError
from graph.language.words import LANGUAGES, Words
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import Aspect, Claim, Offer, Says
from graph.tender.requirement_set import Category, Demand, StatedRequirement, StatedRequirementSet, Version
from queries.asking.rule_tables import RuleTableError
from queries.compliance import judging_requirements
from queries.compliance.findings import SEARCHES, find
from queries.compliance.judgement import CitedClaim, Judgement, Status
from queries.compliance.judging_requirements import judge, judged
from queries.compliance.rules import ANSWERS, FINDINGS, TABLE, TOGETHER, read, rules

GUIDE = "http://example.org/guide"
NAMED = [Aspect.STANDARD, Aspect.MODEL, Aspect.TERMINOLOGY, Aspect.SECURITY]
LISTED = [Aspect.RESOURCE, Aspect.CLIENT, Aspect.SEARCH]
Case = tuple[Demand, Offer]


def offer(*claims: Claim, complete: set[Aspect] | None = None) -> Offer:
    return Offer(name="Product", claims=claims, complete=frozenset(complete or ()))


def named(aspect: Aspect, *said: tuple[str | None, Says]) -> Case:
    """A demand for 2.0, which has replaced 1.0 and been replaced by 3.0; claims of versions."""
    demand = Demand(
        aspect=aspect, name=Words("Thing", "Sak"), known_as=(GUIDE,), accepted=(Version(name="2.0"),),
        superseded=(Version(name="1.0"),), superseding=(Version(name="3.0"),),
    )  # fmt: skip
    return demand, offer(*(Claim(aspect=aspect, name=GUIDE, version=version, says=says) for version, says in said))


def listed(aspect: Aspect, *parts: str, says: Says = Says.YES, complete: set[Aspect] | None = None) -> Case:
    """A demand for two parts of a resource type; a claim of some parts."""
    two = ("name", "identifier") if aspect is Aspect.SEARCH else ("read", SEARCHES)
    demand = Demand(aspect=aspect, name=Words("Patient", "Patient"), parts=two)
    return demand, offer(Claim(aspect=aspect, name="Patient", parts=parts, says=says), complete=complete)


def nothing(aspect: Aspect, complete: set[Aspect] | None = None) -> Case:
    demand = Demand(aspect=aspect, name=Words("Patient", "Patient"), parts=("read",))
    return demand, offer(Claim(aspect=aspect, name="Something else"), complete=complete)


def unlisted(aspect: Aspect) -> Case:
    """The type is there, but what can be done with it is not said."""
    demand = Demand(aspect=aspect, name=Words("Patient", "Patient"), parts=("read",))
    there = Aspect.RESOURCE if aspect is Aspect.SEARCH else aspect
    return demand, offer(Claim(aspect=there, name="Patient"))


def at_odds(aspect: Aspect) -> Case:
    """Two claims that cannot both be true."""
    if aspect is Aspect.SEARCH:  # searching by name, without searching at all
        demand = Demand(aspect=aspect, name=Words("Patient", "Patient"), parts=("name",))
        said = Claim(aspect=aspect, name="Patient", parts=("name",))
        return demand, offer(said, Claim(aspect=Aspect.RESOURCE, name="Patient", parts=("read",)))
    return named(aspect, ("2.0", Says.YES), ("2.0", Says.NO))


def profiles_of(aspect: Aspect) -> Case:
    demand, _ = named(aspect)
    return demand, offer(Claim(aspect=Aspect.PROFILE, name=f"{GUIDE}/StructureDefinition/one"))


def parts(aspect: Aspect, *wanted: int) -> tuple[str, ...]:
    two = ("name", "identifier") if aspect is Aspect.SEARCH else ("read", SEARCHES)
    return tuple(two[number] for number in wanted)


def uncategorised(aspect: Aspect) -> Case:
    """An actor is declared, and no guide for the information that it is wanted for."""
    demand, offered = named(aspect, ("2.0", Says.YES))
    wanted = (Category(name=Words("Results", "Svar"), known_as=("http://example.org/results",)),)
    return demand.model_copy(update={"categories": wanted}), offered


EXAMPLES: dict[str, Callable[[Aspect], Case]] = {
    "accepted": lambda aspect: named(aspect, ("2.0", Says.YES)),
    "unversioned": lambda aspect: named(aspect, (None, Says.YES)),
    "superseded": lambda aspect: named(aspect, ("1.0", Says.YES)),
    "superseding": lambda aspect: named(aspect, ("3.0", Says.YES)),
    "other-version": lambda aspect: named(aspect, ("9.9", Says.YES)),
    "in-part": lambda aspect: named(aspect, ("2.0", Says.PARTLY)) if aspect not in LISTED else listed(
        aspect, says=Says.PARTLY
    ),
    "denied": lambda aspect: named(aspect, ("2.0", Says.NO)) if aspect not in LISTED else listed(aspect, says=Says.NO),
    "conflicting": at_odds,
    "profiles-only": profiles_of,
    "uncategorised": uncategorised,
    "mentioned": lambda aspect: named(aspect, ("2.0", Says.MENTIONED)) if aspect not in LISTED else listed(
        aspect, "read", "name", says=Says.MENTIONED
    ),
    "silent": nothing,
    "absent": lambda aspect: nothing(aspect, {Aspect.FORMAT, Aspect.RESOURCE}),
    "unlisted": unlisted,
    "all": lambda aspect: listed(aspect, *parts(aspect, 1, 0), "more"),
    "some": lambda aspect: listed(aspect, *parts(aspect, 0)),
    "none": lambda aspect: listed(aspect, "more"),
}  # fmt: skip
STATUSES = {
    "accepted": Status.MET, "all": Status.MET,
    "unversioned": Status.PARTLY, "in-part": Status.PARTLY, "profiles-only": Status.PARTLY,
    "uncategorised": Status.PARTLY, "some": Status.PARTLY,
    "superseded": Status.NOT_MET, "superseding": Status.NOT_MET, "other-version": Status.NOT_MET,
    "denied": Status.NOT_MET, "none": Status.NOT_MET, "absent": Status.NOT_MET,
    "silent": Status.NOT_DECLARED, "mentioned": Status.NOT_DECLARED, "unlisted": Status.NOT_DECLARED,
    "conflicting": Status.CONTRADICTED,
}  # fmt: skip
CELLS = [(aspect, finding) for aspect, findings in FINDINGS.items() for finding in findings]


@pytest.mark.parametrize(
    ("aspect", "finding"), CELLS, ids=lambda each: each.value if isinstance(each, Aspect) else each
)
def test_every_finding_is_found_and_has_its_status(aspect: Aspect, finding: str) -> None:
    demand, offered = EXAMPLES[finding](aspect)
    found = find(demand, offered)
    assert (found.finding, found.claims) == (finding, () if finding in ("silent", "absent") else offered.claims)
    requirement = StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,))
    judgement = judged(requirement, offered)
    assert judgement.status is STATUSES[finding]
    assert judgement.findings[0].rule == rules().finding(aspect, finding).id == judgement.rules[2]
    for language in LANGUAGES:
        told = judgement.why.say(language)
        assert demand.name.say(language) in told
        assert "{" not in told


def test_a_finding_is_told_in_both_languages_with_what_is_demanded_and_what_is_offered() -> None:
    demand, offered = named(Aspect.STANDARD, ("2.0", Says.YES))
    (met,) = judged(StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,)), offered).findings
    assert met.why.say("en") == "Thing 2.0: stated (http://example.org/guide 2.0)."
    assert met.why.say("sv") == "Sak 2.0: uppgivet (http://example.org/guide 2.0)."
    demand, offered = listed(Aspect.RESOURCE, "read", "create")
    judgement = judged(StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,)), offered)
    (some,) = judgement.findings
    assert some.why.say("en").endswith("(Patient: read, create).")
    assert some.demand == Words("Patient: read, search-type", "Patient: read, search-type")
    for language in LANGUAGES:
        assert judgement.why.say(language) == f"{judgement.summary.say(language)} {some.why.say(language)}"
    assert met.demand == Words("Thing 2.0", "Sak 2.0")


@pytest.mark.parametrize(
    ("answers", "english", "swedish"),
    [
        ([], "Everything demanded is stated.", "Allt som fordras är uppgivet."),
        ([Says.YES], "Answered yes, and the offer bears it out.", "Besvarat med ja, och anbudet bekräftar det."),
    ],
)
def test_the_summary_is_of_the_answer_where_there_is_one(answers: list[Says], english: str, swedish: str) -> None:
    demand, offered = named(Aspect.MODEL, ("2.0", Says.YES))
    said = [Claim(aspect=Aspect.REQUIREMENT, name="r", says=each) for each in answers]
    judgement = judged(
        StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,)), offer(*offered.claims, *said)
    )
    assert (judgement.summary.say("en"), judgement.summary.say("sv")) == (english, swedish)


@pytest.mark.parametrize(("count", "told"), [(1, "1.0"), (3, "1.0; Thing 2.0; Thing 3.0"),
                                             (4, "1.0; Thing 2.0; Thing 3.0 (+1)")])  # fmt: skip
def test_what_is_offered_is_told_by_three_and_how_many_more(count: int, told: str) -> None:
    claims = [Claim(aspect=Aspect.MODEL, name="Thing", version=f"{number}.0") for number in range(1, count + 1)]
    demand = Demand(aspect=Aspect.MODEL, name=Words("Thing", "Sak"))
    (found,) = judged(StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,)), offer(*claims)).findings
    assert found.why.say("en") == f"Thing: stated (Thing {told})."


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({}, "Thing"), ({"version": "2.0"}, "Thing 2.0"), ({"parts": ("read", "create")}, "Thing: read, create"),
        ({"version": "2.0", "parts": ("read",)}, "Thing 2.0: read"),
    ],
)  # fmt: skip
def test_a_claim_has_its_place_with_all_that_is_said_there(claim: dict[str, Any], words: str) -> None:
    whole = Claim(
        aspect=Aspect.RESOURCE, name="Thing", says=Says.PARTLY, evidence=EvidenceLevel.TESTED, file="a.json",
        place="/rest/0", note="Soon", illustrative=True, **claim,
    )  # fmt: skip
    assert CitedClaim.of(whole).model_dump() == {
        "file": "a.json", "place": "/rest/0", "claim": words, "aspect": Aspect.RESOURCE, "says": Says.PARTLY,
        "evidence": EvidenceLevel.TESTED, "note": "Soon", "illustrative": True, "assumed": False,
    }  # fmt: skip


def test_a_type_of_which_nothing_more_is_demanded_is_met_where_it_is_there() -> None:
    demand = Demand(aspect=Aspect.RESOURCE, name=Words("Patient", "Patient"))
    there = Claim(aspect=Aspect.RESOURCE, name="patient")
    assert find(demand, offer(there)) == ("all", (there,))
    assert find(demand, offer()).finding == "silent"


@pytest.mark.parametrize(
    ("demanded", "claimed", "finding"),
    [
        (Aspect.STANDARD, Aspect.TERMINOLOGY, "accepted"), (Aspect.STANDARD, Aspect.SECURITY, "accepted"),
        (Aspect.TERMINOLOGY, Aspect.STANDARD, "accepted"), (Aspect.SECURITY, Aspect.STANDARD, "accepted"),
        (Aspect.TERMINOLOGY, Aspect.SECURITY, "silent"), (Aspect.SECURITY, Aspect.TERMINOLOGY, "silent"),
        (Aspect.STANDARD, Aspect.MODEL, "silent"), (Aspect.MODEL, Aspect.STANDARD, "silent"),
    ],
)  # fmt: skip
def test_a_terminology_or_sign_in_may_be_spoken_of_as_a_standard_and_nothing_else_as_another(
    demanded: Aspect, claimed: Aspect, finding: str
) -> None:
    demand = Demand(aspect=demanded, name=Words("Thing", "Sak"))
    assert find(demand, offer(Claim(aspect=claimed, name="Thing"))).finding == finding


@pytest.mark.parametrize(
    ("aspect", "known_as", "address", "stated", "finding"),
    [
        (Aspect.STANDARD, (GUIDE,), f"{GUIDE}/StructureDefinition/one", True, "accepted"),
        (Aspect.STANDARD, (GUIDE,), f"{GUIDE}/StructureDefinition/one", False, "profiles-only"),
        (Aspect.STANDARD, (GUIDE,), f"{GUIDE}book/StructureDefinition/one", False, "silent"),
        (Aspect.STANDARD, ("guide",), f"{GUIDE}/StructureDefinition/one", False, "silent"),
        (Aspect.MODEL, (GUIDE,), f"{GUIDE}/StructureDefinition/one", False, "silent"),
    ],
)  # fmt: skip
def test_profiles_speak_for_their_guide_only_where_nothing_else_does(
    aspect: Aspect, known_as: tuple[str, ...], address: str, stated: bool, finding: str
) -> None:
    demand = Demand(aspect=aspect, name=Words("Thing", "Sak"), known_as=known_as)
    more = [Claim(aspect=aspect, name="Thing")] if stated else []
    assert find(demand, offer(Claim(aspect=Aspect.PROFILE, name=address), *more)).finding == finding


def of_status(status: Status, aspect: Aspect) -> Case:
    """A case of one aspect that comes out as `status`."""
    finding = {
        Status.MET: "accepted", Status.PARTLY: "in-part", Status.NOT_MET: "denied",
        Status.NOT_DECLARED: "silent", Status.CONTRADICTED: "conflicting",
    }[status]  # fmt: skip
    demand, offered = EXAMPLES[finding](aspect)
    name = f"{aspect.value}-thing"
    renamed = [claim.model_copy(update={"name": name}) for claim in offered.claims if claim.name == GUIDE]
    return demand.model_copy(update={"known_as": (name,)}), offer(*renamed)


def both(first: Status, second: Status) -> tuple[StatedRequirement, Offer]:
    cases = [of_status(first, Aspect.MODEL), of_status(second, Aspect.PROFILE)]
    demands = tuple(demand for demand, _ in cases)
    return (
        StatedRequirement(id="r", name=Words("R", "K"), demands=demands),
        offer(*(claim for _, offered in cases for claim in offered.claims)),
    )


MET, PARTLY, NOT_MET, NOT_DECLARED, CONTRADICTED = Status
TOGETHER_CASES = [
    (MET, MET, "all-met", MET),
    (MET, PARTLY, "any-met-or-partly", PARTLY),
    (MET, NOT_MET, "any-met-or-partly", PARTLY),
    (MET, NOT_DECLARED, "any-met-or-partly", PARTLY),
    (PARTLY, NOT_DECLARED, "any-met-or-partly", PARTLY),
    (PARTLY, NOT_MET, "any-met-or-partly", PARTLY),
    (NOT_MET, NOT_MET, "any-not-met", NOT_MET),
    (NOT_MET, NOT_DECLARED, "any-not-met", NOT_MET),
    (NOT_DECLARED, NOT_DECLARED, "all-not-declared", NOT_DECLARED),
    *((CONTRADICTED, other, "any-contradicted", CONTRADICTED) for other in Status),
]


@pytest.mark.parametrize(("first", "second", "when", "status"), TOGETHER_CASES)
def test_demands_together(first: Status, second: Status, when: str, status: Status) -> None:
    for one, two in ((first, second), (second, first)):
        judgement = judged(*both(one, two))
        assert (judgement.status, judgement.rules[1]) == (status, rules().joint(when).id)


def test_every_rule_of_demands_together_has_a_case() -> None:
    assert {case[2] for case in TOGETHER_CASES} | {"no-demands"} == set(TOGETHER)


ANSWERED = [
    ("yes", MET, MET), ("yes", PARTLY, PARTLY), ("yes", NOT_MET, CONTRADICTED), ("yes", NOT_DECLARED, MET),
    ("yes", CONTRADICTED, CONTRADICTED),
    ("partly", MET, PARTLY), ("partly", PARTLY, PARTLY), ("partly", NOT_MET, CONTRADICTED),
    ("partly", NOT_DECLARED, PARTLY), ("partly", CONTRADICTED, CONTRADICTED),
    ("no", MET, CONTRADICTED), ("no", PARTLY, NOT_MET), ("no", NOT_MET, NOT_MET), ("no", NOT_DECLARED, NOT_MET),
    ("no", CONTRADICTED, CONTRADICTED),
    *(("both", shown, CONTRADICTED) for shown in Status),
    *(("none", shown, shown) for shown in Status),
    *(("unreadable", shown, shown) for shown in Status),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "shown", "status"), ANSWERED)
def test_an_answer_beside_what_the_offer_shows(answer: str, shown: Status, status: Status) -> None:
    demand, offered = of_status(shown, Aspect.MODEL)
    said = {"both": ["yes", "no"], "none": []}.get(answer, [answer])
    answers = [Claim(aspect=Aspect.REQUIREMENT, name="R", says=Says(each)) for each in said]
    requirement = StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,))
    judgement = judged(requirement, offer(*offered.claims, *answers))
    assert (judgement.status, judgement.rules[0]) == (status, rules().answer(answer, shown).id)
    assert len(judgement.places) >= len(said)


def test_every_answer_has_a_case() -> None:
    assert {case[:2] for case in ANSWERED} == {(answer, shown) for answer in ANSWERS for shown in Status}


def answered(says: Says | None, evidence: EvidenceLevel = EvidenceLevel.DECLARED, **more: Any) -> Judgement:
    claims = [Claim(aspect=Aspect.REQUIREMENT, name="r", says=says, evidence=evidence, **more)] if says else []
    return judged(StatedRequirement(id="r", name=Words("R", "K")), offer(*claims))


def test_a_requirement_that_demands_nothing_is_told_by_its_answer_alone() -> None:
    assert answered(None).status is NOT_DECLARED
    assert answered(Says.YES, EvidenceLevel.CERTIFIED).evidence is EvidenceLevel.CERTIFIED
    assert answered(Says.NO).evidence is None


@pytest.mark.parametrize(
    ("version", "claimed", "status"),
    [
        ("2.0", None, MET), ("9.9", None, CONTRADICTED), ("2.0", "2.0", MET),
        ("2.0", "1.0", CONTRADICTED), ("9.9", "2.0", CONTRADICTED), (None, "2.0", MET),
    ],
)  # fmt: skip
def test_an_answer_with_a_version_is_held_against_the_version_demanded(
    version: str | None, claimed: str | None, status: Status
) -> None:
    demand, offered = named(Aspect.STANDARD, *([(claimed, Says.YES)] if claimed else []))
    said = Claim(aspect=Aspect.REQUIREMENT, name="r", version=version)
    assert (
        judged(StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,)), offer(*offered.claims, said)).status
        is status
    )


def test_an_answer_in_part_that_gives_a_version_still_states_the_version() -> None:
    demand, _ = named(Aspect.STANDARD)
    said = Claim(aspect=Aspect.REQUIREMENT, name="r", version="2.0", says=Says.PARTLY)
    judgement = judged(StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,)), offer(said))
    assert (judgement.status, judgement.findings[0].status) == (PARTLY, MET)


def test_where_answer_and_offer_give_other_versions_both_places_are_told() -> None:
    demand, offered = named(Aspect.STANDARD, ("2.0", Says.YES))
    said = Claim(aspect=Aspect.REQUIREMENT, name="r", version="9.9", place="G3")
    shown = offered.claims[0].model_copy(update={"place": "/fhirVersion"})
    (found,) = judged(StatedRequirement(id="r", name=Words("R", "K"), demands=(demand,)), offer(said, shown)).findings
    assert [each.place for each in found.places] == ["G3", "/fhirVersion"]


def test_evidence_is_the_best_of_each_demand_and_the_weakest_of_all() -> None:
    first, second = (
        Demand(aspect=Aspect.SECURITY, name=Words("A", "A")),
        Demand(aspect=Aspect.FORMAT, name=Words("B", "B")),
    )
    levels = [("A", Aspect.SECURITY, "tested"), ("A", Aspect.SECURITY, "observed"), ("B", Aspect.FORMAT, "certified")]
    claims = [Claim(aspect=aspect, name=name, evidence=EvidenceLevel(level)) for name, aspect, level in levels]
    requirement = StatedRequirement(id="r", name=Words("R", "K"), demands=(first, second))
    judgement = judged(requirement, offer(*claims))
    assert [finding.evidence for finding in judgement.findings] == [EvidenceLevel.OBSERVED, EvidenceLevel.CERTIFIED]
    assert judgement.evidence is EvidenceLevel.CERTIFIED
    for weaker, stronger in combinations(EvidenceLevel, 2):
        ends = (("A", Aspect.SECURITY, weaker), ("A", Aspect.SECURITY, stronger), ("B", Aspect.FORMAT, weaker))
        both = judged(requirement, offer(*(Claim(aspect=asp, name=name, evidence=each) for name, asp, each in ends)))
        assert ([finding.evidence for finding in both.findings], both.evidence) == ([stronger, weaker], weaker)
    unstated = [claims[0], claims[2].model_copy(update={"evidence": None})]
    assert judged(requirement, offer(*unstated)).evidence is None


def test_a_set_is_judged_in_its_own_order() -> None:
    requirements = tuple(StatedRequirement(id=id, name=Words(id, id)) for id in ("b", "a"))
    told = judge(StatedRequirementSet(id="s", name=Words("S", "S"), requirements=requirements), offer())
    assert [each.requirement.id for each in told] == ["b", "a"]


def test_the_table_as_it_stands_is_whole() -> None:
    assert read(TABLE.read_text(encoding="utf-8"), TABLE.name) == rules()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("twice", r"^compliance\.yaml, findings: two rules for .*, accepted$"),
        ("missing", r"^compliance\.yaml, together: no rule for [a-z-]+$"),
        ("unknown", r"^compliance\.yaml, answers: no rule for "),
        ("more", r"^compliance\.yaml, together: there is no at-night to have a rule for$"),
        ("same id", r"^compliance\.yaml: the id N3 stands twice$"),
        ("status", r"^compliance\.yaml, findings\.0\.status: write one of: met, "),
        ("place", r"^compliance\.yaml, N1: in a sentence, braces stand around demand or found only$"),
        ("brace", r"^compliance\.yaml, N1: in a sentence, braces stand around demand or found only$"),
        ("list", r"^compliance\.yaml, -: write names with values$"),
    ],
)
def test_a_wrong_table_is_refused(change: str, told: str) -> None:
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    if change == "twice":
        table["findings"].append(table["findings"][0] | {"id": "X"})
    elif change == "missing":
        del table["together"][0]
    elif change == "unknown":
        table["answers"][0]["answer"] = ["maybe"]
    elif change == "more":
        table["together"].append(table["together"][0] | {"id": "X", "when": "at-night"})
    elif change == "same id":
        table["findings"][3]["id"] = table["findings"][2]["id"]
    elif change == "status":
        table["findings"][0]["status"] = "good"
    elif change in ("place", "brace"):
        table["findings"][0]["sv"] = "{krav}" if change == "place" else "{demand"
    else:
        table = ["findings"]
    with pytest.raises(RuleTableError, match=told):
        read(yaml.safe_dump(table), TABLE.name)


def test_a_region_may_have_a_table_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TABLE.read_text(encoding="utf-8")
    monkeypatch.setenv("SAMBAND_RULES", str(tmp_path))
    monkeypatch.setattr(judging_requirements, "rules", rules.__wrapped__)
    requirement = StatedRequirement(id="r", name=Words("R", "K"))
    before = judged(requirement, offer()).rules
    rule = rules().joint("no-demands").id
    (tmp_path / "compliance.yaml").write_text(text.replace(f"id: {rule},", "id: OURS,"), encoding="utf-8")
    assert judged(requirement, offer()).rules == tuple("OURS" if each == rule else each for each in before) != before
    (tmp_path / "compliance.yaml").write_text("findings: []", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"compliance\.yaml, together: it is missing"):
        judged(requirement, offer())
