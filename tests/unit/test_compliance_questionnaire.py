"""The questionnaire: written from a requirement set, filled in by a vendor, read as an offer."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.errors import OfferError
from graph.language.words import LANGUAGES, Language, Words
from graph.ontology.vocabulary import EvidenceLevel, RequirementLevel
from graph.tender.offer import Aspect, Claim, Offer, Says, together
from graph.tender.requirement_set import Demand, StatedRequirement, StatedRequirementSet, Version
from loaders.tender.offer_reading import read_offer
from loaders.tender.questionnaire_form import COLUMNS, FIRST_ROW, MARK, SHEETS
from loaders.tender.questionnaire_workbook import questionnaire
from queries.compliance.judgement import Status
from queries.compliance.judging_requirements import judge

LETTERS = {column.key: chr(ord("A") + number) for number, column in enumerate(COLUMNS)}
DEMAND = Demand(aspect=Aspect.STANDARD, name=Words("HL7 FHIR", "HL7 FHIR"), accepted=(Version(name="4.0.1"),))
SET = StatedRequirementSet(
    id="annex",
    name=Words("Annex", "Bilaga"),
    requirements=(
        StatedRequirement(
            id="r1", name=Words("=cmd|calc", "Krav ett"), level=RequirementLevel.SHALL, demands=(DEMAND,)
        ),
        StatedRequirement(id="r2", name=Words("Two", "Två"), level=RequirementLevel.SHOULD),
    ),
)


def workbook(language: Language = "en", **cells: Any) -> Any:
    """The questionnaire with cells of its second sheet filled in, such as ``answer3="Yes"``."""
    book = load_workbook(io.BytesIO(questionnaire(SET, language)))
    sheet = book[SHEETS[language][1]]
    for name, value in cells.items():
        sheet[f"{LETTERS[name.rstrip('0123456789')]}{name[-1]}"] = value
    return book


def read(book: Any) -> Offer:
    out = io.BytesIO()
    book.save(out)
    return read_offer(out.getvalue(), "filled in.xlsx")


@pytest.mark.parametrize(("language", "answer", "evidence"), [
    ("en", "Partly", "Tested"), ("sv", "Delvis", "Test"), ("sv", "partly", "tested"),
])  # fmt: skip
def test_answers_in_either_language_are_claims_with_their_cell(language: Language, answer: str, evidence: str) -> None:
    book = workbook(
        language, answer3=answer, version3="4.0.1", evidence3=evidence, reference3="Manual, p. 7", comment4="?"
    )
    book[SHEETS[language][0]]["B3"] = "Vendor A"
    told = read(book)
    assert (told.name, told.answers, told.files) == ("Vendor A", "annex", ("filled in.xlsx",))
    (claim,) = told.claims
    assert (claim.name, claim.says, claim.version, claim.evidence) == ("r1", Says.PARTLY, "4.0.1", EvidenceLevel.TESTED)
    assert (claim.place, claim.note) == (f"{SHEETS[language][1]}!G3", "Manual, p. 7")


def test_what_is_left_empty_is_not_declared() -> None:
    assert read(workbook()).claims == ()


def test_only_the_answers_can_be_written_in_and_no_text_is_a_formula() -> None:
    sheet = workbook()[SHEETS["en"][1]]
    assert sheet.protection.sheet
    assert sheet.row_dimensions[1].hidden
    locked = {column.key: sheet[f"{LETTERS[column.key]}{FIRST_ROW}"].protection.locked for column in COLUMNS}
    assert {key for key, lock in locked.items() if not lock} == {column.key for column in COLUMNS if column.filled_in}
    assert sheet[f"{LETTERS['name']}{FIRST_ROW}"].data_type == "s"
    assert {str(each.sqref) for each in sheet.data_validations.dataValidation} == {"G3:G4", "I3:I4"}
    assert workbook()[MARK].sheet_state == "hidden"


@pytest.mark.parametrize(("cells", "place", "said"), [
    ({"answer3": "maybe"}, "cell G3", '"maybe" is not an answer'),
    ({"answer3": "Yes", "evidence3": "hearsay"}, "cell I3", "not a level of evidence"),
    ({"answer3": "=1+1"}, "cell G3", "is a formula"),
    ({"version3": "4.0.1"}, "row 3", "no answer here"),
    ({"answer3": "Yes", "comment3": "=1+1"}, "cell K3", "is a formula"),
    ({"id4": "r1", "answer4": "Yes"}, "cell A4", "stands twice"),
])  # fmt: skip
def test_an_answer_that_cannot_be_read_spoils_itself_and_is_told_with_its_place(
    cells: dict[str, Any], place: str, said: str
) -> None:
    told = read(workbook(**cells))
    (spoilt,) = (claim for claim in told.claims if claim.says is Says.UNREADABLE)
    assert (spoilt.name, spoilt.problem is not None) == ("r1", True)
    found = {each.requirement.id: each for each in judge(SET, told)}
    assert (found["r1"].status, found["r1"].evidence) == (Status.NOT_DECLARED, None)
    for language in LANGUAGES:
        assert spoilt.problem is not None
        assert found["r1"].summary.say(language).endswith(spoilt.problem.say(language))
    assert place in found["r1"].summary.say("en")
    assert said in found["r1"].summary.say("en")


def test_the_other_answers_are_judged_and_so_are_the_files_beside_them() -> None:
    told = read(workbook(answer3="maybe", answer4="Yes", evidence4="Tested"))
    found = {each.requirement.id: each for each in judge(SET, told)}
    assert (found["r2"].status, found["r2"].evidence) == (Status.MET, EvidenceLevel.TESTED)
    fhir = Claim(aspect=Aspect.STANDARD, name="HL7 FHIR", version="4.0.1")
    shown = judge(SET, together("both", [told, Offer(name="file", claims=(fhir,))]))[0]
    assert (shown.status, shown.evidence) == (Status.MET, EvidenceLevel.DECLARED)
    assert '"maybe" is not an answer' in shown.summary.say("en")


def test_every_answer_that_cannot_be_read_is_told() -> None:
    told = read(workbook(answer3="maybe", answer4="perhaps"))
    assert [(each.name, each.place) for each in told.claims] == [("r1", "Requirements!G3"), ("r2", "Requirements!G4")]


def test_an_answer_to_no_requirement_is_refused_with_its_place() -> None:
    with pytest.raises(OfferError, match="cell A4: The id of the requirement is missing") as caught:
        read(workbook(id4=None, answer4="Yes"))
    assert caught.value.say("sv") != caught.value.say("en")


def test_another_workbook_and_a_changed_one_are_told_apart() -> None:
    book = workbook()
    del book[MARK]
    with pytest.raises(OfferError, match="not a questionnaire from Samband"):
        read(book)
    book = workbook()
    book[SHEETS["en"][1]].delete_cols(1)
    with pytest.raises(OfferError, match="columns have been changed"):
        read(book)
    book = workbook()
    book[MARK]["B1"] = "register"
    with pytest.raises(OfferError, match="hidden sheet"):
        read(book)


def test_an_answer_that_people_see_otherwise_is_told_with_its_cell() -> None:
    book = workbook(answer3="Yes", version3=4)
    cell = f"{LETTERS['version']}3"
    book[SHEETS["en"][1]][cell].number_format = '"v"0.0'
    (claim,) = read(book).claims
    assert claim.problem is not None
    assert f'cell {cell}: "4" is what the cell holds, and not what it shows' in claim.problem.en
