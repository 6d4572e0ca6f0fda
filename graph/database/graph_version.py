"""Which state of which graph it is: a revision alone is told twice where a database was restored from a backup."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Self


class GraphVersion(NamedTuple):
    """The state of a graph between two runs."""

    revision: int
    """How many runs have changed the graph."""
    content: str | None
    """A random id that each run gives to what it leaves; None where an older program has written last, or nobody."""

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> Self:
        """The version that a row of the graph's own node tells."""
        return cls(int(state["revision"]), state["content"])
