"""Readers and the making of snapshots: none waits for what another asked for, and one making serves all."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from datetime import date
from typing import Any

import pytest

from graph.database.store import Store
from graph.errors import EngineError
from graph.ontology.kinds import System
from graph.snapshot.days import as_of
from graph.snapshot.snapshot import Snapshot
from queries.asking import snapshots
from queries.asking.service import QuestionService
from queries.asking.snapshots import KEPT, MADE_AT_ONCE, Snapshots
from tests.worlds import put, thing


class Held:
    """Lets a store read snapshots only when it is told to, and counts them."""

    def __init__(self, store: Store) -> None:
        self.begun = 0
        self.let = asyncio.Event()
        self.let.set()
        self.error: Exception | None = None
        self._apart = store.apart

    async def apart(self, work: Callable[[Store], Coroutine[Any, Any, Any]]) -> Any:
        self.begun += 1
        await self.let.wait()
        if self.error:
            raise self.error
        return await self._apart(work)


async def until(seen: Callable[[], object]) -> None:
    """Wait until it is so."""
    for _ in range(2_000):
        if seen():
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


@pytest.fixture
async def held(store: Store, monkeypatch: pytest.MonkeyPatch) -> Held:
    held = Held(store)
    monkeypatch.setattr(store, "apart", held.apart)
    return held


async def test_who_loads_and_looks_sees_it(store: Store, held: Held) -> None:
    kept = Snapshots(store)
    for number in range(1, 4):
        await put(store, *(thing(System, f"s{each}") for each in range(number)))
        assert len(await kept.snapshot()) == number
    assert held.begun == 3
    await asyncio.gather(*(kept.snapshot() for _ in range(8)))
    assert held.begun == 3


async def test_readers_are_answered_from_the_old_one_until_the_new_one_is_ready(
    store: Store, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "PATIENCE", 0.05)
    kept = Snapshots(store)
    await put(store, thing(System, "a"))
    old = await kept.snapshot()
    day = await kept.snapshot("2020-01-01")
    held.let.clear()
    await put(store, thing(System, "a"), thing(System, "b"))
    assert await asyncio.gather(*(kept.snapshot() for _ in range(8))) == [old] * 8
    assert await kept.snapshot("2020-01-01") is day
    assert len(await kept.snapshot("2021-01-01")) == 1
    assert held.begun == 2
    held.let.set()
    await until(lambda: not kept.keeps(old))
    new = await kept.snapshot()
    assert len(new) == len(await kept.snapshot("2020-01-01")) == 2
    assert held.begun == 2


async def test_an_answer_with_evidence_is_of_one_revision_though_the_snapshot_is_late(
    store: Store, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "PATIENCE", 0.01)
    service = QuestionService(store)
    await put(store, thing(System, "a"))
    assert (await service.evaluate("no_owner")).total == 1
    held.let.clear()
    await put(store, thing(System, "a"), thing(System, "b"))
    asking = asyncio.create_task(service.evaluate("no_owner", limit=5))
    await asyncio.sleep(0.2)
    assert not asking.done()
    held.let.set()
    answer = await asking
    assert (answer.total, answer.revision) == (2, 2)


async def test_a_reading_that_fails_is_told_to_all_who_wait_and_begun_again_by_the_next(
    store: Store, held: Held
) -> None:
    kept = Snapshots(store)
    await put(store, thing(System, "a"))
    held.error = EngineError("gone")
    told = await asyncio.gather(*(kept.snapshot() for _ in range(4)), return_exceptions=True)
    assert [type(each) for each in told] == [EngineError] * 4
    assert held.begun == 1
    held.error = None
    assert len(await kept.snapshot()) == 1


async def test_a_day_that_is_being_made_keeps_only_those_waiting_who_asked_for_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    let, made = threading.Event(), list[str]()

    def slowly(snapshot: Snapshot, day: str) -> Snapshot:
        made.append(day)
        if day == "2020-01-01":
            let.wait(20)
        return as_of(snapshot, day)

    monkeypatch.setattr(snapshots, "as_of", slowly)
    await put(store, thing(System, "a"))
    kept = Snapshots(store)
    waiting = [asyncio.create_task(kept.snapshot("2020-01-01")) for _ in range(3)]
    try:
        await until(lambda: made)
        waiting[0].cancel()
        began = time.monotonic()
        assert len(await kept.snapshot()) == len(await kept.snapshot("2021-01-01")) == 1
        assert time.monotonic() - began < 10
        assert not waiting[1].done()
    finally:
        let.set()
    assert await waiting[1] is await waiting[2] is await kept.snapshot("2020-01-01")
    assert made == [date.today().isoformat(), "2020-01-01", "2021-01-01"]


async def test_few_days_are_made_at_once_and_few_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    now, most, counting = 0, 0, threading.Lock()

    def counted(snapshot: Snapshot, day: str) -> Snapshot:
        nonlocal now, most
        with counting:
            now += 1
            most = max(most, now)
        time.sleep(0.01)
        with counting:
            now -= 1
        return as_of(snapshot, day)

    monkeypatch.setattr(snapshots, "as_of", counted)
    await put(store, thing(System, "a", used_since="2020-01-01"))
    kept = Snapshots(store)
    days = [f"20{10 + number}-01-02" for number in range(20)]
    found = await asyncio.gather(*(kept.snapshot(day) for day in days))
    assert most <= MADE_AT_ONCE
    assert sum(map(kept.keeps, found)) == KEPT


async def test_nothing_is_made_once_it_is_closed(store: Store, held: Held) -> None:
    kept = Snapshots(store)
    held.let.clear()
    asking = asyncio.create_task(kept.snapshot())
    await until(lambda: held.begun)
    await kept.close()
    with pytest.raises(asyncio.CancelledError):
        await asking
