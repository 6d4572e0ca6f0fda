"""An answer's table as a file."""

import asyncio
import re
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from api.pages.answering import headers, unchanged
from api.pages.problem_pages import problem
from api.pages.question_routes import chosen, known
from api.pages.spoken import spoken
from graph.language.words import Language
from queries.asking.answer import Answer
from visualisations.files.answer_sheets import answer_csv, answer_json, answer_xlsx
from visualisations.pages.frame.asked_of import DAY, SCENARIO

MOST_ROWS = 10_000
WRITERS: dict[str, tuple[Callable[[Answer, Language], bytes], str]] = {
    "csv": (answer_csv, "text/csv; charset=utf-8"),
    "xlsx": (answer_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (answer_json, "application/json"),
}


async def download(request: Request) -> Response:
    """The answer with these parameters as a file: all of its rows, unless ``limit`` says otherwise."""
    form = request.path_params["form"]
    if form not in WRITERS:
        return problem(request, 404)
    if same := await unchanged(request):
        return same
    question = known(request)
    values = {"limit": MOST_ROWS} | chosen(request, question)
    answer = await request.app.state.service.evaluate(question.stem, **values)
    write, media_type = WRITERS[form]
    content = await asyncio.to_thread(write, answer, spoken(request))
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{file_name(answer)}.{form}"',
            **headers(request, answer.revision),
        },
    )


def file_name(answer: Answer) -> str:
    """What the answer is of: question, revision, day, and the scenario where one is chosen."""
    parts = ["samband", answer.stem, f"r{answer.revision}", answer.parameters[DAY] or answer.day]
    if scenario := answer.parameters[SCENARIO]:
        parts += [SCENARIO, re.sub(r"[^A-Za-z0-9_.-]+", "-", scenario)[:60]]
    return "-".join(parts)
