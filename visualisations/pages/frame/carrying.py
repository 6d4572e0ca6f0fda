"""The day and the scenario that a page looks at: from its address, and carried on to where the page leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import QuestionError
from graph.snapshot.snapshot import Snapshot
from queries.asking.question import SnapshotParameters
from queries.asking.snapshots import Snapshots, View
from queries.asking.validation import validated
from visualisations.pages.frame.asked_of import DAY, SCENARIO, AskedOf
from visualisations.pages.frame.fitting import Of
from visualisations.wording.addresses import scenario_address


@dataclass(frozen=True)
class Carried:
    """What a page looks at."""

    view: View
    asked_of: AskedOf | None
    """What it is where that is not the facts of today."""
    values: Of
    """The parameters that ask for the same."""

    @property
    def snapshot(self) -> Snapshot:
        """Where things are read."""
        return self.view.snapshot


def of_address(query: Mapping[str, Any]) -> dict[str, str]:
    """What a page's address says of a day and a scenario."""
    said = {name: str(query.get(name) or "").strip() for name in (SCENARIO, DAY)}
    return {name: value for name, value in said.items() if value}


async def chosen_from(snapshots: Snapshots, of: Mapping[str, Any], page: object) -> Snapshot:
    """Where the things are that a form offers: what its page looks at, or today where that cannot be looked at.

    Raises:
        ChangingError: runs keep writing.
    """
    try:
        return (await carried(snapshots, of_address(of), page)).snapshot
    except QuestionError:  # told beside the form
        return await snapshots.snapshot()


async def carried(snapshots: Snapshots, of: Of, page: object) -> Carried:
    """The graph that `page` looks at: of the day and after the scenario's steps, or where neither is chosen as stated.

    Raises:
        QuestionError: it names no day.
        ScenarioError: there is no such scenario, or a step of it cannot be taken now.
        ChangingError: runs keep writing.
    """
    looked_at = validated(SnapshotParameters, page, dict(of))
    view = await snapshots.view(looked_at) if of else await snapshots.stated()
    chosen = view.scenario
    if chosen:
        day = of.get(DAY) or chosen.as_of or ""
        return Carried(view, AskedOf(chosen.name, scenario_address(chosen.id), day), of)
    return Carried(view, AskedOf("", "", of[DAY]) if DAY in of else None, of)
