"""An answer as a file: CSV, Excel workbook or JSON, with the same words and the same warnings as its page."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from graph.words import N_, Language, say
from queries.catalogue import catalogue
from queries.question import Answer, AnswerRow
from visualisations.wording import wording

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
ILLUSTRATIVE = N_("Some rows rest on illustrative facts, made up as examples.")
Value = str | int | float


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


def answer_xlsx(answer: Answer, language: Language) -> bytes:
    """The rows as a workbook: the answer, the record behind every row, and what was asked when."""
    book = Workbook(write_only=True)
    _sheet(
        book,
        say(N_("Answer"), language),
        _headings(answer, language),
        (_values(answer, row, language) for row in answer.rows),
        len(answer.rows),
    )
    records = sum(len(row.evidence) for row in answer.rows)
    _sheet(book, say(N_("Evidence"), language), _evidence_headings(language), _evidence(answer, language), records)
    about = list(_about(answer, language))
    _sheet(book, say(N_("About"), language), [say(N_("What"), language), say(N_("Value"), language)], about, len(about))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(book: Any, title: str, headings: list[str], rows: Iterable[Iterable[Value]], count: int) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{min(count, MOST_ROWS) + 1}"
    for number, heading in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(60, max(16, len(heading) + 4))
    sheet.append([_cell(sheet, heading, bold=True) for heading in headings])
    for _, row in zip(range(MOST_ROWS), rows, strict=False):
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    """A cell; text stays text even where it looks like a formula."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    cell = WriteOnlyCell(sheet, text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…")
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA_STARTS)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.font = Font(bold=bold)
    return cell


def _headings(answer: Answer, language: Language) -> list[str]:
    own = [words.say(language) for words in catalogue()[answer.stem].columns.values()]
    return [*own, say(N_("Illustrative"), language), say(N_("Sources"), language)]


def _values(answer: Answer, row: AnswerRow, language: Language) -> list[Value]:
    own = [_value(getattr(row, name), language) for name in catalogue()[answer.stem].columns]
    sources = dict.fromkeys(
        f"{shown.source}, {shown.section}" if shown.section else shown.source for shown in row.evidence
    )
    return [*own, wording(row.illustrative, language), "; ".join(sources)]


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
                number, shown.about, shown.evidence.words.say(language), shown.source, shown.section or "",
                shown.paraphrase or "", shown.dataset, shown.place, shown.run,
            ]  # fmt: skip


def _about(answer: Answer, language: Language) -> Iterator[list[Value]]:
    question = catalogue()[answer.stem]
    yield [say(N_("Question"), language), question.title.say(language)]
    yield [say(N_("How it is answered"), language), say(question.about, language)]
    for name, attribute in question.inputs.items():
        yield [attribute.words.say(language), wording(answer.parameters[name], language)]
    extent = say(N_("{shown} of {total} rows shown."), language, shown=len(answer.rows), total=answer.total)
    yield [say(N_("Extent"), language), extent]
    yield [say(N_("Revision of the graph"), language), answer.revision]
    if answer.illustrative:
        yield [say(N_("Illustrative"), language), say(ILLUSTRATIVE, language)]
