"""The whole schema: everything that can be asked in GraphQL."""

from collections.abc import Sequence
from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig

from api.graphql import (
    comparison_types,
    compliance_types,
    history,
    kind_types,
    questions,
    roots,
    scenario_types,
    type_building,
)
from api.graphql.introspection import KeptIntrospection
from api.graphql.limits import Limits
from api.graphql.plans.known_queries import SpareReading
from api.graphql.thing_types import TYPES, read

Query: Any = type_building.object_type(
    "Query",
    "The map of the region's IT. Start from a question (ask), a search, a kind, or a thing.",
    [
        *questions.MEMBERS,
        *comparison_types.MEMBERS,
        *scenario_types.MEMBERS,
        *compliance_types.MEMBERS,
        *roots.MEMBERS,
        *kind_types.MEMBERS,
        *history.MEMBERS,
    ],
)
Mutation: Any = type_building.object_type(
    "Mutation", "What can be kept beside the facts; nothing here changes a fact.", scenario_types.CHANGES
)


class QuietSchema(strawberry.Schema):
    """Strawberry's, but for the log: what went wrong is told where the answer is made (`router`)."""

    def process_errors(self, errors: Sequence[GraphQLError], execution_context: Any = None) -> None:
        """Log nothing."""


SCHEMA = QuietSchema(
    query=Query,
    mutation=Mutation,
    types=list(TYPES.values()),
    extensions=[SpareReading, Limits, KeptIntrospection],
    config=StrawberryConfig(default_resolver=read),
)


def exported() -> str:
    """The schema in GraphQL's own language, as ``docs/schema.graphql`` holds it."""
    return SCHEMA.as_str().rstrip() + "\n"
