"""A copy of the graph at one revision, to think with: every thing with its fields, every relation both ways.

What a question looks at is read from here and not from the database, so that it may follow any path, and so that the
same question can be asked of another day (`graph.snapshot.days`) or of a changed graph (`graph.scenarios.steps`). Who
says a fact, and where, is not copied: it is read for the rows that are shown.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from graph.facts.facts import Fact, LinkKey, Properties, Ref, ThingFact
from graph.facts.run_changes import RunChange
from graph.language.collation import sort_key
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import PLACE, SIDES, Node, side_name
from graph.snapshot.typed_nodes import SideName, Things, new_node

Result = TypeVar("Result")


class RelationColumns(NamedTuple):
    """Relations of one type between things of two kinds, as columns."""

    relation: str
    source: str
    """The kind that they go from."""
    target: str
    """The kind that they go to."""
    starts: list[str]
    ends: list[str]
    said: list[Properties]
    """The relations' own fields, in the same order; empty where the type has none."""


class RunRecord(NamedTuple):
    """What one run changed."""

    number: int
    dataset: str
    ended: str
    """When, as ISO 8601 in UTC."""
    links: tuple[int, int, int]
    """How many relations were created, changed and deleted."""
    gone: tuple[str, ...]
    """The things that were deleted, as `GoneThing` is stored; the first of them where they are very many."""
    gone_total: int
    kept: str = ""
    """What it changed from what to what, as it is stored; the first of it where it is very much."""
    unchanged: bool = False
    """Nothing was created, changed or deleted: rows moved, or a dataset got another name."""

    def changes(self) -> list[RunChange]:
        """What it changed from what to what."""
        return RunChange.read(self.kept)


