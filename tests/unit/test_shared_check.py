"""One look for all who ask in the same moment, and none that began before he asked."""

import asyncio

import pytest

from graph.database.shared_check import GATHERING, SharedCheck


class Slow:
    """Something that changes while it is looked at, and says when."""

    def __init__(self) -> None:
        self.value, self.looks = 0, 0
        self.fails = False
        self.let = asyncio.Event()

    async def look(self) -> int:
        self.looks += 1
        seen = self.value
        await self.let.wait()
        if self.fails:
            raise LookupError("gone")
        return seen


async def turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_asks_during_a_look_shares_the_next_one_and_is_never_told_what_was_before() -> None:
    slow = Slow()
    check = SharedCheck(slow.look)
    first = [asyncio.create_task(check.seen()) for _ in range(32)]
    await turns()
    slow.value = 1
    later = [asyncio.create_task(check.seen()) for _ in range(32)]
    await turns()
    assert slow.looks == 1
    slow.let.set()
    assert await asyncio.gather(*first) == [0] * 32
    assert await asyncio.gather(*later) == [1] * 32
    assert slow.looks == 2


async def test_one_who_goes_away_takes_it_from_nobody() -> None:
    slow = Slow()
    check = SharedCheck(slow.look)
    gone, stays = asyncio.create_task(check.seen()), asyncio.create_task(check.seen())
    await turns()
    gone.cancel()
    with pytest.raises(asyncio.CancelledError):
        await gone
    slow.let.set()
    assert await stays == 0
    assert slow.looks == 1


async def test_a_look_that_fails_does_so_for_those_who_share_it_and_for_no_others() -> None:
    slow = Slow()
    slow.fails = True
    check = SharedCheck(slow.look)
    sharing = [asyncio.create_task(check.seen()) for _ in range(2)]
    await turns()
    later = asyncio.create_task(check.seen())
    slow.let.set()
    assert [type(each) for each in await asyncio.gather(*sharing, return_exceptions=True)] == [LookupError] * 2
    with pytest.raises(LookupError):
        await later
    slow.fails = False
    assert await check.seen() == 0


async def test_one_alone_never_waits_for_others_and_several_gather() -> None:
    looks = 0

    async def look() -> int:
        nonlocal looks
        looks += 1
        await asyncio.sleep(0)
        return looks

    check, loop = SharedCheck(look), asyncio.get_running_loop()
    began = loop.time()
    for n in range(20):
        assert await check.seen() == n + 1
    assert loop.time() - began < 20 * GATHERING / 2

    async def reader() -> None:
        for _ in range(10):
            await check.seen()

    looks, began = 0, loop.time()
    await asyncio.gather(*(reader() for _ in range(32)))
    assert looks <= 12
    assert loop.time() - began >= 8 * GATHERING
