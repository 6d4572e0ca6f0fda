"""The rows of a questionnaire as claims: an answer that cannot be read spoils itself and no other."""

from collections.abc import Iterable

from graph.facts.places import Place
from graph.language.words import LANGUAGES, N_, Words
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import Aspect, Claim, Says
from loaders.files.cells_and_problems import Problems, TableRow
from loaders.files.number_formats import FormattedNumber
from loaders.files.problem import Problem
from loaders.files.workbook_reading import note_unseen
from loaders.tender.questionnaire_form import (
    ANSWER,
    COLUMNS,
    COMMENT,
    EVIDENCE,
    FIRST_ROW,
    ID,
    REFERENCE,
    STATED,
    answers,
    evidence_levels,
)

Cells = dict[str, tuple[str, Place]]
LETTERS = {column.key: chr(ord("A") + number) for number, column in enumerate(COLUMNS)}
FILLED_IN = {LETTERS[column.key] for column in COLUMNS if column.filled_in}
"""Columns in which something wrong spoils one answer, and not the questionnaire."""


def answers_of(table: list[TableRow], place: Place, wrong: list[Problem], problems: Problems) -> list[Claim]:
    """The answers, row by row. What is wrong with one of them spoils that answer and no other."""
    claims = []
    seen: dict[str, int] = {}
    of_row, others = _by_row(wrong)
    for line, written in table:
        if line < FIRST_ROW:
            continue
        here, own = place._replace(line=line), Problems()
        cells: Cells = {
            column.key: (text.strip(), here._replace(column=LETTERS[column.key]))
            for column, text in zip(COLUMNS, written, strict=False)
        }
        for column, text in zip(COLUMNS, written, strict=False):
            if isinstance(text, FormattedNumber):
                note_unseen(text, cells[column.key][1], own)
        filled = [key for key in (ANSWER, STATED, EVIDENCE, REFERENCE, COMMENT) if cells.get(key, ("",))[0]]
        id, spoilt = cells[ID][0], of_row.pop(line, [])
        if id in seen and filled:
            twice = N_('"{value}" stands twice; the first is on row {line}. Keep one of them.')
            own.add(cells[ID][1], twice, value=id, line=seen[id])
        if id and (filled or spoilt):
            answer = _claim(id, cells, here, own)
            spoilt = [*spoilt, *own.found]
            claims += [_unreadable(id, here, spoilt)] if spoilt else answer
        elif filled or spoilt:
            missing = N_("The id of the requirement is missing. Start from the questionnaire as it was sent.")
            problems.add(cells[ID][1], missing)
        if id:
            seen.setdefault(id, line)
    hand_on([*others, *(each for found in of_row.values() for each in found)], problems)
    return claims


def _by_row(wrong: list[Problem]) -> tuple[dict[int, list[Problem]], list[Problem]]:
    """The problems of cells that vendors fill in, by row, and all others."""
    of_row: dict[int, list[Problem]] = {}
    others = []
    for each in wrong:
        if isinstance(each.place, Place) and each.place.line >= FIRST_ROW and each.place.column in FILLED_IN:
            of_row.setdefault(each.place.line, []).append(each)
        else:
            others.append(each)
    return of_row, others


def _unreadable(id: str, here: Place, problems: list[Problem]) -> Claim:
    """An answer that cannot be read: it is told in its place, with what to do."""
    why = Words(*(" ".join(each.say(language) for each in problems) for language in LANGUAGES))
    return Claim(
        aspect=Aspect.REQUIREMENT, name=id, says=Says.UNREADABLE, evidence=None, file=here.file,
        place=f"{here.sheet}!{LETTERS[ANSWER]}{here.line}", problem=why,
    )  # fmt: skip


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


def hand_on(found: Iterable[Problem], problems: Problems) -> None:
    """Note again what was found, of the whole file."""
    for each in found:
        place = each.place if isinstance(each.place, Place) else Place(str(each.place))
        problems.add(place, each.text, values=each.values, suggestion=each.suggestion)
