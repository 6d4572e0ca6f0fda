"""A plan: how one reading query is answered from a snapshot, for whatever its variables are."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from graphql import DocumentNode, FieldNode, FragmentDefinitionNode, OperationDefinitionNode, OperationType
from graphql.execution.values import VariableValues, get_variable_values

from api.graphql.answer_paging import AnswerPage
from api.graphql.context import Context
from api.graphql.paging import Page, ThingIn
from api.graphql.plans.not_planned import NotPlanned
from api.graphql.plans.plan_arguments import Bind, given_to, member_of
from api.graphql.plans.plan_text import PlanText
from api.graphql.plans.selections import Fields, Selections
from queries.asking.question import SnapshotParameters

ASK = "ask"


class Root(NamedTuple):
    """A field at the root of a query, or a question under ``ask``."""

    path: tuple[str, ...]
    """The names that it gets in the answer."""
    read: Callable[..., Any] | None
    """Its resolver; none where its value is what it is called."""
    given: Bind
    write: str
    """The function that makes what is asked of its value; or that value."""


class RootReading(NamedTuple):
    """What the root of a query reads: who asks, and where in the answer."""

    context: Context
    path: "Path"


class Path(tuple[str, ...]):
    """Where a field stands in the answer."""

    __slots__ = ()

    def as_list(self) -> list[str]:
        """The same as the library gives it."""
        return list(self)


class QueryPlan:
    """A reading query, compiled."""

    def __init__(self, schema: Any, document: DocumentNode, operation: OperationDefinitionNode) -> None:
        """The plan of one `operation` of a document that has been validated.

        Raises:
            NotPlanned: it is not covered.
        """
        if operation.operation is not OperationType.QUERY or operation.directives:
            raise NotPlanned
        fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
        self._schema, self._operation = schema, operation
        selections = Selections(schema._schema, fragments)
        text = PlanText(schema, selections)
        query: Any = schema._schema.query_type
        self._roots = [*self._rooted(text, query, selections.fields(query, [operation.selection_set]), ())]
        exec(compile("\n".join(text.lines), "<query>", "exec"), text.names)  # noqa: S102 - see `PlanText`
        self._names, self._binds = text.names, text.binds
        self.scans, self.scans_sides = text.scans, text.scans_sides

    def _rooted(self, text: PlanText, type_: Any, asked: Fields, path: tuple[str, ...]) -> list[Root]:
        found: list[Root] = []
        for key, nodes in asked.items():
            name, at = nodes[0].name.value, (*path, key)
            if name == "__typename":
                found.append(Root(at, None, _nothing, type_.name))
                continue
            if name.startswith("__"):
                raise NotPlanned
            field = type_.fields[name]
            if name == ASK and not path:
                inner = [each.selection_set for each in nodes if each.selection_set]
                questions = field.type.of_type
                found += self._rooted(text, questions, text.selections.fields(questions, inner), at)
                continue
            resolve = member_of(field).resolve
            if resolve is None:
                raise NotPlanned
            text.look_at(nodes[0])
            found.append(Root(at, resolve, self._given(field, nodes[0]), text.written(field.type, nodes)))
        return found

    def _given(self, field: Any, node: FieldNode) -> Bind:
        return given_to(field, node, self._schema) if field.args else _nothing

    def variables(self, given: Mapping[str, Any]) -> VariableValues:
        """The variables of a request, as their types take them.

        Raises:
            NotPlanned: they are not of their types, which the library tells.
        """
        found = get_variable_values(self._schema._schema, self._operation.variable_definitions or (), dict(given))
        if not isinstance(found, VariableValues):
            raise NotPlanned
        return found

    async def read(self, variables: VariableValues, context: Context) -> Callable[[], dict[str, Any]]:
        """What makes the answer, without waiting for anything more.

        Raises:
            Exception: whatever keeps the library from it, which tells it, or `NotPlanned`.
        """
        arguments = tuple(bind(variables) for bind in self._binds)
        values = [await self._value(root, variables, context) for root in self._roots]

        def write() -> dict[str, Any]:
            data: dict[str, Any] = {}
            for root, (value, snapshot) in zip(self._roots, values, strict=True):
                inner = data
                for name in root.path[:-1]:
                    inner = inner.setdefault(name, {})
                made = self._names[root.write](value, snapshot, arguments) if root.read else root.write
                inner[root.path[-1]] = made
            return data

        return write

    async def _value(self, root: Root, variables: VariableValues, context: Context) -> tuple[Any, Any]:
        """The value of a field at the root, and the snapshot that its things are read from."""
        if root.read is None:
            return None, None
        given = root.given(variables)
        value = root.read(None, RootReading(context, Path(root.path)), **given)
        if inspect.isawaitable(value):
            value = await value
        if isinstance(value, ThingIn):
            return value.node, value.snapshot
        if isinstance(value, list) and any(isinstance(each, ThingIn) for each in value):
            snapshots = [each.snapshot for each in value if each]
            return [each and each.node for each in value], snapshots[0]
        if isinstance(value, AnswerPage):
            of = {name: given.get(name) for name in SnapshotParameters.model_fields}
            return value, await context.snapshot(**of)
        return value, value.snapshot if isinstance(value, Page) else None


def _nothing(variables: VariableValues) -> dict[str, Any]:
    return {}
