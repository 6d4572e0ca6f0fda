"""The snapshots that questions are asked of: of today, another day, a scenario; kept as long as a revision stands."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from graph.database.store import Store
from graph.scenarios.scenario_store import scenario
from graph.scenarios.steps import Scenario, applied
from graph.snapshot.days import as_of
from graph.snapshot.gc_control import lay_aside, take_back
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.snapshot_reading import read_snapshot
from queries.asking.question import SnapshotParameters

Asked = TypeVar("Asked", bound=SnapshotParameters)
KEPT = 4
"""Snapshots of other days and of scenarios that are kept; the one of today always is."""
LARGE = 20_000
"""Things from which on a snapshot is laid aside for the collector of garbage."""


class View(NamedTuple):
    """A snapshot, and what tells it from others of the same revision."""

    snapshot: Snapshot
    mark: str
    scenario: Scenario | None
    day: str | None = None
    """The day that is looked at (``YYYY-MM-DD``), where it is another than today."""

    @property
    def of(self) -> dict[str, str]:
        """The parameters that ask for the same view; none where it is the facts of today."""
        of = {"scenario": self.scenario.id if self.scenario else None, "as_of": self.day}
        return {name: value for name, value in of.items() if value is not None}

    def dated(self, parameters: Asked) -> Asked:
        """The parameters with the day of the view, which may be the scenario's."""
        if self.day is None or parameters.as_of:
            return parameters
        return parameters.model_copy(update={"as_of": self.day})


class Snapshots:
    """The snapshots of one store: today's and at most `KEPT` others, and beside them only those being asked just now.

    What was made of one and leads to its things has to go with it (`forget`), or it is kept whole for their sake.
    """

    def __init__(self, store: Store, forget: Callable[[], None] | None = None) -> None:
        """The snapshots of `store`; `forget` lets go of what was made of those that are not kept any more."""
        self._store = store
        self._forget = forget
        self._today: Snapshot | None = None
        self._others: OrderedDict[str, Snapshot] = OrderedDict()
        self._reading = asyncio.Lock()

    async def view(self, parameters: SnapshotParameters) -> View:
        """What the parameters ask about: the graph as it is, of another day, or after a scenario's steps.

        The steps are taken in the graph of the day: the question's, else the scenario's, else today's.

        Raises:
            ChangingError: runs keep writing.
            ScenarioError: there is no such scenario, or a step of it cannot be taken now.
        """
        if parameters.scenario is None:
            day = parameters.day if parameters.as_of else None
            return View(await self.snapshot(day), str(day), None, day)
        chosen = await scenario(self._store, parameters.scenario)
        return await self.after(chosen, parameters.day if parameters.as_of else None)

    async def after(self, chosen: Scenario, day: str | None = None) -> View:
        """The graph after a scenario's steps, whether or not it is kept."""
        day = day or (f"{chosen.as_of}-01-01"[:10] if chosen.as_of else None)
        before = await self.snapshot(day)
        mark = f"{day} {chosen.model_dump_json()}"
        return View(await self._derived(mark, before, lambda: applied(before, chosen)), mark, chosen, day)

    async def snapshot(self, day: str | None = None) -> Snapshot:
        """The graph as it is now, or by its dates was or will be on `day` (``YYYY-MM-DD``).

        Raises:
            ChangingError: runs keep writing.
        """
        async with self._reading:
            revision = await self._store.revision()
            if self._today is None or self._today.revision != revision:
                self._others.clear()
                self._today = await self._read_anew()
            today = self._today
        return today if day is None else await self._derived(day, today, lambda: as_of(today, day))

    def keeps(self, snapshot: Snapshot) -> bool:
        """Whether it is kept, so that what is made of it may be."""
        return snapshot is self._today or any(snapshot is each for each in self._others.values())

    async def _read_anew(self) -> Snapshot:
        """The graph as it is now; the snapshot before is cleared away first, so that there need not be two."""
        again, self._today = self._today is not None, None
        if self._forget:
            self._forget()
        if again:  # whatever its size: garbage that is laid aside with the next one is not looked at again
            take_back()
        snapshot = await read_snapshot(self._store)
        if len(snapshot) > LARGE:
            lay_aside()
        return snapshot

    async def _derived(self, mark: str, origin: Snapshot, make: Callable[[], Snapshot]) -> Snapshot:
        async with self._reading:
            kept = self._others.get(mark)
            if kept is None or kept.revision != origin.revision:
                kept = self._others[mark] = await asyncio.to_thread(make)
                if len(self._others) > KEPT:
                    self._others.popitem(last=False)
                    if self._forget:
                        self._forget()
            self._others.move_to_end(mark)
            return kept
