"""Values of the ontology as GraphQL values: text, numbers, closed lists, names in two languages."""

from enum import Enum
from functools import cache
from typing import Any

from api.graphql import type_building
from api.graphql.type_building import Argument, GraphQLType, Member
from graph.ontology.declaration import Attribute, Choice
from graph.ontology.ontology import ONTOLOGY

DAY = "A day as YYYY, YYYY-MM or YYYY-MM-DD, as exactly as it is known."

LanguageName: Any = type_building.enum_type(
    "Language", "A language that names and sentences are given in.", {"EN": ("en", "English"), "SV": ("sv", "Swedish")}
)
KindName: Any = type_building.enum_type(
    "KindName",
    "The kinds of things that exist.",
    {name: (name, f"{kind.about.en} · {kind.about.sv}") for name, kind in ONTOLOGY.kinds.items()},
)
IN_LANGUAGE = {"language": Argument(LanguageName, "Language of the text", LanguageName.EN)}


@cache
def choice_type(choice: type[Choice]) -> type[Enum]:
    """The GraphQL enum of a closed list of values."""
    return type_building.choice_type(choice)


def single(attribute: Attribute) -> GraphQLType:
    """The GraphQL type of one value of a declared field."""
    return choice_type(attribute.type) if issubclass(attribute.type, Choice) else attribute.type


def about(attribute: Attribute) -> str:
    """What a declared field means, in both languages."""
    text = f"{attribute.about.en} · {attribute.about.sv}"
    bounds = {"At least": attribute.at_least, "at most": attribute.at_most}
    if limits := ", ".join(f"{word} {bound}" for word, bound in bounds.items() if bound is not None):
        text = f"{text}. {limits}."
    return f"{text}. {DAY}" if attribute.is_day else text


def member(attribute: Attribute) -> Member:
    """A declared field of a thing or a relation; null means *not stated*."""
    value = single(attribute)
    many: Any = list[value] if attribute.many else value  # type: ignore[valid-type]
    return Member(attribute.name, many if attribute.required else many | None, about(attribute))


def plain(given: Any) -> Any:
    """A given value as the store takes it: members of enums by their stored value."""
    if isinstance(given, Enum):
        return given.value
    return [plain(each) for each in given] if isinstance(given, list) else given


def said(self: Any, info: Any, language: Any) -> str:
    """The text of anything that can be said in a language."""
    text: str = self.say(language.value)
    return text
