"""A plan gives the very bytes that the library gives, for whatever is asked."""

import os
import random
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from api.graphql.graphql_schema import SCHEMA
from api.graphql.plans.known_queries import KEPT, KEPT_TEXT, KNOWN_QUERIES, KnownQuery
from graph.database.store import Store
from graph.facts.facts import LinkFact
from graph.ontology.kinds import Exchange, InformationEntity, Organisation, System
from tests.integration.graphql_graph import Client, client_on
from tests.integration.random_queries import RandomQuery
from tests.integration.test_graphql_laws import everything
from tests.worlds import link, put, thing

QUERIES = int(os.environ.get("SAMBAND_RANDOM_QUERIES", "300"))
NEW = int(os.environ.get("SAMBAND_RANDOM_SEED", "0")) or random.SystemRandom().randrange(1_000_000, 10_000_000)
LIBRARY = {"Accept": "application/graphql-response+json, application/json"}
"""What asks for the library's own answer."""


@pytest_asyncio.fixture(loop_scope="session")
async def client(store: Store) -> AsyncIterator[Client]:
    """A client on two things of each kind, and every relation between them; some with all of their fields."""
    system = thing(System, "s", name="Ärende", name_sv="Ärendet", mode="mode-1", must_not_stop=True, era="1980s",
                   aliases=("A", "B"), used_since="2017-05", annual_cost_sek=10.5, description="Om vården")  # fmt: skip
    flow, entity, owner = thing(Exchange, "e"), thing(InformationEntity, "i"), thing(Organisation, "o")
    await put(store, *everything(), system, flow, entity, owner, link(system, "provides", flow),
              link(flow, "carries", entity), link(system, "owned_by", owner))  # fmt: skip
    async with client_on(store) as client:
        yield client


async def both(client: Client, query: RandomQuery) -> tuple[bytes, bytes]:
    """The answers with a plan where there is one, and by the library alone."""
    body = {"query": query.text, "variables": query.variables}
    answers = [await client.http.post("/graphql", json=body, headers=headers) for headers in ({}, LIBRARY)]
    return answers[0].content, answers[1].content


@pytest.mark.mostly_embedded
async def test_random_queries_get_the_same_bytes_by_a_plan_and_by_the_library(client: Client) -> None:
    ids = [fact.id for fact in everything() if not isinstance(fact, LinkFact)] + ["s", "e", "i", "o", "none"]
    planned = answered = 0
    for seed in range(NEW, NEW + QUERIES):
        query = RandomQuery(seed, ids, waiting=seed % 10 == 0)
        one, other = await both(client, query)
        wrong = b'"errors"' in one  # then the library has told both, in the order in which its fields came to it
        assert wrong == (b'"errors"' in other), f"SAMBAND_RANDOM_SEED={seed}: {query.text} {query.variables}"
        assert wrong or one == other, f"SAMBAND_RANDOM_SEED={seed}: {query.text} {query.variables}"
        kept = KNOWN_QUERIES.kept(query.text, None)
        if kept is not None and kept.plan is not None and not wrong:
            planned += 1
            assert kept.answered == 1, f"SAMBAND_RANDOM_SEED={seed}: {query.text} {query.variables}"
        answered += not wrong
    print(f"SAMBAND_RANDOM_SEED={NEW}: {answered} of {QUERIES} queries answered, {planned} of them by a plan")
    assert planned > QUERIES / 2


@pytest.mark.parametrize(
    "query",
    [
        "{ systems { edges { node { id name lifecycle } cursor } pageInfo { hasNextPage endCursor } totalCount } }",
        '{ system(id: "s") { a: name b: name(language: SV) provides(first: 1) { nodes { id } totalCount } } }',
        '{ system(id: "s") { provides(where: {name: {contains: "e"}}, last: 1) { edges { cursor link { relation verb '
        "} node { id carries { nodes { id __typename } } } } pageInfo { startCursor hasPreviousPage } } } }",
        '{ organisation(id: "o") { owns { nodes { kind id ... on System { era aliases mode } ... on Api { version } '
        "__typename } } } }",
        "{ ask { noOwner { totalCount nodes { evidence { about } } } } }",
        '{ search(text: "s") { totalCount nodes { id kind } } }',
        "{ datasets { id title(language: SV) } runs(first: 1) { number } __typename }",
        "fragment F on System { id ...G } fragment G on System { name } { systems(first: 2) { nodes { ...F name } } }",
    ],
)
async def test_what_is_asked_every_day_is_planned(client: Client, query: str) -> None:
    document = KnownQuery(SCHEMA, query, None, {})
    assert document.plan is not None
    answers = [await client.http.post("/graphql", json={"query": query}, headers=h) for h in ({}, LIBRARY)]
    assert "errors" not in answers[0].json()
    assert answers[0].content == answers[1].content


async def test_what_waits_for_the_database_or_changes_something_is_left_to_the_library() -> None:
    for query in (
        '{ system(id: "s") { records { source } } }',
        "query($x: Boolean!) { systems { nodes { id @include(if: $x) } } }",
        "{ kinds { totalCount } }",
        'mutation { deleteScenario(id: "x") { id } }',
    ):
        try:
            document = KnownQuery(SCHEMA, query, None, {})
        except Exception:
            continue
        assert document.plan is None, query


async def test_what_is_kept_of_queries_is_bounded(client: Client) -> None:
    for n in range(KEPT + 50):
        await client.ask(f'{{ system(id: "{n}") {{ id }} }}')
    assert len(KNOWN_QUERIES._kept) <= KEPT
    long = " ".join(f'a{n}: system(id: "{n}") {{ id }}' for n in range(30))
    for n in range(20):
        await client.ask(f"{{ {long} b: system(id: {n}) {{ id }} }} " + "#" * 20_000)
    assert sum(len(text) for text, _ in KNOWN_QUERIES._kept) <= KEPT_TEXT
