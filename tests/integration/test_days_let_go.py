"""What belongs to a day goes with it: asking of many days takes no more memory than asking of a few."""

import gc
import weakref
from datetime import date, timedelta

import pytest

from graph.database.store import Store
from graph.ontology.kinds import Exchange, System
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking import snapshots
from queries.asking.service import QuestionService, named
from queries.asking.snapshots import KEPT
from queries.asking.validation import validated
from tests.worlds import link, put, thing

SYSTEMS = 100
FIRST = date(2020, 1, 1)
QUESTIONS = ("no_owner", "islands", "interoperability_gaps", "articulation_points", "divestment_candidates")


async def ask(service: QuestionService, days: range, seen: list["weakref.ref[Snapshot]"] | None = None) -> None:
    """Ask each of the questions of each day in turn."""
    for number in days:
        day = (FIRST + timedelta(days=number)).isoformat()
        await service.evaluate(QUESTIONS[number % len(QUESTIONS)], as_of=day)
        if seen is not None:
            seen.append(weakref.ref(await service.snapshots.snapshot(day)))


def nodes_alive() -> int:
    """How many things of snapshots there are in this process, once garbage is cleared away."""
    gc.collect()
    return sum(isinstance(each, Node) for each in gc.get_objects())


async def put_world(store: Store) -> None:
    systems = [thing(System, f"s{n}", used_since=f"20{10 + n % 20}") for n in range(SYSTEMS)]
    flows = [thing(Exchange, f"e{n}") for n in range(SYSTEMS)]
    ends = [
        link(flow, key, systems[(n + step) % SYSTEMS])
        for n, flow in enumerate(flows)
        for step, key in enumerate(("provided_by", "consumed_by"))
    ]
    await put(store, *systems, *flows, *ends)


@pytest.mark.parametrize(("large", "days"), [(False, 120), (True, 50)], ids=["small", "laid-aside"])
async def test_days_that_were_asked_of_are_let_go(
    store: Store, monkeypatch: pytest.MonkeyPatch, large: bool, days: int
) -> None:
    if large:
        monkeypatch.setattr(snapshots, "LARGE", 10)
    others, frozen = nodes_alive(), gc.get_freeze_count()
    try:
        await put_world(store)
        service = QuestionService(store)
        seen: list[weakref.ref[Snapshot]] = []
        await ask(service, range(20), seen)
        after_20 = nodes_alive() - others
        await ask(service, range(20, days), seen)
        after_all = nodes_alive() - others
        assert (gc.get_freeze_count() > frozen) is large
        assert sum(each() is not None for each in seen) <= KEPT
        assert after_all <= (2 + KEPT) * 2 * SYSTEMS
        assert abs(after_all - after_20) <= 2 * SYSTEMS
        await put(store, thing(System, "last"))
        await service.evaluate("no_owner")
        gc.collect()
        assert not any(each() for each in seen)
    finally:
        gc.unfreeze()


async def test_what_is_found_in_a_day_that_was_dropped_meanwhile_is_not_kept(store: Store) -> None:
    await put_world(store)
    service = QuestionService(store)
    question = named("no_owner")
    parameters = validated(question.parameters, "no_owner", {"as_of": "2021-01-01"})
    view = await service.snapshots.view(parameters)
    for n in range(1, KEPT + 2):
        await service.snapshots.snapshot(f"2022-01-0{n}")
    assert len(await service.found(question, parameters, view)) > 0
    assert not service._found
