"""``python -m docs.screenshots``: takes the README's screenshots of the bundled case; needs Chromium on the path."""

import asyncio
import shutil
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from api.app import create_app
from api.listening import listening_socket
from api.serving import server as of_application
from graph.settings import Settings
from loaders.runs.recovery import opened
from loaders.runs.run import load
from loaders.sources.formats import BUNDLED, recognised

PICTURES = Path(__file__).parent / "pictures"
PAGES = {"start": "/", "map": "/map/landscape"}
SETTLED = 3.0
"""Seconds that a map is given to draw itself."""


async def take(settings: Settings) -> None:
    """Serve the case from an engine of its own, and photograph each page."""
    async with opened(settings) as store:
        for path in BUNDLED:
            await load(store, recognised(path), path)
        listener = listening_socket()
        server = of_application(create_app(settings))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.1)
        await photograph(f"http://127.0.0.1:{listener.getsockname()[1]}")
        server.should_exit = True
        await serving


async def photograph(address: str) -> None:
    """A screenshot of each page at `address`."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = await browser.new_page(viewport={"width": 1280, "height": 800})
        for name, path in PAGES.items():
            answered = await page.goto(f"{address}{path}?lang=en", wait_until="networkidle")
            if answered is None or not answered.ok:
                raise RuntimeError(f"{path} cannot be shown")
            await asyncio.sleep(SETTLED)
            await page.screenshot(path=PICTURES / f"{name}.png")
        await browser.close()


def main() -> None:
    """Take the screenshots."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="samband-screenshots-") as home:
        asyncio.run(take(Settings(_env_file=None, neo4j_uri=None, samband_home=Path(home))))


if __name__ == "__main__":
    main()
