"""The start page: figures, questions, maps, kinds of things and what is loaded; of today, a day or a scenario."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.database.one_revision import at_one_revision
from graph.database.runs import DATASETS
from graph.database.store import Store
from graph.language.words import Language, Words
from graph.ontology.declaration import Kind
from queries.asking.catalogue import catalogue
from queries.asking.question import Theme
from queries.asking.service import QuestionService
from queries.overviews.headlines import HEADLINES
from visualisations.maps.atlas import atlas
from visualisations.pages.frame.asked_of import AskedOf
from visualisations.pages.frame.carrying import carried
from visualisations.pages.frame.fitting import FACTS, Of
from visualisations.pages.start.loaded import Loaded, counted, loaded
from visualisations.wording.addresses import map_address, question_address

START = Words("The start page", "Startsidan")
"""What is told not to take a day or a scenario."""


@dataclass(frozen=True)
class Figure:
    """A headline figure: how many rows a question's answer has."""

    label: str
    total: int
    address: str
    illustrative: bool


@dataclass(frozen=True)
class StartEntry:
    """A question or a map in a list."""

    title: str
    address: str


@dataclass(frozen=True)
class StartPage:
    """What the start page shows."""

    figures: tuple[Figure, ...]
    questions: Mapping[str, tuple[StartEntry, ...]]
    maps: tuple[StartEntry, ...]
    kinds: tuple[tuple[type[Kind], int], ...]
    datasets: tuple[Loaded, ...]
    revision: int
    of: Of
    """The parameters of the day and the scenario, for what the page leads to."""
    asked_of: AskedOf | None
    """What is counted where that is not the facts of today."""
    day: str
    """The day that the figures are of (``YYYY-MM-DD``)."""

    @property
    def illustrative(self) -> bool:
        """Whether a figure rests on made-up examples."""
        return any(figure.illustrative for figure in self.figures)


async def start_page(store: Store, service: QuestionService, language: Language, of: Of = FACTS) -> StartPage:
    """The way in: figures, questions, kinds of things, maps and datasets; of today, of a day or of a scenario.

    Raises:
        QuestionError: there is no such day or scenario.
    """

    async def attempt() -> StartPage | None:
        seen = await carried(service.snapshots, of, START)
        answers = [await service.evaluate(stem, **given, **of) for stem, _, given in HEADLINES]
        revision, rows = await store.read_whole(DATASETS)
        if {revision, *(answer.revision for answer in answers)} != {seen.snapshot.revision}:
            return None
        figures = (
            Figure(label, answer.total, question_address(stem, **given, **of), answer.illustrative)
            for (stem, label, given), answer in zip(HEADLINES, answers, strict=True)
        )
        return StartPage(
            figures=tuple(figures),
            questions=questions(language, of),
            maps=tuple(StartEntry(each.title.say(language), map_address(stem, **of)) for stem, each in atlas().items()),
            kinds=counted(seen.snapshot),
            datasets=loaded(rows[0]["datasets"], language),
            revision=revision,
            of=of,
            asked_of=seen.asked_of,
            day=answers[0].day,
        )

    return await at_one_revision(attempt)


def questions(language: Language, of: Of = FACTS) -> dict[str, tuple[StartEntry, ...]]:
    """Every question by its title, under what it is about; the headline ones first; asked of a day and a scenario."""
    first = [each.question for each in HEADLINES]
    stems = sorted(catalogue(), key=lambda stem: (stem not in first, stem))
    themes = {
        theme.words.say(language): tuple(
            StartEntry(catalogue()[stem].title.say(language), question_address(stem, **of))
            for stem in stems
            if catalogue()[stem].theme is theme
        )
        for theme in Theme
    }
    return {title: entries for title, entries in themes.items() if entries}
