"""What tells files apart by their bytes, without reading anything in them."""

import hashlib
import os
from pathlib import Path

from loaders.files.folder import MOST_FILES, named

MOST_BYTES = 1024 * 1024 * 1024
"""So much is looked at, in all."""


def fingerprint_of_files(path: Path) -> str | None:
    """Changes when a byte or a name of the file or folder does; None where there is none, or too much to look at.

    Of a folder, hidden files and folders do not count, nor those that begin with two underscores.
    """
    total, whole = hashlib.sha256(), 0
    try:
        files, inside = _files(path), path.resolve()
        if not 0 < len(files) <= MOST_FILES:
            return None
        for each in files:
            if (
                not (named(each.name) and each.is_file() and each.resolve().is_relative_to(inside))
                or (whole := whole + each.stat().st_size) > MOST_BYTES
            ):
                return None
            total.update(os.fsencode(each.relative_to(path) if each != path else each.name) + b"\0")
            with each.open("rb") as file:
                total.update(hashlib.file_digest(file, "sha256").digest())
    except OSError:
        return None
    return total.hexdigest()


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for root, folders, names in os.walk(path):
        folders[:] = [each for each in folders if not each.startswith((".", "__"))]
        found += [Path(root) / name for name in names if not name.startswith((".", "~$"))]
        if len(found) > MOST_FILES:
            break
    return sorted(found)
