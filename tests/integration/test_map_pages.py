"""Maps on pages of another day and of a scenario: what is drawn, marked and carried on, and what is not there."""

from collections.abc import AsyncIterator

import httpx
import pytest_asyncio

from graph.database.store import Store
from graph.facts.facts import Ref
from graph.ontology.kinds import Exchange, System
from graph.scenarios.scenario_store import save
from graph.scenarios.steps import Addition, Removal, Replacement, Scenario
from queries.asking.snapshots import Snapshots
from tests.integration.test_pages import Elements, client, read
from tests.worlds import link, put, thing
from visualisations.maps.atlas import atlas
from visualisations.maps.draw import draw
from visualisations.wording.addresses import (
    map_address,
    question_address,
    scenario_address,
    surroundings_address,
    thing_address,
)

OLD, NEW = Ref(System.__name__, "old"), Ref(System.__name__, "zeta")
SWAP = Scenario(
    id="swap",
    name="Swap",
    steps=(
        Replacement(do="replace", id="old", by="zeta", name="Zeta"),
        Addition(do="add-exchange", id="x", provider="zeta", consumers=("later",)),
        Removal(do="remove", id="gone"),
    ),
)


@pytest_asyncio.fixture(loop_scope="session")
async def pages(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    old, user, later = (
        thing(System, "old"),
        thing(System, "user"),
        thing(System, "later", used_since="2040", aliases=("Late", "Last")),
    )
    flow = thing(Exchange, "flow")
    await put(
        store, old, user, later, thing(System, "gone"), flow, link(old, "provides", flow), link(user, "consumes", flow)
    )  # fmt: skip
    await save(store, SWAP)
    async with client(store) as reader:
        yield reader


async def test_every_map_says_what_it_is_of_and_offers_the_scenarios(store: Store, pages: httpx.AsyncClient) -> None:
    for stem in atlas():
        given = {"id": "zeta"} if stem == "surroundings" else {}
        page = Elements(await read(pages, map_address(stem, **given, scenario="swap", as_of="2041")))
        assert page.text.index("Scenario:") < page.text.index("not the facts") < page.text.index("As of")
        assert map_address(stem, **given) in page.addresses()
        assert scenario_address("swap") in page.addresses()
        response = await pages.get(map_address(stem, **given, scenario="swap"))
        assert (response.headers["cache-control"], "etag" in response.headers) == ("no-store", False)
    plain = Elements(await read(pages, map_address("landscape")))
    assert "not the facts" not in plain.text
    assert [each["name"] for tag, each in plain.elements if tag == "select"][-1] == "scenario"
    assert [each["type"] for tag, each in plain.elements if each.get("name") == "as_of"] == ["date"]


async def test_what_only_a_scenario_has_is_the_middle_of_its_map_and_marked(
    store: Store, pages: httpx.AsyncClient
) -> None:
    await read(pages, surroundings_address(NEW), 404)
    await read(pages, surroundings_address(OLD, scenario="swap"), 404)
    await read(pages, surroundings_address(NEW, scenario="swap"))
    shown = await draw(store, Snapshots(store), "surroundings", "en", id="zeta", scenario="swap")
    cards = {card.ref.id: card for card in shown.cards}
    assert {id: card.assumed for id, card in cards.items()} == {"zeta": True, "user": False, "later": False}
    assert cards["zeta"].details.records[0].source == "Swap"
    assert [record.source for record in cards["user"].details.records] == ["world"]
    assert [(line.source.id, line.target.id, line.assumed) for line in shown.strokes] == [
        ("zeta", "later", True), ("zeta", "user", True),
    ]  # fmt: skip
    flow = next(told for line in shown.strokes for told in line.details if told.heading == "Flow")
    assert (flow.assumed, [record.source for record in flow.records]) == (False, ["world"])


async def test_another_day_has_the_phases_of_its_dates(store: Store, pages: httpx.AsyncClient) -> None:
    shown = await draw(store, Snapshots(store), "landscape", "en", as_of="2030")
    facts = {card.ref.id: dict(card.details.facts) for card in shown.cards}
    assert (facts["later"]["Own use"], "Own use" in facts["old"]) == ("Planned", False)
    assert facts["later"]["Own use, as stated"] == "not stated"
    assert not [
        label for told in facts.values() for label in told if "as stated" in label and told is not facts["later"]
    ]
    assert not shown.assumed
    await read(pages, map_address("landscape", as_of="soon"), 422)
    await read(pages, map_address("landscape", scenario="nothing"), 422)


async def test_what_was_looked_at_is_carried_from_page_to_page(store: Store, pages: httpx.AsyncClient) -> None:
    of = {"scenario": "swap", "as_of": "2041-01-01"}
    asked = Elements(await read(pages, question_address("no_owner", **of)))
    user = thing_address(Ref(System.__name__, "user"), **of)
    assert user in asked.addresses()
    assert thing_address(NEW, **of) in asked.addresses()
    page = Elements(await read(pages, user))
    assert page.text.index("Scenario:") < page.text.index("not the facts") < page.text.index("As of 1 January 2041")
    assert surroundings_address(Ref(System.__name__, "user"), **of) in page.addresses()
    assert question_address("dependencies", system="user", **of) in page.addresses()
    gone = Elements(await read(pages, thing_address(OLD, **of)))
    assert "It is not there in what you were looking at" in gone.text
    assert surroundings_address(OLD) in gone.addresses()
    drawn = await read(pages, surroundings_address(NEW, **of))
    assert '"around","/map/surroundings?kind=System\\u0026id=user\\u0026scenario=swap\\u0026as_of=2041-01-01"' in drawn
    shown = Elements(await read(pages, scenario_address("swap")))
    assert '"open","/thing/System/zeta?scenario=swap\\u0026as_of=2041-01-01"' in drawn
    for address in (map_address("landscape", scenario="swap"), thing_address(NEW, scenario="swap")):
        assert address in shown.addresses()
        await read(pages, address)
