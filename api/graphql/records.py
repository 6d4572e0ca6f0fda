"""Who says what: the records behind things, relations and answers."""

from typing import Any

from strawberry.scalars import JSON

from api.graphql import type_building
from api.graphql.graphql_values import choice_type
from api.graphql.type_building import Member
from graph.facts.facts import Evidence, Link, Stated, Thing

_SAID = [
    Member("dataset", str, "Id of the dataset that the record belongs to"),
    Member("source", str, "The document or file that says it"),
    Member("section", str | None, "Where in the document"),
    Member("paraphrase", str | None, "What the document says, in other words"),
    Member("evidence", choice_type(Evidence), "On what ground it stands"),
    Member("place", str, "Where it was read: file:line, file#sheet!row:row, or file#list[id=...]"),
    Member("run", int, "The run that wrote the record as it is"),
]

Record: Any = type_building.object_type(
    "Record",
    "One dataset's record of a thing or a relation.",
    [
        *_SAID,
        Member("first_run", int, "The run that first said it"),
        Member("fields", JSON, "The fields as this dataset states them"),
    ],
)

Shown: Any = type_building.object_type(
    "Shown",
    "One record behind an answer: what is said, who says it, and where.",
    [Member("about", str, "Kind/id, or Kind/id RELATION Kind/id"), *_SAID],
)


def _records(self: Thing | Link, info: Any) -> tuple[Stated, ...]:
    return self.records


def _illustrative(self: Thing | Link, info: Any) -> bool:
    return self.illustrative


HELD = [
    Member("records", list[Record], "What each dataset says, most trusted first", _records),
    Member("illustrative", bool, "True where any of the records is made up as an example", _illustrative),
]
"""Fields of everything that the graph holds."""
