"""The map's own legend: its kinds with names, colours, counts and relations."""

from typing import Any

from api.graphql import type_building
from api.graphql.context import Ask
from api.graphql.graphql_values import IN_LANGUAGE, KindName
from api.graphql.type_building import Member
from graph.ontology.declaration import Kind, Side
from graph.ontology.ontology import ONTOLOGY


def _words(name: str, about: str) -> Member:
    def said(self: Any, info: Any, language: Any) -> str:
        text: str = getattr(self, name).say(language.value)
        return text

    return Member(name, str, about, said, IN_LANGUAGE)


def _key(self: Side, info: Any) -> str:
    return self.key


def _relation(self: Side, info: Any) -> str:
    return self.relation.name


def _others(self: Side, info: Any) -> list[str]:
    return [other.__name__ for other in self.others]


SideInfo: Any = type_building.object_type(
    "SideInfo",
    "A relation as seen from one kind.",
    [
        Member("key", str, "Its name in files that people write", _key),
        Member("relation", str, "The relation's name in the graph", _relation),
        _words("words", "Its name to people"),
        Member("outgoing", bool, "True where the kind is the relation's source"),
        Member("single", bool, "True where a thing has at most one"),
        Member("others", list[KindName], "The kinds that may stand at the other end", _others),
    ],
)


def _name(self: type[Kind], info: Any) -> str:
    return self.__name__


def _sides(self: type[Kind], info: Any) -> list[Side]:
    return list(ONTOLOGY.sides(self).values())


async def _total(self: type[Kind], info: Ask) -> int:
    return len((await info.context.snapshot()).of_kind(self.__name__))


KindInfo: Any = type_building.object_type(
    "KindInfo",
    "A kind of things, as people and maps show it.",
    [
        Member("name", KindName, "Its name in queries", _name),
        _words("words", "Its name to people"),
        _words("plural", "Its name to people, for several"),
        _words("about", "What it means"),
        Member("colour", str, "Its colour on maps, #rrggbb"),
        Member("shape", str, "Its shape on maps"),
        Member("total_count", int, "How many there are", _total),
        Member("relations", list[SideInfo], "Its relations in both directions", _sides),
    ],
)


def _kinds(self: None, info: Any) -> list[type[Kind]]:
    return list(ONTOLOGY.kinds.values())


MEMBERS = [Member("kinds", list[KindInfo], "The kinds of things that exist, with names, colours and counts", _kinds)]
