"""What a form for scenarios was filled in with, as a scenario."""

import re
from collections.abc import Collection, Iterable
from typing import Any, Final

from graph.errors import ScenarioError
from graph.language.collation import fold
from graph.language.words import N_
from graph.ontology.kinds import Exchange, System
from graph.scenarios.scenario_store import parsed
from graph.scenarios.steps import Scenario
from graph.snapshot.snapshot import Snapshot
from visualisations.pages.scenarios.form_labels import ADD, MERGE, REMOVE, REPLACE, as_labelled
from visualisations.pages.scenarios.step_form import Values

LETTERS = str.maketrans({"å": "a", "ä": "a", "æ": "a", "ö": "o", "ø": "o"})
LONGEST = 60
PLACE = "scenario"
MANY: Final = ("ids", "consumers", "carries", "conforms_to", "through")
MISSING = {
    REMOVE: {"id": N_("Choose what is taken away.")},
    REPLACE: {
        "id": N_("Choose the system that is replaced."),
        "by": N_("Choose the system that takes over, or name a new one."),
    },
    MERGE: {
        "ids": N_("Choose the systems that become one."),
        "into": N_("Choose the one that they become, or name a new one."),
    },
    ADD: {
        "name": N_("Name the exchange."),
        "provider": N_("Choose who provides."),
        "consumers": N_("Choose who receives."),
    },
}
"""What each step needs, and what to do where it is not given."""
ONE = ("kind", "id", "by", "into", "name", "provider", "timing")


def begun(values: Values, taken: Collection[str], snapshot: Snapshot) -> Scenario:
    """A scenario of the one step that a form gives; its id is made of its name.

    Raises:
        ScenarioError: a field that is needed is empty, or has no fitting value.
    """
    name = _last(values, "title")
    if not name:
        raise ScenarioError(N_("The scenario has no name. Write one, so that it can be found again."))
    told = {
        "id": _free(name, taken),
        "name": name,
        "description": _last(values, "description") or None,
        "as_of": _last(values, "day") or None,
        "steps": [_step(values, snapshot, ())],
    }
    return parsed(told, PLACE, as_labelled(_last(values, "do")))


def extended(scenario: Scenario, values: Values, snapshot: Snapshot) -> Scenario:
    """The scenario with the step that a form gives behind its others.

    Raises:
        ScenarioError: a field that is needed is empty, or has no fitting value.
    """
    told = scenario.model_dump(mode="json", exclude_none=True)
    told["steps"].append(_step(values, snapshot, _brought(scenario)))
    return parsed(told, PLACE, as_labelled(_last(values, "do")))


def shortened(scenario: Scenario, number: int) -> Scenario:
    """The scenario without one of its steps, counted from 1.

    Raises:
        ScenarioError: there is no such step, or it is the only one.
    """
    if not 1 <= number <= len(scenario.steps):
        raise ScenarioError(N_("There is no step of that number. Choose one of the steps on the page."))
    left = tuple(step for place, step in enumerate(scenario.steps, start=1) if place != number)
    if not left:
        raise ScenarioError(N_("It is the only step. Delete the scenario instead."))
    return scenario.model_copy(update={"steps": left})


def _step(values: Values, snapshot: Snapshot, brought: Iterable[str]) -> dict[str, Any]:
    """The step as a file would hold it; what is new gets an id made of its name."""
    do = _last(values, "do")
    step: dict[str, Any] = {"do": do}
    step |= {name: text for name in ONE if (text := _last(values, name))}
    step |= {name: found for name in MANY if (found := _listed(values, name))}
    if do != REMOVE:
        step.pop("kind", None)
    kind, place = (Exchange, "id") if do == ADD else (System, "into" if do == MERGE else "by")
    if do != REMOVE and "name" in step:
        if place not in step:
            taken = {node.id for node in snapshot.all(kind)} | set(brought)
            step[place] = _free(step["name"], taken)
        else:  # one that is there was chosen; it has a name
            del step["name"]
    for name, text in MISSING.get(do, {}).items():
        if name not in step:
            raise ScenarioError(text)
    return step


def _brought(scenario: Scenario) -> set[str]:
    """Ids of what the scenario's steps bring."""
    return {str(id) for step in scenario.steps for name in ("id", "by", "into") if (id := getattr(step, name, None))}


def _last(values: Values, name: str) -> str:
    return next((text.strip() for text in reversed(values.get(name, ())) if text.strip()), "")


def _listed(values: Values, name: str) -> list[str]:
    """The boxes that are checked, or the ids that are written with commas between."""
    texts = values.get(name, ())
    found = texts if len(texts) > 1 else [part for text in texts for part in text.split(",")]
    return [text.strip() for text in found if text.strip()]


def _free(name: str, taken: Collection[str]) -> str:
    """An id made of `name` that is not taken."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name).translate(LETTERS)).strip("-")[:LONGEST].strip("-") or PLACE
    number, id = 1, slug
    while id in taken:
        number += 1
        id = f"{slug}-{number}"
    return id
