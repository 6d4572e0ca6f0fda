"""What the graph holds before a run: of what the dataset said last, and of what it says now."""

from collections import defaultdict
from collections.abc import Iterable

from graph.database import runs, schema
from graph.database.store import Store
from graph.errors import RunError
from graph.facts.facts import Fact, LinkFact, LinkKey, Ref, ThingFact
from graph.facts.merged_view import Link, Thing
from graph.language.words import N_
from graph.ontology.ontology import ONTOLOGY
from loaders.runs.plan import Plan
from loaders.runs.statements import Triple, batches, declared
from loaders.sources.contract import Dataset, Known, KnownThing

Current = tuple[dict[Ref, Thing], dict[LinkKey, Link]]
"""Things and relations that the graph holds before a run."""


async def known_things(store: Store) -> Known:
    """Every thing of the graph by kind and id, with its name and the datasets that state it."""
    known: dict[str, dict[str, KnownThing]] = {kind: {} for kind in ONTOLOGY.kinds}
    for row in await store.read(schema.THINGS):
        known[row["kind"]][row["id"]] = KnownThing(row["name"] or row["id"], frozenset(row["datasets"]))
    return known


async def trust_of(store: Store, dataset: Dataset) -> dict[str, int]:
    """How far each dataset is trusted, `dataset` as it says now."""
    rows = await store.read(runs.DATASETS)
    return {each["id"]: each["trust"] for each in rows[0]["datasets"]} | {dataset.id: dataset.trust}


async def current_state_of(store: Store, dataset: str, facts: Iterable[Fact]) -> Current:
    """What the graph holds of the dataset, and of the things and relations that the facts are about."""
    things: dict[Ref, Thing] = {}
    links: dict[LinkKey, Link] = {}
    counts = await store.read(runs.COUNT_DATASETS)
    if not counts[0]["datasets"]:
        return things, links
    for row in await store.read(runs.THINGS_OF_DATASET, dataset=dataset):
        things[row["n"].key] = row["n"]
    for row in await store.read(runs.LINKS_OF_DATASET, dataset=dataset):
        links[row["r"].key] = row["r"]
    wanted: dict[str, list[str]] = defaultdict(list)
    ends: dict[Triple, list[dict[str, str]]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, ThingFact) and fact.key not in things:
            wanted[fact.key.kind].append(fact.id)
        elif isinstance(fact, LinkFact) and fact.key not in links:
            triple = (fact.source.kind, fact.relation.name, fact.target.kind)
            ends[triple].append({"source": fact.source.id, "target": fact.target.id})
    for name, ids in wanted.items():
        for batch in batches(ids):
            for row in await store.read(schema.things_by_id(ONTOLOGY.kinds[name]), ids=batch):
                things[row["n"].key] = row["n"]
    for triple, rows in ends.items():
        for pairs in batches(rows):
            for row in await store.read(schema.links_by_ends(*declared(triple)), rows=pairs):
                links[row["r"].key] = row["r"]
    return things, links


async def refuse_dangling(store: Store, dataset: str, prepared: Plan) -> None:
    """Refuse a plan that would leave another dataset's relations to nothing.

    Raises:
        RunError: names the relation and the dataset that states it.
    """
    gone: dict[str, list[str]] = defaultdict(list)
    for ref in prepared.things.delete:
        gone[ref.kind].append(ref.id)
    for name, ids in gone.items():
        for row in await store.read(schema.links_of_things(ONTOLOGY.kinds[name]), ids=ids):
            others = [record.dataset for record in row["r"].records if record.dataset != dataset]
            if others:
                raise RunError(
                    N_(
                        "{dataset} no longer states one end of '{link}', which {other} still states. "
                        "Take it out of {other} first, or keep the thing."
                    ),
                    dataset=dataset,
                    link=row["r"].key,
                    other=others[0],
                )
