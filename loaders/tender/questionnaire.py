"""Questionnaires that were filled in, as offers: each answer is a claim about its requirement."""

from typing import Any

from graph.facts.places import Place
from graph.language.words import N_
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import Aspect, Claim, Format, Offer
from loaders.files.cells_and_problems import Problems
from loaders.files.number_formats import FormattedNumber
from loaders.files.refusal import settle
from loaders.files.workbook_reading import Sheet, note_unseen, sheets
from loaders.tender.document import LIMITS
from loaders.tender.questionnaire_form import (
    ANSWER,
    COLUMNS,
    COMMENT,
    EVIDENCE,
    FIRST_ROW,
    ID,
    KIND,
    KIND_VALUE,
    MARK,
    REFERENCE,
    SET,
    STATED,
    VENDOR,
    answers,
    evidence_levels,
)
from loaders.tender.refused_offer import as_an_offer, refuse

Cells = dict[str, tuple[str, Place]]


def read(data: bytes, file: str) -> Offer:
    """The offer that the questionnaire makes.

    Raises:
        InvalidOfferError: it is no questionnaire of ours, is damaged or hostile, or has answers that cannot be read.
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
        table = list(sheet.rows(problems))
        if table and [cell for cell in table[0][1] if cell] == [column.key for column in COLUMNS]:
            found = True
            claims += _claims(table, sheet.place, problems)
        elif said.get(VENDOR, "").startswith(f"{sheet.title}!B"):
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


def _claims(table: list[Any], place: Place, problems: Problems) -> list[Claim]:
    claims = []
    seen: dict[str, int] = {}
    letters = {column.key: chr(ord("A") + number) for number, column in enumerate(COLUMNS)}
    for line, written in table:
        if line < FIRST_ROW:
            continue
        here = place._replace(line=line)
        cells: Cells = {
            column.key: (text.strip(), here._replace(column=letters[column.key]))
            for column, text in zip(COLUMNS, written, strict=False)
        }
        for column, text in zip(COLUMNS, written, strict=False):
            if isinstance(text, FormattedNumber):
                note_unseen(text, cells[column.key][1], problems)
        filled = [key for key in (ANSWER, STATED, EVIDENCE, REFERENCE, COMMENT) if cells.get(key, ("",))[0]]
        id = cells[ID][0]
        if id in seen:
            problems.add(
                cells[ID][1],
                N_('"{value}" stands twice; the first is on row {line}. Keep one of them.'),
                value=id,
                line=seen[id],
            )
        elif not id and filled:
            problems.add(
                cells[ID][1], N_("The id of the requirement is missing. Start from the questionnaire as it was sent.")
            )
        elif id and filled:
            claims += _claim(id, cells, here, problems)
        if id:
            seen.setdefault(id, line)
    return claims


def _claim(id: str, cells: Cells, here: Place, problems: Problems) -> list[Claim]:
    said, level = cells.get(ANSWER, ("", here)), cells.get(EVIDENCE, ("", here))
    version, reference, comment = (cells.get(key, ("", here))[0] for key in (STATED, REFERENCE, COMMENT))
    if not said[0]:
        if version or level[0]:
            problems.add(
                here._replace(column=""),
                N_("There is no answer here, only what should go with one. Choose yes, partly or no."),
            )
        return []  # a comment alone answers nothing
    says = answers().get(said[0].casefold())
    if says is None:
        problems.add(
            said[1],
            N_('"{value}" is not an answer. Choose one of: {allowed}.'),
            value=said[0],
            allowed=", ".join(each.value for each in dict.fromkeys(answers().values())),
        )
    evidence = evidence_levels().get(level[0].casefold()) if level[0] else EvidenceLevel.DECLARED
    if evidence is None:
        problems.add(
            level[1],
            N_('"{value}" is not a level of evidence. Choose one of: {allowed}.'),
            value=level[0],
            allowed=", ".join(each.value for each in EvidenceLevel),
        )
    if says is None or evidence is None:
        return []
    note = "; ".join(text for text in (reference, comment) if text) or None
    return [
        Claim(
            aspect=Aspect.REQUIREMENT, name=id, version=version or None, says=says,
            evidence=evidence, file=here.file, place=f"{here.sheet}!{said[1].column}{here.line}", note=note,
        )
    ]  # fmt: skip
