"""A text is what people see in a cell, or the cell is a problem; a number and a day are what the cell holds."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.ontology.ontology import ONTOLOGY
from loaders.files.number_formats import FormattedNumber, shown_day, shown_number
from loaders.sources.contract import Reading
from loaders.sources.register import SOURCE
from loaders.sources.register.headings import OWN_FIELDS


def seen(text: str) -> str | None:
    return None if isinstance(text, FormattedNumber) else text


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (7, "0000", "0007"), (-7, "0000", "-0007"), (4, "0.0", "4.0"), (1.1, "0.00", "1.10"), (12345, "0000", "12345"),
        (5.0, "General", "5"), (5, "@", "5"), (1.25, "General", "1.25"), (-0.5, "General", "-0.5"),
        (7350000000001, "General", "7350000000001"), (1e5, "General", "100000"), (7, "#,##0", "7"),
        (1.25, "0.0", None), (1.5, "0", None), (1.125, "0.00", None), (1234, "#,##0", None), (-1234, "#,##0", None),
        (0.5, "0%", None), (1200, "0.00E+00", None), (4, '"v"0.0', None), (4, '0.0" kr"', None), (0.5, "# ?/?", None),
        (4, "$#,##0.00", None), (0.1 + 0.2, "General", None), (1e-7, "General", None), (1e15, "General", None),
        (12345678901234567890, "General", None), (12345678901234567890, "0", None), (4, "0;;", None), (4, "", None),
    ],
)  # fmt: skip
def test_a_number_is_told_as_it_is_shown_where_that_is_certain(value: float, format: str, text: str | None) -> None:
    found = shown_number(value, format)
    assert seen(found) == text
    assert float(found) == float(value)


@pytest.mark.parametrize(
    ("moment", "format", "text"),
    [
        (datetime(2017, 5, 12), "yyyy-mm-dd", "2017-05-12"), (datetime(2017, 5, 12, 9), "YYYY\\-MM\\-DD", "2017-05-12"),
        (datetime(2017, 5, 12), "[$-41D]yyyy\\-mm\\-dd;@", "2017-05-12"), (date(2017, 5, 12), "yyyy-mm", "2017-05"),
        (datetime(2017, 5, 12), "yyyy", "2017"), (datetime(2017, 5, 12), "mm-dd-yy", None),
        (datetime(2017, 5, 12), "dd/mm/yyyy", None), (datetime(2017, 5, 12, 9), "yyyy-mm-dd hh:mm", None),
        (time(9, 30), "hh:mm", None), (timedelta(hours=30), "[h]:mm", None), (time(9), "yyyy-mm-dd", None),
    ],
)  # fmt: skip
def test_a_day_is_told_as_it_is_shown_where_that_is_how_days_are_written(
    moment: datetime, format: str, text: str | None
) -> None:
    assert seen(shown_day(moment, format)) == text


def sheet(folder: Path, kind: str, cells: dict[str, tuple[object, str]], **others: list[list[object]]) -> Reading:
    made = Workbook()
    first = made.active
    assert first is not None
    first.title = kind
    first.append(["id", "name", *cells])
    first.append(["a", "A", *(value for value, _ in cells.values())])
    for column, (_, shown) in enumerate(cells.values(), 3):
        first.cell(2, column).number_format = shown
    for title, rows in others.items():
        other = made.create_sheet(title)
        for row in rows:
            other.append(row)
            other.cell(other.max_row, other.max_column).number_format = "0.0%"
    made.save(folder / "r.xlsx")
    return SOURCE.read(folder / "r.xlsx", {})


@pytest.mark.parametrize(
    ("cell", "held"),
    [
        ((4, '"v"0.0'), "4"),
        ((1.25, "0.0"), "1.25"),
        ((12345.5, "#,##0"), "12345.5"),
        ((0.5, "0%"), "0.5"),
        ((datetime(2017, 5, 12), "dd/mm/yyyy"), "2017-05-12"),
        ((12345678901234567890, "General"), "1.234567890123457e+19"),
    ],
)
def test_a_text_that_people_see_otherwise_is_a_problem_at_its_cell(
    cell: tuple[object, str], held: str, tmp_path: Path
) -> None:
    reading = sheet(tmp_path, "StandardVersion", {"version": cell})
    assert [each.say("en") for each in reading.problems] == [
        f'r.xlsx, sheet StandardVersion, cell C2: "{held}" is what the cell holds, and not what it shows: '
        f"its format is {cell[1]}. Format the cell as text, and write what it should say."
    ]
    assert "cell C2: Cellen innehåller" in reading.problems[0].say("sv")


def test_numbers_and_days_are_what_the_cell_holds(tmp_path: Path) -> None:
    day = datetime(2017, 5, 12)
    reading = sheet(
        tmp_path, "System", {"annual_cost_sek": (1234.5, "#,##0 kr"), "used_since": (day, "dd/mm/yyyy"),
                             "support_ends": (day, "yyyy-mm"), "era": (1990, "0")},
    )  # fmt: skip
    assert reading.problems == []
    fields = reading.facts[0].fields
    assert {name: fields[name] for name in ("annual_cost_sek", "used_since", "support_ends", "era")} == {
        "annual_cost_sek": 1234.5, "used_since": "2017-05-12", "support_ends": "2017-05", "era": "1990",
    }  # fmt: skip
    assert {type(value) for value in fields.values()} == {str, float}


def test_the_own_field_of_a_relation_is_a_day_as_the_cell_holds_it(tmp_path: Path) -> None:
    day = datetime(2017, 5, 12)
    made = Workbook()
    tables: dict[str, list[list[object]]] = {
        "System": [["id", "name"], ["a", "A"], ["b", "B"]],
        "Relations": [["from", "relation", "to", "since"], ["a", "succeeds", "b", day]],
    }
    for title, rows in tables.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made["Relations"]["D2"].number_format = "dd/mm/yyyy"
    made.remove(made["Sheet"])
    made.save(tmp_path / "r.xlsx")
    reading = SOURCE.read(tmp_path / "r.xlsx", {})
    assert reading.problems == []
    assert reading.facts[-1].fields == {"since": "2017-05-12"}


def test_own_fields_of_one_name_hold_the_same_sort_of_value() -> None:
    for relation in ONTOLOGY.relations.values():
        for name, field in relation.attributes.items():
            assert (field.type, field.is_day) == (OWN_FIELDS[name].type, OWN_FIELDS[name].is_day)


def test_whatever_is_a_text_is_held_to_what_people_see(tmp_path: Path) -> None:
    reading = sheet(
        tmp_path, "System", {"depends_on": (0.5, "0%"), "section": (0.5, "0%"), "used_since": (2017, "#,##0")},
        Relations=[["from", "relation", "to"], ["a", "exposes", 0.5]],
        Register=[["dataset", "x"], ["trust", 50], ["title", 0.5]],
    )  # fmt: skip
    told = [each.say("en").partition(" is what")[0] for each in reading.problems]
    for cell, held in (("System, cell C2", 0.5), ("System, cell D2", 0.5), ("System, cell E2", 2017),
                       ("Relations, cell C2", 0.5), ("Register, cell B3", 0.5)):  # fmt: skip
        assert f'r.xlsx, sheet {cell}: "{held}"' in told
    assert reading.dataset.trust == 50
