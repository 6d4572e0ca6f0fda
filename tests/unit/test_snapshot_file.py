"""The file of the last snapshot: what was written comes back, and what is not whole or not ours is not used."""

import stat
from pathlib import Path
from typing import Any

import pytest

from graph.database.graph_version import GraphVersion
from graph.settings import Settings
from graph.snapshot import snapshot_file, snapshot_lines
from graph.snapshot.snapshot import RunRecord, Snapshot
from graph.snapshot.snapshot_file import SnapshotFile, forget_files
from graph.snapshot.snapshot_reading import HeldSnapshot
from tests.integration.random_graphs import datasets
from tests.snapshots_alike import whole

RUNS = [
    RunRecord(1, "a", "2026-01-01T00:00:00+00:00", (1, 2, 3), ("System/x\tX",), 1, '[[["System","x"],"~"]]'),
    RunRecord(3, "b", "", (0, 0, 0), (), 0, "", True),
]


def held(seed: int) -> HeldSnapshot:
    made = Snapshot.of_facts(datasets(seed)["first"], 7)
    for number, node in enumerate(made):
        node.born, node.run = number, number + 1
    made.runs = tuple(RUNS)
    return HeldSnapshot(GraphVersion(7, "abc"), made)


@pytest.fixture
def file(tmp_path: Path) -> SnapshotFile:
    return SnapshotFile(tmp_path / "home" / "snapshots" / "one.snapshot")


@pytest.mark.parametrize("seed", range(8))
def test_what_was_written_comes_back(file: SnapshotFile, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(snapshot_lines, "BATCH", 2)
    before = held(seed)
    assert file.write(before)
    again = SnapshotFile(file.path).read()
    assert again is not None
    assert again.version == before.version
    assert whole(again.snapshot) == whole(before.snapshot)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700
    assert [each.name for each in file.path.parent.iterdir()] == ["one.snapshot"]


def test_what_is_cut_or_damaged_anywhere_is_not_used(file: SnapshotFile) -> None:
    file.write(held(1))
    good = file.path.read_bytes()
    for place in range(0, len(good), max(1, len(good) // 40)):
        file.path.write_bytes(good[:place])
        assert file.read() is None, f"cut at {place}"
        file.path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        assert file.read() is None, f"damaged at {place}"
    file.path.write_bytes(good)
    assert file.read() is not None


def test_one_of_another_program_or_of_a_graph_that_cannot_be_known_again_is_not_used(
    file: SnapshotFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert file.read() is None
    assert not file.write(held(1)._replace(version=GraphVersion(7, None)))
    file.write(held(1))
    monkeypatch.setattr(snapshot_file, "edition", lambda: "the next")
    assert file.read() is None


def test_one_that_is_too_large_or_cannot_be_written_leaves_the_one_before(
    file: SnapshotFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write(held(1))
    monkeypatch.setattr(snapshot_file, "MOST_BYTES", 100)
    assert not file.write(held(2))
    monkeypatch.undo()
    again = file.read()
    assert again is not None
    assert len(again.snapshot) == len(held(1).snapshot)
    assert [each.name for each in file.path.parent.iterdir()] == ["one.snapshot"]
    (file.path.parent / "no-folder").write_text("")
    assert not SnapshotFile(file.path.parent / "no-folder" / "two.snapshot").write(held(1))


def test_few_files_are_kept_and_none_once_something_is_forgotten_for_good(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, neo4j_uri=None, samband_home=tmp_path)
    for number in range(7):
        SnapshotFile(snapshot_file.folder(settings) / f"{number}.snapshot").write(held(1))
    assert len([*snapshot_file.folder(settings).iterdir()]) == snapshot_file.KEPT_FILES
    forget_files(settings)
    assert not [*snapshot_file.folder(settings).iterdir()]


def test_it_can_be_switched_off(tmp_path: Path) -> None:
    address: Any = type("Address", (), {"engine": None, "uri": "bolt://h:1", "database": "d"})
    settings = Settings(_env_file=None, neo4j_uri=None, samband_home=tmp_path)
    assert SnapshotFile.of(settings, address) is not None
    assert SnapshotFile.of(settings.model_copy(update={"samband_snapshot_file": False}), address) is None
