"""Scenarios on pages: made by forms alone, shown as what they are, compared, and never mistaken for the facts."""

import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio

from graph.database.store import Store
from graph.facts.facts import Ref
from graph.ontology.kinds import Exchange, System
from graph.scenarios.scenario_store import kept, save, scenario
from graph.scenarios.steps import Scenario
from tests.integration.test_pages import HOSTILE, Elements, client, read
from tests.integration.test_scenarios import WITHOUT_OLD, WORLD, told
from tests.worlds import put
from visualisations.wording.addresses import (
    answer_map_address,
    map_address,
    question_address,
    scenario_address,
    scenarios_address,
    thing_address,
)

Given = dict[str, str | list[str]]


@pytest_asyncio.fixture(loop_scope="session")
async def pages(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    async with client(store) as reader:
        yield reader


async def send(pages: httpx.AsyncClient, address: str, given: Given, **headers: str) -> httpx.Response:
    return await pages.post(address, data=given, headers=headers)


async def sole(store: Store) -> Scenario:
    (only,) = await kept(store)
    return await scenario(store, only.id)


def options(page: Elements) -> list[tuple[str | None, bool]]:
    return [(each["value"], "selected" in each) for tag, each in page.elements if tag == "option"]


# --- Making one


async def test_one_is_made_step_by_step_without_yaml(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, *WORLD)
    page = Elements(await read(pages, scenarios_address()))
    address = next(each for each in page.addresses() if "do=replace" in each)
    form = Elements(await read(pages, address))
    assert ("old", False) in options(form)
    given: Given = {"do": "replace", "id": "old", "by": "", "name": "Nytt ÅÄÖ", "title": "Öppna upp", "day": ""}
    response = await send(pages, scenarios_address(), given)
    assert (response.status_code, response.headers["location"]) == (303, scenario_address("oppna-upp"))
    page = Elements(await read(pages, response.headers["location"]))
    assert "Old is replaced by a new system, Nytt ÅÄÖ." in page.text
    more = next(each for each in page.addresses() if "do=add-exchange" in each)
    assert ("nytt-aao", False) in options(Elements(await read(pages, more)))
    given = {
        "do": "add-exchange", "to": "oppna-upp", "name": "Out", "provider": "nytt-aao",
        "consumers": ["reader", "other"], "carries": "note", "timing": "batch",
    }  # fmt: skip
    assert (await send(pages, scenarios_address(), given)).status_code == 303
    first, second = (await sole(store)).model_dump(exclude_none=True, exclude_defaults=True)["steps"]
    assert first == {"do": "replace", "id": "old", "by": "nytt-aao", "name": "Nytt ÅÄÖ"}
    assert (second["id"], second["consumers"], second["carries"]) == ("out-2", ("reader", "other"), ("note",))
    await send(pages, scenario_address("oppna-upp"), {"step": "1"})
    assert len((await sole(store)).steps) == 2, "the second step needs the first"
    await send(pages, scenario_address("oppna-upp"), {"step": "2"})
    assert len((await sole(store)).steps) == 1
    assert "only step" in (await send(pages, scenario_address("oppna-upp"), {"step": "1"})).text


async def test_a_thing_of_any_removable_kind_is_taken_away(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, *WORLD)
    form = Elements(await read(pages, scenarios_address(do="remove", kind=Exchange.__name__)))
    assert (Exchange.__name__, True) in options(form)
    assert ("out", False) in options(form)
    given: Given = {"do": "remove", "kind": Exchange.__name__, "id": "out", "title": "Less"}
    assert (await send(pages, scenarios_address(), given)).status_code == 303
    assert "Exchange Out is taken away." in Elements(await read(pages, scenarios_address())).text


async def test_several_steps_are_written_as_yaml_and_changed(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, *WORLD)
    text = "id: less\nname: Less\nsteps:\n  - {do: remove, id: old}\n  - {do: remove, id: reader}\n"
    assert (await send(pages, scenarios_address(), {"yaml": text})).status_code == 303
    again = await send(pages, scenarios_address(), {"yaml": text})
    assert (again.status_code, "There is a scenario 'less' already" in Elements(again.text).text) == (422, True)
    changed = text.replace("Less", "Fewer")
    assert (await send(pages, scenarios_address(), {"yaml": changed, "replacing": "less"})).status_code == 303
    assert (await sole(store)).name == "Fewer"
    assert "name: Fewer" in Elements(await read(pages, scenario_address("less"))).text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"do": "remove", "title": "X"}, "Choose what is taken away."),
        ({"do": "replace", "id": "old", "title": "X"}, "Choose the system that takes over, or name a new one."),
        ({"do": "remove", "id": "old"}, "The scenario has no name."),
        ({"do": "remove", "id": "oldd", "title": "X"}, "did you mean 'old'?"),
        ({"do": "burn", "id": "old", "title": "X"}, "step 1 is"),
        ({"do": "remove", "id": "old", "title": "X", "day": "soon"}, "\"As of\" is 'soon'"),
        ({"do": "remove", "id": "old", "to": "nothing"}, "There is no scenario 'nothing'"),
        ({"yaml": "id: [<b>"}, "YAML:1"),
        ({}, "The scenario has no name."),
    ],
)
async def test_what_is_wrong_is_told_beside_what_was_filled_in(
    store: Store,
    pages: httpx.AsyncClient,
    given: Given,
    said: str,
) -> None:
    await put(store, *WORLD)
    response = await send(pages, scenarios_address(), given)
    page = Elements(response.text)
    assert (response.status_code, said in page.text) == (422, True), page.text
    assert await kept(store) == []
    if given.get("do") == "replace":
        assert ("old", True) in options(page)


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"},
     {"Origin": "null"}],
)  # fmt: skip
async def test_a_page_of_another_site_can_neither_make_nor_delete_one(
    store: Store,
    pages: httpx.AsyncClient,
    headers: dict[str, str],
) -> None:
    await put(store, *WORLD)
    await save(store, WITHOUT_OLD)
    given: Given = {"do": "remove", "id": "old", "title": "Evil"}
    assert (await send(pages, scenarios_address(), given, **headers)).status_code == 403
    assert (await send(pages, scenario_address("less"), {"action": "delete"}, **headers)).status_code == 403
    assert [each.id for each in await kept(store)] == ["less"]


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}])
async def test_it_is_deleted_by_a_form_of_our_own(
    store: Store,
    pages: httpx.AsyncClient,
    headers: dict[str, str],
) -> None:
    await save(store, WITHOUT_OLD)
    response = await send(pages, scenario_address("less"), {"action": "delete"}, **headers)
    assert (response.status_code, response.headers["location"]) == (303, scenarios_address())
    assert await kept(store) == []
    await read(pages, scenario_address("less"), 404)


