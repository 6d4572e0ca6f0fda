"""What leads to each other: the strongly connected components of anything that leads on to something."""

from collections.abc import Iterable
from typing import Any, TypeVar

import rustworkx

T = TypeVar("T")


def strongly_connected(things: Iterable[T], steps: Iterable[tuple[T, T]]) -> list[list[T]]:
    """The things in groups, each of which leads to every other of its group; `steps` are pairs of the things.

    A group stands after every group that it leads to (Tarjan's algorithm, by rustworkx).
    """
    graph: Any = rustworkx.PyDiGraph(multigraph=False)
    every = list(dict.fromkeys(things))
    number = dict(zip(every, graph.add_nodes_from(every), strict=True))
    graph.add_edges_from_no_data([(number[start], number[end]) for start, end in steps])
    return [[graph[each] for each in group] for group in rustworkx.strongly_connected_components(graph)]
