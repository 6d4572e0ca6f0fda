"""Copies of the house with another ontology: older or later programs than this, in processes of their own."""

import asyncio
import json
import os
import re
import shutil
import sys
from asyncio.subprocess import PIPE
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from graph.settings import Settings
from tests.rooms.house import HOUSE, ROOMS

LEASE = 3.0
"""Seconds that the lock of a killed process outlives it on another machine, and half of what another waits for."""
WORK = """
import asyncio, json, os, signal, sys
from pathlib import Path
from graph.database import lock, renames
from graph.errors import QuestionError, SambandError
from graph.settings import Settings
from loaders.runs.recovery import opened
from loaders.runs.run import load
from loaders.sources.formats import recognised
from queries.asking.catalogue import catalogue
from queries.asking.service import QuestionService
from visualisations.files.answer_sheets import answer_data

told = json.loads(sys.argv[1])
heard, left = [], [told.get("dies_after")]
renames.PART = told.get("part", renames.PART)

def mortal(step):
    async def done(self, *given, **named):
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = await step(self, *given, **named)
        if left[0] is not None:
            left[0] -= 1
        return answer
    return done

lock.Lock.write, lock.Lock.note = mortal(lock.Lock.write), mortal(lock.Lock.note)

async def main():
    migrate = told.get("migrate", True)
    async with opened(Settings(), migrate=migrate, notify=lambda each: heard.append(str(each))) as store:
        said = {"heard": heard, "loads": []}
        for path in map(Path, told.get("load", ())):
            report = await load(store, recognised(path), path)
            said["loads"].append([len(report.plan), [str(each) for each in report.warnings]])
        service = QuestionService(store)
        answers = {}
        for stem in catalogue() if told.get("ask") else ():
            try:
                answers[stem] = answer_data(await service.evaluate(stem), "en")["rows"]
            except QuestionError:
                pass
        print(json.dumps(said | {"answers": answers, "revision": await store.revision()}))

try:
    asyncio.run(main())
except SambandError as error:
    print(json.dumps({"error": error.say("en"), "svenska": error.say("sv"), "class": type(error).__name__}))
"""


class Replaced(NamedTuple):
    """A change to every file of the house whose path ends so."""

    ending: str
    pattern: str
    by: str


