"""A file as a document: JSON, YAML or XML, never trusted, and refused with the place of what is wrong with it."""

import json
import re
from typing import Any

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.folder import text
from loaders.files.refusal import refuse, settle
from loaders.files.spot import Spot
from loaders.files.written import Problems, shown
from loaders.files.xml_values import read_xml
from loaders.files.yaml_values import MOST_VALUES, read_yaml

LARGEST = 16 * 1024 * 1024
"""Bytes; the largest capability statement that we know of is a tenth of it."""
DEEPEST = 100
WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


BINARY = re.compile(rb"%PDF|\x89PNG|\xff\xd8\xff|GIF8|\xd0\xcf\x11\xe0|\{\\rtf|\x1f\x8b|BZh|7z\xbc\xaf")
"""How documents, snapshots and packed files begin that people hand in by mistake."""


class _RepeatedError(ValueError):
    """A name stands twice in one JSON object."""


def document(data: bytes, file: str) -> Spot:
    """The document in `data`.

    Raises:
        InvalidOfferError: it is too large, is in no format that is read, or is damaged, cut short or hostile.
    """
    place = Place(file)
    if len(data) > LARGEST:
        raise refuse(
            place, N_("The file is larger than {most} MB. Hand in only the description, no data."), most=LARGEST >> 20
        )
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    if not start:
        raise refuse(place, N_("The file is empty. Fetch it again."))
    if start == b"PK":
        raise refuse(place, N_("This is a packed file. Unpack it, and hand in the file that is in it."))
    if WEB_PAGE.match(data):
        raise refuse(
            place, N_("This is a web page and not the document itself. Sign in where it is kept, and fetch it again.")
        )
    if start[:1] == b"<" or _wide_xml(data):
        return read_xml(data, file)
    problems = Problems()
    written = "\0" if BINARY.match(data) else text(data, file, problems)
    settle(problems)
    if written is None or "\0" in written:
        raise refuse(place, N_("This is not a text file. Hand in JSON, XML, YAML or the questionnaire's workbook."))
    if start[:1] in b"{[":
        if data.count(b",") > MOST_VALUES:
            raise refuse(place, N_("The file holds more than {most} values. It is not read."), most=f"{MOST_VALUES:,}")
        return Spot(read_json(written, file), file)
    return Spot(read_yaml(written, file), file)


def _wide_xml(data: bytes) -> bool:
    """True for XML in UTF-16, which says so itself."""
    return data[:4] in (b"\xff\xfe<\0", b"\xfe\xff\0<")


def read_json(written: str, file: str) -> Any:
    """The value that is written, numbers as they are written.

    Raises:
        InvalidOfferError: it is cut short, is not JSON, says something twice or is nested too deep.
    """
    try:
        value = json.loads(
            written, object_pairs_hook=_object, parse_constant=_no_constant, parse_int=_number, parse_float=str
        )
    except json.JSONDecodeError as error:
        cut = error.pos >= len(written.rstrip()) - 1 or error.msg.startswith("Unterminated")
        problem = (
            N_("The file ends in the middle ({reason}): it is cut short. Fetch it again, whole.")
            if cut
            else N_(
                "The file is not correct JSON from here on ({reason}). "
                "Fetch it again, or have it corrected by whoever made it."
            )
        )
        raise refuse(Place(file, error.lineno, str(error.colno)), problem, reason=of_parser(error.msg)) from error
    except _RepeatedError as error:
        raise refuse(
            Place(file),
            N_('"{value}" stands twice in one JSON object, so it is not clear which counts. Keep one.'),
            value=shown(str(error)),
        ) from error
    except RecursionError as error:
        raise refuse(
            Place(file), N_("The file is nested more than {most} levels deep. It is not read."), most=DEEPEST
        ) from error
    except ValueError as error:
        raise refuse(
            Place(file), N_("The file has a number that JSON does not allow ({reason})."), reason=shown(str(error))
        ) from error
    if not _shallow(value):
        raise refuse(Place(file), N_("The file is nested more than {most} levels deep. It is not read."), most=DEEPEST)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _RepeatedError(name)
        found[name] = value
    return found


def _number(digits: str) -> str:
    """A whole number as written; nothing is calculated with it."""
    return digits


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _shallow(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [child for each in level for child in _children(each)]
        if not level:
            return True
    return False


def _children(value: Any) -> list[Any]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [child for child in inside if isinstance(child, dict | list)]
