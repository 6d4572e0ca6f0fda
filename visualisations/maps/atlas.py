"""All maps, found by their files: ``maps/<stem>.cypher`` beside ``maps/<stem>.py``."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.language.words import Language, Words
from graph.snapshot.snapshot import Snapshot
from queries.asking.question import Parametrised
from visualisations.drawing.sketch import MapParameters, Sketch

HERE = Path(__file__).parent
Sketcher = Callable[[Snapshot, Any, Language], Sketch]
"""What makes a map of a snapshot: which things stand where, and the lines between them."""


class AtlasError(TypeError):
    """A map's two files do not fit together; the message names the stem."""


@dataclass(frozen=True)
class Map(Parametrised):
    """One map of the atlas."""

    stem: str
    title: Words
    about: Words
    """How to read it."""
    text: str
    """Cypher that can be pasted into Neo4j Browser, where it shows what the map draws of."""
    parameters: type[MapParameters]
    sketch: Sketcher


@cache
def atlas() -> dict[str, Map]:
    """Every map by its stem, in alphabetical order."""
    return {path.stem: _map(path) for path in sorted(HERE.glob("*.cypher"))}


def _map(path: Path) -> Map:
    text = path.read_text(encoding="utf-8")
    comments = [line.removeprefix("//").strip() for line in text.splitlines() if line.startswith("//")]
    if len(comments) != 2:
        raise AtlasError(f"{path.name}: its first two lines are the title in English and in Swedish, after //")
    module = importlib.import_module(f"visualisations.maps.{path.stem}")
    sketch = getattr(module, "sketch", None)
    parameters = getattr(module, "Parameters", MapParameters)
    if sketch is None or not issubclass(parameters, MapParameters):
        raise AtlasError(f"{path.stem}.py: declare sketch(snapshot, parameters, language) -> Sketch")
    about = getattr(module, "ABOUT", None)
    if not isinstance(about, Words):
        raise AtlasError(f"{path.stem}.py: declare ABOUT = Words(English, Swedish), how to read the map")
    return Map(path.stem, Words(*comments), about, text, parameters, sketch)
