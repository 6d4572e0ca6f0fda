"""Workbooks of two other hands, read as openpyxl reads them: every text, number, day, yes and no in its cell."""

import io
from datetime import date, datetime
from typing import Any

import openpyxl
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.files.number_formats import FormattedNumber
from tests.workbooks import table

NUMBER_FORMATS = ["General", "0", "0000", "0.00", "#,##0", "0%", "0.0E+00", '"v"0.0', "# ?/?", "@", '_-* #,##0 "kr"_-']
DAY_FORMATS = ["yyyy-mm-dd", "yyyy", "dd/mm/yyyy", "d mmm yy hh:mm", "[$-41D]yyyy\\-mm\\-dd;@"]
TEXTS = st.text(st.sampled_from("aÅ0x5 \n\t&<>'\"=;_-😀\u2028"), min_size=1, max_size=12).filter(
    lambda text: "_x" not in text and text.strip() != ""
)
CELLS = st.one_of(
    st.none(),
    st.tuples(TEXTS, st.just("General")),
    st.tuples(st.booleans(), st.just("General")),
    st.tuples(st.integers(-(10**14), 10**14), st.sampled_from(NUMBER_FORMATS)),
    st.tuples(st.floats(-1e12, 1e12, allow_subnormal=False), st.sampled_from(NUMBER_FORMATS)),
    st.tuples(
        st.datetimes(datetime(1904, 1, 2), datetime(2199, 1, 1)).map(lambda day: day.replace(microsecond=0)),
        st.sampled_from(DAY_FORMATS),
    ),
)
Grid = list[list[tuple[Any, str] | None]]


def of_openpyxl(grid: Grid, late: bool) -> bytes:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904 if late else openpyxl.utils.datetime.CALENDAR_WINDOWS_1900
    sheet: Any = book.active
    for line, row in enumerate(grid, 1):
        for column, each in enumerate(row, 1):
            if each is not None:
                cell = sheet.cell(line, column)
                cell.value, cell.number_format = each
                if isinstance(each[0], str):
                    cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def of_xlsxwriter(grid: Grid, late: bool) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": late, "in_memory": True}) as book:
        formats: dict[str, Any] = {}
        sheet = book.add_worksheet()
        for line, row in enumerate(grid):
            for column, each in enumerate(row):
                if each is None:
                    continue
                value, shown = each
                kept = formats.setdefault(shown, book.add_format({"num_format": shown}))
                if isinstance(value, str):
                    sheet.write_string(line, column, value)
                elif isinstance(value, datetime):
                    sheet.write_datetime(line, column, value, kept)
                else:
                    (sheet.write_boolean if isinstance(value, bool) else sheet.write_number)(line, column, value, kept)
    return stream.getvalue()


def by_openpyxl(data: bytes) -> dict[tuple[int, int], Any]:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return {(each.row, each.column): each.value for row in sheet for each in row if each.value not in (None, "")}


def same(text: str, value: Any, shown: str) -> bool:
    """Whether `text` is the value that stands in a cell, and is marked where its format shows another."""
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return text == {True: "yes", False: "no"}.get(value, value) and not isinstance(text, FormattedNumber)
    if isinstance(value, date):
        part = text if isinstance(text, FormattedNumber) else text[:4]
        return str(value).removesuffix(" 00:00:00").startswith(part) and len(part) >= 4
    certain = shown in ("General", "0", "0000", "0.00", "#,##0", "@")
    return float(text) == value and (certain or isinstance(text, FormattedNumber))


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=5), max_size=5), st.booleans())
def test_any_workbook_is_read_as_openpyxl_reads_it(grid: Grid, late: bool) -> None:
    for write in (of_openpyxl, of_xlsxwriter):
        data = write(grid, late)
        rows, problems = table(data)
        found = {(line, index): text for line, row in rows for index, text in enumerate(row, 1) if text}
        expected = by_openpyxl(data)
        assert problems == []
        assert found.keys() == expected.keys()
        for place, text in found.items():
            _, shown = grid[place[0] - 1][place[1] - 1] or (None, "")
            assert same(text, expected[place], shown), (write.__name__, place, text, expected[place], shown)
