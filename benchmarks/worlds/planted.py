"""Planted worlds: a sound region of any size with known findings in it, and beside it what has to be found."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.worlds import background
from benchmarks.worlds.asked import ALWAYS
from benchmarks.worlds.land import Land, plain
from benchmarks.worlds.plants import PLANTS, Plant
from benchmarks.worlds.region import Region
from benchmarks.worlds.sectors import tell_apart
from benchmarks.worlds.tables import write_manifest, write_relations, write_table

EXPECTED = "expected.json"
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
        """Write the register, and beside its files ``expected.json``."""
        land = self.made()
        write_manifest(folder, f"planted-{self.systems}-{self.seed}", "A planted region", "En planterad region")
        for kind, things in land.things.items():
            columns = list(dict.fromkeys(name for thing in things for name in thing.cells))
            if things:
                write_table(folder, kind, ({name: _ids(each.cells.get(name)) for name in columns} for each in things))
        write_relations(folder, [
            {"from": source.ref, "relation": key, "to": target.ref, **fields}
            for source, key, target, fields in land.relations
        ])  # fmt: skip
        text = json.dumps({"asked": list(expected(land))}, indent=1, ensure_ascii=False)
        (folder / EXPECTED).write_text(text + "\n", encoding="utf-8")

    def made(self) -> Land:
        """The whole world, with everything that is to be found in it."""
        land = Land(self.seed)
        region = Region(land)
        exchanges = PER_SYSTEM * self.systems if self.exchanges is None else self.exchanges
        background.lay(region, self.systems, exchanges)
        plants = list(self.plants) * (self.copies or min(5, 2 + self.systems // 1000))
        land.chance.shuffle(plants)
        for plant in plants:
            plant(region)
        tell_apart(land, region.placed)
        land.settle()
        return land


def expected(land: Land) -> Iterator[dict[str, Any]]:
    """What each question must find, as data: its parameters, the columns compared, and how many rows and which."""
    for asked in (*ALWAYS, *(each for each in land.expected if each not in ALWAYS)):
        rows = sorted(([plain(value) for value in row] for row in land.expected.get(asked, [])), key=str)
        yield {
            "question": asked.question, "parameters": {name: plain(value) for name, value in asked.parameters},
            "columns": asked.columns, "leaving_out": dict(asked.leaving_out), "count": len(rows), "rows": rows,
        }  # fmt: skip


def _ids(value: Any) -> Any:
    if isinstance(value, list):
        return [_ids(each) for each in value]
    return getattr(value, "id", value)
