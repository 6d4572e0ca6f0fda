"""Requirement sets, and what the graph's facts say of a system, out of a snapshot of the graph.

A requirement that demands versions of one standard accepts any of them; what it demands of several standards it
demands all of. A guide of which it demands actors is demanded as these: to name the guide says nothing of the role.
The information that a requirement concerns is looked for only where it demands nothing else.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Literal

from rapidfuzz import process

from graph.errors import UnknownThingError
from graph.language.words import N_, Words
from graph.ontology import kinds
from graph.ontology.vocabulary import RequirementLevel
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import (
    DatedNode,
    InformationEntityNode,
    InformationModelNode,
    RequirementNode,
    RequirementSetNode,
)
from graph.tender.fhir_releases import is_fhir, release_names
from graph.tender.offer import Aspect
from graph.tender.requirement_set import Demand, RequirementOrigin, StatedRequirement, StatedRequirementSet, Version
from queries.compliance.demanded_actors import actors_of, guides
from queries.compliance.thing_names import aspect_of, names, standard_of, words
from queries.compliance.written_demands import operations, profiles, typed
from queries.meaning.succession import Publication


def requirement_sets(snapshot: Snapshot) -> list[RequirementSetNode]:
    """Every requirement set of the graph, in dictionary order."""
    return snapshot.all(kinds.RequirementSet)


def requirement_set(snapshot: Snapshot, id: str) -> StatedRequirementSet:
    """The requirement set with this id.

    Raises:
        UnknownThingError: there is none; names the nearest.
        OfferError: a requirement states resource types, parameters or profiles that cannot be read.
    """
    node = snapshot.get(kinds.RequirementSet, id)
    if node is None:
        raise no_such(snapshot, kinds.RequirementSet, id)
    return StatedRequirementSet(
        id=node.id,
        name=words(node),
        about=node.description,
        version=node.version,
        requirements=tuple(_requirement(each) for each in sorted(node.lists, key=_binding)),
    )


def _binding(node: RequirementNode) -> tuple[int, int]:
    """What shall be met first, then what should, then what states no level; each in dictionary order."""
    levels = [level.value for level in RequirementLevel]
    return levels.index(node.level) if node.level else len(levels), node.place


def no_such(snapshot: Snapshot, kind: type[kinds.System | kinds.RequirementSet], id: str) -> UnknownThingError:
    """That the graph has no thing of the kind with this id; names the nearest."""
    near = process.extractOne(id, [each.id for each in snapshot.all(kind)])
    return UnknownThingError(
        N_("There is no {kind} '{value}'. The nearest is: {near}."),
        kind=kind.words,
        value=id,
        near=near[0] if near else "–",
    )


def _requirement(node: RequirementNode) -> StatedRequirement:
    demands = (
        *_standards(node),
        *_models(node),
        *typed(node.id, Aspect.RESOURCE, node.fhir_resources),
        *typed(node.id, Aspect.SEARCH, node.fhir_search_parameters),
        *operations(node.fhir_operations),
        *profiles(node.id, node.fhir_profiles),
        *actors_of(node),
        *(Demand(aspect=Aspect.FORMAT, name=Words(each, each), known_as=(each,)) for each in node.formats or ()),
    )
    return StatedRequirement(
        id=node.id,
        name=words(node),
        level=RequirementLevel(node.level) if node.level else None,
        rationale=node.rationale,
        origins=tuple(_origin(each) for each in node.set_by),
        demands=demands or tuple(_entities(node)),
        grounds=(node.ref, *node.links("listed_in", "set_by", "demands")),
    )


def _origin(node: Node) -> RequirementOrigin:
    return RequirementOrigin(kind=node.kind, id=node.id, name=words(node), citation=node.field("citation"))


def version(node: DatedNode, *, of_fhir: bool = False) -> Version:
    """A version with all of its names; of FHIR also those that people write for the release."""
    name = str(node.field("version") or node.name)
    return Version(name=name, known_as=(*names(node), *(release_names(name) if of_fhir else ())))


def _standards(node: RequirementNode) -> Iterator[Demand]:
    wanted: dict[Publication, list[Publication]] = {}
    by_actors = guides(node)
    for each in node.demands:
        if each in by_actors:
            continue
        wanted.setdefault(standard_of(each), []).append(each)
    for standard, stated in wanted.items():
        versions = [each for each in stated if each is not standard]
        older, newer = _reached(versions, "supersedes"), _reached(versions, "superseded_by")
        told = partial(version, of_fhir=is_fhir(names(standard)))
        yield Demand(
            aspect=aspect_of(standard),
            name=words(standard),
            known_as=names(standard),
            accepted=tuple(told(each) for each in versions),
            superseded=tuple(told(each) for each in older),
            superseding=tuple(told(each) for each in newer),
            refs=(standard.ref, *(each.ref for each in versions)),
        )


def _reached(versions: Iterable[DatedNode], side: Literal["supersedes", "superseded_by"]) -> list[DatedNode]:
    """What is reached from the versions by following `side`, without themselves."""
    found: dict[DatedNode, None] = dict.fromkeys(versions)
    own, waiting = set(found), list(found)
    while waiting:
        for other in waiting.pop().side(side):
            if other not in found:
                found.setdefault(other)
                waiting.append(other)
    return [each for each in found if each not in own]


def _models(node: RequirementNode) -> Iterator[Demand]:
    for each in node.concerns:
        if isinstance(each, InformationModelNode):
            yield Demand(aspect=Aspect.MODEL, name=words(each), known_as=names(each), refs=(each.ref,))


def _entities(node: RequirementNode) -> Iterator[Demand]:
    for each in node.concerns:
        if isinstance(each, InformationEntityNode):
            yield Demand(aspect=Aspect.ENTITY, name=words(each), known_as=names(each), refs=(each.ref,))
