"""Made-up regions as registers: a tangled one for measuring speed, a planted one whose answers are known."""

from benchmarks.worlds.planted import EXPECTED, PlantedWorld
from benchmarks.worlds.tangled import World

__all__ = ["EXPECTED", "PlantedWorld", "World"]
