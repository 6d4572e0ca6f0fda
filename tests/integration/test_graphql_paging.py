"""Pages of things: their order, their cursors, and how many statements they cost, on each engine."""

from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from typing import Any

import pytest
import pytest_asyncio

from graph.database.store import Row, Store
from graph.facts.facts import Fact
from graph.ontology.kinds import Api, Discipline, Organisation, SharedStorage, System
from queries.asking.service import QuestionService
from tests.integration.graphql_graph import Client, client_on
from tests.worlds import link, put, thing


@pytest_asyncio.fixture(loop_scope="session")
async def client(store: Store) -> AsyncIterator[Client]:
    """A client on an empty graph."""
    async with client_on(store) as client:
        yield client


def web(size: int) -> list[Fact]:
    """`size` systems, each with `size` interfaces of its own, and an owner for every second system."""
    owner = thing(Organisation, "owner")
    facts: list[Fact] = [owner]
    for n in range(size):
        system = thing(System, f"s{n:02}")
        apis = [thing(Api, f"s{n:02}-a{m:02}") for m in range(size)]
        facts += [system, *apis, *(link(system, "exposes", api) for api in apis)]
        facts += [link(system, "owned_by", owner)] if n % 2 else []
    return facts


async def all_pages(client: Client, query: str, **variables: object) -> list[Any]:
    """Every node of a connection called ``page``, page after page."""
    nodes, after = [], None
    while True:
        page = (await client.ask(query, after=after, **variables))["page"]
        nodes += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return nodes
        after = page["pageInfo"]["endCursor"]


async def test_things_come_in_the_order_of_a_swedish_dictionary(store: Store, client: Client) -> None:
    names = ["yrsel", "Öl", "apa", "Ärta", "Åtta", "älg", "Édith", "Bok"]
    await put(store, *(thing(System, str(n), name=name) for n, name in enumerate(names)))
    data = await client.ask("{ systems { nodes { name } } }")
    ordered = ["apa", "Bok", "Édith", "yrsel", "Åtta", "älg", "Ärta", "Öl"]
    assert [each["name"] for each in data["systems"]["nodes"]] == ordered


async def test_pages_hold_everything_once_also_where_names_are_the_same(store: Store, client: Client) -> None:
    await put(store, *(thing(System, f"s{n:02}", name="same" if n % 3 else "other") for n in range(23)))
    query = """query($after: String) { page: systems(first: 4, after: $after) {
                 totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }"""
    nodes = await all_pages(client, query)
    assert [each["id"] for each in nodes] == [
        each["id"] for each in sorted(nodes, key=lambda each: (each["name"], each["id"]))
    ]
    assert len({each["id"] for each in nodes}) == len(nodes) == 23


async def test_a_run_between_two_pages_neither_repeats_nor_skips_what_was_there(store: Store, client: Client) -> None:
    query = "query($after: String) { systems(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }"
    await put(store, *(thing(System, each) for each in "bdfh"))
    first = (await client.ask(query))["systems"]
    await put(store, *(thing(System, each) for each in "abcefh"))
    second = (await client.ask(query, after=first["pageInfo"]["endCursor"]))["systems"]
    assert [each["id"] for each in first["nodes"] + second["nodes"]] == ["b", "d", "e", "f"]


async def test_each_parent_has_its_own_page_total_and_cursor(store: Store, client: Client) -> None:
    await put(store, *web(5))
    data = await client.ask(
        "{ systems { nodes { id exposes(first: 2) { totalCount nodes { id } edges { cursor } "
        "  pageInfo { hasNextPage endCursor } } } } }"
    )
    for system in data["systems"]["nodes"]:
        exposes, id = system["exposes"], system["id"]
        assert (exposes["totalCount"], exposes["pageInfo"]["hasNextPage"]) == (5, True)
        assert [each["id"] for each in exposes["nodes"]] == [f"{id}-a00", f"{id}-a01"]
        query = (
            "query($id: ID!, $after: String) { system(id: $id) { page: exposes(first: 2, after: $after) "
            "{ nodes { id } pageInfo { hasNextPage endCursor } } } }"
        )
        rest = (await client.ask(query, id=id, after=exposes["edges"][-1]["cursor"]))["system"]["page"]
        assert [each["id"] for each in rest["nodes"]] == [f"{id}-a02", f"{id}-a03"]


