"""Compliance through each of its faces: GraphQL, the page and its files, on a graph with a set and a system."""

import base64
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio
from openpyxl import load_workbook

from api.body_limit import FORMS
from graph.database.store import Store
from graph.facts.facts import Evidence
from graph.ontology.kinds import Exchange, Requirement, RequirementSet, Standard, StandardVersion, System
from graph.scenarios.scenario_store import save
from graph.scenarios.steps import Addition, Removal, Scenario
from loaders.tender.requirement_reading import read_requirements
from tests.integration.graphql_graph import Client, client_on
from tests.worlds import link, put, thing
from visualisations.wording.addresses import compliance_address

ASK = """
query ($offers: [OfferInput!], $systems: [ID!]) {
  compliance(requirementSet: "annex", systems: $systems, offers: $offers) {
    requirementSet illustrative
    offers { name system files formats }
    rows { requirement level notJudged judgements { status evidence rules illustrative summary { text(language: SV) }
      findings { status rule demand { text } places { file place says } } places { file place } } }
  }
}
"""
STATEMENT = {
    "resourceType": "CapabilityStatement", "kind": "instance", "fhirVersion": "3.0.2", "format": ["json"],
    "software": {"name": "<b>Journal</b>"},
    "rest": [{"mode": "server", "resource": [{"type": "Patient", "interaction": [{"code": "read"}]}]}],
}  # fmt: skip


@pytest_asyncio.fixture(loop_scope="session")
async def client(store: Store) -> AsyncIterator[Client]:
    made_up, fhir = Evidence.ILLUSTRATIVE, thing(Standard, "fhir", name="HL7 FHIR")
    version = thing(StandardVersion, "r4", version="4.0.1")
    other = thing(System, "other")
    annex = thing(RequirementSet, "annex", name="=Annex", name_sv="Bilaga")
    speaks = thing(Requirement, "speaks", level="shall", fhir_resources=("Patient: read",))
    swedish = thing(Requirement, "swedish", level="should", evidence=made_up)
    system, exchange = thing(System, "ehr"), thing(Exchange, "flow", established="tested", valid_from="2020")
    await put(
        store, fhir, version, annex, speaks, swedish, system, exchange, other,
        link(version, "version_of", fhir), link(speaks, "demands", version), link(speaks, "listed_in", annex),
        link(swedish, "listed_in", annex), link(system, "provides", exchange), link(exchange, "conforms_to", version),
    )  # fmt: skip
    async with client_on(store) as found:
        yield found


def statuses(answer: Any) -> list[list[str]]:
    return [[each["status"] for each in row["judgements"]] for row in answer["compliance"]["rows"]]


async def test_systems_files_and_claims_stand_side_by_side(client: Client) -> None:
    text = json.dumps(STATEMENT)
    offers = [
        {"name": "A", "files": [{"name": "a.json", "content": text}], "claims": [
            {"aspect": "REQUIREMENT", "name": "speaks"},
            {"aspect": "REQUIREMENT", "name": "swedish", "evidence": "CERTIFIED", "place": "p. 7"}]},
        {"files": [{"name": "b.json", "base64": base64.b64encode(text.encode()).decode()}]},
    ]  # fmt: skip
    answer = await client.ask(ASK, offers=offers, systems=["ehr"])
    assert statuses(answer) == [["PARTLY", "PARTLY", "PARTLY"], ["NOT_DECLARED", "MET", "NOT_DECLARED"]]
    assert [each["name"] for each in answer["compliance"]["offers"]] == ["Ehr", "A", "<b>Journal</b>"]
    first, second = answer["compliance"]["rows"]
    assert first["judgements"][0]["evidence"] == "TESTED"
    assert first["judgements"][0]["findings"][0]["places"] == [
        {"file": "world", "place": "Exchange/flow CONFORMS_TO StandardVersion/r4", "says": "YES"}
    ]
    assert (second["judgements"][1]["evidence"], second["judgements"][1]["places"][0]["place"]) == ("CERTIFIED", "p. 7")
    assert [each["illustrative"] for each in (first["judgements"][0], second["judgements"][0])] == [False, True]
    assert answer["compliance"]["illustrative"]


OF = """
query ($asOf: String, $scenario: String) {
  compliance(requirementSet: "annex", systems: ["ehr"], asOf: $asOf, scenario: $scenario) {
    asOf scenario assumed
    rows { requirement judgements {
      status assumed leads { question given { name value } } places { file place assumed } } } }
}
"""


