"""The XML of a sheet as any program may write it, read as people see it; and what is no sheet is damaged."""

import pytest

from loaders.files.file_limits import MOST_COLUMNS, MOST_ROWS
from loaders.files.number_formats import FormattedNumber
from loaders.files.workbook_rows import written_rows
from tests.workbooks import MAIN, packed, table

TEXTS = "<si><t>one</t></si><si><t xml:space='preserve'> two </t></si>"
DAMAGED = "x.xlsx: The workbook is damaged. Open it in Excel, let it repair the file, and save it again."


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>", [(1, ["one", "", " two "])]),
        ("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row><row/><row><c t='s'><v>0</v></c></row>",
         [(1, ["one", " two "]), (3, ["one"])]),
        ("<row r='7'><c t='s'><v>0</v></c></row><row><c r='B8' t='s'><v>0</v></c><c t='s'><v>0</v></c></row>",
         [(7, ["one"]), (8, ["", "one", "one"])]),
        ("<row r='1'><c r='B1' t='s'><v>0</v></c><c r='A1' t='s'><v>1</v></c></row>", [(1, [" two ", "one"])]),
        ("<row r='1'><c r='A1' t='inlineStr'><is><t>a &amp; b</t></is></c></row>", [(1, ["a & b"])]),
        ("<row r='1'><c r='A1' t='inlineStr'><v>9</v><is><r><t>Mel</t></r><r><rPr/><t>ior</t></r>"
         "<rPh sb='0' eb='1'><t>no</t></rPh></is></c></row>", [(1, ["Melior"])]),
        ("<row r='1'><c r='A1' t='inlineStr'><is><t>_x0041__x005F_x0041_</t></is></c></row>", [(1, ["A_x0041_"])]),
        ("<row r='1'><c r='A1' t='str'><v>a_x0041_</v></c></row>", [(1, ["aA"])]),
        ("<row r='1'>\n  <c r='A1' t='s'>\n    <v>0</v>\n  </c>\n  <c r='B1'>\n <v>5</v>\n </c>\n</row>",
         [(1, ["one", "5"])]),
        ("<!-- <row/> --><row r='1'><c r='A1' t='inlineStr'><is><t>a<![CDATA[<b>]]>c</t></is></c></row>",
         [(1, ["a<b>c"])]),
        ("<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='b'><v>0</v></c></row>", [(1, ["yes", "no"])]),
        ("<row r='1'><c r='A1'><v>5</v></c><c r='B1'><v>5.0</v></c><c r='C1' t='n'><v>-1.5E3</v></c><c r='D1'/>"
         "<c r='E1'><v/></c><c r='F1'><v>0.1</v></c></row>", [(1, ["5", "5", "-1500", "", "", "0.1"])]),
        ("<row r='1'><c r='A1' s='2' t='d'><v>2017-05-12</v></c></row>", [(1, ["2017-05-12"])]),
        ("<row r='1'><c r='A1' s='2'/><c r='B1' t='s'><v>0</v></c><c r='ZZ1' s='1'/></row><row r='1048576'/>",
         [(1, ["", "one"])]),
    ],
)  # fmt: skip
def test_cells_are_read_however_a_program_writes_them(cells: str, rows: list[tuple[int, list[str]]]) -> None:
    assert table(packed(cells, TEXTS)) == (rows, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_the_encoding_and_the_prefix_are_those_that_the_part_says(encoding: str, prefix: str) -> None:
    space = f"xmlns{':x' if prefix else ''}='{MAIN}'"
    cell = "<row><c t='inlineStr'><is><t>Öppen</t></is></c></row>"
    body = f"<worksheet {space}><sheetData>{cell}</sheetData></worksheet>".replace("</", "\1")
    part = body.replace("<", f"<{prefix}").replace("\1", f"</{prefix}")
    part = f"<?xml version='1.0' encoding='{encoding}'?>{part}"
    assert table(packed(part.encode(encoding))) == ([(1, ["Öppen"])], [])


def test_rich_shared_texts_are_read_whole_and_without_how_they_are_pronounced() -> None:
    texts = (
        "<si><r><t>Mel</t></r><r><rPr><b/></rPr><t>ior</t></r><rPh sb='0' eb='1'><t>no</t></rPh></si><si/><si><t/></si>"
    )
    cells = "".join(f"<c t='s'><v>{number}</v></c>" for number in (0, 1, 2, 0))
    assert table(packed(f"<row>{cells}</row>", texts))[0] == [(1, ["Melior", "", "", "Melior"])]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("<c r='B2'><f>A1+1</f><v>2</v></c>", '"=A1+1" is a formula.'),
        ("<c r='B2'><f t='shared' ref='B2:B3' si='0'>A2</f></c></row><row r='3'><c r='B3'><f t='shared' si='0'/>"
         "<v>1</v></c>", '"=A3" is a formula.'),
        ("<c r='B2'><f t='array' ref='B2'>SUM(A1)</f><v>2</v></c>", '"=SUM(A1)" is a formula.'),
        ("<c r='B2' t='str'><f>\"a\"</f><v>a</v></c>", '"="a"" is a formula.'),
        ("<c r='B2' t='e'><v>#N/A</v></c>", '"#N/A" is an error in the sheet.'),
        ("<c r='B2' s='1'><v>99999999</v></c>", '"#VALUE!" is an error in the sheet.'),
    ],
)  # fmt: skip
def test_a_formula_and_an_error_are_told_at_their_cell(cell: str, told: str) -> None:
    _, problems = table(packed(f"<row r='2'>{cell}</row>"))
    assert all(each.startswith("x.xlsx, sheet Blad, cell B") for each in problems)
    assert told in problems[-1]


