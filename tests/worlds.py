"""Small worlds for tests: things, relations between them, and the run that puts them into a store."""

from pathlib import Path

from graph.database.store import Store
from graph.facts.facts import Evidence, Fact, LinkFact, Provenance, ThingFact
from graph.language.words import Words
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.snapshot_reading import read_anew
from loaders.runs.run import load
from loaders.sources.contract import Dataset, Known, Reading


def thing(kind: type[Kind], id: str, *, evidence: Evidence = Evidence.STATED, **fields: object) -> ThingFact:
    """A thing that the world's document states; its name is its id, capitalised, where none is given."""
    if unknown := fields.keys() - kind.model_fields.keys():
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    stated = {"id": id, "name": id.capitalize(), **{name: _stored(value) for name, value in fields.items()}}
    return ThingFact(kind, id, stated, Provenance("world", evidence=evidence, place=f"world:{id}"))


def link(
    source: ThingFact, key: str, target: ThingFact, *, evidence: Evidence = Evidence.STATED, **fields: object
) -> LinkFact:
    """A relation by its key on the source's side: ``owned_by``, or backwards ``owns``."""
    side = ONTOLOGY.sides(source.kind)[key]
    if target.kind not in side.others:
        raise TypeError(f"{source.kind.__name__} {key} does not go to {target.kind.__name__}")
    start, end = (source, target) if side.outgoing else (target, source)
    return LinkFact(
        start.key,
        side.relation,
        end.key,
        {name: _stored(value) for name, value in fields.items()},
        Provenance("world", evidence=evidence, place=f"world:{source.id}-{target.id}"),
    )


async def put(store: Store, *facts: Fact, dataset: str = "world", trust: int = 50) -> None:
    """Load `facts` as the whole of one dataset."""
    await load(store, _World(dataset, facts, trust), Path(dataset), allow_removals=True)


async def read_snapshot(store: Store) -> Snapshot:
    """The graph as it is in the store now."""
    return (await store.apart(read_anew)).snapshot


class _World:
    """A source that says what the test gave it."""

    name, about = "world", Words("facts of a test", "uppgifter i ett test")

    def __init__(self, dataset: str, facts: tuple[Fact, ...], trust: int) -> None:
        self._reading = Reading(Dataset(dataset, dataset, trust=trust), repr(facts), list(facts), [])

    def recognises(self, path: Path) -> bool:
        return True

    def read(self, path: Path, known: Known) -> Reading:
        return self._reading


def _stored(value: object) -> object:
    """A value as a file's reader would hand it over."""
    return list(value) if isinstance(value, tuple) else value
