"""Reads an offer from a file, whose format is known by its content and never by its name."""

from pathlib import Path

from graph.errors import OfferError
from graph.facts.places import Place
from graph.language.words import N_
from graph.tender.offer import Offer
from loaders.files.cells_and_problems import shown
from loaders.files.document_node import DocumentNode
from loaders.files.folder import whole
from loaders.files.refusal import UnreadableFileError
from loaders.tender import capability_statement, openapi, questionnaire
from loaders.tender.document import LIMITS, document
from loaders.tender.refused_offer import InvalidOfferError, refuse

PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a workbook begins: a new one, and an old or protected one."""
KNOWN = "FHIR CapabilityStatement (JSON, XML), OpenAPI (JSON, YAML), Samband (xlsx)"


def read_offer(data: bytes, file: str) -> Offer:
    """The offer in `data`; `file` is what messages and claims call it.

    Raises:
        InvalidOfferError: it is no offer, or cannot be read; every problem is told with its place.
    """
    if data.startswith(PACKED):
        return questionnaire.read(data, file)
    node = document(data, file)
    if statement := capability_statement.recognised(node):
        return capability_statement.read(statement)
    if openapi.recognised(node):
        return openapi.read(node)
    raise _unknown(node)


def read_offer_file(path: Path) -> Offer:
    """The offer in the file at `path`.

    Raises:
        OfferError: there is no such file, it may not be read, or it is no offer.
    """
    return read_offer(content(path), path.name)


def content(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        OfferError: there is no such file, it is too large, or it may not be read.
    """
    try:
        return whole(path, LIMITS)
    except UnreadableFileError as error:
        raise OfferError("{problem}", problem=error) from error


def _unknown(node: DocumentNode) -> InvalidOfferError:
    """What the file is instead, where that can be told."""
    place = Place(node.file)
    if type_ := node.get("resourceType").text:
        return refuse(
            place,
            N_(
                "This is FHIR, but of the type {type} and not CapabilityStatement. "
                "Fetch the one that the server gives at /metadata."
            ),
            type=shown(type_),
        )
    for key in ("openapi", "swagger", "asyncapi"):
        if version := node.get(key).text:
            return refuse(
                place,
                N_("This is {format} {version}, which is not read. These are: OpenAPI 2.0, 3.0 and 3.1."),
                format=key,
                version=shown(version),
            )
    return refuse(place, N_("This is no offer that can be read. These can: {known}."), known=KNOWN)
