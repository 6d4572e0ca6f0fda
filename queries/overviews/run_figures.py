"""The headline figures as they were after each run: kept with it, so that what a load did to them can be told."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import NamedTuple

from graph.database import runs
from graph.database.store import Store, Write
from graph.errors import ChangingError
from queries.asking.service import QuestionService
from queries.overviews.headlines import HEADLINES


class FigureChange(NamedTuple):
    """One headline figure after a run, and before it."""

    label: str
    """As a text of the catalogue."""
    before: int | None
    """None where it is not known."""
    after: int


def read_figures(stored: str | None) -> dict[str, int]:
    """The figures that a run keeps, by question; none where it has kept none."""
    return dict(json.loads(stored or "{}"))


async def note_figures(store: Store) -> list[FigureChange]:
    """Ask for the headline figures, keep them with the last run, and say what they were after the run before.

    Nothing is kept where somebody else writes meanwhile: the figures would not be those of that run, which is over.
    """
    service = QuestionService(store)
    try:
        answers = {each.question: await service.evaluate(each.question, **each.given) for each in HEADLINES}
        revision, rows = await store.read_whole(runs.LATEST_RUNS, dataset=None, take=2)
    except ChangingError:
        return []
    figures = {question: answer.total for question, answer in answers.items()}
    latest = rows[0]["runs"]
    if not latest or any(answer.revision != revision for answer in answers.values()):
        return []
    await store.write(_noting(latest[0]["number"], figures))
    before = read_figures(latest[1]["figures"]) if len(latest) > 1 else {}
    return [FigureChange(each.label, before.get(each.question), figures[each.question]) for each in HEADLINES]


def _noting(run: int, figures: Mapping[str, int]) -> Callable[[Write], Awaitable[None]]:
    async def note(write: Write) -> None:
        await write.run(runs.NOTE_FIGURES, run=run, figures=json.dumps(figures))

    return note
