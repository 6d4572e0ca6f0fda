"""Whether a path looks like a register."""

from pathlib import Path

SUFFIXES = frozenset((".yaml", ".yml", ".csv", ".xlsx", ".xlsm", ".xls"))


def recognised(path: Path) -> bool:
    """True for a file as people write registers, or a folder with one; what is wrong in it is told when it is read."""
    try:
        return any(map(_file, path.iterdir())) if path.is_dir() else _file(path)
    except OSError:
        return False


def _file(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$")) and path.is_file()
