"""``python -m benchmarks``: reading, loading, questions, GraphQL beside a peer, and the demo."""

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.asking import asking
from benchmarks.demo import demo
from benchmarks.engines import ENGINES
from benchmarks.loading import loading
from benchmarks.peer.beside_peer import NOT_MEASURED, Sizes, beside_peer
from benchmarks.reading_cost import reading_cost
from benchmarks.worlds import World

PARTS = ("read", "load", "questions", "peer", "demo")
NOT_PRINTED = ("values", "size")
"""What JSON has beside: what was asked about, and all that there was to read and to answer."""
WIDE = 160


def options() -> argparse.Namespace:
    """What is measured, and on how large a world."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--systems", type=int, default=2_000)
    parser.add_argument("--exchanges", type=int, default=20_000)
    parser.add_argument(
        "--smaller", type=int, default=10, help="ask also of a world so many times smaller, to see how times grow; or 0"
    )
    parser.add_argument(
        "--engine", choices=ENGINES, help="measure this one only; else loads on both, and questions on the first"
    )
    parser.add_argument("--only", choices=PARTS, help="measure this part only")
    parser.add_argument("--question", help="ask this question only")
    parser.add_argument("--seconds", type=float, default=5.0, help="of each load beside the peer")
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32], help="that ask at once beside the peer")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="of our servers beside the peer")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return parser.parse_args()


async def measured(wanted: argparse.Namespace) -> dict[str, list[dict[str, Any]]]:
    """Every part that is wanted, with its rows."""
    parts = [wanted.only] if wanted.only else PARTS
    found: dict[str, list[dict[str, Any]]] = {}
    with tempfile.TemporaryDirectory(prefix="samband-world-") as folder:
        register = Path(folder) / "world"
        world = World(wanted.systems, wanted.exchanges)
        if wanted.only not in ("demo", "peer"):
            world.write(register)
        if "read" in parts:
            found["read"] = reading_cost(register)
        if "load" in parts:
            for name in [wanted.engine] if wanted.engine else ENGINES:
                found[f"load on {name}"] = await loading(world, register, name)
        if "questions" in parts:
            smaller = _smaller(wanted, Path(folder))
            snapshot, asked = await asking(register, wanted.engine or ENGINES[0], wanted.question, smaller)
            found |= {"snapshot": [snapshot], "questions": asked}
    if "peer" in parts:
        sizes = Sizes(wanted.systems, wanted.seconds, wanted.clients, wanted.workers)
        found["GraphQL beside the peer"] = await asyncio.to_thread(beside_peer, sizes)
    if "demo" in parts:
        found["demo"] = [await asyncio.to_thread(demo)]
    return found


def _smaller(wanted: argparse.Namespace, folder: Path) -> Path | None:
    """The register of the smaller world, if one is wanted."""
    if not wanted.smaller:
        return None
    World(wanted.systems // wanted.smaller, wanted.exchanges // wanted.smaller).write(folder / "smaller")
    return folder / "smaller"


def printed(part: str, rows: list[dict[str, Any]]) -> None:
    """One part as a table; a single row stands upright, and what is missing stands out."""
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    if NOT_MEASURED in rows[0]:
        console.rule(f"[bold red]{part}: {NOT_MEASURED}", characters="!", style="red")
        console.print(rows[0][NOT_MEASURED], style="bold red", markup=False)
        return
    if len(rows) == 1:
        table = Table("what", part)
        for name, value in rows[0].items():
            table.add_row(name, str(value))
    else:
        names = list(dict.fromkeys(name for row in rows for name in row if name not in NOT_PRINTED))
        table = Table(*names, title=part)
        for row in rows:
            table.add_row(*(str(row.get(name, "")) for name in names))
    console.print(table)


def main() -> None:
    """Measure, and print."""
    wanted = options()
    found = asyncio.run(measured(wanted))
    if wanted.json:
        json.dump(found, sys.stdout, indent=2, ensure_ascii=False)
    else:
        for part, rows in found.items():
            printed(part, rows)


if __name__ == "__main__":
    main()
