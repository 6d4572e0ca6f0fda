"""The bundled registers as a snapshot, without a database."""

from functools import cache
from pathlib import Path

from graph.facts.facts import Fact, LinkFact, LinkKey, Ref, ThingFact
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Snapshot
from loaders.sources.contract import KnownThing
from loaders.sources.formats import BUNDLED, recognised


@cache
def bundled_snapshot() -> Snapshot:
    """The reference data, the case, and the illustrative layer."""
    return Snapshot.of_facts(facts(*BUNDLED))


def facts(*registers: Path) -> list[Fact]:
    """What the registers say, each thing and relation once; of a field that several state, the first counts."""
    found: dict[Ref | LinkKey, Fact] = {}
    known: dict[str, dict[str, KnownThing]] = {kind: {} for kind in ONTOLOGY.kinds}
    for path in registers:
        reading = recognised(path).read(path, known)
        assert not reading.problems, [problem.say("en") for problem in reading.problems]
        for fact in reading.facts:
            if isinstance(fact, ThingFact):
                name = str(fact.fields.get("name", fact.id))
                known[fact.kind.__name__].setdefault(fact.id, KnownThing(name, frozenset({reading.dataset.id})))
                before = found.get(fact.key)
                fields = {**fact.fields, **before.fields} if isinstance(before, ThingFact) else fact.fields
                found[fact.key] = ThingFact(fact.kind, fact.id, fields, fact.provenance)
            else:
                assert isinstance(fact, LinkFact)
                found.setdefault(fact.key, fact)
    return list(found.values())
