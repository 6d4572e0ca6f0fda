"""Every question finds exactly what was planted in a made-up region: nothing else, and nothing less."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from benchmarks.worlds import EXPECTED, PlantedWorld
from benchmarks.worlds.found import Compared, compared
from graph.picture import Picture
from queries.answer import ThingRef
from queries.catalogue import catalogue
from queries.divestment.blockers import BlockerSort
from queries.divestment.quadrant import Quadrant
from queries.gaps.gap import Gap
from queries.verdicts.table import Verdict, rules
from tests.bundled import facts

WORLDS = [(20, 1), (20, 2), (200, 3), (200, 4), (2000, 5)]
if os.environ.get("SAMBAND_LARGE_WORLDS"):
    WORLDS.append((20_000, 6))


def comparisons(world: PlantedWorld, folder: Path) -> list[Compared]:
    """Each question as it is asked of the world, what it finds beside what was planted."""
    world.write(folder)
    picture = Picture.of_facts(facts(folder))
    return [compared(asked, _rows(picture, asked)) for asked in _asked(folder)]


def _asked(folder: Path) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))["asked"]
    return told


def _rows(picture: Picture, asked: dict[str, Any]) -> list[Any]:
    question = catalogue()[asked["question"]]
    parameters = question.parameters(**asked["parameters"])
    return [question.tell(picture, found, parameters) for found in question.find(picture, parameters)]


def differences(every: list[Compared]) -> str:
    """What was missed and what is wrong, by question; empty where all is as planted."""
    return "\n".join(str(each) for each in every if each.missed or each.wrong)


@pytest.mark.parametrize(("systems", "seed"), WORLDS)
def test_every_question_finds_what_was_planted_and_nothing_else(systems: int, seed: int, tmp_path: Path) -> None:
    every = comparisons(PlantedWorld(systems, seed=seed), tmp_path)
    assert not differences(every), differences(every)
    assert all((each.precision, each.recall) == (1.0, 1.0) for each in every)


def test_the_background_alone_gives_no_finding(tmp_path: Path) -> None:
    every = comparisons(PlantedWorld(300, seed=8, plants=()), tmp_path)
    assert not differences(every), differences(every)
    assert sum(each.expected.total() for each in every) == 0


def test_the_same_numbers_give_the_same_world_and_another_seed_another_one(tmp_path: Path) -> None:
    told = []
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        PlantedWorld(20, seed=seed).write(tmp_path / name)
        told.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert told[0] == told[1]
    assert told[0] != told[2]


def test_every_rule_gap_blocker_and_quadrant_is_planted(tmp_path: Path) -> None:
    PlantedWorld(20).write(tmp_path)
    cells: dict[str, set[Any]] = {}
    for asked in _asked(tmp_path):
        for column, *values in zip(asked["columns"], *asked["rows"], strict=True):
            if isinstance(column, str):
                cells.setdefault(f"{asked['question']}.{column}", set()).update(map(str, values))
        cells.setdefault("gaps", set()).update({asked["parameters"].get("gap")} if asked["rows"] else ())
    against = {rule.id for rule in rules().values() if rule.verdict is not Verdict.CONFORMANT}
    assert cells["interoperability_verdicts.rule"] == against
    assert cells["gaps"] - {None} == {gap.value for gap in Gap}
    assert cells["divestment_blockers.sort"] == {sort.value for sort in BlockerSort}
    assert cells["divestment_candidates.quadrant"] == {quadrant.value for quadrant in Quadrant}


def test_what_is_missed_and_what_is_wrong_is_told() -> None:
    class Row:
        def __init__(self, id: str) -> None:
            self.thing, self.alone = ThingRef(kind="Kind", id=id, name=id), 0 if id == "fine" else 1

    asked: dict[str, Any] = {"question": "any", "parameters": {}, "columns": ["thing"], "leaving_out": {"alone": [0]}}
    asked["rows"] = [["a"], ["b"]]
    found = compared(asked, map(Row, ("b", "c", "fine")))
    assert (dict(found.missed), dict(found.wrong)) == ({'["a"]': 1}, {'["c"]': 1})
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert str(found) == 'any(): 2 planted, 2 found\n  missed ["a"]\n  wrong  ["c"]'
    twice = compared(asked, map(Row, ("a", "b", "b")))
    assert (dict(twice.wrong), twice.recall) == ({'["b"]': 1}, 1.0)
