"""One class of node for each kind, made from the ontology when it is imported: ``SystemNode``, ``ExchangeNode``, ...

A class has what its kind has, and nothing else: a misspelt field or relation raises, and so does another kind's. What
the type checker sees of this file is `typed_nodes.pyi`, which ``make docs`` writes from the ontology.
"""

from functools import reduce
from operator import or_
from types import UnionType
from typing import Literal

from graph.facts.facts import LinkKey, Properties
from graph.ontology import kinds
from graph.ontology.declaration import DeclarationError, Kind
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import FIELDS, PLACE, SIDES, Node, not_declared

LINK_FIELDS = frozenset(name for each in ONTOLOGY.relations.values() for name in each.attributes)
FieldName, SideName, LinkFieldName = (Literal[tuple(sorted(names))] for names in (FIELDS, SIDES, LINK_FIELDS))

if _taken := {name for name in (*FIELDS, *SIDES) if hasattr(Node, name)} - {"id"}:
    raise DeclarationError(f"{', '.join(sorted(_taken))}: a thing of the snapshot has that already; call it otherwise")


def _field(name: str) -> property:
    return property(lambda node: node.fields.get(name))


def _side(name: str) -> property:
    return property(lambda node: node.sides.get(name, ()))


def _of_kind(kind: type[Kind]) -> type[Node]:
    own = {name: _field(name) for name in kind.model_fields if name != "id"}
    own |= {name: _side(name) for name in ONTOLOGY.sides(kind)}
    return type(
        f"{kind.__name__}Node", (Node,), {"__slots__": (), "__doc__": kind.__doc__, "__module__": __name__, **own}
    )


CLASSES: dict[str, type[Node]] = {name: _of_kind(kind) for name, kind in ONTOLOGY.kinds.items()}
globals().update({made.__name__: made for made in CLASSES.values()})
globals().update(
    {
        f"{name}Node": reduce(or_, (CLASSES[kind.__name__] for kind in union.__args__))
        for name, union in vars(kinds).items()
        if isinstance(union, UnionType)
    }
)


def new_node(
    kind: str,
    id: str,
    sort_key: str,
    fields: Properties,
    born: int = 0,
    run: int = 0,
    datasets: tuple[str, ...] = (),
) -> Node:
    """A thing of the kind."""
    return CLASSES[kind](kind, id, sort_key, fields, born, run, datasets)


class Things:
    """The things of a snapshot by their kind, and what is said of their relations."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, Node]] = {kind: {} for kind in ONTOLOGY.kinds}
        self._said: dict[LinkKey, Properties] = {}

    def all(self, *kinds: type[Kind]) -> list[Node]:
        if len(kinds) == 1:
            return list(self._of[kinds[0].__name__].values())
        return sorted((node for kind in kinds for node in self._of[kind.__name__].values()), key=PLACE)

    def get(self, kind: type[Kind] | str, id: str | None) -> Node | None:
        of_kind = self._of.get(kind if isinstance(kind, str) else kind.__name__, {})
        return of_kind.get(id) if id is not None else None

    def stated(self, link: LinkKey, field: str) -> object:
        found = self._said[link].get(field) if link in self._said else None
        if found is None and field not in LINK_FIELDS:
            raise KeyError(not_declared(field, LINK_FIELDS))
        return found
