"""Things, lists and searches of another day and of a scenario: what they show, who says so, and where they lead."""

import asyncio
import re
import time
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from graph.database.store import Store
from graph.facts.facts import Evidence, Ref
from graph.ontology.kinds import Api, Exchange, StandardVersion, System
from graph.scenarios.scenario_store import save
from graph.scenarios.steps import Addition, Removal, Replacement, Scenario
from tests.integration.test_pages import Elements, client, read
from tests.worlds import link, put, thing
from visualisations.wording.addresses import (
    kind_address,
    map_address,
    question_address,
    scenario_address,
    search_address,
    start_address,
    surroundings_address,
    thing_address,
)

SYSTEM, API = System.__name__, Api.__name__
OLD, NEW, LATER, DOOR = Ref(SYSTEM, "old"), Ref(SYSTEM, "zeta"), Ref(SYSTEM, "later"), Ref(API, "door")
SWAP = Scenario(
    id="swap",
    name="Swap",
    steps=(
        Replacement(do="replace", id="old", by="zeta", name="Zeta"),
        Addition(do="add-exchange", id="x", name="New flow", provider="zeta", consumers=("later",)),
        Removal(do="remove", id="gone"),
    ),
)
DAY = {"as_of": "2030-05-01"}
IN_SWAP = {"scenario": "swap"}
BOTH = {"scenario": "swap", "as_of": "2030-05-01"}


