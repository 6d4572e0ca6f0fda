"""Maps in a real browser: hostile names are text, nothing is asked for, a click shows the source."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Route

from graph.facts.facts import LinkKey, Ref
from graph.facts.merged_view import Link, Thing
from graph.facts.records import Bookkeeping
from graph.ontology.kinds import System
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import new_node
from queries.asking.snapshots import View
from tests.e2e.conftest import Visit
from tests.unit.test_layout import HOSTILE
from visualisations.drawing.canvas import ASSETS, fragment, library, self_contained
from visualisations.drawing.finishing import finished
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.drawing.sketch import Line, Sketch
from visualisations.maps.atlas import atlas

SITE = "http://samband.test"
NEEDS = ONTOLOGY.sides(System)["depends_on"].relation.name


def said(text: str) -> dict[str, object]:
    return {
        "source": text, "section": text, "paraphrase": text, "evidence": "illustrative", "dataset": text,
        "place": text, "run": 1, "first_run": 1,
    }  # fmt: skip


def drawing(*names: str) -> MapDrawing:
    """A map of systems with these names; each needs the first."""
    nodes = [new_node(System.__name__, name, name, {"name": name, "description": name}) for name in names]
    sketch = Sketch(total=len(nodes) + 5, rows={0: names[0]}, columns={0: names[0]}, words_on_lines=True)
    behind: dict[Ref | LinkKey, Thing | Link] = {}
    for node in nodes:
        sketch.put((0, 0), node)
        behind[node.ref] = Thing({"id": node.id, **node.fields, **said(node.id)}, node.kind)
        key = LinkKey(node.ref, NEEDS, nodes[0].ref)
        behind[key] = Link({**said(names[0]), Bookkeeping.ENDPOINTS: [*key.source, *key.target]}, NEEDS)
        if node is not nodes[0]:
            sketch.lines.append(Line(node.ref, nodes[0].ref, NEEDS, (key,), about=(node,)))
    return finished(atlas()["landscape"], sketch, behind, View(Snapshot(1, nodes), "", None), "en")


async def open_file(visit: Visit, path: Path, shown: MapDrawing) -> None:
    await asyncio.to_thread(path.write_text, self_contained(shown), encoding="utf-8", newline="\n")
    await visit.page.goto(path.as_uri())
    await visit.page.wait_for_selector("#map-canvas[data-ready] canvas")


async def open_page(visit: Visit, shown: MapDrawing) -> None:
    """The map as the web application serves it: everything from its own host, and nothing inline."""
    files = {
        "/static/vis-network.min.js": (library(), "text/javascript"),
        "/static/map.js": (ASSETS / "map.js", "text/javascript"),
        "/static/map.css": (ASSETS / "map.css", "text/css"),
    }
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="/static/map.css">{fragment(shown)}'
        '<script src="/static/vis-network.min.js"></script><script src="/static/map.js"></script>'
    )

    async def serve(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path in files:
            file, type = files[path]
            await route.fulfill(body=file.read_bytes(), content_type=f"{type}; charset=utf-8")
        else:
            policy = "default-src 'self'; img-src 'self' data:"
            await route.fulfill(body=page, content_type="text/html", headers={"Content-Security-Policy": policy})

    await visit.page.route("**/*", serve)
    await visit.page.goto(f"{SITE}/map/landscape")
    await visit.page.wait_for_selector("#map-canvas[data-ready] canvas")


@pytest.mark.parametrize("served", [False, True], ids=["file", "page"])
async def test_hostile_names_are_text_everywhere(visit: Visit, tmp_path: Path, served: bool) -> None:
    shown = drawing(*HOSTILE)
    await (open_page(visit, shown) if served else open_file(visit, tmp_path / "map.html", shown))
    page = visit.page
    await page.click("#map-list summary")
    for name in HOSTILE:
        # The parser that built the page must give the name back letter for letter.
        assert await page.evaluate(
            "n => [...document.querySelectorAll('[data-card]')].some(b => b.textContent === n)", name
        )
        assert await page.evaluate(
            "n => { const b = [...document.querySelectorAll('[data-card]')].find(b => b.textContent === n); b.click();"
            " return [...document.querySelectorAll('#map-panel h2, #map-panel dd, #map-panel strong')]"
            "   .filter(e => e.textContent === n).length }",
            name,
        ) == 3  # fmt: skip
    await page.click("[data-stroke]")
    assert await page.evaluate("document.querySelectorAll('img, svg, iframe, object').length") == 0
    assert (visit.dialogs, visit.said) == ([], [])
    assert visit.strayed(SITE if served else tmp_path.as_uri()) == []


async def test_a_click_on_a_card_shows_its_facts_and_source(visit: Visit, tmp_path: Path) -> None:
    await open_file(visit, tmp_path / "map.html", drawing("Old system"))
    page = visit.page
    box = await page.locator("#map-canvas").bounding_box()
    assert box is not None
    await page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    panel = page.locator("#map-panel")
    await panel.locator("h2", has_text="Old system").wait_for()
    text = await panel.inner_text()
    assert "Illustrative: made up as an example" in text
    assert "Description" in text
    assert await panel.locator(".map-record strong").inner_text() == "Old system"
    assert await panel.locator("a").count() == 0


async def test_a_page_links_to_the_thing_and_says_how_much_is_shown(visit: Visit) -> None:
    await open_page(visit, drawing("a/b", "c"))
    page = visit.page
    assert "2 of 7 shown" in await page.inner_text("#map-extent")
    await page.click("#map-list summary")
    await page.click("[data-card='System/a/b']")
    assert await page.get_attribute("#map-panel a", "href") == "/thing/System/a%2Fb"


async def test_a_name_is_found_by_keyboard_and_the_legend_hides_its_kind(visit: Visit, tmp_path: Path) -> None:
    await open_file(visit, tmp_path / "map.html", drawing("Old system", "New system"))
    page = visit.page
    await page.focus("#map-query")
    await page.keyboard.type("new sys")
    await page.keyboard.press("Enter")
    assert await page.inner_text("#map-panel h2") == "New system"
    await page.fill("#map-query", "nothing like it")
    await page.keyboard.press("Enter")
    assert await page.inner_text("#map-said") == "Nothing on the map is called that"
    await page.keyboard.press("Escape")
    assert await page.locator("#map-panel h2").count() == 0
    await page.uncheck("#map-legend label:has-text('systems') input")
    assert await page.locator("#map-legend label.off").count() == 1
    assert visit.said == []


def test_the_same_drawing_gives_the_same_file() -> None:
    assert self_contained(drawing(*HOSTILE)) == self_contained(drawing(*HOSTILE))
