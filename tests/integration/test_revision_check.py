"""Many readers in the same moment cost one look at the revision, and each sees what was written before he asked."""

import asyncio

from graph.database.store import Store
from graph.ontology.kinds import System
from tests.worlds import put, thing


async def test_readers_of_one_moment_share_a_round_trip(store: Store) -> None:
    await put(store, thing(System, "a"))
    before = store.round_trips
    assert await asyncio.gather(*(store.revision() for _ in range(32))) == [1] * 32
    assert store.round_trips - before == 1


async def test_who_asks_after_a_load_sees_it_whoever_else_asks(store: Store) -> None:
    ended = asyncio.Event()

    async def others() -> None:
        while not ended.is_set():
            await asyncio.gather(*(store.revision() for _ in range(4)))

    asking = [asyncio.create_task(others()) for _ in range(4)]
    try:
        for number in range(1, 8):
            await put(store, thing(System, f"s{number}"))
            assert await store.revision() == number
    finally:
        ended.set()
        await asyncio.gather(*asking)
