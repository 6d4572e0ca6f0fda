"""What there is to find in an addressing catalogue on a day: each finding with what it is about."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from graph.ontology.declaration import Choice
from graph.ontology.kinds import LogicalAddress, Permission, Route, Standard, StandardVersion, System
from graph.ontology.vocabulary import PublicationStatus
from graph.snapshot.days import begun, over
from graph.snapshot.snapshot import Node, Snapshot
from queries.asking.grounds import ordered
from queries.meaning.succession import taken_over

LISTED = 12
"""Permissions and routes that a finding or a row names, of those that it could."""
OUTDATED = (PublicationStatus.SUPERSEDED, PublicationStatus.WITHDRAWN)
ENTRIES = (Permission, Route)


class AddressingFinding(Choice):
    """What was found, in the order of the answer."""

    NO_ROUTE = "permission-without-route", "Permission without a route", "Behörighet utan vägval"
    NO_PERMISSION = "route-without-permission", "Route without a permission", "Vägval utan behörighet"
    PARALLEL = "parallel-majors", "Contract in parallel versions", "Kontrakt i parallella versioner"
    OLD_PROFILE = "old-profile", "Old profile", "Gammal profil"
    EXPIRING = "expiring", "Ends soon", "Upphör snart"
    EXPIRED = "expired", "Has ended", "Har upphört"
    UNUSED = "unused-contract", "Contract that is not used", "Kontrakt som inte används"
    IRREGULAR = "irregular", "Irregular in the source", "Avvikande i källan"


class AddressingCase(NamedTuple):
    """What was found, and about what."""

    finding: AddressingFinding
    about: Node
    others: tuple[Node, ...] = ()
    """The versions in use, the old profiles, or what is over and would have been the other half."""


class _Halves(NamedTuple):
    """Permissions, or routes, by contract and logical address."""

    live: dict[tuple[Node, Node], list[Node]]
    over: dict[tuple[Node, Node], list[Node]]


def findings(snapshot: Snapshot, day: str, within_days: int) -> list[AddressingCase]:
    """By what was found, then by name; each permission and route is looked at a fixed number of times."""
    found: dict[AddressingFinding, list[AddressingCase]] = {finding: [] for finding in AddressingFinding}
    soon = _after(day, within_days)
    halves = {kind: _halves(snapshot.all(kind), day) for kind in ENTRIES}
    for kind, other, lacks in (
        (Permission, Route, AddressingFinding.NO_ROUTE),
        (Route, Permission, AddressingFinding.NO_PERMISSION),
    ):
        for entry in snapshot.all(kind):
            if over(day, entry.valid_until):
                found[AddressingFinding.EXPIRED].append(AddressingCase(AddressingFinding.EXPIRED, entry))
            elif begun(day, entry.valid_from):
                if soon is not None and over(soon, entry.valid_until):
                    found[AddressingFinding.EXPIRING].append(AddressingCase(AddressingFinding.EXPIRING, entry))
                pairs = _pairs(entry)
                if pairs and not any(pair in halves[other].live for pair in pairs):
                    ended = next((some for pair in pairs if (some := halves[other].over.get(pair))), [])
                    found[lacks].append(AddressingCase(lacks, entry, tuple(ended[:LISTED])))
                if old := tuple(each for each in entry.under_profile if _old(snapshot, each, day)):
                    found[AddressingFinding.OLD_PROFILE].append(
                        AddressingCase(AddressingFinding.OLD_PROFILE, entry, old)
                    )
    for about in _contracts(snapshot, day):
        found[about.finding].append(about)
    kinds = (*ENTRIES, StandardVersion, LogicalAddress, System)
    odd = ordered(each for kind in kinds for each in snapshot.all(kind) if each.irregularities)
    found[AddressingFinding.IRREGULAR] = [AddressingCase(AddressingFinding.IRREGULAR, each) for each in odd]
    return [each for finding in AddressingFinding for each in found[finding]]


def _after(day: str, days: int) -> str | None:
    """The first day that is later than `days` after `day`; None beyond the calendar."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days + 1)).isoformat()
    except OverflowError:
        return None


def in_force(entry: Node, day: str) -> bool:
    """Whether the permission or route has begun and is not over."""
    return begun(day, entry.valid_from) and not over(day, entry.valid_until)


def _pairs(entry: Node) -> list[tuple[Node, Node]]:
    """Contract and logical address; none where either is not stated, for then nothing can be missing."""
    return [(contract, address) for contract in entry.under_contract for address in entry.addressed_to]


def _halves(entries: Sequence[Node], day: str) -> _Halves:
    halves = _Halves(defaultdict(list), defaultdict(list))
    for entry in entries:
        if in_force(entry, day):
            for pair in _pairs(entry):
                halves.live[pair].append(entry)
        elif over(day, entry.valid_until):
            for pair in _pairs(entry):
                halves.over[pair].append(entry)
    return halves


def _old(snapshot: Snapshot, profile: Node, day: str) -> bool:
    return bool(taken_over(snapshot, profile, day)) or profile.publication_status in OUTDATED


def _contracts(snapshot: Snapshot, day: str) -> Iterator[AddressingCase]:
    """Contracts that are used in several versions, or not at all."""
    used: dict[Node, list[Node]] = {}
    for version in snapshot.all(StandardVersion):
        if any(in_force(entry, day) for entry in version.contract_of):
            for whole in version.version_of:
                used.setdefault(whole, []).append(version)
        elif version.in_catalogue or version.contract_of:
            yield AddressingCase(AddressingFinding.UNUSED, version)
    for whole in ordered(used):
        if len(used[whole]) > 1:
            yield AddressingCase(AddressingFinding.PARALLEL, whole, tuple(used[whole]))


def standards(about: Node) -> list[Node]:
    """The whole contracts that it is about."""
    if about.kind == Standard.__name__:
        return [about]
    return [whole for version in (about, *about.under_contract) for whole in version.version_of]
