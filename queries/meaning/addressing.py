"""What there is to find in an addressing catalogue on a day: each finding with what it is about."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from graph.ontology.declaration import Choice
from graph.ontology.kinds import CatalogueNote, LogicalAddress, Permission, Route, StandardVersion, System
from graph.ontology.vocabulary import NoteReason, PublicationStatus
from graph.snapshot.days import begun, over
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import RouteNode, StandardNode, StandardVersionNode
from queries.asking.grounds import ordered
from queries.meaning.addressing_periods import day_after, halves_of, in_force, pairs
from queries.meaning.succession import taken_over

LISTED = 12
"""Permissions and routes that a finding or a row names, of those that it could."""
OUTDATED = (PublicationStatus.SUPERSEDED, PublicationStatus.WITHDRAWN)
ENTRIES = (Permission, Route)
SUCCESSIONS: Final = ("supersedes", "superseded_by", "will_supersede", "will_be_superseded_by")
WITHOUT_ROWS = {NoteReason.EMPTY_LIST, NoteReason.NO_LIST}


class AddressingFinding(Choice):
    """What was found, in the order of the answer."""

    NO_ROUTE = "permission-without-route", "Permission without a route", "Behörighet utan vägval"
    NO_PERMISSION = "route-without-permission", "Route without a permission", "Vägval utan behörighet"
    PARALLEL = "parallel-majors", "Contract in parallel versions", "Kontrakt i parallella versioner"
    OLD_PROFILE = "old-profile", "Old profile", "Gammal profil"
    NO_SUCCESSION = "no-succession", "Succession not stated", "Efterföljd ej uppgiven"
    EXPIRING = "expiring", "Ends soon", "Upphör snart"
    EXPIRED = "expired", "Has ended", "Har upphört"
    UNUSED = "unused-contract", "Contract that is not used", "Kontrakt som inte används"
    IRREGULAR = "irregular", "Irregular in the source", "Avvikande i källan"
    SET_ASIDE = "set-aside", "Row that was set aside", "Rad som lades åt sidan"
    NO_ROWS = "no-rows", "List without rows", "Lista utan rader"


class AddressingCase(NamedTuple):
    """What was found, and about what."""

    finding: AddressingFinding
    about: Node
    others: tuple[Node, ...] = ()
    """The versions in use, the old profiles, a profile's routes, or what is over and would have been the other half."""


def findings(snapshot: Snapshot, day: str, within_days: int) -> list[AddressingCase]:
    """By what was found, then by name; each permission and route is looked at a fixed number of times."""
    found: dict[AddressingFinding, list[AddressingCase]] = {finding: [] for finding in AddressingFinding}
    soon = day_after(day, within_days)
    halves = {kind: halves_of(snapshot.all(kind), day) for kind in ENTRIES}
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
                sought = pairs(entry)
                if sought and not any(pair in halves[other].live for pair in sought):
                    ended = next((some for pair in sought if (some := halves[other].over.get(pair))), [])
                    found[lacks].append(AddressingCase(lacks, entry, tuple(ended[:LISTED])))
                if old := tuple(each for each in entry.side("under_profile") if _old(snapshot, each, day)):
                    found[AddressingFinding.OLD_PROFILE].append(
                        AddressingCase(AddressingFinding.OLD_PROFILE, entry, old)
                    )
    for about in (*_contracts(snapshot, day), *_profiles(snapshot, day), *_notes(snapshot)):
        found[about.finding].append(about)
    kinds = (*ENTRIES, StandardVersion, LogicalAddress, System)
    odd = ordered(each for kind in kinds for each in snapshot.all(kind) if each.field("irregularities"))
    found[AddressingFinding.IRREGULAR] = [AddressingCase(AddressingFinding.IRREGULAR, each) for each in odd]
    return [each for finding in AddressingFinding for each in found[finding]]


def _old(snapshot: Snapshot, profile: StandardVersionNode, day: str) -> bool:
    return bool(taken_over(snapshot, profile, day)) or profile.publication_status in OUTDATED


def _contracts(snapshot: Snapshot, day: str) -> Iterator[AddressingCase]:
    """Contracts that are used in several versions, or not at all."""
    used: dict[StandardNode, list[StandardVersionNode]] = {}
    for version in snapshot.all(StandardVersion):
        if any(in_force(entry, day) for entry in version.contract_of):
            for whole in version.version_of:
                used.setdefault(whole, []).append(version)
        elif version.in_catalogue or version.contract_of:
            yield AddressingCase(AddressingFinding.UNUSED, version)
    for whole in ordered(used):
        if len(used[whole]) > 1:
            yield AddressingCase(AddressingFinding.PARALLEL, whole, tuple(used[whole]))


def _profiles(snapshot: Snapshot, day: str) -> Iterator[AddressingCase]:
    """Profiles of routes in force of which nothing says whether they are old: then none is found to be."""
    used: dict[StandardVersionNode, list[RouteNode]] = {}
    for route in snapshot.all(Route):
        if in_force(route, day):
            for profile in route.under_profile:
                used.setdefault(profile, []).append(route)
    for profile in ordered(used):
        if not (profile.publication_status or any(profile.side(side) for side in SUCCESSIONS)):
            yield AddressingCase(AddressingFinding.NO_SUCCESSION, profile, tuple(used[profile]))


def _notes(snapshot: Snapshot) -> Iterator[AddressingCase]:
    """What was noted of catalogues when they were read."""
    for note in snapshot.all(CatalogueNote):
        listed = WITHOUT_ROWS.isdisjoint(note.reasons or ())
        yield AddressingCase(AddressingFinding.SET_ASIDE if listed else AddressingFinding.NO_ROWS, note)


def standards(about: Node) -> list[StandardNode]:
    """The whole contracts that it is about."""
    if isinstance(about, StandardNode):
        return [about]
    versions = (about, *about.side("under_contract"), *about.side("refers_to"))
    return [whole for version in versions for whole in version.side("version_of")]
