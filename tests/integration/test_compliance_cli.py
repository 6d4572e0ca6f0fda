"""The commands of compliance, as people start them, with exit codes that mean something."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.integration.test_cli import Shell, shell

REGISTER = """
System:
  - {id: ehr, name: EHR, source: a}
Standard:
  - {id: fhir, name: HL7 FHIR, source: a}
RequirementSet:
  - {id: annex, name: Annex, name_sv: Bilaga, source: a, lists: [speaks, swedish]}
Requirement:
  - {id: speaks, name: Speaks FHIR, source: a, level: shall, demands: [Standard/fhir]}
  - {id: swedish, name: In Swedish, source: a, level: should}
"""
STATEMENT = {"resourceType": "CapabilityStatement", "kind": "instance", "fhirVersion": "4.0.1", "format": ["json"]}


@pytest.fixture(scope="module")
def ready(request: pytest.FixtureRequest) -> Shell:
    """The command on an engine of its own, with a set and an offer beside it."""
    run: Shell = request.getfixturevalue(shell.__name__)
    (run.home / "wanted.yaml").write_text(REGISTER, encoding="utf-8")
    (run.home / "a.json").write_text(json.dumps(STATEMENT), encoding="utf-8")
    run("load", "wanted.yaml")
    return run


def test_sets_are_listed_and_handed_out(ready: Shell) -> None:
    assert ready.json("requirements", "list") == [{"id": "annex", "name": "Annex", "requirements": 2}]
    ready("-l", "sv", "requirements", "questionnaire", "--set", "annex")
    assert load_workbook(ready.home / "annex.xlsx").sheetnames[:2] == ["Anvisningar", "Krav"]
    ready("requirements", "questionnaire", "--set", "annex", code=2)
    ready("requirements", "capability-statement", "--set", "annex", "-o", "set.json")
    judged = ready.json("comply", "--set", "set.json", "--offer", "a.json")
    assert [row["judgements"][0]["status"] for row in judged["rows"]] == ["met", "not-declared"]


def test_offers_stand_side_by_side_and_the_exit_code_says_whether_all_shall_is_met(ready: Shell) -> None:
    told = ready(
        "comply", "--set", "annex", "--system", "ehr", "--offer", "A=a.json", "-o", "m.xlsx", "--strict", code=7
    )
    assert "Not declared" in told
    assert "Met (Declared)" in told
    assert load_workbook(ready.home / "m.xlsx")["Matrix"]["H2"].value == "Met"
    ready("comply", "--set", "annex", "--offer", "a.json", "--strict")


def test_another_day_and_a_scenario_are_judged_and_drawn(ready: Shell) -> None:
    (ready.home / "plan.yaml").write_text("id: plan\nname: Plan\nsteps:\n  - {do: remove, id: ehr}\n", encoding="utf-8")
    ready("scenario", "save", "plan.yaml")
    told = ready("comply", "--set", "annex", "--system", "ehr", "--scenario", "plan", code=1)
    assert "'ehr'" in told
    found = ready.json("comply", "--set", "annex", "--offer", "a.json", "--scenario", "plan", "--as-of", "2030")
    assert (found["scenario"], found["asOf"]) == ("plan", "2030-01-01")
    ready("comply", "--set", "annex", "--system", "ehr", "--offer", "a.json", "--map", "m.html")
    assert "Not declared" in (ready.home / "m.html").read_text(encoding="utf-8")
    ready("map", "landscape", "--scenario", "plan", "--as-of", "2030", "-o", "land.html")
    drawn = (ready.home / "land.html").read_text(encoding="utf-8")
    assert "Scenario: Plan – not the facts. As of 1 January 2030" in drawn
    assert "System/ehr" not in drawn
    assert ready.json("requirements", "list", "--as-of", "2030")[0]["id"] == "annex"
    ready("requirements", "questionnaire", "--set", "annex", "-o", "q.xlsx", "--scenario", "none", code=1)


def test_what_is_wrong_is_told_with_its_place(ready: Shell) -> None:
    (ready.home / "cut.json").write_text('{"resourceType": "Capab', encoding="utf-8")
    assert "cut.json:1, column 18" in ready("comply", "--set", "annex", "--offer", "cut.json", code=3)
    assert "Nearest" not in ready("comply", "--set", "annex", "--offer", "absent.json", code=3)
    assert "nearest is: annex" in ready("comply", "--set", "anex", "--offer", "a.json", code=1)
    assert "nothing to judge" in ready("comply", "--set", "annex", code=3)


def test_a_requirement_that_names_an_unknown_standard_is_not_loaded(ready: Shell) -> None:
    wrong = Path(ready.home / "wrong.yaml")
    wrong.write_text(REGISTER.replace("demands: [Standard/fhir]", "demands: [Standard/fihr]"), encoding="utf-8")
    told = ready("load", "wrong.yaml", code=3)
    assert "wrong.yaml:9" in told
    assert "Standard/fihr" in told


def test_what_is_not_judged_is_told_per_row_and_in_the_sum_and_a_lead_as_a_lead(ready: Shell) -> None:
    asked = {
        **STATEMENT, "id": "asked", "kind": "requirements", "messaging": [{"documentation": "By message"}],
        "rest": [{"mode": "server", "resource": [{"type": "Patient", "searchInclude": ["Patient:organization"]}]}],
    }  # fmt: skip
    (ready.home / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    (ready.home / "api.yaml").write_text(
        'openapi: 3.0.3\ninfo: {title: A, version: "1", description: Not FHIR R4 yet}\npaths: {}\n', encoding="utf-8"
    )
    found = ready.json("comply", "--set", "asked.json", "--offer", "api.yaml")
    assert {row["requirement"]: row["notJudged"] for row in found["rows"] if row["notJudged"]} == {
        "Statement.unjudged": ["messaging: documentation"], "Patient.unjudged": ["searchInclude: Patient:organization"],
    }  # fmt: skip
    assert found["offers"][0]["byAnswerAlone"] == 2
    assert {row["judgements"][0]["status"] for row in found["rows"]} == {"not-declared"}
    told = ready("comply", "--set", "asked.json", "--offer", "api.yaml")
    assert "By an answer alone: 2" in told
    assert "No file is held against: searchInclude: Patient:organization." in told
    assert "a lead and no claim" in told
    ready("comply", "--set", "asked.json", "--offer", "api.yaml", "--map", "asked.html")
    assert "searchInclude: Patient:organization" in (ready.home / "asked.html").read_text(encoding="utf-8")
