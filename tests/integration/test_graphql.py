"""GraphQL answers about things, relations, questions, kinds and runs, on each engine."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from graph.database.store import Store
from graph.facts.facts import Evidence
from graph.ontology.kinds import Api, Discipline, InformationModel, Organisation, SharedStorage, System
from tests.integration.graphql_graph import Client, client_on
from tests.worlds import link, put, thing


@pytest_asyncio.fixture(loop_scope="session")
async def client(store: Store) -> AsyncIterator[Client]:
    """A client on an empty graph."""
    async with client_on(store) as client:
        yield client


async def test_a_thing_tells_its_fields_its_relations_both_ways_and_who_says_it(store: Store, client: Client) -> None:
    journal = thing(System, "s", name="Journal", name_sv="Journalen", mode="mode-1", aliases=("J",), used_since="1989")
    api = thing(Api, "a", transport="rest")
    await put(store, journal, api, link(journal, "exposes", api))
    data = await client.ask(
        """{ system(id: "s") { kind id name sv: name(language: SV) mode aliases usedSince era illustrative
               records { dataset source section paraphrase evidence place run firstRun fields }
               exposes { totalCount edges { node { id transport exposedBy { nodes { id } } }
                                       link { relation verb records { source place } } } } } }"""
    )
    assert data["system"] == {
        "kind": "System", "id": "s", "name": "Journal", "sv": "Journalen", "mode": "MODE_1", "aliases": ["J"],
        "usedSince": "1989", "era": None, "illustrative": False,
        "records": [{
            "dataset": "world", "source": "world", "section": None, "paraphrase": None,
            "evidence": "STATED", "place": "world:s", "run": 1, "firstRun": 1,
            "fields": {"id": "s", "name": "Journal", "name_sv": "Journalen", "mode": "mode-1", "aliases": ["J"],
                       "used_since": "1989"},
        }],
        "exposes": {"totalCount": 1, "edges": [{
            "node": {"id": "a", "transport": "REST", "exposedBy": {"nodes": [{"id": "s"}]}},
            "link": {"relation": "EXPOSES", "verb": "exposes", "records": [{"source": "world", "place": "world:s-a"}]},
        }]},
    }  # fmt: skip


async def test_two_datasets_about_one_thing_are_both_told_the_trusted_one_first(store: Store, client: Client) -> None:
    await put(store, thing(System, "s", era="1980s"), dataset="high", trust=90)
    await put(store, thing(System, "s", era="1990s", evidence=Evidence.ILLUSTRATIVE), dataset="low", trust=1)
    data = await client.ask('{ system(id: "s") { era illustrative records { dataset evidence fields } } }')
    assert (data["system"]["era"], data["system"]["illustrative"]) == ("1980s", True)
    records = [(each["dataset"], each["evidence"], each["fields"]["era"]) for each in data["system"]["records"]]
    assert records == [("high", "STATED", "1980s"), ("low", "ILLUSTRATIVE", "1990s")]


async def test_a_relation_tells_its_own_fields(store: Store, client: Client) -> None:
    system, model = thing(System, "s"), thing(InformationModel, "m")
    await put(store, system, model, link(system, "maps_to", model, coverage="half of it"))
    data = await client.ask(
        '{ system(id: "s") { mapsTo { edges { link { coverage verb ... on Link { verb(language: SV) } } } } } }'
        .replace("verb ... on Link { verb(language: SV) }", "sv: verb(language: SV)")
    )  # fmt: skip
    assert data["system"]["mapsTo"]["edges"] == [{"link": {"coverage": "half of it", "sv": "kan översättas till"}}]


async def test_things_of_several_kinds_come_together_and_tell_what_is_their_own(store: Store, client: Client) -> None:
    owner, system, api = thing(Organisation, "o"), thing(System, "b", era="1990s"), thing(Api, "a", version="2")
    await put(store, owner, system, api, link(system, "owned_by", owner), link(api, "owned_by", owner))
    data = await client.ask(
        '{ organisation(id: "o") { owns { nodes { kind id ... on System { era } ... on Api { version } } } } }'
    )
    assert data["organisation"]["owns"]["nodes"] == [
        {"kind": "Api", "id": "a", "version": "2"},
        {"kind": "System", "id": "b", "era": "1990s"},
    ]


async def test_what_does_not_exist_is_null(client: Client) -> None:
    assert await client.ask('{ system(id: "x") { id } thing(kind: Api, id: "x") { id } }') == {
        "system": None,
        "thing": None,
    }


async def test_a_question_is_a_field_with_typed_rows(store: Store, client: Client) -> None:
    pacs = thing(SharedStorage, "pacs", name="PACS", name_sv="Bildlager")
    lab, xray = thing(Discipline, "lab"), thing(Discipline, "x-ray")
    await put(store, pacs, lab, xray, link(pacs, "serves", lab), link(pacs, "serves", xray))
    data = await client.ask(
        """{ ask { sharedStorage(discipline: "lab") { question title(language: SV) revision totalCount illustrative
             nodes { storage { kind id name(language: SV)
                               thing { name ... on SharedStorage { serves { totalCount } } } }
                    disciplines { id } evidence { about source evidence } } } } }"""
    )
    answer = data["ask"]["sharedStorage"]
    assert (answer["question"], answer["revision"], answer["totalCount"]) == ("shared_storage", 1, 1)
    assert answer["title"].startswith("Vilka specialiteter")
    assert answer["nodes"][0]["storage"] == {
        "kind": "SharedStorage", "id": "pacs", "name": "Bildlager",
        "thing": {"name": "PACS", "serves": {"totalCount": 2}},
    }  # fmt: skip
    assert [each["id"] for each in answer["nodes"][0]["disciplines"]] == ["lab", "x-ray"]
    assert {"about": "SharedStorage/pacs", "source": "world", "evidence": "STATED"} in answer["nodes"][0]["evidence"]


async def test_a_question_about_a_thing_that_is_not_there_says_so(store: Store, client: Client) -> None:
    await put(store, thing(Discipline, "radiology"))
    code, message = await client.refused('{ ask { sharedStorage(discipline: "radiolgy") { totalCount } } }')
    assert code == "UNKNOWN_THING"
    assert "radiolgy" in message
    assert "Did you mean 'radiology'?" in message
    code, message = await client.refused("{ ask { sharedStorage(first: -1) { totalCount } } }")
    assert code == "QUESTION"
    assert "first is -1" in message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lab", ["lab", "old lab", "collab", "other"]),
        ("LAB old", ["old lab"]),
        ("ålder", ["Ålder"]),
        ("alder", ["Alder"]),
        ("öl", ["Öl"]),
        ("cafe", ["Café"]),
        ("röntgen", ["x"]),
        ("nothing", []),
    ],
)
async def test_a_search_knows_the_swedish_alphabet_and_puts_names_that_begin_so_first(
    store: Store, client: Client, text: str, found: list[str]
) -> None:
    names = ["lab", "old lab", "collab", "Ålder", "Alder", "Öl", "Café"]
    things = [thing(System, name.replace(" ", "-"), name=name) for name in names]
    other = thing(Discipline, "other", name="other", description="works with the lab")
    await put(store, *things, other, thing(Discipline, "x", name="x", name_sv="Röntgen"))
    data = await client.ask("query($text: String!) { search(text: $text) { totalCount nodes { name } } }", text=text)
    assert [each["name"] for each in data["search"]["nodes"]] == found
    assert data["search"]["totalCount"] == len(found)


async def test_a_search_can_be_kept_to_kinds_and_to_a_number(store: Store, client: Client) -> None:
    await put(store, *(thing(System, f"s{n}", name="x") for n in range(4)), thing(Api, "a", name="x"))
    data = await client.ask('{ few: search(text: "x", first: 2) { totalCount nodes { id } } '
                            '  apis: search(text: "x", kinds: [Api]) { totalCount nodes { id } } }')  # fmt: skip
    assert data["few"] == {"totalCount": 5, "nodes": [{"id": "a"}, {"id": "s0"}]}
    assert data["apis"] == {"totalCount": 1, "nodes": [{"id": "a"}]}


async def test_kinds_tell_their_names_colours_counts_and_relations(store: Store, client: Client) -> None:
    await put(store, thing(System, "s"), thing(System, "t"))
    kinds = (
        await client.ask(
            "{ kinds { name words plural(language: SV) about colour shape totalCount"
            "  relations { key relation words(language: SV) outgoing single others } } }"
        )
    )["kinds"]
    system = next(kind for kind in kinds if kind["name"] == System.__name__)
    assert (system["words"], system["plural"], system["totalCount"]) == ("System", System.plural.sv, 2)
    assert {"key": "exposes", "relation": "EXPOSES", "words": "exponerar", "outgoing": True, "single": False,
            "others": ["Api"]} in system["relations"]  # fmt: skip
    assert sum(kind["totalCount"] for kind in kinds) == 2


async def test_datasets_runs_and_the_revision_are_told(store: Store, client: Client) -> None:
    await put(store, thing(System, "s"))
    await put(store, thing(System, "t"), dataset="other", trust=7)
    data = await client.ask(
        "{ revision datasets { id title(language: SV) trust run } "
        "  runs { number dataset thingsCreated } last: runs(first: 1) { number } "
        '  own: runs(dataset: "world") { number started ended } }'
    )
    assert data["revision"] == 2
    assert data["datasets"] == [
        {"id": "other", "title": "other", "trust": 7, "run": 2},
        {"id": "world", "title": "world", "trust": 50, "run": 1},
    ]
    assert [(run["number"], run["dataset"]) for run in data["runs"]] == [(2, "other"), (1, "world")]
    assert data["last"] == [{"number": 2}]
    assert data["own"][0]["started"] <= data["own"][0]["ended"]


async def test_what_a_run_warned_of_is_told_in_both_languages(store: Store, client: Client) -> None:
    await put(store, thing(System, "two words"))
    data = await client.ask("{ runs { warned warnings { place message sv: message(language: SV) } } }")
    told = data["runs"][0]["warnings"][0]
    assert data["runs"][0]["warned"] == 1
    assert told["message"] == 'The id "two words" has a space in it.'
    assert told["sv"] == "Id:t ”two words” har ett mellanslag i sig."


async def test_an_answer_comes_in_pages_as_things_do(store: Store, client: Client) -> None:
    await put(store, *(thing(System, f"s{n}") for n in range(5)))
    query = """query($first: Int, $last: Int, $after: String, $before: String) { ask {
        noOwner(kinds: [SYSTEM], first: $first, last: $last, after: $after, before: $before) {
          totalCount nodes { evidence { about } } edges { cursor }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }""".replace("kinds: [SYSTEM], ", "")

    async def page(**window: object) -> tuple[list[str], bool, bool, dict[str, str]]:
        found = (await client.ask(query, **window))["ask"]["noOwner"]
        info = found["pageInfo"]
        assert found["totalCount"] == 5
        assert [each["cursor"] for each in found["edges"]][:1] == [info["startCursor"]][: len(found["edges"])]
        about = [each["evidence"][0]["about"].removeprefix("System/") for each in found["nodes"]]
        return about, info["hasPreviousPage"], info["hasNextPage"], info

    ids, before, behind, info = await page(first=2)
    assert (ids, before, behind) == (["s0", "s1"], False, True)
    ids, before, behind, info = await page(first=2, after=info["endCursor"])
    assert (ids, before, behind) == (["s2", "s3"], True, True)
    assert (await page(last=2, before=info["startCursor"]))[0] == ["s0", "s1"]
    assert (await page(last=2))[0] == ["s3", "s4"]
    assert (await page(last=1, first=3))[0] == ["s2"]
    assert (await page(first=0))[0] == (await page(last=0))[0] == []
    assert (await page())[0] == ["s0", "s1", "s2", "s3", "s4"]
    code, message = await client.refused('{ ask { noOwner(after: "x") { totalCount } } }')
    assert (code, "not a cursor" in message) == ("QUESTION", True)


async def test_any_thing_is_found_by_its_global_id(store: Store, client: Client) -> None:
    await put(store, thing(System, "s", name="S"), thing(Api, "a/b", name="AB"))
    data = await client.ask(
        '{ one: node(id: "System/s") { globalId name } '
        '  some: nodes(ids: ["Api/a/b", "System/none", "Nothing/x", "System/s"]) '
        "{ globalId ... on Api { transport } } }"
    )
    assert data["one"] == {"globalId": "System/s", "name": "S"}
    assert data["some"] == [{"globalId": "Api/a/b", "transport": None}, None, None, {"globalId": "System/s"}]


async def test_things_are_counted_and_summed_by_closed_lists(store: Store, client: Client) -> None:
    await put(
        store,
        thing(System, "a", mode="mode-1", annual_cost_sek=10.0, must_not_stop=True),
        thing(System, "b", mode="mode-1", annual_cost_sek=5.5),
        thing(System, "c", mode="mode-2"),
        thing(System, "d"),
    )
    data = await client.ask(
        """{ systems(first: 0, where: {not: {id: {eq: "none"}}}) { totalCount
               groups(by: [MODE]) { key { mode mustNotStop } totalCount sums { annualCostSek { sum stated } } }
               both: groups(by: [MODE, MUST_NOT_STOP]) { totalCount key { mode mustNotStop } } } }"""
    )
    assert data["systems"]["groups"] == [
        {"key": {"mode": "MODE_1", "mustNotStop": None}, "totalCount": 2,
         "sums": {"annualCostSek": {"sum": 15.5, "stated": 2}}},
        {"key": {"mode": "MODE_2", "mustNotStop": None}, "totalCount": 1,
         "sums": {"annualCostSek": {"sum": None, "stated": 0}}},
        {"key": {"mode": None, "mustNotStop": None}, "totalCount": 1,
         "sums": {"annualCostSek": {"sum": None, "stated": 0}}},
    ]  # fmt: skip
    assert [each["totalCount"] for each in data["systems"]["both"]] == [1, 1, 1, 1]
