"""The starters for Neo4j Browser: their rows are those of the questions that they say they equal, in the same order."""

import re
import shlex
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import BaseModel

from graph.database.store import Store
from graph.facts.merged_view import Thing
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow, ThingRef
from queries.asking.catalogue import catalogue
from queries.asking.question import Question
from queries.asking.service import QuestionService
from tests.rooms.house import HOUSE

FOLDER = HOUSE / "queries" / "cypher"
PARAM = re.compile(r"(?m)^:param (\w+) => (.+);\n")
EQUALS = re.compile(r"(?m)^// Equals: samband ask (.+)$")
SWEPT = 4
"""Things that a parameter which takes one is given in turn."""


class Starter(NamedTuple):
    """One of them, taken apart."""

    question: Question
    body: str
    literals: dict[str, str]
    """The values of its ``:param`` lines, as Cypher."""
    asked: dict[str, Any]
    """The values that the question is asked with for the same rows."""

    @classmethod
    def read(cls, path: Path) -> "Starter":
        text = path.read_text(encoding="utf-8")
        stem, *options = shlex.split(one(EQUALS.findall(text)))
        question = catalogue()[stem.replace("-", "_")]
        names = [each.removeprefix("--").replace("-", "_") for each in options[::2]]
        given = dict(zip(names, options[1::2], strict=True))
        assert given.keys() <= question.inputs.keys()
        return cls(question, PARAM.sub("", text), dict(PARAM.findall(text)), given)


def one(found: list[str]) -> str:
    (only,) = found
    return only


STARTERS = {path.stem: Starter.read(path) for path in sorted(FOLDER.glob("*.cypher"))}


def plain(value: Any) -> Any:
    """A value of a row as both sides can be held against each other; what is in a list has no order."""
    if isinstance(value, Thing):
        return str(value.key)
    if isinstance(value, ThingRef):
        return str(value.ref)
    if isinstance(value, list | tuple):
        return sorted(map(plain, value))
    assert not isinstance(value, BaseModel | dict), "take a column that both sides can say"
    return value.value if isinstance(value, Enum) else value


def of_question(rows: tuple[AnswerRow, ...], columns: list[str]) -> list[list[Any]]:
    return [[plain(getattr(row, column)) for column in columns] for row in rows]


async def rows_of(store: Store, starter: Starter, given: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
    """The columns and the rows of a starter with these parameters."""
    found = await store.read(starter.body, **given)
    columns = list(found[0]) if found else []
    return columns, [[plain(value) for value in row.values()] for row in found]


async def differing(service: QuestionService, starter: Starter, given: dict[str, Any]) -> str | None:
    """How the starter's rows differ from the question's with the same values; empty where both have none."""
    values = starter.asked | {name: given[name] for name in starter.literals}
    asked = {name: value for name, value in values.items() if value is not None}
    answer = await service.evaluate(starter.question.stem, limit=10_000, **asked)
    columns, rows = await rows_of(service.store, starter, given)
    assert set(columns) <= starter.question.columns.keys()
    wanted = of_question(answer.rows, columns) if columns else [[] for _ in answer.rows]
    if rows == wanted:
        return None if rows else ""
    at = next((n for n, (a, b) in enumerate(zip(rows, wanted, strict=False)) if a != b), min(len(rows), len(wanted)))
    return f"{given}: {len(rows)} rows for {len(wanted)}; row {at}: {rows[at : at + 1]} for {wanted[at : at + 1]}"


async def parameters_of(store: Store, starter: Starter) -> dict[str, Any]:
    """The values of the ``:param`` lines, as the engine reads them."""
    names = ", ".join(f"{literal} AS {name}" for name, literal in starter.literals.items())
    return (await store.read(f"RETURN {names}"))[0] if names else {}


def sweep(starter: Starter, snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    """Each parameter in turn with each value of a closed list, both truths, or some things; the others not given."""
    required = {
        name: of_kind(starter, name, snapshot) for name in starter.literals if starter.question.inputs[name].required
    }
    defaults = {name: default(starter, name) for name in starter.literals}
    if not required:
        yield defaults
    for name in starter.literals:
        each = starter.question.inputs[name]
        values: list[Any] = of_kind(starter, name, snapshot)
        if each.choices:
            values = [choice.value for choice in each.choices]
        elif each.type is bool:
            values = [True, False]
        for value in values:
            yield {**defaults, name: value}


def default(starter: Starter, name: str) -> Any:
    attribute = starter.question.inputs[name]
    return None if attribute.required else attribute.info.get_default(call_default_factory=True)


def of_kind(starter: Starter, name: str, snapshot: Snapshot) -> list[Any]:
    """Ids of the best connected things of the kind that the parameter takes."""
    kind = starter.question.kind_of(name)
    nodes = snapshot.all(ONTOLOGY.kinds[kind]) if kind else []
    return [node.id for node in sorted(nodes, key=lambda each: -sum(map(len, each.sides.values())))[:SWEPT]]


async def test_as_they_stand_they_have_the_rows_of_their_questions_on_the_case(case: Store) -> None:
    told, service = {}, QuestionService(case)
    for stem, starter in STARTERS.items():
        given = await parameters_of(case, starter)
        stated = {name: str(value) for name, value in given.items() if value not in (None, default(starter, name))}
        assert stated == {name: value for name, value in starter.asked.items() if name in starter.literals}, stem
        if (how := await differing(service, starter, given)) is not None:
            told[stem] = how or "no rows"
    assert not told


async def test_with_other_values_they_have_the_rows_of_their_questions(case: Store) -> None:
    assert not await unlike_questions(case)


@pytest.mark.mostly_embedded
async def test_in_a_planted_world_they_have_the_rows_of_their_questions(world: Store) -> None:
    assert not await unlike_questions(world)


async def unlike_questions(store: Store) -> dict[str, list[str]]:
    """How the starters' rows differ from those of their questions, and which have none whatever they are given."""
    service = QuestionService(store)
    snapshot = await service.snapshots.snapshot()
    found: dict[str, list[str]] = {}
    for stem, starter in STARTERS.items():
        told = [await differing(service, starter, given) for given in sweep(starter, snapshot)]
        if wrong := [each for each in told if each] or ([] if None in told else ["no value gives a row"]):
            found[stem] = wrong
    return found


@pytest.mark.mostly_embedded
async def test_another_text_would_be_found_out(case: Store) -> None:
    service = QuestionService(case)
    for stem, starter in STARTERS.items():
        given = await parameters_of(case, starter)
        columns, rows = await rows_of(case, starter, given)
        everything = f"MATCH (n) RETURN {', '.join(f'n AS {column}' for column in columns)}"
        fewer = re.sub(r";\s*$", " LIMIT $most;", starter.body)
        assert await differing(service, starter._replace(body=everything), given), stem
        assert await differing(service, starter._replace(body=fewer), {**given, "most": len(rows) - 1}), stem
