"""The catalogue's questions as fields, with their parameters and answers as types."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import strawberry

from api.graphql import type_building
from api.graphql.answer_paging import PAGING_OF_ROWS, AnswerPage, answer_page
from api.graphql.answers import row_type
from api.graphql.context import Ask
from api.graphql.graphql_values import IN_LANGUAGE, about, plain, single
from api.graphql.paging import PageInfo
from api.graphql.type_building import Argument, Member
from graph.ontology.declaration import Attribute
from queries.asking.answer import AnswerRow
from queries.asking.answer_cypher import answer_in_cypher
from queries.asking.catalogue import catalogue
from queries.asking.question import Question

CYPHER = "Cypher for Neo4j Browser that shows the things and relations that the rows given rest on, and no others"
SIZES = ("limit", "offset")
"""What commands and pages take where a query takes cursors."""


def _question(self: AnswerPage, info: Any) -> str:
    return self.answer.stem


def _title(self: AnswerPage, info: Any, language: Any) -> str:
    return catalogue()[self.answer.stem].title.say(language.value)


def _cypher(self: AnswerPage, info: Any, language: Any) -> str:
    return answer_in_cypher(catalogue()[self.answer.stem], self.answer, language.value)


def _rows(self: AnswerPage, info: Any) -> Sequence[AnswerRow]:
    return self.answer.rows


def _of_answer(name: str, type: Any, about: str, shown_as: str | None = None) -> Member:
    def said(self: AnswerPage, info: Any) -> Any:
        return getattr(self.answer, name)

    return Member(name, type, about, said, shown_as=shown_as)


def camel(stem: str) -> str:
    """``shared_storage`` as ``SharedStorage``."""
    return "".join(part.capitalize() for part in stem.split("_"))


def _answer_type(question: Question) -> Any:
    row: Any = row_type(question.row, camel(question.stem))
    edge: Any = type_building.object_type(
        f"{camel(question.stem)}Edge",
        "A row on a page.",
        [
            Member("node", row, "The row"),
            Member("cursor", str, "Give it as after to go on behind this row"),
        ],
    )
    return type_building.object_type(
        f"{camel(question.stem)}Answer",
        f"A page of the answer to: {question.title.en}",
        [
            Member("question", str, "Name of the question", _question),
            Member("title", str, "The question in plain words", _title, IN_LANGUAGE),
            _of_answer("revision", int, "Revision of the graph that it was read from"),
            _of_answer(
                "day", str, "The day that was asked about; today where neither asOf nor the scenario names one", "asOf"
            ),
            _of_answer("total", int, "How many rows there are on all pages", "totalCount"),
            _of_answer("illustrative", bool, "True where any row given rests on a made-up example"),
            Member("nodes", list[row], "The rows of this page", _rows),
            Member("edges", list[edge], "The rows of this page, each with its cursor"),
            Member("page_info", PageInfo, "What is needed to ask for the next page and the one before"),
            Member("cypher", str, CYPHER, _cypher, IN_LANGUAGE),
        ],
    )


def _argument(question: Question, attribute: Attribute) -> Argument:
    kind = question.kind_of(attribute.name)
    value: Any = strawberry.ID if kind else single(attribute)
    type_: Any = list[value] if attribute.many else value
    text = about(attribute) + (f" (id of a thing of kind {kind})" if kind else "")
    if attribute.required:
        return Argument(type_, text)
    default = attribute.info.get_default(call_default_factory=True)
    if default is None:
        return Argument(type_ | None, text, None)
    if attribute.choices:
        default = [type_(each) for each in default] if attribute.many else value(default)
    return Argument(type_, text, list(default) if attribute.many else default)


def _field(question: Question) -> Member:
    async def ask(self: None, info: Ask, **given: Any) -> AnswerPage:
        values = {name: plain(value) for name, value in given.items() if value is not None}
        evaluate = partial(info.context.answer, question.stem, info.path.as_list())
        return await answer_page(evaluate, values)

    text = f"{question.title.en} · {question.title.sv} · {question.about.en}"
    own = {name: each for name, each in question.inputs.items() if name not in SIZES}
    arguments = {name: _argument(question, each) for name, each in own.items()} | PAGING_OF_ROWS
    return Member(question.stem, _answer_type(question), text, ask, arguments)


Questions: Any = type_building.object_type(
    "Questions",
    "The questions that can be asked, each with its parameters.",
    [_field(question) for question in catalogue().values()],
)


class Asked:
    """Stands where the questions are fields of."""


def _ask(self: None, info: Any) -> Asked:
    return Asked()


MEMBERS = [Member("ask", Questions, "Ask a question of the catalogue", _ask)]
