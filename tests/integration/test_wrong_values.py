"""Wrong values on every page, in every parameter: never a fault of ours, always a page that says what is wrong."""

from collections.abc import AsyncIterator, Iterator
from html import unescape
from urllib.parse import quote

import httpx
import pytest
import pytest_asyncio
from starlette.routing import Route

from api.pages import ROUTES
from graph.database.store import Store
from graph.language.words import Language
from graph.ontology.kinds import Exchange, System
from graph.scenarios.scenario_store import save
from graph.scenarios.steps import Removal, Scenario
from queries.asking.catalogue import catalogue
from queries.asking.question import QuestionParameters
from tests.conftest import empty
from tests.integration.test_pages import Elements, client
from tests.worlds import link, put, thing
from visualisations.maps.atlas import atlas
from visualisations.pages.scenarios.form_labels import ACTIONS

MISTYPED_DAY = "2029-02-30"
CONTROLS = "a\x00b\x07\u202e"
WRONG = {
    "mistyped day": MISTYPED_DAY,
    "no day": "soon",
    "year nought": "0000",
    "day in other digits": "２０２９-02-03",
    "letters": "x y",
    "below": "-1",
    "above": "99999999999999999999",
    "no number": "NaN",
    "boundless": "1e400",
    "digits that are no number": "²",
    "the last day": "9999-12-31",
    "controls": CONTROLS,
    "lone surrogate": "%ED%A0%80",
    "markup": "</script>{{7*7}}{x}",
    "steps up": "../..",
    "very long": "x" * 5_000,
    "repeated": f"old&{{}}={MISTYPED_DAY}",
}
ASKED = {**catalogue(), **{f"map {stem}": each for stem, each in atlas().items()}}
REFUSED = (404, 422)
ANY_QUESTION = (*QuestionParameters.model_fields, "unknown")
ON_NEO4J = ("no_owner", "map landscape", "/search", "/kind/{kind}", "/thing/{kind}/{id:path}", "/scenarios/less")
"""What is asked of Neo4j too: what reads the database in each way."""
pytestmark = pytest.mark.mostly_embedded(*ON_NEO4J)
WALKED_WHOLLY = ("addressing_findings", "divestment_candidates", "map landscape")
"""Of what every question takes alike, these are asked with every wrong value, the others with two."""


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def pages(opened: Store) -> AsyncIterator[httpx.AsyncClient]:
    old, flow = thing(System, "old", used_since="2010"), thing(Exchange, "flow")
    await empty(opened)
    await put(opened, old, flow, thing(System, "new"), link(old, "provides", flow))
    await save(opened, Scenario(id="less", name="Less", steps=(Removal(do="remove", id="old"),)))
    async with client(opened) as reader:
        yield reader


def written(**values: str) -> str:
    """A query; what is escaped or repeated already stays so."""
    return "&".join(
        f"{name}={each.format(name) if '&{}' in each else each if each.startswith('%') else quote(each, safe='')}"
        for name, each in values.items()
    )


def addresses(name: str) -> tuple[str, ...]:
    """Where a question or a map answers: pages, maps and files."""
    if name.startswith("map "):
        return (f"/map/{name[4:]}",)
    return tuple(f"/question/{name}{end}" for end in ("", "/map", ".csv", ".xlsx", ".json"))


