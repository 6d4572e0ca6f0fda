"""Compliance over HTTP: the form, what is handed in with it, and the matrix as a page or a workbook."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from api.pages.answering import answered, unchanged
from api.pages.spoken import spoken
from graph.errors import QuestionError
from graph.scenarios.scenario_store import kept
from graph.tender.offer import Offer
from graph.tender.requirement_set import StatedRequirementSet
from loaders.tender.handing_in import HandedIn, offers
from loaders.tender.questionnaire_workbook import questionnaire
from loaders.tender.requirement_statement import statement
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.comply import chosen_set, comply, looked_at
from visualisations.drawing.canvas import self_contained
from visualisations.files.compliance_sheets import compliance_xlsx
from visualisations.maps.compliance_map import draw_compliance
from visualisations.pages.compliance.compliance_matrix import SHEET, SYSTEM
from visualisations.pages.compliance.compliance_page import Filled, compliance_page
from visualisations.pages.frame.asked_of import DAY, SCENARIO, asked_of

MOST_FILES = 40
LONGEST_NAME = 200
NO_STORE = {"Cache-Control": "no-store"}


class FilledForm(NamedTuple):
    """What the form was filled in with."""

    wanted: str
    systems: list[str]
    files: list[HandedIn]
    of: dict[str, str]
    """The day and the scenario."""
    names: Mapping[str, str]
    """What the products were called, by the field of the form."""


async def show(request: Request) -> Response:
    """The form; with a set and systems in the address, the matrix too."""
    if same := await unchanged(request, choosing=True):
        return same
    query = request.query_params
    given = FilledForm(query.get("set", ""), _ids(query.getlist("system")), [], _of(query), {})
    return await _page(request, given)


async def judge(request: Request) -> Response:
    """The matrix of what the form was filled in with; nothing of it is kept."""
    response = await _page(request, await _given(request))
    response.headers["Cache-Control"] = "no-store"
    del response.headers["ETag"]
    return response


async def judge_as_workbook(request: Request) -> Response:
    """The matrix as a workbook, or the page that says what stood in its way."""
    given = await _given(request)
    try:
        comparison = await _comparison(request, given)
    except QuestionError:
        return await _page(request, given)
    content = await asyncio.to_thread(compliance_xlsx, comparison, spoken(request))
    return _file(content, SHEET, f"samband-compliance-r{comparison.revision}.xlsx")


async def judge_as_map(request: Request) -> Response:
    """The matrix as a map in one file, or the page that says what stood in its way."""
    given = await _given(request)
    state, language = request.app.state, spoken(request)
    try:
        comparison = await _comparison(request, given)
        drawing = await draw_compliance(state.store, state.service.snapshots, comparison, language)
    except QuestionError:
        return await _page(request, given)
    content = await asyncio.to_thread(self_contained, drawing)
    return _file(content.encode(), "text/html; charset=utf-8", f"samband-compliance-r{comparison.revision}.html")


async def hand_out_questionnaire(request: Request) -> Response:
    """The questionnaire of a requirement set."""
    content = await asyncio.to_thread(questionnaire, await _set(request), spoken(request))
    return _file(content, SHEET, "samband-questionnaire.xlsx")


async def hand_out_statement(request: Request) -> Response:
    """A requirement set as a CapabilityStatement of the kind requirements."""
    text = json.dumps(statement(await _set(request), date.today().isoformat()), ensure_ascii=False, indent=2)
    return _file(text.encode(), "application/fhir+json", "samband-requirements.json")


async def _set(request: Request) -> StatedRequirementSet:
    state, query = request.app.state, request.query_params
    return await chosen_set(state.store, state.service.snapshots, query.get("set", ""), looked_at(_of(query)))


async def _page(request: Request, given: FilledForm) -> Response:
    language, state = spoken(request), request.app.state
    snapshots, comparison, drawing, problem = state.service.snapshots, None, None, ""
    snapshot = await snapshots.snapshot()
    try:
        snapshot = (await snapshots.view(looked_at(given.of))).snapshot
        if given.wanted:
            await chosen_set(state.store, snapshots, given.wanted, looked_at(given.of))
        if given.systems or given.files or request.method == "POST":
            comparison = await _comparison(request, given)
            drawing = await draw_compliance(state.store, snapshots, comparison, language)
    except QuestionError as error:
        problem = error.say_with_labels(language)
    filled = Filled(
        wanted=given.wanted,
        systems=tuple(given.systems),
        of=given.of,
        asked_of=await asked_of(state.store, given.of),
        scenarios=tuple(await kept(state.store)),
        again=not given.files,
        names=given.names,
        files={field: tuple(each.file for each in given.files if each.group == field) for field in _fields(given)},
    )
    view = await asyncio.to_thread(compliance_page, snapshot, language, filled, comparison, drawing, problem)
    status = 422 if problem else 200
    return answered(request, "compliance", view, status=status, fleeting=bool(given.of), system_kind=SYSTEM)


async def _comparison(request: Request, given: FilledForm) -> ComplianceMatrix:
    state = request.app.state
    handed_in: Sequence[Offer] = await asyncio.to_thread(offers, given.files)
    of = looked_at(given.of)
    return await comply(state.store, state.service.snapshots, given.wanted, given.systems, handed_in, of)


def _of(form: Mapping[str, Any]) -> dict[str, str]:
    """The day and the scenario that were filled in."""
    said = {name: str(form.get(name) or "").strip() for name in (SCENARIO, DAY)}
    return {name: value for name, value in said.items() if value}


async def _given(request: Request) -> FilledForm:
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FILES) as form:
        files = []
        for field, value in form.multi_items():
            if isinstance(value, UploadFile) and value.filename:
                name = str(form.get(field.replace("file", "name", 1)) or "").strip()[:LONGEST_NAME]
                files.append(HandedIn(field, name or None, value.filename[-LONGEST_NAME:], await value.read()))
        systems = [each for each in form.getlist("system") if isinstance(each, str)]
        names = {name: str(form.get(name) or "").strip()[:LONGEST_NAME] for name in form if name.startswith("name-")}
        return FilledForm(str(form.get("set") or ""), _ids(systems), files, _of(form), names)


def _fields(given: FilledForm) -> list[str]:
    return list(dict.fromkeys(each.group for each in given.files))


def _ids(written: Sequence[str]) -> list[str]:
    return [each.strip() for each in written if each.strip()]


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', **NO_STORE}
    return Response(content, media_type=media_type, headers=headers)
