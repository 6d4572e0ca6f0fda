"""Pages over HTTP: what they show, in which language, what they cost, and what they never let through."""

import json
from collections.abc import AsyncIterator
from datetime import date
from html.parser import HTMLParser

import httpx
import pytest
import pytest_asyncio
from neo4j import AsyncGraphDatabase

from api.app import create_app
from api.security import HEADERS
from graph.database import store as store_module
from graph.database.store import Store, Write
from graph.embedded.engine import Address
from graph.facts.facts import WRITTEN, Evidence, Ref
from graph.ontology.kinds import Organisation, System
from graph.ontology.ontology import ONTOLOGY
from graph.settings import Settings
from queries.asking.catalogue import catalogue
from queries.asking.service import QuestionService
from queries.questions.flows.dependencies import Directions
from tests.worlds import link, put, thing
from visualisations.pages.thing.thing_page import SHOWN_OF_EACH
from visualisations.wording.addresses import (
    answer_map_address,
    kind_address,
    map_address,
    question_address,
    search_address,
    thing_address,
)

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "{{7*7}}{% raw %}",
    "\"><svg onload=alert(1)>'",
    "\u202eabc\u200bdef\u2066",
    "../../x?y#z%00&amp;<!--",
    "{0.__class__} {name}",
]
SYSTEM = System.__name__


def client(store: Store, **headers: str) -> httpx.AsyncClient:
    """A reader of the pages on `store`."""
    app = create_app(Settings(_env_file=None))
    app.state.store, app.state.service = store, QuestionService(store)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://localhost", headers=headers)


@pytest_asyncio.fixture(loop_scope="session")
async def pages(store: Store) -> AsyncIterator[httpx.AsyncClient]:
    async with client(store) as reader:
        yield reader


async def read(pages: httpx.AsyncClient, address: str, status: int = 200, headers: dict[str, str] | None = None) -> str:
    response = await pages.get(address, headers=headers)
    assert response.status_code == status, f"{address}: {response.status_code}\n{response.text[:500]}"
    return response.text


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def addresses(self) -> list[str]:
        """Where its links lead."""
        return [str(attributes["href"]) for tag, attributes in self.elements if tag == "a"]


# --- What pages show


async def test_the_start_page_leads_everywhere(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, thing(System, "journal"), thing(System, "röntgen"))
    page = Elements(await read(pages, "/"))
    for stem, question in catalogue().items():
        assert question.title.en in page.text
        assert question_address(stem) in page.addresses()
    assert kind_address(SYSTEM) in page.addresses()
    assert "Things without a stated owner" in page.text


async def test_every_address_on_the_start_page_answers(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, thing(System, "journal"))
    for address in Elements(await read(pages, "/")).addresses():
        if address.startswith("/") and not address.startswith("/language"):
            await read(pages, address)


@pytest.mark.parametrize("text", ["röntgen", "RÖNTGEN", "Röntgen syd", "syd rönt", "rö"])
async def test_search_finds_swedish_words(store: Store, pages: httpx.AsyncClient, text: str) -> None:
    await put(store, thing(System, "r", name="Röntgen Syd"), thing(System, "b", name="Ronden"))
    page = Elements(await read(pages, search_address(text)))
    assert "Röntgen Syd" in page.text
    assert "Ronden" not in page.text


async def test_search_takes_a_and_å_for_two_letters_and_suggests_what_is_near(
    store: Store, pages: httpx.AsyncClient
) -> None:
    await put(store, thing(System, "a", name="Åkersystemet"))
    page = Elements(await read(pages, search_address("Akersystemet")))
    assert "Nothing is called that." in page.text
    assert search_address("Åkersystemet") in page.addresses()


async def test_lists_stand_in_swedish_order(store: Store, pages: httpx.AsyncClient) -> None:
    names = ["Zebra", "Ängel", "Årsta", "Örebro", "Anna"]
    await put(store, *(thing(System, f"s{number}", name=name) for number, name in enumerate(names)))
    text = Elements(await read(pages, kind_address(SYSTEM))).text
    assert sorted(names, key=text.index) == ["Anna", "Zebra", "Årsta", "Ängel", "Örebro"]


