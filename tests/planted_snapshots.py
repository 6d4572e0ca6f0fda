"""Planted worlds without a database: as snapshots of every moment, with what two loads of the second register left."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from benchmarks.worlds.found import Compared, compared, stood
from benchmarks.worlds.planted import CATALOGUE, EXPECTED, FIRST, OFFERS, REGISTER, STEPS, THEN
from graph.facts.facts import Fact, Ref, ThingFact
from graph.facts.run_changes import HowChanged, RunChange, stored_changes
from graph.scenarios.steps import applied
from graph.snapshot.days import as_of
from graph.snapshot.gc_control import no_collection
from graph.snapshot.snapshot import RunRecord, Snapshot
from graph.tender.offer import Offer, together
from graph.tender.requirement_set import StatedRequirementSet
from loaders.scenario_file import read_scenario_file
from loaders.tender.offer_reading import read_offer, read_offer_file
from loaders.tender.questionnaire_form import ANSWER, COLUMNS, FIRST_ROW, ID, SHEETS
from loaders.tender.questionnaire_workbook import questionnaire
from queries.asking.catalogue import catalogue
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.comparison import compared as compared_offers
from queries.compliance.from_snapshot import requirement_set
from queries.compliance.systems import offer_of_system
from tests.bundled import facts

Facts = dict[Ref, ThingFact]


def told(folder: Path) -> dict[str, Any]:
    """What has to be found in the world."""
    every: dict[str, Any] = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))
    return every


def loaded(folder: Path) -> Snapshot:
    """The graph after the world is loaded, in three runs: all but the second register, what it was, what it is."""
    lasting = facts(*_there(folder, REGISTER, CATALOGUE))
    here = {fact.key for fact in lasting}
    first, then = ({fact.key: fact for fact in facts(*_there(folder, name)) if isinstance(fact, ThingFact)}
                   for name in (FIRST, THEN))  # fmt: skip
    snapshot = Snapshot.of_facts([*lasting, *(fact for key, fact in then.items() if key not in here)])
    for node in snapshot:
        node.born = node.run = 1
    for ref, fact in then.items():
        if ref not in here and (as_loaded := snapshot.get(*ref)):
            as_loaded.born = 2 if ref in first else 3
            as_loaded.run = 2 if ref in first and first[ref].fields == fact.fields else 3
    gone = tuple(str(ref) for ref in first if ref not in here and ref not in then)
    shown = stored_changes(_shown_of_others(lasting, first, then))
    snapshot.runs = tuple(
        RunRecord(number, "any", "2026-01-01", (0, 0, 0), gone if number == 3 else (), len(gone),
                  shown if number == 3 else "")
        for number in (1, 2, 3)
    )  # fmt: skip
    return snapshot


def _shown_of_others(lasting: list[Fact], first: Facts, then: Facts) -> Iterator[RunChange]:
    """What the third run changed of things that the first register states too: what that leaves unsaid."""
    stated = {fact.key: fact.fields for fact in lasting if isinstance(fact, ThingFact)}
    for ref in sorted(stated.keys() & (first.keys() | then.keys())):
        before, after = (each[ref].fields if ref in each else {} for each in (first, then))
        for name in (before.keys() | after.keys()) - stated[ref].keys():
            if before.get(name) != after.get(name):
                yield RunChange(ref, HowChanged.CHANGED, name, before.get(name), after.get(name))


def _there(folder: Path, *names: str) -> list[Path]:
    return [folder / name for name in names if (folder / name).exists()]


class Snapshots:
    """The snapshots of one world: each is made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.stated = loaded(folder)
        self._of: dict[tuple[str, str | None], Snapshot] = {}

    def of(self, day: str, scenario: str | None) -> Snapshot:
        """The graph of a day, after the steps of the world's scenario."""
        if (day, scenario) not in self._of:
            before = as_of(self.stated, day)
            self._of[day, scenario] = (
                applied(before, read_scenario_file(self._folder / STEPS)) if scenario is not None else before
            )
        return self._of[day, scenario]


def comparisons(folder: Path) -> list[Compared]:
    """Each question as it is asked of the world, what it finds beside what was planted."""
    with no_collection():  # the snapshots are a million objects, and none of them goes meanwhile
        snapshots = Snapshots(folder)
        return [compared(asked, _rows(snapshots, asked)) for asked in told(folder)["asked"]]


def _rows(snapshots: Snapshots, asked: dict[str, Any]) -> list[Any]:
    question = catalogue()[asked["question"]]
    parameters = question.parameters(**asked["parameters"])
    snapshot = snapshots.of(parameters.day, parameters.scenario)
    return [question.explain(snapshot, found, parameters) for found in question.find(snapshot, parameters)]


def judgements(folder: Path) -> list[Compared]:
    """How each requirement stands with what it is held against, beside what was planted."""
    snapshot, found = loaded(folder), []
    for judged in told(folder)["judged"]:
        wanted = requirement_set(snapshot, judged["set"])
        offers = [
            offer_of_system(snapshot, each["system"]) if each["system"] else handed_in(folder, wanted, each)
            for each in judged["offers"]
        ]
        found.append(stood(judged, statuses(compared_offers(wanted, offers, 0))))
    return found


def handed_in(folder: Path, wanted: StatedRequirementSet, offer: dict[str, Any]) -> Offer:
    """The files of an offer, and the questionnaire of the set where it is filled in, as one."""
    parts = [read_offer_file(folder / OFFERS / name) for name in offer["files"]]
    if offer["answers"]:
        parts.append(read_offer(_filled_in(wanted, offer["answers"]), "annex.xlsx"))
    return together("Offer", parts)


def _filled_in(wanted: StatedRequirementSet, answers: dict[str, str]) -> bytes:
    book = load_workbook(io.BytesIO(questionnaire(wanted, "sv")))
    sheet, keys = book[SHEETS["sv"][1]], [column.key for column in COLUMNS]
    for line in range(FIRST_ROW, sheet.max_row + 1):
        if answer := answers.get(str(sheet.cell(line, keys.index(ID) + 1).value)):
            sheet.cell(line, keys.index(ANSWER) + 1).value = answer
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def statuses(comparison: ComplianceMatrix) -> dict[str, list[str]]:
    """How each requirement stands with each offer, in their order."""
    return {row.requirement.id: [each.status.value for each in row.judgements] for row in comparison.rows}


def differences(every: list[Compared]) -> str:
    """What was missed and what is wrong, by question; empty where all is as planted."""
    return "\n".join(str(each) for each in every if each.missed or each.wrong)