@pytest.mark.parametrize(
    "cells",
    [
        "<row><c><v>five</v></c></row>",
        "<row><c><v>1_000</v></c></row>",
        "<row><c><v>NaN</v></c></row>",
        "<row><c><v>1e999</v></c></row>",
        "<row><c t='s'><v>2</v></c></row>",
        "<row><c t='s'><v>x</v></c></row>",
        "<row><c t='b'><v>ja</v></c></row>",
        "<row><c t='d'><v>soon</v></c></row>",
        "<row><c s='99'><v>1</v></c></row>",
        "<row><c r='Ö1' t='s'><v>0</v></c></row>",
        "<row r='one'><c t='s'><v>0</v></c></row>",
        "<row r='2'><c t='s'><v>0</v></c></row><row r='2'><c t='s'><v>0</v></c></row>",
        "<row r='2'><c t='s'><v>0</v></c></row><row r='1'><c t='s'><v>0</v></c></row>",
        "<row>",
    ],
)
def test_what_no_spreadsheet_writes_is_damage(cells: str) -> None:
    assert table(packed(cells, TEXTS)) == ([], [DAMAGED])


def test_days_are_counted_from_the_day_that_the_workbook_counts_from() -> None:
    cells = "<row><c s='2'><v>1</v></c><c s='2'><v>59</v></c><c s='2'><v>61</v></c><c s='2'><v>42867.75</v></c></row>"
    assert table(packed(cells))[0] == [(1, ["1900-01-01", "1900-02-28", "1900-03-01", "2017-05-12"])]
    late = table(packed(cells, workbook="<workbookPr date1904='1'/>"))[0]
    assert late == [(1, ["1904-01-02", "1904-02-29", "1904-03-02", "2021-05-13"])]


def test_numbers_and_days_that_are_shown_in_a_form_of_their_own_are_marked() -> None:
    cells = "".join(f"<c s='{style}'><v>42867.5</v></c>" for style in range(10)) + "<c s='7'><v>42867</v></c>"
    ((_, found),), problems = table(packed(f"<row>{cells}</row>"))
    assert problems == []
    assert found == [
        "42867.5", "2017-05-12 12:00:00", "2017-05-12", "42867.5", "42867.50", "42867.5", "42867 days, 12:00:00",
        "2017", "42867.5", "42867.5", "2017",
    ]  # fmt: skip
    marked = [each.number_format if isinstance(each, FormattedNumber) else None for each in found]
    assert marked == [None, "mm-dd-yy", None, "0000", None, '"v"0.0', "[h]:mm", None, "0%", "#,##0", None]


def test_rows_and_columns_beyond_those_that_are_read_are_told() -> None:
    far = f"<row r='{MOST_ROWS + 1}'><c><v>1</v></c></row>"
    assert table(packed(far))[1] == ["x.xlsx, sheet Blad, row 1000001: More than 1000000 rows. Divide the file."]
    assert table(packed("<row><c r='XFD1'><v>1</v></c></row>"))[1] == [
        f"x.xlsx, sheet Blad, row 1: More than {MOST_COLUMNS} columns."
    ]
    blank = "<row><c r='A1'><v>1</v></c><c r='XFD1' t='inlineStr'><is><t> </t></is></c></row>"
    assert table(packed(blank)) == ([(1, ["1"])], [])


def test_a_row_takes_no_more_memory_than_columns_are_read() -> None:
    class Endless:
        """A sheet of rows of one cell, each as far to the right as a sheet goes."""

        def __init__(self) -> None:
            self.left = 3

        def read(self, _: int) -> bytes:
            self.left -= 1
            rows = b"<row><c r='XFD1'><v>1</v></c></row>" * 5_000
            return rows if self.left == 1 else b"<worksheet xmlns='%s'>" % MAIN.encode() if self.left else b""

    found = written_rows(Endless(), [])  # type: ignore[arg-type]
    assert len(next(found)[1]) == MOST_COLUMNS + 1
