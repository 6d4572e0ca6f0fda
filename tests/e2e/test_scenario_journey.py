"""A board member tries a scenario in a real browser: by forms alone, in Swedish, on a telephone."""

import pytest
from playwright.async_api import Browser, expect

from graph.database.store import Store
from graph.scenarios.scenario_store import delete, kept
from tests.e2e.conftest import Visit
from tests.e2e.test_pages_journey import nothing_went_wrong
from visualisations.wording.addresses import question_address, scenario_address, scenarios_address

pytestmark = pytest.mark.mostly_embedded("True")


@pytest.mark.parametrize("script", [True, False])
async def test_one_is_made_compared_asked_and_deleted_by_forms(
    opened: Store, bundled: str, browser: Browser, script: bool
) -> None:
    for each in await kept(opened):
        await delete(opened, each.id)
    revision = await opened.revision()
    context = await browser.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    await page.goto(bundled)
    await page.get_by_role("navigation", name="Main").get_by_role("link", name="Scenarios").click()
    await page.get_by_role("link", name="Replace a system").click()
    await page.get_by_label("The system that is replaced").select_option("laboratory-system")
    await page.get_by_label("The system that takes over").select_option("new-laboratory-system")
    await page.get_by_label("Name of the scenario").fill("One laboratory")
    await page.get_by_role("button", name="Keep the scenario").first.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("One laboratory")
    await expect(page.get_by_text("Scenario: One laboratory – not the facts")).to_be_visible()
    await page.get_by_role("link", name="Take something away").click()
    await page.get_by_label("What is taken away").select_option("alert-register")
    await page.get_by_role("button", name="Add the step").click()
    await expect(page.get_by_text("Information that loses its last holder: 1")).to_be_visible()
    await expect(page.locator("table.summary tbody tr")).not_to_have_count(0)
    await page.get_by_role("link", name="Ask this of the scenario").nth(2).click()
    await expect(page.get_by_text("Scenario: One laboratory – not the facts")).to_be_visible()
    await expect(page.get_by_label("Scenario", exact=True)).to_have_value("one-laboratory")
    await page.get_by_role("link", name="The same, of the facts of today").click()
    await expect(page.get_by_text("not the facts")).to_have_count(0)
    await page.goto(bundled + scenario_address("one-laboratory"))
    await page.get_by_text("Delete this scenario").click()
    await page.get_by_role("button", name="Delete the scenario").click()
    await expect(page).to_have_url(bundled + scenarios_address())
    await expect(page.get_by_role("link", name="One laboratory")).to_have_count(0)
    assert await opened.revision() == revision
    await context.close()


@pytest.mark.parametrize("width", [360, 1280])
async def test_its_pages_stand_in_the_window_and_break_no_rule(
    opened: Store, bundled: str, visit: Visit, width: int
) -> None:
    page = visit.page
    await page.set_viewport_size({"width": width, "height": 800})
    await page.goto(bundled + scenarios_address(lang="sv"))
    await page.get_by_text("Skriv scenariot som YAML").click()
    await page.get_by_role("button", name="Spara scenariot").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Färre system till 2030")
    for address in (
        scenario_address("färre-system"),
        scenarios_address(do="merge", to="färre-system"),
        scenarios_address(do="add-exchange"),
        question_address("last_holder", scenario="färre-system"),
    ):
        await page.goto(bundled + address)
        over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, address
    await delete(opened, "färre-system")
    nothing_went_wrong(visit, bundled)
