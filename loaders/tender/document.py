"""A file that is handed in as a document: JSON, YAML or FHIR in XML, known by its content."""

import re
from typing import Any

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems
from loaders.files.document_node import DocumentNode
from loaders.files.encodings import decoded
from loaders.files.excess import note_size
from loaders.files.file_limits import FileLimits
from loaders.files.json_values import read_json
from loaders.files.plain_values import plain_values
from loaders.files.refusal import settle
from loaders.files.xml_elements import read_xml
from loaders.files.yaml_tree import tree
from loaders.tender.fhir_xml import resource
from loaders.tender.refused_offer import InvalidOfferError, as_an_offer, refuse

LIMITS = FileLimits(
    largest=16 * 1024 * 1024,
    unpacked=16 * 1024 * 1024,
    aliases=True,
    tags=True,
    too_large=N_("The file is larger than {most} MB. Hand in only the description, no data."),
    not_yaml=N_(
        "The file is neither JSON, XML nor correct YAML from here on ({reason}). "
        "It may be cut short: fetch it again, whole."
    ),
)
"""Statements that we know of are a tenth as large. OpenAPI documents have anchors, and tags do no harm."""
XML_LIMITS = LIMITS._replace(most_values=200_000)
"""An element costs more than a value."""
WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
BINARY = re.compile(rb"%PDF|\x89PNG|\xff\xd8\xff|GIF8|\xd0\xcf\x11\xe0|\{\\rtf|\x1f\x8b|BZh|7z\xbc\xaf")
"""How documents, snapshots and packed files begin that people hand in by mistake."""
WIDE_XML = (b"\xff\xfe<\0", b"\xfe\xff\0<")
"""How XML in UTF-16 begins, which says so itself."""


def document(data: bytes, file: str) -> DocumentNode:
    """The document in `data`.

    Raises:
        InvalidOfferError: it is too large, is in no format that is read, or is damaged, cut short or hostile.
    """
    problems = Problems()
    place = Place(file)
    if len(data) > LIMITS.largest:
        note_size(file, LIMITS, problems)
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    with as_an_offer():
        settle(problems)
        if not start:
            raise refuse(place, N_("The file is empty. Fetch it again."))
        if start == b"PK":
            raise refuse(place, N_("This is a packed file. Unpack it, and hand in the file that is in it."))
        if WEB_PAGE.match(data):
            raise refuse(
                place,
                N_("This is a web page and not the document itself. Sign in where it is kept, and fetch it again."),
            )
        if start[:1] == b"<" or data[:4] in WIDE_XML:
            root = read_xml(data, file, XML_LIMITS, problems)
            settle(problems)
            assert root is not None  # noqa: S101 - otherwise there was a problem
            return resource(root, file)
        value = _value(data, start, file, problems)
    if found := problems.in_order():
        raise InvalidOfferError(found[:1])  # what is no offer at all is wrong on every line
    return DocumentNode(value, file)


def _value(data: bytes, start: bytes, file: str, problems: Problems) -> Any:
    written = "\0" if BINARY.match(data) else decoded(data, file, problems)
    if written is None:
        return None
    if "\0" in written:
        raise refuse(
            Place(file), N_("This is not a text file. Hand in JSON, XML, YAML or the questionnaire's workbook.")
        )
    if start[:1] in b"{[":
        return read_json(written, file, LIMITS, problems)
    return plain_values(tree(written, file, LIMITS, problems))
