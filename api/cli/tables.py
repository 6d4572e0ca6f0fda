"""Answers as tables in a terminal."""

from typing import Any

from rich.table import Table
from rich.text import Text

from api.cli.program import Spoken, out
from graph.words import N_, Language, say
from queries.catalogue import catalogue
from queries.question import Answer
from visualisations.wording import wording


def print_answer(answer: Answer, *, shown: int | None = None) -> None:
    """The answer as a table: title, rows, and what to know about them. With `shown`, only so many rows."""
    language = Spoken.language
    question = catalogue()[answer.stem]
    rows = answer.rows[:shown]
    table = Table(title=Text(question.title.say(language)), title_justify="left", title_style="bold", expand=False)
    for words in question.columns.values():
        table.add_column(Text(words.say(language)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(wording(getattr(row, name), language)) for name in question.columns))
    out.print(table)
    out.print(Text(_notes(answer, len(rows), language)))


def _notes(answer: Answer, shown: int, language: Language) -> str:
    notes = [say(N_("{shown} of {total} rows shown."), language, shown=shown, total=answer.total)]
    if answer.illustrative:
        notes.append(say(N_("Some rows rest on illustrative facts, made up as examples."), language))
    return " ".join([*notes, say(N_("Revision {revision}."), language, revision=answer.revision)]) + "\n"


def answer_json(answer: Answer) -> dict[str, Any]:
    """The answer with its rows and evidence, as plain values."""
    return {
        **answer.model_dump(mode="json", exclude={"rows"}),
        "cut": answer.cut,
        "illustrative": answer.illustrative,
        "rows": [row.model_dump(mode="json") for row in answer.rows],
    }
