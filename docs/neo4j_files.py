"""What is generated for people with Neo4j Browser: a style file, and the parts of neo4j.md that follow declarations."""

import math
import re
from pathlib import Path

from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY

DOCS = Path(__file__).resolve().parent
STARTERS = DOCS.parent / "queries" / "cypher"
PAGE, STYLE = DOCS / "neo4j.md", DOCS / "samband.grass"
DIAMETERS = {"dot": 40, "diamond": 50}
"""Of what is drawn smaller on maps too; all else has `DIAMETER`."""
DIAMETER = 65
LIGHT = 0.2
"""The brightness from which on dark letters stand out from a colour more than white ones."""


def style() -> str:
    """The style file: each kind in its colour, with its name."""
    rules = [
        _rule("node", {"diameter": f"{DIAMETER}px", "border-width": "2px", "font-size": "10px", "caption": "'{name}'"}),
        _rule(
            "relationship",
            {
                "color": "#8a929c", "shaft-width": "2px", "font-size": "9px", "padding": "3px",
                "text-color-external": "#333333", "text-color-internal": "#ffffff", "caption": "'<type>'",
            },
        ),
        *(_rule(f"node.{name}", _look(kind)) for name, kind in ONTOLOGY.kinds.items()),
    ]  # fmt: skip
    return "\n".join(rules)


def _look(kind: type[Kind]) -> dict[str, str]:
    return {
        "color": kind.colour,
        "border-color": darker(kind.colour),
        "text-color-internal": "#1c1c1c" if brightness(kind.colour) > LIGHT else "#ffffff",
        "diameter": f"{DIAMETERS.get(kind.shape, DIAMETER)}px",
        "caption": "'{name}'",
    }


def _rule(selector: str, properties: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"


def darker(colour: str) -> str:
    """Three quarters of the colour, ``#rrggbb``."""
    return "#" + "".join(f"{part * 3 // 4:02x}" for part in _parts(colour))


def brightness(colour: str) -> float:
    """How bright people see the colour, ``#rrggbb``: from 0 to 1, its luminance as WCAG has it."""
    red, green, blue = (math.pow(part / 255, 2.2) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def page_parts() -> dict[str, str]:
    """The generated parts of the page by the name of their markers."""
    return {"starters": starters(), "names-index": f"```cypher neo4j\n{names_index()}\n```"}


def starters() -> str:
    """Every starter, with what it answers and the question that it equals."""
    rows = []
    for path in sorted(STARTERS.glob("*.cypher")):
        en, sv, equals = (line.removeprefix("// ") for line in path.read_text(encoding="utf-8").splitlines()[:3])
        rows.append(
            f"| [{path.name}](../queries/cypher/{path.name}) | {en}<br>{sv} | `{equals.removeprefix('Equals: ')}` |"
        )
    return "\n".join(["| Text | What it answers | Its rows are those of |", "| --- | --- | --- |", *rows])


def names_index() -> str:
    """The statement that makes a full-text index of all names, as Neo4j has it."""
    labels = "|".join(ONTOLOGY.kinds)
    return (
        f"CREATE FULLTEXT INDEX samband_names IF NOT EXISTS\nFOR (n:{labels})\nON EACH [n.name, n.name_sv]\n"
        "OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};"
    )


def with_parts(text: str, parts: dict[str, str], page: str) -> str:
    """A page with its parts written anew between ``<!-- name -->`` and ``<!-- /name -->``."""
    for name, made in parts.items():
        between = re.compile(rf"(<!-- {name} -->\n).*?(\n?<!-- /{name} -->)", re.DOTALL)
        if not between.search(text):
            raise ValueError(f"{page} has no <!-- {name} --> ... <!-- /{name} -->")
        text = between.sub(lambda found, made=made: f"{found[1]}\n{made}\n\n{found[2].strip()}", text)  # type: ignore[misc]
    return text
