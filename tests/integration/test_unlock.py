"""The write lock: who holds it, how it is taken from one who is gone, and a clock that was set back."""

import asyncio
import re
import socket
import sys

import pytest

from graph.database.lock import write_lock
from graph.database.lock_holder import holder_of, unlock
from graph.database.store import Store
from graph.errors import LockedError, LockLostError
from loaders.runs.run import load
from tests.integration.test_run import HERE, Said, nothing, system

TO_THE_MINUTE = {
    "en": r"since \d{1,2} [A-Z][a-z]+ 20\d\d \d\d:\d\d UTC\.? ?",
    "sv": r"sedan \d{1,2} [a-z]+ 20\d\d \d\d:\d\d UTC",
}


async def hold(store: Store, **told: object) -> None:
    """Let somebody have the lock, of whom `told` is told."""
    given = {"holder": "them", "host": "elsewhere", "process": 1, "process_started": 1.0} | told
    await store.write(lambda write: write.run("MATCH (g:Graph {id: 'samband'}) SET g += $given", given=given))


async def leased(store: Store, milliseconds: int) -> None:
    """Let the lease end so long after now, by the database's clock."""
    text = "MATCH (g:Graph {id: 'samband'}) SET g.lease_until = timestamp() + $more, g.held_since = timestamp()"
    await store.write(lambda write: write.run(text, more=milliseconds))


async def test_who_holds_the_lock_is_told_to_the_minute_in_each_language(store: Store) -> None:
    async with write_lock(store, lease=30, wait=0):
        with pytest.raises(LockedError) as raised:
            await load(store, Said("a", [system("s")]), HERE, wait=0)
        for language in ("en", "sv"):
            assert re.search(TO_THE_MINUTE[language], raised.value.say("en" if language == "en" else "sv"))
        with pytest.raises(LockedError, match="samband unlock --force") as kept:
            await unlock(store, 30)
        assert re.search(TO_THE_MINUTE["en"], kept.value.say("en"))
    assert await holder_of(store, 30) is None
    assert await unlock(store, 30) is None


async def test_a_lock_of_an_older_program_is_told_too(store: Store) -> None:
    await hold(store, held_since="2026-11-30T13:52:31+02:00")
    holder = await holder_of(store, 30)
    assert holder is not None
    assert (holder.since.say("en"), holder.since.say("sv")) == (
        "30 November 2026 11:52 UTC",
        "30 november 2026 11:52 UTC",
    )


async def test_the_lock_of_a_process_that_ended_here_is_freed(store: Store) -> None:
    ended = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await ended.wait()
    await hold(store, host=socket.gethostname(), process=ended.pid)
    await leased(store, 20_000)
    freed = await unlock(store, 30)
    assert freed is not None
    assert freed.dead
    async with write_lock(store, lease=30, wait=0):
        pass


async def test_the_lock_of_another_machine_is_freed_when_its_lease_is_out_or_by_force(store: Store) -> None:
    await hold(store)
    await leased(store, 20_000)
    with pytest.raises(LockedError, match="elsewhere, process 1"):
        await unlock(store, 30)
    await leased(store, -1)
    assert (await unlock(store, 30)) is not None
    async with write_lock(store, lease=30, wait=0) as lock:
        assert (await unlock(store, 30, force=True)) is not None
        with pytest.raises(LockLostError):
            await lock.settle(nothing)


@pytest.mark.parametrize("lease", [None, 30_000])
async def test_a_clock_that_was_set_back_does_not_lock_for_ever(store: Store, lease: int | None) -> None:
    await hold(store, lease=lease)
    await leased(store, 3_600_000)
    assert (await load(store, Said("a", [system("s")]), HERE, lease=30, wait=0)).revision == 1


async def test_a_lease_that_another_setting_made_longer_is_kept(store: Store) -> None:
    async with write_lock(store, lease=300, wait=0):
        with pytest.raises(LockedError):
            await load(store, Said("a", [system("s")]), HERE, lease=1, wait=0.3)
