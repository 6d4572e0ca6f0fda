"""A planted world through a run and the service, on each engine: what was planted, all of it, and nothing else."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.worlds import PlantedWorld
from benchmarks.worlds.found import compared, stood
from benchmarks.worlds.planted import CATALOGUE, FIRST, REGISTER, STEPS, THEN
from graph.database.store import Store
from loaders.runs.run import load
from loaders.scenario_file import read_scenario_file
from loaders.sources.formats import recognised
from queries.asking.service import QuestionService
from queries.compliance.comply import chosen_set, comply
from queries.overviews.scenario_effect import keep
from tests.planted_snapshots import differences, handed_in, statuses, told

PAGE = 500


@pytest.mark.mostly_embedded
@pytest.mark.timeout(900)
async def test_a_loaded_world_answers_as_it_was_planted(store: Store, tmp_path: Path) -> None:
    PlantedWorld(200, exchanges=600, seed=7, copies=1).write(tmp_path)
    for name in (REGISTER, CATALOGUE, FIRST, THEN):
        await load(store, recognised(tmp_path / name), tmp_path / name)
    service = QuestionService(store)
    await keep(store, service.snapshots, read_scenario_file(tmp_path / STEPS))
    every = [
        compared(asked, await _all(service, asked["question"], asked["parameters"]))
        for asked in told(tmp_path)["asked"]
    ]
    for judged in told(tmp_path)["judged"]:
        wanted = await chosen_set(store, service.snapshots, judged["set"])
        inside, outside = (
            [each for each in judged["offers"] if bool(each["system"]) is within] for within in (True, False)
        )
        offers = [handed_in(tmp_path, wanted, each) for each in outside]
        comparison = await comply(store, service.snapshots, judged["set"], [each["system"] for each in inside], offers)
        every.append(stood(judged, statuses(comparison)))
    assert not differences(every), differences(every)


async def _all(service: QuestionService, question: str, parameters: dict[str, Any]) -> list[Any]:
    """Every row, page by page; each with its evidence, unless it tells of what is not there."""
    rows: list[Any] = []
    while True:
        answer = await service.evaluate(question, **parameters, limit=PAGE, offset=len(rows))
        rows += answer.rows
        assert all(row.evidence for row in answer.rows if row.grounds)
        if len(rows) >= answer.total:
            return rows
