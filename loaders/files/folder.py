"""The files of a register: which they are, and their content."""

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from graph.errors import RegisterError
from graph.facts.places import Place
from graph.language.system_errors import of_system
from graph.language.words import N_
from loaders.files.written import Problems

LARGEST = 200 * 1024 * 1024
"""Bytes in one file."""
MOST_FILES = 2_000
WORKBOOKS = {".xlsx", ".xlsm"}
READ = {".yaml", ".yml", ".csv", *WORKBOOKS}
NOT_READ = {".xls", ".xlsb", ".ods", ".numbers", ".tsv"}


class FolderFile(NamedTuple):
    """One file: its name within the register, and where it is."""

    name: str
    path: Path


def files(path: Path, problems: Problems) -> list[FolderFile]:
    """The register's files in the order of their names.

    Raises:
        RegisterError: `path` does not exist or cannot be opened.
    """
    try:
        if path.is_dir():
            found = _in_folder(path, problems)
        elif path.exists():
            found = [FolderFile(path.name, path)]
        else:
            raise RegisterError(N_("There is no file or folder {path}. Check the spelling."), path=path)
        return found
    except OSError as error:
        raise RegisterError(
            N_("{path} cannot be opened ({reason}). Check that you may read it."), path=path, reason=of_system(error)
        ) from error


def _in_folder(folder: Path, problems: Problems) -> list[FolderFile]:
    found: list[FolderFile] = []
    inside = folder.resolve()
    for root, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__")))
        for name in sorted(names):
            path = Path(root) / name
            suffix = path.suffix.lower()
            if name.startswith((".", "~$")) or suffix not in READ | NOT_READ:
                continue
            relative = path.relative_to(folder).as_posix()
            if not path.resolve().is_relative_to(inside):
                problems.add(
                    Place(relative), N_("This is a link to a file outside the folder. Put the file itself here.")
                )
            elif len(found) >= MOST_FILES:
                problems.add(
                    Place(relative), N_("There are more than {most} files. Load fewer at a time."), most=MOST_FILES
                )
                return found
            else:
                found.append(FolderFile(relative, path))
    return sorted(found)


def _raise(error: OSError) -> None:
    raise error


def content(file: FolderFile, problems: Problems) -> bytes | None:
    """The bytes of `file`, or None after noting why they cannot be read."""
    try:
        if not file.path.is_file():
            problems.add(Place(file.name), N_("This is not a file. Remove it or put a file in its place."))
            return None
        if file.path.stat().st_size > LARGEST:
            problems.add(
                Place(file.name), N_("The file is larger than {most} MB. Divide it into several."), most=LARGEST >> 20
            )
            return None
        return file.path.read_bytes()
    except OSError as error:
        problems.add(Place(file.name), N_("The file cannot be read ({reason})."), reason=of_system(error))
        return None


def text(data: bytes, file: str, problems: Problems) -> str | None:
    """`data` as text, or None after noting where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            line = 1
        problems.add(
            Place(file, line),
            N_(
                "The file is not UTF-8: byte {byte} is {code}. Save it again as UTF-8 "
                "(in Excel: Save As, CSV UTF-8; in Notepad: Save As, Encoding UTF-8)."
            ),
            byte=error.start + 1,
            code=f"0x{data[error.start]:02X}",
        )
        return None


def digest(contents: list[tuple[str, bytes]]) -> str:
    """Changes when a name or a content does."""
    total = hashlib.sha256()
    for name, data in contents:
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()
