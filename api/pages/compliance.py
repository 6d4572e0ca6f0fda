"""Compliance over HTTP: the form, what is handed in with it, and the matrix as a page or a workbook."""

import asyncio
import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from api.pages.answering import answered, unchanged
from api.pages.spoken import spoken
from graph.errors import QuestionError
from graph.offer import Offer
from loaders.offers.handing_in import HandedIn, offers
from loaders.offers.questionnaire_workbook import questionnaire
from loaders.offers.requirement_statement import statement
from queries.compliance.asking import chosen_set, comply
from queries.compliance.comparison import Comparison
from visualisations.compliance_sheets import compliance_xlsx
from visualisations.pages.compliance import SHEET, SYSTEM, compliance_page

MOST_FILES = 40
LONGEST_NAME = 200
NO_STORE = {"Cache-Control": "no-store"}


class Given(NamedTuple):
    """What the form was filled in with."""

    wanted: str
    systems: list[str]
    files: list[HandedIn]


async def show(request: Request) -> Response:
    """The form; with a set and systems in the address, the matrix too."""
    if same := await unchanged(request):
        return same
    given = Given(request.query_params.get("set", ""), _ids(request.query_params.getlist("system")), [])
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


async def hand_out_questionnaire(request: Request) -> Response:
    """The questionnaire of a requirement set."""
    state = request.app.state
    found = await chosen_set(state.store, state.asker.pictures, request.query_params.get("set", ""))
    content = await asyncio.to_thread(questionnaire, found, spoken(request))
    return _file(content, SHEET, "samband-questionnaire.xlsx")


async def hand_out_statement(request: Request) -> Response:
    """A requirement set as a CapabilityStatement of the kind requirements."""
    state = request.app.state
    found = await chosen_set(state.store, state.asker.pictures, request.query_params.get("set", ""))
    text = json.dumps(statement(found, date.today().isoformat()), ensure_ascii=False, indent=2)
    return _file(text.encode(), "application/fhir+json", "samband-requirements.json")


async def _page(request: Request, given: Given) -> Response:
    language = spoken(request)
    comparison, problem = None, ""
    if given.systems or given.files or request.method == "POST":
        try:
            comparison = await _comparison(request, given)
        except QuestionError as error:
            problem = error.say(language)
    picture = await request.app.state.asker.pictures.picture()
    view = await asyncio.to_thread(compliance_page, picture, language, given.wanted, given.systems, comparison, problem)
    return answered(request, "compliance", view, status=422 if problem else 200, system_kind=SYSTEM)


async def _comparison(request: Request, given: Given) -> Comparison:
    state = request.app.state
    handed_in: Sequence[Offer] = await asyncio.to_thread(offers, given.files)
    return await comply(state.store, state.asker.pictures, given.wanted, given.systems, handed_in)


async def _given(request: Request) -> Given:
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FILES) as form:
        files = []
        for field, value in form.multi_items():
            if isinstance(value, UploadFile) and value.filename:
                name = str(form.get(field.replace("file", "name", 1)) or "").strip()[:LONGEST_NAME]
                files.append(HandedIn(field, name or None, value.filename[-LONGEST_NAME:], await value.read()))
        systems = [each for each in form.getlist("system") if isinstance(each, str)]
        return Given(str(form.get("set") or ""), _ids(systems), files)


def _ids(written: Sequence[str]) -> list[str]:
    return [each.strip() for each in written if each.strip()]


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', **NO_STORE}
    return Response(content, media_type=media_type, headers=headers)
