"""Writes a dataset as tables, one per kind and one for relations: as CSV files or as the sheets of a workbook."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter as letter

from graph.errors import RegisterError
from graph.facts.facts import LinkFact
from graph.language.words import N_
from graph.ontology.ontology import ONTOLOGY
from loaders.files.csv_rows import held
from loaders.files.workbook_sheets import LONGEST_CELL, MOST_ROWS, fill, fitting
from loaders.sources.contract import Dataset
from loaders.sources.register.cells import blank, converters, joined
from loaders.sources.register.headings import ENDS, FROM, NAME, OWN_FIELDS, REGISTER, RELATION, RELATIONS, TO
from loaders.sources.register.manifest import DATASET, MANIFEST, TITLE, TITLE_SV, TRUST
from loaders.sources.register.outline import Outline, OutlineEntry, outgoing, stands_on
from loaders.sources.register.provenance import COLUMNS, Ground

CREATOR = "Samband export"
WrittenRow = dict[str, Any]


@dataclass
class WrittenTable:
    """A table by name, with the columns that any of its rows uses."""

    name: str
    columns: list[str]
    rows: list[WrittenRow]


def tables(outline: Outline) -> list[WrittenTable]:
    """The tables of a dataset."""
    made: list[WrittenTable] = []
    beside = list(outline.loose)
    for kind, entries in outline.kinds():
        rows = [_thing(entry, outline, beside) for entry in entries]
        order = (*converters(kind), *(key for key, side in ONTOLOGY.sides(kind).items() if side.outgoing), *COLUMNS)
        made.append(_table(kind.__name__, order, rows))
    if beside:
        made.append(_table(RELATIONS, (*ENDS, *OWN_FIELDS, *COLUMNS), [_relation(link) for link in beside]))
    return made


def _table(name: str, order: tuple[str, ...], rows: list[WrittenRow]) -> WrittenTable:
    used = {key for row in rows for key in row}
    return WrittenTable(name, [key for key in order if key in used], rows)


def _thing(entry: OutlineEntry, outline: Outline, beside: list[LinkFact]) -> WrittenRow:
    thing = entry.thing
    own = stands_on(thing.provenance)
    pointers: dict[str, list[str]] = {}
    for link in entry.links:
        side = outgoing(link.relation)
        listed = pointers.setdefault(side.key, [])
        pointer = outline.pointer(link.target, side.others)
        if link.fields or stands_on(link.provenance) != own or len(joined([*listed, pointer])) > LONGEST_CELL:
            beside.append(link)
        else:
            listed.append(pointer)
    cells = {key: joined(listed) for key, listed in pointers.items() if listed}
    return {"id": thing.id, **_values(thing.fields), **cells, **_ground(own)}


def _relation(link: LinkFact) -> WrittenRow:
    ends = {FROM: str(link.source), RELATION: link.relation.forward_key, TO: str(link.target)}
    return {**ends, **_values(link.fields), **_ground(stands_on(link.provenance))}


def _values(fields: WrittenRow) -> WrittenRow:
    texts = {name: joined(value) if isinstance(value, list | tuple) else value for name, value in fields.items()}
    return {name: value for name, value in texts.items() if not (isinstance(value, str) and blank(value))}


def _ground(ground: Ground) -> WrittenRow:
    return {name: str(value) for name, value in ground._asdict().items() if value is not None}


def _manifest(dataset: Dataset) -> WrittenRow:
    said = {DATASET: dataset.id, TITLE: dataset.title, TITLE_SV: dataset.title_sv, TRUST: dataset.trust}
    return {name: value for name, value in said.items() if value is not None}


def write_csv(dataset: Dataset, outline: Outline, folder: Path) -> None:
    """Write the manifest and a CSV file for each kind into `folder`."""
    text = yaml.safe_dump(_manifest(dataset), allow_unicode=True, sort_keys=False)
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    for table in tables(outline):
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.columns)
            writer.writerows([_written(row.get(column)) for column in table.columns] for row in table.rows)


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return held(value) if isinstance(value, str) else str(value)


def write_workbook(dataset: Dataset, outline: Outline, path: Path) -> None:
    """Write a workbook with a sheet for each kind.

    Raises:
        RegisterError: something does not fit in a sheet.
    """
    # Whatever does not fit must be found first: a workbook that is left half-made cannot be closed.
    described = [[fitting(name), fitting(value)] for name, value in _manifest(dataset).items()]
    sheets = [(table, [_fitting_row(table, row) for row in table.rows]) for table in tables(outline)]
    for table, rows in sheets:
        if len(rows) >= MOST_ROWS:
            raise RegisterError(
                N_("{count} rows of {table} do not fit in a sheet, which holds {most}. Export as CSV or YAML."),
                count=len(rows),
                table=table.name,
                most=MOST_ROWS,
            )
    workbook = Workbook(write_only=True)
    workbook.properties.creator = CREATOR
    _sheet(workbook, REGISTER, [24, 60], described)
    for table, rows in sheets:
        widths = [36 if column == NAME else 20 for column in table.columns]
        _sheet(workbook, table.name, widths, [list(table.columns), *rows], frozen="C2")
    workbook.save(path)


def _fitting_row(table: WrittenTable, row: WrittenRow) -> list[object]:
    return [fitting(row.get(column)) for column in table.columns]


def _sheet(workbook: Workbook, title: str, widths: list[int], rows: list[list[Any]], frozen: str | None = None) -> None:
    sheet = workbook.create_sheet(title)
    sheet.freeze_panes = frozen
    for position, width in enumerate(widths, 1):
        sheet.column_dimensions[letter(position)].width = width
    for row in rows:
        sheet.append([fill(WriteOnlyCell(sheet), value) for value in row])
