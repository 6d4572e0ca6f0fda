"""Renaming what a graph holds by older names: relations, kinds, fields, values, and what names them in texts.

Each step finds what still has the older name, so that a killed migration goes on where it was.
"""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from typing import Any, NamedTuple

from graph.database import renames, scenarios
from graph.database.lock import Lock
from graph.database.store import Row, Store, Write
from graph.errors import TakenError
from graph.facts.facts import Properties
from graph.language.words import N_
from graph.ontology.kinds import Exchange
from graph.ontology.ontology import ONTOLOGY, PAST
from loaders.runs.statements import batches

Record = dict[str, Any]


class RenamedName(NamedTuple):
    """What was renamed, and how many things or relations had the older name."""

    what: str
    things: int = 0
    links: int = 0


async def refuse_taken(store: Store) -> None:
    """Refuse to rename a kind where somebody else has a node with the new label and the id of a thing.

    Raises:
        TakenError: names the label and the ids.
    """
    for old, new in PAST.kinds.items():
        if rows := await store.read(renames.in_the_way(old, new)):
            raise TakenError(
                N_(
                    "The things of the kind {old} are called {new} now, and the database {database} at {uri} has "
                    "nodes of that label which Samband has not written: {ids}. Nothing was changed. "
                    "Give them another label or id, and try again."
                ),
                old=old,
                new=new,
                database=store.address.database,
                uri=store.address.uri,
                ids=", ".join(str(row["id"]) for row in rows),
            )


async def renamed(store: Store, lock: Lock) -> AsyncIterator[RenamedName]:
    """Rename all that has an older name; each name of which there was something."""
    for old, new in PAST.relations.items():
        yield RenamedName(_arrow(old, new), links=await _until_done(lock, renames.rename_type(old, new)))
    for old, new in PAST.kinds.items():
        yield RenamedName(_arrow(old, new), things=await _kind(store, lock, old, new))
    for owner, fields in PAST.fields.items():
        for old, new in fields.items():
            text = renames.rename_field(owner, _ties(owner), old, new)
            yield _step(owner, old, new, await _until_done(lock, text))
    for (owner, field), values in PAST.values.items():
        made = renames.rename_item if _many(owner, field) else renames.rename_value
        for old, new in values.items():
            done = await _until_done(lock, made(owner, _ties(owner), field), old=old, new=new)
            yield _step(f"{owner}.{field}", old, new, done)
    for owner in dict.fromkeys((*PAST.fields, *(owner for owner, _ in PAST.values))):
        await (_records_of_links if _ties(owner) else _records_of_things)(store, lock, owner)
    yield RenamedName("scenarios", things=await _scenarios(store, lock))


async def forget_labels(store: Store) -> None:
    """Let the database forget the constraints of labels that nothing has any more."""
    for old in PAST.kinds:
        await store.write(_running(renames.drop_constraint(old)))


async def _kind(store: Store, lock: Lock, old: str, new: str) -> int:
    things = await _until_done(lock, renames.copy_things(old, new))
    for row in await store.read(renames.types_at(old)):
        for move in (renames.move_outgoing, renames.move_incoming):
            await _until_done(lock, move(old, new, row["type"]))
    await _until_done(lock, renames.delete_copied(old))
    for place in (0, 2):
        await _until_done(lock, renames.rename_end(place), old=old, new=new)
    await _until_done(lock, renames.RENAME_GONE, old=f"{old}/", new=f"{new}/")
    return things


async def _until_done(lock: Lock, text: str, **parameters: object) -> int:
    total = 0
    while rows := (await lock.write(_running(text, **parameters)))[0]["rows"]:
        total += rows
    return total


def _running(text: str, **parameters: object) -> Callable[[Write], Awaitable[list[Row]]]:
    return lambda write: write.run(text, **parameters)


async def _records_of_things(store: Store, lock: Lock, owner: str) -> None:
    rows = [
        {"id": row["id"], "records": text}
        for row in await store.read(renames.records_of_things(owner))
        if (text := present_records(owner, row["records"])) != row["records"]
    ]
    await _set(lock, renames.set_records_of_things(owner), rows)


async def _records_of_links(store: Store, lock: Lock, owner: str) -> None:
    found: dict[tuple[str, str], list[Properties]] = defaultdict(list)
    for row in await store.read(renames.records_of_links(owner)):
        if (text := present_records(owner, row["records"])) != row["records"]:
            source, start, target, end = row["endpoints"]
            found[source, target].append({"source": start, "target": end, "records": text})
    for (source, target), rows in found.items():
        await _set(lock, renames.set_records_of_links(source, owner, target), rows)


async def _set(lock: Lock, text: str, rows: list[Properties]) -> None:
    for batch in batches(rows):
        await lock.write(_running(text, rows=batch))


def present_records(owner: str, stored: str) -> str:
    """The stored records of a thing or relation of `owner` with the present names and values of its fields."""
    records: list[Record] = json.loads(stored)
    for each in records:
        each["fields"] = dict(_present_fields(owner, each["fields"]))
    return json.dumps(records, ensure_ascii=False, sort_keys=True)


def _present_fields(owner: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, said in fields.items():
        field = PAST.field(owner, name)
        if was := PAST.values.get((owner, field)):
            said = [was.get(each, each) for each in said] if isinstance(said, list) else was.get(said, said)
        yield field, said


async def _scenarios(store: Store, lock: Lock) -> int:
    """Scenarios name kinds, and values of the fields that their steps give."""
    changed = 0
    for row in await store.read(scenarios.WHOLE):
        told = json.loads(row["told"])
        for step in told["steps"]:
            if "kind" in step:
                step["kind"] = PAST.kind(step["kind"])
            if "timing" in step:
                step["timing"] = PAST.value(Exchange.__name__, "timing", step["timing"])
        if (text := json.dumps(told, ensure_ascii=False)) != row["told"]:
            await lock.write(_running(scenarios.RETELL, id=row["id"], told=text))
            changed += 1
    return changed


def _ties(owner: str) -> bool:
    return owner in ONTOLOGY.relations


def _many(owner: str, field: str) -> bool:
    attributes = ONTOLOGY.relations[owner].attributes if _ties(owner) else ONTOLOGY.kinds[owner].attributes()
    return attributes[field].many


def _step(owner: str, old: str, new: str, done: int) -> RenamedName:
    return RenamedName(f"{owner}: {_arrow(old, new)}", *((0, done) if _ties(owner) else (done, 0)))


def _arrow(old: str, new: str) -> str:
    return f"{old} → {new}"
