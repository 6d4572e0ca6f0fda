"""A misspelt field or side of a thing does not pass the type checker, wherever it stands."""

import os
import re
import subprocess
import sys
from pathlib import Path

from graph.snapshot.node import SIDES
from tests.rooms.house import HOUSE

TEN = 10
ASKING = ("queries", "visualisations", "api", "graph/scenarios")
NAMES = "|".join(sorted(SIDES.keys() - {"leads"}, key=len, reverse=True))
"""Sides; rows and verdicts have leads too."""
SPELLED = (
    re.compile(rf"\b(?!self\b|row\b)\w+\.({NAMES})\b(?!\s*=[^=])"),
    re.compile(r'\.(?:side|field|links?)\(\s*"(\w+)"'),
)
"""How a side or a field is asked for: as an attribute, and by its name as text."""
Spelling = tuple[Path, re.Match[str]]


def spellings(how: re.Pattern[str], but: set[Path]) -> list[Spelling]:
    """The files that spell it so, each with the first place."""
    paths = sorted(path for room in ASKING for path in (HOUSE / room).rglob("*.py"))
    found = ((path, how.search(path.read_text(encoding="utf-8"))) for path in paths if path not in but)
    return [(path, place) for path, place in found if place]


def ten() -> list[Spelling]:
    """Ten files from all over the house, half of them for each way of spelling."""
    chosen: list[Spelling] = []
    for how in SPELLED:
        there = spellings(how, {path for path, _ in chosen})
        chosen += there[:: len(there) // (TEN // len(SPELLED))][: TEN // len(SPELLED)]
    return chosen


def test_a_misspelt_field_or_side_in_each_of_ten_files_is_seen_by_the_type_checker(tmp_path: Path) -> None:
    spelt = {f"misspelt_{number}.py": spelling for number, spelling in enumerate(ten())}
    assert len(spelt) == TEN
    for name, (path, place) in spelt.items():
        text, end = path.read_text(encoding="utf-8"), place.end(1)
        (tmp_path / name).write_text(f"{text[: end - 1]}{text[end:]}", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context", tmp_path],
        cwd=HOUSE, env=os.environ | {"MYPYPATH": str(HOUSE)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    for name, (path, place) in spelt.items():
        line = place.string.count("\n", 0, place.start(1)) + 1
        seen = [int(number) for number in re.findall(rf"{name}:(\d+): error: ", run.stdout)]
        assert seen, f"{path.relative_to(HOUSE)} may misspell {place[1]}: {run.stdout}{run.stderr}"
        assert all(line - 3 <= number <= line for number in seen), run.stdout
    assert "import-not-found" not in run.stdout
