"""An answer as a file: CSV, Excel workbook or JSON, with the same words and the same warnings as its page."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook

from graph.facts import places
from graph.language.words import N_, Language, say
from queries.asking.answer import Answer, AnswerRow
from queries.asking.catalogue import catalogue
from queries.overviews.comparing import Comparison
from visualisations.files.spreadsheet import FORMULA_STARTS, Value, add_sheet
from visualisations.wording.wording import ROWS_SHOWN, key_wording, wording

ILLUSTRATIVE = N_("Some rows rest on illustrative facts, made up as examples.")


def answer_csv(answer: Answer, language: Language) -> bytes:
    """The rows as CSV that a spreadsheet in `language` opens right: its separator, its decimal sign, UTF-8 with a mark.

    A text that a spreadsheet would take for a formula gets a leading apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";" if language == "sv" else ",", lineterminator="\r\n")
    writer.writerow(map(_plain, _headings(answer, language)))
    for row in answer.rows:
        writer.writerow([_csv_value(value, language) for value in _values(answer, row, language)])
    return out.getvalue().encode("utf-8-sig")


def _csv_value(value: Value, language: Language) -> str:
    if isinstance(value, str):
        return _plain(value)
    return str(value).replace(".", ",") if language == "sv" else str(value)


def _plain(text: str) -> str:
    """`text` that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(FORMULA_STARTS) else text


def answer_json(answer: Answer, language: Language) -> bytes:
    """The answer with whole values and ids, beside the words for them."""
    return json.dumps(answer_data(answer, language), ensure_ascii=False, indent=2).encode()


def answer_data(answer: Answer, language: Language) -> dict[str, Any]:
    """The rows with their evidence as plain data, and what the question and its columns are called."""
    question = catalogue()[answer.stem]
    return {
        "question": question.title.say(language),
        **answer.model_dump(mode="json", exclude={"rows"}),
        "cut": answer.cut,
        "illustrative": answer.illustrative,
        "columns": {name: words.say(language) for name, words in question.columns.items()},
        "rows": [{"illustrative": row.illustrative, **row.model_dump(mode="json")} for row in answer.rows],
    }


def comparison_data(found: Comparison, language: Language) -> dict[str, Any]:
    """The comparison as plain data, and what the question and its columns are called."""
    question = catalogue()[found.stem]
    return {
        "question": question.title.say(language),
        **found.model_dump(mode="json", exclude={"opened", "closed"}),
        "opened": [row.model_dump(mode="json", exclude={"evidence"}) for row in found.opened],
        "closed": [row.model_dump(mode="json", exclude={"evidence"}) for row in found.closed],
        "columns": {name: words.say(language) for name, words in question.columns.items()},
    }


def answer_xlsx(answer: Answer, language: Language) -> bytes:
    """The rows as a workbook: the answer, the record behind every row, and what was asked when."""
    book = Workbook(write_only=True)
    add_sheet(
        book,
        say(N_("Answer"), language),
        _headings(answer, language),
        (_values(answer, row, language) for row in answer.rows),
        len(answer.rows),
    )
    records = sum(len(row.evidence) for row in answer.rows)
    add_sheet(book, say(N_("Evidence"), language), _evidence_headings(language), _evidence(answer, language), records)
    about = list(_about(answer, language))
    add_sheet(
        book, say(N_("About"), language), [say(N_("What"), language), say(N_("Value"), language)], about, len(about)
    )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _headings(answer: Answer, language: Language) -> list[str]:
    own = [words.say(language) for words in catalogue()[answer.stem].columns.values()]
    return [
        *own,
        say(N_("Illustrative"), language),
        say(N_("Sources"), language),
        say(N_("Sources disagree"), language),
    ]


def _values(answer: Answer, row: AnswerRow, language: Language) -> list[Value]:
    own = [_value(getattr(row, name), language) for name in catalogue()[answer.stem].columns]
    sources = dict.fromkeys(
        f"{shown.source}, {shown.section}" if shown.section else shown.source for shown in row.evidence
    )
    differing = " ".join(each.say(language) for each in row.disagreements)
    return [*own, wording(row.illustrative, language), "; ".join(sources), differing]


def _value(value: Any, language: Language) -> Value:
    """Numbers stay numbers; everything else is as the page words it, and what is not stated says so."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return wording(value, language)


def _evidence_headings(language: Language) -> list[str]:
    headings = (
        N_("Row"), N_("About"), N_("Evidence"), N_("Source"), N_("Section"), N_("Paraphrase"), N_("Dataset"),
        N_("Read at"), N_("Run"),
    )  # fmt: skip
    return [say(heading, language) for heading in headings]


def _evidence(answer: Answer, language: Language) -> Iterator[list[Value]]:
    first = int(answer.parameters.get("offset", 0)) + 1
    for number, row in enumerate(answer.rows, start=first):
        for shown in row.evidence:
            yield [
                number, key_wording(shown.key, language), shown.evidence.words.say(language), shown.source,
                shown.section or "", shown.paraphrase or "", shown.dataset, places.in_words(shown.place, language),
                shown.run,
            ]  # fmt: skip


def _about(answer: Answer, language: Language) -> Iterator[list[Value]]:
    question = catalogue()[answer.stem]
    yield [say(N_("Question"), language), question.title.say(language)]
    yield [say(N_("How it is answered"), language), question.about.say(language)]
    for name, attribute in question.inputs.items():
        value = answer.day if name == "as_of" else answer.parameters[name]
        yield [attribute.words.say(language), wording(value, language)]
    extent = say(ROWS_SHOWN, language, shown=len(answer.rows), total=answer.total)
    yield [say(N_("Extent"), language), extent]
    yield [say(N_("Revision of the graph"), language), answer.revision]
    if answer.illustrative:
        yield [say(N_("Illustrative"), language), say(ILLUSTRATIVE, language)]
