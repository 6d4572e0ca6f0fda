"""A graph that is replaced under a running server is read anew, whatever its revision."""

from graph.database.store import Store
from graph.ontology.kinds import System
from tests.conftest import empty
from tests.integration.graphql_graph import client_on
from tests.integration.test_graphql_kept import QUERY, got
from tests.worlds import put, thing


async def test_another_graph_under_the_same_address_is_answered_from_at_once(store: Store) -> None:
    for n in range(3):
        await put(store, thing(System, "a"), thing(System, f"b{n}"))
    async with client_on(store) as client:
        assert (await client.ask("{ systems { totalCount } ask { noOwner { totalCount } } }")) == {
            "systems": {"totalCount": 2}, "ask": {"noOwner": {"totalCount": 2}},
        }  # fmt: skip
        await empty(store)
        await put(store, thing(System, "other"))
        assert (await client.ask("{ revision systems { nodes { id } } ask { noOwner { totalCount } } }")) == {
            "revision": 1, "systems": {"nodes": [{"id": "other"}]}, "ask": {"noOwner": {"totalCount": 1}},
        }  # fmt: skip


async def test_another_graph_at_the_same_revision_has_another_etag_and_other_answers(store: Store) -> None:
    await put(store, thing(System, "a"))
    async with client_on(store) as client:
        _, mark, _ = await got(client, QUERY)
        assert mark
        assert (await client.ask("{ ask { noOwner { totalCount } } }"))["ask"]["noOwner"]["totalCount"] == 1
        await empty(store)
        await put(store, thing(System, "b"), thing(System, "c"))
        status, other, body = await got(client, QUERY, **{"If-None-Match": mark})
        assert (status, other != mark, b'"b"' in body) == (200, True, True)
        assert (await client.ask("{ ask { noOwner { totalCount } } }"))["ask"]["noOwner"]["totalCount"] == 2


async def test_node_lists_are_counted(store: Store) -> None:
    await put(store, thing(System, "a"))
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on System { provides(first: 500) { nodes { id } } } } }"
    async with client_on(store) as client:
        assert await client.ask(query, ids=["System/a"]) == {"nodes": [{"provides": {"nodes": []}}]}
        code, message = await client.refused(query, ids=["System/a"] * 100)
        assert (code, "things" in message) == ("TOO_LARGE", True)
