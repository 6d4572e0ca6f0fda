"""What the graph holds before a run: of what the dataset said last, and of what it says now."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.database import runs, schema
from graph.database.store import Store
from graph.errors import RunError
from graph.facts.facts import Fact, FactKey, LinkFact, LinkKey, Properties, Ref, ThingFact
from graph.facts.merged_view import Link, Thing
from graph.facts.records import with_fingerprints
from graph.language.words import N_, Language, say
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.gc_control import no_collection
from loaders.runs.ledger import Entry, Id, Ledger, id_of, kept_ledger, key_of, ledger_of, sort_of
from loaders.runs.plan import Plan
from loaders.runs.statements import CHANGED_BY_ANOTHER, Triple, batches, declared
from loaders.sources.contract import Known, KnownThing

Current = tuple[dict[Ref, Thing], dict[LinkKey, Link]]
"""Things and relations that the graph holds before a run."""
MOST_MOVED = 10_000
"""So many places of what is said again are written anew; where more have moved, those of before stay."""
DANGLING_NAMED = 20
PAGE = 20_000
"""Nodes or relationships of one reading: far fewer than an engine reads before it loses patience."""


@dataclass
class LedgerComparison:
    """A reading beside the ledger of its dataset."""

    new: list[Fact] = field(default_factory=list)
    """What the dataset does not state yet; others may."""
    otherwise: list[Fact] = field(default_factory=list)
    """What it states in another way."""
    moved: list[Fact] = field(default_factory=list)
    """What it states, from another place."""
    gone: list[FactKey] = field(default_factory=list)
    """What it stated, and does not any more."""


class DanglingError(RunError):
    """Other datasets state relations to what would be gone; nothing was written."""

    def __init__(self, dataset: str, left: Mapping[LinkKey, str]) -> None:
        key, other = min(left.items(), key=lambda each: str(each[0]))
        several = N_(
            "{dataset} would no longer state one end of {count} relations that other datasets state. "
            "Take them out of those first, or keep the things."
        )
        text = N_(
            "{dataset} no longer states one end of '{link}', which {other} still states. "
            "Take it out of {other} first, or keep the thing."
        )
        values = {"dataset": dataset, "link": key, "other": other, "count": len(left)}
        super().__init__(several if len(left) > 1 else text, **values)
        self.left = left
        """The relations, each with a dataset that states it."""

    def say(self, language: Language) -> str:
        """The relations, the first of them where they are many; then what to do."""
        if len(self.left) == 1:
            return super().say(language)
        named = sorted(self.left.items(), key=lambda each: str(each[0]))[:DANGLING_NAMED]
        told = [say(N_("{link}: stated by {other}"), language, link=key, other=other) for key, other in named]
        more = len(self.left) - len(named)
        told += [say(N_("and {count} more"), language, count=more)] if more else []
        return "\n".join([*told, super().say(language)])


async def known_things(store: Store) -> Known:
    """Every thing of the graph by kind and id, with its name and the datasets that state it."""
    found: dict[str, dict[str, KnownThing]] = {kind: {} for kind in ONTOLOGY.kinds}
    if not (await store.read(runs.COUNT_DATASETS))[0]["datasets"]:
        return found
    with no_collection():
        sets: dict[tuple[str, ...], frozenset[str]] = {}
        for row in await store.read(schema.KNOWN):
            kind = next(label for label in row["labels"] if label in found)  # somebody may have given it a label more
            for id, name, datasets in row["known"]:
                stating = sets.setdefault(tuple(datasets), frozenset(datasets))
                found[kind][id] = KnownThing(name or id, stating)
    return found


def stated_by_others(known: Known, dataset: str) -> Known:
    """What other datasets than `dataset` state, in the words of a source that takes its files for yet another one."""
    nobody = frozenset({""})  # no dataset is called so: whatever the files call theirs, this is another's
    return {
        kind: {id: KnownThing(thing.name, nobody) for id, thing in things.items() if thing.datasets - {dataset}}
        for kind, things in known.items()
    }


async def trusts(store: Store) -> dict[str, int]:
    """How far each dataset is trusted."""
    rows = await store.read(runs.DATASETS)
    return {each["id"]: each["trust"] for each in rows[0]["datasets"]}


async def loaded_of(store: Store, dataset: str) -> Properties:
    """What is noted of the dataset; nothing where it is not loaded."""
    rows = await store.read(runs.DATASET, id=dataset)
    return dict(rows[0]["loaded"]) if rows else {}


async def ledger_before(store: Store, dataset: str, run: int | None) -> Ledger:
    """What the dataset said in `run`, its last: by its ledger or, where there is none, by the graph itself."""
    if run is None:
        return Ledger()
    ledger = await kept_ledger(store, dataset, run)
    return ledger or ledger_of(dataset, [each async for each in held_by(store, dataset)])


async def held_by(store: Store, dataset: str) -> AsyncIterator[Thing | Link]:
    """Everything that the graph holds of the dataset, a page at a time.

    Raises:
        RunError: something else changes the graph meanwhile.
    """
    things = [schema.stated_things(kind) for kind in ONTOLOGY.kinds.values()]
    links = [schema.stated_links(relation) for relation in ONTOLOGY.relations.values()]
    async for held in _in_pages(store, [*things, *links], dataset=dataset):
        yield held


async def born_in(store: Store, run: int) -> AsyncIterator[Thing | Link]:
    """Everything that the run created and that is still there, a page at a time.

    Raises:
        RunError: something else changes the graph meanwhile.
    """
    things = [schema.born_things(kind) for kind in ONTOLOGY.kinds.values()]
    links = [schema.born_links(relation) for relation in ONTOLOGY.relations.values()]
    async for held in _in_pages(store, [*things, *links], run=run):
        yield held


async def _in_pages(store: Store, wanted: list[schema.Pages], **parameters: object) -> AsyncIterator[Thing | Link]:
    counts = await store.read_together([each.total for each in wanted], **parameters)
    for total, page in ((rows[0]["total"], each.page) for rows, each in zip(counts, wanted, strict=True)):
        seen: set[FactKey] = set()
        for skip in range(0, total, PAGE):
            for row in await store.read(page, **parameters, skip=skip, take=PAGE):
                seen.add(row["held"].key)
                yield row["held"]
        if len(seen) != total:
            raise RunError(CHANGED_BY_ANOTHER)


def compared(facts: Iterable[Fact], ledger: Ledger) -> LedgerComparison:
    """Each fact beside what the dataset said before."""
    found = LedgerComparison()
    if not len(ledger):
        found.new = [*facts]
        return found
    left = {sort: dict(entries) for sort, entries in ledger.said.items()}
    nothing: dict[Id, Entry] = {}
    for fact, fingerprint in with_fingerprints(facts):
        sort, id = _stands_under(fact)
        before = left.get(sort, nothing).pop(id, None)
        if before is None or before.fingerprint != fingerprint:
            (found.new if before is None else found.otherwise).append(fact)
        elif before.place != fact.provenance.place:
            found.moved.append(fact)
    found.gone = [key_of(sort, id) for sort, entries in left.items() for id in entries]
    return found


def _stands_under(fact: Fact) -> tuple[str, Id]:
    """Its sort and id in the ledger."""
    if isinstance(fact, ThingFact):
        return fact.kind.__name__, fact.id
    source, target = fact.source, fact.target
    return f"{source.kind} {fact.relation.name} {target.kind}", (source.id, target.id)


def entries_of(facts: Iterable[Fact]) -> Iterator[tuple[str, Id, Entry]]:
    """Sort, id and entry of each fact."""
    for fact, fingerprint in with_fingerprints(facts):
        yield *_stands_under(fact), Entry(fingerprint, fact.provenance.place)


async def current_state_of(
    store: Store, dataset: str, beside: LedgerComparison, *, whole: bool, moved: bool
) -> Current:
    """What the graph holds of what a comparison names, with `moved` of what has moved; `whole`: of all it says."""
    things: dict[Ref, Thing] = {}
    links: dict[LinkKey, Link] = {}
    said = [*(fact.key for fact in (*beside.otherwise, *(beside.moved if moved else ()))), *beside.gone]
    if whole:
        async for held in held_by(store, dataset):
            keep((things, links), held)
    else:
        await look_up(store, said, things, links)
    if (await store.read(runs.COUNT_DATASETS))[0]["datasets"]:
        await look_up(store, [fact.key for fact in beside.new if isinstance(fact, ThingFact)], things, links)
        created = {fact.key for fact in beside.new if isinstance(fact, ThingFact)} - things.keys()
        ends = [
            fact.key for fact in beside.new
            if isinstance(fact, LinkFact) and not (fact.source in created or fact.target in created)
        ]  # fmt: skip
        await look_up(store, ends, things, links)
    return things, links


def keep(current: Current, held: Thing | Link) -> None:
    """Add what the graph holds to the rest."""
    things, links = current
    if isinstance(held, Thing):
        things[held.key] = held
    else:
        links[held.key] = held


async def look_up(store: Store, keys: Iterable[FactKey], things: dict[Ref, Thing], links: dict[LinkKey, Link]) -> None:
    """Read what stands under the keys, as far as anything does."""
    ids: dict[str, list[str]] = defaultdict(list)
    ends: dict[Triple, list[dict[str, str]]] = defaultdict(list)
    for key in keys:
        if isinstance(key, Ref):
            ids[key.kind].append(key.id)
        else:
            triple = (key.source.kind, key.relation, key.target.kind)
            ends[triple].append({"source": key.source.id, "target": key.target.id})
    for name, of_kind in ids.items():
        for batch in batches(of_kind):
            (row,) = await store.read(schema.properties_of_things(ONTOLOGY.kinds[name]), ids=batch)
            for thing in (Thing(held, name) for held in row["held"]):
                things[thing.key] = thing
    for triple, rows in ends.items():
        for pairs in batches(rows):
            (row,) = await store.read(schema.properties_of_links(*declared(triple)), rows=pairs)
            for link in (Link(held, triple[1]) for held in row["held"]):
                links[link.key] = link


def noted(ledger: Ledger, beside: LedgerComparison, *, moved: bool) -> list[tuple[str, Id]]:
    """Note in the ledger what a run makes of a comparison; what was noted. With `moved`, the places that moved, too."""
    touched = [(sort_of(key), id_of(key)) for key in beside.gone]
    for sort, id in touched:
        ledger.forget(sort, id)
    for sort, id, entry in entries_of([*beside.new, *beside.otherwise, *(beside.moved if moved else ())]):
        ledger.note(sort, id, entry)
        touched.append((sort, id))
    return touched


async def refuse_dangling(store: Store, dataset: str, prepared: Plan) -> None:
    """Refuse a plan that would leave other datasets' relations to nothing.

    Raises:
        RunError: names the relations and the datasets that state them.
    """
    gone: dict[str, list[str]] = defaultdict(list)
    for ref in prepared.things.delete:
        gone[ref.kind].append(ref.id)
    going = set(prepared.links.delete)
    left: dict[LinkKey, str] = {}
    for name, ids in gone.items():
        for batch in batches(ids):
            for row in await store.read(schema.links_of_things(ONTOLOGY.kinds[name]), ids=batch):
                if (link := row["r"]).key not in going:
                    stating = [record.dataset for record in link.records]
                    left[link.key] = next((each for each in stating if each != dataset), dataset)
    if left:
        raise DanglingError(dataset, left)
