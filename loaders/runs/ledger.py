"""What a dataset says, by key, with the fingerprint of each record and the place that is kept with it.

It is kept in the graph beside the facts, so that a run sees what a reading changes without reading the graph.
"""

import json
import secrets
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from json.encoder import encode_basestring as text_of
from typing import NamedTuple
from zlib import crc32

from graph.database import ledgers
from graph.database.store import Store, Write
from graph.facts.facts import FactKey, LinkKey, Ref
from graph.facts.merged_view import Link, Thing
from graph.facts.records import fingerprint
from graph.snapshot.gc_control import no_collection
from loaders.runs.statements import batches

IN_PART = 1_000
"""Entries that a part has about, when it is made."""
MOST_IN_PART = 8
"""How many times as many it may come to have before all parts are made anew."""
Id = str | tuple[str, str]
"""What tells a thing among its kind, or a relation among those of its sort: the ids of both ends."""


class Entry(NamedTuple):
    """One record of the dataset."""

    fingerprint: int
    place: str
    """As it is kept with the record."""


class Ledger:
    """What one dataset says."""

    def __init__(self, buckets: int = 0) -> None:
        self.buckets = buckets
        """Of how many parts it is kept; 0 where it is not kept yet."""
        self.said: dict[str, dict[Id, Entry]] = {}
        """By sort: a kind's name, or source kind, relation and target kind, with spaces between."""

    def __len__(self) -> int:
        return sum(map(len, self.said.values()))

    def sizes(self) -> Counter[str]:
        """How many things of each kind it states, and how many relations of each name."""
        found: Counter[str] = Counter()
        for sort, entries in self.said.items():
            found[_named(sort)] += len(entries)
        return found

    def note(self, sort: str, id: Id, entry: Entry) -> None:
        """Let the dataset say this."""
        self.said.setdefault(sort, {})[id] = entry

    def forget(self, sort: str, id: Id) -> None:
        """Let the dataset not say this any more."""
        self.said.get(sort, {}).pop(id, None)

    def parts(self, touched: Collection[tuple[str, Id]] | None) -> dict[int, str]:
        """By bucket, the parts in which something of `touched` stands, as they are kept; all of them where it is None.

        Where they have become too large, or are not kept yet, they are all made anew.
        """
        size = len(self)
        if touched is None or not self.buckets or size > self.buckets * IN_PART * MOST_IN_PART:
            touched, self.buckets = None, max(1, size // IN_PART)
        wanted = range(self.buckets) if touched is None else {_bucket(sort, id, self.buckets) for sort, id in touched}
        if not wanted:
            return {}
        said = ((sort, id, entry) for sort, entries in self.said.items() for id, entry in entries.items())
        return _written(said, wanted, self.buckets)


def sort_of(key: FactKey) -> str:
    """What things of the kind, or relations of the name between the kinds, stand under."""
    return key.kind if isinstance(key, Ref) else f"{key.source.kind} {key.relation} {key.target.kind}"


def id_of(key: FactKey) -> Id:
    """What tells it among its sort."""
    return key.id if isinstance(key, Ref) else (key.source.id, key.target.id)


def key_of(sort: str, id: Id) -> FactKey:
    """The thing or relation that stands there."""
    if isinstance(id, str):
        return Ref(sort, id)
    source, relation, target = sort.split(" ")
    return LinkKey(Ref(source, id[0]), relation, Ref(target, id[1]))


async def kept_ledger(store: Store, dataset: str, run: int) -> Ledger | None:
    """The ledger of the dataset as `run`, its last, left it; None where the graph keeps none that is whole."""
    found = Ledger()
    latest: dict[int, str] = {}
    for row in await store.read(ledgers.PARTS, dataset=dataset, run=run):
        if row["of"] != found.buckets:
            found.buckets, latest = row["of"], {}
        latest[row["bucket"]] = row["entries"]
    if not found.buckets or len(latest) < found.buckets:
        return None
    with no_collection():
        for entries in latest.values():
            for sort, said in json.loads(entries).items():
                link = " " in sort
                found.said.setdefault(sort, {}).update(
                    ((tuple(id) if link else id), Entry(number, place)) for id, number, place in said
                )
    return found


def ledger_of(dataset: str, held: Iterable[Thing | Link]) -> Ledger:
    """The ledger of a dataset of which the graph keeps none, from all that it holds of it."""
    found = Ledger()
    for each in held:
        for record in each.records:
            if record.dataset == dataset:
                found.note(sort_of(each.key), id_of(each.key), Entry(fingerprint(record, record.fields), record.place))
    return found


@dataclass(frozen=True)
class LedgerParts:
    """Parts of a ledger, as a run notes them."""

    dataset: str
    run: int
    of: int
    """How many there are of the ledger."""
    entries: Mapping[int, str]
    """What stands in each, by bucket."""

    async def note(self, write: Write) -> None:
        """Note them, beside those of before."""
        ours = secrets.token_hex(8)  # an id that nobody else can have
        told = {"dataset": self.dataset, "run": self.run, "of": self.of}
        rows = [
            told | {"id": f"{self.dataset}-{self.run}-{bucket}-{ours}", "bucket": bucket, "entries": entries}
            for bucket, entries in self.entries.items()
        ]
        for batch in batches(rows):
            await write.run(ledgers.NOTE_PARTS, rows=batch)

    async def let_count(self, write: Write) -> None:
        """Let them count alone."""
        await write.run(
            ledgers.FORGET_EARLIER, dataset=self.dataset, run=self.run, of=self.of, buckets=list(self.entries)
        )

    def shares(self) -> Iterator["LedgerParts"]:
        """The same in shares that fit in one transaction each."""
        for batch in batches(self.entries.items()):
            yield replace(self, entries=dict(batch))


def first_parts(dataset: str, run: int, said: Iterable[tuple[str, Id, Entry]], size: int) -> "LedgerParts":
    """The parts of the ledger of a dataset that says `size` things and relations, and said nothing before."""
    buckets = max(1, size // IN_PART)
    return LedgerParts(dataset, run, buckets, _written(said, range(buckets), buckets))


def _written(said: Iterable[tuple[str, Id, Entry]], wanted: Iterable[int], buckets: int) -> dict[int, str]:
    """The wanted parts of so many buckets, as they are kept: as JSON, by sort, each entry as its id and what it holds.

    The text is made entry by entry: lists for an encoder would be several times as large as what it makes of them.
    """
    found: dict[int, dict[str, list[str]]] = {bucket: defaultdict(list) for bucket in wanted}
    for sort, id, (number, place) in said:
        part = found.get(_bucket(sort, id, buckets))
        if part is not None:
            who = text_of(id) if isinstance(id, str) else f"[{text_of(id[0])},{text_of(id[1])}]"
            part[sort].append(f"[{who},{number},{text_of(place)}]")
    return {
        bucket: "{" + ",".join(f"{text_of(sort)}:[{','.join(rows)}]" for sort, rows in part.items()) + "}"
        for bucket, part in found.items()
    }


def new_parts(dataset: str, run: int, ledger: Ledger, touched: list[tuple[str, Id]] | None) -> LedgerParts:
    """The parts of the ledger that `run` notes: those with something `touched`, or all of them."""
    entries = ledger.parts(touched)
    return LedgerParts(dataset, run, ledger.buckets, entries)


def _named(sort: str) -> str:
    return sort.split(" ")[1] if " " in sort else sort


def _bucket(sort: str, id: Id, buckets: int) -> int:
    text = id if isinstance(id, str) else f"{id[0]} {id[1]}"
    return crc32(text.encode("utf-8", "surrogatepass"), len(sort)) % buckets