# --- Showing one


async def test_it_shows_its_steps_its_effect_and_what_opens(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, *WORLD)
    await save(store, WITHOUT_OLD)
    await save(store, told({"do": "remove", "id": "other"}, id="more"))
    page = Elements(await read(pages, scenario_address("less")))
    assert thing_address(Ref(System.__name__, "old"), scenario="less") in page.addresses()
    assert map_address("landscape", scenario="less") in page.addresses()
    for said in ("System Old is taken away.", "not the facts", "Compared with the facts", "Opens: 1"):
        assert said in page.text
    assert question_address("last_holder", scenario="less") in page.addresses()
    other = Elements(await read(pages, scenario_address("less", against="more")))
    assert "Compared with More" in other.text
    assert ("more", True) in options(other)
    loss = Elements(await read(pages, scenario_address("more")))
    assert "Information that loses its last holder: 1" in loss.text
    swedish = await read(pages, scenario_address("more", lang="sv"))
    assert "System Other tas bort." in Elements(swedish).text
    for address in (scenario_address("less", against="nothing"), scenario_address("less", as_of="soon")):
        await read(pages, address, 422)


async def test_one_that_can_no_longer_be_taken_is_still_shown(store: Store, pages: httpx.AsyncClient) -> None:
    await save(store, WITHOUT_OLD)
    page = Elements(await read(pages, scenario_address("less"), 422))
    assert "Scenario less, step 1" in page.text
    assert "Delete the scenario" in page.text
    await read(pages, scenarios_address(do="remove", to="less"), 422)


# --- Questions asked of one


async def test_pages_of_another_graph_say_so_at_their_top(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, *WORLD)
    await save(store, WITHOUT_OLD)
    for address in (question_address, answer_map_address):
        page = Elements(await read(pages, address("last_holder", scenario="less", as_of="2020-01-01")))
        said = page.text
        assert said.index("Scenario:") < said.index("not the facts") < said.index("As of 1 January 2020")
        assert said.index("As of 1 January 2020") < said.index("Which information", said.index("Scenario:"))
        assert scenario_address("less") in page.addresses()
        assert address("last_holder") in page.addresses()
        plain = Elements(await read(pages, address("last_holder")))
        assert "not the facts" not in plain.text
        assert not [each for tag, each in plain.elements if each.get("class") == "asked-of"]


