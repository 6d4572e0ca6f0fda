"""A planted world through a run and the asker, on each engine: what was planted, all of it, and nothing else."""

import json
from pathlib import Path
from typing import Any

from benchmarks.worlds import EXPECTED, PlantedWorld
from benchmarks.worlds.found import compared
from graph.store import Store
from loaders.formats import recognised
from loaders.run import load
from queries.asking import Asker
from tests.unit.test_planted_worlds import differences

PAGE = 500


async def test_a_loaded_world_answers_as_it_was_planted(store: Store, tmp_path: Path) -> None:
    PlantedWorld(200, seed=7).write(tmp_path)
    await load(store, recognised(tmp_path), tmp_path)
    asker = Asker(store)
    every = [
        compared(asked, await _all(asker, asked["question"], asked["parameters"]))
        for asked in json.loads((tmp_path / EXPECTED).read_text(encoding="utf-8"))["asked"]
    ]
    assert not differences(every), differences(every)


async def _all(asker: Asker, question: str, parameters: dict[str, Any]) -> list[Any]:
    """Every row, page by page; each with its evidence."""
    rows: list[Any] = []
    while True:
        answer = await asker.ask(question, **parameters, limit=PAGE, offset=len(rows))
        rows += answer.rows
        assert all(row.evidence for row in answer.rows)
        if len(rows) >= answer.total:
            return rows
