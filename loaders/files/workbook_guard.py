"""Whether a file is a workbook that can safely be opened, and why not."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems
from loaders.files.file_limits import FileLimits

OLD_CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_PARTS = 5_000
LARGEST_PART = 768 * 1024 * 1024
MOST_PACKED = 200
"""How many times smaller than its content a part over `PART_WATCHED` bytes may be."""
PART_WATCHED = 20 * 1024 * 1024
CHUNK = 1024 * 1024
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*[\"']([A-Z0-9:$]{1,40})[\"']")


class DamagedError(Exception):
    """The workbook's inside cannot be made sense of."""


def openable(data: bytes, file: str, limits: FileLimits, problems: Problems) -> ZipFile | None:
    """The parts of a workbook, or None after noting why it is not opened."""
    place = Place(file)
    if data.startswith(OLD_CONTAINER):
        if ENCRYPTED in data:
            problems.add(place, N_("The workbook is protected by a password. Save it without one."))
        else:
            problems.add(place, N_("This is an old Excel file (.xls). Open it in Excel and save it as .xlsx."))
        return None
    if not data.startswith(b"PK"):
        problems.add(place, N_("This is not an Excel workbook, whatever its name says. Save it from Excel as .xlsx."))
        return None
    try:
        archive = ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, EOFError, NotImplementedError):
        problems.add(place, N_("The workbook is damaged or cut short. Fetch it again, or save it again from Excel."))
        return None
    parts = archive.infolist()
    too_much = (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > limits.unpacked
        or any(part.file_size > LARGEST_PART for part in parts)
        or any(p.file_size > PART_WATCHED and p.file_size > MOST_PACKED * max(p.compress_size, 1) for p in parts)
    )
    if too_much:
        problems.add(place, N_("The workbook unpacks to far more than its size says. It is not opened."))
        return None
    return archive


def declares_entities(archive: ZipFile) -> bool:
    """True where any part has an XML document type, which no spreadsheet program writes."""
    return any(
        b"<!" in chunk and DECLARATION.search(chunk)
        for part in archive.infolist()
        if part.filename.endswith((".xml", ".rels", ".vml"))
        for chunk in _chunks(archive, part.filename)
    )


def merged_cells(archive: ZipFile, part: str) -> list[str]:
    """The merged areas of the sheet in `part`, such as ``A1:B2``."""
    found: dict[str, None] = {}
    for chunk in _chunks(archive, part):
        if b"mergeCell" in chunk:
            found |= dict.fromkeys(area.decode() for area in MERGED.findall(chunk))
    return list(found)


def made_by(path: Path) -> bytes:
    """What the workbook at `path` says of itself: who made it, and when; nothing where it is no workbook."""
    try:
        with ZipFile(path) as archive:
            return archive.read("docProps/core.xml")
    except (BadZipFile, KeyError, OSError):
        return b""


def _chunks(archive: ZipFile, part: str) -> Iterator[bytes]:
    try:
        with archive.open(part) as source:
            tail = b""
            while piece := source.read(CHUNK):
                yield tail + piece
                tail = piece[-200:]
    # zipfile and zlib have a dozen ways to say that a part is broken.
    except Exception as error:
        raise DamagedError from error
