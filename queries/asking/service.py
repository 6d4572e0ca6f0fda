"""Asking a question: validate, find, tell, and keep the answer as long as the graph's revision stands."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from rapidfuzz import process

from graph.database.graph_version import GraphVersion
from graph.database.one_revision import at_one_revision
from graph.database.store import Store
from graph.errors import UnknownThingError
from graph.language.words import N_
from graph.snapshot.gc_control import no_collection
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.snapshot_file import SnapshotFile
from queries.asking.answer import Answer, AnswerRow
from queries.asking.catalogue import catalogue
from queries.asking.evidence import records, with_evidence
from queries.asking.question import Question, QuestionParameters
from queries.asking.snapshots import Snapshots, View
from queries.asking.validation import must_exist, validated

KEPT_ANSWERS = 64
KEPT_FINDINGS = 1_000_000
"""Of all kept answers together, the last one apart; a finding takes some hundred bytes, and leads to its snapshot."""
KEPT_PAGES = 256
Key = tuple[str, str]
V = TypeVar("V")


class _Page(NamedTuple):
    rows: tuple[AnswerRow, ...]
    total: int


@dataclass(frozen=True)
class _Findings:
    """What was found, and in which snapshot: it leads to things, which lead to all others."""

    snapshot: Snapshot
    found: Sequence[Any]

    def __len__(self) -> int:
        return len(self.found)


class QuestionService:
    """Answers questions from one store.

    What is kept is bounded whatever is asked: `KEPT_PAGES` pages of rows, which hold no things, and what was found in
    the snapshots that `Snapshots` keeps, today's and a few others; a day that is dropped takes its findings along.
    """

    def __init__(self, store: Store, file: SnapshotFile | None = None) -> None:
        """Answers from `store`, and begins with the snapshot in `file` where that fits."""
        self.store = store
        self.snapshots = Snapshots(store, self._forget_dropped, file)
        self._found: OrderedDict[Key, _Findings] = OrderedDict()
        self._pages: OrderedDict[Key, _Page] = OrderedDict()
        self._version: GraphVersion | None = None

    async def evaluate(self, stem: str, /, **values: Any) -> Answer:
        """The answer to the question `stem` with these parameters.

        Raises:
            QuestionError: it does not take these values.
            UnknownThingError: there is no such question, or a parameter names a thing that the graph does not hold.
            ChangingError: runs keep writing.
        """
        question = named(stem)
        parameters = validated(question.parameters, question.called, values)

        async def attempt() -> Answer | None:
            view = await self.snapshots.view(parameters)
            dated = view.dated(parameters)
            self._turn_to_newest()
            page = await self._page(question, dated, view)
            if page is None:
                return None
            said, revision = dated.model_dump(mode="json"), view.snapshot.revision
            return Answer(
                stem=stem,
                parameters=said,
                day=view.day or dated.day,
                revision=revision,
                total=page.total,
                rows=page.rows,
            )

        return await at_one_revision(attempt)

    def forget_answers(self) -> None:
        """Answer anew what is asked; the snapshot that answers are found in stays."""
        self._found.clear()
        self._pages.clear()

    def _forget_dropped(self) -> None:
        """Let go of what was found in snapshots that are not kept any more."""
        for key in [key for key, each in self._found.items() if not self.snapshots.keeps(each.snapshot)]:
            del self._found[key]

    async def _page(self, question: Question, parameters: QuestionParameters, view: View) -> _Page | None:
        """The rows asked for, with their evidence, and how many there are; None where a run wrote meanwhile."""
        key = (question.stem, f"{_moment(view)} {parameters.model_dump_json()}")
        if (kept := _kept(self._pages, key)) is not None:
            return kept
        must_exist(view.snapshot, parameters.refers_to())
        found = await self.found(question, parameters, view)
        shown = found[parameters.offset : parameters.offset + parameters.limit]
        with no_collection():
            rows = [question.explain(view.snapshot, each, parameters) for each in shown]
        revision, known = await records(self.store, {ground for row in rows for ground in row.grounds})
        if revision != view.snapshot.revision:
            return None
        told = with_evidence(rows, known, view.scenario.name if view.scenario else None)
        return _keep(self._pages, key, _Page(told, len(found)), KEPT_PAGES)

    async def found(self, question: Question, parameters: QuestionParameters, view: View) -> Sequence[Any]:
        """Every finding in the view, whichever of them is asked for."""
        asked = parameters.model_dump_json(exclude={"limit", "offset"})
        key = (question.stem, f"{_moment(view)} {asked}")
        if (kept := _kept(self._found, key)) is not None and kept.snapshot is view.snapshot:
            return kept.found
        found = await asyncio.to_thread(_find, question, view, parameters)
        if not self.snapshots.keeps(view.snapshot):  # it was dropped meanwhile
            return found
        _keep(self._found, key, _Findings(view.snapshot, found), KEPT_ANSWERS)
        while len(self._found) > 1 and sum(map(len, self._found.values())) > KEPT_FINDINGS:
            self._found.popitem(last=False)
        return found

    def _turn_to_newest(self) -> None:
        """Forget what was answered of another version of the graph."""
        newest = self.snapshots.newest
        version = newest.version if newest else None
        if version != self._version:
            self.forget_answers()
            self._version = version


def _find(question: Question, view: View, parameters: QuestionParameters) -> Sequence[Any]:
    with no_collection():  # the snapshot is a million objects, and findings are many
        return question.find(view.snapshot, parameters)


def _moment(view: View) -> str:
    """What an answer depends on beside its parameters; by the revision, an answer that comes late is not mistaken."""
    return f"{view.snapshot.revision} {view.mark}"


def _kept(kept: OrderedDict[Key, V], key: Key) -> V | None:
    if key in kept:
        kept.move_to_end(key)
    return kept.get(key)


def _keep(kept: OrderedDict[Key, V], key: Key, value: V, most: int) -> V:
    kept[key] = value
    if len(kept) > most:
        kept.popitem(last=False)
    return value


def named(stem: str) -> Question:
    """The question called `stem`.

    Raises:
        UnknownThingError: there is none; names the nearest.
    """
    if question := catalogue().get(stem):
        return question
    near = process.extractOne(stem, list(catalogue()))
    raise UnknownThingError(
        N_("There is no question '{stem}'. Did you mean '{near}'?"), stem=stem, near=near[0] if near else ""
    )
