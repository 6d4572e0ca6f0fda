"""Scenarios as fields: those that are kept, what their steps say and would do, and keeping or forgetting one."""

from typing import Any

import strawberry
from strawberry.scalars import JSON
from strawberry.utils.str_converters import to_camel_case

from api.graphql import type_building
from api.graphql.answers import REFERRED
from api.graphql.context import Ask
from api.graphql.graphql_values import DAY, IN_LANGUAGE, choice_type, plain
from api.graphql.type_building import Argument, Member
from graph.ontology.vocabulary import Timing
from graph.scenarios.scenario_store import FieldSpelling, parsed
from graph.scenarios.steps import REMOVABLE, Addition, Merger, Removal, Replacement, Scenario
from queries.overviews.scenario_effect import ScenarioEffect
from visualisations.wording.scenario_words import StepWords

STEPS = {
    "remove": Removal,
    "replace": Replacement,
    "merge": Merger,
    "add-exchange": Addition,
}
PLACE = "input"
StepName: Any = type_building.enum_type(
    "ScenarioAction",
    "What a step of a scenario does.",
    {do.upper().replace("-", "_"): (do, " ".join((step.__doc__ or "").split())) for do, step in STEPS.items()},
)
Removable: Any = type_building.enum_type(
    "RemovableKind",
    "The kinds of things that a scenario can take away.",
    {kind.__name__: (kind.__name__, f"{kind.about.en} · {kind.about.sv}") for kind in REMOVABLE},
)
ONE, SOME = strawberry.ID | None, list[strawberry.ID] | None
StepInput: Any = type_building.input_type(
    "ScenarioStepInput",
    "One step; which of its fields are given depends on what it does.",
    [
        Member("do", StepName, "What it does"),
        Member("kind", Removable | None, "REMOVE: kind of the thing; System where it is left out"),
        Member("id", ONE, "REMOVE, REPLACE: the thing that goes; ADD_EXCHANGE: id of the new exchange"),
        Member("by", ONE, "REPLACE: id of the system that takes over"),
        Member("ids", SOME, "MERGE: ids of the systems that become one"),
        Member("into", ONE, "MERGE: id of the one that they become"),
        Member("name", str | None, "Name of what is new: of the system that takes over, or of the exchange"),
        Member("conforms_to", SOME, "REPLACE, MERGE, ADD_EXCHANGE: ids of standard versions that it follows"),
        Member("provider", ONE, "ADD_EXCHANGE: id of who provides"),
        Member("consumers", SOME, "ADD_EXCHANGE: ids of who receives"),
        Member("carries", SOME, "ADD_EXCHANGE: ids of the information"),
        Member("through", SOME, "ADD_EXCHANGE: ids of platforms that mediate it"),
        Member("timing", choice_type(Timing) | None, "ADD_EXCHANGE: when information moves"),
    ],
)
ScenarioInput: Any = type_building.input_type(
    "ScenarioInput",
    "A scenario to keep; one with its id is replaced.",
    [
        Member("id", strawberry.ID, "Its id"),
        Member("name", str, "What people call it"),
        Member("description", str | None, "What it is about"),
        Member("as_of", str | None, f"The day of the graph that the steps are taken in; today where left out. {DAY}"),
        Member("steps", list[StepInput], "The steps, in the order in which they are taken"),
    ],
)
FIELDS = (*ScenarioInput.__annotations__,), (*StepInput.__annotations__,)


async def _text(self: tuple[Scenario, int], info: Ask, language: Any) -> str:
    scenario, number = self
    steps: tuple[StepWords, ...] = await info.context.in_words(scenario, language.value)
    return steps[number - 1].text


def _steps(self: Scenario, info: Any) -> list[tuple[Scenario, int]]:
    return [(self, number) for number, _ in enumerate(self.steps, start=1)]


def _step(self: tuple[Scenario, int]) -> Any:
    return self[0].steps[self[1] - 1]


StepType: Any = type_building.object_type(
    "ScenarioStep",
    "One step of a scenario.",
    [
        Member("number", int, "Its place, counting from 1", lambda self, info: self[1]),
        Member("do", StepName, "What it does", lambda self, info: _step(self).do),
        Member("text", str, "The step in words", _text, IN_LANGUAGE),
        Member("fields", JSON, "The step as it is kept",
               lambda self, info: _step(self).model_dump(mode="json", exclude_none=True)),
    ],
)  # fmt: skip
EffectType: Any = type_building.object_type(
    "ScenarioEffect",
    "What differs between the graph and what a scenario makes of it.",
    [
        Member("gone", list[REFERRED], "Things that are there and would not be"),
        Member("new", list[REFERRED], "Things that would be there and are not"),
        Member("unheld", list[REFERRED], "Information that something in use holds, and nothing would hold any more"),
        Member("relations_gone", int, "How many relations would be gone"),
        Member("relations_new", int, "How many relations would be new"),
    ],
)


async def _effect(self: None, info: Ask, id: str) -> ScenarioEffect:
    return await info.context.effect(id)


ScenarioType: Any = type_building.object_type(
    "Scenario",
    "Named steps that would change the graph; kept beside the facts, which stay as they are.",
    [
        Member("id", strawberry.ID, "Its id; give it as scenario to any question"),
        Member("name", str, "What people call it"),
        Member("description", str | None, "What it is about"),
        Member("as_of", str | None, f"The day of the graph that the steps are taken in; null is today. {DAY}"),
        Member("steps", list[StepType], "The steps, in the order in which they are taken", _steps),
    ],
)


async def _all(self: None, info: Ask) -> list[Scenario]:
    return await info.context.scenarios()


async def _one(self: None, info: Ask, id: str) -> Scenario | None:
    return next((each for each in await info.context.scenarios() if each.id == id), None)


async def _save(self: None, info: Ask, input: Any) -> Scenario:
    values = _given(input, FIELDS[0]) | {"steps": [_given(each, FIELDS[1]) for each in input.steps]}
    scenario = parsed(values, PLACE, FieldSpelling(to_camel_case, to_camel_case))
    await info.context.keep(scenario)
    return scenario


async def _delete(self: None, info: Ask, id: str) -> str:
    await info.context.forget(id)
    return id


def _given(value: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """The fields that are given, as a file would hold them."""
    said = {name: getattr(value, name) for name in names}
    return {name: plain(each) for name, each in said.items() if each is not strawberry.UNSET and each is not None}


ID = Argument(strawberry.ID, "Id of the scenario")
MEMBERS = [
    Member("scenarios", list[ScenarioType], "The scenarios that are kept, by id", _all),
    Member("scenario", ScenarioType | None, "One scenario by its id; null where there is none", _one, {"id": ID}),
    Member("scenario_effect", EffectType, "What a scenario would do to the present graph; an error where a step "
           "cannot be taken", _effect, {"id": ID}),
]  # fmt: skip
CHANGES = [
    Member("save_scenario", ScenarioType, "Keep a scenario, if each of its steps can be taken in the present graph; "
           "one with its id is replaced", _save, {"input": Argument(ScenarioInput, "The scenario")}),
    Member("delete_scenario", strawberry.ID, "Forget a scenario; gives its id", _delete, {"id": ID}),
]  # fmt: skip
