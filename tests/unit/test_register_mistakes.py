"""Every mistake is told at once, each with its place, in words for the person who wrote it."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import RegisterError
from graph.facts.facts import ThingFact
from graph.language.words import Words
from loaders.files.problem import Problem
from loaders.runs.fact_validation import validated
from loaders.sources.contract import KnownThing, Reading
from loaders.sources.register import SOURCE

# Each line that is wrong says in a comment what the reader must say of it.
SYSTEMS = r"""
defaults: {source: Intervju, evidence: gissat}   #! "gissat" is not a value of evidence
Systm: []                                        #! Did you mean System?
System:
  - id: melior
    name: Melior
    mode: snabb                                  #! "snabb" is not a value of mode. Write one of: mode-1, mode-2
    lifecycle: I drift                           #! Did you mean active?
    used_since: 2017-13-01                       #! "2017-13-01" is not a date
    annual_cost_sek: dyrt                        #! "dyrt" is not a number
    must_not_stop: kanske                        #! "kanske" is neither yes nor no
    nmae_sv: Melior                              #! Did you mean name_sv?
    carries: diagnosis                           #! "carries" is a relation that System does not have
    exposes: melior-api                          #! Did you mean melior_api?
    owned_by: melior_api                         #! "melior_api" is of the kind Api, but here only these can stand
    supplied_by: Api/melior_api                  #! names the kind Api, but here only these can stand
    used_by: [delad, saknas]                     #! There is no "saknas"
    depends_on: delad                            #! can be any of SharedStorage/delad, IntegrationPlatform/delad
    succeeds: {to: elvis, wave: 1}               #! "wave" is not a field of the relation succeeds
    masters: {note: x}                           #! does not say what it leads to || "note" is not a field
    retention_rationale: [a, b]                         #! retention_rationale takes one value
    era: "a\x07b"                                #! has the character U+0007
  - id: elvis
    name: Elvis
    name: Elvis igen                             #! "name" stands twice here
  - name: Utan id                                #! System has no id here
  - id: namnlös                                  #! System has no name here
  - id: " luft"                                  #! " luft" begins or ends with a space
    name: Luft
  - id: melior                                   #! System/melior is already stated at systems.yaml:4
    name: Melior 2
  - bara text                                    #! An entry under System must consist of lines
Api:
  - {id: melior_api, name: API}
Organisation:
  - {id: delad, name: Delad}
SharedStorage: [{id: delad, name: D}]
IntegrationPlatform: [{id: delad, name: D}]
StandardVersion:
  - id: r4
    name: R4
    version_of: [fhir, ihe]                      #! StandardVersion/r4 can have only one version_of
Standard: [{id: fhir, name: FHIR}, {id: ihe, name: IHE}]
Budget:
  - {id: b, name: B, amount_sek: "1,000", year: 20.5}  #! can be read as 1000 or as 1.000 || not a whole number
Device: {id: d}                                  #! Under Device, write a list
Relations:
  - {from: elvis, relation: exposez, to: melior_api}   #! Did you mean exposes?
  - {from: elvis, to: melior_api}                #! The relation here lacks: relation
  - {from: elvis, relation: exposes, to: melior_api, colour: red}  #! "colour" is not something that a relation has
  - {from: nobody, relation: exposes, to: melior_api}  #! There is no "nobody"
