"""Common slips in a register, each told as the one thing that it is, with what to write instead."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.sources.contract import Reading
from loaders.sources.register import SOURCE

THREE = "System:\n  - {id: a, name: A%s}\nApi:\n  - {id: x, name: X}\n  - {id: y, name: Y}\n"


def yaml(folder: Path, text: str, name: str = "x.yaml") -> Reading:
    (folder / name).write_text(text, "utf-8")
    return SOURCE.read(folder / name, {})


def workbook(folder: Path, *rows: list[object], formats: dict[str, str] | None = None) -> Reading:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "StandardVersion"
    for row in rows:
        sheet.append(row)
    for cell, shown in (formats or {}).items():
        sheet[cell].number_format = shown
    made.save(folder / "r.xlsx")
    return SOURCE.read(folder / "r.xlsx", {})


def told(reading: Reading, language: str = "en") -> list[str]:
    return [problem.say("sv" if language == "sv" else "en") for problem in reading.problems]


@pytest.mark.parametrize("again", [["id", "name", "version"], ["Id", "Namn", "Version"], ["Id", "Name", None]])
def test_a_second_row_of_headings_is_one_problem(again: list[object], tmp_path: Path) -> None:
    reading = workbook(tmp_path, ["id", "name", "version"], again, ["r4", "R4", "4"])
    assert told(reading) == [
        "r.xlsx, sheet StandardVersion, row 2: The headings stand here once more. Take the row out."
    ]


def test_a_thing_that_is_called_as_a_heading_is_no_heading(tmp_path: Path) -> None:
    assert told(workbook(tmp_path, ["id", "name"], ["id", "The identifier"])) == []


def test_a_comma_between_ids_is_told_as_such(tmp_path: Path) -> None:
    assert told(yaml(tmp_path, THREE % ", exposes: 'x, y'")) == [
        'x.yaml:2: "x, y" is several ids. Write ; between them: x; y'
    ]
    assert "Did you mean" not in told(yaml(tmp_path, THREE % ", exposes: 'x, unknown'"))[0].partition("There is no")[0]


def test_a_spreadsheets_number_of_a_day_is_told_with_the_day(tmp_path: Path) -> None:
    assert told(yaml(tmp_path, THREE % ", used_since: 45000")) == [
        'x.yaml:2: "45000" in used_since is how a spreadsheet counts days. Write 2023-03-15, if that is what is meant.'
    ]


def test_a_tab_in_yaml_is_told_as_a_tab(tmp_path: Path) -> None:
    assert "(a tab stands where only spaces can)" in told(yaml(tmp_path, "System:\n\t- id: a\n\t  name: A\n"))[0]


def test_a_text_over_its_limit_names_the_limit(tmp_path: Path) -> None:
    assert "At most 20000 are kept" in told(yaml(tmp_path, THREE % f", era: {'x' * 20001}"))[0]


def test_a_register_in_a_file_that_is_called_as_the_manifest_is_one_problem(tmp_path: Path) -> None:
    assert told(yaml(tmp_path, THREE % "", "register.yaml"))[0] == (
        "register.yaml:1: register.yaml only says what the register is called. Move System to another file, "
        "such as systems.yaml."
    )


@pytest.mark.parametrize("name", ["dataset.yaml", "register.yml", "head.yaml"])
def test_a_manifest_in_a_file_of_another_name_is_one_problem(name: str, tmp_path: Path) -> None:
    (tmp_path / "systems.yaml").write_text(THREE % "", "utf-8")
    (tmp_path / name).write_text("dataset: mine\ntitle: Mine\ntrust: 70\nsource: interviews\n", "utf-8")
    reading = SOURCE.read(tmp_path, {})
    assert told(reading) == [
        f"{name}:1: The head of a register stands in register.yaml. Call this file so, in the register's folder."
    ]
    assert "huvud står i register.yaml" in told(reading, "sv")[0]


def test_a_head_on_top_of_things_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "systems.yaml").write_text("dataset: mine\ntitle: Mine\n" + THREE % "", "utf-8")
    assert told(SOURCE.read(tmp_path, {})) == [
        "systems.yaml:1: dataset, title say what the register is called, and that stands in register.yaml. "
        "Move that there."
    ]


def test_a_file_that_is_called_as_a_head_and_holds_nothing_that_is_known_is_told_so(tmp_path: Path) -> None:
    (message,) = told(yaml(tmp_path, "name: Mine\nid: mine\n", "dataset.yaml"))
    assert message.startswith("dataset.yaml:1: The head of a register stands in register.yaml.")
    assert len(told(yaml(tmp_path, "name: Mine\nid: mine\n", "systems.yaml"))) == 2
    assert told(yaml(tmp_path, THREE % "", "dataset.yaml")) == []


def test_in_swedish_a_field_and_its_values_have_their_labels(tmp_path: Path) -> None:
    (message,) = told(yaml(tmp_path, THREE % ", mode: snabb"), "sv")
    assert "mode (Läge)" in message
    assert "mode-1 (Läge 1: hålla i drift), mode-2 (Läge 2: förnya)" in message


def test_numbers_of_a_workbook_keep_the_zeros_that_people_see(tmp_path: Path) -> None:
    rows: list[list[object]] = [["id", "name", "version"], [7, "Seven", 4], ["b", "B", 1.1], ["c", "C", 1.125]]
    reading = workbook(tmp_path, *rows, formats={"A2": "0000", "C2": "0.0", "C3": "0.00", "C4": "0.00"})
    fields = [(fact.fields["id"], fact.fields.get("version")) for fact in reading.facts]
    assert fields == [("0007", "4.0"), ("b", "1.10"), ("c", "1.125")]
    assert ["cell C4" in each for each in told(reading)] == [True]
