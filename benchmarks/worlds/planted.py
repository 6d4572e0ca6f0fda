"""Planted worlds: a sound region of any size with known findings in it, and beside it what has to be found."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.worlds import background
from benchmarks.worlds.asked import ALWAYS, EVER, OUTCOME, SCENARIO
from benchmarks.worlds.plants import PLANTS, Plant
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing, WorldDraft, plain
from benchmarks.worlds.world_finishing import finish
from benchmarks.worlds.world_tables import Cells, write_manifest, write_relations, write_table
from graph.ontology.declaration import Kind

REGISTER, CATALOGUE, STEPS, OFFERS, EXPECTED = "register", "catalogue.json", "scenario.yaml", "offers", "expected.json"
FIRST, THEN = "second/first", "second/then"
"""A second register, which is loaded twice: what it stated first, and what it states then."""
PER_SYSTEM = 10


@dataclass(frozen=True)
class PlantedWorld:
    """How large the region is; the plants come on top of its systems. The same for the same numbers."""

    systems: int = 200
    exchanges: int | None = None
    """Of the region; ten per system where it is not given."""
    seed: int = 1
    copies: int | None = None
    """Of each plant; more in larger worlds where it is not given."""
    plants: tuple[Plant, ...] = PLANTS

    def write(self, folder: Path) -> None:
        """Write the register, what stands beside it, and what has to be found in ``expected.json``."""
        draft = self.made()
        register = folder / REGISTER
        write_manifest(register, f"planted-{self.systems}-{self.seed}", "A planted region", "En planterad region")
        _write_things(register, ((each, each.cells) for each in draft.registered()))
        write_relations(register, [
            {"from": source.ref, "relation": key, "to": target.ref, **fields}
            for source, key, target, fields in draft.relations
        ])  # fmt: skip
        if draft.second:
            for place, name in enumerate((FIRST, THEN)):
                write_manifest(folder / name, "second", "A second register", "Ett andra register", trust=10)
                stated = ((each, (twice.first, twice.then)[place]) for each, twice in draft.second.items())
                _write_things(folder / name, ((each, {"id": each.id, **cells}) for each, cells in stated if cells))
        draft.catalogue.write(folder / CATALOGUE, older=bool(self.seed % 2))
        if draft.steps:
            scenario = {"id": SCENARIO, "name": "Planned", "steps": [plain_step(each) for each in draft.steps]}
            _write_json(folder / STEPS, scenario)
        told = {"asked": list(expected(draft)), "judged": [each.written(folder / OFFERS) for each in draft.judged]}
        _write_json(folder / EXPECTED, told)

    def made(self) -> WorldDraft:
        """The whole world, with everything that is to be found in it."""
        draft = WorldDraft(self.seed)
        region = Region(draft)
        exchanges = PER_SYSTEM * self.systems if self.exchanges is None else self.exchanges
        background.lay(region, self.systems, exchanges)
        plants = list(self.plants) * (self.copies or min(5, 2 + self.systems // 1000))
        draft.chance.shuffle(plants)
        for plant in plants:
            plant(region)
        finish(region)
        draft.settle()
        return draft


def expected(draft: WorldDraft) -> Iterator[dict[str, Any]]:
    """What each question must find, as data: its parameters, the columns compared, and how many rows and which."""
    for asked in (*ALWAYS, *(each for each in draft.expected if each not in ALWAYS)):
        found = draft.expected.get(asked, [])
        for moment in EVER if asked in ALWAYS else asked.at:
            if draft.steps or moment not in OUTCOME:
                rows = [[plain(value) for value in each.row] for each in found if moment in each.when]
                given = (*asked.parameters, *moment.value)
                yield {
                    "question": asked.question, "parameters": {name: plain(value) for name, value in given},
                    "columns": asked.columns, "leaving_out": dict(asked.leaving_out), "spread": asked.spread,
                    "count": len(rows), "rows": sorted(rows, key=str),
                }  # fmt: skip


def plain_step(step: Cells) -> dict[str, Any]:
    """A step of a scenario as data; its lists keep their order."""
    return {name: [plain(each) for each in value] if isinstance(value, list) else plain(value)
            for name, value in step.items()}  # fmt: skip


def _write_things(folder: Path, stated: Iterable[tuple[Thing, Cells]]) -> None:
    """A table for each kind of which something is stated."""
    tables: dict[type[Kind], list[Cells]] = {}
    for thing, cells in stated:
        tables.setdefault(thing.kind, []).append(cells)
    for kind, rows in tables.items():
        columns = list(dict.fromkeys(name for cells in rows for name in cells))
        write_table(folder, kind, ({name: _ids(cells.get(name)) for name in columns} for cells in rows))


def _write_json(path: Path, told: Any) -> None:
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _ids(value: Any) -> Any:
    if isinstance(value, list):
        return [_ids(each) for each in value]
    return getattr(value, "id", value)
