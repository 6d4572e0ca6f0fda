"""Small random graphs of every kind and relation, and random questions to ask of them; the same for the same seed."""

import math
import random
from collections.abc import Iterator
from typing import Any, TypeVar

from graph.database.store import Store, Write
from graph.facts.facts import WRITTEN, Fact, LinkFact, LinkKey, Properties, Provenance, Ref, ThingFact
from graph.facts.merged_view import Link, Thing
from graph.ontology.declaration import Attribute, Kind, Relation
from graph.ontology.kinds import (
    Api,
    Exchange,
    InformationEntity,
    Initiative,
    Organisation,
    Procurement,
    Standard,
    StandardVersion,
    System,
)
from graph.ontology.ontology import ONTOLOGY
from loaders.runs.plan import Changes, Plan, plan
from loaders.runs.statements import statements, write_share
from queries.asking.question import Question

Member = TypeVar("Member")
TRUST = {"first": 50, "second": 50, "third": 90}
OFTEN: list[type[Kind]] = [System, System, System, Exchange, Exchange, InformationEntity, Organisation, StandardVersion]
KINDS: list[type[Kind]] = [*OFTEN, *OFTEN, Standard, Api, Initiative, Procurement, *ONTOLOGY.kinds.values()]
NAMES = ["Alfa", "alfa", "Älv", "Zebra", "Ö", "Åre", "Ärla", "Éclair", "A'; MATCH (n) DETACH DELETE n //", "{x} $x %s"]
TEXTS = [*NAMES, "</script><b>", '"quoted"', "back\\slash", "two\nlines", "🏥 vård", "x" * 300, "null", "0", "1980s"]
DAYS = ["1998", "2017-05", "2024-02-29", "2026", "2026-12-31", "2031-01-01", "2040"]


def fields(kind: type[Kind], id: str, chance: random.Random) -> Properties:
    """Random fields of a thing; most are not stated."""
    stated = {
        name: value(each, chance)
        for name, each in kind.attributes().items()
        if name not in {"id", "name"} and chance.random() < 0.4
    }
    return {"id": id, "name": chance.choice(NAMES), **stated}


def value(attribute: Attribute, chance: random.Random) -> Any:
    """A random value that the attribute takes."""
    one = _one(attribute, chance)
    return sorted({one, _one(attribute, chance)}) if attribute.many else one


def _one(attribute: Attribute, chance: random.Random) -> Any:
    if attribute.choices:
        return chance.choice(attribute.choices).value
    if attribute.is_day:
        return chance.choice(DAYS)
    if attribute.type is bool:
        return chance.random() < 0.5
    if attribute.type is int:
        return chance.choice([0, 1, 2, 3, 12, 2026])
    if attribute.type is float:
        return chance.choice([0.0, 1.5, 1e6, 2.5e6])
    return chance.choice(TEXTS)


def said(chance: random.Random) -> Provenance:
    """A random provenance."""
    section, paraphrase = chance.choice([None, "4.2", "§ 1"]), chance.choice([None, "As told.", "Så som det sägs."])
    return Provenance(chance.choice(["doc", "annat"]), section, paraphrase, chance.choice(WRITTEN), "f:1")