async def test_a_thing_shows_its_facts_and_who_says_so(store: Store, pages: httpx.AsyncClient) -> None:
    old, new = thing(System, "old", lifecycle="phase-out", used_since="1996-05"), thing(System, "new")
    await put(store, old, new, link(new, "depends_on", old))
    page = Elements(await read(pages, thing_address(Ref(SYSTEM, "old"))))
    for said in ("Phase out", "May 1996", "world", "world:old", "Needed by", "Not stated:", "Run 1."):
        assert said in page.text
    assert thing_address(Ref(SYSTEM, "new")) in page.addresses()
    for address in (
        question_address("dependencies", system="old"),
        question_address("decision_rights", kind=SYSTEM, subject="old"),
        question_address("blocked_divestments", kind=SYSTEM, subject="old"),
        map_address("surroundings", kind=SYSTEM, id="old"),
    ):
        assert address in page.addresses()
    swedish = Elements(await read(pages, thing_address(Ref(SYSTEM, "old"), lang="sv"))).text
    for said in ("Avvecklas", "maj 1996", "Behövs av", "Ej uppgivet:", "Vem som säger det"):
        assert said in swedish


async def test_what_two_datasets_disagree_on_stands_side_by_side(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, thing(System, "x", criticality="high"), dataset="first", trust=90)
    await put(store, thing(System, "x", criticality="low"), dataset="second", trust=10)
    text = Elements(await read(pages, thing_address(Ref(SYSTEM, "x")))).text
    assert "Sources disagree" in text
    assert text.index("High") < text.index("Low")


@pytest.mark.parametrize("evidence", WRITTEN)
async def test_made_up_facts_are_said_to_be(store: Store, pages: httpx.AsyncClient, evidence: Evidence) -> None:
    await put(store, thing(System, "x", evidence=evidence))
    addresses = [thing_address(Ref(SYSTEM, "x")), question_address("no_owner"), search_address("x"), "/"]
    for address in addresses:
        said = "This page shows illustrative facts." in await read(pages, address)
        assert said is (evidence is Evidence.ILLUSTRATIVE), address


async def test_a_question_holds_its_form_its_rows_and_its_files(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, *(thing(System, f"s{number:02}") for number in range(60)))
    page = Elements(await read(pages, question_address("no_owner", kind=SYSTEM)))
    assert "1 to 50 of 60 shown" in page.text
    assert "MATCH (thing:System {id: id})" in page.text
    chosen = [each for tag, each in page.elements if tag == "option" and "selected" in each]
    assert [each["value"] for each in chosen] == [SYSTEM]
    after = next(address for address in page.addresses() if "offset=50" in address)
    assert "51 to 60 of 60 shown" in Elements(await read(pages, after)).text
    files = [address for address in page.addresses() if f"no_owner.{'json'}" in address]
    assert len(json.loads(await read(pages, files[0]))["rows"]) == 60
    for form in ("csv", "xlsx"):
        response = await pages.get(question_address("no_owner", form))
        assert (
            response.headers["content-disposition"]
            == f'attachment; filename="samband-no_owner-r1-{date.today()}.{form}"'
        )


async def test_an_answer_is_shown_as_a_map_too(store: Store, pages: httpx.AsyncClient) -> None:
    old, new = thing(System, "old", name=HOSTILE[0]), thing(System, "new")
    await put(store, old, new, link(new, "depends_on", old))
    asked = {"system": "new", "direction": Directions.DEPENDS_ON.value}
    address = answer_map_address("dependencies", **asked)
    assert address in Elements(await read(pages, question_address("dependencies", **asked))).addresses()
    response = await pages.get(address)
    assert (response.status_code, response.headers["content-security-policy"]) == (
        200, HEADERS["Content-Security-Policy"],
    )  # fmt: skip
    page = Elements(response.text)
    assert HOSTILE[0] in page.text
    assert "2 of 2 shown" in page.text
    assert question_address("dependencies", **asked) in page.addresses()
    assert not [each for tag, each in page.elements if tag in ("img", "style") or "style" in each]
    same = {"If-None-Match": response.headers["etag"]}
    assert (await pages.get(address, headers=same)).status_code == 304
    await read(pages, answer_map_address("dependencies"))
    await read(pages, answer_map_address("dependencies", system="nothing"), 404)
    await read(pages, answer_map_address("no_owner", limit="many"), 422)
    await read(pages, "/question/nothing/map", 404)


# --- Language


async def test_language_follows_address_then_choice_then_browser(store: Store, pages: httpx.AsyncClient) -> None:
    assert '<html lang="en">' in await read(pages, "/")
    assert '<html lang="sv">' in await read(pages, "/", headers={"Accept-Language": "de, sv-SE;q=0.9, en;q=0.8"})
    chosen = await pages.get("/language/sv", params={"next": "/about?x=1"})
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/about?x=1")
    assert "samesite=lax" in chosen.headers["set-cookie"].lower()
    assert '<html lang="sv">' in await read(pages, "/")
    assert '<html lang="en">' in await read(pages, "/?lang=en")


