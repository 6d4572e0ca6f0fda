"""What somebody's CapabilityStatement of the kind *requirements* demands, element by element, with its level."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.language.words import Words
from graph.ontology.vocabulary import RequirementLevel
from graph.tender.offer import Aspect
from graph.tender.requirement_set import Demand, Version
from loaders.files.document_node import DocumentNode
from loaders.tender import fhir_unjudged
from loaders.tender.fhir_combinations import combinations
from loaders.tender.fhir_names import (
    CLIENT,
    MODES,
    SYSTEM_LEVEL,
    expectation,
    media_names,
    named,
    operation_names,
    reference,
    with_expectations,
)
from loaders.tender.fhir_unjudged import Unjudged, unjudged, within_lists

SHALL, SHOULD = RequirementLevel.SHALL, RequirementLevel.SHOULD
LEVELS = {"SHALL": SHALL, "SHOULD": SHOULD}
LONGEST_ABOUT = 400
FORMATS, GUIDES, ACTORS, SECURITY, SYSTEM, STATEMENT, AS_CLIENT = (
    "Formats", "Guides", "Actors", "Security", "Server", "Statement", "Client",
)  # fmt: skip
TOGETHER, UNJUDGED = ".combinations", ".unjudged"
"""Added to the name of a resource type: requirements of their own, so that what is not said spoils nothing else."""


class Demanded(NamedTuple):
    """One demand: the requirement that it belongs to, how binding it is, and what is said about it."""

    name: str
    level: RequirementLevel
    demand: Demand | None
    about: str | None = None
    unjudged: str = ""
    """What is asked for where it is no demand that a file can be held against."""


def demands_of(node: DocumentNode) -> Iterator[Demanded]:
    """Every demand of the statement; what only may be there is left out."""
    for field in ("format", "patchFormat"):
        for level, text, _ in _listed(node, field, SHALL):
            yield Demanded(FORMATS, level, _demand(Aspect.FORMAT, text, media_names(text)))
    for level, text, _ in _listed(node, "implementationGuide", SHALL):
        name, version, also = named(text)
        yield Demanded(GUIDES, level, _demand(Aspect.STANDARD, name, also, version))
    for field in ("instantiates", "imports"):
        for level, text, _ in _listed(node, field, SHALL):
            name, version, _ = named(text)
            yield Demanded(ACTORS, level, _demand(Aspect.ACTOR, name, (), version))
    yield from _unjudged(STATEMENT, SHALL, unjudged(node, fhir_unjudged.WHOLE))
    for rest in node.each("rest"):
        mode = rest.get("mode").text
        if mode in (*MODES, CLIENT):
            yield from _client(rest) if mode == CLIENT else _rest(rest)
        else:
            yield Demanded(f"{STATEMENT}{UNJUDGED}", SHALL, None, None, f"rest: {mode}")


def _unjudged(name: str, own: RequirementLevel, found: Iterable[Unjudged]) -> Iterator[Demanded]:
    for each in found:
        level = LEVELS.get(each.level) if each.level else own
        if level:
            yield Demanded(f"{name}{UNJUDGED}", SHOULD if SHOULD in (level, own) else level, None, None, each.text)


def _client(rest: DocumentNode) -> Iterator[Demanded]:
    """What a client is to do. What it does with each resource type is judged; how it searches is not."""
    for resource in rest.each("resource"):
        type_, level = resource.get("type").text, _level(resource, SHALL)
        if type_ and level:
            name = f"{AS_CLIENT}.{type_}"
            for bound, codes in (_by_level(resource, "interaction", "code", level) or {level: ()}).items():
                about = _cut(resource.get("documentation").text)
                yield Demanded(name, bound, _demand(Aspect.CLIENT, type_, parts=codes), about)
            yield from _unjudged(name, level, (*unjudged(resource, fhir_unjudged.OF_CLIENT), *within_lists(resource)))
    yield from _unjudged(
        AS_CLIENT,
        SHALL,
        (*unjudged(rest.get("security"), fhir_unjudged.NOTHING_JUDGED), *unjudged(rest, fhir_unjudged.REST)),
    )


def _rest(rest: DocumentNode) -> Iterator[Demanded]:
    for service in rest.get("security").each("service"):
        names = [coding.get("code").text for coding in service.each("coding")] + [service.get("text").text]
        known = [name for name in names if name]
        if known and (level := _level(service, SHALL)):
            yield Demanded(SECURITY, level, _demand(Aspect.SECURITY, known[0], tuple(known[1:])))
    for resource in rest.each("resource"):
        type_, level = resource.get("type").text, _level(resource, SHALL)
        if type_ and level:
            about = resource.get("documentation").text
            for each in _resource(resource, type_, level):
                yield each if each.unjudged else each._replace(about=_cut(about))
    for level, codes in _by_level(rest, "interaction", "code", SHALL).items():
        yield Demanded(SYSTEM, level, _demand(Aspect.RESOURCE, SYSTEM_LEVEL, parts=codes))
    yield from _operations(rest, "", SHALL)
    yield from _unjudged(SECURITY, SHALL, unjudged(rest.get("security"), fhir_unjudged.SECURITY))
    yield from _unjudged(SYSTEM, SHALL, (*unjudged(rest, fhir_unjudged.REST), *within_lists(rest)))


def _cut(about: str | None) -> str | None:
    return f"{about[:LONGEST_ABOUT]}…" if about and len(about) > LONGEST_ABOUT else about


def _resource(resource: DocumentNode, type_: str, own: RequirementLevel) -> Iterator[Demanded]:
    codes = _by_level(resource, "interaction", "code", own)
    if not codes:
        yield Demanded(type_, own, _demand(Aspect.RESOURCE, type_))
    for level, parts in codes.items():
        yield Demanded(type_, level, _demand(Aspect.RESOURCE, type_, parts=parts))
    for level, parts in _by_level(resource, "searchParam", "name", own).items():
        yield Demanded(type_, level, _demand(Aspect.SEARCH, type_, parts=parts))
    for level, text, _ in _listed(resource, "supportedProfile", own):
        name, version, _ = named(text)
        yield Demanded(type_, level, _demand(Aspect.PROFILE, name, (), version))
    yield from _operations(resource, type_, own)
    for each in combinations(resource):
        if bound := _level(each.node, own):
            together = _demand(Aspect.COMBINATION, type_, parts=each.required)
            yield Demanded(f"{type_}{TOGETHER}", bound, together.model_copy(update={"optional": each.optional}))
    yield from _unjudged(type_, own, (*unjudged(resource, fhir_unjudged.RESOURCE), *within_lists(resource)))


def _operations(holder: DocumentNode, type_: str, own: RequirementLevel) -> Iterator[Demanded]:
    for operation in holder.each("operation"):
        names, level = operation_names(operation, type_), _level(operation, own)
        if names and level:
            yield Demanded(type_ or SYSTEM, level, _demand(Aspect.OPERATION, names[0], tuple(names[1:])))


def _demand(
    aspect: Aspect, name: str, also: tuple[str, ...] = (), version: str | None = None, parts: tuple[str, ...] = ()
) -> Demand:
    accepted = (Version(name=version),) if version else ()
    return Demand(aspect=aspect, name=Words(name, name), known_as=(name, *also), accepted=accepted, parts=parts)


def _level(node: DocumentNode, own: RequirementLevel, said: str | None = None) -> RequirementLevel | None:
    """The level, never stronger than of what it stands in; none where it only may, or should not, be there."""
    expected = said or expectation(node)
    level = LEVELS.get(expected) if expected else own
    return SHOULD if level and SHOULD in (level, own) else level


def _listed(
    node: DocumentNode, field: str, own: RequirementLevel
) -> Iterator[tuple[RequirementLevel, str, DocumentNode]]:
    """The texts of a list, whose levels stand beside it."""
    for item, said in with_expectations(node, field):
        text, level = reference(item), _level(item, own, said)
        if text and level:
            yield level, text, item


def _by_level(
    node: DocumentNode, field: str, name: str, own: RequirementLevel
) -> dict[RequirementLevel, tuple[str, ...]]:
    found: dict[RequirementLevel, tuple[str, ...]] = {}
    for each in node.each(field):
        text, level = each.get(name).text, _level(each, own)
        if text and level:
            found[level] = (*found.get(level, ()), text)
    return found
