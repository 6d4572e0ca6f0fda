"""What a register writes of FHIR in text (``Patient: read, search-type``) as demands."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import process

from graph.errors import OfferError
from graph.facts.facts import Ref
from graph.language.words import N_, Words
from graph.tender.offer import Aspect
from graph.tender.requirement_set import INTERACTIONS, Category, Demand, Version

SERVER = "server"
"""Stands for a resource type where interactions of the whole server are meant."""
OF_SERVER = ("transaction", "batch", "search-system", "history-system")
CLIENT = "client "
"""Stands before a resource type where what a client does with it is meant."""
TYPE = re.compile(r"[A-Z][A-Za-z]+|server")


def typed(requirement: str, aspect: Aspect, texts: Iterable[str] | None) -> Iterator[Demand]:
    """Resource types with their interactions, or with their search parameters.

    Raises:
        OfferError: a text is not a resource type with what is demanded of it.
    """
    for text in texts or ():
        of_client = aspect is Aspect.RESOURCE and text.startswith(CLIENT)
        type_, _, rest = text.removeprefix(CLIENT if of_client else "").partition(":")
        parts = tuple(part.strip() for part in rest.split(",") if part.strip())
        if not TYPE.fullmatch(type_.strip()) or (aspect is Aspect.SEARCH and not parts):
            raise OfferError(
                N_(
                    'The requirement {id} states "{value}". '
                    "Write a FHIR resource type and what is demanded of it: {example}."
                ),
                id=requirement,
                value=text,
                example="Patient: read, search-type" if aspect is Aspect.RESOURCE else "Patient: identifier, name",
            )
        together = [part for part in parts if aspect is Aspect.SEARCH and "+" in part]
        for part in together:
            names = tuple(name.strip() for name in part.split("+") if name.strip())
            yield Demand(aspect=Aspect.COMBINATION, name=Words(type_.strip(), type_.strip()), parts=names)
        parts = tuple(part for part in parts if part not in together)
        if together and not parts:
            continue
        if aspect is Aspect.RESOURCE:
            _known(requirement, type_.strip(), parts)
        sort = Aspect.CLIENT if of_client else aspect
        yield Demand(aspect=sort, name=Words(type_.strip(), type_.strip()), parts=parts)


def _known(requirement: str, type_: str, parts: tuple[str, ...]) -> None:
    allowed = OF_SERVER if type_ == SERVER else INTERACTIONS
    for part in parts:
        if part not in allowed:
            raise OfferError(
                N_(
                    'The requirement {id} demands the interaction "{value}" of {type}, which FHIR does not have. '
                    "The nearest is {near}."
                ),
                id=requirement,
                value=part,
                type=type_,
                near=process.extractOne(part, allowed)[0],
            )


def operations(texts: Iterable[str] | None) -> Iterator[Demand]:
    """Operations, by name (``Patient: $match``) or by canonical address."""
    for text in texts or ():
        name = text
        if not _is_address(text):
            type_, _, operation = text.rpartition(":")
            bare = f"${operation.rpartition('$')[2].strip()}"
            name = f"{type_.strip()}: {bare}" if type_ else bare
        yield Demand(aspect=Aspect.OPERATION, name=Words(name, name), known_as=(text, name))


def actors(
    requirement: str, texts: Iterable[str] | None, categories: tuple[Category, ...], refs: tuple[Ref, ...]
) -> Iterator[Demand]:
    """One of some actors, each by the canonical address of its statement, for information of the categories.

    Raises:
        OfferError: a text is not an address.
    """
    found = [(text, *text.partition("|")[::2]) for text in texts or ()]
    for text, address, _ in found:
        if not _is_address(address):
            raise OfferError(
                N_('The requirement {id} states the actor "{value}". Write its canonical address: {example}.'),
                id=requirement,
                value=text,
                example="http://hl7.eu/fhir/health-data-api/CapabilityStatement/...",
            )
    if found:
        name = " / ".join(address.rpartition("/")[2] for _, address, _ in found)
        yield Demand(
            aspect=Aspect.ACTOR, name=Words(name, name), known_as=tuple(address for _, address, _ in found),
            accepted=tuple(Version(name=each) for each in dict.fromkeys(version for *_, version in found) if each),
            categories=categories, refs=refs,
        )  # fmt: skip


def profiles(requirement: str, texts: Iterable[str] | None) -> Iterator[Demand]:
    """Profiles, by canonical address, with ``|version`` where one is demanded.

    Raises:
        OfferError: a text is not an address.
    """
    for text in texts or ():
        address, _, version = text.partition("|")
        if not _is_address(address):
            raise OfferError(
                N_('The requirement {id} states the profile "{value}". Write its canonical address: {example}.'),
                id=requirement,
                value=text,
                example="http://hl7.se/fhir/ig/base/StructureDefinition/...|1.1.0",
            )
        accepted = (Version(name=version),) if version else ()
        yield Demand(aspect=Aspect.PROFILE, name=Words(address, address), known_as=(address,), accepted=accepted)


def _is_address(text: str) -> bool:
    return "://" in text or text.startswith("urn:")