async def test_the_form_offers_the_scenarios_that_are_kept_and_a_day(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, *WORLD)
    address = question_address("last_holder")
    first = await pages.get(address)
    assert "in-scenario" not in first.text
    await save(store, WITHOUT_OLD)
    second = await pages.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (second.status_code, 'id="in-scenario"' in second.text) == (200, True)
    again = await pages.get(address, headers={"If-None-Match": second.headers["etag"]})
    assert again.status_code == 304
    page = Elements(await read(pages, question_address("last_holder", scenario="less", as_of="2020")))
    assert ("less", True) in options(page)
    days = [each for tag, each in page.elements if tag == "input" and each.get("name") == "as_of"]
    asked = [("hidden", "2020"), ("date", "2020-01-01")]
    assert [(each["type"], each["value"]) for each in days] == asked, "the search of every page, and the form"


async def test_what_may_change_while_the_revision_stands_is_not_stored(
    store: Store,
    pages: httpx.AsyncClient,
) -> None:
    await put(store, *WORLD)
    await save(store, WITHOUT_OLD)
    for address in (
        question_address("last_holder", scenario="less"), question_address("last_holder", "json", scenario="less"),
        answer_map_address("last_holder", scenario="less"), scenarios_address(), scenario_address("less"),
    ):  # fmt: skip
        response = await pages.get(address)
        assert (response.headers["cache-control"], "etag" in response.headers) == ("no-store", False), address
    name = (await pages.get(question_address("last_holder", "csv", scenario="less"))).headers["content-disposition"]
    assert "scenario-less" in name


async def test_what_only_a_scenario_has_leads_to_its_page_of_the_scenario(
    store: Store, pages: httpx.AsyncClient
) -> None:
    await put(store, *WORLD)
    await save(store, told({"do": "replace", "id": "other", "by": "new", "name": "Brand new"}, id="swap"))
    for address in (question_address("last_holder", scenario="swap"), scenario_address("swap")):
        page = Elements(await read(pages, address))
        assert "Brand new" in page.text
        assert thing_address(Ref(System.__name__, "new"), scenario="swap") in page.addresses()
        for each in page.addresses():
            if each.startswith(("/thing", "/question", "/scenarios")):
                await read(pages, each)
    text = Elements(await read(pages, question_address("last_holder", scenario="swap"))).text
    assert "Assumed in a scenario" in text
    assert "Run 0" not in text


async def test_hostile_scenarios_come_out_as_text(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, *WORLD)
    for number, text in enumerate(HOSTILE):
        steps: list[dict[str, Any]] = [{"do": "replace", "id": "old", "by": text, "name": text}]
        id = text.strip() if number else "."
        await save(store, told(*steps, id=id, description=text))
        for address in (scenarios_address(), scenario_address(id), question_address("last_holder", scenario=id)):
            page = Elements(await read(pages, address))
            assert not [tag for tag, each in page.elements if tag in ("img", "style") or "onload" in each]
            assert text.capitalize() in page.text or address.startswith("/question"), address


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"day": "soon"}, "scenario: \"As of\" is 'soon': it is not a date"),
        ({"title": "x\x07"}, 'scenario: "Name of the scenario" is'),
        ({"timing": "now"}, "scenario: step 1, \"When it moves\" is 'now': write one of: "),
        ({"provider": "x\x07"}, 'scenario: step 1, "Who provides" is'),
        ({"carries": "a\x07,note"}, 'scenario: step 1, "Information that it carries".0 is'),
        ({"do": "replace", "id": "old", "by": "\x07"}, 'scenario: step 1, "The system that takes over" is'),
    ],
)
async def test_a_field_that_is_filled_in_wrongly_is_called_as_on_the_form(
    store: Store, pages: httpx.AsyncClient, wrong: Given, told: str
) -> None:
    await put(store, *WORLD)
    given = {"do": "add-exchange", "title": "X", "name": "Out", "provider": "old", "consumers": "reader", **wrong}
    response = await send(pages, scenarios_address(), given)
    assert (response.status_code, told in Elements(response.text).text) == (422, True), Elements(response.text).text
    swedish = await send(pages, scenarios_address(), given, **{"Accept-Language": "sv"})
    assert re.search("”[A-ZÅÄÖ][^”]*”", Elements(swedish.text).text)
