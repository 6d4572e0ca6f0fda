"""What a list holds: all of a kind, or what its words find."""

import asyncio
from collections.abc import Sequence

from graph.language.collation import fold
from graph.ontology.declaration import Kind
from graph.snapshot.node import Node
from graph.snapshot.searching import best_first, names_like, searched
from graph.snapshot.snapshot import Snapshot


async def things_found(
    snapshot: Snapshot, kind: type[Kind] | None, text: str
) -> tuple[Sequence[Node], tuple[str, ...]]:
    """What a list holds, in its order; where a search finds nothing, names that may have been meant."""
    words = fold(text).split()
    if not words:
        return snapshot.listed(kind.__name__) if kind else (), ()
    return await asyncio.to_thread(_searched, snapshot, kind, text, words)  # others are answered meanwhile


def _searched(
    snapshot: Snapshot, kind: type[Kind] | None, text: str, words: Sequence[str]
) -> tuple[Sequence[Node], tuple[str, ...]]:
    if kind:
        return searched(snapshot, words, [kind.__name__]), ()
    found = best_first(snapshot, text, searched(snapshot, words))
    return found, () if found else names_like(snapshot, text)
