"""The last run of a dataset taken back, by a run of its own."""

import json
from dataclasses import replace
from functools import partial
from typing import Any

from graph.database import runs
from graph.database.store import Store
from graph.errors import RunError
from graph.facts.facts import FactKey, LinkFact, LinkKey, Properties, Provenance, Ref
from graph.facts.merged_view import Link, Thing
from graph.facts.records import Bookkeeping, Stated, fingerprint
from graph.language.words import N_
from graph.ontology.ontology import ONTOLOGY
from loaders.runs.circular_relations import circles
from loaders.runs.current_state import Current, born_in, held_by, keep, ledger_before, loaded_of, look_up, trusts
from loaders.runs.dataset_runs import FORGETTING, RENAMING, DatasetChange, alone, must_be_loaded, record_of_run, written
from loaders.runs.ledger import Entry, Ledger, id_of, key_of, new_parts, sort_of
from loaders.runs.plan import Changes, Plan, held_as
from loaders.runs.run_numbers import next_run
from loaders.runs.run_writing import Work, now


async def undo(store: Store, dataset: str, *, lease: float = 30.0, wait: float = 60.0) -> DatasetChange:
    """Take back the last run of `dataset` by a run of its own; to take that back too is to have the first one again.

    Raises:
        RunError: there is none that can be taken back, or others refer to what would be gone.
    """
    async with alone(store, lease, wait) as lock:
        number, loaded = await next_run(store), await loaded_of(store, dataset)
        last = await _last_run(store, dataset)
        was_loaded = json.loads(last["before"])
        held_before = await _held_before(store, last["number"])
        current: Current = ({}, {})
        async for held in born_in(store, last["number"]):
            keep(current, held)
        await look_up(store, held_before, *current)
        trust = await trusts(store) | ({dataset: was_loaded["trust"]} if was_loaded else {})
        prepared, ledger = Plan(), await ledger_before(store, dataset, loaded.get("run"))
        kept_in, touched = ledger.buckets, []
        changed = held_before.keys() | current[0].keys() | current[1].keys()
        if was_loaded and loaded and was_loaded["trust"] != loaded["trust"]:  # other values of all it says may win
            async for held in held_by(store, dataset):
                keep(current, held)
        for key in sorted(changed | current[0].keys() | current[1].keys(), key=str):
            if key not in changed:
                held_now = current[0].get(key) if isinstance(key, Ref) else current[1].get(key)
                _undo_one(prepared, current, key, _record_of(dataset, held_now), dataset, trust, number)
                continue
            was = _record_of(dataset, held_before.get(key))
            _undo_one(prepared, current, key, was and replace(was, run=number), dataset, trust, number)
            touched.append((sort_of(key), id_of(key)))
            _note(ledger, key, was)
        await _refuse_without_ends(store, dataset, prepared)
        await _refuse_circles(store, dataset, ledger)
        parts = partial(new_parts, dataset, number, ledger, touched if kept_in else None)
        noted_now = was_loaded | {"digest": "", "run": number, "loaded": now()} if was_loaded else None
        record = record_of_run(number, dataset, "samband undo", loaded)
        return await written(store, lock, Work(dataset, number, prepared, current, parts, record, noted_now))


async def _last_run(store: Store, dataset: str) -> Properties:
    """The last run of the dataset, which can be taken back."""
    rows = await store.read(runs.LAST_RUN_OF, dataset=dataset)
    if not rows:
        await must_be_loaded(store, dataset)
        raise RunError(N_("Nothing is known of a run of {name}."), name=dataset)
    last = dict(rows[0]["run"])
    if last.get("before") is None:
        raise _past_undo(last, dataset)
    return last


