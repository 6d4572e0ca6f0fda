"""The actors that a requirement of the graph demands, and the information that they are wanted for."""

from collections.abc import Iterator

from graph.ontology.vocabulary import StandardType
from graph.snapshot.typed_nodes import InformationEntityNode, RequirementNode, StandardNode
from graph.tender.offer import plain
from graph.tender.requirement_set import Category, Demand
from queries.compliance.actor_findings import guide_of
from queries.compliance.thing_names import names, words
from queries.compliance.written_demands import actors


def guides(node: RequirementNode) -> list[StandardNode]:
    """The demanded standards whose actors are demanded: to follow such a guide is to take on one of them."""
    bases = {guide_of(each) for each in node.fhir_actors or ()}
    return [
        each for each in node.demands
        if isinstance(each, StandardNode) and not bases.isdisjoint(map(plain, names(each)))
    ]  # fmt: skip


def actors_of(node: RequirementNode) -> Iterator[Demand]:
    """The demand for one of the actors, where the requirement states any.

    Raises:
        OfferError: an actor is not stated by an address.
    """
    whole = guides(node)
    publishers = {each.publisher for each in whole if each.publisher}
    categories = tuple(
        Category(name=words(each), known_as=_guides_for(each, publishers))
        for each in node.concerns
        if isinstance(each, InformationEntityNode)
    )
    yield from actors(node.id, node.fhir_actors, categories, tuple(each.ref for each in whole))


def _guides_for(entity: InformationEntityNode, publishers: set[str]) -> tuple[str, ...]:
    """What the content guides for an information entity go by, of the publisher of the actors where that is known."""
    return tuple(
        name
        for each in entity.expressed_by
        if isinstance(each, StandardNode) and each.standard_type == StandardType.PROFILE
        if not publishers or each.publisher in publishers
        for name in names(each, *each.has_version)
    )
