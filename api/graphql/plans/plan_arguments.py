"""The arguments of a field as its resolver takes them, worked out once where no variable is in them."""

from collections.abc import Callable, Iterator
from typing import Any

from graphql import FieldNode, GraphQLField, Node, VariableNode
from graphql.execution.values import VariableValues, get_argument_values
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField
from strawberry.types.unset import UNSET

from api.graphql.plans.not_planned import NotPlanned
from api.graphql.type_building import Member

Given = dict[str, Any]
Bind = Callable[[VariableValues], Any]
"""What an argument, or something made of several, is for the variables of one request."""


def declared(field: GraphQLField) -> StrawberryField:
    """The field as Strawberry holds it."""
    found: StrawberryField = field.extensions["strawberry-definition"]
    return found


def member_of(field: GraphQLField) -> Member:
    """The field as we declared it.

    Raises:
        NotPlanned: it is none of ours.
    """
    member = declared(field).metadata.get("member")
    if not isinstance(member, Member):
        raise NotPlanned
    return member


def given_to(field: GraphQLField, node: FieldNode, schema: Any) -> Bind:
    """What the resolver of a field is called with; what is left out is None, as it is everywhere."""
    own = declared(field)
    left_out = {name: None for name, each in (member_of(field).arguments or {}).items() if each.default is None}

    def given(variables: VariableValues) -> Given:
        said = get_argument_values(field, node, variables)
        registry = schema.schema_converter.scalar_registry
        taken = convert_arguments(said, own.arguments, registry, schema.config)
        return left_out | {name: value for name, value in taken.items() if value is not UNSET}

    return given


def depends_on_variables(node: FieldNode) -> bool:
    """Whether an argument of the field has a variable in it."""
    return any(isinstance(each, VariableNode) for argument in node.arguments or () for each in _parts(argument.value))


def _parts(node: Node) -> Iterator[Node]:
    yield node
    for key in node.keys:
        inner = getattr(node, key, None)
        for each in inner if isinstance(inner, list | tuple) else [inner]:
            if isinstance(each, Node):
                yield from _parts(each)
