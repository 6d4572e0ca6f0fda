"""Questionnaires that were filled in, as offers: each answer is a claim about its requirement."""

from graph.facts.places import Place
from graph.language.words import N_
from graph.tender.offer import Claim, Format, Offer
from loaders.files.cells_and_problems import Problems
from loaders.files.refusal import settle
from loaders.files.workbook_reading import Sheet, sheets
from loaders.tender.document import LIMITS
from loaders.tender.questionnaire_answers import answers_of, hand_on
from loaders.tender.questionnaire_form import (
    COLUMNS,
    KIND,
    KIND_VALUE,
    MARK,
    SET,
    VENDOR,
)
from loaders.tender.refused_offer import as_an_offer, refuse


def read(data: bytes, file: str) -> Offer:
    """The offer that the questionnaire makes.

    Raises:
        InvalidOfferError: it is no questionnaire of ours, is damaged or hostile, or was changed where it is locked.
    """
    problems = Problems()
    with as_an_offer():
        with sheets(data, file, LIMITS, problems) as found:
            settle(problems)
            offer = _offer(found, file, problems)
        settle(problems)
    return offer


def _offer(book: list[Sheet], file: str, problems: Problems) -> Offer:
    said = _marks(book, file)
    name = file.rpartition(".")[0] or file
    claims: list[Claim] = []
    found = False
    for sheet in book:
        if sheet.title == MARK:
            continue
        wrong = Problems()
        table = list(sheet.rows(wrong))
        if table and [cell for cell in table[0][1] if cell] == [column.key for column in COLUMNS]:
            found = True
            claims += answers_of(table, sheet.place, wrong.found, problems)
            continue
        hand_on(wrong.found, problems)
        if said.get(VENDOR, "").startswith(f"{sheet.title}!B"):
            line = int(said[VENDOR].rpartition("B")[2])
            name = next((cells[1].strip() for number, cells in table if number == line and len(cells) > 1), "") or name
    if not found:
        raise refuse(
            Place(file),
            N_(
                "The sheet with the requirements is missing, or its columns have been changed. "
                "Start from the questionnaire as it was sent."
            ),
        )
    return Offer(name=name, files=(file,), formats=(Format.QUESTIONNAIRE,), claims=tuple(claims), answers=said.get(SET))


def _marks(book: list[Sheet], file: str) -> dict[str, str]:
    """What the hidden sheet says of the workbook."""
    mark = next((sheet for sheet in book if sheet.title == MARK), None)
    if mark is None:
        raise refuse(
            Place(file),
            N_("This workbook is not a questionnaire from Samband. Make one with: samband requirements questionnaire."),
        )
    said = {cells[0]: cells[1] for _, cells in mark.rows(Problems()) if len(cells) > 1}
    if said.get(KIND) != KIND_VALUE or not said.get(SET):
        raise refuse(
            mark.place,
            N_("The hidden sheet of the questionnaire has been changed. Start from the questionnaire as it was sent."),
        )
    return said