""".lstrip()


def test_every_mistake_in_a_yaml_folder_is_told_with_its_line(tmp_path: Path) -> None:
    written = SYSTEMS
    (tmp_path / "register.yaml").write_text("titel: X\ntrust: 101\n")
    (tmp_path / "systems.yaml").write_text(re.sub(r" *#!.*", "", written), "utf-8")
    (tmp_path / "broken.yaml").write_text("System:\n  - id: a\n   name: b\n")
    (tmp_path / "latin.yaml").write_bytes("System:\n  - id: a\n    name: Ö\n".encode("latin-1"))
    (tmp_path / "old.xls").write_bytes(b"x")
    reading = SOURCE.read(tmp_path, {})
    told = [problem.say("en") for problem in validated(reading, {})]
    expected = {
        (f"systems.yaml:{number}", part.strip())
        for number, line in enumerate(written.splitlines(), 1)
        if "#!" in line
        for part in line.split("#!")[1].split("||")
    } | {
        ("register.yaml:1", "The manifest lacks dataset"),
        ("register.yaml:1", "Did you mean title?"),
        ("register.yaml:2", "from 0 to 100"),
        ("broken.yaml:3", "not correct YAML"),
        ("latin.yaml:3", "not UTF-8: byte 29 is 0xD6"),
        ("old.xls", "Save it as .xlsx"),
    }
    missing = {each for each in expected if not any(t.startswith(each[0] + ":") and each[1] in t for t in told)}
    assert not missing, "\n".join(told)
    assert len(told) == len(expected) >= 39, "\n".join(told)


CELLS: list[tuple[str, int, list[object]]] = [
    ("System", 1, ["id", "Namn", "mode", "used since", "annual_cost_sek", "must_not_stop", "exposes", "colour",
                   "aliases", "Mode", None]),
    ("System", 2, ["melior", "Melior", "mode-1", 2017, "1 000,5", "ja", "api", None, "a;b"]),
    ("System", 3, ["elvis", "=A2", "mode-3", "i fjol", "mycket", "kanske", "apii", None, None, None, "x"]),
    ("System", 4, [None, "#N/A", None, None, None, None, None]),
    ("System", 5, ["utan", None]),
    ("System", 6, ["melior", "Annat"]),
    ("System", 7, [" luft ", "L" * 501]),
    ("Systemm", 1, ["id", "name"]),
    ("APIs", 1, ["id", "name", "version"]),
    ("APIs", 2, ["api", "API", 5.0]),
    ("Relations", 1, ["from", "relation", "to", "since", "evidence", "weight"]),
    ("Relations", 2, ["melior", "exponerrar", "api"]),
    ("Relations", 3, ["melior", "exposes", "System/melior"]),
    ("Relations", 4, ["elvis", "exposes", "api", "2020"]),
    ("Relations", 5, ["elvis", "exposes", None]),
    ("Relations", 6, ["elvis", "succeeds", "melior", "2020-02-31"]),
    ("Relations", 7, ["melior", "succeeds", "elvis", None, "gissat"]),
    ("Register", 1, ["dataset", "två ord"]),
    ("Register", 2, ["trust", "hög"]),
    ("Register", 3, ["colour", "red"]),
]  # fmt: skip
TOLD = {
    "sheet Register, cell A3": "not something that the manifest states",
    "sheet Register, cell B1": "cannot be the id of a register",
    "sheet Register, cell B2": "not a degree of trust",
    "sheet Relations, cell F1": '"weight" is not a column of Relations',
    "sheet Relations, cell B2": '"exponerrar" is not the name of a relation',
    "sheet Relations, cell C3": "names the kind System, but here only these can stand: Api",
    "sheet Relations, cell D4": '"since" is not a field of the relation exposes',
    "sheet Relations, row 5": "lacks: to",
    "sheet Relations, cell D6": '"2020-02-31" is not a date',
    "sheet Relations, cell E7": '"gissat" is not a value of evidence',
    "sheet System, cell H1": '"colour" is neither a field nor a relation of System',
    "sheet System, cell J1": 'The columns "Mode" and "mode" mean the same',
    "sheet System, cell B3": "is a formula",
    "sheet System, cell C3": "Did you mean mode-1?",
    "sheet System, cell D3": '"i fjol" is not a date',
    "sheet System, cell E3": '"mycket" is not a number',
    "sheet System, cell F3": "neither yes nor no",
    "sheet System, cell G3": "Did you mean api?",
    "sheet System, row 3": "stands in a column without a heading",
    "sheet System, cell B4": "is an error in the sheet",
    "sheet System, row 4": "System has no id here",
    "sheet System, row 5": "System has no name here",
    "sheet System, row 6": "System/melior is already stated at register.xlsx, sheet System, row 2",
    "sheet System, cell A7": "begins or ends with a space",
    "sheet System, cell B7": "501 characters long",
    "sheet Systemm": "Did you mean System?",
    "sheet System": "The cells A9:B9 are merged",
}


def workbook(path: Path) -> Reading:
    made = Workbook()
    made.active.title = "Guide"  # type: ignore[union-attr]
    for title, row, values in CELLS:
        sheet = made[title] if title in made.sheetnames else made.create_sheet(title)
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value
    made["System"].merge_cells("A9:B9")
    made.create_sheet("Blad1")
    made.create_sheet("_notes")["A1"] = "left out"
    made.save(path)
    return SOURCE.read(path, {})


def test_every_mistake_in_a_workbook_is_told_with_its_cell(tmp_path: Path) -> None:
    told = [problem.say("en") for problem in validated(workbook(tmp_path / "register.xlsx"), {})]
    for place, text in TOLD.items():
        assert any(each.startswith(f"register.xlsx, {place}:") and text in each for each in told), (place, told)
    assert len(told) == len(TOLD), "\n".join(told)


def test_every_mistake_in_a_workbook_is_told_in_swedish_with_its_cell_in_swedish(tmp_path: Path) -> None:
    told = [problem.say("sv") for problem in validated(workbook(tmp_path / "register.xlsx"), {})]
    assert not [each for each in told if re.search(r"\b(sheet|row|column)\b", each)]
    assert any(each.startswith("register.xlsx, blad System, cell B3: ") for each in told)
    assert any("blad System, rad 2" in each for each in told)


def test_what_a_field_holds_is_told_in_the_language_of_the_message() -> None:
    text = '"{value}" cannot be the value of {field} ({about}).'
    problem = Problem("a.csv:2, x", text, {"value": "9", "field": "cost", "about": Words("Cost", "Kostnad")})
    assert problem.say("en").endswith("(Cost).")
    assert problem.say("sv").endswith("(Kostnad).")


def test_a_workbook_is_read_as_somebody_would_have_written_it(tmp_path: Path) -> None:
    reading = workbook(tmp_path / "register.xlsx")
    by_id = {fact.id: fact.fields for fact in reversed(reading.facts) if isinstance(fact, ThingFact)}
    assert by_id["melior"] == {
        "id": "melior", "name": "Melior", "mode": "mode-1", "used_since": "2017", "annual_cost_sek": 1000.5,
        "must_not_stop": True, "aliases": ["a", "b"],
    }  # fmt: skip
    assert by_id["api"]["version"] == "5"


def test_every_mistake_in_a_csv_folder_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "System.csv").write_text(
        "sep=;\nid;name;mode;foo\n"
        "a;A;mode-9;\n"
        'b;"två\nrader";mode-1;x;för;många\n'
        "c;C;mode-1;\n"
        ";utan;;\n"
        'd;"inte stängd;;\n',
        "utf-8-sig",
    )
    (tmp_path / "Systemz.csv").write_text("id,name\n")
    (tmp_path / "Api.csv").write_text("name\nx\n")
    (tmp_path / "Relations.csv").write_text("from;relation;to;since\na;exposes;q;\nc;succeeds;a;igår\n")
    (tmp_path / "Device.csv").write_bytes("id;name\nå;b\n".encode("cp1252"))
    told = [problem.say("en") for problem in SOURCE.read(tmp_path, {}).problems]
    expected = [
        ("Api.csv:1", "has no column id"),
        ("Device.csv:2", "not UTF-8"),
        ("Relations.csv:2, column to", 'There is no "q"'),
        ("Relations.csv:3, column since", '"igår" is not a date'),
        ("System.csv:2, column foo", "neither a field nor a relation"),
        ("System.csv:3, column mode", "not a value of mode"),
        ("System.csv:4", "has 6 cells, but the header has 4"),
        ("System.csv:7", "no id"),
        ("System.csv:8", "not correct CSV"),
        ("Systemz.csv", "Did you mean System?"),
    ]
    assert len(told) == len(expected), "\n".join(told)
    for (place, text), message in zip(expected, told, strict=True):
        assert message.startswith(f"{place}:")
        assert text in message


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("a: &x 1", "anchor or alias"),
        ("a: *x", "anchor or alias"),
        ("a: !!python/object:os.system 1", "YAML tag"),
        ("a: !!str 1", "YAML tag"),
        ("System:\n  - {<<: {id: a}}", "Merge keys"),
        ("System: []\n---\nSystem: []", "new document"),
        ("[" * 50 + "]" * 50, "Too many levels"),
        ("[" * 5000, "not correct YAML|Too many levels"),
        ("- a", "must begin with the name of a kind"),
        ("System: |\n  x\x00", "U+0000|not correct"),
        ("? [a]\n: b", "key is missing or is not a text"),
        ("System:\n\t- id: a", "not correct YAML"),
        ('a: "x', "not correct YAML"),
        ("System:\n  - id: a\n    name: [[a]]", "takes one value"),
        ("", "Nothing is stated"),
        ("# only this\n", "Nothing is stated"),
    ],
)
def test_what_a_register_does_not_use_of_yaml_is_refused_in_plain_words(said: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(said.encode())
    messages = [problem.say("en") for problem in SOURCE.read(tmp_path / "x.yaml", {}).problems]
    assert any(part in message for part in told.split("|") for message in messages), messages


def test_nothing_at_the_path_says_so(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="no file or folder"):
        SOURCE.read(tmp_path / "missing", {})


def test_an_empty_folder_says_that_nothing_is_stated(tmp_path: Path) -> None:
    assert [p.text for p in SOURCE.read(tmp_path, {}).problems] == [
        "Nothing is stated here. Fill in at least one thing, with an id and a name."
    ]


def test_what_only_this_dataset_says_is_not_known_when_it_no_longer_says_it(tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text("dataset: mine\n")
    (tmp_path / "x.yaml").write_text("System:\n  - {id: a, name: A, exposes: [old, theirs]}\n")
    known = {
        "Api": {
            "old": KnownThing("Old", frozenset({"mine"})),
            "theirs": KnownThing("T", frozenset({"others", "mine"})),
        }
    }
    problems = SOURCE.read(tmp_path, known).problems
    assert ['There is no "old"' in problem.say("en") for problem in problems] == [True]


def test_a_name_written_for_an_id_suggests_the_id(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("System:\n  - {id: a, name: A, owned_by: Västra Götalandsregionen}\n", "utf-8")
    known = {"Organisation": {"vgr": KnownThing("Västra Götalandsregionen", frozenset({"others"}))}}
    assert [problem.suggestion for problem in SOURCE.read(tmp_path / "x.yaml", known).problems] == ["vgr"]
