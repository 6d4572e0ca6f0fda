"""``samband scenario`` as people use it."""

import json
from pathlib import Path

import pytest

from tests.integration.test_cli import Shell
from tests.integration.test_cli import shell as empty_shell  # noqa: F401 - a fixture


@pytest.fixture(scope="module")
def shell(empty_shell: Shell) -> Shell:  # noqa: F811
    """A command on the bundled case."""
    empty_shell("load-bundled")
    return empty_shell


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_template_is_a_scenario_of_the_demo(shell: Shell, tmp_path: Path, language: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(shell("-l", language, "scenario", "template"), encoding="utf-8")
    told = shell("-l", language, "scenario", "save", str(path), "--dry-run")
    assert ("The facts stay as they are." if language == "en" else "Uppgifterna är som de var.") in told
    assert ("Not kept" if language == "en" else "Inte sparat") in told
    assert shell.json("scenario", "list") == []


def test_one_is_saved_shown_compared_and_deleted(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "alerts.json"
    steps = [{"do": "remove", "id": "alert-register"}]
    path.write_text(json.dumps({"id": "no-alerts", "name": "No alerts", "steps": steps}), encoding="utf-8")
    told = shell("scenario", "save", str(path))
    assert "1. System Alert register is taken away." in told
    assert "Information that loses its last holder: Alert information" in told
    assert "samband scenario compare no-alerts" in told
    assert shell.json("scenario", "show", "no-alerts")["effect"]["unheld"][0]["id"] == "alert-information"
    assert "No alerts" in shell("scenario", "list")
    assert "Scenario: no-alerts – not the facts." in shell("ask", "last-holder", "--scenario", "no-alerts")
    shown = shell("scenario", "compare", "no-alerts", "--question", "last-holder")
    assert "no-alerts compared with the facts" in shown
    assert "loses its last holder: Alert information" in shown
    assert "Closes: Which information has only one holder" in shown
    (found,) = shell.json("scenario", "compare", "no-alerts", "--question", "last_holder")
    assert (found["opened_total"], found["closed_total"]) == (0, 1)
    assert found["closed"][0]["entity"]["id"] == "alert-information"
    assert len(shell.json("scenario", "compare", "no-alerts", "no-alerts")) >= 4
    assert shell.json("scenario", "delete", "no-alerts") == {"deleted": "no-alerts"}
    assert "There is no scenario 'no-alerts'" in shell("scenario", "show", "no-alerts", code=1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: x\nname: X\nsteps:\n  - {do: remove, id: alert-registre}\n", "step 1: there is no System"),
        ("id: x\nname: X\nsteps:\n  - {do: remove}\n", "wrong.yaml: step 1, id is"),
        ("id: x\nname: X\nsteps: *all\n", "wrong.yaml:3"),
        ("id: x\nname: X\n  steps: []\n", "wrong.yaml:3"),
        ("{" * 2000, "wrong.yaml"),
    ],
)
def test_a_wrong_file_is_told_by_its_name_and_place(shell: Shell, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    told = shell("scenario", "save", str(path), code=3)
    assert said in told
    assert "wrong.yaml" in told
    assert shell.json("scenario", "save", str(path), code=3)["problems"][0]["place"] == "wrong.yaml"
    assert "There is no file" in shell("scenario", "save", str(tmp_path / "absent.yaml"), code=3)
