"""The facts of a catalogue: its parts, its entries, and an exchange for each permission that a route answers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from graph.facts.facts import Fact, LinkFact, Properties, Provenance, Ref, ThingFact
from graph.facts.places import ListRows
from graph.language.words import N_
from graph.ontology.declaration import Kind
from graph.ontology.kinds import Exchange, LogicalAddress, Permission, Route, Standard, StandardVersion, System
from graph.ontology.ontology import ONTOLOGY
from graph.ontology.vocabulary import EvidenceLevel, ExchangeStatus, Irregularity, StandardType, Transport
from loaders.files.cells_and_problems import Problems
from loaders.files.problem import Problem
from loaders.sources.tak.addressing_catalogue import Catalogue
from loaders.sources.tak.addressing_entries import AddressingEntry
from loaders.sources.tak.catalogue_notes import LONGEST_SAID, notes
from loaders.sources.tak.contract_names import cut, entry_id
from loaders.sources.tak.parts import CataloguePart

MOST_EXCHANGES = 2_000_000
RIV_TA = "riv-ta"
"""The standard that the profiles are versions of, as the reference register calls it."""


def stated(catalogue: Catalogue, file: str, problems: Problems) -> list[Fact]:
    """Every fact that the catalogue states; none where it would be too many."""
    routes: dict[tuple[str, str], list[AddressingEntry]] = defaultdict(list)
    for route in catalogue.routes:
        if route.contract and route.address:
            routes[route.contract.id, route.address.id].append(route)
    joined = sum(len(routes.get(_key(each), ())) for each in catalogue.permissions)
    if joined > MOST_EXCHANGES:
        text = N_("The permissions and routes make {count} exchanges, more than {most}. They are not loaded.")
        problems.found.append(Problem(file, text, {"count": f"{joined:,}", "most": f"{MOST_EXCHANGES:,}"}))
    if problems.found:
        return []
    return [*_Facts(file).all(catalogue, routes), *notes(catalogue, file)]


class _Facts:
    def __init__(self, file: str) -> None:
        self._file = file
        self._numbered: dict[tuple[str, str], int] = defaultdict(int)

    def all(self, catalogue: Catalogue, routes: dict[tuple[str, str], list[AddressingEntry]]) -> Iterator[Fact]:
        for kind, parts in ((System, catalogue.systems), (LogicalAddress, catalogue.addresses)):
            for part in parts:
                yield self._thing(kind, part.id, self._named(part), part)
        yield from self._contracts(catalogue.contracts)
        yield from self._profiles(catalogue.profiles)
        yield from self._entries(Permission, catalogue.permissions, "allows")
        yield from self._entries(Route, catalogue.routes, "leads_to")
        yield from self._exchanges(catalogue, routes)

    def _contracts(self, parts: Iterable[CataloguePart]) -> Iterator[Fact]:
        stated: set[str] = set()
        for part in parts:
            named = part.contract
            if named is None:
                continue
            if named.standard not in stated:
                stated.add(named.standard)
                fields: Properties = {
                    "name": cut(named.operation), "standard_type": StandardType.CONTRACT, "canonical": named.standard,
                }  # fmt: skip
                yield self._thing(Standard, named.standard, fields, None, part.place)
            versions = sorted(part.versions) or ([named.major] if named.major else [])
            fields = {
                "name": cut(named.name), "version": versions[0] if versions else None, "in_catalogue": True,
                "description": "; ".join(sorted(part.names)) or None,
            }  # fmt: skip
            yield self._thing(StandardVersion, part.id, fields, part)
            yield self._link(StandardVersion, part.id, "version_of", Standard, named.standard, part.place)

    def _profiles(self, parts: Iterable[CataloguePart]) -> Iterator[Fact]:
        for number, part in enumerate(parts):
            if not number:
                yield self._thing(Standard, RIV_TA, {"name": "RIV-TA"}, None, part.place)
            yield self._thing(StandardVersion, part.id, self._named(part), part)
            yield self._link(StandardVersion, part.id, "version_of", Standard, RIV_TA, part.place)

    def _entries(self, kind: type[Kind], entries: Iterable[AddressingEntry], side: str) -> Iterator[Fact]:
        """Entries with the same content are one, and said to be repeated; others never share an id."""
        same: dict[tuple[Any, ...], list[AddressingEntry]] = defaultdict(list)
        for entry in entries:
            same[_content(entry)].append(entry)
        for key in sorted(same, key=lambda key: tuple(map(str, key))):
            entry = same[key][0]
            for other in same[key][1:]:
                entry.marks |= other.marks | {Irregularity.REPEATED}
                entry.odd |= other.odd
            parts = (entry.contract, entry.address)
            ids = [part.id for part in parts if part]
            id = self._free(kind, entry_id(entry.system.id, *(ids or [entry.url or ""]), entry.since))
            about = ", ".join(_called(part) for part in parts if part) or str(entry.url)
            arrow = (_called(entry.system), about) if kind is Permission else (about, _called(entry.system))
            fields = {
                "name": cut(" → ".join(arrow)), "valid_from": entry.since, "valid_until": entry.until,
                "agreement": entry.agreement, "url": entry.url, "narrowed_to": list(entry.narrowed) or None,
            }  # fmt: skip
            yield self._thing(kind, id, fields, entry)
            ends = (
                (side, System, entry.system), ("under_contract", StandardVersion, entry.contract),
                ("addressed_to", LogicalAddress, entry.address), ("under_profile", StandardVersion, entry.profile),
            )  # fmt: skip
            for key_of, other_kind, part in ends:
                if part:
                    yield self._link(kind, id, key_of, other_kind, part.id, entry.place)

    def _exchanges(self, catalogue: Catalogue, routes: dict[tuple[str, str], list[AddressingEntry]]) -> Iterator[Fact]:
        met: dict[tuple[Any, ...], tuple[AddressingEntry, AddressingEntry]] = {}
        for permission in catalogue.permissions:
            for route in routes.get(_key(permission), ()):
                since = max(filter(None, (permission.since, route.since)), default=None)
                until = min(filter(None, (permission.until, route.until)), default=None)
                if not (since and until and since > until):
                    ends = (route.system.id, permission.system.id, *_key(permission), since, until)
                    met.setdefault((*ends, route.profile and route.profile.id), (permission, route))
        for key in sorted(met, key=lambda key: tuple(map(str, key))):
            permission, route = met[key]
            producer, consumer, contract, address, since, until, profile = key
            id = self._free(Exchange, entry_id(producer, consumer, contract, address, since))
            place = ListRows(self._file, (*permission.place.rows, *route.place.rows))
            names = [_called(part) for part in (permission.contract, permission.address) if part]
            name = f"{_called(route.system)} → {_called(permission.system)}: {', '.join(names)}"
            fields = {
                "name": cut(name), "valid_from": since, "valid_until": until, "transport": Transport.SOAP,
                "established": EvidenceLevel.DECLARED, "status": _status(catalogue.day, since, until),
            }  # fmt: skip
            yield self._thing(Exchange, id, fields, None, place)
            yield self._link(System, producer, "provides", Exchange, id, place)
            yield self._link(System, consumer, "consumes", Exchange, id, place)
            yield self._link(Exchange, id, "conforms_to", StandardVersion, contract, place)
            yield self._link(Exchange, id, "addressed_to", LogicalAddress, address, place)
            if profile:
                yield self._link(Exchange, id, "profiled_by", StandardVersion, profile, place)

    def _named(self, part: CataloguePart) -> Properties:
        names = sorted(part.names)
        whole = names[0] if names and len(names[0]) > len(cut(names[0])) else None
        return {"name": _called(part), "description": whole, "aliases": names[1:] or None}

    def _free(self, kind: type[Kind], id: str) -> str:
        """The id, with a number where it is taken."""
        self._numbered[kind.__name__, id] += 1
        number = self._numbered[kind.__name__, id]
        return id if number == 1 else f"{id} #{number}"

    def _thing(
        self,
        kind: type[Kind],
        id: str,
        fields: Properties,
        said: CataloguePart | AddressingEntry | None,
        place: ListRows | None = None,
    ) -> ThingFact:
        marks = sorted(each.value for each in said.marks) if said else []
        odd = "; ".join(map(repr, sorted(said.odd)))[:LONGEST_SAID] if said else ""
        stated = {"id": id, **fields, "irregularities": marks or None}
        kept = {name: value for name, value in stated.items() if value is not None and name in kind.model_fields}
        return ThingFact(
            kind, id, kept, Provenance(self._file, paraphrase=odd or None, place=str(said.place if said else place))
        )

    def _link(self, kind: type[Kind], id: str, key: str, other: type[Kind], other_id: str, place: ListRows) -> LinkFact:
        relation = ONTOLOGY.sides(kind)[key].relation
        ends = Ref(kind.__name__, id), Ref(other.__name__, other_id)
        return LinkFact(ends[0], relation, ends[1], {}, Provenance(self._file, place=str(place)))


def _key(entry: AddressingEntry) -> tuple[str, str]:
    return (entry.contract.id if entry.contract else "", entry.address.id if entry.address else "")


def _content(entry: AddressingEntry) -> tuple[Any, ...]:
    """What an entry says."""
    profile = entry.profile.id if entry.profile else None
    return (
        entry.system.id, *_key(entry), entry.since, entry.until, entry.agreement, entry.url, profile, entry.narrowed,
    )  # fmt: skip


def _called(part: CataloguePart) -> str:
    if part.contract:
        return cut(part.contract.name)
    return cut(min(part.names)) if part.names else part.id


def _status(day: str | None, since: str | None, until: str | None) -> ExchangeStatus | None:
    """Whether it ran when the catalogue was exported; later days follow from its own dates."""
    if day is None:
        return None
    if until and day > until:
        return ExchangeStatus.ENDED
    return ExchangeStatus.PLANNED if since and day < since else ExchangeStatus.IN_USE
