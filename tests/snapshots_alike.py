"""Everything of a snapshot, to compare it with another."""

from typing import Any

from graph.snapshot.snapshot import Snapshot


def whole(snapshot: Snapshot) -> dict[str, Any]:
    """Everything of a snapshot, in its order."""
    nodes = [
        (node.ref, node.place, node.sort_key, node.fields, node.born, node.run, node.datasets, [*node.fields])
        for kind in snapshot._of
        for node in snapshot._of[kind].values()
    ]
    sides = {
        node.ref: [
            (key, [(each.ref, each is snapshot.get(*each.ref)) for each in side]) for key, side in _in_order(node)
        ]
        for node in snapshot
    }
    return {
        "revision": snapshot.revision, "nodes": nodes, "sides": sides, "said": snapshot._said, "runs": snapshot.runs,
        "relations": sorted(snapshot.relations()),
    }  # fmt: skip


def _in_order(node: Any) -> list[tuple[str, Any]]:
    return sorted(node.sides.items())
