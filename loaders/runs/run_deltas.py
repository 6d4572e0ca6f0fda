"""Noting which things and relations a run touched, in the transaction that ends it."""

import secrets
from collections.abc import Iterator, Mapping
from itertools import chain

from graph.database import deltas
from graph.database.store import Write
from graph.facts.facts import Properties, Ref
from graph.facts.merged_view import Thing
from graph.facts.records import Bookkeeping
from graph.facts.run_delta import MOST_KEYS, RunDelta
from graph.ontology.ontology import ONTOLOGY
from loaders.runs.current_state import Current
from loaders.runs.plan import Plan

KEPT_RUNS = 16
"""So many runs have a delta; a snapshot from before them is read anew."""
SEEN = (Bookkeeping.RUN, Bookkeeping.DATASETS)
"""What readers of a snapshot see of a thing beside its fields, and what may change where it only moved."""


async def note_delta(write: Write, run: int, plan: Plan, current: Current, *, earlier: bool) -> None:
    """Note what `plan` touches, unless that is too much; `earlier` is whether it changes records of earlier runs."""
    await write.run(deltas.FORGET_DELTAS, run=run - KEPT_RUNS + 1)
    if len(plan) > MOST_KEYS:
        return
    delta = delta_of(plan, current)
    if len(delta) <= MOST_KEYS:
        delta.earlier = earlier
        await write.run(deltas.NOTE_DELTA, rows=_rows(run, delta))


async def forget_deltas(write: Write, run: int) -> None:
    """Forget what any run until `run` touched: the ids of things are facts, too."""
    await write.run(deltas.FORGET_DELTAS, run=run + 1)


def delta_of(plan: Plan, current: Current) -> RunDelta:
    """What the plan touches of that which a snapshot has."""
    things, links = plan.things, plan.links
    moved = _seen_otherwise(things.moved, current[0])
    touched = {*things.create, *things.replace, *things.delete, *moved}
    fielded = (key for key in links.replace if ONTOLOGY.relations[key.relation].attributes)
    gone = dict.fromkeys(links.delete, False)
    return RunDelta(touched, gone | dict.fromkeys(chain(links.create, fielded), True))


def _seen_otherwise(moved: Mapping[Ref, Properties], things: Mapping[Ref, Thing]) -> Iterator[Ref]:
    for ref, properties in moved.items():
        before = things[ref].properties
        if any(properties.get(name) != before.get(name) for name in SEEN):
            yield ref


def _rows(run: int, delta: RunDelta) -> list[Properties]:
    ours = secrets.token_hex(8)  # an id that nobody else can have
    parts = list(delta.stored())
    return [
        {"id": f"{run}-{part}-{ours}", "run": run, "part": part, "parts": len(parts), "earlier": delta.earlier,
         "keys": keys} for part, keys in enumerate(parts)
    ]  # fmt: skip