class Snapshot(Things):
    """All things and relations at one revision. It is never changed; what differs from it is another snapshot."""

    def __init__(
        self,
        revision: int,
        nodes: Iterable[Node],
        relations: Iterable[RelationColumns] = (),
        runs: Iterable[RunRecord] = (),
    ) -> None:
        self.revision = revision
        self.runs = tuple(runs)
        """Every run that changed the graph, the first one first."""
        super().__init__()
        self._put(nodes)
        self._worked_out: dict[Any, Any] = {}
        self._relate(relations)

    def _put(self, nodes: Iterable[Node]) -> None:
        """Hold the nodes, and number them in dictionary order."""
        for of_kind in self._of.values():
            of_kind.clear()
        for place, node in enumerate(sorted(nodes, key=lambda n: (n.sort_key, n.id, n.kind))):
            node.place = place
            self._of[node.kind][node.id] = node

    def _relate(self, relations: Iterable[RelationColumns]) -> None:
        """Join the nodes; a relation whose ends are not both here is left out.

        Nodes that are joined to the same others share one tuple of them: most tuples are short, and many are alike.
        """
        for relation, source, target, starts, ends, said in relations:
            declared = ONTOLOGY.relations[relation]
            forward, inverse = side_name(declared.forward_key), side_name(declared.inverse_key)
            sources, targets = self._of[source], self._of[target]
            alike: dict[tuple[Node, ...], tuple[Node, ...]] = {}
            there: dict[Node, list[Node]] = {}
            back: dict[Node, list[Node]] = {}
            for start, end in zip(starts, ends, strict=True):
                if start in sources and end in targets:
                    there.setdefault(sources[start], []).append(targets[end])
                    back.setdefault(targets[end], []).append(sources[start])
            for key, found in ((forward, there), (inverse, back)):
                for node, others in found.items():
                    joined = tuple(sorted((*node.sides.get(key, ()), *others), key=PLACE))
                    node.sides[key] = alike.setdefault(joined, joined)
            for start, end, fields in zip(starts, ends, said, strict=False):
                if fields:
                    self._said[LinkKey(Ref(source, start), relation, Ref(target, end))] = fields

    @classmethod
    def of_facts(cls, facts: Iterable[Fact], revision: int = 0) -> "Snapshot":
        """The snapshot of `facts`, each thing and relation stated once."""
        nodes: list[Node] = []
        relations: dict[tuple[str, str, str], RelationColumns] = {}
        for fact in facts:
            if isinstance(fact, ThingFact):
                fields = {name: value for name, value in fact.fields.items() if name != "id" and value is not None}
                nodes.append(new_node(fact.kind.__name__, fact.id, sort_key(str(fields.get("name", fact.id))), fields))
            else:
                pair = fact.relation.name, fact.source.kind, fact.target.kind
                columns = relations.setdefault(pair, RelationColumns(*pair, [], [], []))
                columns.starts.append(fact.source.id)
                columns.ends.append(fact.target.id)
                columns.said.append(fact.fields)
        return cls(revision, nodes, relations.values())

    def of_kind(self, kind: str) -> Mapping[str, Node]:
        """The things of a kind by id, in dictionary order."""
        return self._of[kind]

    def listed(self, kind: str) -> Sequence[Node]:
        """The things of a kind in dictionary order, in the same list each time."""
        if kind not in self._worked_out:
            self._worked_out[kind] = list(self._of[kind].values())
        listed: Sequence[Node] = self._worked_out[kind]
        return listed

    def said(self, link: LinkKey) -> Properties:
        """The relation's own fields; empty where none is stated."""
        return self._said.get(link, {})

    def once(self, work: "Callable[[Snapshot], Result]") -> Result:
        """What `work` makes of this snapshot, worked out the first time that it is asked for."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        made: Result = self._worked_out[work]
        return made

    def with_fields(self) -> Collection[LinkKey]:
        """The relations that have fields of their own."""
        return self._said.keys()

    def __len__(self) -> int:
        return sum(map(len, self._of.values()))

    def __iter__(self) -> Iterator[Node]:
        for of_kind in self._of.values():
            yield from of_kind.values()

    def relations(self) -> Iterator[LinkKey]:
        """Every relation."""
        for node in self:
            yield from node.links(*(key for key in node.sides if SIDES[key].outgoing))

    def changed(
        self,
        *,
        without: Collection[Ref] = (),
        untied: Collection[LinkKey] = (),
        fields: Mapping[Ref, Properties] | None = None,
        things: Iterable[Node] = (),
        relations: Iterable[RelationColumns] = (),
    ) -> "Snapshot":
        """Another snapshot: things and relations taken away, fields changed (None: not stated), others added."""
        gone, given = set(without), fields or {}
        fresh: dict[Node, Node] = {}
        for old in self:
            ref = old.ref
            if ref not in gone:
                own = {**old.fields, **given[ref]} if ref in given else old.fields
                stated = {name: value for name, value in own.items() if value is not None}
                fields_now = stated if ref in given else own
                fresh[old] = new_node(old.kind, old.id, old.sort_key, fields_now, old.born, old.run, old.datasets)
        other = Snapshot(self.revision, [*fresh.values(), *things], runs=self.runs)
        cut = {key for link in untied for key in _both_ways(link)}
        alike: dict[tuple[Node, ...], tuple[Node, ...]] = {}
        for old, new in fresh.items():
            for key, others in old.sides.items():
                kept = tuple(fresh[each] for each in others if each in fresh)
                if cut:
                    kept = tuple(each for each in kept if (new.ref, key, each.ref) not in cut)
                if kept:
                    new.sides[key] = alike.setdefault(kept, kept)
        dropped = set(untied)
        other._said = {link: said for link, said in self._said.items() if link not in dropped}
        other._relate(relations)
        return other


class Draft(Snapshot):
    """A copy of a snapshot that is changed in place, until it is handed on as a snapshot."""

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Draft":
        """A copy of `snapshot`, which stays as it is."""
        draft = cls(snapshot.revision, (), runs=snapshot.runs)
        copy = snapshot.changed()
        draft._of, draft._said = copy._of, copy._said
        return draft

    def change(
        self, *, without: Iterable[Node] = (), things: Collection[Node] = (), relations: Iterable[RelationColumns] = ()
    ) -> None:
        """Take things away, with their relations, and then add others."""
        for node in without:
            del self._of[node.kind][node.id]
            for key, others in list(node.sides.items()):
                back = other_side(key)
                for each in others:
                    each.sides[back] = tuple(other for other in each.sides[back] if other is not node)
                    if not each.sides[back]:
                        del each.sides[back]
        if things:
            self._put([*self, *things])
        self._relate(relations)


def other_side(key: SideName) -> SideName:
    """What a side is called from its other end."""
    relation = SIDES[key].relation
    return side_name(relation.inverse_key if SIDES[key].outgoing else relation.forward_key)


def relation_columns(link: LinkKey, fields: Properties | None = None) -> RelationColumns:
    """One relation as columns."""
    source, target = link.source, link.target
    return RelationColumns(link.relation, source.kind, target.kind, [source.id], [target.id], [fields or {}])


def _both_ways(link: LinkKey) -> Iterator[tuple[Ref, str, Ref]]:
    declared = ONTOLOGY.relations[link.relation]
    yield link.source, declared.forward_key, link.target
    yield link.target, declared.inverse_key, link.source
