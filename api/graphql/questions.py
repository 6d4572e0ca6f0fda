"""The catalogue's questions as fields, with their parameters and answers as types."""

from typing import Any

import strawberry

from api.graphql import type_building
from api.graphql.answers import row_type
from api.graphql.context import Ask
from api.graphql.graphql_values import IN_LANGUAGE, about, plain, single
from api.graphql.type_building import Argument, Member
from graph.ontology.declaration import Attribute
from queries.asking.answer import Answer
from queries.asking.catalogue import catalogue
from queries.asking.question import Question


def _title(self: Answer, info: Any, language: Any) -> str:
    return catalogue()[self.stem].title.say(language.value)


def _cut(self: Answer, info: Any) -> bool:
    return self.cut


def camel(stem: str) -> str:
    """``shared_storage`` as ``SharedStorage``."""
    return "".join(part.capitalize() for part in stem.split("_"))


def _answer_type(question: Question) -> Any:
    row: Any = row_type(question.row, camel(question.stem))
    return type_building.object_type(
        f"{camel(question.stem)}Answer",
        f"The answer to: {question.title.en}",
        [
            Member("question", str, "Name of the question", lambda self, info: self.stem),
            Member("title", str, "The question in plain words", _title, IN_LANGUAGE),
            Member("revision", int, "Revision of the graph that it was read from"),
            Member("total_count", int, "How many rows there are", lambda self, info: self.total),
            Member("cut", bool, "True where there are more rows than given here"),
            Member("illustrative", bool, "True where any row given rests on a made-up example"),
            Member("rows", list[row], "The rows"),
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
    async def ask(self: None, info: Ask, **given: Any) -> Answer:
        values = {name: plain(value) for name, value in given.items() if value is not None}
        return await info.context.answer(question.stem, info.path.as_list(), **values)

    text = f"{question.title.en} · {question.title.sv} · {question.about.en}"
    arguments = {name: _argument(question, each) for name, each in question.inputs.items()}
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
