"""Rows of answers as types, from the Python types of their columns."""

import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from strawberry.scalars import JSON

from api.graphql import type_building
from api.graphql.context import Ask
from api.graphql.graphql_values import IN_LANGUAGE, KindName, choice_type, said
from api.graphql.paging import ThingIn
from api.graphql.record_types import SHOWN
from api.graphql.thing_types import ThingInterface
from api.graphql.type_building import Member
from graph.facts.facts import Ref
from graph.facts.records import Record
from graph.language.words import Words
from graph.ontology.declaration import Choice
from queries.asking.answer import Phrase, ThingRef


async def thing_of_answer(self: ThingRef, info: Ask) -> ThingIn | None:
    """The thing that an answer refers to, in the graph that the answer looked at."""
    of = info.context.looked_at(info.path.as_list())
    return await info.context.thing(Ref(self.kind, self.id), **of)


SPOKEN: Any = type_building.object_type(
    "Phrase",
    "A sentence that explains something.",
    [Member("text", str, "The sentence", said, IN_LANGUAGE)],
)
REFERRED: Any = type_building.object_type(
    "ThingRef",
    "A thing as it stands in an answer.",
    [
        Member("kind", KindName, "Its kind"),
        Member("id", str, "Its id, unique among its kind"),
        Member("name", str, "What people call it", said, IN_LANGUAGE),
        Member(
            "thing",
            ThingInterface | None,
            "The thing itself, of the same day and scenario; null where there is none",
            thing_of_answer,
        ),
    ],
)
_KNOWN: dict[Any, Any] = {ThingRef: REFERRED, Phrase: SPOKEN, Words: SPOKEN, Record: SHOWN}
_PLAIN = (bool, int, float, str)


@cache
def row_type(model: type[BaseModel], prefix: str) -> Any:
    """The type of a row, or of a model within one; models of one question carry its name in front of theirs."""
    own = model.__module__.rpartition(".")[2].replace("_", "") == prefix.lower()
    name = f"{prefix}{model.__name__.removeprefix(prefix)}" if own else model.__name__
    members = [
        Member(column, _typed(info.annotation, prefix), info.description or info.title or column)
        for column, info in model.model_fields.items()
        if not info.exclude
    ]
    members += [
        Member(column, _typed(info.return_type, prefix), info.description or info.title or column)
        for column, info in model.model_computed_fields.items()
    ]
    if model.__doc__ and "illustrative" not in model.model_fields and hasattr(model, "illustrative"):
        members.append(Member("illustrative", bool, "True where it rests on a made-up example"))
    return type_building.object_type(name, " ".join((model.__doc__ or name).split()), members)


def _typed(annotation: Any, prefix: str) -> Any:
    """The GraphQL type of a Python type."""
    if get_origin(annotation) is Annotated:
        return _typed(get_args(annotation)[0], prefix)
    parts = get_args(annotation)
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [part for part in parts if part is not types.NoneType]
        found = _typed(inner[0], prefix) if len(inner) == 1 else JSON
        return found | None if types.NoneType in parts else found
    if get_origin(annotation) in (tuple, list) and set(parts[1:]) <= {Ellipsis}:
        return list[_typed(parts[0], prefix)]  # type: ignore[misc]
    if annotation in _KNOWN:
        return _KNOWN[annotation]
    if isinstance(annotation, type):
        if issubclass(annotation, Choice):
            return choice_type(annotation)
        if issubclass(annotation, BaseModel):
            return row_type(annotation, prefix)
        if issubclass(annotation, _PLAIN):
            return next(plain for plain in _PLAIN if issubclass(annotation, plain))
    raise TypeError(f"{prefix}: a column of {annotation!r} has no GraphQL type; use text, numbers, things or models")
