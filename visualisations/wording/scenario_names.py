"""What the things that scenarios speak of are called, and scenarios in words, several at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.database.store import Store
from graph.facts.facts import Ref
from graph.language.words import Language, Words
from graph.ontology.kinds import InformationEntity, IntegrationPlatform
from graph.ontology.ontology import ONTOLOGY
from graph.scenarios.steps import Addition, Merger, Removal, Replacement, Scenario
from visualisations.wording.scenario_words import EITHER_END, STANDARD, SYSTEM, StepWords, in_words
from visualisations.wording.sources import names_of


def mentioned(scenarios: Iterable[Scenario]) -> list[Ref]:
    """Every thing that the steps may mean; an end of an exchange may be of several kinds."""
    found: dict[Ref, None] = {}
    for scenario in scenarios:
        for step in scenario.steps:
            for kinds, id in _ids(step):
                found |= dict.fromkeys(Ref(kind, id) for kind in kinds if kind in ONTOLOGY.kinds)
    return list(found)


async def mentioned_names(store: Store, scenarios: Sequence[Scenario]) -> Mapping[Ref, Words]:
    """What the things that the steps mean are called; one round trip."""
    return await names_of(store, mentioned(scenarios))


async def steps_in_words(
    store: Store, scenarios: Sequence[Scenario], language: Language
) -> dict[str, tuple[StepWords, ...]]:
    """The steps of each scenario in `language`, by its id; one round trip."""
    names = await mentioned_names(store, scenarios)
    return {each.id: in_words(each, names, language) for each in scenarios}


def _ids(step: Removal | Replacement | Merger | Addition) -> Iterator[tuple[tuple[str, ...], str]]:
    match step:
        case Removal():
            yield (step.kind,), step.id
        case Replacement():
            yield from ((SYSTEM, id) for id in (step.id, step.by))
        case Merger():
            yield from ((SYSTEM, id) for id in (*step.ids, step.into))
        case Addition():
            yield from ((EITHER_END, id) for id in (step.provider, *step.consumers))
            yield from (((InformationEntity.__name__,), id) for id in step.carries)
            yield from (((IntegrationPlatform.__name__,), id) for id in step.through)
    if not isinstance(step, Removal):
        yield from ((STANDARD, id) for id in step.conforms_to)
