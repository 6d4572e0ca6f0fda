"""The fields of a form that choose a day and a scenario."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.language.words import N_, Language, say
from graph.ontology.declaration import attributes
from graph.scenarios.scenario_store import Kept
from queries.asking.question import SnapshotParameters
from visualisations.pages.frame.asked_of import DAY, SCENARIO
from visualisations.pages.frame.inputs import Input, Option, texts_of
from visualisations.wording.wording import first_day

INPUTS = attributes(SnapshotParameters)


def of_fields(values: Mapping[str, Any], language: Language, scenarios: Sequence[Kept]) -> tuple[Input, Input]:
    """The field of the day and that of the scenario, holding `values`."""
    return _day(values.get(DAY), language), _scenario(values.get(SCENARIO), scenarios, language)


def of_form(values: Mapping[str, Any], language: Language, scenarios: Sequence[Kept]) -> tuple[Input, ...]:
    """The same for what takes nothing else; that of the scenario only where some are kept."""
    return of_fields(values, language, scenarios)[: 2 if scenarios else 1]


def _day(given: Any, language: Language) -> Input:
    """A month or a year as its first day; what is no day as text, to be mended."""
    first = first_day(str(given)) if given else None
    label, hint = INPUTS[DAY].words.say(language), say(N_("Leave it empty for today."), language)
    return Input(DAY, label, hint, "text" if given and not first else "date", texts_of(first or given))


def _scenario(given: Any, scenarios: Sequence[Kept], language: Language) -> Input:
    options = (Option("", say(N_("None: the facts"), language)), *(Option(each.id, each.name) for each in scenarios))
    return Input(SCENARIO, INPUTS[SCENARIO].words.say(language), "", "select", texts_of(given), options)
