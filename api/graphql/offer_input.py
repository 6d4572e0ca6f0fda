"""Offers as input of GraphQL: files and claims that are given with the question."""

import base64
import binascii
from typing import Any

import strawberry

from api.graphql import type_building
from api.graphql.graphql_values import choice_type, plain
from api.graphql.type_building import Member
from graph.errors import OfferError
from graph.language.words import N_
from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import Aspect, Claim, Format, Offer, Says, together
from loaders.tender.offer_reading import read_offer


def own_enum(choice: type[Choice], name: str) -> Any:
    """The GraphQL enum of a closed list, under a name of its own."""
    values = {each.name: (each.value, f"{each.words.en} · {each.words.sv}") for each in choice}
    return type_building.enum_type(name, " ".join((choice.__doc__ or "").split()), values)


ASPECT: Any = own_enum(Aspect, "ComplianceAspect")
SAYS: Any = own_enum(Says, "OfferAnswer")
EVIDENCE: Any = choice_type(EvidenceLevel)


FileInput: Any = type_building.input_type(
    "OfferFileInput",
    "A file of an offer: a FHIR CapabilityStatement, an OpenAPI document or a questionnaire that was filled in.",
    [
        Member("name", str | None, "What messages and places call it"),
        Member("content", str | None, "The file as text"),
        Member("base64", str | None, "The file in base64, for a workbook"),
    ],
)
ClaimInput: Any = type_building.input_type(
    "OfferClaimInput",
    "One thing that an offer says of itself.",
    [
        Member("aspect", ASPECT, "What it is about"),
        Member("name", str, "The standard, profile, resource type, requirement id, ... by name or canonical address"),
        Member("version", str | None, "Which version of it"),
        Member("parts", list[str] | None, "Interactions of a resource type, or search parameters"),
        Member("says", SAYS | None, "What is claimed; YES where it is left out"),
        Member("evidence", EVIDENCE | None, "How well it is established; DECLARED where it is left out"),
        Member("place", str | None, "Where it can be read"),
        Member("note", str | None, "What else there is to say"),
    ],
)
OfferInput: Any = type_building.input_type(
    "OfferInput",
    "An offer that is not a system of the graph, in files or claims; what one says, another can contradict. "
    "A request may be 256 kB; larger files go to the page /compliance or the command samband comply.",
    [
        Member("name", str | None, "What the offer is called; by its first file where it is left out"),
        Member("files", list[FileInput] | None, "Its files"),
        Member("claims", list[ClaimInput] | None, "What it says of itself, beside the files"),
    ],
)


def offer_given(given: Any, number: int) -> Offer:
    """The offer that is given as the one with this number.

    Raises:
        OfferError: it has neither files nor claims, or a file cannot be read.
    """
    name = _said(given.name)
    read = [_file(each, number, place) for place, each in enumerate(_said(given.files) or [], 1)]
    claims = tuple(_claim(each, place) for place, each in enumerate(_said(given.claims) or [], 1))
    if claims:
        read.append(Offer(name=name or f"Offer {number}", formats=(Format.CLAIMS,), claims=claims))
    if not read:
        raise OfferError(N_("Offer {number} has neither files nor claims. Give it one of them."), number=number)
    return together(name or read[0].name, read)


def _file(given: Any, number: int, place: int) -> Offer:
    name = _said(given.name) or f"offers/{number - 1}/files/{place - 1}"
    content, packed = _said(given.content), _said(given.base64)
    if (content is None) == (packed is None):
        raise OfferError(N_("{file}: give either content or base64."), file=name)
    try:
        data = content.encode() if content is not None else base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError) as error:
        raise OfferError(N_("{file}: base64 cannot be read. Encode the file again."), file=name) from error
    return read_offer(data, name)


def _claim(given: Any, number: int) -> Claim:
    said = {
        "version": _said(given.version), "parts": tuple(_said(given.parts) or ()), "says": _said(given.says),
        "evidence": _said(given.evidence), "note": _said(given.note),
    }  # fmt: skip
    return Claim(
        aspect=plain(given.aspect),
        name=given.name,
        place=_said(given.place) or f"claims/{number - 1}",
        **{name: plain(value) for name, value in said.items() if value is not None},
    )


def _said(value: Any) -> Any:
    """What is given, or None where it is left out."""
    return None if value is strawberry.UNSET else value
