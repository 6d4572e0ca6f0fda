"""A catalogue's lists as parts that are called in and entries that call them, whichever shape they are exported in."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.facts.places import ListRows
from graph.language.words import N_
from graph.ontology.vocabulary import Irregularity
from loaders.files.written import Problems, shown
from loaders.sources.tak import envelope as lists
from loaders.sources.tak.envelope import Envelope
from loaders.sources.tak.parts import NOT_THERE, TWICE, CataloguePart, Parts
from loaders.sources.tak.rows import CatalogueRow, CatalogueRows, Written


@dataclass
class AddressingEntry:
    """A permission or a route."""

    place: ListRows
    system: CataloguePart
    contract: CataloguePart | None
    address: CataloguePart | None
    since: str | None = None
    until: str | None = None
    agreement: str | None = None
    url: str | None = None
    profile: CataloguePart | None = None
    narrowed: tuple[str, ...] = ()
    odd: set[str] = field(default_factory=set)
    marks: set[Irregularity] = field(default_factory=set)

    def see(self, text: Written | None) -> None:
        """Note a text that is written with something around or in it."""
        if text and text.odd:
            self.marks.add(Irregularity.SPACES)
            self.odd.add(text.raw)


@dataclass
class _Url:
    """A row of ``anropsadress``."""

    place: ListRows
    url: Written
    system: CataloguePart | None
    profile: CataloguePart | None


class Catalogue:
    """Everything that the lists say; what cannot be read is noted."""

    def __init__(self, envelope: Envelope, problems: Problems) -> None:
        self.day = envelope.day
        self._data, self._older = envelope.data, envelope.older
        self._rows = CatalogueRows(envelope.file, problems)
        self._parts = Parts(envelope, self._rows)
        self._urls: dict[str, _Url] = {}
        self._loose = [url for row in self._of(lists.URLS) if (url := self._url(row))]
        self._used: set[str] = set()
        """Addresses by their place that a route uses; in the older shape, by what they say."""
        narrowed = self._narrowed()
        self.permissions = [each for row in self._of(lists.PERMISSIONS) if (each := self._permission(row, narrowed))]
        self.routes = [each for row in self._of(lists.ROUTES) if (each := self._route(row))]
        self.routes += self._unused()
        for some in narrowed.values():
            for place, _ in some:
                self._rows.note(place, N_("It narrows a permission that is not in the file."))

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

    def _of(self, name: str) -> Iterable[CatalogueRow]:
        return self._rows.of(name, self._data.get(name, []))

    def _url(self, row: CatalogueRow) -> _Url | None:
        """An address of a producer; what the older shape says of its profile and producer may be left out."""
        url = self._rows.text(row, "adress", id=True, needed=True)
        profile = self._parts.reference(row, self._parts.profiles, "rivtaprofil", needed=not self._older)
        system = self._parts.reference(
            row, self._parts.systems, "tjanstekomponent", "tjansteproducent", needed=not self._older
        )
        if url is None or not (self._older or (profile and system)):
            return None
        found = _Url(row.place, url, system, profile)
        if row.id is not None and self._urls.setdefault(row.id, found) is not found:
            self._rows.note(row.place, TWICE)
        return found

    def _permission(self, row: CatalogueRow, narrowed: dict[str, list[tuple[ListRows, str]]]) -> AddressingEntry | None:
        system = self._parts.reference(row, self._parts.systems, "tjanstekonsument")
        about, address = self._about(row)
        agreement = self._rows.text(row, "integrationsavtal")
        if not (system and about and address):
            return None
        filters = sorted({text for _, text in narrowed.pop(row.id or "", [])})
        entry = AddressingEntry(
            row.place, system, about, address, agreement=agreement and agreement.text, narrowed=tuple(filters)
        )
        entry.see(agreement)
        return self._dated(row, entry)

    def _route(self, row: CatalogueRow) -> AddressingEntry | None:
        about, address = self._about(row)
        if self._older:
            url = self._rows.text(row, "anropsadress", id=True, needed=True)
            profile = self._parts.reference(row, self._parts.profiles, "rivtaprofil")
            system = self._parts.reference(row, self._parts.systems, "tjansteproducent")
        else:
            number = self._rows.text(row, "anropsadress", id=True, needed=True)
            found = self._urls.get(number.text) if number else None
            if number and not found:
                self._rows.note(
                    row.place, NOT_THERE, field="anropsadress",
                    value=shown(number.text),
                )  # fmt: skip
            url, profile, system = (found.url, found.profile, found.system) if found else (None, None, None)
        if not (about and address and url and profile and system):
            return None
        self._used |= {f"{url.text} {profile.id} {system.id}", url.text}
        entry = AddressingEntry(row.place, system, about, address, url=url.text, profile=profile)
        entry.see(url)
        return self._dated(row, entry)

    def _about(self, row: CatalogueRow) -> tuple[CataloguePart | None, CataloguePart | None]:
        contract = self._parts.reference(row, self._parts.contracts, "tjanstekontrakt")
        return contract, self._parts.reference(row, self._parts.addresses, "logiskadress")

    def _dated(self, row: CatalogueRow, entry: AddressingEntry) -> AddressingEntry:
        entry.since, entry.until = self._rows.day(row, "fromTidpunkt"), self._rows.day(row, "tomTidpunkt")
        if entry.since and entry.until and entry.since > entry.until:
            entry.marks.add(Irregularity.PERIOD)
        return entry

    def _unused(self) -> Iterable[AddressingEntry]:
        """Addresses that no route uses, each as a route that is for no contract."""
        for each in self._loose:
            known = each.system and each.profile
            key = (
                f"{each.url.text} {each.profile.id} {each.system.id}" if each.system and each.profile else each.url.text
            )
            if key not in self._used:
                if not known:
                    self._rows.note(each.place, N_("No route uses this address, and it does not say whose it is."))
                elif each.system:
                    entry = AddressingEntry(
                        each.place, each.system, None, None, url=each.url.text, profile=each.profile
                    )
                    entry.marks.add(Irregularity.UNUSED_ADDRESS)
                    entry.see(each.url)
                    yield entry

    def _narrowed(self) -> dict[str, list[tuple[ListRows, str]]]:
        """What narrows each permission, by its number: where that stands, and what it says."""
        categories: dict[str, list[str]] = {}
        for row in self._of(lists.CATEGORIES):
            category, of = (self._rows.text(row, name, needed=True) for name in ("category", "filter"))
            if category and of:
                categories.setdefault(of.text, []).append(category.text)
        narrowed: dict[str, list[tuple[ListRows, str]]] = {}
        known: set[str] = set()
        for row in self._of(lists.FILTERS):
            domain, of = (self._rows.text(row, name, needed=True) for name in ("servicedomain", "anropsbehorighet"))
            if domain and of:
                some = ", ".join(sorted(categories.get(row.id or "", [])))
                narrowed.setdefault(of.text, []).append((row.place, f"{domain.text}: {some}" if some else domain.text))
                known.add(row.id or "")
        for each in categories.keys() - known:
            self._rows.note(self._rows.place(lists.CATEGORIES), NOT_THERE, field="filter", value=shown(each))
        return narrowed
