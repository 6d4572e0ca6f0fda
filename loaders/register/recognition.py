"""Whether a path looks like a register."""

import re
from pathlib import Path

from graph.ontology import ONTOLOGY
from loaders.register.columns import titles
from loaders.register.headings import DEFAULTS, RELATIONS
from loaders.register.manifest import MANIFEST

PEEK = 65_536
TOP_KEY = re.compile(rf"^(?:{'|'.join([*ONTOLOGY.kinds, RELATIONS, DEFAULTS])})\s*:", re.MULTILINE)


def recognised(path: Path) -> bool:
    """True for a folder with a manifest or a register's files, or for one such file."""
    try:
        if path.is_dir():
            return (path / MANIFEST).exists() or any(_file(each) for each in sorted(path.iterdir())[:100])
        return _file(path)
    except OSError:
        return False


def _file(path: Path) -> bool:
    suffix = path.suffix.lower()
    if path.name.startswith((".", "~$")) or not path.is_file():
        return False
    if suffix in {".xlsx", ".xlsm", ".xls"}:
        return True
    if suffix == ".csv":
        return path.stem.casefold() in titles()
    if suffix in {".yaml", ".yml"}:
        with path.open("rb") as file:
            beginning = file.read(PEEK)
        return path.name == MANIFEST or bool(TOP_KEY.search(beginning.decode("utf-8-sig", "replace")))
    return False