@pytest.mark.parametrize(
    "outside",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", "", "x"],
)
async def test_choosing_a_language_leads_to_no_other_host(pages: httpx.AsyncClient, outside: str) -> None:
    response = await pages.get("/language/en", params={"next": outside})
    assert response.headers["location"] == "/"


# --- What cannot be answered


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/nowhere", 404, "There is no such page"),
        (kind_address("Sistem"), 404, f"Did you mean '{SYSTEM}'?"),
        (thing_address(Ref(SYSTEM, "jurnal")), 404, "Did you mean 'journal'?"),
        (question_address("no_ovner"), 404, "no_owner"),
        ("/question/no_owner.pdf", 404, "There is no such page"),
        (question_address("dependencies", system="jurnal"), 404, "Did you mean 'journal'?"),
        (question_address("dependencies", system="journal", depth="many"), 422, "Steps at most"),
        (question_address("no_owner", nonsense="1"), 422, "nonsense"),
        ("/map/nowhere", 404, "There is no map"),
        (thing_address(Ref(SYSTEM, "journal"), relation="loves"), 404, "has no relation"),
    ],
)
async def test_what_is_not_there_is_told_with_what_to_do(
    store: Store, pages: httpx.AsyncClient, address: str, status: int, said: str
) -> None:
    await put(store, thing(System, "journal"))
    response = await pages.get(address)
    assert response.status_code == status
    assert said in Elements(response.text).text
    assert response.headers["cache-control"] == "no-store"
    assert '<html lang="sv">' in await read(pages, address, status, headers={"Accept-Language": "sv"})


async def test_while_a_run_is_written_readers_are_asked_to_wait(
    store: Store, pages: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "PATIENCE", 0.1)

    def applying(value: str) -> object:
        async def work(write: Write) -> None:
            await write.run(f"MATCH (g:Graph) SET g.applying = {value}")

        return work

    await store.write(applying("1"))  # type: ignore[arg-type]
    try:
        response = await pages.get("/about")
    finally:
        await store.write(applying("null"))  # type: ignore[arg-type]
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert "A load is being written" in response.text


async def test_the_page_about_the_data_tells_what_runs_warned_of(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, thing(System, "two <words>"), dataset="slip")
    english, swedish = await read(pages, "/about"), await read(pages, "/about?lang=sv")
    assert 'The id "two <words>" has a space in it.' in Elements(english).text
    assert "<h2>Warnings</h2>" in english
    assert "har ett mellanslag i sig" in Elements(swedish).text


async def test_a_database_that_is_gone_is_told_without_where_it_was() -> None:
    address = Address("bolt://127.0.0.1:1", "someone", "secret", "somewhere")
    driver = AsyncGraphDatabase.driver(address.uri, max_transaction_retry_time=0.1)
    async with driver, client(Store(driver, address)) as reader:
        response = await reader.get("/")
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert "127.0.0.1" not in response.text
    assert response.headers.items() >= {name.lower(): value for name, value in HEADERS.items()}.items()


async def test_a_fault_of_ours_is_told_as_a_page() -> None:
    async with client(None) as reader:  # type: ignore[arg-type]
        response = await reader.get("/")
    assert response.status_code == 500
    assert "Something went wrong" in response.text
    assert response.headers.items() >= {name.lower(): value for name, value in HEADERS.items()}.items()


# --- Safety and cost


async def test_hostile_strings_come_out_as_text(store: Store, pages: httpx.AsyncClient) -> None:
    things = [
        thing(
            System,
            text,
            name=text,
            name_sv=text,
            description=text,
            retention_rationale=text,
            category=text,
            aliases=(text,),
        )
        for text in HOSTILE
    ]
    await put(store, *things, *(link(things[0], "depends_on", other) for other in things[1:]), dataset=HOSTILE[0])
    addresses = ["/", "/about", kind_address(SYSTEM), question_address("no_owner")]
    for text in HOSTILE:
        ref = Ref(SYSTEM, text)
        addresses += [
            search_address(text),
            kind_address(SYSTEM, q=text),
            thing_address(ref),
            thing_address(ref, relation="depends_on"),
            question_address("dependencies", system=text),
        ]
    for address in addresses:
        for language in ("en", "sv"):
            page = Elements(await read(pages, address, headers={"Accept-Language": language}))
            for tag, attributes in page.elements:
                assert tag not in ("img", "iframe", "style"), address
                assert not [name for name in attributes if name.startswith("on") or name == "style"], address
                assert tag != "script" or "src" in attributes, address
                assert "onload" not in attributes
    for text in HOSTILE:
        assert text in Elements(await read(pages, thing_address(Ref(SYSTEM, text)))).text


