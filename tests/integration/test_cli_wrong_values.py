"""What is written wrongly at the command line: an exit code that is documented, a sentence, and no traceback."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.integration.test_cli import ROOT, Shell
from tests.integration.test_cli import shell as empty_shell  # noqa: F401 - a fixture

USAGE = [
    ("ask", "nope"),
    ("ask", "no-owner", "--limit", "x"),
    ("ask", "no-owner", "--offset", "1.5"),
    ("map", "nope"),
    ("map", "surroundings"),
    ("schema", "nope"),
    ("serve", "--port", "-1"),
    ("-l", "de", "questions"),
    ("template", "x.csv"),
    ("export", "x", "--format", "nope"),
    ("comply", "--nope"),
]
REFUSED = [
    (1, ("ask", "no-owner", "--as-of", "2029-02-30"), "it is not a day of the calendar"),
    (1, ("map", "landscape", "--as-of", "2029-02-30"), "it is not a day of the calendar"),
    (1, ("ask", "no-owner", "--limit", "-1"), "it must be at least 1"),
    (1, ("ask", "no-owner", "--as-of", "soon"), "no-owner: the parameter --as-of is 'soon'"),
    (1, ("ask", "no-owner", "--as-of", "soon"), "It takes: --as-of, --scenario, --limit, --offset"),
    (1, ("ask", "interoperability-verdicts", "--from-system", "nope"), "--from-system: there is no System 'nope'"),
    (1, ("ask", "no-owner", "--scenario", "\x07a"), "There is no scenario"),
    (1, ("ask", "dependencies", "--system", "x" * 5_000), "there is no System"),
    (1, ("scenario", "compare", "nope", "--as-of", "2029-02-30"), "There is no scenario"),
    (3, ("export", "x.csv"), "is called as a file"),
    (3, ("load", "nope"), "nope"),
]


@pytest.fixture(scope="module")
def shell(empty_shell: Shell) -> Shell:  # noqa: F811
    return empty_shell


@pytest.mark.parametrize("words", USAGE, ids=" ".join)
def test_wrong_usage_ends_with_2_and_no_database(shell: Shell, words: tuple[str, ...], tmp_path: Path) -> None:
    shell(*words, code=2, SAMBAND_HOME=str(tmp_path))
    assert not (tmp_path / "endpoint.json").exists()


def test_what_a_command_refuses_has_its_exit_code_and_its_sentence(shell: Shell) -> None:
    assert "den dagen finns inte i kalendern" in shell("-l", "sv", *REFUSED[0][1], code=1)
    for code, words, told in REFUSED:
        assert told in shell(*words, code=code), words


@pytest.mark.parametrize("start", [["-c", "from api.cli import main; main()"], ["-m", "api.cli"]], ids=["script", "-m"])
def test_the_command_tells_its_version(start: list[str]) -> None:
    told = subprocess.run([sys.executable, *start, "--version"], capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert (told.returncode, told.stdout) == (0, f"samband {version('samband')}\n")
