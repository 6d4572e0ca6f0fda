"""A buyer judges a system and an offer on the pages: matrix, grounds and map, in both languages, on paper."""

import json

import pytest
from playwright.async_api import Page, expect

from graph.database.store import Store
from graph.scenarios.scenario_store import delete, save
from graph.scenarios.steps import Addition, Scenario
from tests.e2e.conftest import Visit
from tests.e2e.test_pages_journey import nothing_went_wrong
from visualisations.wording.addresses import compliance_address, question_address

pytestmark = pytest.mark.mostly_embedded
SET, SYSTEM = "regional-annex", "laboratory-system"
OFFER = {
    "resourceType": "CapabilityStatement", "status": "active", "kind": "instance", "fhirVersion": "3.0.2",
    "format": ["xml"], "software": {"name": "<b>Lab & more</b>", "version": "2"},
    "rest": [{"mode": "server", "resource": [
        {"type": "Patient", "interaction": [{"code": "read"}, {"code": "search-type"}],
         "searchParam": [{"name": "identifier", "type": "token"}]},
        {"type": "Observation", "interaction": [{"code": "read"}]},
    ]}],
}  # fmt: skip
FILE = {"name": "lab.json", "mimeType": "application/json", "buffer": json.dumps(OFFER).encode()}


async def judged(page: Page, bundled: str) -> None:
    """The form filled in as a person does, and sent."""
    await page.goto(bundled)
    await page.get_by_role("navigation", name="Main").get_by_role("link", name="Compliance").click()
    await page.get_by_label("Requirement set").select_option(SET)
    await page.get_by_label("System in the graph 1").fill(SYSTEM)
    await page.get_by_label("Files").first.set_input_files(FILE)  # type: ignore[arg-type]
    await page.get_by_role("button", name="Judge", exact=True).click()
    await expect(page.locator("table.matrix")).to_be_visible()


async def test_a_system_and_an_offer_are_judged_and_a_cell_is_followed_to_its_evidence(
    bundled: str, visit: Visit
) -> None:
    page = visit.page
    await judged(page, bundled)
    matrix = page.locator("table.matrix")
    await expect(matrix.locator("thead th")).to_have_count(4)
    await expect(matrix.locator("thead th").nth(3)).to_contain_text("<b>Lab & more</b>")
    await expect(matrix.locator("thead th").nth(3)).to_contain_text("lab.json")
    row = matrix.locator("tbody tr", has_text="Shares information by HL7 FHIR")
    cell = row.locator("td").nth(2)
    await cell.locator("summary").click()
    await expect(cell.locator(".place").first).to_contain_text("lab.json /fhirVersion")
    lead = cell.get_by_role("link", name="Who uses a version").first
    await lead.click()
    await expect(page).to_have_url(bundled + question_address("superseded_versions", standard="hl7-fhir"))
    await expect(page.locator(".answer .evidence").first).to_be_visible()
    nothing_went_wrong(visit, bundled)


async def test_the_matrix_is_a_map_too_and_a_line_tells_why(bundled: str, visit: Visit) -> None:
    page = visit.page
    await judged(page, bundled)
    await page.wait_for_selector("#map-canvas[data-ready] canvas")
    await expect(page.locator("#map-extent")).to_contain_text("shown")
    await page.locator("#map-list summary").click()
    await page.locator("[data-card]", has_text="<b>Lab & more</b>").click()
    await expect(page.locator("#map-panel h2")).to_have_text("<b>Lab & more</b> 2")
    assert await page.locator("#map-panel a").count() == 0
    await page.locator("tr", has_text="<b>Lab & more</b>").locator("[data-stroke]").first.click()
    await expect(page.locator("#map-panel")).to_contain_text("Rules")
    await expect(page.locator("#map-panel .map-record").first).to_contain_text("lab.json")
    await page.get_by_text("Choose requirements and offers").click()
    await page.get_by_label("Files").first.set_input_files(FILE)  # type: ignore[arg-type]
    async with page.expect_download() as coming:
        await page.get_by_role("button", name="as a map in one file").click()
    assert (await coming.value).suggested_filename.startswith("samband-compliance-r")
    nothing_went_wrong(visit, bundled)


async def test_it_speaks_swedish_and_is_printed_without_what_belongs_to_a_screen(bundled: str, visit: Visit) -> None:
    page = visit.page
    await page.goto(bundled + compliance_address(set=SET, system=SYSTEM))
    here = page.url
    await page.get_by_role("link", name="Svenska").click()
    await expect(page).to_have_url(here)
    await expect(page.locator("html")).to_have_attribute("lang", "sv")
    await expect(page.get_by_role("heading", level=1)).to_have_text(
        "Bilaga till upphandlingen: information och standarder"
    )
    await expect(page.locator("table.matrix thead th").first).to_have_text("Krav")
    await page.emulate_media(media="print")
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    await expect(page.locator("header.top nav")).to_be_hidden()
    await expect(page.locator("form.ask")).to_be_hidden()
    await expect(page.locator("table.matrix")).to_be_visible()
    await expect(page.locator("table.matrix .demands").first).to_be_visible()
    width = await page.evaluate("document.querySelector('table.matrix').getBoundingClientRect().width")
    assert width <= 1280
    nothing_went_wrong(visit, bundled)


async def test_another_day_and_a_scenario_are_judged_and_carried_on(opened: Store, bundled: str, visit: Visit) -> None:
    flow = Addition(
        do="add-exchange", id="new-flow", provider=SYSTEM, consumers=("new-laboratory-system",),
        conforms_to=("hl7-fhir-r4",),
    )  # fmt: skip
    await save(opened, Scenario(id="fhir-first", name="FHIR first", steps=(flow,)))
    page = visit.page
    await page.goto(bundled + compliance_address())
    await page.get_by_label("Requirement set").select_option(SET)
    await page.get_by_label("System in the graph 1").fill(SYSTEM)
    await page.get_by_label("Scenario").select_option("fhir-first")
    await page.get_by_label("As of").fill("2029-03-26")
    await page.get_by_role("button", name="Judge", exact=True).click()
    await expect(page.get_by_text("Scenario: FHIR first – not the facts", exact=True)).to_be_visible()
    await expect(page.get_by_text("As of 26 March 2029")).to_be_visible()
    cell = page.locator("table.matrix td:has(.badge.assumed)").first
    await cell.locator("summary").click()
    await expect(cell.locator(".place:has(.badge.assumed)").first).to_contain_text("FHIR first")
    await cell.locator(".place a", has_text="new-flow").first.click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("new-flow")
    await expect(page.get_by_text("Scenario: FHIR first – not the facts", exact=True)).to_be_visible()
    await delete(opened, "fhir-first")
    nothing_went_wrong(visit, bundled)


@pytest.mark.parametrize("width", [360, 1280])
async def test_the_page_is_no_wider_than_the_window(bundled: str, visit: Visit, width: int) -> None:
    page = visit.page
    await page.set_viewport_size({"width": width, "height": 800})
    await page.goto(bundled + compliance_address(set=SET, system=[SYSTEM, "new-laboratory-system"]))
    over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0
    nothing_went_wrong(visit, bundled)
