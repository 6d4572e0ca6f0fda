"""Who says what: records in words, and the names of what they are about and of who says it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.database.names import LIBRARY, names_by_id
from graph.database.store import Store
from graph.facts import places
from graph.facts.facts import Ref, name_of
from graph.facts.records import Record
from graph.language.words import Language, Words
from graph.ontology.kinds import Document
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Snapshot
from visualisations.wording.cell_wording import Part

Names = Mapping[Ref, Words]


@dataclass(frozen=True)
class Library:
    """What datasets and documents are called."""

    datasets: Mapping[str, Words]
    documents: Mapping[str, tuple[Ref, Words]]
    """By file."""

    def source(self, name: str, language: Language) -> Part:
        """A source by the title of its document, where the graph holds it."""
        if found := self.documents.get(name):
            return Part(found[1].say(language), found[0])
        return Part(name)

    def dataset(self, id: str, language: Language) -> str:
        """A dataset by its title."""
        return self.datasets[id].say(language) if id in self.datasets else id


@dataclass(frozen=True)
class RecordWording:
    """Records in words, once it is known what datasets, documents and things are called: each part of the record alone.

    The `names` are of things that have a page.
    """

    known: Library
    language: Language
    names: Names = field(default_factory=dict)

    def about(self, record: Record) -> tuple[Part, ...]:
        """The thing, or the relation between two things, that it is about."""
        if isinstance(record.key, Ref):
            return (self._named(record.key),)
        source, relation, target = record.key
        verb = ONTOLOGY.relations[relation].forward.say(self.language)
        return self._named(source), Part(f" {verb} "), self._named(target)

    def source(self, record: Record) -> Part:
        """Who says it, by the title of the document where the graph holds that."""
        return self.known.source(record.source, self.language)

    def dataset(self, record: Record) -> str:
        """Whose record it is."""
        return self.known.dataset(record.dataset, self.language)

    def evidence(self, record: Record) -> str:
        """On what ground it stands."""
        return record.evidence.words.say(self.language)

    def place(self, record: Record) -> str:
        """Where it was read."""
        return places.in_words(record.place, self.language)

    def _named(self, ref: Ref) -> Part:
        if ref in self.names:
            return Part(self.names[ref].say(self.language), ref)
        return Part(ref.id)


async def library(store: Store) -> Library:
    """The names of all datasets and documents, in one round trip."""
    return library_of(await store.read(LIBRARY))


def library_of(rows: Iterable[Mapping[str, Any]]) -> Library:
    """The same from the rows of `LIBRARY`."""
    named = {row["key"]: (row, name_of(row["id"], row)) for row in rows}
    return Library(
        datasets={key: words for key, (row, words) in named.items() if row["dataset"]},
        documents={
            key: (Ref(Document.__name__, row["id"]), words) for key, (row, words) in named.items() if not row["dataset"]
        },
    )


async def names_of(store: Store, refs: Iterable[Ref]) -> dict[Ref, Words]:
    """What the things are called, in one round trip; those that the graph no longer holds are left out."""
    by_kind: dict[str, list[str]] = {}
    for ref in dict.fromkeys(refs):
        if ref.kind in ONTOLOGY.kinds:
            by_kind.setdefault(ref.kind, []).append(ref.id)
    if not by_kind:
        return {}
    rows = await store.read(names_by_id(map(ONTOLOGY.kinds.__getitem__, by_kind)), **by_kind)
    return {Ref(row["kind"], row["id"]): name_of(row["id"], row) for row in rows}


def names_in(snapshot: Snapshot, refs: Iterable[Ref]) -> dict[Ref, Words]:
    """The same in a snapshot."""
    found = {ref: snapshot.get(*ref) for ref in refs}
    return {ref: name_of(node.id, node.fields) for ref, node in found.items() if node}


def refs_of(records: Iterable[Record]) -> list[Ref]:
    """Every thing that the records are about."""
    return [ref for each in records for ref in each.refs]
