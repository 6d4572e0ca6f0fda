"""The embedded engine: starts with the first command, ends with the last, and survives every kill."""

import asyncio
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction
from neo4j.exceptions import DriverError, Neo4jError

from graph.embedded.engine import Address, embedded_engine, engine_status, stop_engine
from graph.embedded.engine_folder import EngineFolder
from graph.embedded.java_line import LOGGING, environment, start_line
from graph.errors import EngineStartError
from graph.settings import Settings

ROOT = Path(__file__).parents[2]
COMMAND = """
import asyncio, sys
from graph.embedded.engine import embedded_engine
from graph.settings import Settings
async def main():
    async with embedded_engine(Settings(samband_home=sys.argv[1])) as address:
        print(address.uri, flush=True)
        await asyncio.sleep(60)
asyncio.run(main())
"""


@pytest.fixture
async def settings(tmp_path: Path) -> AsyncIterator[Settings]:
    settings = Settings(samband_home=tmp_path / "hem på öar", samband_engine_memory_mb=512)
    yield settings
    await stop_engine(settings)
    await nothing_runs(settings)


def processes(settings: Settings) -> list[psutil.Process]:
    """Living processes that work for this home: keepers and Java, not a test's own commands."""
    folder = str(settings.samband_home / "engine")
    found = psutil.process_iter(["cmdline", "status"])
    return [
        process
        for process in found
        if folder in " ".join(process.info["cmdline"] or ()) and process.info["status"] != psutil.STATUS_ZOMBIE
    ]


def keeper_of(settings: Settings) -> psutil.Process:
    return next(process for process in processes(settings) if "graph.embedded.keeper" in process.cmdline())


def java_of(settings: Settings) -> psutil.Process:
    return next(process for process in processes(settings) if "graph.embedded.keeper" not in process.cmdline())


async def nothing_runs(settings: Settings, limit: float = 5.0) -> None:
    deadline = time.monotonic() + limit
    while left := processes(settings):
        assert time.monotonic() < deadline, f"still running: {left}"
        await asyncio.sleep(0.02)


@asynccontextmanager
async def driver_of(address: Address) -> AsyncIterator[AsyncDriver]:
    async with AsyncGraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        yield driver


async def ask(address: Address, text: str, **values: object) -> list[list[object]]:
    """Rows that `text` gives, asked in a managed write transaction."""

    async def work(tx: AsyncManagedTransaction) -> list[list[object]]:
        result = await tx.run(text, values)
        return [record.values() async for record in result]

    async with driver_of(address) as driver, driver.session(database=address.database) as session:
        return await session.execute_write(work)


def start_command(settings: Settings, **environ: str) -> "subprocess.Popen[str]":
    """Another command, in a process of its own, that uses the engine for a minute."""
    words = [sys.executable, "-c", COMMAND, str(settings.samband_home)]
    return subprocess.Popen(words, cwd=ROOT, env=os.environ | environ, stdout=subprocess.PIPE, text=True)


def kill(command: "subprocess.Popen[str]") -> None:
    command.kill()
    command.communicate()


async def said(command: "subprocess.Popen[str]") -> str:
    assert command.stdout
    return (await asyncio.to_thread(command.stdout.readline)).strip()


async def test_a_command_starts_it_asks_it_and_leaves_nothing_running(settings: Settings) -> None:
    assert not (await engine_status(settings)).running
    async with embedded_engine(settings) as address:
        assert await ask(address, "RETURN 1 + 1") == [[2]]
        status = await engine_status(settings)
        assert (status.running, status.uri, status.users) == (True, address.uri, 1)
        assert status.pid == java_of(settings).pid
        assert status.memory_bytes is not None
        assert status.memory_bytes > 10_000_000
        assert status.uptime_seconds is not None
        assert 0 <= status.uptime_seconds < 60
    await nothing_runs(settings)
    assert not (await engine_status(settings)).running
    assert not (settings.samband_home / "engine" / "endpoint.json").exists()


