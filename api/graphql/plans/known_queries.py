"""The queries that were asked lately: each is read, measured, validated and planned once."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    ArgumentNode,
    DocumentNode,
    GraphQLError,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    get_operation_ast,
    parse,
    validate,
    visit,
)
from strawberry.extensions import SchemaExtension

from api.graphql.limits import count, excesses
from api.graphql.measure import Measure
from api.graphql.measuring import COUNTS, counted, measure
from api.graphql.plans.query_plan import QueryPlan

KEPT = 256
KEPT_TEXT = 256 * 1024
"""Letters of all texts together; what is made of a text takes some hundred times its memory."""
KEPT_MEASURES = 32
Key = tuple[str, str | None]


class KnownQuery:
    """A query that can be answered, with its plan where it has one."""

    def __init__(self, schema: Any, text: str, operation: str | None, variables: Mapping[str, Any]) -> None:
        """What `text` says, and the plan of its `operation`.

        Raises:
            GraphQLError: it is too large, or is no query that the schema knows.
        """
        count(text, "en")
        self._schema, self._operation = schema, operation
        self.parsed = parse(text)
        counts = _CountVariables()
        visit(self.parsed, counts)
        self._counts, self._measures = sorted(counts.names), dict[tuple[Any, ...], Measure]()
        for error in excesses(self.measure(variables), "en"):  # before it is validated, which may take long
            raise error
        for error in validate(schema._schema, self.parsed):
            raise error
        self.plan = _planned(schema, self.parsed, get_operation_ast(self.parsed, operation))
        self.answered = 0
        """How many requests its plan has answered."""

    def measure(self, variables: Mapping[str, Any]) -> Measure:
        """How large the query is with these variables."""
        key = tuple(None if variables.get(name) is None else counted(variables[name]) for name in self._counts)
        found = self._measures.get(key)
        if found is None:
            if len(self._measures) >= KEPT_MEASURES:
                self._measures.clear()
            found = self._measures[key] = measure(self._schema, self.parsed, variables, self._operation)
        return found


def _planned(schema: Any, parsed: DocumentNode, operation: OperationDefinitionNode | None) -> QueryPlan | None:
    try:
        return QueryPlan(schema, parsed, operation) if operation else None
    except Exception:
        return None


class _CountVariables(Visitor):
    """The variables that say how many things are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        if node.name.value in COUNTS and isinstance(node.value, VariableNode):
            self.names.add(node.value.name.value)


class KnownQueries:
    """The documents of one schema that are kept, the last that was asked for at the end."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, KnownQuery] = OrderedDict()

    def kept(self, text: str, operation: str | None) -> KnownQuery | None:
        """The document, if it is kept."""
        return self._kept.get((text, operation))

    def keep(self, text: str, operation: str | None, document: KnownQuery) -> None:
        """Keep it, and let those go that were asked for longest ago."""
        self._kept[text, operation] = document
        while (
            len(self._kept) > KEPT
            or sum(len(text) + len(operation or "") for text, operation in self._kept) > KEPT_TEXT
        ):
            self._kept.popitem(last=False)

    def used(self, text: str, operation: str | None) -> None:
        """Note that it was asked for again."""
        if (text, operation) in self._kept:
            self._kept.move_to_end((text, operation))


KNOWN_QUERIES = KnownQueries()
"""What is kept in this process."""


class SpareReading(SchemaExtension):
    """Spares the library what is known of a text already."""

    def on_parse(self) -> Iterator[None]:
        """Hand over what was read of it."""
        if known := self._known():
            self.execution_context.graphql_document = known.parsed
        yield

    def on_validate(self) -> Iterator[None]:
        """Say that it is right."""
        if self._known() and self.execution_context.pre_execution_errors is None:
            self.execution_context.pre_execution_errors = []
        yield

    def _known(self) -> KnownQuery | None:
        context = self.execution_context
        return KNOWN_QUERIES.kept(context.query, context.operation_name) if context.query else None


def read(schema: Any, text: str, operation: str | None, variables: Mapping[str, Any]) -> KnownQuery | None:
    """The document of a text; none where the library has to tell what is wrong with it."""
    try:
        return KnownQuery(schema, text, operation, variables)
    except GraphQLError:
        return None
