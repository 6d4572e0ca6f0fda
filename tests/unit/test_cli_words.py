"""The command line in Swedish: its help, and what is wrong with how it is called."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.main import get_command

from api.cli import app
from api.cli.helping import in_language
from api.cli.program import Spoken
from api.cli.usage import UsageError, spoken_first, usage_in_words
from graph.settings import language


def paths(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that call each command."""
    yield path
    for name, each in getattr(command, "commands", {}).items():
        yield from paths(each, (*path, name))


PATHS = sorted(paths(get_command(app)))


@pytest.fixture(autouse=True)
def asked_in_swedish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Spoken, "language", "sv")


def called(*words: str) -> Any:
    return in_language(get_command(app), "sv")(["-l", "sv", *words], prog_name="samband", standalone_mode=False)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["ask", "nope"], "Det finns inget kommando 'nope'."),
        (["nope"], "Det finns inget kommando 'nope'."),
        (["ask", "dependencies"], "Flaggan '--system' måste anges."),
        (["ask", "dependencies", "--sytem", "x"], "Det finns ingen flagga --sytem. Menade du --system"),
        (["ask", "dependencies", "--system"], "Flaggan '--system' behöver ett värde."),
        (["ask", "dependencies", "--json=1"], "Flaggan '--json' tar inget värde."),
        (["ask", "dependencies", "--system", "x", "--depth", "y"], "'--depth' kan inte användas: skriv ett heltal"),
        (["serve", "--port", "99999"], "'--port' kan inte användas: det får vara högst 65535"),
        (["check"], "måste anges."),
        (["questions", "more"], "Kommandot tar inte emot: more."),
    ],
)
def test_what_is_wrong_with_a_call_is_told_in_swedish(words: list[str], expected: str) -> None:
    with pytest.raises(UsageError) as told:
        called(*words)
    lines = usage_in_words(told.value, "sv").splitlines()
    (wrong,) = (each for each in lines if each.startswith("Fel: "))
    assert expected in wrong
    assert all(each.startswith(("Användning: samband", "Fel: ", "'samband")) for each in lines)


def test_a_language_that_is_not_there_is_told_of() -> None:
    with pytest.raises(typer.BadParameter) as told:
        get_command(app)(["-l", "fr", "questions"], standalone_mode=False)
    assert "--language kan inte användas: skriv en eller sv" in usage_in_words(told.value, "sv")


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_is_swedish_to_the_last_word(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    called(*path, "--help")
    told = capsys.readouterr().out
    assert told.startswith("Användning: samband")
    english = r"(?<![-\w])(the|with|what|this|an?d|is|are|default|required|Options|Commands|Show|Print|Write)(?![-\w])"
    assert not re.findall(english, told)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--language", "sv", "ask"], "sv"), (["--language=sv"], "sv"), (["-l", "sv"], "sv"), (["-lsv"], "sv"),
        (["ask", "x", "-l", "sv"], "en"), (["-l", "fr"], "en"), ([], "en"),
    ],
)  # fmt: skip
def test_the_language_is_known_before_anything_is_read(words: list[str], expected: str) -> None:
    assert spoken_first(words) == expected


def test_the_language_of_the_environment_holds_whatever_else_is_wrong_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMBAND_LANGUAGE", "sv")
    monkeypatch.setenv("SAMBAND_PORT", "x")
    assert (language(), spoken_first(["questions"])) == ("sv", "sv")
    monkeypatch.setenv("SAMBAND_LANGUAGE", "fr")
    assert language() == "en"
