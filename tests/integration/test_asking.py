"""What is kept of answers, and what is let go."""

import gc

import pytest

from graph.database.store import Store
from graph.ontology.kinds import System
from queries.asking import snapshots
from queries.asking.service import QuestionService
from tests.worlds import put, thing

WORLD = [thing(System, f"s{number}") for number in range(3)]


async def test_of_kept_answers_the_oldest_go_where_their_findings_are_too_many(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(store, *WORLD)
    service = QuestionService(store)

    async def kept_after(most: int, **values: str) -> list[int]:
        monkeypatch.setattr("queries.asking.service.KEPT_FINDINGS", most)
        await service.evaluate("no_owner", **values)
        return [len(found) for found in service._found.values()]

    assert await kept_after(5, kind="System") == [3]
    assert await kept_after(5, kind="Api") == [3, 0]
    assert await kept_after(5) == [0, 3]
    assert await kept_after(2, as_of="2020") == [3]


async def test_a_large_snapshot_is_laid_aside_and_taken_back_before_the_next_is_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "LARGE", 2)
    service, before = QuestionService(store), gc.get_freeze_count()
    try:
        await put(store, *WORLD)
        assert (await service.evaluate("no_owner")).total == 3
        assert gc.get_freeze_count() > before
        await put(store, *WORLD[:2])
        assert (await service.evaluate("no_owner")).total == 2
        assert gc.get_freeze_count() == 0
    finally:
        gc.unfreeze()
