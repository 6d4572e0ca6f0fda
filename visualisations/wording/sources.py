"""Who says what: records as a page shows them, and the names of the things that they are about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.database.names import LIBRARY, names_by_id
from graph.database.store import Store
from graph.facts import places
from graph.facts.facts import Evidence, Ref, Stated
from graph.language.words import Language, Words
from graph.ontology.kinds import Document
from graph.ontology.ontology import ONTOLOGY
from queries.asking.answer import Shown
from visualisations.wording.cell_wording import Part

Names = Mapping[Ref, Words]
NOTHING_ASSUMED: Names = {}


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
class Record:
    """One dataset's record as a page shows it."""

    about: tuple[Part, ...]
    dataset: str
    source: Part
    section: str | None
    paraphrase: str | None
    evidence: str
    illustrative: bool
    place: str
    run: int


async def library(store: Store) -> Library:
    """The names of all datasets and documents, in one round trip."""
    rows = await store.read(LIBRARY)
    named = {row["key"]: (row, words_of(row["name"] or row["id"], row["name_sv"])) for row in rows}
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
    return {Ref(row["kind"], row["id"]): words_of(row["name"] or row["id"], row["name_sv"]) for row in rows}


def words_of(name: str, name_sv: str | None) -> Words:
    """A thing's name in both languages."""
    return Words(name, name_sv or name)


def refs_of(shown: Iterable[Shown]) -> list[Ref]:
    """Every thing that the records are about."""
    return [ref for each in shown for ref in each.refs]


def shown_record(
    shown: Shown, names: Names, known: Library, language: Language, assumed: Names = NOTHING_ASSUMED
) -> Record:
    """A record behind an answer, with what it is about in words; `assumed` names what only a scenario has."""

    def named(ref: Ref) -> Part:
        if ref in names:
            return Part(names[ref].say(language), ref)
        return Part(assumed[ref].say(language) if ref in assumed else ref.id)

    if isinstance(shown.key, Ref):
        parts: tuple[Part, ...] = (named(shown.key),)
    else:
        source, relation, target = shown.key
        verb = ONTOLOGY.relations[relation].forward.say(language)
        parts = (named(source), Part(f" {verb} "), named(target))
    return _record(shown, parts, known, language)


def stated_record(stated: Stated, known: Library, language: Language) -> Record:
    """A record of a thing or relation, on a page that says already what it is about."""
    return _record(stated, (), known, language)


def _record(said: Shown | Stated, about: tuple[Part, ...], known: Library, language: Language) -> Record:
    return Record(
        about=about,
        dataset=known.dataset(said.dataset, language),
        source=known.source(said.source, language),
        section=said.section,
        paraphrase=said.paraphrase,
        evidence=said.evidence.words.say(language),
        illustrative=said.evidence is Evidence.ILLUSTRATIVE,
        place=places.in_words(said.place, language),
        run=said.run,
    )
