"""Scenarios in GraphQL: kept, told in words, compared and forgotten."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from graph.database.store import Store
from tests.integration.graphql_graph import Client, client_on
from tests.integration.test_scenarios import WORLD
from tests.worlds import put

SAVE = "mutation($input: ScenarioInput!) { saveScenario(input: $input) { id steps { number do text fields } } }"
REMOVE = {"id": "less", "name": "Less", "steps": [{"do": "REMOVE", "kind": "System", "id": "old"}]}
ADD = {
    "do": "ADD_EXCHANGE", "id": "new-flow", "provider": "other", "consumers": ["reader"], "carries": ["note"],
    "timing": "REAL_TIME",
}  # fmt: skip
COMPARE = """query($before: ID) { compare(question: LAST_HOLDER, after: "less", before: $before) {
  question openedTotal closedTotal same before after
  opened(first: 1) { illustrative values { column label(language: SV) text things { kind id thing { id } } } }
  closed { values { text } } } }"""


@pytest_asyncio.fixture(loop_scope="session")
async def client(store: Store) -> AsyncIterator[Client]:
    """A client on a small graph."""
    await put(store, *WORLD)
    async with client_on(store) as client:
        yield client


async def test_one_is_kept_and_told_in_words(client: Client) -> None:
    data = await client.ask(SAVE, input=REMOVE | {"steps": [*REMOVE["steps"], ADD]})
    first, second = data["saveScenario"]["steps"]
    assert (first["number"], first["do"], first["text"]) == (1, "REMOVE", "System Old is taken away.")
    assert second["text"].startswith("A new exchange, new-flow, takes Note from Other to Reader. Timing: Real time.")
    assert second["fields"]["carries"] == ["note"]
    data = await client.ask(
        '{ scenarios { id name asOf steps { text(language: SV) } } scenario(id: "less") { name } '
        'nobody: scenario(id: "x") { id } scenarioEffect(id: "less") { gone { id } '
        "new { id thing { id } } unheld { id } } }"
    )
    assert data["scenarios"][0]["steps"][0]["text"] == "System Old tas bort."
    assert (data["scenario"], data["nobody"]) == ({"name": "Less"}, None)
    assert {each["id"] for each in data["scenarioEffect"]["gone"]} == {"old", "out"}
    assert data["scenarioEffect"]["new"] == [{"id": "new-flow", "thing": None}]


async def test_it_is_asked_and_compared(client: Client) -> None:
    await client.ask(SAVE, input=REMOVE)
    asked = await client.ask('{ ask { lastHolder(scenario: "less") { totalCount } } }')
    assert asked["ask"]["lastHolder"]["totalCount"] == 2
    found = (await client.ask(COMPARE))["compare"]
    assert (found["openedTotal"], found["closedTotal"], found["same"]) == (1, 0, 1)
    values = {each["column"]: each for each in found["opened"][0]["values"]}
    assert (values["entity"]["text"], values["holder"]["label"]) == ("Note", "Enda innehavare")
    assert values["holder"]["things"] == [{"kind": "System", "id": "other", "thing": {"id": "other"}}]
    same = (await client.ask(COMPARE, before="less"))["compare"]
    assert (same["openedTotal"], same["same"], same["before"]) == (0, 2, "less")


async def test_it_is_forgotten(client: Client) -> None:
    await client.ask(SAVE, input=REMOVE)
    assert (await client.ask('mutation { deleteScenario(id: "less") }'))["deleteScenario"] == "less"
    assert (await client.ask("{ scenarios { id } }"))["scenarios"] == []
    code, told = await client.refused('mutation { deleteScenario(id: "less") }')
    assert (code, told) == ("SCENARIO", "There is no scenario 'less'. There are: -.")


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([{"do": "REMOVE", "id": "oldd"}], "did you mean 'old'?"),
        ([{"do": "REMOVE"}], "input: step 1, id is"),
        ([{"do": "MERGE", "ids": ["old"]}], "input: step 1, into is"),
        ([], "steps is []"),
    ],
)
async def test_a_wrong_one_is_not_kept(client: Client, steps: list[dict[str, object]], said: str) -> None:
    code, told = await client.refused(SAVE, input={**REMOVE, "steps": steps})
    assert code == "SCENARIO"
    assert said in told
    assert (await client.ask("{ scenarios { id } }"))["scenarios"] == []


async def test_a_change_is_not_made_by_reading_nor_from_another_site(client: Client) -> None:
    text = 'mutation { deleteScenario(id: "less") }'
    await client.ask(SAVE, input=REMOVE)
    assert (await client.http.get("/graphql", params={"query": text})).status_code >= 400
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        response = await client.http.post("/graphql", json={"query": text}, headers=headers)
        assert response.status_code == 403
    assert (await client.ask("{ scenarios { id } }"))["scenarios"] == [{"id": "less"}]
