"""The page of a scenario: its steps, what they would do, and how questions are answered after them and before."""

import asyncio
from dataclasses import dataclass

import yaml

from graph.database.store import Store
from graph.errors import QuestionError
from graph.facts.facts import Ref
from graph.language.words import N_, Language, say
from graph.scenarios.scenario_store import kept
from graph.scenarios.steps import Scenario
from queries.asking.service import QuestionService
from queries.overviews.comparing import Comparison, compare, headlines, like_with_like
from queries.overviews.scenario_effect import ScenarioEffect, tried
from visualisations.pages.frame.asked_of import DAY, SCENARIO
from visualisations.pages.frame.fitting import whole_maps
from visualisations.pages.frame.inputs import Option
from visualisations.pages.scenarios.scenario_rows import Compared, compared_rows
from visualisations.pages.scenarios.scenarios_page import Listed, actions, listed_of
from visualisations.wording.cell_wording import Part
from visualisations.wording.effect_wording import effect_in_words, effect_lists

LISTED = 100


@dataclass(frozen=True)
class ScenarioPage:
    """What the page of a scenario shows."""

    scenario: Listed
    yaml: str
    effect: str
    lists: tuple[tuple[str, tuple[Part, ...], int], ...]
    """What is taken away, added, or loses its last holder: heading, the first things, how many there are."""
    actions: tuple[Option, ...]
    others: tuple[Option, ...]
    """The other scenarios, to compare with."""
    against: str
    against_name: str
    day: str
    """The day that was chosen; empty where it is none."""
    today: str
    """The day that both are of (``YYYY-MM-DD``), where nobody has chosen it; else empty."""
    compared: tuple[Compared, ...]
    problem: str
    revision: int
    illustrative: bool
    maps: tuple[tuple[str, str], ...]
    """Title and address of each map that can be drawn of it as it is."""

    @property
    def of(self) -> dict[str, str]:
        """The parameters that ask of it, to be carried on to where the page leads."""
        return {name: value for name, value in ((SCENARIO, self.scenario.id), (DAY, self.day)) if value}


async def scenario_page(
    store: Store,
    service: QuestionService,
    chosen: Scenario,
    against: str,
    day: str,
    language: Language,
    problem: str = "",
) -> ScenarioPage:
    """The scenario, compared with another or, where `against` is empty, with the facts, on `day` where it is given."""
    names = {each.id: each.name for each in await kept(store)}
    (listed,) = await listed_of(store, [chosen], language)
    found: list[Comparison] = []
    effect, asked = None, {}
    graphs = [await service.snapshots.snapshot()]
    try:
        asked = await like_with_like(store, chosen.id, against or None, day or None)
        found = [await compare(service, stem, chosen.id, against or None, **asked) for stem in headlines()]
        effect = await tried(service.snapshots, chosen, asked.get("as_of"))
        graphs.append((await service.snapshots.after(chosen, asked.get("as_of"))).snapshot)
    except QuestionError as error:
        problem = problem or error.say_with_labels(language)

    def has_page(ref: Ref) -> bool:
        return any(graph.get(*ref) for graph in graphs)

    compared = [await asyncio.to_thread(compared_rows, each, asked, has_page, language) for each in found]
    return ScenarioPage(
        scenario=listed,
        yaml=written(chosen),
        effect=effect_in_words(effect, language) if effect else "",
        lists=_lists(effect, language) if effect else (),
        actions=actions(language, chosen.id),
        others=tuple(Option(id, name) for id, name in names.items() if id != chosen.id),
        against=against,
        against_name=names.get(against, against) if against else say(N_("the facts"), language),
        day=asked.get("as_of", ""),
        today=(found[0].day or "") if found and found[0].is_today else "",
        compared=tuple(compared),
        problem=problem,
        revision=found[0].revision if found else await store.revision(),
        illustrative=any(each.illustrative for each in found),
        maps=() if problem else tuple(whole_maps(language, {SCENARIO: chosen.id, **asked})),
    )


def written(scenario: Scenario) -> str:
    """The scenario as YAML."""
    told = scenario.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100)


def _lists(effect: ScenarioEffect, language: Language) -> tuple[tuple[str, tuple[Part, ...], int], ...]:
    return tuple(
        (
            heading,
            tuple(Part(each.say(language), each.ref) for each in things[:LISTED]),
            len(things),
        )
        for heading, things in effect_lists(effect, language)
    )