async def test_another_day_and_a_scenario_are_judged_and_what_is_assumed_is_marked(
    client: Client, store: Store
) -> None:
    gone, back = Removal(do="remove", kind=Exchange.__name__, id="flow"), Addition(
        do="add-exchange", id="new-flow", provider="ehr", consumers=("other",), conforms_to=("r4",)
    )  # fmt: skip
    await save(store, Scenario(id="gone", name="Gone", as_of="2030", steps=(gone,)))
    await save(store, Scenario(id="back", name="Back again", steps=(gone, back)))
    first, *_ = (await client.ask(OF))["compliance"]["rows"]
    assert (first["judgements"][0]["status"], first["judgements"][0]["assumed"]) == ("PARTLY", False)
    gone_now = (await client.ask(OF, scenario="gone"))["compliance"]
    assert (gone_now["asOf"], gone_now["scenario"], gone_now["assumed"]) == ("2030-01-01", "gone", False)
    assert gone_now["rows"][0]["judgements"][0]["status"] == "NOT_DECLARED"
    again = (await client.ask(OF, scenario="back"))["compliance"]
    judgement = again["rows"][0]["judgements"][0]
    assert (judgement["status"], judgement["assumed"], again["assumed"]) == ("PARTLY", True, True)
    assert judgement["places"] == [
        {"file": "Back again", "place": "Exchange/new-flow CONFORMS_TO StandardVersion/r4", "assumed": True}
    ]
    before = (await client.ask(OF, asOf="2010"))["compliance"]
    assert (before["asOf"], before["rows"][0]["judgements"][0]["status"]) == ("2010-01-01", "NOT_DECLARED")
    assert (await client.refused(OF, scenario="nothing"))[0] == "SCENARIO"
    assert "soon" in (await client.refused(OF, asOf="soon"))[1]


async def test_the_page_is_of_a_day_and_a_scenario_and_has_a_map(client: Client, store: Store) -> None:
    back = Addition(do="add-exchange", id="new-flow", provider="ehr", consumers=("other",), conforms_to=("r4",))
    await save(store, Scenario(id="back", name="Back again", steps=(back,)))
    given = {"set": "annex", "system": "ehr", "scenario": "back", "as_of": "2031"}
    response = await client.http.get(compliance_address(**given))
    page = response.text
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    assert 'href="/scenarios/back"' in page
    assert compliance_address(set="annex", system="ehr").replace("&", "&amp;") in page
    assert "Back again" in page
    assert "scenario=back&amp;as_of=2031" in page
    assert page.count('class="badge assumed"') >= 2
    assert 'id="map-canvas"' in page
    plain = (await client.http.get(compliance_address(set="annex", system="ehr"))).text
    assert "not the facts" not in plain
    assert "badge assumed" not in plain
    file = await client.http.post("/compliance/map.html", data=given)
    assert "Scenario: Back again – not the facts. As of 1 January 2031" in file.text
    assert "attachment" in file.headers["content-disposition"]
    for wrong in ({"scenario": "nothing"}, {"as_of": "soon"}):
        assert (await client.http.get(compliance_address(**given | wrong))).status_code == 422
        assert (await client.http.post("/compliance/map.html", data=given | wrong)).status_code == 422


async def test_what_cannot_be_judged_is_told_and_nothing_fails(client: Client) -> None:
    for offers, said in (
        ([{"files": [{"name": "x.json", "content": "{"}]}], "x.json:1"),
        ([{"files": [{"content": "{}", "base64": "e30="}]}], "either content or base64"),
        ([{"files": [{"base64": "***"}]}], "base64 cannot be read"),
        ([{"name": "A"}], "neither files nor claims"),
        ([{"claims": [{"aspect": "REQUIREMENT", "name": "speeks"}]}], "nearest is: speaks"),
        ([], "nothing to judge"),
    ):
        code, message = await client.refused(ASK, offers=offers)
        assert code in ("OFFER", "INVALID_OFFER")
        assert said in message
    assert (await client.refused(ASK.replace('"annex"', '"anex"'), systems=["ehr"]))[0] == "UNKNOWN_THING"


async def test_the_page_takes_files_shows_the_matrix_and_keeps_nothing(client: Client) -> None:
    files = [("file-0", ("a.json", json.dumps(STATEMENT).encode(), "application/json"))]
    response = await client.http.post("/compliance", data={"set": "annex", "system": ["ehr", ""]}, files=files)
    page = response.text
    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    assert "etag" not in response.headers
    assert "&lt;b&gt;Journal&lt;/b&gt;" in page
    assert "<b>Journal" not in page
    assert "/rest/0/resource/0" in page
    assert 'class="badge"' in page
    data = base64.b64decode(page.split("base64,")[1].split('"')[0])
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [cell.value for cell in sheet[2]][:3] == ["speaks", "Shall", "Speaks"]