async def test_only_its_owner_can_reach_it(settings: Settings) -> None:
    async with embedded_engine(settings) as address:
        home = settings.samband_home
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        assert stat.S_IMODE((home / "engine" / "password").stat().st_mode) == 0o600
        assert stat.S_IMODE((home / "engine" / "endpoint.json").stat().st_mode) == 0o600
        for process in processes(settings):
            assert not any(address.password in word for word in process.cmdline())
            listening = [c.laddr.ip for c in process.net_connections() if c.status == psutil.CONN_LISTEN]
            assert listening
            assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of_keeper(home))
        writer.write(json.dumps({"token": "guessed", "wish": "stop"}).encode() + b"\n")
        assert await reader.read() == b""
        writer.close()
        assert await ask(address, "RETURN 1") == [[1]]


def port_of_keeper(home: Path) -> int:
    return int(json.loads((home / "engine" / "endpoint.json").read_text())["port"])


async def test_it_is_set_as_we_need_it(settings: Settings) -> None:
    async with embedded_engine(settings) as address:
        line = java_of(settings).cmdline()
        assert "-Xmx512m" in line
        assert "-Darcadedb.command.timeout=30000" in line
        jars = line[line.index("-cp") + 1]
        assert not any(f"arcadedb-{name}" in jars for name in ("mcp", "postgresw", "redisw", "graphql", "console"))
        assert os.getsid(java_of(settings).pid) != os.getsid(0), "Ctrl-C in the terminal would end it"
        large = "å" * 10_000_000  # a message over 16 MiB once made the driver wait for ever
        assert await ask(address, "RETURN size($large)", large=large) == [[len(large)]]
        secret = settings.samband_home / "engine" / "password"
        with pytest.raises(Neo4jError):
            await ask(address, "LOAD CSV FROM $file AS row RETURN row", file=secret.as_uri())


async def test_commands_at_once_share_one_engine_and_the_last_ends_it(settings: Settings) -> None:
    first, second = embedded_engine(settings), embedded_engine(settings)
    addresses = await asyncio.gather(first.__aenter__(), second.__aenter__())
    assert addresses[0] == addresses[1]
    assert len(processes(settings)) == 2, "one keeper, one Java"
    third = start_command(settings)
    assert await said(third) == addresses[0].uri
    assert (await engine_status(settings)).users == 3
    await first.__aexit__(None, None, None)
    await second.__aexit__(None, None, None)
    assert await ask(addresses[0], "RETURN 1") == [[1]]
    kill(third)
    await nothing_runs(settings)


async def test_one_who_comes_as_the_last_one_leaves_gets_a_working_engine(settings: Settings) -> None:
    async def come(after: float) -> None:
        await asyncio.sleep(after)
        async with embedded_engine(settings) as address:
            assert await ask(address, "RETURN 1") == [[1]]

    for after in (0.0, 0.2):
        leaving = embedded_engine(settings)
        await leaving.__aenter__()
        await asyncio.gather(leaving.__aexit__(None, None, None), come(after))
        await nothing_runs(settings)


@pytest.mark.parametrize("after", [0.7, None])
async def test_a_killed_command_leaves_nothing_that_stops_the_next(settings: Settings, after: float | None) -> None:
    command = start_command(settings)
    if after is None:
        assert (await said(command)).startswith("bolt://127.0.0.1:")
    else:
        await asyncio.sleep(after)  # in the middle of its first start
    kill(command)
    async with embedded_engine(settings) as address:
        assert await ask(address, "RETURN 1") == [[1]]
    await nothing_runs(settings)


async def test_a_killed_java_loses_no_acknowledged_write_and_keeps_no_part_of_one(settings: Settings) -> None:
    async with embedded_engine(settings) as address:
        await ask(address, "UNWIND range(1, 500) AS i CREATE (:Kept {id: toString(i)})")
        async with driver_of(address) as driver, driver.session(database=address.database) as session:
            half_way = await session.begin_transaction()
            await (await half_way.run("UNWIND range(1, 500) AS i CREATE (:Lost {id: toString(i)})")).consume()
            java_of(settings).kill()
            await nothing_runs(settings)
            async with embedded_engine(settings) as anew:
                assert anew.uri != address.uri
                assert await ask(anew, "MATCH (n:Kept) RETURN count(n)") == [[500]]
                assert await ask(anew, "MATCH (n:Lost) RETURN count(n)") == [[0]]
            with pytest.raises((DriverError, Neo4jError)):
                await half_way.commit()


