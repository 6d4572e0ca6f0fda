"""Every question finds exactly what was planted in a made-up region: nothing else, and nothing less."""

import os
from pathlib import Path
from typing import Any

import pytest

from benchmarks.worlds import PlantedWorld
from benchmarks.worlds.asked import ACTIONS, EVER, Moment
from benchmarks.worlds.found import compared
from queries.asking.answer import Phrase, ThingRef
from queries.asking.catalogue import catalogue
from queries.compliance.judgement import Status
from queries.divestment.blockers import BlockerSort
from queries.divestment.quadrant import Quadrant
from queries.gaps.gap import Gap
from queries.meaning.addressing import AddressingFinding
from queries.verdicts.table import Verdict, rules
from tests.planted_snapshots import comparisons, differences, judgements, told

WORLDS = [(20, 1), (20, 2), (200, 3)]
LONG = [(200, 4), (2_000, 5)]
if os.environ.get("SAMBAND_LARGE_WORLDS"):
    LONG += [(20_000, 6)]


@pytest.mark.timeout(1_800)
@pytest.mark.parametrize(
    ("systems", "seed"), [*WORLDS, *(pytest.param(*each, marks=pytest.mark.long) for each in LONG)]
)
def test_every_question_finds_what_was_planted_and_nothing_else(systems: int, seed: int, tmp_path: Path) -> None:
    PlantedWorld(systems, seed=seed).write(tmp_path)
    every = comparisons(tmp_path)
    assert not differences(every), differences(every)
    assert all((each.precision, each.recall) == (1.0, 1.0) for each in every)


def test_each_requirement_stands_with_each_offer_as_planted(tmp_path: Path) -> None:
    PlantedWorld(20, seed=9).write(tmp_path)
    every = judgements(tmp_path)
    assert not differences(every), differences(every)
    statuses = {status for judged in told(tmp_path)["judged"] for offer in judged["offers"]
                for status in offer["statuses"].values()}  # fmt: skip
    assert statuses == {status.value for status in Status}


def test_the_background_alone_gives_no_finding(tmp_path: Path) -> None:
    PlantedWorld(300, seed=8, plants=()).write(tmp_path)
    every = comparisons(tmp_path)
    assert not differences(every), differences(every)
    found = [each for each in every if not each.question.startswith(ACTIONS.question)]
    assert sum(each.expected.total() for each in found) == 0, "but that nothing is recorded of any action"


def test_the_same_numbers_give_the_same_world_and_another_seed_another_one(tmp_path: Path) -> None:
    written = []
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        PlantedWorld(20, seed=seed).write(tmp_path / name)
        files = (path for path in (tmp_path / name).rglob("*") if path.is_file())
        written.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert written[0] == written[1]
    assert written[0] != written[2]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is asked of a small world."""
    folder = tmp_path_factory.mktemp("world")
    PlantedWorld(20).write(folder)
    every: list[dict[str, Any]] = told(folder)["asked"]
    return every


def test_every_question_of_the_catalogue_is_asked_and_finds_something(asked: list[dict[str, Any]]) -> None:
    assert {each["question"] for each in asked} == set(catalogue())
    assert {each["question"] for each in asked if each["rows"]} == set(catalogue())


def test_what_is_found_differs_from_moment_to_moment(asked: list[dict[str, Any]]) -> None:
    """Each day, and the scenario, has findings that today has not, and lacks some that today has."""
    found: dict[Any, set[str]] = {moment: set() for moment in EVER}
    for each in asked:
        given = each["parameters"].items()
        moment = next(moment for moment in reversed(EVER) if set(moment.value) <= set(given))
        found[moment] |= {f"{each['question']} {row}" for row in each["rows"]}
    today = found.pop(Moment.TODAY)
    for moment, rows in found.items():
        assert rows - today, moment
        assert today - rows, moment


def test_every_rule_gap_blocker_quadrant_and_addressing_finding_is_planted(asked: list[dict[str, Any]]) -> None:
    cells: dict[str, set[Any]] = {}
    for each in asked:
        for column, *values in zip(each["columns"], *each["rows"], strict=True):
            if isinstance(column, str):
                cells.setdefault(f"{each['question']}.{column}", set()).update(map(str, values))
        cells.setdefault("gaps", set()).update({each["parameters"].get("gap")} if each["rows"] else ())
    against = {rule.id for rule in rules().values() if rule.verdict is not Verdict.CONFORMANT}
    assert cells["interoperability_verdicts.rule"] == against
    assert cells["gaps"] - {None} == {gap.value for gap in Gap}
    assert cells["divestment_blockers.sort"] == {sort.value for sort in BlockerSort}
    assert cells["divestment_candidates.quadrant"] == {quadrant.value for quadrant in Quadrant}
    assert cells["addressing_findings.finding"] == {finding.value for finding in AddressingFinding}


class LooseRow:
    """A row with what a comparison looks at."""

    def __init__(self, *ids: str) -> None:
        self.things = tuple(ThingRef(kind="Kind", id=id, name=id) for id in ids)
        self.thing, self.alone = self.things[0] if ids else None, 0 if "fine" in ids else 1
        self.why = Phrase(text="Not compared", values={"what": self.thing} if self.thing else {})


def test_what_is_missed_and_what_is_wrong_is_told() -> None:
    asked: dict[str, Any] = {"question": "any", "parameters": {}, "columns": ["thing"], "leaving_out": {"alone": [0]},
                             "spread": None}  # fmt: skip
    asked["rows"] = [["a"], ["b"]]
    found = compared(asked, map(LooseRow, ("b", "c", "fine")))
    assert (dict(found.missed), dict(found.wrong)) == ({'["a"]': 1}, {'["c"]': 1})
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert str(found) == 'any(): 2 planted, 2 found\n  missed ["a"]\n  wrong  ["c"]'
    twice = compared(asked, map(LooseRow, ("a", "b", "b")))
    assert (dict(twice.wrong), twice.recall) == ({'["b"]': 1}, 1.0)


def test_several_things_of_a_row_are_findings_by_themselves_and_so_is_none() -> None:
    asked: dict[str, Any] = {"question": "any", "parameters": {}, "columns": ["why", "things"], "leaving_out": {},
                             "spread": "things", "rows": [[["a"], "a"], [["a"], "b"], [[], None]]}  # fmt: skip
    found = compared(asked, [LooseRow("a", "b"), LooseRow()])
    assert not differences([found])
    assert compared(asked, [LooseRow("a", "c")]).missed.total() == 2
