"""What people do on the pages, in a real browser: nothing breaks or strays, by hand, without script, on paper."""

import csv
import io
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from graph.database.store import Store
from graph.facts.facts import Ref
from graph.ontology.kinds import Need, System
from tests.e2e.conftest import Visit
from tests.worlds import link, put, thing
from visualisations.maps.atlas import atlas
from visualisations.wording.addresses import kind_address, map_address, question_address, search_address, thing_address

pytestmark = pytest.mark.mostly_embedded("test_a_gap_is_followed_to_who_says_so_and_to_its_map")
GAPS = "interoperability_gaps"
HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "{{7*7}}",
    '"><svg onload=alert(1)>',
    "\u202egnirts\u200b",
    "a&lt;b",
]


def nothing_went_wrong(visit: Visit, served: str) -> None:
    """No error, no breach of the policy, no dialog, and no request to any other host."""
    assert not visit.said
    assert not visit.dialogs
    assert not visit.strayed(served + "/")


async def test_a_gap_is_followed_to_who_says_so_and_to_its_map(bundled: str, visit: Visit) -> None:
    page = visit.page
    await page.goto(bundled)
    await page.get_by_role("link", name="Interoperability gaps").click()
    await expect(page).to_have_url(bundled + question_address(GAPS, counts_as="gap"))
    await page.locator(".answer .evidence summary").first.click()
    record = page.locator(".answer .record").first
    await expect(record).to_be_visible()
    await expect(record).to_contain_text("Run ")
    await record.locator("a").first.click()
    await expect(page.get_by_role("heading", name="Who says so")).to_be_visible()

    await page.goto(bundled + thing_address(Ref(System.__name__, "laboratory-system")))
    here = page.url
    await page.get_by_role("link", name="Svenska").click()
    await expect(page).to_have_url(here)
    await expect(page.locator("html")).to_have_attribute("lang", "sv")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Laboratoriesystem")
    await expect(page.get_by_text("Sidan visar illustrativa uppgifter.")).to_be_visible()

    await page.get_by_role("link", name=atlas()["surroundings"].title.sv).click()
    await page.wait_for_selector("#map-canvas[data-ready] canvas")
    nothing_went_wrong(visit, bundled)


async def test_an_answer_is_taken_home_as_a_file(bundled: str, visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    await page.goto(bundled + question_address(GAPS))
    shown = await page.locator("#extent").text_content()
    async with page.expect_download() as coming:
        await page.get_by_role("link", name="CSV").click()
    file = tmp_path / "answer.csv"
    await (await coming.value).save_as(file)
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert f"of {len(rows) - 1} shown" in (shown or "").replace(",", "")
    nothing_went_wrong(visit, bundled)


async def test_an_answer_is_seen_as_a_map_and_as_a_table_again(bundled: str, visit: Visit) -> None:
    page = visit.page
    await page.goto(bundled + question_address("blocked_divestments"))
    await page.get_by_role("link", name="The answer as a map").click()
    await page.wait_for_selector("#map-canvas[data-ready] canvas")
    await page.get_by_role("link", name="The answer as a table").click()
    await expect(page).to_have_url(bundled + question_address("blocked_divestments"))
    nothing_went_wrong(visit, bundled)


@pytest.mark.parametrize("width", [360, 1280])
async def test_no_page_is_wider_than_the_window(bundled: str, visit: Visit, width: int) -> None:
    page = visit.page
    await page.set_viewport_size({"width": width, "height": 800})
    for address in (
        "/",
        "/about",
        search_address("laboratory"),
        kind_address(System.__name__),
        thing_address(Ref(System.__name__, "laboratory-system")),
        question_address(GAPS),
        question_address("decision_rights"),
        map_address("landscape"),
    ):
        await page.goto(bundled + address)
        over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, address
    nothing_went_wrong(visit, bundled)


async def test_rows_are_filtered_and_sorted_without_asking_again(store: Store, served: str, visit: Visit) -> None:
    await put(
        store,
        thing(System, "b", criticality="low"),
        thing(System, "å", criticality="safety-critical"),
        thing(System, "a", criticality="high"),
        thing(System, "c"),
    )
    page = visit.page
    await page.goto(served + question_address("no_owner"))
    names = page.locator(".answer tbody:not([hidden]) td:nth-child(2) a")
    assert await names.all_text_contents() == ["A", "B", "C", "Å"]
    asked = len(visit.requests)
    await page.get_by_role("button", name="Criticality").click()
    assert await names.all_text_contents() == ["B", "A", "Å", "C"]
    await page.get_by_role("button", name="Criticality").click()
    assert await names.all_text_contents() == ["Å", "A", "B", "C"]
    await page.get_by_label("Filter these rows").fill("safety")
    assert await names.all_text_contents() == ["Å"]
    await expect(page.get_by_text("1 of 4 rows match")).to_be_visible()
    assert len(visit.requests) == asked
    nothing_went_wrong(visit, served)


async def test_everything_works_without_script(store: Store, served: str, browser: Browser) -> None:
    await put(store, thing(System, "journal"), thing(Need, "need"))
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(served)
    await page.get_by_role("main").get_by_role("searchbox").fill("journal")
    await page.get_by_role("main").get_by_role("button", name="Search").click()
    await page.get_by_role("link", name="Journal").click()
    await page.goto(served + question_address("no_owner"))
    await page.get_by_label("Kind").select_option(System.__name__)
    await page.get_by_role("button", name="Ask").click()
    await page.locator(".answer .evidence summary").first.click()
    await expect(page.locator(".answer .record").first).to_be_visible()
    await context.close()


async def test_hostile_names_are_text_on_every_page(store: Store, served: str, visit: Visit) -> None:
    things = [
        thing(System, text, name=text, name_sv=text, description=text, retention_rationale=text, category=text)
        for text in HOSTILE
    ]
    await put(store, *things, *(link(things[0], "depends_on", each) for each in things[1:]), dataset=HOSTILE[0])
    kind = System.__name__
    await visit.page.goto(served + kind_address(kind))
    for text in HOSTILE:
        assert await visit.page.get_by_role("main").get_by_role("link", name=text, exact=True).count()
    for text in HOSTILE:
        for address in (
            thing_address(Ref(kind, text)),
            search_address(text),
            question_address("dependencies", system=text),
            map_address("surroundings", kind=kind, id=text),
        ):
            await visit.page.goto(served + address)
            assert text in (await visit.page.get_by_role("main").text_content() or ""), address
    await visit.page.goto(served)
    nothing_went_wrong(visit, served)


async def test_a_printed_page_tells_who_says_so(store: Store, served: str, visit: Visit) -> None:
    await put(store, thing(System, "journal"))
    page = visit.page
    await page.goto(served + question_address("no_owner"))
    await page.emulate_media(media="print")
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    await expect(page.locator(".answer .record").first).to_be_visible()
    await expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    nothing_went_wrong(visit, served)


async def test_the_keyboard_reaches_the_content_first(store: Store, served: str, visit: Visit) -> None:
    page = visit.page
    await page.goto(served)
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#main")).to_be_focused()
    nothing_went_wrong(visit, served)