async def test_a_killed_keeper_leaves_no_java_and_the_next_start_works(settings: Settings) -> None:
    async with embedded_engine(settings) as address:
        await ask(address, "CREATE (:Kept {id: 'a'})")
        keeper_of(settings).kill()
        if sys.platform == "linux":
            await nothing_runs(settings)
        async with embedded_engine(settings) as anew:
            assert await ask(anew, "MATCH (n:Kept) RETURN count(n)") == [[1]]


async def test_an_orphaned_java_is_ended_by_the_next_start(settings: Settings) -> None:
    folder = EngineFolder.of_home(settings.samband_home)
    folder.make()
    folder.prepare(LOGGING)
    orphan = await asyncio.create_subprocess_exec(
        *start_line(folder.path, 512), cwd=folder.path, env=environment(), stdout=PIPE, stderr=STDOUT
    )
    assert orphan.stdout
    await orphan.stdout.readuntil(b"Server started in")
    async with embedded_engine(settings) as address:
        assert await ask(address, "RETURN 1") == [[1]]
    await orphan.communicate()


async def test_a_stale_endpoint_is_no_hindrance(settings: Settings) -> None:
    folder = EngineFolder.of_home(settings.samband_home)
    folder.make()
    with socket.create_server(("127.0.0.1", 0)) as stranger:  # has the old port, and never answers
        port = stranger.getsockname()[1]
        for left in ("", "{", "[]", '{"port": "x"}', json.dumps({"port": port, "token": "old"})):
            folder.endpoint.write_text(left)
            assert not (await engine_status(settings)).running
        folder.endpoint.write_text(left)
        async with embedded_engine(settings) as address:
            assert await ask(address, "RETURN 1") == [[1]]


async def test_a_lost_password_and_a_torn_configuration_are_mended(settings: Settings) -> None:
    async with embedded_engine(settings) as before:
        await ask(before, "CREATE (:Kept {id: 'a'})")
    folder = settings.samband_home / "engine"
    (folder / "password").unlink()
    (folder / "databases" / before.database / "configuration.json").write_text("")
    async with embedded_engine(settings) as address:
        assert address.password != before.password
        assert await ask(address, "MATCH (n:Kept) RETURN count(n)") == [[1]]


async def test_it_can_be_stopped_under_its_users(settings: Settings) -> None:
    assert not await stop_engine(settings)
    async with embedded_engine(settings):
        assert await stop_engine(settings)
        await nothing_runs(settings)
        assert not await stop_engine(settings)


async def test_a_terminated_keeper_ends_its_engine_in_good_order(settings: Settings) -> None:
    async with embedded_engine(settings):
        keeper_of(settings).send_signal(signal.SIGTERM)
        await nothing_runs(settings)
    assert "ArcadeDB Server is down" in EngineFolder.of_home(settings.samband_home).log.read_text()


async def test_a_folder_named_in_swedish_works_in_a_plain_locale(settings: Settings) -> None:
    command = start_command(settings, LC_ALL="C", JAVA_TOOL_OPTIONS="-Xmx1k")
    assert (await said(command)).startswith("bolt://127.0.0.1:")
    kill(command)


async def test_too_much_memory_is_a_clear_error(settings: Settings) -> None:
    greedy = settings.model_copy(update={"samband_engine_memory_mb": 10**12})
    with pytest.raises(EngineStartError) as error:
        async with embedded_engine(greedy):
            pass
    text = error.value.say("en")
    assert "Could not reserve enough space" in text
    assert str(settings.samband_home / "engine" / "engine.log") in text
    assert "SAMBAND_ENGINE_MEMORY_MB" in text
    async with embedded_engine(settings) as address:
        assert await ask(address, "RETURN 1") == [[1]]


async def test_a_folder_that_cannot_be_used_is_a_clear_error(settings: Settings, tmp_path: Path) -> None:
    folder = EngineFolder.of_home(settings.samband_home)
    folder.make()
    (folder.path / "databases").write_text("not a folder")
    with pytest.raises(EngineStartError, match="databases") as in_keeper:
        async with embedded_engine(settings):
            pass
    assert str(folder.keeper_log) in in_keeper.value.say("en")
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(EngineStartError, match="SAMBAND_HOME"):
        async with embedded_engine(Settings(samband_home=tmp_path / "file")):
            pass
