"""What a scenario would do in words, and what stands at the top of an answer that is not of the facts of today."""

from graph.language.words import N_, Language, say
from queries.asking.answer import ThingRef
from queries.overviews.scenario_effect import ScenarioEffect
from visualisations.wording.wording import day as written_day


def effect_in_words(effect: ScenarioEffect, language: Language) -> str:
    """What a scenario would do, in numbers."""
    text = N_(
        "Things taken away: {gone}, added: {new}. Relations taken away: {fewer}, added: {more}. "
        "The facts stay as they are."
    )
    fewer, more = effect.relations_gone, effect.relations_new
    return say(text, language, gone=len(effect.gone), new=len(effect.new), fewer=fewer, more=more)


LISTS = (
    ("unheld", N_("Information that loses its last holder")),
    ("gone", N_("Taken away")),
    ("new", N_("Added")),
)
"""What an effect lists, and what the lists are called."""


def effect_lists(effect: ScenarioEffect, language: Language) -> list[tuple[str, tuple[ThingRef, ...]]]:
    """The lists of an effect that are not empty, each with its heading."""
    return [(say(text, language), found) for name, text in LISTS if (found := getattr(effect, name))]


OF_TODAY = N_("As of today, {day}, by the dates that are stated.")


def standing_texts(scenario: str | None, day: str | None, language: Language, *, is_today: bool = False) -> list[str]:
    """What stands at the top of an answer: of which scenario, where it is of one, and of which day."""
    texts = []
    if scenario is not None:
        texts.append(say(N_("Scenario: {name} – not the facts."), language, name=scenario))
    if day is not None:
        text = OF_TODAY if is_today else N_("As of {day}, by the dates that are stated.")
        texts.append(say(text, language, day=written_day(day, language)))
    return texts