class OtherHouse:
    """A copy of the house in which something was replaced."""

    def __init__(self, folder: Path, replaced: Iterable[Replaced]) -> None:
        self.folder = folder
        for room in ROOMS:
            shutil.copytree(HOUSE / room, folder / room, ignore=shutil.ignore_patterns("__pycache__", "*.js"))
        for each in replaced:
            found = [path for path in folder.rglob("*") if path.as_posix().endswith(each.ending)]
            times = sum(_replaced(path, each) for path in found)
            assert times, f"nothing in {each.ending} is {each.pattern}"

    async def does(self, settings: Settings, **told: Any) -> dict[str, Any]:
        """What a process of this house says that opens the graph, loads, and asks everything; nothing if it died."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", WORK, json.dumps(told),
            cwd=self.folder, env=environment(settings) | {"PYTHONPATH": str(self.folder)}, stdout=PIPE, stderr=PIPE,
        )  # fmt: skip
        said, failed = await asyncio.wait_for(process.communicate(), 120)
        if process.returncode == -9:
            return {}
        assert process.returncode == 0, failed.decode()
        return dict(json.loads(said.decode().splitlines()[-1]))


def _replaced(path: Path, each: Replaced) -> int:
    text, times = re.subn(each.pattern, each.by, path.read_text(encoding="utf-8"))
    if times:
        path.write_text(text, encoding="utf-8")
    return times


def environment(settings: Settings) -> dict[str, str]:
    """What leads a process to the database of the settings."""
    return {
        **os.environ, "SAMBAND_HOME": str(settings.samband_home),
        "NEO4J_URI": settings.neo4j_uri or "", "NEO4J_USER": settings.neo4j_user,
        "NEO4J_PASSWORD": settings.neo4j_password.get_secret_value(), "NEO4J_DATABASE": settings.neo4j_database,
        "SAMBAND_LEASE_SECONDS": str(LEASE),
    }  # fmt: skip


RENAMES = (
    Replaced(".py", r"\bFund(Node)?\b", r"FundingSource\1"),
    Replaced(".cypher", r"\bFund\b", "FundingSource"),
    Replaced("fund_payments.py", "started_at", "founded_at"),
    Replaced("kinds.py", "started at / start of", "founded at / founding of"),
    Replaced(".py", "must_not_stop", "never_stop"),
    Replaced(".cypher", "must_not_stop", "never_stop"),
    Replaced("kinds.py", "wave: int", "stage: int"),
    Replaced("effects.py", r'gone\), "wave"\)', 'gone), "stage")'),
    Replaced("vocabulary.py", '"mode-1", "Mode 1: keep running", "Läge 1: hålla i drift"',
             '"mode-one", "Mode 1: keep running", "Läge 1: hålla i drift"'),
    Replaced("vocabulary.py", '"top", "Top", "Högsta ledning"', '"highest", "Top", "Högsta ledning"'),
    Replaced("vocabulary.py", '"batch", "Batch", "Satsvis"', '"batchwise", "Batch", "Satsvis"'),
)  # fmt: skip
"""One of each: a kind, a relation, a field of either, a value alone, in a list, and in a step of a scenario."""
DECLARED = (
    Replaced("kinds.py", r"class FundingSource\(Kind, ", 'class FundingSource(Kind, was="Fund", '),
    Replaced("kinds.py", r'("Where it began.", "Där den började.")', r'\1, was="started at / start of"'),
    Replaced("kinds.py", r'"Must not stop", "Får inte stängas av"', r'\g<0>, was="must_not_stop"'),
    Replaced("kinds.py", r'"Wave", "Etapp"', r'\g<0>, was="wave"'),
    Replaced("vocabulary.py", '"mode-one", "[^"]*", "[^"]*"', r'\g<0>, ("mode-1",)'),
    Replaced("vocabulary.py", '"highest", "[^"]*", "[^"]*"', r'\g<0>, ("top",)'),
    Replaced("vocabulary.py", '"batchwise", "[^"]*", "[^"]*"', r'\g<0>, ("batch",)'),
)
"""What each of them was."""
ADDED = (
    Replaced("kinds.py", r"\nclass Device\(", '\nclass Building(Kind, sv="Byggnad", plural="buildings", '
             'plural_sv="byggnader", colour="#445566", shape="box", about_sv="Ett hus."):\n    """A house."""\n\n'
             '    floors: int | None = fact("Floors", "Våningar")\n\n\nclass Device('),
    Replaced("kinds.py", "    era: Text", '    hosting: Text | None = fact("Hosting", "Drift")\n    era: Text'),
    Replaced("kinds.py", r'    relation\(Fund, "started at',
             '    relation(Device, "stands in / has inside", "står i / har", Building, "There.", "Där."),\n'
             '    relation(Fund, "started at'),
)  # fmt: skip
"""A kind, a field and a relation more, and nothing else."""
OLDER = {
    "FundingSource": "Fund", "FOUNDED_AT": "STARTED_AT", "founded_at": "started_at", "never_stop": "must_not_stop",
    "Funding source": "Fund", "funding source": "fund",
    "mode-one": "mode-1", "highest": "top", "batchwise": "batch", "founding_of": "start_of",
}  # fmt: skip


def in_older_words(said: object) -> Any:
    """What was said after the renames, as it was before them; evidence, which comes by name, in one order."""
    text = json.dumps(said, ensure_ascii=False)
    for new, old in OLDER.items():
        text = text.replace(new, old)
    return json.loads(text, object_hook=_sorted_evidence)


def _sorted_evidence(said: dict[str, Any]) -> dict[str, Any]:
    if "evidence" in said and isinstance(said["evidence"], list):
        said["evidence"].sort(key=lambda each: json.dumps(each, sort_keys=True))
    return said
