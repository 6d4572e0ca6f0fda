"""The words that stand over things and columns in a register: kinds, fields, relations, and our own few."""

from collections.abc import Callable, Iterable
from functools import cache

from graph.language.words import N_
from graph.ontology.declaration import Kind, Relation, Side
from graph.ontology.ontology import ONTOLOGY
from loaders.files.cells_and_problems import Cell, Problems
from loaders.sources.register.cells import converters
from loaders.sources.register.provenance import COLUMNS

DEFAULTS = "defaults"
RELATIONS, REGISTER, GUIDE, LISTS = "Relations", "Register", "Guide", "Lists"
FROM, RELATION, TO = ENDS = ("from", "relation", "to")
ID, NAME = "id", "name"


Ways = tuple[tuple[Relation, bool], ...]
"""What the name of a relation can mean: the relation, and whether it is read from its source."""


def _ways(names: Callable[[Side], Iterable[str]]) -> dict[str, Ways]:
    ways: dict[str, Ways] = {}
    for relation in ONTOLOGY.relations.values():
        for side in (Side(relation, True), Side(relation, False)):
            for name in names(side):
                ways[name] = tuple(dict.fromkeys((*ways.get(name, ()), (relation, side.outgoing))))
    return ways


WAYS = _ways(lambda side: [side.key])
LABELS = _ways(lambda side: [label.casefold() for label in side.words])


def ways(name: str) -> Ways | None:
    """What `name` can mean: the key of a relation, or its words in either language."""
    return WAYS.get(name) or LABELS.get(name.casefold())


OWN_FIELDS = {name: field for each in ONTOLOGY.relations.values() for name, field in each.attributes.items()}
"""The own fields of all relations; those of one name hold the same sort of value."""


@cache
def keys(kind: type[Kind]) -> tuple[str, ...]:
    """All that may be stated of a thing of `kind`."""
    return (*converters(kind), *ONTOLOGY.sides(kind), *COLUMNS)


def unknown_key(kind: type[Kind], key: Cell, problems: Problems) -> None:
    """Note that `key` is nothing that a thing of `kind` has, and where it would belong."""
    if found := ways(key.text):
        holders = dict.fromkeys(
            each.__name__
            for relation, outgoing in found
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
