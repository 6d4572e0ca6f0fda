"""Reading a register: CSV, a workbook and YAML of the same facts, each beside the bare reader of its syntax."""

import csv
import gc
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from python_calamine import CalamineWorkbook

from benchmarks.measures import Stopwatch
from graph.facts.facts import Fact
from loaders.files.yaml_tree import LOADER
from loaders.runs.fact_validation import validated
from loaders.runs.fact_warnings import doubts, persons
from loaders.sources.formats import recognised
from loaders.sources.register.export import Format, write

ROUNDS = 2
Measured = dict[str, Any]


def reading_cost(folder: Path) -> list[Measured]:
    """Seconds of the processor for each syntax, the least of some rounds; ratios to its bare reader."""
    known = recognised(folder).read(folder, {})
    paths: dict[Format, Path] = {name: folder.with_name(f"reading.{name}") for name in ("csv", "xlsx", "yaml")}
    for name, path in paths.items():
        write(known.dataset, known.facts, path, name)
    del known
    return [_measured(name, path, BARE[name]) for name, path in paths.items()]


def _measured(syntax: str, path: Path, bare: Callable[[Path], object]) -> Measured:
    laps: dict[str, float] = {}
    facts: list[Fact] = []
    for _ in range(ROUNDS):
        watch = Stopwatch(time.process_time)
        bare(path)
        watch.lap("bare")
        found = recognised(path).read(path, {})
        watch.lap("read")
        validated(found, {})
        watch.lap("validate")
        persons(found.facts)
        doubts(found.facts, {}, found.dataset.id, date.today().isoformat())
        watch.lap("warn")
        laps = {name: min(laps.get(name, took), took) for name, took in watch.laps.items()}
        facts = found.facts
        del found
        gc.collect()
    whole = laps["read"] + laps["validate"] + laps["warn"]
    return {
        "syntax": syntax, "facts": len(facts), **{f"{name}_s": round(took, 2) for name, took in laps.items()},
        "read_to_bare": round(laps["read"] / laps["bare"], 1), "whole_to_bare": round(whole / laps["bare"], 1),
    }  # fmt: skip


def _bare_csv(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            list(csv.reader(file))


def _bare_workbook(path: Path) -> None:
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _bare_yaml(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)


BARE: dict[Format, Callable[[Path], object]] = {"csv": _bare_csv, "xlsx": _bare_workbook, "yaml": _bare_yaml}
