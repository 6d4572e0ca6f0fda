"""A disk that is full: it is said, with what to do, and the graph is as it was once there is room again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from benchmarks.worlds import World
from graph.embedded.engine import stop_engine
from graph.embedded.engine_folder import EngineFolder
from graph.embedded.full_disk import is_full, written
from graph.errors import EngineError, FullDiskError
from graph.settings import Settings
from loaders.runs.recovery import opened
from loaders.runs.run import load
from loaders.sources.formats import recognised
from tests.integration.test_crash import whole
from tests.neo4j.server import neo4j_available, neo4j_server

LEFT = 5_000
"""Bytes that a full disk still has: less than a run writes."""


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """A disk of its own at `place`, in memory."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("A disk that can be filled takes a Linux that lets this user mount one")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Leave next to nothing of its room; the file that takes it."""
    room = os.statvfs(disk)
    filler = disk / "filler"
    filler.write_bytes(b"x" * max(0, room.f_bavail * room.f_frsize - LEFT))
    return filler


def worlds(folder: Path) -> list[Path]:
    """A small register, and a larger one to load over it."""
    World(systems=20, exchanges=60, seed=1).write(folder / "1")
    World(systems=40, exchanges=120, seed=2).write(folder / "2")
    return [folder / "1", folder / "2"]


async def test_a_full_disk_of_the_embedded_engine_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    first, second = worlds(tmp_path / "worlds")
    with small_disk(tmp_path / "disk", 60) as disk:
        settings = Settings(_env_file=None, neo4j_uri=None, samband_home=disk, samband_engine_memory_mb=512)
        try:
            async with opened(settings) as store:
                await load(store, recognised(first), first, allow_removals=True)
                before = await whole(store)
                filler = fill(disk)
                with pytest.raises(FullDiskError) as told:
                    await load(store, recognised(second), second, allow_removals=True)
            for text in (told.value.say("en"), told.value.say("sv")):
                assert str(disk / "engine") in text
                assert "SAMBAND_HOME" in text
            assert "The disk is full" in told.value.say("en")
            filler.unlink()
            async with opened(settings) as store:
                assert await whole(store) == before
                assert (await load(store, recognised(second), second, allow_removals=True)).revision == before[1] + 1
        finally:
            await stop_engine(settings)


async def test_an_engine_that_cannot_start_on_a_full_disk_says_so(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 60) as disk:
        settings = Settings(_env_file=None, neo4j_uri=None, samband_home=disk, samband_engine_memory_mb=512)
        filler = fill(disk)
        with pytest.raises(FullDiskError, match="Make room"):
            async with opened(settings):
                pass
        filler.unlink()
        async with opened(settings) as store:
            assert await store.revision() == 0


@pytest.mark.long
async def test_a_full_disk_of_neo4j_is_guessed_and_nothing_is_half_written(tmp_path: Path) -> None:
    if missing := neo4j_available():
        pytest.skip(f"Neo4j half not run: {missing}")
    first, second = worlds(tmp_path / "worlds")
    with small_disk(tmp_path / "disk", 200) as disk:
        with neo4j_server(disk, heap_mb=600) as there:
            async with opened(settings_of(*there)) as store:
                await load(store, recognised(first), first, allow_removals=True)
                before = await whole(store)
                filler = fill(disk)
                with pytest.raises(EngineError, match="disk is full"):
                    await load(store, recognised(second), second, allow_removals=True)
        filler.unlink()
        with neo4j_server(disk, heap_mb=600) as there:
            async with opened(settings_of(*there)) as store:
                assert await whole(store) == before


def settings_of(uri: str, user: str, password: str, database: str) -> Settings:
    """Settings that lead to a Neo4j."""
    return Settings(
        _env_file=None, neo4j_uri=uri, neo4j_user=user, neo4j_password=SecretStr(password), neo4j_database=database
    )


def test_what_the_engine_said_of_the_disk_before_this_command_is_not_told_again(tmp_path: Path) -> None:
    folder = EngineFolder.of_home(tmp_path)
    folder.make()
    assert not is_full(folder)
    folder.log.write_text("java.io.IOException: No space left on device\n")
    assert is_full(folder)
    assert not is_full(folder, written(folder))
    folder.log.write_text("java.io.IOException: No space left\n")
    assert not is_full(folder, 1000)
