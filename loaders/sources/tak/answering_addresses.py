"""The addresses where producers answer (``anropsadress``)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.facts.places import ListRows
from graph.language.words import N_
from graph.ontology.vocabulary import Irregularity, NoteReason
from loaders.sources.tak.parts import CataloguePart, Parts
from loaders.sources.tak.row_references import Numbers, Targets
from loaders.sources.tak.row_values import Written, text_of
from loaders.sources.tak.rows import CatalogueRow, CatalogueRows


@dataclass
class AnsweringAddress:
    """Where a producer answers, as a row of the list or a route itself says it."""

    row: CatalogueRow = field(compare=False)
    url: Written
    system: CataloguePart | None
    profile: CataloguePart | None
    marks: set[Irregularity] = field(default_factory=set, compare=False)

    @property
    def place(self) -> ListRows:
        """Where that is said."""
        return self.row.place


class AnsweringAddresses:
    """Reads the list; what the older shape says there of profile and producer may be left out."""

    def __init__(self, rows: CatalogueRows, parts: Parts, of: Iterable[CatalogueRow], *, older: bool) -> None:
        self._rows, self._parts, self._older = rows, parts, older
        self._targets: Targets[AnsweringAddress] = Targets()
        self._listed: list[AnsweringAddress] = []
        self._used: set[tuple[object, ...]] = set()
        numbers = Numbers()
        for row in of:
            url = text_of(row, "adress", id=True, needed=True) if not row.faults else None
            found = self._read(row, url)
            if found is None:
                rows.set_aside(row)
            else:
                self._listed.append(found)
            if key := (url.text if url else None) if older else row.id:
                self._targets.add(key, row, found, doubled=not older)
            numbers.see(row, found, found.marks if found else None)

    def named_by(self, row: CatalogueRow) -> AnsweringAddress | None:
        """Where the calls of a route go; None after saying why that cannot be told."""
        named = text_of(row, "anropsadress", id=True, needed=True)
        if not self._older:
            found = self._targets.find(row, "anropsadress", named.text) if named else None
        else:
            profile = self._parts.reference(row, self._parts.profiles, "rivtaprofil")
            system = self._parts.reference(row, self._parts.systems, "tjansteproducent")
            found = AnsweringAddress(row, named, system, profile) if named and system and profile else None
            for other in self._targets.unusable(named.text) if named else ():
                self._rows.refuse(other)
        return found

    def use(self, url: str, profile: CataloguePart | None, system: CataloguePart) -> None:
        """Note that a route that is read goes there."""
        self._used |= {(url, profile, system), (url, None, None)}

    def unused(self) -> Iterator[AnsweringAddress]:
        """Those that no route uses; one that does not say whose it is is set aside."""
        for each in self._listed:
            known = each.system and each.profile
            key = (each.url.text, each.profile, each.system) if known else (each.url.text, None, None)
            if key in self._used:
                continue
            if known:
                yield each
            else:
                text = N_("No route uses this address, and it does not say whose it is.")
                each.row.fault(NoteReason.OWNERLESS, text, each.url.raw)
                self._rows.set_aside(each.row)

    def _read(self, row: CatalogueRow, url: Written | None) -> AnsweringAddress | None:
        if row.faults or url is None:
            return None
        needed = not self._older
        profile = self._parts.reference(row, self._parts.profiles, "rivtaprofil", needed=needed)
        system = self._parts.reference(row, self._parts.systems, "tjanstekomponent", "tjansteproducent", needed=needed)
        return None if row.faults else AnsweringAddress(row, url, system, profile)