def _past_undo(last: Properties, dataset: str) -> RunError:
    command, _, old = str(last["path"]).rpartition(" ")
    if command == RENAMING:
        text = N_(
            "Run {run}, the last one of {name}, is a change of name, and is not taken back. To have the older name, "
            "run: samband rename {name} {old}"
        )
    elif last["path"] == FORGETTING:
        text = N_("{name} was forgotten for good by run {run}: nothing of it is kept. Load its files again.")
    else:
        text = N_(
            "Run {run}, the last one of {name}, cannot be taken back: it was written by an older version. "
            "Load the files as they were before it."
        )
    return RunError(text, run=last["number"], name=dataset, old=old)


async def _held_before(store: Store, run: int) -> dict[FactKey, Thing | Link]:
    """What the graph held, before the run, of all that it replaced and deleted."""
    found: dict[FactKey, Thing | Link] = {}
    for row in await store.read(runs.UNDO_OF_RUN, run=run):
        for kept in json.loads(row["batch"]):
            relation = row["sort"].split(" ")
            held = Link(kept["properties"], relation[1]) if len(relation) > 1 else Thing(kept, row["sort"])
            found[held.key] = held
    return found


def _record_of(dataset: str, held: Thing | Link | None) -> Stated | None:
    return next((each for each in held.records if each.dataset == dataset), None) if held else None


def _undo_one(
    prepared: Plan, current: Current, key: FactKey, was: Stated | None, dataset: str, trust: dict[str, int], run: int
) -> None:
    """Plan that the dataset says `was` of the thing or relation, or nothing."""
    changes: Changes[Any] = prepared.things if isinstance(key, Ref) else prepared.links
    held = current[0].get(key) if isinstance(key, Ref) else current[1].get(key)
    others = [each for each in held.records if each.dataset != dataset] if held else []
    records = [*others, *([was] if was else [])]
    if not records:
        if held:
            changes.delete.append(key)
    elif held:
        now, same = _record_of(dataset, held), False
        if was and now and fingerprint(was, was.fields) == fingerprint(now, now.fields):
            records[-1], same = replace(now, place=was.place, source=was.source), True
        properties = held_as(key, records, trust, held.properties[Bookkeeping.BORN])
        if properties != held.properties:
            moved = same and replace(held, properties=properties).fields == held.fields
            (changes.moved if moved else changes.replace)[key] = properties
    else:
        changes.create[key] = held_as(key, records, trust, run)


async def _refuse_circles(store: Store, dataset: str, ledger: Ledger) -> None:
    """Refuse what a load would refuse: relations that come round, with what others state now.

    Raises:
        RunError: names the first.
    """
    said = (key_of(sort, id) for sort, entries in ledger.said.items() if " " in sort for id in entries)
    links = [
        LinkFact(key.source, ONTOLOGY.relations[key.relation], key.target, {}, Provenance(dataset))
        for key in said
        if isinstance(key, LinkKey) and ONTOLOGY.relations[key.relation].acyclic
    ]
    if found := await circles(store, dataset, links):
        text = N_("The last run of {dataset} cannot be taken back: {problem}")
        raise RunError(text, dataset=dataset, problem=replace(found[0], place=""))


def _note(ledger: Ledger, key: FactKey, said: Stated | None) -> None:
    if said is None:
        ledger.forget(sort_of(key), id_of(key))
    else:
        ledger.note(sort_of(key), id_of(key), Entry(fingerprint(said, said.fields), said.place))


async def _refuse_without_ends(store: Store, dataset: str, prepared: Plan) -> None:
    """Refuse to create relations of which an end is gone since.

    Raises:
        RunError: names the first.
    """
    ends = {end: key for key in prepared.links.create for end in (key.source, key.target)}
    there: Current = ({}, {})
    await look_up(store, ends.keys() - prepared.things.create.keys(), *there)
    gone = set(prepared.things.delete)
    for end, key in ends.items():
        if end in gone or not (end in there[0] or end in prepared.things.create):
            text = N_(
                "The last run of {dataset} cannot be taken back: '{link}' would be stated again, and {thing} is not "
                "there any more. Take back first what took that away."
            )
            raise RunError(text, dataset=dataset, link=key, thing=end)
