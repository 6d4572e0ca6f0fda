"""The snapshots that questions are asked of: of today, another day, a scenario; kept as long as a revision stands.

What is stated is one thing, what holds today another: an exchange that ended yesterday is still stated.

While a new one is made, readers are answered from the one before.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar
from weakref import WeakSet

from graph.database.graph_version import GraphVersion
from graph.database.one_revision import begun_again, still_changing
from graph.database.store import Store
from graph.scenarios.scenario_store import scenario
from graph.scenarios.steps import Scenario, applied
from graph.snapshot.days import as_of
from graph.snapshot.gc_control import lay_aside, take_back
from graph.snapshot.growth_reading import newest
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.snapshot_file import SnapshotFile
from graph.snapshot.snapshot_reading import HeldSnapshot
from queries.asking.question import SnapshotParameters

Asked = TypeVar("Asked", bound=SnapshotParameters)
KEPT = 4
"""Snapshots of other days and of scenarios that are kept; that of today and of what is stated always are."""
MADE_AT_ONCE = 2
"""So many of them are made at the same time: each takes a processor, and memory before it is kept."""
PATIENCE = 2.0
"""Seconds that a reader waits for a new snapshot before he is answered from the old one.

Who loads and then looks sees what he loaded, since to grow takes less; nobody waits for a whole reading that is longer.
"""
LARGE = 20_000
"""Things from which on a snapshot is laid aside for the collector of garbage."""


class View(NamedTuple):
    """A snapshot, and what tells it from others of the same revision."""

    snapshot: Snapshot
    mark: str
    scenario: Scenario | None
    day: str | None = None
    """The day that is looked at (``YYYY-MM-DD``); None where it is what is stated, whatever its dates say."""
    is_today: bool = False
    """Whether nobody has chosen the day."""

    @property
    def of(self) -> dict[str, str]:
        """The parameters that ask for the same view; none where it is the facts of today, or what is stated."""
        of = {"scenario": self.scenario.id if self.scenario else None, "as_of": self.chosen_day}
        return {name: value for name, value in of.items() if value is not None}

    @property
    def chosen_day(self) -> str | None:
        """The day that is looked at, where somebody has chosen it."""
        return None if self.is_today else self.day

    def dated(self, parameters: Asked) -> Asked:
        """The parameters with the day of the view, which may be the scenario's."""
        if self.chosen_day is None or parameters.as_of:
            return parameters
        return parameters.model_copy(update={"as_of": self.day})


