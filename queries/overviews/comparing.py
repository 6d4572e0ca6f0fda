"""One question asked of two graphs: what the one answers and the other does not."""

import asyncio
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from graph.database.one_revision import at_one_revision
from graph.database.store import Store
from graph.facts.facts import FactKey
from graph.scenarios.scenario_store import scenario
from graph.snapshot.node import Node
from queries.asking.answer import AnswerRow
from queries.asking.evidence import records, with_evidence
from queries.asking.question import Question, QuestionParameters
from queries.asking.service import QuestionService, named
from queries.asking.snapshots import View
from queries.asking.validation import validated
from queries.overviews.headlines import GAPS_ALONE

COMPARED: Mapping[str, Mapping[str, str]] = {
    "interoperability_verdicts": {}, "interoperability_gaps": GAPS_ALONE, "last_holder": {},
    "divestment_candidates": {}, "not_assessed": {}, "divestment_plan": {},
}  # fmt: skip
"""The questions that scenarios are compared by unless others are asked for, and what they are asked with."""
SHOWN = 200
"""Rows told of each sort."""


class Comparison(BaseModel):
    """How the answers to one question differ between two graphs of the same revision."""

    model_config = ConfigDict(frozen=True)

    stem: str
    revision: int
    before: str | None
    """The scenario that is compared with; None is the graph as it is."""
    after: str | None
    day: str | None
    """The day that both are of (``YYYY-MM-DD``); None where each is of its own."""
    is_today: bool
    """Whether nobody has chosen the day of either."""
    opened: tuple[AnswerRow, ...]
    """Rows that only the answer after has, the first of them."""
    closed: tuple[AnswerRow, ...]
    """Rows that only the answer before has, the first of them."""
    opened_total: int
    closed_total: int
    same: int
    """Findings that both have."""

    @property
    def illustrative(self) -> bool:
        """True where any row given rests on a made-up example."""
        return any(row.illustrative for row in (*self.opened, *self.closed))


def headlines() -> list[str]:
    """The questions that scenarios are compared by unless others are asked for."""
    return list(COMPARED)


async def like_with_like(store: Store, after: str, before: str | None, as_of: str | None) -> dict[str, str]:
    """The day on which two graphs are compared, as a parameter of the questions: the one given; else, where a
    scenario that looks at a day of its own is compared with the facts, that day, so that only its steps make a
    difference; else none, and each is asked of its own day.

    Raises:
        ScenarioError: there is no such scenario.
    """
    chosen = await scenario(store, after)
    if before is not None:
        await scenario(store, before)
    day = as_of or (chosen.as_of if before is None else None)
    return {"as_of": day} if day else {}


async def compare(
    service: QuestionService, stem: str, after: str | None, before: str | None = None, /, **values: Any
) -> Comparison:
    """The answers to `stem` in the scenario `after` and in `before`; None is the graph as it is.

    Raises:
        QuestionError: there is no such question or scenario, or the values do not fit.
        ChangingError: runs keep writing.
    """
    question = named(stem)
    given = {**COMPARED.get(stem, {}), **values}
    asked = [validated(question.parameters, question.called, given | {"scenario": which}) for which in (before, after)]

    async def attempt() -> Comparison | None:
        views = [await service.snapshots.view(parameters) for parameters in asked]
        if views[0].snapshot.revision != views[1].snapshot.revision:
            return None
        dated = [view.dated(parameters) for view, parameters in zip(views, asked, strict=True)]
        found = [await service.found(question, parameters, view) for parameters, view in zip(dated, views, strict=True)]
        compared = await asyncio.to_thread(_compared, question, dated, views, found)
        rows = (*compared.opened, *compared.closed)
        revision, known = await records(service.store, {ground for row in rows for ground in row.grounds})
        return _with_evidence(compared, views, known) if revision == compared.revision else None

    return await at_one_revision(attempt)


def _compared(
    question: Question, asked: list[QuestionParameters], views: list[View], found: list[Sequence[Any]]
) -> Comparison:
    first, second = ({plain(question.identity(each)): each for each in some} for some in found)
    closed = [each for key, each in first.items() if key not in second]
    opened = [each for key, each in second.items() if key not in first]

    def explained(which: int, some: list[Any]) -> tuple[AnswerRow, ...]:
        return tuple(question.explain(views[which].snapshot, each, asked[which]) for each in some[:SHOWN])

    return Comparison(
        stem=question.stem,
        revision=views[0].snapshot.revision,
        before=asked[0].scenario,
        after=asked[1].scenario,
        day=views[0].day if views[0].day == views[1].day else None,
        is_today=all(view.is_today for view in views),
        opened=explained(1, opened),
        closed=explained(0, closed),
        opened_total=len(opened),
        closed_total=len(closed),
        same=len(first) - len(closed),
    )


def _with_evidence(compared: Comparison, views: list[View], known: Mapping[Any, Any]) -> Comparison:
    before, after = (view.scenario.name if view.scenario else None for view in views)
    return compared.model_copy(
        update={
            "opened": with_evidence(compared.opened, known, after),
            "closed": with_evidence(compared.closed, known, before),
        }
    )


def plain(finding: Any) -> Hashable:
    """A finding by what it names, whatever snapshot it was found in."""
    if isinstance(finding, Node):
        return finding.ref
    if isinstance(finding, FactKey):
        return finding
    if isinstance(finding, AnswerRow):
        return finding.model_dump_json()
    if isinstance(finding, dict):
        return tuple((key, plain(value)) for key, value in finding.items())
    if isinstance(finding, set | frozenset):
        return frozenset(map(plain, finding))
    if isinstance(finding, list | tuple):
        return tuple(map(plain, finding))
    return finding  # type: ignore[no-any-return]