def wrongly_asked(name: str) -> Iterator[tuple[str, str]]:
    """Each parameter of a question or a map with each wrong value, the others as they should be."""
    asked = ASKED[name]
    needed = {each.name: "old" for each in asked.inputs.values() if each.required}
    for parameter in (*asked.inputs, "unknown"):
        values = list(WRONG.values())
        if parameter in ANY_QUESTION and name not in WALKED_WHOLLY:
            values = values[:: len(values) // 2]
        for value in values:
            for address in addresses(name)[: None if parameter == "as_of" else 1]:
                yield parameter, f"{address}?{written(**{**needed, parameter: value})}"


async def told(pages: httpx.AsyncClient, address: str, **headers: str) -> httpx.Response:
    response = await pages.get(address, headers=headers)
    assert response.status_code < 500, f"{address[:200]}: {response.status_code}"
    return response


@pytest.mark.parametrize("name", sorted(ASKED))
async def test_no_parameter_of_a_question_or_a_map_brings_the_program_to_fall(
    pages: httpx.AsyncClient, name: str
) -> None:
    for parameter, address in wrongly_asked(name):
        response = await told(pages, address)
        if parameter in ("as_of", "scenario", "limit", "offset", "unknown"):
            fitting = parameter in ("limit", "offset") or "9999-12-31" in address
            assert (fitting and response.status_code == 200) or response.status_code in REFUSED, (
                f"{address[:200]}: {response.status_code}"
            )
        if response.status_code in REFUSED:
            page = Elements(response.text)
            assert ("h1", {}) in page.elements
            assert "html" in response.headers["content-type"]


@pytest.mark.parametrize("name", ["no_owner", "map landscape"])
async def test_a_parameter_called_as_something_in_the_program_is_unknown_like_any_other(
    pages: httpx.AsyncClient, name: str
) -> None:
    for word in ("self", "stem", "service", "store", "snapshots", "language", "most", "form", "request"):
        for address in addresses(name):
            assert (await told(pages, f"{address}?{word}=sv")).status_code == 422, (address, word)


@pytest.mark.parametrize("language", ["en", "sv"])
async def test_a_mistyped_day_is_told_as_in_graphql_on_every_page(pages: httpx.AsyncClient, language: str) -> None:
    accepted = {"accept-language": language}
    for name in sorted(ASKED):
        needed = {each.name: "old" for each in ASKED[name].inputs.values() if each.required}
        for address in addresses(name):
            response = await pages.get(f"{address}?{written(**{**needed, 'as_of': MISTYPED_DAY})}", headers=accepted)
            assert response.status_code == 422, address
            text = unescape(response.text)
            assert {"en": "it is not a day of the calendar", "sv": "den dagen finns inte i kalendern"}[language] in text
            assert 'class="asked-of"' not in text


SAID_IN_A_SENTENCE = ("scenario", "profile", "kind")
"""Parameters of which an error has a sentence of its own: there is no such scenario, scoring profile or kind."""
QUOTES = {"en": '"{}"', "sv": "”{}”"}


@pytest.mark.parametrize("language", ["en", "sv"])
async def test_pages_call_a_parameter_as_its_field_does(pages: httpx.AsyncClient, language: Language) -> None:
    raw = {name for each in ASKED.values() for name in each.inputs if "_" in name}
    told = set()
    for name in sorted(ASKED):
        inputs = ASKED[name].inputs
        needed = {each.name: "old" for each in inputs.values() if each.required}
        for parameter, attribute in inputs.items():
            address = f"{addresses(name)[0]}?{written(**{**needed, parameter: CONTROLS})}"
            response = await pages.get(address, headers={"accept-language": language})
            if parameter in SAID_IN_A_SENTENCE or response.status_code not in REFUSED:
                continue
            told.add(parameter)
            text = Elements(response.text).text
            assert QUOTES[language].format(attribute.words.say(language)) in text, f"{name} {parameter}"
            assert not [each for each in raw if each in text], f"{name} {parameter}"
            assert name not in text or "_" not in name, name
    assert told >= {"as_of", "limit", "offset", "system", "from_system", "circles_only", "id", "depth"}


async def test_other_pages_call_a_parameter_so_too(pages: httpx.AsyncClient) -> None:
    for address, label in (
        ("/compliance?as_of=soon", '"Compliance": the parameter "As of" is'),
        ("/thing/System/old?as_of=soon", 'the parameter "As of" is'),
        ("/kind/System?offset=x", 'the parameter "Rows to skip" is'),
        ("/question/no_owner?unheard=x", 'there is no parameter unheard. It takes: "As of", '),
        ("/question/divestment_plan?systems=,", '"Systems: their ids": no id is given'),
    ):
        response = await pages.get(address)
        assert (response.status_code, label in Elements(response.text).text) == (422, True), address


async def test_graphql_calls_a_parameter_as_it_is_written_there(pages: httpx.AsyncClient) -> None:
    for query, told in (
        ('{ ask { noOwner(asOf: "soon") { totalCount } } }', "noOwner: the parameter asOf is 'soon': it is not a date"),
        (
            '{ ask { interoperabilityVerdicts(fromSystem: "nope") { totalCount } } }',
            "fromSystem: there is no System 'nope'",
        ),
        ('{ ask { divestmentPlan(systems: ["nope"]) { totalCount } } }', "systems: there is no System 'nope'"),
        ('mutation { saveScenario(input: {id: "x", name: "X", asOf: "soon", steps: [{do: REMOVE, id: "a"}]}) { id } }',
         "input: asOf is 'soon'"),
        ('mutation { saveScenario(input: {id: "x", name: "X", steps: [{do: REPLACE, id: "old", by: "new", '
         'conformsTo: [" "]}]}) { id } }', "input: step 1, conformsTo.0 is ' '"),
    ):  # fmt: skip
        (error,) = (await pages.post("/graphql", json={"query": query})).json()["errors"]
        assert error["message"].startswith(told), error["message"]


ELSEWHERE = {
    "/search": ("q", "offset", "as_of", "scenario"),
    "/kind/{kind}": ("q", "offset", "as_of", "scenario"),
    "/suggest/{kind}": ("q", "as_of", "scenario"),
    "/thing/{kind}/{id:path}": ("relation", "offset", "as_of", "scenario"),
    "/compliance": ("set", "system", "as_of", "scenario"),
    "/compliance/questionnaire.xlsx": ("set", "as_of", "scenario"),
    "/compliance/capability-statement.json": ("set", "as_of", "scenario"),
    "/scenarios": ("do", "to", "as_of"),
    "/scenarios/{id:path}": ("against", "as_of"),
    "/language/{language}": ("next",),
    "/": ("x", "as_of", "scenario"),
    "/about": ("x",),
    "/static/map/{name}": ("x",),
}
"""The other pages, with what they take; a page that is new has to be named here."""
RIGHT = {"kind": "System", "id:path": "old", "language": "sv", "name": "map.js"}
FITTING = {"as_of": ("the last day",), "offset": ("year nought",)}
NEEDED = {path: (404,) for path in ELSEWHERE if path.startswith("/compliance/")}
"""Where something must be given."""
ANY_TEXT = {
    *((path, "q") for path in ("/search", "/kind/{kind}", "/suggest/{kind}")),
    *((path, "x") for path in ELSEWHERE),
    ("/language/{language}", "next"),
    ("/thing/{kind}/{id:path}", "offset"),
    ("/compliance", "system"),
    ("/scenarios", "as_of"),
}
"""What takes any text."""
WALKED = {*ELSEWHERE, "/question/{stem}", "/question/{stem}/map", "/question/{stem}.{form}", "/map/{stem}"}


def test_every_page_is_walked() -> None:
    assert {each.path for each in ROUTES if isinstance(each, Route) and "GET" in (each.methods or ())} == WALKED


def filled(path: str, wrong: str = "", value: str = "") -> str:
    """The path of a page that is there, or with one `wrong` part."""
    right = RIGHT | ({"id:path": "less"} if path.startswith("/scenarios") else {})
    for name, each in (right | ({wrong: value} if wrong else {})).items():
        path = path.replace(f"{{{name}}}", each)
    return path


@pytest.mark.parametrize("path", sorted(ELSEWHERE))
async def test_no_other_page_falls_over_what_its_address_says(pages: httpx.AsyncClient, path: str) -> None:
    for name in ELSEWHERE[path]:
        for said, value in WRONG.items():
            response = await told(pages, f"{filled(path)}?{written(**{name: value})}")
            if (path, name) not in ANY_TEXT and said not in FITTING.get(name, ()):
                assert response.status_code in REFUSED, f"{path} {name}={value[:40]}: {response.status_code}"
        assert (await told(pages, f"{filled(path)}?{name}=")).status_code in (200, 303, *NEEDED.get(path, ()))
    for name in RIGHT:
        if f"{{{name}}}" in path:
            for value in WRONG.values():
                response = await told(pages, filled(path, name, quote(value, safe="%")))
                assert response.status_code in (404, 405), f"{path} {value[:40]}: {response.status_code}"


def camel(name: str) -> str:
    """``no_owner`` as GraphQL writes it."""
    first, *others = name.split("_")
    return first + "".join(each.capitalize() for each in others)


@pytest.mark.parametrize("path", sorted(path for path in WALKED if not path.startswith("/static")))
async def test_a_page_is_refused_in_a_language_that_there_is_none_of(pages: httpx.AsyncClient, path: str) -> None:
    path = filled(path).format(stem="landscape" if path.startswith("/map") else "no_owner", form="csv")
    for value in WRONG.values():
        response = await told(pages, f"{path}?{written(lang=value)}")
        assert response.status_code == 422, f"{path} lang={value[:40]}: {response.status_code}"
    response = await pages.get(f"{path}?lang=de", headers={"accept-language": "sv"})
    assert "Det finns inga sidor på 'de'." in unescape(response.text)
    assert "en, sv" in response.text
    right = (await pages.get(path)).status_code
    for value in ("", "sv", "sv-SE", "EN"):
        assert (await pages.get(f"{path}?lang={value}")).status_code == right, f"{path} lang={value}"


async def test_what_is_no_page_takes_no_language(pages: httpx.AsyncClient) -> None:
    for path in ("/health/live", "/static/site.css", "/static/map/map.js"):
        assert (await pages.get(f"{path}?lang=de")).status_code == 200, path


async def test_graphql_refuses_what_pages_refuse_and_never_falls(pages: httpx.AsyncClient) -> None:
    for stem, asked in catalogue().items():
        needed = {each.name: '"old"' for each in asked.inputs.values() if each.required}
        for wrong in ({"as_of": f'"{MISTYPED_DAY}"'}, {"scenario": '"nope"'}, {"limit": "-1"}, {"offset": "1.5"}):
            given = ", ".join(f"{camel(name)}: {value}" for name, value in (needed | wrong).items())
            response = await pages.post("/graphql", json={"query": f"{{ask{{{camel(stem)}({given}){{totalCount}}}}}}"})
            assert response.status_code < 500, given
            codes = [each["extensions"]["code"] for each in response.json()["errors"]]
            assert codes[0] in ("QUESTION", "SCENARIO", "BAD_QUERY"), f"{stem} {given}: {codes}"


@pytest.mark.parametrize(
    "path", ["/compliance", "/compliance.xlsx", "/compliance/map.html", "/scenarios", "/scenarios/less"]
)
async def test_no_form_falls_over_what_is_sent_with_it(pages: httpx.AsyncClient, path: str) -> None:
    names = ("set", "system", "as_of", "scenario", "do", "to", "title", "day", "id", "yaml", "step", "action", "into")
    for value in WRONG.values():
        if value.startswith(("%", "old&")):
            continue
        for data in (dict.fromkeys(names, value), *({"do": do, "title": "x", "id": value} for do in ACTIONS)):
            response = await pages.post(path, data=data)
            assert response.status_code in (404, 422), f"{path} {value[:40]}: {response.status_code}"