def datasets(seed: int) -> dict[str, list[Fact]]:
    """What one to three datasets say; they overlap."""
    chance = random.Random(seed)
    ids = [f"{chance.choice('aåZ9')}{number}{chance.choice(['', ' ö', '-x', '/y'])}" for number in range(40)]
    found = {Ref(chance.choice(KINDS).__name__, chance.choice(ids)) for _ in range(chance.randint(5, 40))}
    things = sorted(found)
    by_kind: dict[str, list[Ref]] = {}
    for ref in things:
        by_kind.setdefault(ref.kind, []).append(ref)
    pairs = [each for each in ONTOLOGY.pairs() if each[0].__name__ in by_kind and each[2].__name__ in by_kind]
    links: dict[LinkKey, Relation] = {}
    alone: set[tuple[Ref, str]] = set()
    for source, relation, target in chance.choices(pairs, k=len(things) * chance.randint(1, 4)) if pairs else []:
        start, end = chance.choice(by_kind[source.__name__]), chance.choice(by_kind[target.__name__])
        if start != end and not (relation.single and (start, relation.name) in alone):
            links[LinkKey(start, relation.name, end)] = relation
            alone.add((start, relation.name))
    result: dict[str, list[Fact]] = {}
    for name in list(TRUST)[: chance.randint(1, 3)]:
        part = 1.0 if not result else 0.3
        facts: list[Fact] = [
            ThingFact(ONTOLOGY.kinds[ref.kind], ref.id, fields(ONTOLOGY.kinds[ref.kind], ref.id, chance), said(chance))
            for ref in things
            if chance.random() < part
        ]
        for key, relation in links.items():
            if chance.random() < part:
                own = {each: value(a, chance) for each, a in relation.attributes.items() if chance.random() < 0.5}
                facts.append(LinkFact(key.source, relation, key.target, own, said(chance)))
        chance.shuffle(facts)
        result[name] = facts
    return result


def whole(said_by: dict[str, list[Fact]]) -> Plan:
    """All datasets as one plan for an empty graph."""
    things: dict[Ref, Thing] = {}
    links: dict[LinkKey, Link] = {}
    for run, (dataset, facts) in enumerate(said_by.items(), 1):
        made = plan(facts, things, links, dataset=dataset, trust=TRUST, run=run)
        for ref, stored in (made.things.create | made.things.replace).items():
            things[ref] = Thing(stored, ref.kind)
        for key, stored in (made.links.create | made.links.replace).items():
            links[key] = Link(stored, key.relation)
    return Plan(
        Changes(create={ref: thing.properties for ref, thing in things.items()}),
        Changes(create={key: link.properties for key, link in links.items()}),
    )


def shuffled(graph: Plan, chance: random.Random) -> Plan:
    """The same graph, to be written in another order."""

    def mixed(created: dict[Member, Properties]) -> dict[Member, Properties]:
        return dict(chance.sample(list(created.items()), len(created)))

    return Plan(Changes(create=mixed(graph.things.create)), Changes(create=mixed(graph.links.create)))


async def put(store: Store, graph: Plan, runs: int) -> None:
    """Make `graph` the whole content of the store, with a record of as many datasets and runs."""
    share = list(statements(graph))
    loaded = [
        {"id": name, "title": name, "trust": TRUST[name], "run": run, "loaded": "2026-01-01T00:00:00+00:00"}
        for run, name in enumerate(list(TRUST)[:runs], 1)
    ]

    async def write(write: Write) -> None:
        await write_share(write, share)
        await write.run("UNWIND $rows AS row CREATE (d:Dataset) SET d = row", rows=loaded)

    await store.write(lambda write: write.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n"))
    await store.write(write)


def asked(question: Question, graph: Plan, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Values to ask the question with: its defaults, then random ones."""
    needed = {name: each for name, each in question.inputs.items() if each.required}
    for inputs, part in ((needed, 1.0), (question.inputs, 0.5), (question.inputs, 0.8)):
        given = {
            name: _parameter(question, name, each, graph, chance)
            for name, each in inputs.items()
            if each.required or chance.random() < part
        }
        yield {name: each for name, each in given.items() if each is not None}


def _parameter(question: Question, name: str, attribute: Attribute, graph: Plan, chance: random.Random) -> Any:
    if kind := question.kind_of(name):
        ids = [ref.id for ref in graph.things.create if ref.kind == kind]
        return chance.choice(ids) if ids else None
    if attribute.choices or attribute.is_day or attribute.type is bool:
        return value(attribute, chance)
    if attribute.type is str:
        ref = chance.choice(list(graph.things.create))
        return chance.choice([ref.kind, ref.id, str(ref), *TEXTS])
    metadata = attribute.info.metadata
    low = next((each.ge for each in metadata if hasattr(each, "ge")), 0)
    high = next((each.le for each in metadata if hasattr(each, "le")), math.inf)
    return attribute.type(chance.randint(math.ceil(low), int(min(high, low + 5))))
