"""Who says what: records as a page shows them, and the names of the things that they are about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.facts import Evidence, Ref, Stated
from graph.ontology import ONTOLOGY
from graph.store import Store
from graph.words import Language, Words
from queries.question import Shown
from visualisations.pages.cells import Part

Names = Mapping[Ref, Words]
Titles = Mapping[str, Words]
LINK = re.compile(
    rf"({'|'.join(ONTOLOGY.kinds)})/(.+) ({'|'.join(ONTOLOGY.relations)}) ({'|'.join(ONTOLOGY.kinds)})/(.+)", re.DOTALL
)
DATASETS = "MATCH (d:Dataset) RETURN d.id AS id, d.title AS title, d.title_sv AS title_sv"


@dataclass(frozen=True)
class Record:
    """One dataset's record as a page shows it."""

    about: tuple[Part, ...]
    dataset: str
    source: str
    section: str | None
    paraphrase: str | None
    evidence: str
    illustrative: bool
    place: str
    run: int


def dataset_titles(rows: Iterable[Mapping[str, str | None]]) -> dict[str, Words]:
    """Titles of datasets by their ids, from rows of id, title and title_sv."""
    return {
        str(row["id"]): Words(str(row["title"] or row["id"]), str(row["title_sv"] or row["title"] or row["id"]))
        for row in rows
    }


async def names_of(store: Store, refs: Iterable[Ref]) -> dict[Ref, Words]:
    """What the things are called, in one round trip; those that the graph no longer holds are left out."""
    by_kind: dict[str, list[str]] = {}
    for ref in dict.fromkeys(refs):
        if ref.kind in ONTOLOGY.kinds:
            by_kind.setdefault(ref.kind, []).append(ref.id)
    if not by_kind:
        return {}
    text = " UNION ALL ".join(
        f"UNWIND ${kind} AS id MATCH (n:{kind} {{id: id}}) "
        f"RETURN '{kind}' AS kind, n.id AS id, n.name AS name, n.name_sv AS name_sv"
        for kind in by_kind
    )
    rows = await store.read(text, **by_kind)
    return {Ref(row["kind"], row["id"]): words_of(row["name"] or row["id"], row["name_sv"]) for row in rows}


def words_of(name: str, name_sv: str | None) -> Words:
    """A thing's name in both languages."""
    return Words(name, name_sv or name)


def ends(about: str) -> tuple[Ref, str, Ref] | Ref:
    """The thing, or the two things and their relation, that a record is about."""
    if found := LINK.fullmatch(about):
        source_kind, source, relation, target_kind, target = found.groups()
        return Ref(source_kind, source), relation, Ref(target_kind, target)
    kind, _, id = about.partition("/")
    return Ref(kind, id)


def refs_of(shown: Iterable[Shown]) -> list[Ref]:
    """Every thing that the records are about."""
    refs: list[Ref] = []
    for each in shown:
        about = ends(each.about)
        refs += [about] if isinstance(about, Ref) else [about[0], about[2]]
    return refs


def shown_record(shown: Shown, names: Names, titles: Titles, language: Language) -> Record:
    """A record behind an answer, with what it is about in words."""
    about = ends(shown.about)
    if isinstance(about, Ref):
        parts: tuple[Part, ...] = (_named(about, names, language),)
    else:
        source, relation, target = about
        verb = ONTOLOGY.relations[relation].forward.say(language)
        parts = (_named(source, names, language), Part(f" {verb} "), _named(target, names, language))
    return _record(shown, parts, titles, language)


def stated_record(stated: Stated, titles: Titles, language: Language) -> Record:
    """A record of a thing or relation, on a page that says already what it is about."""
    return _record(stated, (), titles, language)


def _named(ref: Ref, names: Names, language: Language) -> Part:
    return Part(names[ref].say(language) if ref in names else ref.id, ref)


def _record(said: Shown | Stated, about: tuple[Part, ...], titles: Titles, language: Language) -> Record:
    return Record(
        about=about,
        dataset=titles[said.dataset].say(language) if said.dataset in titles else said.dataset,
        source=said.source,
        section=said.section,
        paraphrase=said.paraphrase,
        evidence=said.evidence.words.say(language),
        illustrative=said.evidence is Evidence.ILLUSTRATIVE,
        place=said.place,
        run=said.run,
    )
