"""Files as they lie: which there are in a folder, and their bytes."""

import hashlib
import os
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from graph.facts.places import Place
from graph.language.system_errors import of_system
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems
from loaders.files.encodings import decoded
from loaders.files.excess import note_size
from loaders.files.file_limits import FileLimits
from loaders.files.problem import Problem
from loaders.files.refusal import UnreadableFileError, settle

MOST_FILES = 2_000
NOT_NAMED = N_("The name of this file or folder is not UTF-8. Give it another name.")


class FolderFile(NamedTuple):
    """One file: its name within the folder, and where it is."""

    name: str
    path: Path


def files(path: Path, suffixes: Collection[str], problems: Problems) -> list[FolderFile]:
    """The file at `path`, or those of the folder there that have one of `suffixes`, in the order of their names.

    Raises:
        UnreadableFileError: `path` does not exist or cannot be opened.
    """
    try:
        if path.is_dir():
            return _in_folder(path, suffixes, problems)
        if path.exists():
            return [FolderFile(path.name, path)]
    except OSError as error:
        raise _closed(path, error) from error
    raise _refused(N_("There is no file or folder {path}. Check the spelling."), path=path)


def _in_folder(folder: Path, suffixes: Collection[str], problems: Problems) -> list[FolderFile]:
    found: list[FolderFile] = []
    inside = folder.resolve()
    for root, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__")))
        for name in sorted(names):
            path = Path(root) / name
            if name.startswith((".", "~$")) or path.suffix.lower() not in suffixes:
                continue
            relative = path.relative_to(folder).as_posix()
            if not named(relative):
                problems.add(Place(shown_name(relative)), NOT_NAMED)
            elif not path.resolve().is_relative_to(inside):
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


def named(name: str) -> bool:
    """Whether the name of a file or folder is text: one that is no UTF-8 can be kept and told nowhere."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def shown_name(name: str) -> str:
    """The name as it can be told, with its bytes that are no text as numbers."""
    return name.encode("utf-8", "backslashreplace").decode()


def _raise(error: OSError) -> None:
    raise error


def content(file: FolderFile, limits: FileLimits, problems: Problems) -> bytes | None:
    """The bytes of `file`, or None after noting why they cannot be read."""
    try:
        if not file.path.is_file():
            problems.add(Place(file.name), N_("This is not a file. Remove it or put a file in its place."))
            return None
        if file.path.stat().st_size > limits.largest:
            note_size(file.name, limits, problems)
            return None
        return file.path.read_bytes()
    except OSError as error:
        problems.add(Place(file.name), N_("The file cannot be read ({reason})."), reason=of_system(error))
        return None


def whole(path: Path, limits: FileLimits) -> bytes:
    """The bytes of the one file at `path`.

    Raises:
        UnreadableFileError: there is no such file, it is too large, or it may not be read.
    """
    try:
        if not path.is_file():
            raise _refused(N_("There is no file {path}. Check the spelling."), path=path)
        problems = Problems()
        data = content(FolderFile(path.name, path), limits, problems)
    except OSError as error:
        raise _closed(path, error) from error
    settle(problems)
    return data or b""


def whole_text(path: Path, place: str, limits: FileLimits) -> str:
    """The text of the one file at `path`, which messages call `place`.

    Raises:
        UnreadableFileError: there is no such file, it is too large, may not be read, or is not UTF-8.
    """
    problems = Problems()
    found = decoded(whole(path, limits), place, problems)
    settle(problems)
    return found or ""


def beginning(path: Path, most: int) -> bytes:
    """At most the first `most` bytes of the file at `path`; none where there is no file that can be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(most)
    except OSError:
        return b""


def digest(contents: list[tuple[str, bytes]]) -> str:
    """Changes when a name or a content does."""
    total = hashlib.sha256()
    for name, data in contents:
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


def _closed(path: Path, error: OSError) -> UnreadableFileError:
    text = N_("{path} cannot be opened ({reason}). Check that you may read it.")
    return _refused(text, path=path, reason=of_system(error))


def _refused(text: str, **values: object) -> UnreadableFileError:
    return UnreadableFileError([Problem("", text, values)])
