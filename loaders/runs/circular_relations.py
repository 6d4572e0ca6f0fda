"""Circles of relations that cannot come round: a standard that replaces itself over another, for instance."""

from collections.abc import Iterable, Iterator

from graph.database.runs import DATASETS, links_of_others
from graph.database.store import Store
from graph.facts.facts import Fact, LinkFact, Ref
from graph.facts.places import parsed
from graph.language.words import N_
from graph.ontology.declaration import Relation
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.components import strongly_connected
from loaders.files.problem import Problem

ACYCLIC = [relation for relation in ONTOLOGY.relations.values() if relation.acyclic]


async def circles(store: Store, dataset: str, facts: Iterable[Fact]) -> list[Problem]:
    """Every relation of the facts that is part of a circle, alone or with what other datasets state, with its place."""
    others = any(each["id"] != dataset for each in (await store.read(DATASETS))[0]["datasets"])
    stated: dict[str, list[LinkFact]] = {relation.name: [] for relation in ACYCLIC}
    for fact in facts:
        if isinstance(fact, LinkFact) and fact.relation.acyclic:
            stated.setdefault(fact.relation.name, []).append(fact)
    problems: list[Problem] = []
    for relation in ACYCLIC:
        if links := stated[relation.name]:
            rows = await store.read(links_of_others(relation), dataset=dataset) if others else []
            current = [(Ref(r["source_kind"], r["source"]), Ref(r["target_kind"], r["target"])) for r in rows]
            problems += _circles(relation, links, current)
    return problems


def _circles(relation: Relation, links: list[LinkFact], current: list[tuple[Ref, Ref]]) -> Iterator[Problem]:
    ring_of = _rings([*((link.source, link.target) for link in links), *current])
    for link in links:
        ring = ring_of.get(link.source)
        if link.source == link.target or (ring is not None and ring == ring_of.get(link.target)):
            yield Problem(
                parsed(link.provenance.place) or link.provenance.place,
                N_("{source} {verb} {target}, which comes round to {source} again. Take away one of the relations."),
                {"source": link.source.id, "verb": relation.forward, "target": link.target.id},
            )


def _rings(pairs: list[tuple[Ref, Ref]]) -> dict[Ref, int]:
    """The circle that each thing is in, by its number; what is in none is left out."""
    rings = [ring for ring in strongly_connected((ref for pair in pairs for ref in pair), pairs) if len(ring) > 1]
    return {ref: number for number, ring in enumerate(rings) for ref in ring}
