"""The questionnaire that goes out with a tender: a row for each requirement, with drop-downs and a guide."""

import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.datavalidation import DataValidation

from graph.language.words import N_, Language, say
from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import ANSWERS
from graph.tender.requirement_set import StatedRequirement, StatedRequirementSet
from loaders.files.workbook_sheets import fill
from loaders.tender.questionnaire_form import (
    ANSWER,
    COLUMNS,
    DEMANDS,
    EVIDENCE,
    FIRST_ROW,
    HEADING_ROW,
    ID,
    KEY_ROW,
    KIND,
    KIND_VALUE,
    LEVEL,
    MARK,
    NAME,
    ORIGIN,
    RATIONALE,
    SET,
    SHEETS,
    VENDOR,
    VERSION,
)

INK, FIELD = "1F3A5F", "FFF8E1"
WRAPPED = Alignment(wrap_text=True, vertical="top")
LINE = Side(style="thin", color="B0B7BF")
EDGE = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
VENDOR_ROW = 3
MADE_UP = N_("Some of these requirements are illustrative: made up as examples.")
GUIDE = (
    N_("Answer on the sheet {sheet}, in the coloured cells only. The others are locked, and cannot be changed."),
    N_("Leave an answer empty where you do not know. Empty means not declared, never no."),
    N_("Where a version is looked for, write the one that the product follows."),
    N_("A capability statement or an OpenAPI document that is handed in as well is held against the answers."),
    N_("Save as .xlsx, and do not remove, rename or unhide sheets or columns."),
)


def questionnaire(requirements: StatedRequirementSet, language: Language) -> bytes:
    """The workbook for a vendor to fill in, in `language`.

    Raises:
        RegisterError: a text is longer than a cell holds.
    """
    book = Workbook()
    guide: Any = book.active
    guide.title, title = SHEETS[language]
    _guide(guide, requirements, title, language)
    _sheet(book.create_sheet(title), requirements, language)
    mark: Any = book.create_sheet(MARK)
    said = {
        KIND: KIND_VALUE,
        SET: requirements.id,
        VERSION: requirements.version,
        VENDOR: f"{guide.title}!B{VENDOR_ROW}",
    }
    for row, (key, value) in enumerate(said.items(), 1):
        fill(mark.cell(row, 1), key)
        fill(mark.cell(row, 2), value)
    mark.sheet_state = "hidden"
    mark.protection.sheet = True
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _guide(sheet: Any, requirements: StatedRequirementSet, title: str, language: Language) -> None:
    heading = fill(sheet.cell(1, 1), requirements.name.say(language))
    heading.font = Font(bold=True, size=14)
    fill(sheet.cell(VENDOR_ROW, 1), say(N_("Product and vendor:"), language)).font = Font(bold=True)
    _open(sheet.cell(VENDOR_ROW, 2))
    if requirements.illustrative:
        fill(sheet.cell(VENDOR_ROW + 1, 1), say(MADE_UP, language)).font = Font(bold=True, color="8A5A00")
    for row, text in enumerate(GUIDE, VENDOR_ROW + 2):
        fill(sheet.cell(row, 1), say(text, language, sheet=title))
    start = VENDOR_ROW + len(GUIDE) + 3
    for column, text in enumerate((N_("Column"), N_("Meaning")), 1):
        _heading(sheet.cell(start, column), say(text, language))
    for row, each in enumerate(COLUMNS, start + 1):
        fill(sheet.cell(row, 1), say(each.heading, language)).alignment = WRAPPED
        fill(sheet.cell(row, 2), say(each.about, language)).alignment = WRAPPED
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 90
    sheet.protection.sheet = True


def _sheet(sheet: Any, requirements: StatedRequirementSet, language: Language) -> None:
    for position, column in enumerate(COLUMNS, 1):
        fill(sheet.cell(KEY_ROW, position), column.key)
        _heading(sheet.cell(HEADING_ROW, position), say(column.heading, language))
        sheet.column_dimensions[letter(position)].width = column.width
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 4)
    for row, requirement in enumerate(requirements.requirements, FIRST_ROW):
        said = _said(requirement, language)
        for position, column in enumerate(COLUMNS, 1):
            cell = fill(sheet.cell(row, position), said.get(column.key))
            cell.alignment, cell.border = WRAPPED, EDGE
            if column.filled_in:
                _open(cell)
    last = FIRST_ROW + max(len(requirements.requirements), 1) - 1
    offered: tuple[tuple[str, Iterable[Choice]], ...] = ((ANSWER, ANSWERS), (EVIDENCE, EvidenceLevel))
    for key, choices in offered:
        words = ",".join(choice.words.say(language) for choice in choices)
        drop = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=True)
        place = letter(next(number for number, column in enumerate(COLUMNS, 1) if column.key == key))
        drop.add(f"{place}{FIRST_ROW}:{place}{last}")
        sheet.add_data_validation(drop)
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{letter(len(COLUMNS))}{last}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.autoFilter = False
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"


def _said(requirement: StatedRequirement, language: Language) -> dict[str, str | None]:
    return {
        ID: requirement.id,
        LEVEL: requirement.level.words.say(language) if requirement.level else None,
        NAME: requirement.name.say(language),
        RATIONALE: requirement.rationale,
        ORIGIN: "\n".join(each.say(language) for each in requirement.origins) or None,
        DEMANDS: "\n".join(f"{each.aspect.words.say(language)}: {each.say(language)}" for each in requirement.demands)
        or None,
    }


def _heading(cell: Any, text: str) -> None:
    fill(cell, text)
    cell.font, cell.fill, cell.alignment = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor=INK), WRAPPED


def _open(cell: Any) -> None:
    """Let the vendor write in the cell."""
    cell.protection = Protection(locked=False)
    cell.fill = PatternFill("solid", fgColor=FIELD)
    cell.number_format = "@"
