"""A catalogue's lists as parts that are called in and entries that call them, whichever shape they are exported in."""

from collections.abc import Callable, Iterable, Iterator

from graph.ontology.vocabulary import Irregularity, NoteReason
from loaders.files.cells_and_problems import Problems
from loaders.sources.tak import envelope as lists
from loaders.sources.tak.addressing_entries import AddressingEntry, entry_to
from loaders.sources.tak.answering_addresses import AnsweringAddresses
from loaders.sources.tak.envelope import Envelope
from loaders.sources.tak.narrowing import Narrowing
from loaders.sources.tak.parts import CataloguePart, Parts
from loaders.sources.tak.row_references import Numbers
from loaders.sources.tak.row_values import day_in, text_of
from loaders.sources.tak.rows import CatalogueRow, CatalogueRows

Read = Callable[[CatalogueRow], AddressingEntry | None]
_Key = tuple[CataloguePart | None, CataloguePart | None]


class Catalogue:
    """Everything that the lists say; what cannot be read is set aside, or a problem where something needs it.

    An entry needs what it refers to. It is needed itself where it has its other half, or a filter: without it, somebody
    could no longer call, or could call for more.
    """

    def __init__(self, envelope: Envelope, problems: Problems) -> None:
        self._data, self._older = envelope.data, envelope.older
        self._rows = CatalogueRows(envelope.file, problems)
        self.day = envelope.day
        self.without_rows = [
            (self._rows.place(name), NoteReason.EMPTY_LIST if name in envelope.data else NoteReason.NO_LIST)
            for name in lists.LISTS
            if not envelope.data.get(name, name not in lists.RARE)
        ]
        """Where the lists are that are empty, or that may be absent and are."""
        self._parts = Parts(envelope, self._rows)
        self._urls = AnsweringAddresses(self._rows, self._parts, self._of(lists.URLS), older=self._older)
        self._narrowing = Narrowing(self._rows, self._of(lists.FILTERS), self._of(lists.CATEGORIES))
        self._keys: dict[str, set[_Key]] = {lists.PERMISSIONS: set(), lists.ROUTES: set()}
        self._unread: dict[str, list[tuple[CatalogueRow, _Key]]] = {lists.PERMISSIONS: [], lists.ROUTES: []}
        self.permissions = list(self._entries(lists.PERMISSIONS, self._permission))
        self.routes = list(self._entries(lists.ROUTES, self._route))
        for route in self.routes:
            self._urls.use(route.url or "", route.profile, route.system)
        self._decide(lists.PERMISSIONS, lists.ROUTES)
        self._decide(lists.ROUTES, lists.PERMISSIONS)
        self.routes += self._unused()
        self._narrowing.note_unmet()

    @property
    def systems(self) -> Iterable[CataloguePart]:
        """Consumers and producers."""
        return self._parts.systems.parts.values()

    @property
    def addresses(self) -> Iterable[CataloguePart]:
        """Logical addresses."""
        return self._parts.addresses.parts.values()

    @property
    def contracts(self) -> Iterable[CataloguePart]:
        """Versions of service contracts."""
        return self._parts.contracts.parts.values()

    @property
    def profiles(self) -> Iterable[CataloguePart]:
        """Profiles."""
        return self._parts.profiles.parts.values()

    @property
    def aside(self) -> list[CatalogueRow]:
        """Rows that cannot be used, and that nothing needs."""
        return self._rows.aside

    def _of(self, name: str) -> Iterable[CatalogueRow]:
        return self._rows.of(name, self._data.get(name, []))

    def _entries(self, name: str, read: Read) -> Iterator[AddressingEntry]:
        """The entries of a list that can be read; one whose reference cannot be followed is a problem."""
        numbers = Numbers()
        for row in self._of(name):
            entry = read(row) if not row.faults else None
            doubled = numbers.see(row, row.said, entry.marks if entry else None)
            row.twice = doubled and name == lists.PERMISSIONS and bool(self._narrowing.of(row.id))
            if entry is None or row.twice:
                self._rows.refuse(row)
            elif self._completed(row, entry):
                yield entry
            else:
                self._unread[name].append((row, (entry.contract, entry.address)))

    def _permission(self, row: CatalogueRow) -> AddressingEntry | None:
        system = self._parts.reference(row, self._parts.systems, "tjanstekonsument")
        contract, address = self._about(row, lists.PERMISSIONS)
        narrowed = self._narrowing.of(row.id)
        if not (system and contract and address):
            return None
        return AddressingEntry(row.place, system, contract, address, narrowed=narrowed)

    def _route(self, row: CatalogueRow) -> AddressingEntry | None:
        contract, address = self._about(row, lists.ROUTES)
        where = self._urls.named_by(row)
        if not (contract and address and where and where.system):
            return None
        return entry_to(where, row.place, contract, address, where.system)

    def _about(self, row: CatalogueRow, name: str) -> _Key:
        contract = self._parts.reference(row, self._parts.contracts, "tjanstekontrakt")
        address = self._parts.reference(row, self._parts.addresses, "logiskadress")
        if contract and address:
            self._keys[name].add((contract, address))
        return contract, address

    def _completed(self, row: CatalogueRow, entry: AddressingEntry) -> bool:
        """Whether the agreement and the days of the entry can be read as well."""
        agreement = text_of(row, "integrationsavtal")
        entry.agreement = agreement and agreement.text
        entry.see(agreement)
        entry.since, entry.until = day_in(row, "fromTidpunkt"), day_in(row, "tomTidpunkt")
        if entry.since and entry.until and entry.since > entry.until:
            entry.marks.add(Irregularity.PERIOD)
        return not row.faults

    def _unused(self) -> Iterator[AddressingEntry]:
        """Addresses that no route uses, each as a route that is for no contract."""
        for each in self._urls.unused():
            if each.system:
                entry = entry_to(each, each.place, None, None, each.system)
                entry.marks |= {Irregularity.UNUSED_ADDRESS, *each.marks}
                yield entry

    def _decide(self, name: str, halves: str) -> None:
        """Refuse the entries that cannot be read whole and have another half or a filter; set the others aside."""
        for row, key in self._unread[name]:
            if key in self._keys[halves] or (name == lists.PERMISSIONS and self._narrowing.of(row.id)):
                self._rows.refuse(row)
            else:
                self._rows.set_aside(row)
