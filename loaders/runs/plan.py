"""What a run will change: a pure comparison of what a dataset says with what the graph holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Generic, TypeVar

from graph.facts.facts import Evidence, Fact, FactKey, LinkKey, Properties, Provenance, Ref, ThingFact, searched_text
from graph.facts.merged_view import Link, Thing, merged
from graph.facts.records import Bookkeeping, Stated, fingerprint, properties_of
from graph.language.collation import sort_key

Key = TypeVar("Key", Ref, LinkKey)
Current = TypeVar("Current", Thing, Link)
_EVIDENCE = {each: each.value for each in Evidence}
_PROVENANCE = properties_of(Provenance)
_SORT_KEY, _SEARCH = Bookkeeping.SORT_KEY.value, Bookkeeping.SEARCH.value
_ENDPOINTS, _DATASETS = Bookkeeping.ENDPOINTS.value, Bookkeeping.DATASETS.value
_KEPT = (Bookkeeping.FIRST_RUN.value, Bookkeeping.BORN.value)
"""What stays of what is stated in another way."""


@dataclass
class Changes(Generic[Key]):
    """What becomes of things, or of relations."""

    create: dict[Key, Properties] = field(default_factory=dict)
    replace: dict[Key, Properties] = field(default_factory=dict)
    delete: list[Key] = field(default_factory=list)
    moved: dict[Key, Properties] = field(default_factory=dict)
    """What stands at another place in its file and is no change; written as what is replaced."""

    @property
    def rewritten(self) -> Iterator[tuple[Key, Properties]]:
        """What is replaced or has moved."""
        return chain(self.replace.items(), self.moved.items())

    @property
    def written(self) -> int:
        """How many things or relations are written."""
        return len(self) + len(self.moved)

    def __bool__(self) -> bool:
        return bool(self.create or self.replace or self.delete)

    def __len__(self) -> int:
        return len(self.create) + len(self.replace) + len(self.delete)


@dataclass
class Plan:
    """What a run will change."""

    things: Changes[Ref] = field(default_factory=Changes)
    links: Changes[LinkKey] = field(default_factory=Changes)

    def __bool__(self) -> bool:
        return bool(self.things) or bool(self.links)

    def __len__(self) -> int:
        return len(self.things) + len(self.links)

    @property
    def written(self) -> int:
        """How many things and relations are written."""
        return self.things.written + self.links.written

    @property
    def moved(self) -> int:
        """How many stand at another place in their files, and say the same."""
        return len(self.things.moved) + len(self.links.moved)


def plan(
    facts: Iterable[Fact],
    things: Mapping[Ref, Thing],
    links: Mapping[LinkKey, Link],
    *,
    dataset: str,
    trust: Mapping[str, int],
    run: int,
) -> Plan:
    """Compare `facts`, all that `dataset` says, with the `things` and `links` current about the same or by the dataset.

    `trust` is by dataset; `run` is the number that new and changed records get.
    """
    result = Plan()
    of_things = _Comparison(result.things, things, _thing_marks, dataset, trust, run)
    of_links = _Comparison(result.links, links, _link_marks, dataset, trust, run)
    for fact in facts:
        if isinstance(fact, ThingFact):
            of_things.compare(fact.key, fact)
        else:
            of_links.compare(fact.key, fact)
    of_things.sweep()
    of_links.sweep()
    return result


def undoing(done: Plan, things: Mapping[Ref, Thing], links: Mapping[LinkKey, Link]) -> Plan:
    """What to have again for all that `done` replaces and deletes; what it creates is known by its run."""
    lost_things = [*done.things.delete, *(ref for ref, _ in done.things.rewritten)]
    lost_links = [*done.links.delete, *(key for key, _ in done.links.rewritten)]
    return Plan(
        Changes(create={ref: things[ref].properties for ref in lost_things}),
        Changes(create={key: links[key].properties for key in lost_links}),
    )


def first_ground(said: Provenance, dataset: str, run: int) -> Properties:
    """What `merged` makes of one record beside its fields, with the run that it was born in."""
    ground: Properties = {"dataset": dataset, "run": run, "first_run": run, "born": run, "datasets": [dataset]}
    for name in _PROVENANCE:
        if (value := getattr(said, name)) is not None:
            ground[name] = value
    ground["evidence"] = _EVIDENCE[said.evidence]
    return ground


def _thing_marks(ref: Ref, properties: Properties) -> Properties:
    name = str(properties.get("name", ref.id))
    return {_SORT_KEY: sort_key(name), _SEARCH: searched_text(ref.id, properties)}


def _link_marks(key: LinkKey, properties: Properties) -> Properties:
    (source, id), (target, other) = key.source, key.target
    return {_ENDPOINTS: [source, id, target, other]}


def held_as(key: FactKey, records: Iterable[Stated], trust: Mapping[str, int], born: int) -> Properties:
    """What the graph holds of the thing or relation where these are all records of it; `born` in that run."""
    properties = merged(records, trust) | {Bookkeeping.BORN.value: born}
    return properties | (_thing_marks(key, properties) if isinstance(key, Ref) else _link_marks(key, properties))


def _same(fact: Fact, held: Thing | Link) -> bool:
    """Whether it is what the one dataset that states it said before."""
    before = held.properties
    said = Provenance(
        before["source"], before.get("section"), before.get("paraphrase"), Evidence(before["evidence"]), before["place"]
    )
    return fingerprint(fact.provenance, fact.fields) == fingerprint(said, held.fields)


class _Comparison(Generic[Key, Current]):
    """Compares one dataset's facts with what is current, key by key."""

    def __init__(
        self,
        changes: Changes[Key],
        current: Mapping[Key, Current],
        marks: Callable[[Key, Properties], Properties],
        dataset: str,
        trust: Mapping[str, int],
        run: int,
    ) -> None:
        self._changes: Changes[Key] = changes
        self._current: Mapping[Key, Current] = current
        self._marks: Callable[[Key, Properties], Properties] = marks
        self._dataset, self._trust, self._run = dataset, trust, run
        self._said: set[Key] = set()
        self._stood_on: Provenance | None = None
        self._ground: Properties = {}

    def compare(self, key: Key, fact: Fact) -> None:
        """Create or replace what `fact` is about, or leave it."""
        current = self._current.get(key)
        if current is None:
            self._changes.create[key] = self._alone(key, fact)
            return
        self._said.add(key)
        before = current.properties
        if before[_DATASETS] == [self._dataset] and not _same(fact, current):  # nothing to merge
            self._changes.replace[key] = self._alone(key, fact) | {name: before[name] for name in _KEPT}
            return
        record = Stated.of(fact, self._dataset, self._run)
        others: list[Stated] = [each for each in current.records if each.dataset != self._dataset]
        mine = next((each for each in current.records if each.dataset == self._dataset), None)
        born = current.properties[Bookkeeping.BORN]
        if mine is not None:
            if fingerprint(record, record.fields) != fingerprint(mine, mine.fields):
                record = replace(record, first_run=mine.first_run)
            else:
                record = replace(mine, place=record.place, source=record.source)
                if record != mine and self._stored(key, [*others, mine], born) == current.properties:
                    self._changes.moved[key] = self._stored(key, [*others, record], born)
                    return
        properties = self._stored(key, [*others, record], born)
        if properties != current.properties:
            self._changes.replace[key] = properties

    def _alone(self, key: Key, fact: Fact) -> Properties:
        """What the graph holds of what this dataset alone states, and for the first time."""
        if fact.provenance is not self._stood_on:  # the facts of a row stand on the very same
            self._stood_on = fact.provenance
            self._ground = first_ground(fact.provenance, self._dataset, self._run)
        return {**fact.fields, **self._ground, **self._marks(key, fact.fields)}

    def sweep(self) -> None:
        """Take back what the dataset said before and does not say now."""
        for key, current in self._current.items():
            if key in self._said:
                continue
            others: list[Stated] = [each for each in current.records if each.dataset != self._dataset]
            if len(others) == len(current.records):
                continue
            if others:
                self._changes.replace[key] = self._stored(key, others, current.properties[Bookkeeping.BORN])
            else:
                self._changes.delete.append(key)

    def _stored(self, key: Key, records: list[Stated], born: int) -> Properties:
        return held_as(key, records, self._trust, born)
