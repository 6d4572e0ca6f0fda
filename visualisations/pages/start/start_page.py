"""The start page, and what is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.database.runs import LATEST_RUNS
from graph.database.store import Store
from graph.database.thing_lists import OVERVIEW
from graph.facts.facts import Evidence
from graph.facts.run_warnings import RunWarning
from graph.language.words import N_, Language
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from queries.asking.catalogue import catalogue
from queries.asking.question import Theme
from queries.asking.service import QuestionService
from queries.overviews.headlines import HEADLINES
from queries.overviews.run_figures import read_figures
from visualisations.maps.atlas import atlas
from visualisations.wording.addresses import map_address, question_address

EVIDENCE = {
    Evidence.DOCUMENTED: N_("Documented"),
    Evidence.STATED: N_("Stated"),
    Evidence.ILLUSTRATIVE: N_("Illustrative"),
}
CHANGES = ("created", "changed", "deleted")
RUNS_SHOWN = 50
WARNINGS_SHOWN = 100
"""Of each run."""


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
class Loaded:
    """A dataset in the graph."""

    title: str
    id: str
    trust: int
    run: int
    loaded: str
    moved: int
    """How many of its facts stand elsewhere in its files than is told of them."""


@dataclass(frozen=True)
class StartPage:
    """What the start page shows."""

    figures: tuple[Figure, ...]
    questions: Mapping[str, tuple[StartEntry, ...]]
    maps: tuple[StartEntry, ...]
    kinds: tuple[tuple[type[Kind], int], ...]
    datasets: tuple[Loaded, ...]
    revision: int

    @property
    def illustrative(self) -> bool:
        """Whether a figure rests on made-up examples."""
        return any(figure.illustrative for figure in self.figures)


@dataclass(frozen=True)
class AboutPage:
    """What the page about the graph shows."""

    datasets: tuple[Loaded, ...]
    runs: tuple[Mapping[str, Any], ...]
    figures: tuple[str, ...]
    """What the headline figures of each run are called, as texts of the catalogue."""
    evidence: Mapping[Evidence, str]
    """Each ground of a fact, and its short name as a text of the catalogue."""
    kinds: tuple[tuple[type[Kind], int], ...]
    revision: int
    illustrative: bool = False


async def start_page(store: Store, service: QuestionService, language: Language) -> StartPage:
    """The way in: figures, questions, kinds of things, maps and datasets."""
    figures = []
    for stem, label, given in HEADLINES:
        answer = await service.evaluate(stem, **given)
        figures.append(Figure(label, answer.total, question_address(stem, **given), answer.illustrative))
    revision, rows = await store.read_whole(OVERVIEW)
    return StartPage(
        figures=tuple(figures),
        questions=questions(language),
        maps=tuple(StartEntry(each.title.say(language), map_address(stem)) for stem, each in atlas().items()),
        kinds=_kinds(rows[0]["kinds"]),
        datasets=_datasets(rows[0]["datasets"], language),
        revision=revision,
    )


async def about_page(store: Store, language: Language) -> AboutPage:
    """What is loaded, by which runs, and what the words of evidence mean."""
    revision, rows = await store.read_whole(OVERVIEW)
    latest = await store.read(LATEST_RUNS, dataset=None, take=RUNS_SHOWN)
    return AboutPage(
        datasets=_datasets(rows[0]["datasets"], language),
        runs=tuple(_run(run) for run in latest[0]["runs"]),
        figures=tuple(each.label for each in HEADLINES),
        evidence=EVIDENCE,
        kinds=_kinds(rows[0]["kinds"]),
        revision=revision,
    )


def questions(language: Language) -> dict[str, tuple[StartEntry, ...]]:
    """Every question by its title, under what it is about; the headline ones first."""
    first = [each.question for each in HEADLINES]
    stems = sorted(catalogue(), key=lambda stem: (stem not in first, stem))
    themes = {
        theme.words.say(language): tuple(
            StartEntry(catalogue()[stem].title.say(language), question_address(stem))
            for stem in stems
            if catalogue()[stem].theme is theme
        )
        for theme in Theme
    }
    return {title: entries for title, entries in themes.items() if entries}


def _kinds(counted: list[tuple[str, int]]) -> tuple[tuple[type[Kind], int], ...]:
    counts: dict[str, int] = dict(counted)
    return tuple((kind, counts[name]) for name, kind in ONTOLOGY.kinds.items() if name in counts)


def _run(noted: Mapping[str, Any]) -> dict[str, Any]:
    """A run with how many things and relations it changed together, and what it warned of."""
    warnings = RunWarning.read(noted["warnings"])[:WARNINGS_SHOWN]
    return {
        **noted,
        "warnings": warnings,
        "figures": [read_figures(noted["figures"]).get(each.question) for each in HEADLINES],
        **{each: (noted[f"things_{each}"] or 0) + (noted[f"links_{each}"] or 0) for each in CHANGES},
    }


def _datasets(rows: list[dict[str, Any]], language: Language) -> tuple[Loaded, ...]:
    return tuple(
        Loaded(
            title=str((row.get("title_sv") if language == "sv" else None) or row["title"] or row["id"]),
            id=row["id"],
            trust=row["trust"],
            run=row["run"],
            loaded=row["loaded"],
            moved=row.get("moved") or 0,
        )
        for row in rows
    )
