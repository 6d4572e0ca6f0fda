"""The rooms of the house and the files in them."""

import re
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ("graph", "loaders", "queries", "visualisations", "api")


def files(*endings: str) -> list[Path]:
    """Every file of the rooms with one of these endings."""
    return sorted(path for room in ROOMS for ending in endings for path in (HOUSE / room).rglob(f"*{ending}"))


def place(path: Path, line: int) -> str:
    """Where something stands, as a person can find it."""
    return f"{path.relative_to(HOUSE)}:{line}"


def bare(cypher: str) -> str:
    """Cypher without its comments and with its text literals emptied."""
    text = re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "''", re.sub(r"(?m)^\s*//.*$", "", cypher))
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)


def numbered(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file with their numbers."""
    return enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
