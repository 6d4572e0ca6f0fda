"""All questions, found by their files: ``<theme>/<stem>.py``."""

import importlib
from functools import cache
from pathlib import Path
from typing import Any

from graph.language.words import Words
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow
from queries.asking.question import Question, QuestionParameters, Theme

QUESTIONS = Path(__file__).parents[1] / "questions"


class CatalogueError(TypeError):
    """A question's file lacks what a question is made of; the message names the stem."""


@cache
def catalogue() -> dict[str, Question]:
    """Every question by its stem, in alphabetical order."""
    files = (path for path in QUESTIONS.glob("*/*.py") if path.stem != "__init__")
    return {path.stem: _question(path) for path in sorted(files, key=lambda path: path.stem)}


def _question(path: Path) -> Question:
    module = importlib.import_module(f"queries.questions.{path.parent.name}.{path.stem}")
    parameters = getattr(module, "Parameters", QuestionParameters)
    row = getattr(module, "Row", None)
    find = getattr(module, "find", None)
    title, about = getattr(module, "TITLE", None), getattr(module, "ABOUT", None)
    if find is None or row is None or not issubclass(row, AnswerRow) or not issubclass(parameters, QuestionParameters):
        raise CatalogueError(
            f"{path.stem}.py: declare Row(AnswerRow), find(snapshot, parameters), and Parameters(QuestionParameters) "
            "if it has any"
        )
    if not isinstance(title, Words):
        raise CatalogueError(f"{path.stem}.py: declare TITLE = Words(English, Swedish), the question itself")
    if not isinstance(about, Words):
        raise CatalogueError(f"{path.stem}.py: declare ABOUT = Words(English, Swedish), what its answer takes as true")
    return Question(
        stem=path.stem,
        title=title,
        about=about,
        parameters=parameters,
        row=row,
        find=find,
        explain=getattr(module, "explain", _as_found),
        theme=_theme(path.parent),
        identity=getattr(module, "identity", _all_of),
    )


def _theme(folder: Path) -> Theme:
    try:
        return Theme(folder.name)
    except ValueError as error:
        raise CatalogueError(
            f"queries/questions/{folder.name}: name the folder as a theme: {', '.join(Theme)}"
        ) from error


def _as_found(snapshot: Snapshot, found: AnswerRow, parameters: QuestionParameters) -> AnswerRow:
    """The row of a question that finds rows."""
    return found


def _all_of(found: Any) -> Any:
    return found
