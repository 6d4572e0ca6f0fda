"""How large a query is, measured on its document and the schema, without answering it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Undefined,
    VariableNode,
    get_named_type,
)

from api.graphql.measure import Measure
from api.graphql.paging import FIRST
from api.graphql.repetition import repetition

COUNTS = ("first", "last", "limit", "ids")
"""Arguments that say how many things a field gives at most."""
INTROSPECTION = ("__schema", "__type")
LISTS = ("fields", "inputFields", "interfaces", "possibleTypes", "enumValues")
"""Of the schema's own types, the lists that are long."""
UNREADABLE = 10**6
FRAGMENTS = 100


def measure(schema: Any, document: DocumentNode, variables: Mapping[str, Any], operation: str | None) -> Measure:
    """The sizes of the operation that will be answered; fields and repeats are those of the whole document, if larger.

    The validator looks at all that is written, used or not.
    """
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    named = [each for each in operations if operation is None or (each.name and each.name.value == operation)]
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    if len(fragments) > FRAGMENTS:  # a long chain of them would be deeper than Python's own stack
        return Measure(fragments=len(fragments))
    found = [_Reader(schema._schema, fragments, _values(each, variables)).operation(each) for each in named]
    largest = max(found, key=lambda each: each.things, default=Measure())
    fields, repeats = repetition(document)
    return replace(largest, fields=max(fields, largest.fields), repeats=repeats)


def counted(value: Any) -> int:
    """How many things an argument asks for: the number that it is, or how many it names."""
    if isinstance(value, list | tuple):
        return len(value)
    try:
        return min(max(int(value), 0), UNREADABLE)
    except (TypeError, ValueError, OverflowError):
        return UNREADABLE


def _values(operation: OperationDefinitionNode, given: Mapping[str, Any]) -> dict[str, Any]:
    defaults = {
        each.variable.name.value: each.default_value.value
        for each in operation.variable_definitions or ()
        if isinstance(each.default_value, IntValueNode)
    }
    return defaults | dict(given)


class _Reader:
    def __init__(
        self, schema: Any, fragments: Mapping[str, FragmentDefinitionNode], variables: Mapping[str, Any]
    ) -> None:
        self._schema, self._fragments, self._variables = schema, fragments, variables
        self._known: dict[str, Measure | None] = {}

    def operation(self, node: OperationDefinitionNode) -> Measure:
        """The sizes of one operation."""
        changes = node.operation is OperationType.MUTATION
        root = self._schema.mutation_type if changes else self._schema.query_type
        return self._selection(node.selection_set, root)

    def _selection(self, node: SelectionSetNode, parent: GraphQLNamedType | None) -> Measure:
        total = Measure()
        for each in node.selections:
            if isinstance(each, FieldNode):
                total += self._field(each, parent)
            elif isinstance(each, InlineFragmentNode):
                condition = each.type_condition
                inner = self._schema.type_map.get(condition.name.value) if condition else parent
                total += self._selection(each.selection_set, inner)
            elif isinstance(each, FragmentSpreadNode):
                total += self._spread(each.name.value)
        return total

    def _spread(self, name: str) -> Measure:
        """A fragment's sizes, read once; one that is unknown or leads back to itself is left to validation."""
        if name in self._known:
            return self._known[name] or Measure()
        self._known[name] = None
        fragment = self._fragments.get(name)
        if fragment is None:
            return Measure()
        on = self._schema.type_map.get(fragment.type_condition.name.value)
        found = self._known[name] = self._selection(fragment.selection_set, on)
        return found

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> Measure:
        alias = int(node.alias is not None)
        name = node.name.value
        if name.startswith("__"):
            # What the schema says of itself costs no reading, but it is large: a list in a list of it is larger still.
            inner = self._selection(node.selection_set, None) if node.selection_set else Measure()
            return Measure(
                fields=1 + inner.fields, aliases=alias + inner.aliases, roots=1, values=1,
                introspections=int(name in INTROSPECTION), renamed=inner.aliases, lists=inner.lists,
            )  # fmt: skip
        field: GraphQLField | None = getattr(parent, "fields", {}).get(name)
        inner = Measure()
        if node.selection_set:
            inner = self._selection(node.selection_set, get_named_type(field.type) if field else None)
        count = self._count(node, field)
        of_schema = parent is None or parent.name.startswith("__")
        return Measure(
            depth=1 + inner.depth,
            fields=1 + inner.fields,
            aliases=alias + inner.aliases,
            reads=int(count is not None) + inner.reads,
            things=inner.things if count is None else max(count, 1) * (1 + inner.things),
            values=(1 if count is None else max(count, 1)) * (1 + inner.values),
            roots=1,
            lists=int(of_schema and name in LISTS) + inner.lists,
        )

    def _count(self, node: FieldNode, field: GraphQLField | None) -> int | None:
        """How many things the field gives at most; none where it is no list."""
        known = [name for name in COUNTS if field and name in field.args]
        given = [count for name in known if (count := self._said(node, field, name)) is not None]
        return min(given, default=FIRST) if known else None

    def _said(self, node: FieldNode, field: GraphQLField | None, name: str) -> int | None:
        """How many an argument asks for; none where it is left out."""
        said = next((each.value for each in node.arguments or () if each.name.value == name), None)
        value: Any = getattr(field.args[name], "default_value", None) if field else None
        if isinstance(said, IntValueNode):
            value = said.value
        elif isinstance(said, ListValueNode):
            value = said.values
        elif isinstance(said, VariableNode):
            value = self._variables.get(said.name.value, value)
        elif isinstance(said, NullValueNode):
            value = None
        if value is None or value is Undefined:
            return None
        return counted(value)
