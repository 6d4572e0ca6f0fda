"""Files that were loaded and have not changed are known by their bytes; whatever else could change is read again."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.database.store import Store
from loaders.runs import files_read_before
from loaders.runs.dataset_runs import rename
from loaders.runs.run import InvalidSourceError, RunReport, load
from loaders.runs.undo import undo
from loaders.sources.formats import recognised
from loaders.sources.register import SOURCE

SYSTEMS = "id,name\nlab,Laboratory\nehr,Record\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register of two systems."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "System.csv").write_text(SYSTEMS, encoding="utf-8")
    return folder


async def loaded(store: Store, path: Path, **options: Any) -> tuple[RunReport, bool]:
    """A report, and whether the files were read for it: a reading asks for all that the graph knows."""
    before = store.round_trips
    report = await load(store, recognised(path), path, **options)
    return report, store.round_trips - before > 3


async def test_the_same_bytes_are_not_read_again(store: Store, register: Path) -> None:
    first, read = await loaded(store, register)
    assert (len(first.plan), read) == (2, True)
    for options in ({}, {"dry": True}, {"strict": True}):
        again, read = await loaded(store, register, **options)
        assert (len(again.plan), again.revision, again.dataset.id, read) == (0, 1, "mine", False)


async def test_a_byte_a_name_and_a_file_more_are_read(store: Store, register: Path) -> None:
    await loaded(store, register)
    (register / "System.csv").write_text(SYSTEMS.replace("Record", "Recorb"), encoding="utf-8")
    report, read = await loaded(store, register)
    assert (len(report.plan), read) == (1, True)
    (register / "Api.csv").write_text("id,name\ni,Interface\n", encoding="utf-8")
    report, read = await loaded(store, register)
    assert (len(report.plan), read) == (1, True)
    os.rename(register / "System.csv", register / "Systems.csv")
    assert (await loaded(store, register))[1] is True
    other = register.with_name("other")
    os.rename(register, other)
    report, read = await loaded(store, other)
    assert (report.dataset.id, len(report.plan), read) == ("other", 3, True)


async def test_another_order_is_read_once(store: Store, register: Path) -> None:
    await loaded(store, register)
    (register / "System.csv").write_text("id,name\nehr,Record\nlab,Laboratory\n", encoding="utf-8")
    assert [(await loaded(store, register))[1] for _ in range(2)] == [True, False]


async def test_what_another_dataset_changed_makes_them_be_read_once_more(
    store: Store, register: Path, tmp_path: Path
) -> None:
    await loaded(store, register)
    other = tmp_path / "other"
    os.mkdir(other)
    (other / "System.csv").write_text("id,name\nlab,Otherwise\n", encoding="utf-8")
    await loaded(store, other)
    assert [(await loaded(store, register))[1] for _ in range(2)] == [True, False]
    assert (await loaded(store, other))[1] is False


async def test_what_is_taken_back_or_renamed_is_read(store: Store, register: Path) -> None:
    await loaded(store, register)
    await undo(store, "mine")
    report, read = await loaded(store, register)
    assert (len(report.plan), read) == (2, True)
    await rename(store, "mine", "ours")
    report, read = await loaded(store, register)
    assert (report.dataset.id, read) == ("mine", True)


async def test_warnings_are_told_again_and_refuse_where_they_do(store: Store, register: Path) -> None:
    (register / "System.csv").write_text("id,name\nla b,Laboratory\nLAB,Other\nlab,Third\n", encoding="utf-8")
    first, _ = await loaded(store, register)
    again, read = await loaded(store, register)
    assert read is False
    for language in ("en", "sv"):
        told = [each.say(language) for each in first.warnings]
        assert told == [each.say(language) for each in again.warnings]
        assert len(told) == 2
    with pytest.raises(InvalidSourceError):
        await loaded(store, register, strict=True)


async def test_a_personal_number_that_was_allowed_once_is_refused_without_a_word(store: Store, register: Path) -> None:
    (register / "System.csv").write_text("id,name,description\nlab,L,19121212-1212\n", encoding="utf-8")
    for _ in range(2):
        report, _ = await loaded(store, register, allow_personal_numbers=True)
        assert len(report.warnings) == 1
    with pytest.raises(InvalidSourceError):
        await loaded(store, register)


async def test_on_another_day_they_are_read(store: Store, register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await loaded(store, register)

    class Later(date):
        @classmethod
        def today(cls) -> "Later":
            return cls(2999, 1, 1)

    monkeypatch.setattr(files_read_before, "date", Later)
    assert (await loaded(store, register))[1] is True


def test_what_cannot_be_known_again_has_no_mark(register: Path, tmp_path: Path) -> None:
    def mark(path: Path) -> str | None:
        return files_read_before.mark_of(SOURCE, path, None, allow_personal_numbers=False)

    assert mark(register) == mark(register)
    (register / ".hidden").write_text("of no account", encoding="utf-8")
    assert mark(register) == mark(Path(os.path.relpath(register)))
    assert mark(tmp_path / "nowhere") is None
    os.mkfifo(register / "pipe.csv")
    assert mark(register) is None
