"""What the schema says of itself, made once for each way of asking: it does not change while the program runs."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

from graphql import DocumentNode, FieldNode, OperationDefinitionNode
from strawberry.extensions import SchemaExtension

KEPT = 4
"""Answers; one of the whole schema is some MiB."""
_kept: OrderedDict[tuple[str, str | None], Any] = OrderedDict()


class KeptIntrospection(SchemaExtension):
    """Answers from what was answered before, where nothing but the schema is asked for."""

    def on_execute(self) -> Iterator[None]:
        """Put the kept answer in the place of another, or keep this one."""
        context = self.execution_context
        assert context.graphql_document is not None  # noqa: S101 - parsing comes first
        if not context.query or not _of_schema_alone(context.graphql_document):
            yield
            return
        key = (context.query, context.operation_name)
        if key in _kept:
            _kept.move_to_end(key)
            context.result = _kept[key]
        yield
        if context.result and not context.result.errors:
            _kept[key] = context.result
            if len(_kept) > KEPT:
                _kept.popitem(last=False)


def _of_schema_alone(document: DocumentNode) -> bool:
    """Whether the answer depends on nothing but the text: one operation without variables, about the schema."""
    operations = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    return (
        len(operations) == 1
        and not operations[0].variable_definitions
        and all(
            isinstance(each, FieldNode) and each.name.value.startswith("__")
            for each in operations[0].selection_set.selections
        )
    )