async def test_a_page_of_several_kinds_goes_on_where_name_and_id_are_the_same(store: Store, client: Client) -> None:
    owner = thing(Organisation, "o")
    owned = [thing(kind, id, name="same") for kind in (System, Api, SharedStorage) for id in ("x", "y")]
    await put(store, owner, *owned, *(link(each, "owned_by", owner) for each in owned))
    found, after = [], None
    for _ in owned:
        data = await client.ask(
            'query($after: String) { organisation(id: "o") { owns(first: 1, after: $after) '
            "{ totalCount nodes { kind id } pageInfo { endCursor } } } }",
            after=after,
        )
        page = data["organisation"]["owns"]
        assert page["totalCount"] == 6
        found += [(each["id"], each["kind"]) for each in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
    assert found == sorted((each.id, each.kind.__name__) for each in owned)


async def test_a_page_of_none_only_tells_how_many_there_are(store: Store, client: Client) -> None:
    await put(store, *web(3))
    data = await client.ask("{ systems(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }")
    assert data["systems"] == {"totalCount": 3, "nodes": [], "pageInfo": {"hasNextPage": True, "endCursor": None}}


async def test_a_cursor_and_a_size_that_cannot_be_are_refused_with_what_to_do(client: Client) -> None:
    for cursor in ("x", "å", "bnVsbA==", "WzEsMiwzXQ=="):
        code, message = await client.refused(f'{{ systems(after: "{cursor}") {{ totalCount }} }}')
        assert (code, "not a cursor" in message) == ("QUESTION", True)
    for first in (-1, 501):
        code, message = await client.refused(f"{{ systems(first: {first}) {{ totalCount }} }}")
        assert code == "QUESTION"
        assert "0 to 500" in message


async def cost(store: Store, work: Awaitable[object]) -> int:
    """How many statements the work sends to the database."""
    before = store.round_trips
    await work
    return store.round_trips - before


NESTED = """{
  systems(first: 50) { nodes { id
    ownedBy(first: 5) { nodes { name ... on Organisation { owns(first: 10) { nodes { id kind } } } } }
    exposes(first: 15) { totalCount edges { link { records { source } } node { id
      exposedBy(first: 1) { nodes { id ... on System { exposes(first: 2) { nodes { id } } } } } } } } } } }"""


async def test_statements_do_not_grow_with_the_number_of_things(store: Store, client: Client) -> None:
    costs = []
    for size in (2, 6, 12):
        await put(store, *web(size))
        costs.append(await cost(store, client.ask(NESTED)))
    # Things come from the snapshot: the revision before it, and with it who says what, which is asked for at once.
    assert len(set(costs[1:])) == 1
    assert costs[-1] <= 4


async def test_things_in_the_rows_of_an_answer_cost_one_statement_for_each_kind(store: Store, client: Client) -> None:
    query = """{ ask { sharedStorage { nodes { storage { thing { id description } }
                 disciplines { thing { id ... on Discipline { servedBy { totalCount } } } } } } } }"""
    costs = []
    for size in (2, 30):
        spaces = [thing(SharedStorage, f"s{n}") for n in range(size)]
        fields = [thing(Discipline, f"d{n}") for n in range(size)]
        serving = [link(space, "serves", each) for space in spaces for each in fields[:5]]
        await put(store, *spaces, *fields, *serving)
        alone = await cost(store, QuestionService(store).evaluate("shared_storage"))
        costs.append(await cost(store, client.ask(query)) - alone)
    # The same for few and for many: the things are in the snapshot.
    assert costs[0] == costs[1] <= 1


async def test_an_answer_of_snapshot_and_database_is_all_of_one_revision(
    store: Store, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(store, thing(System, "a"))
    original, runs = store.read_all, 0

    async def read_all(statements: Sequence[tuple[str, Mapping[str, object]]]) -> tuple[int, list[list[Row]]]:
        nonlocal runs
        if any("held" in text for text, _ in statements) and not runs:  # the snapshot is there, who says it is not yet
            runs += 1
            await put(store, thing(System, "c"))
        return await original(statements)

    monkeypatch.setattr(store, "read_all", read_all)
    data = await client.ask("{ systems { nodes { id records { place } } } }")
    assert data == {"systems": {"nodes": [{"id": "c", "records": [{"place": "world:c"}]}]}}
    assert runs == 1


async def test_a_graph_that_never_rests_is_told_and_not_read(
    store: Store, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    revisions = iter(range(100))

    async def revision() -> int:
        return next(revisions)

    monkeypatch.setattr(store, "revision", revision)
    code, message = await client.refused("{ revision systems { totalCount } }")
    assert code == "CHANGING"
    assert "Ask again" in message


async def test_pages_go_backwards_too(store: Store, client: Client) -> None:
    await put(store, *(thing(System, f"s{n:02}") for n in range(7)))
    query = """query($first: Int, $last: Int, $after: String, $before: String) {
        systems(first: $first, last: $last, after: $after, before: $before) {
          totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""

    async def page(**window: object) -> tuple[list[str], bool, bool, dict[str, str]]:
        found = (await client.ask(query, **window))["systems"]
        info = found["pageInfo"]
        assert found["totalCount"] == 7
        return [each["id"] for each in found["nodes"]], info["hasPreviousPage"], info["hasNextPage"], info

    ids, before, behind, info = await page(last=3)
    assert (ids, before, behind) == (["s04", "s05", "s06"], True, False)
    ids, before, behind, info = await page(last=3, before=info["startCursor"])
    assert (ids, before, behind) == (["s01", "s02", "s03"], True, True)
    ids, before, behind, _ = await page(last=3, before=info["startCursor"])
    assert (ids, before, behind) == (["s00"], False, True)
    ids, before, behind, _ = await page(first=2, last=1, after=info["startCursor"])
    assert (ids, before, behind) == (["s03"], True, True)
    assert (await page(first=0))[0] == (await page(last=0))[0] == []


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("[]", "abcd"),
        ("[{field: ANNUAL_COST_SEK}]", "cabd"),
        ("[{field: ANNUAL_COST_SEK, direction: DESC}]", "abcd"),
        ("[{field: ANNUAL_COST_SEK, nulls: FIRST}]", "dcab"),
        ("[{field: ANNUAL_COST_SEK, direction: DESC, nulls: FIRST}]", "dabc"),
        ("[{field: ANNUAL_COST_SEK, direction: DESC}, {field: ID, direction: DESC}]", "bacd"),
        ("[{field: MODE, direction: DESC}, {field: NAME}]", "bacd"),
        ("[{field: NAME, direction: DESC}]", "dcba"),
    ],
)
async def test_lists_are_ordered_by_any_fields_and_followed_by_their_cursors(
    store: Store, client: Client, order: str, ids: str
) -> None:
    await put(
        store,
        thing(System, "a", name="Ask", annual_cost_sek=2.0, mode="mode-1"),
        thing(System, "b", name="Bok", annual_cost_sek=2.0, mode="mode-2"),
        thing(System, "c", name="Åska", annual_cost_sek=1.0),
        thing(System, "d", name="Öl"),
    )
    query = f"""query($after: String) {{ page: systems(first: 1, after: $after, orderBy: {order}) {{
                nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"""
    assert "".join(each["id"] for each in await all_pages(client, query)) == ids


async def test_a_cursor_of_another_order_is_refused(store: Store, client: Client) -> None:
    await put(store, *(thing(System, f"s{n}") for n in range(3)))
    data = await client.ask("{ systems(first: 1) { pageInfo { endCursor } } }")
    cursor = data["systems"]["pageInfo"]["endCursor"]
    code, message = await client.refused(
        f'{{ systems(orderBy: [{{field: ANNUAL_COST_SEK}}], after: "{cursor}") {{ totalCount nodes {{ id }} }} }}'
    )
    assert (code, "in the same order" in message) == ("QUESTION", True)
    code, _ = await client.refused("{ systems(orderBy: [" + "{field: ID} " * 9 + "]) { totalCount } }")
    assert code == "QUESTION"


async def test_things_are_of_a_day_and_of_a_scenario_too(store: Store, client: Client) -> None:
    gone = thing(System, "gone", used_until="2020", lifecycle="active")
    await put(store, gone, thing(System, "stays"))
    data = await client.ask(
        '{ now: system(id: "gone") { lifecycle } then: system(id: "gone", asOf: "2019-01-01") { lifecycle } '
        '  late: systems(asOf: "2030") { nodes { id lifecycle } } }'
    )
    assert data["then"] == {"lifecycle": "ACTIVE"}
    assert {"id": "gone", "lifecycle": "RETIRED"} in data["late"]["nodes"]
    code, message = await client.refused('{ systems(asOf: "soon") { totalCount } }')
    assert (code, "asOf" in message) == ("QUESTION", True)
