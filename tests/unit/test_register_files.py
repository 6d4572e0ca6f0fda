"""No file, however broken or hostile, gets more than a message; and what is read does not depend on how it is kept."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.errors import RegisterError
from graph.facts.facts import Evidence
from graph.ontology.ontology import ONTOLOGY
from loaders.runs.field_values import WrongValueError
from loaders.sources.contract import Reading
from loaders.sources.register import SOURCE, register_reading, workbook
from loaders.sources.register.register_limits import LIMITS
from loaders.sources.register.values import reader

ONE = "System:\n  - {id: a, name: A}\n"


def told(path: Path) -> str:
    reading = SOURCE.read(path, {})
    assert reading.problems
    return "\n".join(problem.say("en") for problem in reading.problems)


def workbook_bytes(rows: list[list[object]]) -> bytes:
    workbook = Workbook()
    sheet = workbook.create_sheet(next(iter(ONTOLOGY.kinds)))
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The workbook with some parts replaced or added; ``__`` in a name stands for ``/`` and ``_`` for a point."""
    stream = io.BytesIO()
    named = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, content in named.items():
            new.writestr(name, content)
    return stream.getvalue()


GOOD = workbook_bytes([["id", "name"], ["a", "A"]])


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "not an Excel workbook"),
        (b"id,name\n", "not an Excel workbook"),
        (b"PK\x03\x04" + b"x" * 100, "damaged or cut short"),
        (GOOD[: len(GOOD) // 2], "damaged or cut short"),
        (GOOD[:-30], "damaged or cut short"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 500, "old Excel file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (repacked(GOOD, xl__worksheets__sheet2_xml=b"<worksheet><sheetData><row"), "damaged"),
        (repacked(GOOD, xl__workbook_xml=b"<x"), "damaged"),
        (repacked(GOOD, xl__worksheets__sheet2_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), "XML declarations"),
        (repacked(GOOD, xl__media__bomb_bin=b"\0" * 30_000_000), "unpacks to far more"),
    ],
)
def test_a_workbook_that_is_none_says_what_to_do(data: bytes, text: str, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(data)
    assert text in told(tmp_path / "x.xlsx")


def test_a_part_whose_bytes_were_changed_is_damaged(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        start = archive.getinfo("xl/worksheets/sheet2.xml").header_offset + 80
    (tmp_path / "x.xlsx").write_bytes(
        GOOD[:start] + bytes(byte ^ 255 for byte in GOOD[start : start + 8]) + GOOD[start + 8 :]
    )
    assert "damaged" in told(tmp_path / "x.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LIMITS", LIMITS._replace(unpacked=1000))
    (tmp_path / "x.xlsx").write_bytes(GOOD)
    assert "unpacks to far more" in told(tmp_path / "x.xlsx")


def test_texts_as_excel_keeps_them_are_read_whole(tmp_path: Path) -> None:
    texts = ["id", "name", "a", "one_x000D_\ntwo _x005F_x000D_ x005F_", "<r>"]
    items = "".join(f"<si><t>{each}</t></si>" for each in texts[:4]) + "<si><r><t>Mel</t></r><r><t>ior</t></r></si>"
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    strings = f"<sst {space}>{items}</sst>".encode()
    cell = '<c r="{}" t="s"><v>{}</v></c>'
    rows = [("A1", 0), ("B1", 1)], [("A2", 2), ("B2", 3)], [("A3", 4), ("B3", 4)]
    body = "".join(f"<row>{''.join(cell.format(*each) for each in row)}</row>" for row in rows)
    sheet = f"<worksheet {space}><sheetData>{body}</sheetData></worksheet>".encode()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    part = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    if part not in types:
        types = types.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{part}"/></Types>')
    data = repacked(
        GOOD,
        xl__sharedStrings_xml=strings,
        xl__worksheets__sheet2_xml=sheet,
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, types if name == "[Content_Types].xml" else old.read(name))
    (tmp_path / "x.xlsx").write_bytes(stream.getvalue())
    reading = SOURCE.read(tmp_path / "x.xlsx", {})
    assert [fact.fields["name"] for fact in reading.facts] == ["one\r\ntwo _x000D_ x005F_", "Melior"]


@pytest.mark.parametrize("suffix", [".yaml", ".csv", ".xlsx"])
@settings(max_examples=150)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_give_a_reading(suffix: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"System{suffix}"
    path.write_bytes(data)
    reading = SOURCE.read(path, {})
    assert reading.facts or reading.problems
    for problem in reading.problems:
        assert problem.say("sv")


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_workbook_with_any_bytes_changed_gives_a_reading(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, byte in changes:
        data[place] = byte
    (tmp_path / "x.xlsx").write_bytes(data)
    assert isinstance(SOURCE.read(tmp_path / "x.xlsx", {}), Reading)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(ONE)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.yaml").symlink_to(tmp_path / "secret.yaml")
    assert told(tmp_path / "in").startswith("a.yaml: This is a link")


def test_a_folder_or_pipe_where_a_file_is_expected_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    os.mkfifo(tmp_path / "y.csv")
    (tmp_path / "z.yaml").write_text(ONE)
    assert told(tmp_path) == "y.csv: This is not a file. Remove it or put a file in its place."


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_reading, "LIMITS", LIMITS._replace(largest=10))
    (tmp_path / "x.yaml").write_text(ONE)
    assert "larger than" in told(tmp_path / "x.yaml")


def test_a_path_that_cannot_be_opened_says_so(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="may read it"):
        SOURCE.read(tmp_path / ("a" * 5_000), {})


def test_a_register_inside_another_is_not_mixed_into_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ONE)
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "register.yaml").write_text("dataset: other\n")
    assert "inner/register.yaml: This folder is another register" in told(tmp_path)


def test_the_same_content_has_the_same_digest_and_any_change_another(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "register.yaml").write_text("dataset: d\n")
        (tmp_path / name / "a.yaml").write_text(ONE)
    one, two = (SOURCE.read(tmp_path / name, {}).digest for name in ("one", "two"))
    assert one == two
    (tmp_path / "two" / "a.yaml").rename(tmp_path / "two" / "b.yaml")
    assert SOURCE.read(tmp_path / "two", {}).digest != one


def test_yaml_csv_and_a_workbook_may_stand_in_one_folder(tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text("dataset: d\nsource: Intervju\nevidence: documented\n")
    (tmp_path / "a.yaml").write_text("System:\n  - {id: a, name: A, exposes: b, depends_on: c}\n")
    (tmp_path / "Api.csv").write_text("id,name,section\nb,B,3\n")
    (tmp_path / "more.xlsx").write_bytes(workbook_bytes([["id", "name", "source"], ["c", "C", "Annan"]]))
    (tmp_path / "README.md").write_text("not read")
    reading = SOURCE.read(tmp_path, {})
    assert reading.problems == []
    assert len(reading.facts) == 5
    assert {fact.provenance.source for fact in reading.facts} == {"Intervju", "Annan"}
    assert {fact.provenance.evidence for fact in reading.facts} == {Evidence.DOCUMENTED}


def test_a_relation_takes_over_what_its_thing_stands_on_unless_it_says_its_own(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(
        "defaults: {source: S, section: '1', evidence: documented}\n"
        "System:\n"
        "  - id: a\n    name: A\n    paraphrase: so it is said\n    depends_on:\n"
        "      - b\n      - {to: c, section: '2'}\n      - {to: d, source: T}\n"
        "  - {id: b, name: B}\n  - {id: c, name: C}\n  - {id: d, name: D}\n"
    )
    links = [fact.provenance for fact in SOURCE.read(tmp_path / "x.yaml", {}).facts[4:]]
    assert [(each.source, each.section, each.paraphrase, each.place) for each in links] == [
        ("S", "1", "so it is said", "x.yaml:7"),
        ("S", "2", None, "x.yaml:8"),
        ("T", None, None, "x.yaml:9"),
    ]


def test_the_file_is_the_source_where_nobody_says_another(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(ONE)
    assert SOURCE.read(tmp_path / "x.yaml", {}).facts[0].provenance.source == "x.yaml"


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_is_read_as_any_spreadsheet_writes_it(separator: str, mark: str, end: str, tmp_path: Path) -> None:
    lines = ["id,Namn,annual_cost_sek", "å,Ångström,1200"]
    (tmp_path / "System.csv").write_text(mark + end.join(lines).replace(",", separator) + end, "utf-8", newline="")
    reading = SOURCE.read(tmp_path / "System.csv", {})
    assert [fact.fields for fact in reading.facts] == [{"id": "å", "name": "Ångström", "annual_cost_sek": 1200.0}]
    assert reading.facts[0].provenance.place == "System.csv:2"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1 000", 1000.0), ("1\u00a0000,5", 1000.5), ("12,5", 12.5), ("0,125", 0.125), ("1234,567", 1234.567),
        ("1.5", 1.5), ("-3", -3.0), ("\u22123", -3.0), ("1e3", 1000.0), (" 7 ", 7.0),
        ("1,000", None), ("1.000.000", None), ("1,000.5", None), ("nan", None), ("1e999", None), ("0x10", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_they_are_written_here(written: str, number: float | None) -> None:
    amount = ONTOLOGY.kinds["Budget"].attributes()["amount_sek"]
    read = reader(amount)
    if number is None:
        with pytest.raises(WrongValueError):
            read(written, amount)
    else:
        assert read(written, amount) == number


@pytest.mark.parametrize(
    ("name", "content", "is_one"),
    [
        ("x.yaml", ONE, True),
        ("x.yaml", "openapi: 3.1.0\n", True),
        ("System.csv", "id\n", True),
        ("Informationsmängder.csv", "id\n", True),
        ("other.csv", "id\n", True),
        ("x.xlsx", "", True),
        ("x.md", "System:", False),
    ],
)
def test_a_register_is_recognised_by_how_its_file_is_called(
    name: str, content: str, is_one: bool, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content)
    assert SOURCE.recognises(tmp_path / name) is is_one
    assert SOURCE.recognises(tmp_path) is is_one
    assert not SOURCE.recognises(tmp_path / "missing")
