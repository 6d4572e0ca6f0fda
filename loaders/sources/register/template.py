"""The empty workbook that people fill in: a sheet per kind, with drop-downs, comments and a guide."""

import tempfile
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.datavalidation import DataValidation

from graph.errors import RegisterError
from graph.facts.facts import WRITTEN
from graph.language.system_errors import of_system
from graph.language.words import N_, Language, say
from graph.ontology.ontology import ONTOLOGY
from loaders.files.workbook_sheets import fill
from loaders.sources.contract import Dataset
from loaders.sources.register.guide import HEADINGS, Explained, columns, relation_columns
from loaders.sources.register.headings import GUIDE, ID, LISTS, NAME, REGISTER, RELATIONS
from loaders.sources.register.manifest import DATASET, KEYS, TITLE, TRUST
from loaders.sources.register.provenance import COLUMNS, EVIDENCE

ROWS = 2_000
"""How many rows get drop-downs."""
INK = {"field": "1F3A5F", "relation": "4D6B3A", "provenance": "6B6B6B"}
BOLD = Font(bold=True, color="FFFFFF")
WRAPPED = Alignment(wrap_text=True, vertical="top")


def write_template(path: Path, language: Language) -> None:
    """Write the workbook, its guide and comments in `language`.

    Raises:
        RegisterError: there is already something at `path`, or it cannot be written.
    """
    if path.exists():
        raise RegisterError(N_("{path} exists already. Name another file."), path=path)
    workbook = Workbook()
    guide: Any = workbook.active
    guide.title = GUIDE
    _register(workbook.create_sheet(REGISTER), path.stem)
    lists = _Lists(workbook)
    explained: list[Explained] = []
    for kind in ONTOLOGY.kinds.values():
        each = list(columns(kind, language))
        _sheet(workbook.create_sheet(kind.__name__), each, lists)
        explained += each
    each = list(relation_columns(language))
    _sheet(workbook.create_sheet(RELATIONS), each, lists)
    _guide(guide, [*explained, *each], language)
    lists.sheet.sheet_state = "hidden"
    workbook.move_sheet(lists.sheet, len(workbook.sheetnames))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".samband-", dir=path.parent) as temporary:
            made = Path(temporary) / path.name
            workbook.save(made)
            made.replace(path)
    except OSError as error:
        raise RegisterError(N_("{path} cannot be written ({reason})."), path=path, reason=of_system(error)) from error


class _Lists:
    """The hidden sheet that holds the values of the drop-downs, each list once."""

    def __init__(self, workbook: Workbook) -> None:
        self.sheet: Any = workbook.create_sheet(LISTS)
        self._ranges: dict[tuple[str, ...], str] = {}

    def range(self, values: tuple[str, ...]) -> str:
        """Where `values` stand."""
        if values not in self._ranges:
            column = len(self._ranges) + 1
            for row, value in enumerate(values, 1):
                fill(self.sheet.cell(row, column), value)
            self._ranges[values] = f"{LISTS}!${letter(column)}$1:${letter(column)}${len(values)}"
        return self._ranges[values]


def _sheet(sheet: Any, explained: list[Explained], lists: _Lists) -> None:
    sheet.freeze_panes = "C2"
    drops: dict[tuple[tuple[str, ...], bool], DataValidation] = {}
    for position, each in enumerate(explained, 1):
        cell = fill(sheet.cell(1, position), each.key)
        cell.font = BOLD
        cell.fill = PatternFill("solid", fgColor=_ink(each))
        cell.comment = _comment(each)
        sheet.column_dimensions[letter(position)].width = 36 if each.key == NAME else max(14, len(each.key) + 3)
        if each.allowed:
            drop = drops.get((each.allowed, each.many))
            if drop is None:
                drop = DataValidation("list", formula1=lists.range(each.allowed), allow_blank=True)
                # A list of several values is typed: the drop-down then only shows what there is.
                drop.showErrorMessage = not each.many
                drops[each.allowed, each.many] = drop
                sheet.add_data_validation(drop)
            drop.add(f"{letter(position)}2:{letter(position)}{ROWS}")
        if each.at_least is not None:
            least, most = str(each.at_least), None if each.at_most is None else str(each.at_most)
            number = DataValidation("decimal", formula1=least, formula2=most, allow_blank=True)
            number.operator = "between" if most else "greaterThanOrEqual"
            number.add(f"{letter(position)}2:{letter(position)}{ROWS}")
            sheet.add_data_validation(number)


def _ink(each: Explained) -> str:
    kind = ONTOLOGY.kinds.get(each.sheet)
    if each.key in COLUMNS:
        return INK["provenance"]
    return INK["relation"] if kind and each.key in ONTOLOGY.sides(kind) else INK["field"]


def _comment(each: Explained) -> Comment:
    lines = [f"{each.words.en} / {each.words.sv}", each.about, each.type, ", ".join(each.allowed)[:400]]
    comment = Comment("\n".join(line for line in lines if line), "Samband")
    comment.width, comment.height = 320, 140
    return comment


def _register(sheet: Any, stem: str) -> None:
    stated: dict[str, object] = {DATASET: Dataset.named_after(stem).id, TITLE: stem, TRUST: 50}
    for row, key in enumerate(KEYS, 1):
        fill(sheet.cell(row, 1), key).font = Font(bold=True)
        fill(sheet.cell(row, 2), stated.get(key))
        if key == EVIDENCE:
            drop = DataValidation("list", formula1='"' + ",".join(each.value for each in WRITTEN) + '"')
            drop.add(f"B{row}")
            sheet.add_data_validation(drop)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 60


def _guide(sheet: Any, explained: list[Explained], language: Language) -> None:
    for row, text in enumerate(
        (
            N_("Write one thing on each row of the sheet of its kind. Only {id} and {name} must be filled in."),
            N_("Leave a cell empty when you do not know: empty means not stated, never no."),
            N_("Write several values or ids in one cell with ; between them, and \\; for a ; within a value."),
            N_("A relation with fields or a source of its own stands on the sheet {relations}."),
        ),
        1,
    ):
        fill(sheet.cell(row, 1), say(text, language, id=ID, name=NAME, relations=RELATIONS))
    for column, heading in enumerate(HEADINGS, 1):
        cell = fill(sheet.cell(6, column), say(heading, language))
        cell.font, cell.fill = BOLD, PatternFill("solid", fgColor=INK["field"])
        sheet.column_dimensions[letter(column)].width = (20, 24, 24, 24, 50, 36, 50, 20)[column - 1]
    for row, each in enumerate(explained, 7):
        values = (each.sheet, each.key, *each.words, each.about, each.type, ", ".join(each.allowed), each.example)
        for column, value in enumerate(values, 1):
            fill(sheet.cell(row, column), value or None).alignment = WRAPPED
    sheet.freeze_panes = "A7"
