"""All questions, found by their files: ``<stem>.cypher`` beside ``<stem>.py``."""

import importlib
from functools import cache
from pathlib import Path

from graph.words import Words
from queries.question import AnswerRow, Question, QuestionParameters, rows_as_they_come

HERE = Path(__file__).parent


class CatalogueError(TypeError):
    """A question's two files do not fit together; the message names the stem."""


@cache
def catalogue() -> dict[str, Question]:
    """Every question by its stem, in alphabetical order."""
    return {path.stem: _question(path) for path in sorted(HERE.glob("*.cypher"))}


def _question(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    comments = [line.removeprefix("//").strip() for line in text.splitlines() if line.startswith("//")]
    if len(comments) < 2:
        raise CatalogueError(f"{path.name}: its first two lines are the question in English and in Swedish, after //")
    module = importlib.import_module(f"queries.{path.stem}")
    parameters = getattr(module, "Parameters", QuestionParameters)
    row = getattr(module, "Row", None)
    if row is None or not issubclass(row, AnswerRow) or not issubclass(parameters, QuestionParameters):
        raise CatalogueError(
            f"{path.stem}.py: declare Row(AnswerRow), and Parameters(QuestionParameters) if it has any"
        )
    return Question(
        stem=path.stem,
        title=Words(comments[0], comments[1]),
        about=" ".join((module.__doc__ or "").split()),
        text=text,
        parameters=parameters,
        row=row,
        answer=getattr(module, "answer", rows_as_they_come(row)),
    )
