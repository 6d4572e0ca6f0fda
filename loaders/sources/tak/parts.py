"""What a catalogue's entries refer to: systems, logical addresses, contracts and profiles."""

from dataclasses import dataclass, field

from graph.facts.facts import Ref
from graph.facts.places import ListRows
from graph.language.words import N_
from graph.ontology.declaration import LONGEST_ID, Kind
from graph.ontology.kinds import LogicalAddress, StandardVersion, System
from graph.ontology.vocabulary import Irregularity, NoteReason
from loaders.sources.tak import envelope as lists
from loaders.sources.tak.contract_names import Contract, contract, profile_id
from loaders.sources.tak.envelope import Envelope
from loaders.sources.tak.row_references import Numbers, Targets
from loaders.sources.tak.row_values import Written, text_of
from loaders.sources.tak.rows import CatalogueRow, CatalogueRows


@dataclass(eq=False)
class CataloguePart:
    """A system, logical address, contract or profile; rows with one id are one part."""

    id: str
    place: ListRows
    names: set[str] = field(default_factory=set)
    odd: set[str] = field(default_factory=set)
    """What is written oddly, as it is written."""
    marks: set[Irregularity] = field(default_factory=set)
    contract: Contract | None = None
    versions: set[str] = field(default_factory=set)
    lists: list[str] = field(default_factory=list)
    """In which lists its rows stand."""

    def see(self, *texts: Written | None) -> None:
        """Note the texts that are written with something around or in them."""
        for each in texts:
            if each and each.odd:
                self.marks.add(Irregularity.SPACES)
                self.odd.add(each.raw)


class Index:
    """The parts of one sort, and what refers to them: a row's number in the newer shape, its own key in the older."""

    def __init__(self, kind: type[Kind]) -> None:
        self.kind = kind.__name__
        self.parts: dict[str, CataloguePart] = {}
        self.targets: Targets[CataloguePart] = Targets()


class Parts:
    """Reads the lists of parts."""

    def __init__(self, envelope: Envelope, rows: CatalogueRows) -> None:
        self._data, self._older, self._rows = envelope.data, envelope.older, rows
        self.systems, self.addresses = Index(System), Index(LogicalAddress)
        self.contracts, self.profiles = Index(StandardVersion), Index(StandardVersion)
        for name in (lists.COMPONENTS, lists.CONSUMERS, lists.PRODUCERS):
            self._read(name, "hsaId", self.systems)
        self._read(lists.ADDRESSES, "hsaId", self.addresses)
        self._read(lists.CONTRACTS, "namnrymd", self.contracts)
        self._read(lists.PROFILES, "namn", self.profiles)

    def reference(self, row: CatalogueRow, index: Index, *names: str, needed: bool = True) -> CataloguePart | None:
        """What the row refers to by the first of `names` that it has; None after saying why there is none."""
        name = next((each for each in names if row.said.get(each) is not None), names[0])
        written = text_of(row, name, id=True, needed=needed)
        if written is None:
            return None
        part = index.targets.find(row, name, written.text)
        if part is not None:
            row.refers_to.append(Ref(index.kind, part.id))
            if self._older and written.raw not in part.odd:
                part.see(written)
        return part

    def _read(self, name: str, key: str, index: Index) -> None:
        """Read the parts of a list by the field `key`."""
        numbers = Numbers()
        for row in self._rows.of(name, self._data.get(name, [])):
            written = text_of(row, key, id=True, needed=True) if not row.faults else None
            part = self._part(name, key, index, row, written)
            if part is None:
                self._rows.set_aside(row)
            refers = (written.text if written else None) if self._older else row.id
            if refers is not None:
                index.targets.add(refers, row, part, doubled=not self._older)
            numbers.see(row, part, part.marks if part else None)

    def _part(
        self, name: str, key: str, index: Index, row: CatalogueRow, written: Written | None
    ) -> CataloguePart | None:
        """The part that the row is about; None where the row cannot be used."""
        about = text_of(row, "beskrivning")
        of_contract = ("majorVersion", "minorVersion") if index is self.contracts else ()
        versions = [text_of(row, each) for each in of_contract]
        if row.faults or written is None:
            return None
        named = contract(written.text) if index is self.contracts else None
        id = profile_id(written.text) if index is self.profiles else named.version if named else written.text
        if len(id) > LONGEST_ID:
            row.fault(
                NoteReason.TOO_LONG, N_("{field} is longer than {most} characters."), written.raw,
                field=key, most=LONGEST_ID,
            )  # fmt: skip
            return None
        part = index.parts.setdefault(id, CataloguePart(id, row.place, contract=named))
        if name in part.lists:
            part.marks.add(Irregularity.SAME_ID)
        part.lists.append(name)
        part.see(written, about)
        if about:
            part.names.add(about.text)
        if index is self.profiles:
            part.names.add(written.text)
        if named is not None:
            _see_version(part, named, written, *versions)
        return part


def _see_version(
    part: CataloguePart, named: Contract, written: Written, major: Written | None, minor: Written | None
) -> None:
    if not named.regular:
        part.marks.add(Irregularity.NAMESPACE)
        part.odd.add(written.raw)
    if major and named.major and major.text != named.major:
        part.marks.add(Irregularity.MAJOR)
        part.odd.add(major.raw)
    if major:
        part.versions.add(f"{major.text}.{minor.text}" if minor else major.text)
