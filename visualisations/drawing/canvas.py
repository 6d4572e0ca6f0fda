"""Maps as pages: the only file that draws with pyvis.

pyvis gives the network's data and options, and carries vis-network. Its own pages are not used: they write a folder
where one stands, point at other hosts, and put what is in the graph into script text.
"""

import base64
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from pyvis.network import Network

from graph.language.words import say
from visualisations.drawing.label_placement import short
from visualisations.drawing.layout import CARD_HEIGHT, CARD_WIDTH
from visualisations.drawing.map_drawing import FactDetails, MapDrawing
from visualisations.drawing.map_texts import TEXTS
from visualisations.drawing.wrapping import wrapped
from visualisations.wording.addresses import surroundings_address, thing_address

ASSETS = Path(__file__).parent / "assets"
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 200,
    },
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.6}}, "selectionWidth": 2, "hoverWidth": 1},
}
# Inside a script element only these can end it, or end a line where JSON would go on.
ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


@cache
def library() -> Path:
    """vis-network, as pyvis carries it."""
    return Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"


def payload(drawing: MapDrawing, *, links: bool = True) -> dict[str, Any]:
    """All that the page's script needs, as plain data; with `links`, things lead to their own pages."""
    network = Network(directed=True)
    network.options = OPTIONS
    for card in drawing.cards:
        network.add_node(
            str(card.ref),
            label="\n".join(wrapped(card.label, lines=2 if card.note else 3)),
            shape=card.shape,
            color=card.colour,
            x=card.x,
            y=card.y,
            title=card.label,
        )
    for stroke in drawing.strokes:
        network.add_edge(
            str(stroke.source), str(stroke.target), id=stroke.id, color=stroke.colour, dashes=stroke.illustrative
        )
    nodes, edges, _, _, _, options = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options),
        "card": {"width": CARD_WIDTH, "height": CARD_HEIGHT},
        "cards": {
            str(card.ref): {
                "group": card.group,
                "note": card.note,
                "illustrative": card.illustrative,
                "assumed": card.assumed,
                "subject": card.subject,
                "details": _details(card.details, links, drawing),
            }
            for card in drawing.cards
        },
        "strokes": {
            stroke.id: {
                "group": stroke.group,
                "label": stroke.label,
                "words": {"text": short(stroke.label), "x": stroke.x, "y": stroke.y},
                "bend": stroke.bend,
                "assumed": stroke.assumed,
                "through": [str(ref) for ref in stroke.through],
                "details": [_details(each, links, drawing) for each in stroke.details],
            }
            for stroke in drawing.strokes
        },
        "areas": [
            {"lines": wrapped(area.label, 16, 4) if area.is_row else [area.label], "row": area.is_row, **vars(area.box)}
            for area in drawing.areas
        ],
        "legend": [vars(entry) for entry in drawing.legend],
        "words_on_lines": drawing.words_on_lines,
        "texts": {name: say(text, drawing.language) for name, text in TEXTS.items()},
    }


def _details(details: FactDetails, links: bool, drawing: MapDrawing) -> dict[str, Any]:
    leads = []
    if links and details.ref:
        leads.append(("open", thing_address(details.ref, **drawing.of)))
        leads.append(("around", surroundings_address(details.ref, **drawing.of)))
    return {
        "heading": details.heading,
        "sort": details.sort,
        "leads": leads,
        "illustrative": details.illustrative,
        "assumed": details.assumed,
        "facts": details.facts,
        "records": [vars(record) for record in details.records],
    }


def embedded_json(data: Any) -> Markup:
    """`data` as JSON that stands in a script element and cannot end it."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character, escape in ESCAPED.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704 - nothing that HTML reads is left in it


def fragment(drawing: MapDrawing, *, links: bool = True, within: bool = False) -> Markup:
    """The map for a page that serves ``map.css``, vis-network and ``map.js``: no script, no style of its own.

    It is what the page is about, or stands `within` a page that is about more.
    """
    return Markup(  # noqa: S704 - the template escapes
        _template("map_body.html").render(
            drawing=drawing,
            texts=_texts(drawing),
            data=embedded_json(payload(drawing, links=links)),
            alone=not links,
            heading="h2" if within else "h1",
        )
    )


def self_contained(drawing: MapDrawing) -> str:
    """The map as one HTML file that asks nobody for anything."""
    style = _read(ASSETS / "map.css")
    scripts = [_read(library()).split("//# sourceMappingURL")[0], _read(ASSETS / "map.js")]
    return _template("map_file.html").render(
        drawing=drawing,
        body=fragment(drawing, links=False),
        style=Markup(style),  # noqa: S704 - our own file
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own file, and vis-network
        style_hash=_hash(style),
        script_hashes=[_hash(script) for script in scripts],
    )


def _texts(drawing: MapDrawing) -> dict[str, str]:
    return {name: say(text, drawing.language) for name, text in TEXTS.items()}


def _read(path: Path) -> str:
    """A file with the line ends that a browser hashes."""
    return path.read_bytes().decode("utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
