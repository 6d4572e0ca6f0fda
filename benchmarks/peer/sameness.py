"""That both give the same rows in the same order; else there is nothing to measure."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from benchmarks.peer.queries import Ask, Request

COMPARED = 200
"""Requests of each query that are asked of both first, evenly chosen; the first and the last are among them."""


class DifferentError(Exception):
    """The two answer one request with different rows."""


def hold_alike(requests: Sequence[Request], ours: Ask, peers: Ask, most: int = COMPARED) -> int:
    """Ask both and compare; how many rows there were, with those in rows.

    Raises:
        DifferentError: says where they differ, or that there was nothing to compare.
    """
    last = len(requests) - 1
    rows = 0
    for at in sorted({round(each * last / max(most - 1, 1)) for each in range(most)}):
        request = requests[at]
        mine, theirs = rows_of(ours(request.ours)), rows_of(peers(request.peers))
        if mine != theirs:
            raise DifferentError(f"{request.ours[0]} with {request.ours[1]}: {_first_difference(mine, theirs)}")
        rows += _count(mine)
    if not rows:
        raise DifferentError("neither gave a single row")
    return rows


def rows_of(data: dict[str, Any]) -> Any:
    """The rows of an answer to one field, whichever server wrote them: a list, with lists in its rows."""
    (answer,) = data.values()
    found = _plain(answer)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _plain(value: Any) -> Any:
    """A connection as the list of its things."""
    if isinstance(value, dict):
        if value.keys() == {"edges"}:
            return [_plain(edge["node"]) for edge in value["edges"]]
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _count(value: Any) -> int:
    if isinstance(value, list):
        return len(value) + sum(map(_count, value))
    return sum(map(_count, value.values())) if isinstance(value, dict) else 0


def _first_difference(mine: list[Any], theirs: list[Any]) -> str:
    at, ours, peers = next((n, a, b) for n, (a, b) in enumerate(zip_longest(mine, theirs)) if a != b)
    if isinstance(ours, dict) and isinstance(peers, dict) and ours.keys() == peers.keys():
        ours, peers = ({name: row[name] for name in row if ours[name] != peers[name]} for row in (ours, peers))
    return f"row {at + 1} has {ours} with us and {peers} with the peer"
