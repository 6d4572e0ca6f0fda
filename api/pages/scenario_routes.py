"""Scenarios over HTTP: the list, the forms, and each scenario with what it would do."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.pages.answering import answered
from api.pages.spoken import spoken
from api.writing import Writer
from graph.errors import ScenarioError, UnknownThingError
from graph.language.words import N_
from graph.scenarios import scenario_store
from graph.scenarios.steps import Scenario
from loaders.scenario_file import read_scenario
from queries.asking.question import SnapshotParameters
from queries.overviews.scenario_effect import keep
from visualisations.pages.scenarios.scenario_page import scenario_page
from visualisations.pages.scenarios.scenarios_page import scenarios_page
from visualisations.pages.scenarios.step_form import Values
from visualisations.pages.scenarios.step_given import begun, extended, shortened
from visualisations.wording.addresses import scenario_address, scenarios_address

MOST_FIELDS = 5_000
YAML = "YAML"
SEE_OTHER = 303


async def show_all(request: Request) -> Response:
    """The scenarios that are kept; with ``do`` in the address, the form of such a step."""
    query = request.query_params
    return await _all(request, {name: query.getlist(name) for name in query})


async def save(request: Request) -> Response:
    """Keep what a form gives: a new scenario, one step more, or a whole one as YAML."""
    writer = Writer(request)
    writer.allowed()
    given = await _given(request)
    values = {name: [str(each) for each in given.getlist(name)] for name in given}
    written = str(given.get("yaml") or "")
    state = request.app.state
    try:
        scenario = await (_written(request, written, values) if written else _made(request, values))
        await keep(state.store, state.service.snapshots, scenario)
    except ScenarioError as error:
        return await _all(request, values, error.say_with_labels(spoken(request)), written)
    writer.wrote(f"Saved scenario {scenario.id}")
    return _go(scenario_address(scenario.id))


async def show(request: Request) -> Response:
    """A scenario, compared with the facts or another."""
    return await _one(request, await _known(request))


async def change(request: Request) -> Response:
    """Delete a scenario, or take one of its steps away."""
    writer = Writer(request)
    writer.allowed()
    chosen, given = await _known(request), await _given(request)
    state = request.app.state
    if given.get("action") == "delete":
        await scenario_store.delete(state.store, chosen.id)
        writer.wrote(f"Deleted scenario {chosen.id}")
        return _go(scenarios_address())
    number = str(given.get("step") or "")
    try:
        left = shortened(chosen, int(number) if number.isascii() and number.isdecimal() else 0)
        await keep(state.store, state.service.snapshots, left)
    except ScenarioError as error:
        return await _one(request, chosen, error.say_with_labels(spoken(request)))
    writer.wrote(f"Saved scenario {chosen.id}")
    return _go(scenario_address(chosen.id))


async def _all(request: Request, values: Values, problem: str = "", yaml: str = "") -> Response:
    state, language = request.app.state, spoken(request)
    view = await scenarios_page(state.store, state.service, language, values, problem=problem, yaml=yaml)
    status = 422 if view.problem else 200
    return answered(request, "scenarios", view, status=status, fleeting=True, read_only=_read_only(request))


async def _one(request: Request, chosen: Scenario, problem: str = "") -> Response:
    state, query = request.app.state, request.query_params
    against, day = query.get("against", "").strip(), query.get("as_of", "").strip()
    view = await scenario_page(state.store, state.service, chosen, against, day, spoken(request), problem)
    status = 422 if view.problem else 200
    return answered(request, "scenario", view, status=status, fleeting=True, read_only=_read_only(request))


def _read_only(request: Request) -> str:
    """Why the reader is shown no form that saves or deletes; empty where they may write."""
    refusal = Writer(request).refusal()
    return refusal.say(spoken(request)) if refusal else ""


async def _known(request: Request) -> Scenario:
    """The scenario that the address names.

    Raises:
        UnknownThingError: there is none.
    """
    try:
        id = request.path_params["id"] or request.query_params.get("id", "")
        return await scenario_store.scenario(request.app.state.store, id)
    except ScenarioError as error:
        raise UnknownThingError(error.text, **error.values) from error


async def _made(request: Request, values: Values) -> Scenario:
    """The scenario that the fields of a step make, or make longer."""
    state = request.app.state
    if to := "".join(values.get("to", ())[-1:]):
        chosen = await scenario_store.scenario(state.store, to)
        return extended(chosen, values, (await state.service.snapshots.after(chosen)).snapshot)
    taken = {each.id for each in await scenario_store.kept(state.store)}
    return begun(values, taken, (await state.service.snapshots.view(SnapshotParameters())).snapshot)


async def _written(request: Request, text: str, values: Values) -> Scenario:
    """The scenario that the text field holds; it takes another's place only on that one's own page.

    Raises:
        ScenarioError: it is not a scenario, or its id is taken.
    """
    scenario = read_scenario(text, YAML)
    taken = {each.id for each in await scenario_store.kept(request.app.state.store)} - set(values.get("replacing", ()))
    if scenario.id in taken:
        raise ScenarioError(
            N_("There is a scenario '{id}' already. Give this one another id, or change that one on its page."),
            id=scenario.id,
        )
    return scenario


async def _given(request: Request) -> FormData:
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        return form


def _go(address: str) -> Response:
    return RedirectResponse(address, SEE_OTHER, {"Cache-Control": "no-store"})
