"""Random graphs, a few or a thousand: every question gives the same answer on both engines, rows in the same order."""

import asyncio
import json
import os
import random
from typing import Any

import pytest

from graph.database.store import Store
from graph.errors import QuestionError
from queries.asking.catalogue import catalogue
from queries.asking.service import QuestionService
from tests.integration.random_graphs import asked, datasets, put, shuffled, whole

GRAPHS = (3, int(os.environ.get("SAMBAND_RANDOM_GRAPHS", "100")))
NEW = int(os.environ.get("SAMBAND_RANDOM_SEED", "0")) or random.SystemRandom().randrange(1_000_000, 10_000_000)
FEW, MANY = ([*range(graphs - 1), NEW] for graphs in GRAPHS)
SEEDS = pytest.mark.parametrize(
    "seeds", [FEW, pytest.param(MANY, marks=[pytest.mark.long, pytest.mark.timeout(300 + 30 * len(MANY))])],
    ids=["few", "many"],
)  # fmt: skip
AT_ONCE = 6
Asked = tuple[str, dict[str, Any]]
REFUSED = "Not answered:"
answers: dict[str, dict[tuple[int, str, str], str]] = {}
"""What each engine answered, by seed, question and values."""


async def told(store: Store, seed: int) -> dict[tuple[int, str, str], str]:
    """Every question's answers to the graph of `seed`, as they are in the store."""
    graph = whole(datasets(seed))
    chance = random.Random(seed)
    service = QuestionService(store)
    wanted = [(stem, values) for stem, each in catalogue().items() for values in asked(each, graph, chance)]
    found: dict[tuple[int, str, str], str] = {}
    for some in batched(wanted, AT_ONCE):
        given = await asyncio.gather(*(answer(service, stem, values) for stem, values in some))
        found |= {
            (seed, stem, json.dumps(values, ensure_ascii=False)): each
            for (stem, values), each in zip(some, given, strict=True)
        }
    return found


def batched(wanted: list[Asked], size: int) -> list[list[Asked]]:
    """What is wanted, so many at a time."""
    return [wanted[start : start + size] for start in range(0, len(wanted), size)]


async def answer(service: QuestionService, stem: str, values: dict[str, Any]) -> str:
    """The answer as text; a refusal is an answer too."""
    try:
        given = await service.evaluate(stem, **values)
    except QuestionError as error:
        return f"{type(error).__name__}: {error}"
    except Exception as error:  # whatever it is, it is told with its question and seed
        return f"{REFUSED} {error!r}"
    rows = [row.model_dump_json() for row in given.rows]
    return "\n".join([f"{given.total} rows", *rows])


def difference(one: str, other: str) -> str:
    """The first lines in which two answers differ."""
    pairs = zip([*one.splitlines(), "(end)"], [*other.splitlines(), "(end)"], strict=False)
    number, (left, right) = next((n, pair) for n, pair in enumerate(pairs) if pair[0] != pair[1])
    start = max(0, next(i for i, (a, b) in enumerate(zip(left + " ", right + " ", strict=False)) if a != b) - 80)
    return f"row {number}:\n  {left[start : start + 400]}\n  {right[start : start + 400]}"


def compared(one: dict[tuple[int, str, str], str], other: dict[tuple[int, str, str], str]) -> list[str]:
    """Every question that was answered differently, with how to ask it again."""
    return [
        f"SAMBAND_RANDOM_SEED={key[0]}, {key[1]}, {key[2]}: {difference(one[key], other[key])}"
        for key in one.keys() & other.keys()
        if one[key] != other[key]
    ]


@SEEDS
async def test_every_question_answers_the_same_on_both_engines_in_the_same_order(
    store: Store, seeds: list[int]
) -> None:
    print(f"SAMBAND_RANDOM_SEED={NEW}")
    engine = store.address.database
    here = answers.setdefault(engine, {})
    for seed in seeds:
        said_by = datasets(seed)
        await put(store, whole(said_by), len(said_by))
        here |= await told(store, seed)
    refused = {
        stem: f"seed {seed}, {stem}, {values}: {said}" for (seed, stem, values), said in here.items() if REFUSED in said
    }
    assert not refused, "\n".join(refused.values())
    different = [each for other, kept in answers.items() if other != engine for each in compared(kept, here)]
    assert not different, f"{len(different)} differ, e.g. of {list(answers)}:\n" + "\n".join(different[:5])


@SEEDS
async def test_the_order_of_writing_changes_no_answer(store: Store, seeds: list[int]) -> None:
    for seed in seeds[:: max(1, len(seeds) // 6)]:
        said_by = datasets(seed)
        graph = whole(said_by)
        await put(store, graph, len(said_by))
        first = await told(store, seed)
        await put(store, shuffled(graph, random.Random(seed)), len(said_by))
        different = compared(first, await told(store, seed))
        assert not different, "\n".join(different[:5])
