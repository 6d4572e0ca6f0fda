"""Asking a question: validate, read, answer, and keep the answer as long as the graph's revision stands."""

from collections import OrderedDict
from typing import Any

from pydantic import ValidationError
from rapidfuzz import process

from graph.errors import QuestionError, UnknownThingError
from graph.store import Store
from graph.words import N_
from queries.catalogue import catalogue
from queries.question import Answer, AnswerRow, Question, QuestionParameters

KEPT_ANSWERS = 256


class Asker:
    """Answers questions from one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[tuple[str, str], tuple[AnswerRow, ...]] = OrderedDict()
        self._totals: dict[tuple[str, str], int] = {}
        self._revision = -1

    async def ask(self, stem: str, **values: Any) -> Answer:
        """The answer to the question `stem` with these parameters.

        Raises:
            QuestionError: there is no such question, or it does not take these values.
            UnknownThingError: a parameter names a thing that the graph does not hold.
        """
        question = named(stem)
        parameters = validated(question, values)
        key = (stem, parameters.model_dump_json())
        revision = await self._store.revision()
        if revision != self._revision:
            self._kept.clear()
            self._revision = revision
        if key in self._kept:
            self._kept.move_to_end(key)
        else:
            await self._must_exist(question, parameters)
            revision, rows = await self._store.read_whole(question.text, **parameters.model_dump(mode="json"))
            answered, total = _answered(question, parameters, rows)
            if revision != self._revision:
                self._kept.clear()
                self._revision = revision
            self._kept[key] = answered
            self._totals[key] = total
            while len(self._kept) > KEPT_ANSWERS:
                self._kept.popitem(last=False)
        return Answer(
            stem=stem,
            parameters=parameters.model_dump(mode="json"),
            revision=self._revision,
            total=self._totals[key],
            rows=self._kept[key],
        )

    async def _must_exist(self, question: Question, parameters: QuestionParameters) -> None:
        for name in question.inputs:
            kind, value = question.kind_of(name), getattr(parameters, name)
            if kind is None or value is None:
                continue
            if await self._store.read(f"MATCH (n:{kind} {{id: $id}}) RETURN n.id AS id", id=value):
                continue
            ids = [row["id"] for row in await self._store.read(f"MATCH (n:{kind}) RETURN n.id AS id LIMIT 50000")]
            near = process.extractOne(value, ids, score_cutoff=60)
            raise UnknownThingError(
                N_("{parameter}: there is no {kind} '{value}'. {hint}"),
                parameter=name,
                kind=kind,
                value=value,
                hint=f"Did you mean '{near[0]}'?" if near else "",
            )


def named(stem: str) -> Question:
    """The question called `stem`."""
    if question := catalogue().get(stem):
        return question
    near = process.extractOne(stem, list(catalogue()))
    raise QuestionError(
        N_("There is no question '{stem}'. Did you mean '{near}'?"), stem=stem, near=near[0] if near else ""
    )


def validated(question: Question, values: dict[str, Any]) -> QuestionParameters:
    """The question's parameters with `values`."""
    try:
        return question.parameters.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise QuestionError(
            N_("{question}: the parameter {parameter} is {value}: {reason}. It takes: {known}."),
            question=question.stem,
            parameter=place,
            value=repr(first["input"])[:80],
            reason=first["msg"],
            known=", ".join(question.inputs),
        ) from error


def _answered(
    question: Question, parameters: QuestionParameters, rows: list[dict[str, Any]]
) -> tuple[tuple[AnswerRow, ...], int]:
    """The rows asked for, and how many there are.

    A Cypher text that uses ``$limit`` cuts by itself and returns a column ``total``; any other is cut here.
    """
    answered = question.answer(rows, parameters)
    if "$limit" in question.text:
        return tuple(answered), int(rows[0]["total"]) if rows else 0
    return tuple(answered[parameters.offset : parameters.offset + parameters.limit]), len(answered)
