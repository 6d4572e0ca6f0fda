"""A real browser for the tests of pages and maps."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Dialog, Page, Request, async_playwright

from api.app import create_app
from api.listening import listening_socket
from api.serving import server as of_application
from graph.database.store import Store
from graph.settings import Settings
from tests.conftest import in_ci, not_run
from tests.held_case import hold_case

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the whole session."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        not_run["Browser"] = f"no {', '.join(NAMES)} on the path; Debian and Ubuntu: apt-get install chromium"
        if in_ci():
            pytest.fail(f"A browser has to run in CI: {not_run['Browser']}")
        pytest.skip(f"Browser half not run: {not_run['Browser']}")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        await chromium.close()


@dataclass
class Visit:
    """A page in a context of its own, and what happened to it that should not have."""

    page: Page
    said: list[str] = field(default_factory=list)
    """Errors and warnings of the console, and exceptions that nobody caught."""
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Every URL asked for."""

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._heard(message.type, message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", self._asked)
        self.page.on("dialog", self._asked_the_user)

    def _heard(self, type: str, text: str) -> None:
        if type in ("error", "warning"):
            self.said.append(text)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    async def _asked_the_user(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        await dialog.dismiss()

    def strayed(self, *allowed: str) -> list[str]:
        """URLs asked for that do not start with one of `allowed`; nothing inside the page itself counts."""
        return [url for url in self.requests if not url.startswith((*allowed, "data:", "blob:"))]


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser) -> AsyncIterator[Visit]:
    """A fresh page of 1280 by 900 that keeps account of its console, dialogs and requests."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(await context.new_page())
    await context.close()


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[str]:
    """The application, served on a free port of this machine."""
    with listening_socket() as listener:
        server = of_application(create_app(settings))
        running = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started and not running.done():  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await running


@pytest_asyncio.fixture(loop_scope="session")
async def served(store: Store, settings: Settings) -> AsyncIterator[str]:
    """Where the application is served, on a graph that is empty until the test loads something."""
    async with serving(settings) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="session")
async def bundled(opened: Store, settings: Settings) -> AsyncIterator[str]:
    """Where the application is served, on the bundled case; tests that follow each other load it once."""
    await hold_case(opened)
    async with serving(settings) as address:
        yield address
