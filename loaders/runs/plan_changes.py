"""What a plan changes from what to what, of that which readers see."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.facts.facts import LinkKey, Properties, Ref
from graph.facts.merged_view import Link, Thing
from graph.facts.records import MARKS
from graph.facts.run_changes import HowChanged, RunChange
from loaders.runs.current_state import Current
from loaders.runs.plan import Plan

SAID = ("source", "section", "paraphrase", "evidence")
"""Of who says a thing or relation, what readers see change."""


def changes(plan: Plan, current: Current) -> Iterator[RunChange]:
    """Fields of what is there before and after, and relations that come and go between such things."""
    things, links = current
    yield from _changed(plan.things.replace, things)
    yield from _changed(plan.links.replace, links)
    deleted = set(plan.things.delete)
    for key in plan.links.delete:
        if key.source not in deleted and key.target not in deleted:
            yield RunChange(key, HowChanged.GONE)
    for key in plan.links.create:
        if key.source not in plan.things.create and key.target not in plan.things.create:
            yield RunChange(key, HowChanged.NEW)


def _changed(
    replaced: Mapping[Ref, Properties] | Mapping[LinkKey, Properties],
    current: Mapping[Ref, Thing] | Mapping[LinkKey, Link],
) -> Iterator[RunChange]:
    held: Any = current
    for key, after in replaced.items():
        before = held[key].properties
        names = [name for name in (*before, *after) if name not in MARKS]
        for name in dict.fromkeys([*names, *SAID]):
            if before.get(name) != after.get(name):
                yield RunChange(key, HowChanged.CHANGED, name, before.get(name), after.get(name))
