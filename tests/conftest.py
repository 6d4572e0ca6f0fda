"""What all tests share: a store on each engine, emptied for every test."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck
from hypothesis import settings as of_examples
from pydantic import SecretStr

from graph.database.store import Store, Write
from graph.settings import Settings
from tests.neo4j.server import neo4j_available, neo4j_server
from tests.one_engine import pytest_collection_modifyitems  # noqa: F401 - a hook
from tests.workers import pytest_xdist_make_scheduler, sole_user  # noqa: F401 - a hook

ENGINES = ("embedded", "neo4j")
of_examples.register_profile("shared", deadline=None, suppress_health_check=list(HealthCheck))
of_examples.load_profile("shared")  # how long an example takes says how busy the machine is
not_run: dict[str, str] = {}


def in_ci() -> bool:
    """True where a missing engine or browser is a failure."""
    return os.environ.get("CI") == "true"


@pytest.fixture(autouse=True, scope="session")
def settings_come_from_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No ``.env`` and no ``.samband`` of the developer's reaches a test."""
    kept = Path.cwd()
    os.chdir(tmp_path_factory.mktemp("work"))
    yield
    os.chdir(kept)


@pytest.fixture(scope="session", params=ENGINES)
def settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings that lead to each engine in turn."""
    home = tmp_path_factory.mktemp(request.param)
    if request.param == "embedded":
        yield Settings(_env_file=None, neo4j_uri=None, samband_home=home)
        return
    if missing := neo4j_available():
        not_run["Neo4j"] = missing
        if in_ci():
            pytest.fail(f"Neo4j has to run in CI: {missing}")
        pytest.skip(f"Neo4j half not run: {missing}")
    with sole_user(tmp_path_factory), neo4j_server(home) as (uri, user, password, database):
        yield Settings(
            _env_file=None,
            neo4j_uri=uri,
            neo4j_user=user,
            neo4j_password=SecretStr(password),
            neo4j_database=database,
            samband_home=home,
        )


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def opened(settings: Settings) -> AsyncIterator[Store]:
    """A store on one engine, kept open for the whole session."""
    async with AsyncExitStack() as stack:
        yield await stack.enter_async_context(Store.open(settings))


async def empty(store: Store) -> None:
    """Take everything out of the graph, and start its revisions anew."""

    async def work(write: Write) -> None:
        await write.run("MATCH (n) WHERE NOT n:Graph OR n.id <> 'samband' DETACH DELETE n")
        await write.run("MATCH (g:Graph {id: 'samband'}) SET g.revision = 0, g.applying = null, g.content = null")
        await write.run("MATCH (g:Graph) SET g.holder = null, g.lease = null, g.lease_until = null")

    await store.write(work)


@pytest_asyncio.fixture(loop_scope="session")
async def store(opened: Store) -> Store:
    """An empty store on one engine."""
    await empty(opened)
    return opened


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that prints the summary what did not run here."""
    if (told := getattr(session.config, "workeroutput", None)) is not None:
        told["not_run"] = not_run


def pytest_testnodedown(node: Any) -> None:
    """Hear from a process what did not run there."""
    not_run.update(getattr(node, "workeroutput", {}).get("not_run", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what did not run."""
    for what, why in not_run.items():
        terminalreporter.write_sep("!", f"{what} DID NOT RUN", red=True, bold=True)
        terminalreporter.write_line(f"{why}")
        terminalreporter.write_sep("!", red=True, bold=True)