class Snapshots:
    """The snapshots of one store: what is stated, of today, and at most `KEPT` others, and those being asked just now.

    What was made of one and leads to its things has to go with it (`forget`), or it is kept whole for their sake.
    """

    def __init__(
        self, store: Store, forget: Callable[[], None] | None = None, file: SnapshotFile | None = None
    ) -> None:
        """The snapshots of `store`; `forget` lets go of what was made of those that are not kept any more.

        The first is grown from the one in `file`, if that can be.
        """
        self._file = file
        self._store = store
        self._forget = forget
        self._stated: HeldSnapshot | None = None
        self._others: OrderedDict[str, Snapshot] = OrderedDict()
        self._of_stated: WeakSet[Snapshot] = WeakSet()
        """The snapshot of what is stated, and all that were made of it."""
        self._building: asyncio.Task[HeldSnapshot] | None = None
        self._deriving: dict[tuple[str, int], asyncio.Task[Snapshot]] = {}
        """What is being made, by its mark and the one that it is made of."""
        self._turns = asyncio.Semaphore(MADE_AT_ONCE)

    async def view(self, parameters: SnapshotParameters) -> View:
        """What the parameters ask about: the graph as it is, of another day, or after a scenario's steps.

        The steps are taken in the graph of the day: the question's, else the scenario's, else today's.

        Raises:
            ChangingError: runs keep writing.
            ScenarioError: there is no such scenario, or a step of it cannot be taken now.
        """
        if parameters.scenario is None:
            day = parameters.day
            return View(await self.snapshot(day), day, None, day, is_today=parameters.as_of is None)
        chosen = await scenario(self._store, parameters.scenario)
        return await self.after(chosen, parameters.day if parameters.as_of else None)

    async def stated(self) -> View:
        """What is stated, whether it holds today or not."""
        return View(await self.snapshot(), "stated", None)

    async def after(self, chosen: Scenario, day: str | None = None) -> View:
        """The graph after a scenario's steps, whether or not it is kept."""
        looked_at = SnapshotParameters(as_of=day or chosen.as_of)
        before = await self.snapshot(looked_at.day)
        mark = f"{looked_at.day} {chosen.model_dump_json()}"
        view = View(await self._derived(mark, before, lambda: applied(before, chosen)), mark, chosen, looked_at.day)
        return view._replace(is_today=looked_at.as_of is None)

    async def snapshot(self, day: str | None = None) -> Snapshot:
        """The graph as it is stated, or as by its dates it was, is or will be on `day` (``YYYY-MM-DD``).

        While the newest is being made it is the one before, if that takes longer than `PATIENCE`; readings that were
        found to be of several revisions, and are begun again, wait for the newest.

        Raises:
            ChangingError: runs keep writing.
        """
        stated = await self._present(await self._store.version())
        return stated if day is None else await self._derived(day, stated, lambda: as_of(stated, day))

    @property
    def newest(self) -> HeldSnapshot | None:
        """The newest snapshot of what is stated, and of which version it is; None before there is one."""
        return self._stated

    def keeps(self, snapshot: Snapshot) -> bool:
        """Whether it is kept, so that what is made of it may be."""
        is_stated = self._stated is not None and snapshot is self._stated.snapshot
        return is_stated or any(snapshot is each for each in self._others.values())

    def prepare(self) -> None:
        """Begin to make the newest snapshot, before anybody asks for it."""
        self._built()

    async def close(self) -> None:
        """Make nothing any more."""
        making = [each for each in (self._building, *self._deriving.values()) if each is not None]
        for each in making:
            each.cancel()
        with suppress(Exception, asyncio.CancelledError):
            await asyncio.gather(*making, return_exceptions=True)

    async def _present(self, version: GraphVersion) -> Snapshot:
        """What is stated in `version` or a later one, or the one before."""
        while self._stated is None or self._stated.version != version:
            began_before, building = self._building is not None, self._built()
            wait = None if self._stated is None or begun_again() else PATIENCE
            if not (await asyncio.wait({building}, timeout=wait))[0]:
                break
            if building.result() and not began_before:  # whatever it is of, it was read after the version
                break
        if self._stated is None:
            raise still_changing()
        return self._stated.snapshot

    def _built(self) -> asyncio.Task[HeldSnapshot]:
        """The one that makes the newest snapshot for all who wait."""
        if self._building is None:
            self._building = asyncio.create_task(self._build())
            self._building.add_done_callback(self._built_or_failed)
        return self._building

    def _built_or_failed(self, task: asyncio.Task[HeldSnapshot]) -> None:
        self._building = None
        if not task.cancelled():
            task.exception()  # whoever waited was told

    async def _build(self) -> HeldSnapshot:
        """The newest snapshot, made elsewhere, in place of the one before; what was made of that goes with it."""
        made = await self._store.apart(partial(newest, self._stated, self._file))
        if self._stated is not None and made.version == self._stated.version:
            return self._stated
        day = _today()
        today = await asyncio.to_thread(as_of, made.snapshot, day)
        again, self._stated = self._stated is not None, made
        self._others.clear()
        self._of_stated.clear()
        self._of_stated.add(made.snapshot)
        self._keep(day, today)
        if self._forget:
            self._forget()
        if again:  # whatever its size: garbage that is laid aside with the next one is not looked at again
            take_back()
        if len(made.snapshot) > LARGE:
            lay_aside()
        return made

    async def _derived(self, mark: str, origin: Snapshot, make: Callable[[], Snapshot]) -> Snapshot:
        """What `make` makes of `origin`, once for all who ask for it; nobody else waits meanwhile."""
        if origin in self._of_stated and (kept := self._others.get(mark)) is not None:
            self._others.move_to_end(mark)
            return kept
        key = mark, id(origin)
        if key not in self._deriving:
            task = self._deriving[key] = asyncio.create_task(self._made(mark, origin, make))
            task.add_done_callback(lambda done: self._derived_or_failed(key, done))
        return await asyncio.shield(self._deriving[key])

    def _derived_or_failed(self, key: tuple[str, int], task: asyncio.Task[Snapshot]) -> None:
        del self._deriving[key]
        if not task.cancelled():
            task.exception()  # whoever waited was told

    async def _made(self, mark: str, origin: Snapshot, make: Callable[[], Snapshot]) -> Snapshot:
        async with self._turns:
            made = await asyncio.to_thread(make)
        if origin in self._of_stated:
            self._keep(mark, made)
        return made

    def _keep(self, mark: str, made: Snapshot) -> None:
        """Keep it, and let go of the one that was asked least lately, unless that is of today."""
        self._others[mark] = made
        self._of_stated.add(made)
        others = [each for each in self._others if each != _today()]
        if len(others) > KEPT:
            del self._others[others[0]]
            if self._forget:
                self._forget()


def _today() -> str:
    return date.today().isoformat()