@pytest_asyncio.fixture(loop_scope="session")
async def pages(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    old, user = thing(System, "old", description="Old words"), thing(System, "user")
    later = thing(System, "later", used_since="2040", lifecycle="active")
    flow, door = thing(Exchange, "flow"), thing(Api, "door", available_since="2035")
    first, second = thing(StandardVersion, "v1"), thing(StandardVersion, "v2")
    await put(
        store, old, user, later, thing(System, "gone"), flow, door, first, second,
        link(old, "provides", flow), link(user, "consumes", flow), link(user, "exposes", door),
        link(second, "supersedes", first, since="2035", note="In a word"),
    )  # fmt: skip
    await save(store, SWAP)
    async with client(store) as reader:
        yield reader


def words(page: str) -> str:
    """The text of a page, each space once."""
    return " ".join(Elements(page).text.split())


# --- A thing


async def test_a_thing_of_another_day_has_the_phase_of_its_dates_beside_what_is_stated(
    store: Store, pages: httpx.AsyncClient
) -> None:
    said = words(await read(pages, thing_address(LATER, **DAY)))
    assert said.index("As of 1 May 2030, by the dates that are stated") < said.index("Facts")
    assert "Own use Planned By the dates As stated: Active [1]" in said
    assert "Sources disagree" not in said
    today = words(await read(pages, thing_address(LATER)))
    assert "Own use Active [1]" in today
    assert "By the dates" not in today
    assert "As of" not in today
    swedish = words(await read(pages, thing_address(LATER, **DAY, lang="sv")))
    assert "Efter datumen Som uppgivet:" in swedish
    begun = words(await read(pages, thing_address(LATER, as_of="2041")))
    assert "As of 2041" in begun
    assert "By the dates" not in begun


async def test_a_succession_that_is_still_to_come_is_shown_with_its_day(store: Store, pages: httpx.AsyncClient) -> None:
    address = Ref(StandardVersion.__name__, "v2")
    for of in (DAY, {}):
        page = words(await read(pages, thing_address(address, **of)))
        assert "Supersedes 1" in page
        assert "2035" in page
        one = words(await read(pages, thing_address(address, relation="supersedes", **of)))
        assert ("As of 1 May 2030" in one) == bool(of)
        assert "1 to 1 of 1 shown" in one


async def test_a_thing_that_only_a_scenario_has_is_assumed_by_it(store: Store, pages: httpx.AsyncClient) -> None:
    await read(pages, thing_address(NEW), 404)
    page = await read(pages, thing_address(NEW, **IN_SWAP))
    said = words(page)
    for each in ("Scenario: Swap – not the facts", "Zeta Assumed in a scenario", "[1]", "New flow", "Flow"):
        assert each in said, each
    assert "Run 0" not in said
    assert "The same, of the facts of today" not in said
    assert "world:old" not in said
    assert scenario_address("swap") in Elements(page).addresses()
    assert surroundings_address(NEW, **IN_SWAP) in Elements(page).addresses()
    assert question_address("dependencies", system="zeta", **IN_SWAP) in Elements(page).addresses()
    flow = Ref(Exchange.__name__, "flow")
    assert thing_address(flow, **IN_SWAP) in Elements(page).addresses()
    other = words(await read(pages, thing_address(flow, **IN_SWAP)))
    assert "Zeta System Assumed in a scenario" in other
    assert "User System Assumed" not in other
    assert "world:flow" in other
    assert "The same, of the facts of today" in other


async def test_a_thing_that_is_not_there_then_shows_the_facts_of_today_and_says_so(
    store: Store, pages: httpx.AsyncClient
) -> None:
    for ref, of, looked_at in ((OLD, BOTH, "Scenario: Swap, As of 1 May 2030."), (DOOR, DAY, "As of 1 May 2030.")):
        page = Elements(await read(pages, thing_address(ref, **of)))
        said = " ".join(page.text.split())
        assert f"This page shows the facts of today. It is not there in what you were looking at: {looked_at}" in said
        assert thing_address(ref) in page.addresses()
        assert surroundings_address(ref) in page.addresses()
    gone = Elements(await read(pages, thing_address(OLD, **BOTH)))
    assert "Old words" in gone.text
    assert thing_address(Ref(Exchange.__name__, "flow"), **BOTH) in gone.addresses()
    near = words(await read(pages, thing_address(Ref(SYSTEM, "zetta"), **IN_SWAP), 404))
    assert "Did you mean 'zeta'?" in near
    assert "Did you mean" not in words(await read(pages, thing_address(Ref(SYSTEM, "zetta")), 404))


# --- Lists and searches


async def test_a_list_is_of_a_day_and_of_a_scenario(store: Store, pages: httpx.AsyncClient) -> None:
    assert "Door" in words(await read(pages, kind_address(API)))
    page = Elements(await read(pages, kind_address(API, **DAY)))
    assert "There are none." in page.text
    assert "As of 1 May 2030" in page.text
    assert kind_address(API) in page.addresses()
    systems = words(await read(pages, kind_address(SYSTEM, **IN_SWAP)))
    assert "Zeta Assumed in a scenario" in systems
    assert "1 to 3 of 3 shown" in systems
    assert "1 to 4 of 4 shown" in words(await read(pages, kind_address(SYSTEM)))
    filtered = words(await read(pages, kind_address(SYSTEM, q="zet", **IN_SWAP)))
    assert "1 to 1 of 1 shown" in filtered


async def test_a_search_is_of_a_scenario(store: Store, pages: httpx.AsyncClient) -> None:
    assert "Nothing is called that." in words(await read(pages, search_address("zeta")))
    page = Elements(await read(pages, search_address("zeta", **IN_SWAP)))
    assert thing_address(NEW, **IN_SWAP) in page.addresses()
    assert "Scenario: Swap – not the facts" in " ".join(page.text.split())
    lost = Elements(await read(pages, search_address("zetta", **IN_SWAP)))
    assert search_address("Zeta", **IN_SWAP) in lost.addresses()
    assert search_address("zetta") in lost.addresses()
    assert "1 to 1 of 1 shown" not in words(await read(pages, search_address("old words", **IN_SWAP)))
    assert "1 to 1 of 1 shown" in words(await read(pages, search_address("old words")))


async def test_what_is_called_so_comes_first(store: Store, pages: httpx.AsyncClient) -> None:
    await put(
        store,
        thing(System, "a", name="Alpha", aliases=("Journal",)), thing(System, "b", name="Beta journal"),
        thing(System, "c", name="Journal", evidence=Evidence.ILLUSTRATIVE), thing(System, "d", name="Journal ett"),
        thing(System, "e", name="Ejournal"), thing(System, "f", name="Ägare", description="of a journal"),
    )  # fmt: skip
    page = Elements(await read(pages, search_address("journal")))
    found = [each for each in page.addresses() if each.startswith("/thing")]
    assert found == [thing_address(Ref(SYSTEM, id)) for id in ("c", "a", "d", "b", "e", "f")]
    assert "Illustrative" in page.text


async def test_a_list_offers_the_days_and_the_scenarios(store: Store, pages: httpx.AsyncClient) -> None:
    for address in (kind_address(SYSTEM, as_of="2030", scenario="swap"), search_address("z", as_of="2030")):
        page = Elements(await read(pages, address))
        field = {each.get("id"): each for _, each in page.elements}
        assert (field["in-as_of"]["type"], field["in-as_of"]["value"]) == ("date", "2030-01-01")
        assert field["in-scenario"]["name"] == "scenario"
        assert [each["value"] for tag, each in page.elements if tag == "option"] == ["", "swap"]
    first = await pages.get(kind_address(SYSTEM))
    same = {"If-None-Match": first.headers["etag"]}
    assert (await pages.get(kind_address(SYSTEM), headers=same)).status_code == 304
    await save(store, SWAP.model_copy(update={"id": "more"}))
    assert (await pages.get(kind_address(SYSTEM), headers=same)).status_code == 200


async def test_a_day_or_a_scenario_that_there_is_not_is_told(store: Store, pages: httpx.AsyncClient) -> None:
    for address in (kind_address(SYSTEM, as_of="soon"), search_address("old", as_of="soon")):
        page = Elements(await read(pages, address, 422))
        assert "The list does not take these values." in page.text
        assert "the parameter \"As of\" is 'soon'" in page.text
        assert [(each["type"], each["value"]) for _, each in page.elements if each.get("id") == "in-as_of"] == [
            ("text", "soon")
        ]
        assert not [each for each in page.addresses() if "soon" in each and not each.startswith("/language")]
    for address in (
        kind_address(SYSTEM, scenario="swop"), search_address("old", scenario="swop"), start_address(scenario="swop"),
        thing_address(OLD, scenario="swop"), thing_address(OLD, relation="provides", scenario="swop"),
    ):  # fmt: skip
        assert "Did you mean 'swap'?" in words(await read(pages, address, 422))
    await read(pages, thing_address(OLD, as_of="soon"), 422)
    await read(pages, start_address(as_of="soon"), 422)


async def test_what_is_suggested_is_of_the_scenario_too(store: Store, pages: httpx.AsyncClient) -> None:
    async def suggested(**given: str) -> object:
        return (await pages.get("/suggest/System", params=given)).json()

    assert await suggested(q="zet") == []
    assert await suggested(q="zet", **IN_SWAP) == [{"id": "zeta", "name": "Zeta"}]
    assert await suggested(q="OLD words") == [{"id": "old", "name": "Old"}]


async def test_the_form_of_a_question_offers_the_things_that_are_there(store: Store, pages: httpx.AsyncClient) -> None:
    async def offered(address: str, status: int = 200) -> set[str | None]:
        page = Elements(await read(pages, address, status))
        return {each["value"] for tag, each in page.elements if tag == "option"} & {"old", "zeta", "user"}

    for given in ({}, {"scenario": "nothing"}):
        assert await offered(question_address("dependencies", **given)) == {"old", "user"}
    assert await offered(question_address("dependencies", **IN_SWAP)) == {"zeta", "user"}


# --- Where pages lead


async def test_the_start_page_counts_and_leads_in_what_is_looked_at(store: Store, pages: httpx.AsyncClient) -> None:
    page = Elements(await read(pages, start_address(**BOTH)))
    said = " ".join(page.text.split())
    assert (
        said.index("Scenario: Swap") < said.index("As of 1 May 2030") < said.index("The region's IT, mapped and open")
    )
    assert "Systems 3" in said
    assert "APIs" not in said
    assert "APIs 1" in words(await read(pages, start_address()))
    assert "APIs 1" in words(await read(pages, "/about"))
    assert kind_address(SYSTEM, **BOTH) in page.addresses()


@pytest.mark.parametrize("of", [DAY, IN_SWAP, BOTH], ids=["day", "scenario", "both"])
async def test_no_link_leads_out_of_what_is_looked_at_but_the_one_that_says_so(
    store: Store, pages: httpx.AsyncClient, of: dict[str, str]
) -> None:
    there = NEW if "scenario" in of else LATER
    facts = {
        start_address(**of): start_address(),
        kind_address(SYSTEM, **of): kind_address(SYSTEM),
        search_address("e", **of): search_address("e"),
        search_address("nothing", **of): search_address("nothing"),
        thing_address(Ref(SYSTEM, "user"), **of): thing_address(Ref(SYSTEM, "user")),
        thing_address(Ref(SYSTEM, "user"), relation="consumes", **of): thing_address(
            Ref(SYSTEM, "user"), relation="consumes"
        ),
        question_address("no_owner", **of): question_address("no_owner"),
        map_address("landscape", **of): map_address("landscape"),
        thing_address(there, **of): thing_address(there),
    }
    for address, of_facts in facts.items():
        page = Elements(await read(pages, address))
        led = set()
        for each in page.addresses():
            if each.startswith(("/thing", "/kind", "/search", "/question", "/map", "/?", "/compliance")):
                carries = all(f"{name}={value}" in each for name, value in of.items())
                assert carries or each == of_facts, f"{address}: {each}"
                led.add(each)
        assert len(led) > 3, address
        hidden = {each["name"]: each["value"] for _, each in page.elements if each.get("type") == "hidden"}
        assert hidden == of or address.startswith("/search"), address


async def test_pages_of_a_scenario_are_not_stored_and_those_of_a_day_are(
    store: Store, pages: httpx.AsyncClient
) -> None:
    for address in (kind_address, search_address):
        assert (await pages.get(address(SYSTEM, **IN_SWAP))).headers["cache-control"] == "no-store"
        assert "etag" in (await pages.get(address(SYSTEM, **DAY))).headers


async def test_a_page_is_of_one_revision_while_loads_go_on(store: Store, pages: httpx.AsyncClient) -> None:
    seen: set[str] = set()
    deadline = time.monotonic() + 120  # a reader who is overtaken by a load begins again, which takes him longer

    async def loads() -> None:
        number = 0
        while len(seen) < 6 and time.monotonic() < deadline:
            await put(store, thing(System, "x", description=f"text {number}"), thing(System, f"x{number}"))
            number += 1

    address = thing_address(Ref(SYSTEM, "x"))
    await read(pages, "/")
    writing = asyncio.create_task(loads())
    while not writing.done():
        for each in (address, search_address("text"), kind_address(SYSTEM, q="text")):
            response = await pages.get(each)
            if response.status_code == 404:
                continue
            said = words(response.text)
            revision = int(re.findall(r"Revision (\d+) of the graph", said)[0])
            assert (f"text {revision - 2}" in said) == (revision > 1), f"{each}: {said}"
            if each == address:
                assert f"Run {revision}." in said
            seen.add(f"{each} {revision}")
    await writing
    assert len(seen) >= 6, "pages were read of different revisions"
