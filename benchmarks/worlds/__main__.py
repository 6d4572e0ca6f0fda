"""``python -m benchmarks.worlds``: write a planted world: a register, what stands beside it, what is to be found."""

import argparse
from pathlib import Path

from benchmarks.worlds import PlantedWorld


def main() -> None:
    """Write the world that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.worlds", description=__doc__)
    parser.add_argument("--systems", type=int, default=200, help="systems of the region; the plants come on top")
    parser.add_argument("--exchanges", type=int, help="exchanges of the region; ten per system when not given")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same world")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the folder to write")
    given = parser.parse_args()
    PlantedWorld(given.systems, given.exchanges, given.seed).write(given.output)


if __name__ == "__main__":
    main()
