"""What a catalogue's entries refer to: systems, logical addresses, contracts and profiles."""

from dataclasses import dataclass, field

from graph.facts.places import ListRows
from graph.language.words import N_
from graph.ontology.declaration import LONGEST_ID
from graph.ontology.vocabulary import Irregularity
from loaders.files.written import shown
from loaders.sources.tak import envelope as lists
from loaders.sources.tak.contract_names import Contract, contract, profile_id
from loaders.sources.tak.envelope import Envelope
from loaders.sources.tak.rows import CatalogueRow, CatalogueRows, Written

NOT_THERE = N_("{field} is {value}, which is not in the file.")
TWICE = N_("Its number stands on another row too. Export the catalogue again.")


@dataclass
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
    """Parts by what refers to them: a row's id in the newer shape, its own key in the older."""

    def __init__(self) -> None:
        self.by_id: dict[str, CataloguePart] = {}
        self.by_key: dict[str, CataloguePart] = {}
        self.parts: dict[str, CataloguePart] = {}


class Parts:
    """All parts of a catalogue; rows of one list with one id are one part, and it is marked."""

    def __init__(self, envelope: Envelope, rows: CatalogueRows) -> None:
        self._data, self._older, self._rows = envelope.data, envelope.older, rows
        self.systems, self.addresses, self.contracts, self.profiles = (Index() for _ in range(4))
        for name in (lists.COMPONENTS, lists.CONSUMERS, lists.PRODUCERS):
            self._read(name, "hsaId", self.systems)
        self._read(lists.ADDRESSES, "hsaId", self.addresses)
        self._read(lists.CONTRACTS, "namnrymd", self.contracts)
        self._read(lists.PROFILES, "namn", self.profiles)

    def reference(self, row: CatalogueRow, index: Index, *names: str, needed: bool = True) -> CataloguePart | None:
        """What the row refers to by the first of `names` that it has."""
        name = next((each for each in names if row.said.get(each) is not None), names[0])
        written = self._rows.text(row, name, id=True, needed=needed)
        if written is None:
            return None
        part = index.by_key.get(written.text) if self._older else index.by_id.get(written.text)
        if part is None:
            self._rows.note(row.place, NOT_THERE, field=name, value=shown(written.text))
        elif written.raw not in part.odd:
            part.see(written)
        return part

    def _read(self, name: str, key: str, index: Index) -> None:
        """Read the parts of a list by the field `key`."""
        for row in self._rows.of(name, self._data.get(name, [])):
            written = self._rows.text(row, key, id=True, needed=True)
            about = self._rows.text(row, "beskrivning")
            if written is None:
                continue
            named = contract(written.text) if index is self.contracts else None
            id = profile_id(written.text) if index is self.profiles else named.version if named else written.text
            if len(id) > LONGEST_ID:
                self._rows.note(row.place, N_("{field} is longer than {most} characters."), field=key, most=LONGEST_ID)
                continue
            part = index.parts.setdefault(id, CataloguePart(id, row.place, contract=named))
            if name in part.lists:
                part.marks.add(Irregularity.SAME_ID)
            part.lists.append(name)
            index.by_key[written.text] = part
            number = f"{name} {row.id}" if self._older else row.id
            if row.id is not None and index.by_id.setdefault(str(number), part) is not part:
                self._rows.note(row.place, TWICE)
            part.see(written, about)
            if about:
                part.names.add(about.text)
            if index is self.profiles:
                part.names.add(written.text)
            if named is not None:
                self._version(row, part, named, written)

    def _version(self, row: CatalogueRow, part: CataloguePart, named: Contract, written: Written) -> None:
        if not named.regular:
            part.marks.add(Irregularity.NAMESPACE)
            part.odd.add(written.raw)
        major, minor = (self._rows.text(row, name) for name in ("majorVersion", "minorVersion"))
        if major and named.major and major.text != named.major:
            part.marks.add(Irregularity.MAJOR)
            part.odd.add(major.raw)
        if major:
            part.versions.add(f"{major.text}.{minor.text}" if minor else major.text)
