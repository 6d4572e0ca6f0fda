"""All maps, found by their files: each of this folder that declares a ``sketch``."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.language.words import Language, Words
from graph.snapshot.snapshot import Snapshot
from queries.asking.question import Parametrised
from visualisations.drawing.sketch import MapParameters, Sketch

HERE = Path(__file__).parent
Sketcher = Callable[[Snapshot, Any, Language], Sketch]
"""What makes a map of a snapshot: which things stand where, and the lines between them."""


class AtlasError(TypeError):
    """A map's file lacks what a map is made of; the message names the stem."""


@dataclass(frozen=True)
class Map(Parametrised):
    """One map of the atlas."""

    stem: str
    title: Words
    about: Words
    """How to read it."""
    parameters: type[MapParameters]
    sketch: Sketcher


@cache
def atlas() -> dict[str, Map]:
    """Every map by its stem, in alphabetical order."""
    stems = (path.stem for path in sorted(HERE.glob("*.py")) if path.stem != "__init__")
    modules = {stem: importlib.import_module(f"visualisations.maps.{stem}") for stem in stems}
    return {stem: _map(stem, module) for stem, module in modules.items() if hasattr(module, "sketch")}


def _map(stem: str, module: ModuleType) -> Map:
    parameters = getattr(module, "Parameters", MapParameters)
    if not issubclass(parameters, MapParameters):
        raise AtlasError(f"{stem}.py: declare Parameters(MapParameters)")
    title, about = getattr(module, "TITLE", None), getattr(module, "ABOUT", None)
    if not isinstance(title, Words):
        raise AtlasError(f"{stem}.py: declare TITLE = Words(English, Swedish), the title of the map")
    if not isinstance(about, Words):
        raise AtlasError(f"{stem}.py: declare ABOUT = Words(English, Swedish), how to read the map")
    return Map(stem, title, about, parameters, module.sketch)
