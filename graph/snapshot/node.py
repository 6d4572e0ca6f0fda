"""A thing of the snapshot, of whichever kind; each kind's own class of it is made in `graph.snapshot.typed_nodes`."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Self, TypeVar

from rapidfuzz import process

from graph.facts.facts import LinkKey, Properties, Ref
from graph.ontology.declaration import Side
from graph.ontology.ontology import ONTOLOGY

if TYPE_CHECKING:
    from graph.snapshot.typed_nodes import FieldName, FieldOf, SideName, SideOf

FIELDS = frozenset(name for kind in ONTOLOGY.kinds.values() for name in kind.model_fields) - {"id"}
SIDES: dict[str, Side] = {key: side for kind in ONTOLOGY.kinds.values() for key, side in ONTOLOGY.sides(kind).items()}
PLACE = attrgetter("place")
Result = TypeVar("Result")


class Node:
    """A thing of whichever kind.

    What a kind has is an attribute of its own class: ``system.lifecycle``, a field or None, and ``system.provides``,
    the things on that side. Of a thing of any kind, `field` and `side` may be asked for every name of the ontology,
    and one that its kind lacks is not stated. A name that the ontology lacks raises.
    """

    __slots__ = ("_worked_out", "born", "datasets", "fields", "id", "kind", "place", "run", "sides", "sort_key")

    def __init__(
        self,
        kind: str,
        id: str,
        sort_key: str,
        fields: Properties,
        born: int = 0,
        run: int = 0,
        datasets: tuple[str, ...] = (),
    ) -> None:
        self.kind, self.id, self.sort_key, self.fields = kind, id, sort_key, fields
        self.born, self.run = born, run
        """The run that created it, and the one that wrote what is most trusted of it last; 0 where no run did."""
        self.datasets = datasets
        """The datasets that state it, the most trusted first; none where only a scenario does."""
        self.sides: dict[SideName, tuple[Node, ...]] = {}
        """The sides on which something stands, each in dictionary order."""
        self._worked_out: dict[Any, Any] | None = None
        self.place = 0
        """Its number in dictionary order among all things of the snapshot."""

    @property
    def ref(self) -> Ref:
        """Which thing it is."""
        return Ref(self.kind, self.id)

    if TYPE_CHECKING:
        field: FieldOf
        """A field, whatever the kind; None where it is not stated."""
        side: SideOf
        """The things on a side, whatever the kind, in dictionary order."""
    else:

        def field(self, name):
            found = self.fields.get(name)
            if found is None and name not in FIELDS:
                raise KeyError(not_declared(name, FIELDS))
            return found

        def side(self, name):
            found = self.sides.get(name)
            if found is None:
                if name not in SIDES:
                    raise KeyError(not_declared(name, SIDES))
                return ()
            return found

    def once(self, work: "Callable[[Self], Result]") -> "Result":
        """What `work` makes of this node, worked out the first time; for what is asked of few nodes many times."""
        if self._worked_out is None:
            self._worked_out = {}
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        made: Result = self._worked_out[work]
        return made

    def link(self, side: "SideName", other: "Node") -> LinkKey:
        """The key of the relation called `side` from here, whichever way it is declared."""
        relation = side_called(side)
        ends = (self.ref, other.ref) if relation.outgoing else (other.ref, self.ref)
        return LinkKey(ends[0], relation.relation.name, ends[1])

    def links(self, *sides: "SideName") -> Iterator[LinkKey]:
        """The keys of all relations called `sides` from here."""
        for side in sides:
            for other in self.side(side):
                yield self.link(side, other)

    def __repr__(self) -> str:
        return f"<{self.kind}/{self.id}>"


def not_declared(name: str, names: Iterable[str]) -> str:
    """That the ontology has no such name there, with the one that is most like it."""
    near = process.extractOne(name, list(names), score_cutoff=60)
    return f"no field or relation is called {name!r}{f'; the nearest is {near[0]!r}' if near else ''}"


def side_called(name: str) -> Side:
    """What the ontology declares of a side.

    Raises:
        KeyError: no kind has it; the nearest name is told.
    """
    try:
        return SIDES[name]
    except KeyError:
        raise KeyError(not_declared(name, SIDES)) from None


def side_name(text: str) -> "SideName":
    """A side's name that is read from a declaration or from elsewhere, and not spelled.

    Raises:
        KeyError: no kind has it; the nearest name is told.
    """
    name: SideName = side_called(text).key  # type: ignore[assignment]  # it is one of them: SIDES has it
    return name


def field_name(text: str) -> "FieldName":
    """A field's name that is read from a declaration or from elsewhere, and not spelled.

    Raises:
        KeyError: no kind has it; the nearest name is told.
    """
    if text not in FIELDS:
        raise KeyError(not_declared(text, FIELDS))
    name: FieldName = text  # type: ignore[assignment]  # it is one of them
    return name
