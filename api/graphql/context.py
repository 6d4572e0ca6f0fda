"""What one request carries: how it reads, what it has read, and the reader's language."""

import asyncio
from collections.abc import Sequence
from typing import Any

from fastapi import Request
from strawberry.fastapi import BaseContext
from strawberry.types import Info

from api.graphql.apart import Home
from api.graphql.paging import ThingIn
from api.graphql.reading import RequestReader
from api.graphql.record_loading import RecordLoading
from api.writing import Writer
from graph.database.store import Store
from graph.facts.facts import Ref
from graph.language.words import Language, Words
from graph.scenarios import scenario_store
from graph.scenarios.steps import Scenario
from graph.snapshot.snapshot import Snapshot
from graph.tender.offer import Offer
from queries.asking.answer import Answer
from queries.asking.question import SnapshotParameters
from queries.asking.service import QuestionService
from queries.asking.snapshots import View
from queries.asking.validation import validated
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.comply import comply, looked_at
from queries.overviews.comparing import Comparison, compare, like_with_like
from queries.overviews.scenario_effect import ScenarioEffect, keep, tried
from visualisations.wording.scenario_names import steps_in_words
from visualisations.wording.scenario_words import StepWords

THINGS = Words("A list of things", "En lista med objekt")
"""What is told not to take a day or a scenario."""


class Context(BaseContext):
    """One request's; nothing in it outlives the request. It is used apart, and asks the store at home."""

    def __init__(self, store: Store, service: QuestionService, writer: Writer, language: Language = "en") -> None:
        super().__init__()
        self._store, self._service, self.language = store, service, language
        self._writer, self._home = writer, Home()
        self.written = False
        """True once the request has changed something: then it is not made again."""
        self.begin()

    def begin(self) -> None:
        """Forget what was read."""
        self.reading = RequestReader(self._store, self._home)
        self.records = RecordLoading(self._store, self._home, self.reading.saw)
        self._views: dict[tuple[str | None, str | None], asyncio.Task[View]] = {}
        self._answered: dict[tuple[str | int, ...], dict[str, str | None]] = {}
        self._scenarios: list[Scenario] = []
        self._words: dict[Language, asyncio.Task[dict[str, tuple[StepWords, ...]]]] = {}

    async def snapshot(self, as_of: str | None = None, scenario: str | None = None) -> Snapshot:
        """What is stated, or the graph of a day, or after a scenario's steps: the same one all through the request."""
        key = as_of, scenario
        if key not in self._views:
            snapshots, given = self._service.snapshots, {"as_of": as_of, "scenario": scenario}
            of = validated(SnapshotParameters, THINGS, {name: value for name, value in given.items() if value})
            view = snapshots.view(of) if of.as_of or of.scenario else snapshots.stated()
            self._views[key] = asyncio.create_task(self._home.do(view))
        snapshot = (await self._views[key]).snapshot
        self.reading.saw(snapshot.revision)
        return snapshot

    def looked_at(self, path: Sequence[str | int]) -> dict[str, str | None]:
        """Of which day and scenario the field at `path` is: those of the answer that it stands in, else of today."""
        return next((of for begin, of in self._answered.items() if tuple(path[: len(begin)]) == begin), {})

    async def answer(self, question: str, path: Sequence[str | int], **values: Any) -> Answer:
        """The answer to a question of the catalogue, which stands at `path`."""
        answer = await self._home.do(self._service.evaluate(question, **values))
        self._answered[tuple(path)] = {"as_of": answer.day, "scenario": values.get("scenario")}
        self.reading.saw(answer.revision)
        return answer

    async def thing(self, ref: Ref, as_of: str | None = None, scenario: str | None = None) -> ThingIn | None:
        """A thing of the graph, of a day, or of a scenario; None where there is none."""
        snapshot = await self.snapshot(as_of, scenario)
        node = snapshot.get(ref.kind, ref.id)
        return ThingIn(node, snapshot) if node else None

    async def comply(
        self, requirement_set: str, systems: Sequence[str], offers: Sequence[Offer], **of: str | None
    ) -> ComplianceMatrix:
        """A requirement set held against systems of the graph, of a day and a scenario, and offers."""
        comparison = await self._home.do(
            comply(self._store, self._service.snapshots, requirement_set, systems, offers, looked_at(of))
        )
        self.reading.saw(comparison.revision)
        return comparison

    async def compare(self, question: str, after: str, before: str | None, as_of: str | None) -> Comparison:
        """A question asked of a scenario and of the facts or another scenario."""
        asked = await self._home.do(like_with_like(self._store, after, before, as_of))
        difference = await self._home.do(compare(self._service, question, after, before, **asked))
        self.reading.saw(difference.revision)
        return difference

    async def scenarios(self) -> list[Scenario]:
        """Every scenario that is kept."""
        self._scenarios = await self._home.do(scenario_store.scenarios(self._store))
        self._words.clear()
        return self._scenarios

    async def keep(self, scenario: Scenario) -> None:
        """Keep a scenario whose steps can be taken."""
        self._writer.allowed()
        self.written = True
        await self._home.do(keep(self._store, self._service.snapshots, scenario))
        self._writer.wrote(f"Saved scenario {scenario.id}")
        self._scenarios = [*self._scenarios, scenario]
        self._words.clear()

    async def forget(self, scenario: str) -> None:
        """Forget a scenario."""
        self._writer.allowed()
        self.written = True
        await self._home.do(scenario_store.delete(self._store, scenario))
        self._writer.wrote(f"Deleted scenario {scenario}")

    async def in_words(self, scenario: Scenario, language: Language) -> tuple[StepWords, ...]:
        """A scenario's steps in `language`; those of all that the request knows are read at once."""
        if language not in self._words:
            known = [*self._scenarios, scenario]
            self._words[language] = asyncio.create_task(self._home.do(steps_in_words(self._store, known, language)))
        return (await self._words[language])[scenario.id]

    async def effect(self, scenario: str) -> ScenarioEffect:
        """What a scenario that is kept would do to the present graph."""
        kept = await self._home.do(scenario_store.scenario(self._store, scenario))
        return await self._home.do(tried(self._service.snapshots, kept))


Ask = Info[Context, None]
"""Strawberry's account of the field that is being answered."""


def language_of(header: str) -> Language:
    """The reader's language from ``Accept-Language``: Swedish where it comes first, otherwise English."""
    return "sv" if header.strip().lower().startswith("sv") else "en"


async def context_of(request: Request) -> Context:
    """What the request carries to the fields."""
    state = request.app.state
    language = language_of(request.headers.get("accept-language", ""))
    return Context(state.store, state.service, Writer(request), language)
