"""Where scenarios are kept: beside the facts in the database, in nodes of their own that no question reads."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from pydantic import ValidationError
from rapidfuzz import process

from graph.database.scenarios import ALL, DELETE, NAMED, NEW, ONE, SAVE
from graph.database.store import Row, Store, Write
from graph.errors import ScenarioError
from graph.language.validation_errors import MISSING, first
from graph.language.words import N_, Message
from graph.scenarios.steps import Scenario

MOST = 500
"""Scenarios that are kept; more could not be chosen from, and whoever may ask may also keep."""
WRONG = N_("{place}: {where} is {value}: {reason}. A scenario has id, name and steps; each step says what to do.")
LACKING = N_("{place}: {where} is missing. A scenario has id, name and steps; each step says what to do.")


class Kept(NamedTuple):
    """A scenario that is kept, without its steps."""

    id: str
    name: str
    saved: str
    """When, as ISO 8601 in UTC."""


class FieldSpelling(NamedTuple):
    """What whoever wrote a scenario calls its fields, and those of a step; in a file they have their own names."""

    of_scenario: Callable[[str], object] = str
    of_step: Callable[[str], object] = str


AS_WRITTEN = FieldSpelling()


def parsed(written: object, place: str, fields: FieldSpelling = AS_WRITTEN) -> Scenario:
    """The scenario that is written at `place`: a mapping with ``id``, ``name`` and ``steps``.

    Raises:
        ScenarioError: it is not a scenario; says where and why.
    """
    try:
        return Scenario.model_validate(written)
    except ValidationError as error:
        wrong = first(error)
        text = LACKING if wrong.type == MISSING else WRONG
        raise ScenarioError(
            text, place=place, where=_where(wrong.path, fields), value=wrong.value, reason=wrong.reason
        ) from error


def _where(path: Sequence[Any], fields: FieldSpelling) -> object:
    """``steps, 1, replace, by`` as *step 2, by*."""
    if len(path) > 1 and path[0] == "steps":
        number = int(path[1]) + 1
        if inner := path[3:]:  # behind what the step does
            return Message(N_("step {number}, {field}"), {"number": number, "field": _field(inner, fields.of_step)})
        return Message(N_("step {number}"), {"number": number})
    return _field(path, fields.of_scenario) if path else Message(N_("it"), {})


def _field(path: Sequence[Any], called: Callable[[str], object]) -> object:
    """A field, and which of its values, counted from 0 as in what was written."""
    name, *more = path
    if not more:
        return called(str(name))
    return Message("{field}.{more}", {"field": called(str(name)), "more": ".".join(map(str, more))})


async def scenarios(store: Store) -> list[Scenario]:
    """Every scenario that is kept, by id."""
    return [Scenario.model_validate_json(row["told"]) for row in await store.read(ALL)]


async def kept(store: Store) -> list[Kept]:
    """What the scenarios that are kept are called, by id."""
    return kept_of(await store.read(NAMED))


def kept_of(rows: Iterable[Row]) -> list[Kept]:
    """The same from the rows of `NAMED`."""
    return [Kept(row["id"], row["name"] or row["id"], row["saved"] or "") for row in rows]


async def scenario(store: Store, id: str) -> Scenario:
    """The scenario `id`.

    Raises:
        ScenarioError: there is none.
    """
    if rows := await store.read(ONE, id=id):
        return Scenario.model_validate_json(rows[0]["told"])
    known = [each.id for each in await kept(store)]
    near = process.extractOne(id, known, score_cutoff=60)
    if near:
        raise ScenarioError(N_("There is no scenario '{id}'. Did you mean '{near}'?"), id=id, near=near[0])
    raise ScenarioError(
        N_("There is no scenario '{id}'. There are: {known}."), id=id, known=", ".join(known[:20]) or "-"
    )


async def save(store: Store, scenario: Scenario) -> None:
    """Keep the scenario, in place of the one with its id if there is one.

    Raises:
        ScenarioError: as many are kept as may be.
    """
    known = {each.id for each in await kept(store)}
    if scenario.id not in known and len(known) >= MOST:
        raise ScenarioError(N_("{most} scenarios are kept, which is the most. Delete one first."), most=MOST)

    async def work(write: Write) -> None:
        text = json.dumps(scenario.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
        values = {"id": scenario.id, "told": text, "name": scenario.name, "saved": datetime.now(UTC).isoformat()}
        if not await write.run(SAVE, **values):
            await write.run(NEW, **values)

    await store.write(work)


async def delete(store: Store, id: str) -> None:
    """Forget the scenario `id`.

    Raises:
        ScenarioError: there is none.
    """
    await scenario(store, id)

    async def work(write: Write) -> None:
        await write.run(DELETE, id=id)

    await store.write(work)
