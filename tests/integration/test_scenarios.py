"""Scenarios on a database: kept, read again, asked, compared; and the facts as they were."""

from pathlib import Path
from typing import Any

import pytest

from graph.database.store import Store
from graph.errors import QuestionError, ScenarioError
from graph.facts.facts import Evidence, Fact
from graph.ontology.kinds import Exchange, InformationEntity, System
from graph.scenarios.scenario_store import MOST, delete, kept, parsed, save, scenario, scenarios
from graph.scenarios.steps import Scenario
from loaders.sources.register.export import export
from queries.asking.service import QuestionService
from queries.overviews.comparing import compare, headlines, like_with_like
from queries.overviews.scenario_effect import keep, tried
from tests.worlds import link, put, thing

OLD, OTHER, READER = thing(System, "old"), thing(System, "other", used_since="2000"), thing(System, "reader")
NOTE, IMAGE = thing(InformationEntity, "note"), thing(InformationEntity, "image")
OUT = thing(Exchange, "out")
WORLD: tuple[Fact, ...] = (
    OLD, OTHER, READER, NOTE, IMAGE, OUT,
    link(OLD, "masters", NOTE), link(OTHER, "stores", NOTE), link(OTHER, "masters", IMAGE),
    link(OLD, "provides", OUT), link(OUT, "carries", NOTE), link(READER, "consumes", OUT), link(READER, "reads", NOTE),
)  # fmt: skip


def told(*steps: dict[str, Any], id: str = "less", **more: Any) -> Scenario:
    return parsed({"id": id, "name": id.capitalize(), "steps": list(steps), **more}, "test")


WITHOUT_OLD = told({"do": "remove", "id": "old"})


async def test_it_is_kept_and_another_service_reads_and_asks_it(store: Store) -> None:
    await put(store, *WORLD)
    await keep(store, QuestionService(store).snapshots, WITHOUT_OLD)
    assert await scenarios(store) == [WITHOUT_OLD]
    assert await scenario(store, "less") == WITHOUT_OLD
    service: Any = QuestionService(store)
    of_facts, of_scenario = (
        await service.evaluate("last_holder"),
        await service.evaluate("last_holder", scenario="less"),
    )
    assert [row.entity.id for row in of_facts.rows] == ["image"]
    assert [(row.entity.id, row.holder.id) for row in of_scenario.rows] == [("image", "other"), ("note", "other")]
    await delete(store, "less")
    assert await kept(store) == []
    with pytest.raises(QuestionError, match="There is no scenario 'less'"):
        await service.evaluate("last_holder", scenario="less")


async def test_the_facts_are_as_they_were(store: Store, tmp_path: Path) -> None:
    await put(store, *WORLD)
    revision = await store.revision()
    await export(store, tmp_path / "before")
    service = QuestionService(store)
    await keep(store, service.snapshots, WITHOUT_OLD)
    for stem in headlines():
        await compare(service, stem, "less")
    assert await store.revision() == revision
    await export(store, tmp_path / "after")
    assert _files(tmp_path / "before") == _files(tmp_path / "after")
    await delete(store, "less")
    assert await store.revision() == revision


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_it_is_told_what_it_would_do_and_which_information_nobody_would_hold(store: Store) -> None:
    await put(store, *WORLD)
    effect = await tried(QuestionService(store).snapshots, told({"do": "remove", "id": "other"}))
    assert [each.id for each in effect.gone] == ["other"]
    assert [each.id for each in effect.unheld] == ["image"]
    assert (effect.relations_gone, effect.relations_new) == (2, 0)
    effect = await tried(
        QuestionService(store).snapshots, told({"do": "replace", "id": "other", "by": "new", "name": "New"})
    )
    assert ([each.name for each in effect.new], effect.unheld) == (["New"], ())


