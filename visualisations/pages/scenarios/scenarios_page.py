"""The page of all scenarios: what each does in words, and the forms that make one."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from graph.database.store import Store
from graph.errors import ScenarioError
from graph.language.words import N_, Language, say
from graph.scenarios.scenario_store import scenarios
from graph.scenarios.steps import Scenario
from queries.asking.question import SnapshotParameters
from queries.asking.service import QuestionService
from visualisations.pages.frame.inputs import Option
from visualisations.pages.scenarios.form_labels import ACTIONS, scenario_labels
from visualisations.pages.scenarios.step_form import StepForm, Values, step_form
from visualisations.wording.addresses import scenario_address, scenarios_address
from visualisations.wording.scenario_names import mentioned_names
from visualisations.wording.scenario_words import StepWords, in_words

EXAMPLES = Path(__file__).parent / "examples"


@dataclass(frozen=True)
class Listed:
    """A scenario in the list."""

    id: str
    name: str
    description: str
    day: str
    address: str
    steps: tuple[StepWords, ...]


@dataclass(frozen=True)
class Making:
    """The form of one step: of a new scenario, or behind the steps of one that is kept."""

    step: StepForm
    to: Listed | None
    labels: dict[str, str]
    """What the fields of a new scenario are called."""
    title: str
    description: str
    day: str


@dataclass(frozen=True)
class ScenariosPage:
    """What the page of all scenarios shows."""

    listed: tuple[Listed, ...]
    actions: tuple[Option, ...]
    """What a step may do, by the address of its form."""
    making: Making | None
    yaml: str
    """What the text field holds; empty where it was not sent."""
    example: str
    problem: str
    revision: int
    illustrative: bool = False


async def scenarios_page(
    store: Store, service: QuestionService, language: Language, values: Values, *, problem: str = "", yaml: str = ""
) -> ScenariosPage:
    """The scenarios that are kept, and the form that `values` ask for: ``do``, and ``to`` where it adds to one."""
    found = await scenarios(store)
    listed = await listed_of(store, found, language)
    do, to = _last(values, "do"), _last(values, "to")
    making = None
    if not problem and do and do not in ACTIONS:
        text = N_("There is no step called '{do}'. There are: {known}.")
        problem = say(text, language, do=do, known=", ".join(ACTIONS))
    if not problem and to and to not in {each.id for each in found}:
        problem = say(N_("There is no scenario '{id}' to add a step to. Choose one below."), language, id=to)
    if do in ACTIONS:
        chosen = next((each for each in found if each.id == to), None)
        try:
            making = await _making(service, do, chosen, listed, values, language)
        except ScenarioError as error:  # the one to add to cannot be taken in the present graph
            problem = problem or error.say_with_labels(language)
    return ScenariosPage(
        listed=listed,
        actions=actions(language, to if making and making.to else ""),
        making=making,
        yaml=yaml,
        example=example(language),
        problem=problem,
        revision=await store.revision(),
    )


async def listed_of(store: Store, found: list[Scenario], language: Language) -> tuple[Listed, ...]:
    """The scenarios with their steps in words."""
    names = await mentioned_names(store, found)
    return tuple(
        Listed(
            each.id, each.name, each.description or "", each.as_of or "", scenario_address(each.id),
            in_words(each, names, language),
        )
        for each in found
    )  # fmt: skip


def actions(language: Language, to: str = "") -> tuple[Option, ...]:
    """What a step may do, by the address of its form."""
    return tuple(Option(scenarios_address(do=do, to=to) + "#make", say(text, language)) for do, text in ACTIONS.items())


def example(language: Language) -> str:
    """An example with comments."""
    return (EXAMPLES / f"scenario.{language}.yaml").read_text(encoding="utf-8")


async def _making(
    service: QuestionService,
    do: str,
    to: Scenario | None,
    listed: tuple[Listed, ...],
    values: Values,
    language: Language,
) -> Making:
    snapshots = service.snapshots
    snapshot = (await (snapshots.after(to) if to else snapshots.view(SnapshotParameters()))).snapshot
    step = await asyncio.to_thread(step_form, do, snapshot, values, language)
    shown = next((each for each in listed if to and each.id == to.id), None)
    said = (_last(values, name) for name in ("title", "description", "day"))
    return Making(step, shown, scenario_labels(language), *said)


def _last(values: Values, name: str) -> str:
    return (values.get(name) or [""])[-1]
