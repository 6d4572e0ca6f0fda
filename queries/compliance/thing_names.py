"""What things of the graph go by, and which of them is the standard that a version is a version of."""

from graph.facts.facts import name_of
from graph.language.words import Words
from graph.ontology.vocabulary import StandardType
from graph.snapshot.node import Node
from graph.tender.offer import Aspect
from queries.meaning.succession import Publication

BY_TYPE: dict[str | None, Aspect] = {
    StandardType.TERMINOLOGY: Aspect.TERMINOLOGY,
    StandardType.SECURITY: Aspect.SECURITY,
}


def words(node: Node) -> Words:
    """The thing's name in both languages."""
    return name_of(node.id, node.fields)


def names(*nodes: Node | None) -> tuple[str, ...]:
    """Every name that the things go by."""
    found = [
        name
        for node in nodes
        if node is not None
        for name in (
            node.field("canonical"),
            node.id,
            node.field("name"),
            node.field("name_sv"),
            *(node.field("aliases") or ()),
        )
    ]
    return tuple(dict.fromkeys(str(name) for name in found if name))


def standard_of(node: Publication) -> Publication:
    """The standard that a version is a version of; a standard itself."""
    whole = node.side("version_of")
    return whole[0] if whole else node


def aspect_of(standard: Publication) -> Aspect:
    """What sort of standard it is, as demands and claims tell them apart."""
    return BY_TYPE.get(standard.field("standard_type"), Aspect.STANDARD)