@pytest.mark.parametrize("text", [*HOSTILE, *["<x" * 90, "'; DROP", "a=1&b=2"]])
async def test_hostile_requests_are_answered_as_text(store: Store, pages: httpx.AsyncClient, text: str) -> None:
    for address in (
        search_address(text),
        thing_address(Ref(SYSTEM, text)),
        kind_address(text.replace("/", "")),
        question_address("no_owner", kind=text),
        question_address("dependencies", system=text),
    ):
        response = await pages.get(address)
        assert response.status_code in (200, 404, 422), address
        page = Elements(response.text)
        assert not [tag for tag, each in page.elements if tag == "img" or "onload" in each or "onerror" in each]


@pytest.mark.parametrize("id", [".", "..", "a/b", "/a", "a b", "å?#%"])
async def test_any_id_has_a_page(store: Store, pages: httpx.AsyncClient, id: str) -> None:
    await put(store, thing(System, id, name="Here it is"))
    assert "Here it is" in await read(pages, thing_address(Ref(SYSTEM, id)))


async def test_every_response_carries_the_headers(store: Store, pages: httpx.AsyncClient) -> None:
    for address in ("/", "/nowhere", "/static/site.css", "/static/none.css", "/health/ready", "/question/no_owner.csv"):
        response = await pages.get(address)
        for name, value in HEADERS.items():
            assert response.headers[name] == value, f"{address}: {name}"


async def test_a_repeat_is_not_sent_again_until_something_changes(store: Store, pages: httpx.AsyncClient) -> None:
    await put(store, thing(System, "x"))
    address = thing_address(Ref(SYSTEM, "x"))
    first = await pages.get(address)
    mark = {"If-None-Match": first.headers["etag"]}
    before = store.round_trips
    repeat = await pages.get(address, headers=mark)
    assert (repeat.status_code, repeat.content, store.round_trips - before) == (304, b"", 1)
    assert (await pages.get(address, headers=mark | {"Accept-Language": "sv"})).status_code == 200
    assert (await pages.get(address + "?lang=sv", headers=mark)).status_code == 200
    await put(store, thing(System, "x", criticality="high"))
    assert "High" in await read(pages, address, headers=mark)


async def test_pages_ask_the_database_a_bounded_number_of_times(store: Store, pages: httpx.AsyncClient) -> None:
    hub = thing(System, "hub")
    users = [thing(System, f"s{number:04}") for number in range(1_200)]
    owner = thing(Organisation, "owner")
    await put(
        store, hub, owner, *users, *(link(user, "depends_on", hub) for user in users), link(hub, "owned_by", owner)
    )
    trips = {}
    for address in (thing_address(Ref(SYSTEM, "hub")), kind_address(SYSTEM), search_address("s0")):
        before = store.round_trips
        await read(pages, address)
        trips[address] = store.round_trips - before
    assert trips[thing_address(Ref(SYSTEM, "hub"))] <= 6
    assert max(trips.values()) <= 6
    assert trips[kind_address(SYSTEM)] <= 3


async def test_a_hub_shows_some_of_its_relations_and_the_way_to_all(store: Store, pages: httpx.AsyncClient) -> None:
    hub = thing(System, "hub")
    users = [thing(System, f"s{number:04}") for number in range(230)]
    await put(store, hub, *users, *(link(user, "depends_on", hub) for user in users))
    key = ONTOLOGY.sides(System)["needed_by"].key
    page = await read(pages, thing_address(Ref(SYSTEM, "hub")))
    assert f"{SHOWN_OF_EACH} of 230 shown." in page
    assert len(page) < 60_000
    every = thing_address(Ref(SYSTEM, "hub"), relation=key)
    assert every in Elements(page).addresses()
    assert "1 to 100 of 230 shown" in Elements(await read(pages, every)).text
    last = Elements(await read(pages, thing_address(Ref(SYSTEM, "hub"), relation=key, offset=200)))
    assert "201 to 230 of 230 shown" in last.text
    assert thing_address(Ref(SYSTEM, "s0229")) in last.addresses()
