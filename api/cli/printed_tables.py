"""Answers as tables in a terminal."""

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from api.cli.program import Spoken, out
from graph.language.words import N_, Language, Words, by_number, say
from queries.asking.answer import Answer, AnswerRow
from queries.asking.catalogue import catalogue
from queries.asking.question import Question
from visualisations.wording.effect_wording import standing_texts
from visualisations.wording.wording import ROWS_SHOWN, wording

NARROW, WIDE, MARGIN = 9, 26, 2
"""Least and sufficient width of a column, and what stands between two, in letters."""


AFTER_END = by_number(
    "The answer has one row, and this is after it. Ask with a lower --offset.",
    "The answer has {total} rows, and this is after the last one. Ask with a lower --offset.",
    "total",
)


def after_end(answer: Answer) -> bool:
    """Whether more rows were skipped than there are."""
    return answer.total > 0 and not answer.rows


def print_answer(answer: Answer, *, shown: int | None = None) -> None:
    """The answer as a table: title, rows, and what to know about them. With `shown`, only so many rows."""
    language = Spoken.language
    question = catalogue()[answer.stem]
    rows = answer.rows[:shown]
    is_today = answer.parameters["as_of"] is None
    for text in standing_texts(answer.parameters["scenario"], answer.day, language, is_today=is_today):
        out.print(Text(text, style="bold"), soft_wrap=True)
    if after_end(answer):
        out.print(Text(say(AFTER_END, language, total=answer.total)), soft_wrap=True)
        return
    told = print_rows(question, question.title.say(language), rows)
    for name in (each for each in question.columns if each not in told):
        text = N_("{column}: not stated in any of these rows.")
        out.print(Text(say(text, language, column=question.columns[name].say(language))))
    for said in dict.fromkeys(each.say(language) for row in rows for each in row.disagreements):
        out.print(Text(said), soft_wrap=True)
    out.print(Text(_notes(answer, len(rows), language)))


def print_rows(question: Question, title: str, rows: tuple[AnswerRow, ...]) -> dict[str, Words]:
    """Rows of a question as a table under `title`; the columns that tell something, shown or beside the table."""
    language = Spoken.language
    told = {name: words for name, words in question.columns.items() if _has_something(name, rows)}
    columns = _fitting(told, rows, language)
    table = Table(title=Text(title), title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    for words in columns.values():
        table.add_column(Text(words.say(language)), overflow="fold", min_width=NARROW)
    for row in rows:
        table.add_row(*(Text(_said(question, row, name, language)) for name in columns))
    out.print(table)
    if beside := [words.say(language) for name, words in told.items() if name not in columns]:
        text = N_("For lack of room not shown: {columns}. A wider window, --json or the page has them.")
        out.print(Text(say(text, language, columns=", ".join(beside))))
    return told


def _said(question: Question, row: AnswerRow, name: str, language: Language) -> str:
    value = getattr(row, name)
    return wording(question.absent(name) if value in (None, ()) else value, language)


def _fitting(columns: dict[str, Words], rows: tuple[AnswerRow, ...], language: Language) -> dict[str, Words]:
    """As many of the columns, from the first, as stand beside each other with room to be read."""
    room = out.width
    fitting: dict[str, Words] = {}
    for name, words in columns.items():
        longest = max((len(wording(getattr(row, name), language)) for row in rows), default=0)
        room -= min(max(longest, len(words.say(language)), NARROW), WIDE) + MARGIN
        if fitting and room < 0:
            break
        fitting[name] = words
    return fitting


def _has_something(name: str, rows: tuple[AnswerRow, ...]) -> bool:
    """False for a column that has nothing to say in a narrow terminal."""
    return not rows or any(getattr(row, name) not in (None, ()) for row in rows)


def _notes(answer: Answer, shown: int, language: Language) -> str:
    notes = [say(ROWS_SHOWN, language, shown=shown, total=answer.total)]
    if answer.illustrative:
        notes.append(say(N_("Some rows rest on illustrative facts, made up as examples."), language))
    return " ".join([*notes, say(N_("Revision {revision}."), language, revision=answer.revision)]) + "\n"
