"""Facts laid out as a register: things in order, their relations with them or beside them, nothing said twice."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from graph.facts.facts import Fact, LinkFact, Provenance, Ref, ThingFact
from graph.language.collation import sort_key
from graph.ontology.declaration import Kind, Relation, Side
from graph.ontology.ontology import ONTOLOGY
from loaders.sources.register.provenance import EVIDENCE, PARAPHRASE, SECTION, SOURCE, Ground


@dataclass
class OutlineEntry:
    """One thing and the relations that go out from it."""

    thing: ThingFact
    links: list[LinkFact] = field(default_factory=list)


class Outline:
    """One dataset's facts, in an order that depends on nothing but them."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        order = {name: place for place, name in enumerate(ONTOLOGY.kinds)}
        stated = list(facts)
        things = [fact for fact in stated if isinstance(fact, ThingFact)]
        things.sort(key=lambda fact: (order[fact.key.kind], sort_key(str(fact.fields.get("name", ""))), fact.id))
        self._entries = {fact.key: OutlineEntry(fact) for fact in things}
        self.loose: list[LinkFact] = []
        """Relations from things that the dataset does not itself state."""
        relations = {name: place for place, name in enumerate(ONTOLOGY.relations)}
        links = [fact for fact in stated if isinstance(fact, LinkFact)]
        links.sort(key=lambda fact: (relations[fact.relation.name], fact.source, fact.target))
        for link in links:
            entry = self._entries.get(link.source)
            (entry.links if entry else self.loose).append(link)

    def kinds(self) -> list[tuple[type[Kind], list[OutlineEntry]]]:
        """The things of each kind that has any."""
        grouped: dict[str, list[OutlineEntry]] = {}
        for ref, entry in self._entries.items():
            grouped.setdefault(ref.kind, []).append(entry)
        return [(ONTOLOGY.kinds[name], entries) for name, entries in grouped.items()]

    def pointer(self, target: Ref, kinds: tuple[type[Kind], ...]) -> str:
        """How to write a reference to `target` where one of `kinds` is expected: as short as it is certain."""
        before = target.id.partition("/")[0]
        own = [kind for kind in kinds if Ref(kind.__name__, target.id) in self._entries]
        certain = len(own) == 1 if target in self._entries else len(kinds) == 1
        return target.id if certain and before not in ONTOLOGY.kinds else str(target)


def outgoing(relation: Relation) -> Side:
    """The relation from its source's side."""
    return Side(relation, True)


def stands_on(provenance: Provenance) -> Ground:
    """What a fact stands on, without its place."""
    return Ground(provenance.source, provenance.section, provenance.paraphrase, provenance.evidence)


def shared(grounds: Iterable[Ground]) -> Ground:
    """The source and evidence that most have, to be stated once."""
    counted = Counter((ground.source, ground.evidence) for ground in grounds)
    if not counted:
        return Ground()
    (source, evidence), _ = min(counted.items(), key=lambda each: (-each[1], str(each[0])))
    return Ground(source=source, evidence=evidence)


def needed(ground: Ground, outer: Ground) -> dict[str, str]:
    """What must be stated so that `ground` is understood within `outer`: as little as possible."""
    texts = {SOURCE: ground.source, SECTION: ground.section, PARAPHRASE: ground.paraphrase}
    held = {name: text for name, text in texts.items() if text is not None}
    stated: dict[str, str] = held
    for count in range(len(held) + 1):
        for names in combinations(reversed(held), count):
            tried = Ground(**{name: held[name] for name in names}, evidence=ground.evidence)
            if tried.under(outer) == ground:
                stated = {name: held[name] for name in held if name in names}
                break
        else:
            continue
        break
    if ground.evidence is not None and ground.evidence != outer.evidence:
        stated = {**stated, EVIDENCE: ground.evidence.value}
    return stated
