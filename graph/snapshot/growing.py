"""A snapshot made of the one before and of what runs touched since: equal to one read anew, at a part of the work.

The one before stays whole for its readers. Texts and fields are shared with it; things are not, because each leads to
its neighbours of one moment.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.facts.facts import LinkKey, Properties
from graph.facts.run_delta import RunDelta
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import PLACE, Node, side_name
from graph.snapshot.snapshot import RunRecord, Snapshot, other_side
from graph.snapshot.typed_nodes import SideName, new_node

_ORDER = {
    key: place
    for place, key in enumerate(
        key for relation in ONTOLOGY.relations.values() for key in (relation.forward_key, relation.inverse_key)
    )
}


@dataclass
class Growth:
    """What there is now of all that was touched."""

    revision: int
    delta: RunDelta
    things: list[Node] = field(default_factory=list)
    """Those of the delta that are there."""
    said: dict[LinkKey, Properties] | None = None
    """The own fields of every relation that has some; None where none of them was touched."""
    runs: list[RunRecord] = field(default_factory=list)
    """The records of the runs since, or of all where `delta.earlier`."""


def grown(before: Snapshot, growth: Growth) -> Snapshot:
    """The snapshot of after."""
    runs = growth.runs if growth.delta.earlier else [*before.runs, *growth.runs]
    after = Snapshot(growth.revision, (), runs=runs)
    fresh = _copies(before, growth)
    after._put([*fresh.values(), *_new(before, growth)])
    shared: dict[int, tuple[Node, ...]] = {}
    for old, new in fresh.items():
        for key, others in old.sides.items():
            mark = id(others)
            if (joined := shared.get(mark)) is None:
                joined = shared[mark] = tuple([fresh[each] for each in others if each in fresh])
            if joined:
                new.sides[key] = joined
    _reorder(before, after, growth)
    _relate(after, growth.delta.links)
    after._said = dict(before._said if growth.said is None else growth.said)
    return after


def _copies(before: Snapshot, growth: Growth) -> dict[Node, Node]:
    """What stays, by what it was; of what was touched, as it is now."""
    touched = growth.delta.things
    now = {node.ref: node for node in growth.things}
    fresh: dict[Node, Node] = {}
    for kind, of_kind in before._of.items():
        ids = {ref.id for ref in touched if ref.kind == kind}
        for id, old in of_kind.items():
            if id not in ids:
                fresh[old] = new_node(kind, id, old.sort_key, old.fields, old.born, old.run, old.datasets)
            elif (new := now.get(old.ref)) is not None:
                fresh[old] = _sharing(old, new)
    return fresh


def _sharing(old: Node, new: Node) -> Node:
    """The thing as it is now, with the very objects of what it said before."""
    fields = {name: _same(old.fields.get(name), value) for name, value in new.fields.items()}
    sort_key, datasets = _same(old.sort_key, new.sort_key), _same(old.datasets, new.datasets)
    return new_node(old.kind, old.id, sort_key, fields, new.born, new.run, datasets)


def _same(old: Any, new: Any) -> Any:
    return old if old == new and type(old) is type(new) else new


def _new(before: Snapshot, growth: Growth) -> Iterator[Node]:
    return (node for node in growth.things if before.get(node.kind, node.id) is None)


def _reorder(before: Snapshot, after: Snapshot, growth: Growth) -> None:
    """Put what has another name where it belongs among the neighbours of others."""
    known: dict[int, tuple[tuple[Node, ...], tuple[Node, ...]]] = {}
    for each in growth.things:
        old, new = before.get(each.kind, each.id), after.get(each.kind, each.id)
        if old is not None and new is not None and old.sort_key != new.sort_key:
            for key, others in new.sides.items():
                back = other_side(key)
                for other in others:
                    joined = other.sides[back]
                    anew = known.setdefault(id(joined), (joined, tuple(sorted(joined, key=PLACE))))
                    other.sides[back] = anew[1]


def _relate(after: Snapshot, links: Mapping[LinkKey, bool]) -> None:
    """Tie and untie what was touched."""
    changed: defaultdict[Node, defaultdict[SideName, dict[Node, bool]]] = defaultdict(lambda: defaultdict(dict))
    for link, there in links.items():
        start, end = after.get(*link.source), after.get(*link.target)
        if start is not None and end is not None:
            relation = ONTOLOGY.relations[link.relation]
            changed[start][side_name(relation.forward_key)][end] = there
            changed[end][side_name(relation.inverse_key)][start] = there
    for node, by_side in changed.items():
        for key, others in by_side.items():
            kept = [each for each in node.sides.pop(key, ()) if others.get(each, True)]
            added = others.keys() - {*kept}
            joined = sorted((*kept, *(each for each in added if others[each])), key=PLACE)
            if joined:
                node.sides[key] = tuple(joined)
        node.sides = {key: node.sides[key] for key in sorted(node.sides, key=_ORDER.__getitem__)}
