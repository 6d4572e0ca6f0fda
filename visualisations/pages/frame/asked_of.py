"""What a page is asked of where it is not the facts of today: another day, or a scenario."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.database.store import Store
from graph.errors import ScenarioError
from graph.scenarios.scenario_store import Kept, scenario
from visualisations.wording.addresses import scenario_address
from visualisations.wording.wording import first_day

SCENARIO, DAY = "scenario", "as_of"
"""The parameters of any question that choose another graph than the facts of today."""


@dataclass(frozen=True)
class AskedOf:
    """What stands at the top of such a page."""

    scenario: str
    """The scenario's name; empty where the facts are asked."""
    address: str
    """The scenario's page."""
    day: str
    """The day, as exactly as it is given; empty where it is today."""


async def asked_of(store: Store, values: Mapping[str, Any]) -> AskedOf | None:
    """What the values of a question say that it is asked of; None is the facts of today."""
    day = str(values.get(DAY) or "")
    if day and first_day(day) is None:  # told beside the form
        return None
    if SCENARIO not in values:
        return AskedOf("", "", day) if day else None
    try:
        chosen = await scenario(store, str(values[SCENARIO]))
    except ScenarioError:  # told beside the form
        return None
    return AskedOf(chosen.name, scenario_address(chosen.id), day or chosen.as_of or "")


def kept_mark(kept: Sequence[Kept]) -> str:
    """Changes when a scenario is saved or deleted, for what shows which there are."""
    return hashlib.sha256(repr(kept).encode()).hexdigest()[:12] if kept else ""
