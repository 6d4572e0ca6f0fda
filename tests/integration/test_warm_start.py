"""A server that starts again begins with the snapshot of the last one, and is never wrong for it."""

import asyncio
from pathlib import Path

import pytest

from graph.database.store import Store
from graph.ontology.kinds import System
from graph.settings import Settings
from graph.snapshot import growth_reading
from graph.snapshot.snapshot_file import SnapshotFile
from graph.snapshot.snapshot_reading import HeldSnapshot, read_anew
from loaders.runs.recovery import opened
from queries.asking import snapshot_writing
from queries.asking.snapshot_writing import kept_in_file, write_newest
from queries.asking.snapshots import Snapshots
from tests.conftest import empty
from tests.snapshots_alike import whole
from tests.worlds import put, thing


@pytest.fixture
def file(tmp_path: Path) -> SnapshotFile:
    return SnapshotFile(tmp_path / "one.snapshot")


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The revisions at which the graph was read anew."""
    seen: list[int] = []

    async def counted(store: Store) -> HeldSnapshot:
        held = await read_anew(store)
        seen.append(held.version.revision)
        return held

    monkeypatch.setattr(growth_reading, "read_anew", counted)
    return seen


async def restarted(store: Store, file: SnapshotFile) -> HeldSnapshot:
    """What another process begins with."""
    kept = Snapshots(store, file=SnapshotFile(file.path))
    await kept.snapshot()
    assert kept.newest is not None
    assert whole(kept.newest.snapshot) == whole((await read_anew(store)).snapshot)
    return kept.newest


async def test_a_restart_reads_nothing_anew_and_grows_by_what_came_meanwhile(
    store: Store, file: SnapshotFile, readings: list[int]
) -> None:
    await put(store, thing(System, "a"))
    first = Snapshots(store, file=file)
    async with kept_in_file(first, store, file):
        await first.snapshot()
    assert readings == [1]
    await restarted(store, file)
    await put(store, thing(System, "a"), thing(System, "b"))
    assert len((await restarted(store, file)).snapshot) == 2
    assert readings == [1]


async def test_another_graph_at_the_same_revision_is_read_anew(
    store: Store, file: SnapshotFile, readings: list[int]
) -> None:
    await put(store, thing(System, "a"))
    kept = Snapshots(store, file=file)
    await kept.snapshot()
    assert await write_newest(kept, store, file)
    await empty(store)
    await put(store, thing(System, "other"))
    assert {node.id for node in (await restarted(store, file)).snapshot} == {"other"}
    assert readings == [1, 1]


async def test_a_damaged_file_costs_a_reading_and_nothing_else(
    store: Store, file: SnapshotFile, readings: list[int]
) -> None:
    await put(store, thing(System, "a"))
    kept = Snapshots(store, file=file)
    await kept.snapshot()
    await write_newest(kept, store, file)
    file.path.write_bytes(file.path.read_bytes()[:-40])
    await restarted(store, file)
    assert readings == [1, 1]


async def test_what_is_no_longer_the_graph_s_is_not_written(store: Store, file: SnapshotFile) -> None:
    await put(store, thing(System, "a"))
    kept = Snapshots(store, file=file)
    await kept.snapshot()
    await put(store, thing(System, "b"))
    assert not await write_newest(kept, store, file)
    assert not file.path.exists()


async def test_a_graph_of_an_older_program_is_known_again_once_it_was_opened(store: Store, settings: Settings) -> None:
    await put(store, thing(System, "a"))
    bare = "MATCH (g:Graph {id: 'samband'}) SET g.schema = 'older', g.content = null"
    await store.write(lambda write: write.run(bare))
    async with opened(settings) as again:
        named = await again.version()
        assert (named.revision, named.content is not None) == (1, True)
    async with opened(settings) as again:
        assert await again.version() == named


async def test_it_is_written_while_the_server_runs(
    store: Store, file: SnapshotFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_writing, "SOON", 0.01)
    await put(store, thing(System, "a"))
    kept = Snapshots(store, file=file)
    async with kept_in_file(kept, store, file):
        await kept.snapshot()
        for _ in range(1_000):
            if file.version is not None:
                break
            await asyncio.sleep(0.01)
        assert file.version == (await store.version())
