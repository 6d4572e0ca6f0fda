"""The words that stand over things and columns in a register: kinds, fields, relations, and our own few."""

from functools import cache

from graph.declaration import Kind, Relation, Side
from graph.ontology import ONTOLOGY
from graph.words import N_
from loaders.register.cells import converters
from loaders.register.places import Cell, Problems
from loaders.register.provenance import COLUMNS

DEFAULTS = "defaults"
RELATIONS, REGISTER, GUIDE, LISTS = "Relations", "Register", "Guide", "Lists"
FROM, RELATION, TO = ENDS = ("from", "relation", "to")
ID, NAME = "id", "name"


def _ways() -> dict[str, tuple[tuple[Relation, bool], ...]]:
    ways: dict[str, tuple[tuple[Relation, bool], ...]] = {}
    for relation in ONTOLOGY.relations.values():
        for word, outgoing in ((relation.forward_key, True), (relation.inverse_key, False)):
            ways[word] = (*ways.get(word, ()), (relation, outgoing))
    return ways


WAYS = _ways()
"""What the key of a relation can mean: the relation, and whether it is read from its source."""

OWN_FIELDS = tuple(dict.fromkeys(name for each in ONTOLOGY.relations.values() for name in each.attributes))
"""The own fields of all relations."""


@cache
def keys(kind: type[Kind]) -> tuple[str, ...]:
    """All that may be stated of a thing of `kind`."""
    return (*converters(kind), *ONTOLOGY.sides(kind), *COLUMNS)


def unknown_key(kind: type[Kind], key: Cell, problems: Problems) -> None:
    """Note that `key` is nothing that a thing of `kind` has, and where it would belong."""
    if ways := WAYS.get(key.text):
        holders = dict.fromkeys(
            each.__name__
            for relation, outgoing in ways
            for each in (relation.sources if outgoing else relation.targets)
        )
        problems.add(
            key.place,
            N_('"{value}" is a relation that {kind} does not have. It belongs to: {kinds}.'),
            value=key.text,
            kind=kind.__name__,
            kinds=", ".join(holders),
        )
    else:
        problems.add(
            key.place,
            N_('"{value}" is neither a field nor a relation of {kind}.'),
            value=key.text,
            among=keys(kind),
            kind=kind.__name__,
        )


def unknown_own_field(side: Side, key: Cell, problems: Problems) -> None:
    """Note that `key` is no field of the relation."""
    own = tuple(converters(side.relation.fields))
    text = (
        N_('"{value}" is not a field of the relation {relation}, which has: {allowed}.')
        if own
        else N_('"{value}" is not a field of the relation {relation}, which has only: {allowed}.')
    )
    problems.add(
        key.place, text, value=key.text, among=(*own, *COLUMNS), relation=side.key, allowed=", ".join((*own, *COLUMNS))
    )