async def test_the_page_says_what_is_wrong_and_where(client: Client) -> None:
    wrong = [("file-0", ("<x>.json", b"{", "application/json"))]
    for address in ("/compliance", "/compliance.xlsx"):
        response = await client.http.post(address, data={"set": "annex"}, files=wrong)
        assert response.status_code == 422
        assert "&lt;x&gt;.json:1" in response.text
    assert (await client.http.post("/compliance", data={"set": "annex"})).status_code == 422
    assert (await client.http.get("/compliance?set=none&system=ehr")).status_code == 422
    assert (await client.http.get("/compliance")).status_code == 200
    large = [("file-0", ("big.json", b"x" * (FORMS["/compliance"] + 1), "application/json"))]
    response = await client.http.post("/compliance", data={"set": "annex"}, files=large)
    assert (response.status_code, "24 MB" in response.text) == (413, True)
    assert response.headers["content-security-policy"]


async def test_what_is_handed_out_can_be_handed_in(client: Client) -> None:
    query = "/compliance/{}?set=annex"
    workbook = await client.http.get(query.format("questionnaire.xlsx"), headers={"accept-language": "sv"})
    book = load_workbook(io.BytesIO(workbook.content))
    book["Krav"]["G4"] = "Ja"
    out = io.BytesIO()
    book.save(out)
    files = [("file-0", ("svar.xlsx", out.getvalue(), "application/octet-stream"))]
    response = await client.http.post("/compliance.xlsx", data={"set": "annex", "name-0": "=A"}, files=files)
    matrix = load_workbook(io.BytesIO(response.content)).worksheets[0]
    assert [cell.value for cell in matrix[3]][0::5] == ["swedish", "Met"]
    assert matrix["F1"].data_type == "s"
    statement = await client.http.get(query.format("capability-statement.json"))
    found = read_requirements(statement.content, "s.json")
    assert [each.id for each in found.requirements] == ["speaks", "swedish"]
    assert found.illustrative


async def test_an_answer_that_cannot_be_read_spoils_its_cell_and_no_other(client: Client) -> None:
    workbook = await client.http.get("/compliance/questionnaire.xlsx?set=annex")
    book = load_workbook(io.BytesIO(workbook.content))
    book["Requirements"]["G3"], book["Requirements"]["G4"] = "perhaps", "Yes"
    out = io.BytesIO()
    book.save(out)
    files = [
        ("file-0", ("answers.xlsx", out.getvalue(), "application/octet-stream")),
        ("file-1", ("a.json", json.dumps(STATEMENT).encode(), "application/json")),
    ]  # fmt: skip
    response = await client.http.post("/compliance", data={"set": "annex", "name-0": "First & best"}, files=files)
    assert response.status_code == 200
    assert "&#34;perhaps&#34; is not an answer" in response.text
    data = base64.b64decode(response.text.split("base64,")[1].split('"')[0])
    matrix, grounds = load_workbook(io.BytesIO(data)).worksheets[:2]
    assert [row[13].value for row in (grounds[1], grounds[4])] == ["Evidence level there", "Declared"]
    assert [[row[5].value, row[7].value] for row in (matrix[2], matrix[3])] == [
        ["Not declared", "Partly met"], ["Met", "Not declared"],
    ]  # fmt: skip
    assert 'value="First &amp; best"' in response.text
    assert "answers.xlsx" in response.text


async def test_the_form_keeps_what_was_chosen_where_nothing_can_be_judged(client: Client) -> None:
    wrong = [("file-1", ("cut.json", b"{", "application/json"))]
    given = {"set": "annex", "system": ["ehr", "other"], "name-0": "", "name-1": "Second", "as_of": "2030-01-01"}
    response = await client.http.post("/compliance", data=given, files=wrong)
    assert response.status_code == 422
    for kept in ('value="annex" selected', 'value="ehr"', 'value="other"', 'value="Second"', 'value="2030-01-01"'):
        assert kept in response.text
    assert 'id="chosen-1">Chosen before, and to be chosen again: <bdi>cut.json</bdi>' in response.text
    assert 'id="chosen-0"' not in response.text
