"""Whether what stands in a field or on a button can be read: as it stands, and with the pointer over it."""

import pytest
from playwright.async_api import ElementHandle

from tests.e2e.conftest import Visit
from visualisations.wording.addresses import kind_address, map_address, question_address, scenarios_address

pytestmark = pytest.mark.mostly_embedded
ENOUGH = 4.5
"""Contrast that WCAG 2 asks for of text."""
CONTRAST = """(element) => {
  const parts = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = (text) => {
    const [r, g, b] = parts(text).slice(0, 3).map((each) => each / 255)
      .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let under = element;
  const filled = (each) => { const [,,, alpha = 1] = parts(getComputedStyle(each).backgroundColor); return alpha > 0; };
  while (under.parentElement && !filled(under)) under = under.parentElement;
  const back = filled(under) ? getComputedStyle(under).backgroundColor : "rgb(255, 255, 255)";
  const [a, b] = [light(getComputedStyle(element).color), light(back)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""
PAGES = (
    "/about",
    kind_address("System"),
    question_address("no_owner"),
    question_address("dependencies"),
    scenarios_address(do="remove"),
    "/compliance",
    map_address("landscape"),
)


async def named(element: ElementHandle) -> str:
    return str(await element.evaluate("(each) => each.outerHTML.slice(0, 160)"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_what_is_typed_and_what_is_pointed_at_can_be_read(bundled: str, visit: Visit, scheme: str) -> None:
    await visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in PAGES:
        await visit.page.goto(bundled + address)
        for box in await visit.page.query_selector_all(
            "input[type=search], input[type=text], input:not([type]), textarea"
        ):
            if await box.is_visible():
                await box.fill("typed")
                assert await box.evaluate(CONTRAST) >= ENOUGH, f"{address}: {await named(box)}"
        buttons = [each for each in await visit.page.query_selector_all("button") if await each.is_visible()]
        for button in buttons[:40]:
            assert await button.evaluate(CONTRAST) >= ENOUGH, f"{address}: {await named(button)}"
            await button.hover(force=True)
            assert await button.evaluate(CONTRAST) >= ENOUGH, f"{address}, pointed at: {await named(button)}"
