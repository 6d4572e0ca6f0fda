"""Answers as files: what a spreadsheet opens is what the page shows, and no text becomes a formula."""

import csv
import io
import json
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.facts.facts import Evidence, Ref
from graph.facts.records import Record
from graph.ontology.kinds import System
from queries.asking.answer import Answer, ThingRef
from queries.asking.catalogue import catalogue
from visualisations.files.answer_sheets import answer_csv, answer_json, answer_xlsx

STEM = "no_owner"
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=cmd|' /C calc'!A0", "＝1+1"]


def answer(*names: str, evidence: Evidence = Evidence.STATED) -> Answer:
    """An answer of one row for each name; every text of its record is that name."""
    row = catalogue()[STEM].row
    rows = tuple(
        row.model_validate(
            {
                "kind": System.__name__,
                "thing": ThingRef(kind=System.__name__, id="x", name=name),
                "evidence": (
                    Record(
                        key=Ref(System.__name__, "x"), source=name, section=name, paraphrase=name, evidence=evidence,
                        dataset=name, place=name, run=1,
                    ),
                ),
            }
        )
        for name in names
    )  # fmt: skip
    parameters = catalogue()[STEM].parameters().model_dump(mode="json")
    return Answer(stem=STEM, parameters=parameters, day="2026-01-02", revision=7, total=len(rows) + 1, rows=rows)


def read_csv(content: bytes, delimiter: str) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_of_a_csv_file_is_a_formula(text: str) -> None:
    _, row = read_csv(answer_csv(answer(text), "en"), ",")
    assert "'" + text in row
    assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_of_a_workbook_is_a_formula(text: str) -> None:
    book = load_workbook(io.BytesIO(answer_xlsx(answer(text), "en")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert text.replace("\r", "\n").strip() in {str(cell.value).strip() for cell in cells}


def test_a_swedish_csv_file_opens_in_a_swedish_spreadsheet() -> None:
    headings, row = read_csv(answer_csv(answer("Röntgen; Örebro"), "sv"), ";")
    assert headings[:2] == ["Sort", "Utan ägare"]
    assert row[1] == "Röntgen; Örebro"
    assert "ej uppgivet" in row


def test_a_workbook_tells_rows_evidence_and_what_was_asked() -> None:
    book = load_workbook(io.BytesIO(answer_xlsx(answer("Röntgen", "Journal"), "sv")))
    assert book.sheetnames == ["Svar", "Grund", "Om"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
    assert book["Svar"].max_row == 3
    assert [cell.value for cell in book["Grund"][3]][:2] == [2, f"{System.__name__}/x"]
    said = {str(row[0].value): row[1].value for row in book["Om"].iter_rows()}
    assert said["Fråga"] == catalogue()[STEM].title.sv
    assert said["Grafens revision"] == 7
    assert said["Omfattning"] == "2 av 3 rader visas."


def test_json_holds_ids_evidence_and_extent() -> None:
    said: dict[str, Any] = json.loads(answer_json(answer("Röntgen"), "en"))
    assert (said["revision"], said["total"], said["cut"]) == (7, 2, True)
    assert said["rows"][0]["thing"]["id"] == "x"
    assert said["rows"][0]["evidence"][0]["source"] == "Röntgen"
    assert said["columns"]["thing"] == "Without an owner"


@pytest.mark.parametrize("evidence", Evidence)
def test_every_file_says_what_is_made_up(evidence: Evidence) -> None:
    made_up = evidence is Evidence.ILLUSTRATIVE
    shown = answer("x", evidence=evidence)
    headings, row = read_csv(answer_csv(shown, "en"), ",")
    assert row[headings.index("Illustrative")] == ("yes" if made_up else "no")
    assert json.loads(answer_json(shown, "en"))["rows"][0]["illustrative"] is made_up
    about = [cell.value for cell in load_workbook(io.BytesIO(answer_xlsx(shown, "en")))["About"]["B"]]
    assert ("Some rows rest on illustrative facts, made up as examples." in about) is made_up


def test_characters_that_a_sheet_cannot_hold_and_long_texts_are_cut() -> None:
    book = load_workbook(io.BytesIO(answer_xlsx(answer("a\x0bb", "x" * 40_000), "en")))
    first, second = (row[1].value for row in book["Answer"].iter_rows(min_row=2))
    assert first == "a\ufffdb"
    assert len(str(second)) == 32_767
