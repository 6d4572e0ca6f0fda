"""Asking a question: validate, read, answer, and keep the answer as long as the graph's revision stands."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, NamedTuple

from rapidfuzz import process

from graph.errors import QuestionError
from graph.store import Row, Store
from graph.words import N_
from queries.catalogue import catalogue
from queries.checking import must_exist, validated
from queries.question import Answer, AnswerRow, Question, QuestionParameters

KEPT_ANSWERS = 256


class _Kept(NamedTuple):
    rows: tuple[AnswerRow, ...]
    total: int


class Asker:
    """Answers questions from one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[tuple[str, str], _Kept] = OrderedDict()
        self._revision = -1

    async def ask(self, stem: str, **values: Any) -> Answer:
        """The answer to the question `stem` with these parameters.

        Raises:
            QuestionError: there is no such question, or it does not take these values.
            UnknownThingError: a parameter names a thing that the graph does not hold.
        """
        question = named(stem)
        parameters = validated(question.parameters, stem, values)
        key = (stem, parameters.model_dump_json())
        revision = await self._store.revision()
        self._turn_to(revision)
        kept = self._kept.get(key)
        if kept is None:
            await must_exist(self._store, _things_named(question, parameters))
            revision, kept = await self._read(question, parameters)
            self._turn_to(revision)
            self._kept[key] = kept
            if len(self._kept) > KEPT_ANSWERS:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return Answer(
            stem=stem,
            parameters=parameters.model_dump(mode="json"),
            revision=revision,
            total=kept.total,
            rows=kept.rows,
        )

    def _turn_to(self, revision: int) -> None:
        """Forget what was answered at another revision."""
        if revision != self._revision:
            self._kept.clear()
            self._revision = revision

    async def _read(self, question: Question, parameters: QuestionParameters) -> tuple[int, _Kept]:
        """The rows asked for, how many there are, and the revision they belong to.

        A Cypher text that uses ``$limit`` cuts by itself and returns a column ``total``; any other is cut here.
        """
        given = parameters.model_dump(mode="json")
        revision, rows = await self._store.read_whole(question.text, **given)
        answered = tuple(question.answer(rows, parameters))
        if "$limit" not in question.text:
            end = parameters.offset + parameters.limit
            return revision, _Kept(answered[parameters.offset : end], len(answered))
        if not rows and parameters.offset:  # past the end, where no row is left to carry the total
            revision, rows = await self._store.read_whole(question.text, **given | {"offset": 0, "limit": 1})
        return revision, _Kept(answered, _total(rows))


def _total(rows: list[Row]) -> int:
    return int(rows[0]["total"]) if rows else 0


def _things_named(question: Question, parameters: QuestionParameters) -> Iterator[tuple[str, str, str]]:
    for name in question.inputs:
        kind, value = question.kind_of(name), getattr(parameters, name)
        if kind is not None and value is not None:
            yield name, kind, value


def named(stem: str) -> Question:
    """The question called `stem`."""
    if question := catalogue().get(stem):
        return question
    near = process.extractOne(stem, list(catalogue()))
    raise QuestionError(
        N_("There is no question '{stem}'. Did you mean '{near}'?"), stem=stem, near=near[0] if near else ""
    )
