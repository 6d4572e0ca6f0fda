"""The template is a register that lacks only its rows; the schema knows what the reader knows."""

from pathlib import Path

import jsonschema
import pytest
import yaml
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter as letter

from graph.errors import RegisterError
from graph.language.words import LANGUAGES, Language
from graph.ontology.ontology import ONTOLOGY
from loaders.sources.register import SOURCE
from loaders.sources.register.headings import GUIDE, LISTS, REGISTER, RELATIONS
from loaders.sources.register.json_schema import json_schema, manifest_schema
from loaders.sources.register.template import write_template

REGISTERS = Path(__file__).parents[2] / "loaders" / "bundled"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_template_says_that_it_is_empty(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "Våra system.xlsx"
    write_template(path, language)
    reading = SOURCE.read(path, {})
    assert [problem.text for problem in reading.problems] == [
        "Nothing is stated here. Fill in at least one thing, with an id and a name."
    ]
    assert reading.dataset.id == "Våra-system"
    assert reading.dataset.title == "Våra system"


def test_a_template_that_is_filled_in_loads(tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsx"
    write_template(path, "sv")
    workbook = load_workbook(path)
    relation = next(each for each in ONTOLOGY.relations.values() if each.attributes and each.sources != each.targets)
    source, target = relation.sources[0].__name__, relation.targets[0].__name__
    for kind, identity in ((source, "a"), (target, "b")):
        workbook[kind]["A2"], workbook[kind]["B2"] = identity, f"Åke {identity}"
    for column, value in enumerate((f"{target}/b", relation.inverse.sv, f"{source}/a"), 1):
        workbook[RELATIONS].cell(2, column).value = value
    workbook.save(path)
    reading = SOURCE.read(path, {})
    assert [problem.say("en") for problem in reading.problems] == []
    assert len(reading.facts) == 3
    assert reading.facts[0].provenance.place == f"mine.xlsx#{source}!2:2"


def test_the_template_has_a_sheet_for_each_kind_and_a_column_for_each_field_and_relation(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", "en")
    workbook = load_workbook(tmp_path / "t.xlsx")
    assert workbook.sheetnames == [GUIDE, REGISTER, *ONTOLOGY.kinds, RELATIONS, LISTS]
    assert workbook[LISTS].sheet_state == "hidden"
    for name, kind in ONTOLOGY.kinds.items():
        header = {cell.value for cell in workbook[name][1]}
        assert set(kind.model_fields) | set(ONTOLOGY.sides(kind)) <= header
        assert workbook[name].freeze_panes == "C2"
        assert all(cell.comment for cell in workbook[name][1])


def test_every_choice_and_yes_or_no_has_a_drop_down(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", "en")
    workbook = load_workbook(tmp_path / "t.xlsx")
    lists = workbook[LISTS]
    for name, kind in ONTOLOGY.kinds.items():
        sheet = workbook[name]
        offered = {}
        for drop in (each for each in sheet.data_validations.dataValidation if each.type == "list"):
            area = drop.formula1.removeprefix(f"{LISTS}!")
            values = [row[0].value for row in lists[area.replace("$", "")]]
            for cells in drop.sqref.ranges:
                offered[sheet.cell(1, cells.min_col).value] = values
        for field, attribute in kind.attributes().items():
            if attribute.choices:
                assert offered[field] == [choice.value for choice in attribute.choices]
            elif attribute.type is bool:
                assert offered[field] == ["yes", "no"]


def test_a_template_never_overwrites_a_file(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_text("mine")
    with pytest.raises(RegisterError, match="exists already"):
        write_template(tmp_path / "t.xlsx", "en")
    assert (tmp_path / "t.xlsx").read_text() == "mine"


def test_the_schema_is_itself_correct_and_accepts_what_the_bundled_registers_say() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    things = jsonschema.Draft202012Validator(json_schema())
    manifest = jsonschema.Draft202012Validator(manifest_schema())
    for path in sorted(REGISTERS.rglob("*.yaml")):
        said = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        checked = manifest if path.name == "register.yaml" else things
        if checked is manifest:
            said["trust"] = int(said["trust"])
        assert [error.message for error in checked.iter_errors(said)] == [], path


def test_a_number_with_limits_is_held_to_them_where_it_is_written_and_in_the_schema(tmp_path: Path) -> None:
    write_template(tmp_path / "t.xlsx", "en")
    sheet = load_workbook(tmp_path / "t.xlsx")["Budget"]
    columns = {letter(position): cell.value for position, cell in enumerate(sheet[1], 1)}
    held = {
        columns[str(each.sqref)[0]]: (each.operator, each.formula1, each.formula2)
        for each in sheet.data_validations.dataValidation
        if each.type == "decimal"
    }
    assert held == {"year": ("between", "1900", "2200"), "amount_sek": ("greaterThanOrEqual", "0", None)}
    budget = json_schema()["$defs"]["Budget"]["properties"]
    assert (budget["year"]["minimum"], budget["year"]["maximum"]) == (1900, 2200)
    assert budget["amount_sek"]["minimum"] == 0
