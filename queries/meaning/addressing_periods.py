"""Which permissions and routes are in force on a day, and what they are for."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from graph.snapshot.days import begun, over
from graph.snapshot.typed_nodes import LogicalAddressNode, PermissionNode, RouteNode, StandardVersionNode

EntryNode = PermissionNode | RouteNode
EntryPair = tuple[StandardVersionNode, LogicalAddressNode]
"""A contract, and whom its calls are about."""


class EntryHalves(NamedTuple):
    """Permissions, or routes, by contract and logical address."""

    live: dict[EntryPair, list[EntryNode]]
    over: dict[EntryPair, list[EntryNode]]


def day_after(day: str, days: int) -> str | None:
    """The first day that is later than `days` after `day`; None beyond the calendar."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days + 1)).isoformat()
    except OverflowError:
        return None


def in_force(entry: EntryNode, day: str) -> bool:
    """Whether the permission or route has begun and is not over."""
    return begun(day, entry.valid_from) and not over(day, entry.valid_until)


def pairs(entry: EntryNode) -> list[EntryPair]:
    """Contract and logical address; none where either is not stated, for then nothing can be missing."""
    return [(contract, address) for contract in entry.under_contract for address in entry.addressed_to]


def halves_of(entries: Sequence[EntryNode], day: str) -> EntryHalves:
    """Those in force on the day, and those that are over."""
    halves = EntryHalves(defaultdict(list), defaultdict(list))
    for entry in entries:
        if in_force(entry, day):
            for pair in pairs(entry):
                halves.live[pair].append(entry)
        elif over(day, entry.valid_until):
            for pair in pairs(entry):
                halves.over[pair].append(entry)
    return halves