async def test_it_is_compared_with_the_facts_and_with_another(store: Store) -> None:
    await put(store, *WORLD)
    service = QuestionService(store)
    await keep(store, service.snapshots, WITHOUT_OLD)
    await keep(store, service.snapshots, told({"do": "remove", "id": "other"}, id="more"))
    found: Any = await compare(service, "last_holder", "less")
    assert ([row.entity.id for row in found.opened], found.closed, found.same) == (["note"], (), 1)
    back: Any = await compare(service, "last_holder", "more", "less")
    assert [(row.entity.id, row.holder.id) for row in back.opened] == [("note", "old")]
    assert [(row.entity.id, row.holder.id) for row in back.closed] == [("image", "other"), ("note", "other")]
    assert (back.before, back.after) == ("less", "more")


async def test_what_only_it_says_is_assumed_by_it(store: Store) -> None:
    await put(store, *WORLD)
    service: Any = QuestionService(store)
    await keep(store, service.snapshots, told({"do": "replace", "id": "other", "by": "new", "name": "New"}, id="swap"))
    (row,) = (await service.evaluate("last_holder", scenario="swap")).rows
    assumed = {shown.about: shown for shown in row.evidence if shown.evidence is Evidence.ASSUMED}
    assert {f"{System.__name__}/new"} < assumed.keys()
    assert {shown.source for shown in assumed.values()} == {"Swap"}


async def test_changed_at_the_same_revision_it_is_answered_anew(store: Store) -> None:
    await put(store, *WORLD)
    service: Any = QuestionService(store)
    await save(store, WITHOUT_OLD)
    assert (await service.evaluate("last_holder", scenario="less")).total == 2
    await save(store, told({"do": "remove", "id": "reader"}))
    assert (await service.evaluate("last_holder", scenario="less")).total == 1


async def test_after_a_load_it_is_compared_on_the_new_graph(store: Store) -> None:
    await put(store, *WORLD)
    service = QuestionService(store)
    await save(store, WITHOUT_OLD)
    assert (await compare(service, "last_holder", "less")).opened_total == 1
    third = thing(System, "third")
    await put(store, *WORLD, third, link(third, "stores", NOTE))
    found = await compare(service, "last_holder", "less")
    assert (found.opened_total, found.revision) == (0, await store.revision())


async def test_one_that_looks_at_a_day_is_compared_with_the_facts_of_that_day(store: Store) -> None:
    await put(store, *WORLD)
    service: Any = QuestionService(store)
    await save(store, told({"do": "remove", "id": "reader"}, as_of="1999"))
    answer = await service.evaluate("last_holder", scenario="less")
    assert [(row.entity.id, row.holder.id) for row in answer.rows] == [("note", "old")]
    assert answer.parameters["as_of"] == "1999-01-01"
    asked = await like_with_like(store, "less", None, None)
    found = await compare(service, "last_holder", "less", **asked)
    assert (asked, found.opened_total, found.closed_total, found.same) == ({"as_of": "1999"}, 0, 0, 1)
    assert (await compare(service, "last_holder", "less")).closed_total == 1


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([{"do": "remove", "id": "oldd"}], "step 1: there is no System 'oldd' (did you mean 'old'?)"),
        ([{"do": "remove", "id": "old"}, {"do": "remove", "id": "old"}], "step 2: there is no System 'old'"),
    ],
)
async def test_one_whose_steps_cannot_be_taken_is_not_kept(
    store: Store, steps: list[dict[str, Any]], said: str
) -> None:
    await put(store, *WORLD)
    with pytest.raises(ScenarioError) as wrong:
        await keep(store, QuestionService(store).snapshots, told(*steps))
    assert said in str(wrong.value)
    assert await kept(store) == []


async def test_one_that_can_no_longer_be_taken_says_which_step(store: Store) -> None:
    await put(store, *WORLD)
    service = QuestionService(store)
    await keep(store, service.snapshots, WITHOUT_OLD)
    await put(store, OTHER)
    with pytest.raises(ScenarioError, match="Scenario less, step 1"):
        await service.evaluate("last_holder", scenario="less")
    assert (await service.evaluate("last_holder")).total == 0


async def test_no_more_are_kept_than_can_be_chosen_from(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.scenarios.scenario_store.MOST", 1)
    assert MOST > 100
    await save(store, WITHOUT_OLD)
    await save(store, WITHOUT_OLD)
    with pytest.raises(ScenarioError, match="Delete one first"):
        await save(store, told({"do": "remove", "id": "old"}, id="second"))
