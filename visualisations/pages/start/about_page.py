"""The page about the data: what is loaded, by which runs, and what the words of evidence mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.database.one_revision import at_one_revision
from graph.database.runs import DATASETS, LATEST_RUNS
from graph.database.store import Store
from graph.facts.facts import Evidence
from graph.facts.run_warnings import RunWarning
from graph.language.words import N_, Language
from graph.ontology.declaration import Kind
from queries.asking.snapshots import Snapshots
from queries.overviews.headlines import HEADLINES
from queries.overviews.run_figures import read_figures
from visualisations.pages.start.loaded import Loaded, counted, loaded

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


async def about_page(store: Store, snapshots: Snapshots, language: Language) -> AboutPage:
    """What is loaded, by which runs, and what the words of evidence mean."""
    latest = LATEST_RUNS, {"dataset": None, "take": RUNS_SHOWN}

    async def attempt() -> AboutPage | None:
        snapshot = await snapshots.snapshot()
        revision, (datasets, runs) = await store.read_all([(DATASETS, {}), latest])
        if revision != snapshot.revision:
            return None
        return AboutPage(
            datasets=loaded(datasets[0]["datasets"], language),
            runs=tuple(_run(run) for run in runs[0]["runs"]),
            figures=tuple(each.label for each in HEADLINES),
            evidence=EVIDENCE,
            kinds=counted(snapshot),
            revision=revision,
        )

    return await at_one_revision(attempt)


def _run(noted: Mapping[str, Any]) -> dict[str, Any]:
    """A run with how many things and relations it changed together, and what it warned of."""
    warnings = RunWarning.read(noted["warnings"])[:WARNINGS_SHOWN]
    return {
        **noted,
        "warnings": warnings,
        "figures": [read_figures(noted["figures"]).get(each.question) for each in HEADLINES],
        **{each: (noted[f"things_{each}"] or 0) + (noted[f"links_{each}"] or 0) for each in CHANGES},
    }
