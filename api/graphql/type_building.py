"""GraphQL types made from declarations: the one file that knows how Strawberry holds them."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, NamedTuple

import strawberry
from strawberry.types.enum import EnumValueDefinition
from strawberry.types.field import StrawberryField

from graph.ontology.declaration import Choice, DeclarationError

GraphQLType = Any
"""A type as Strawberry takes it: a class, or ``list[...]`` or ``... | None`` of one."""
Resolve = Callable[..., Any]


class Argument(NamedTuple):
    """One argument of a field. Without a default it has to be given; with None as default it may be left out."""

    type: GraphQLType
    about: str
    default: Any = inspect.Parameter.empty


@dataclass(frozen=True)
class Member:
    """One field of a type. Without `resolve`, it is read from the object by its name."""

    name: str
    type: GraphQLType
    about: str
    resolve: Resolve | None = None
    """``resolve(source, info, **arguments)``, which may be async."""
    arguments: Mapping[str, Argument] | None = None
    shown_as: str | None = None
    """Name in GraphQL where it is not the name in camelCase."""


def declare(name: str, *interfaces: type) -> type:
    """A type by its name, so that others can point at it before `fill` gives it its fields."""
    return type(name, interfaces, {"__module__": __name__})


def fill(
    cls: type, about: str, members: Iterable[Member], *, as_input: bool = False, as_interface: bool = False
) -> type:
    """Give a declared type its fields.

    Raises:
        DeclarationError: two of them have one name.
    """
    types: dict[str, GraphQLType] = {}
    for member in members:
        if member.name in types:
            raise DeclarationError(f"{cls.__name__} has two fields called {member.name}")
        types[member.name] = member.type
        setattr(cls, member.name, _input_field(member) if as_input else _field(member))
    cls.__annotations__ = types
    decorate: Any = strawberry.type
    made: type = decorate(cls, name=cls.__name__, description=about, is_input=as_input, is_interface=as_interface)
    return made


def object_type(name: str, about: str, members: Iterable[Member], *interfaces: type) -> type:
    """A type that is given its fields at once."""
    return fill(declare(name, *interfaces), about, members)


def input_type(name: str, about: str, members: Iterable[Member]) -> type:
    """An input type; every field of it may be left out."""
    return fill(declare(name), about, members, as_input=True)


def choice_type(choice: type[Choice]) -> type[Enum]:
    """The GraphQL enum of a closed list of values; it reads and gives the values as they are stored."""
    values = {name_of(each): (each.value, f"{each.words.en} · {each.words.sv}") for each in choice}
    return enum_type(choice.__name__, " ".join((choice.__doc__ or "").split()), values)


def name_of(value: Choice) -> str:
    """``trial-use`` as ``TRIAL_USE``: as commands and files have it, in letters of an enum; a kind keeps its name."""
    text = str(value.value)
    return text if text.isidentifier() and text[0].isupper() else text.upper().replace("-", "_").replace(" ", "_")


def enum_type(name: str, about: str, values: Mapping[str, tuple[str, str]]) -> type[Enum]:
    """A GraphQL enum from names to stored value and description."""
    members: dict[str, EnumValueDefinition] = {
        each: strawberry.enum_value(value, description=description) for each, (value, description) in values.items()
    }
    make: Any = Enum
    made: type[Enum] = strawberry.enum(make(name, members), description=about)
    return made


def _field(member: Member) -> StrawberryField:
    make: Any = strawberry.field
    if member.resolve is None:
        field: StrawberryField = make(description=member.about, name=member.shown_as, metadata={"member": member})
        return field
    field = make(
        resolver=_signed(member, member.resolve),
        description=member.about,
        name=member.shown_as,
        metadata={"member": member},
    )
    return field


def _input_field(member: Member) -> StrawberryField:
    make: Any = strawberry.field
    field: StrawberryField = make(description=member.about, name=member.shown_as, default=strawberry.UNSET)
    return field


def _signed(member: Member, resolve: Resolve) -> Resolve:
    """A resolver whose signature says what the declaration says, which is how Strawberry learns of arguments."""

    arguments = member.arguments or {}
    left_out = {name: None for name, argument in arguments.items() if argument.default is None}

    async def awaiting(self: Any, info: Any, **given: Any) -> Any:
        return await resolve(self, info, **left_out | given)

    def direct(self: Any, info: Any, **given: Any) -> Any:
        return resolve(self, info, **left_out | given)

    annotated: Any = Annotated
    signed: Any = awaiting if inspect.iscoroutinefunction(resolve) else direct
    by_position, by_name = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter("self", by_position),
        inspect.Parameter("info", by_position, annotation=strawberry.Info),
    ]
    for name, argument in arguments.items():
        annotation = annotated[argument.type, strawberry.argument(description=argument.about)]
        default = strawberry.UNSET if argument.default is None else argument.default
        parameters.append(inspect.Parameter(name, by_name, default=default, annotation=annotation))
    signed.__name__ = member.name
    signed.__signature__ = inspect.Signature(parameters, return_annotation=member.type)
    signed.__annotations__ = {p.name: p.annotation for p in parameters[1:]} | {"return": member.type}
    return signed  # type: ignore[no-any-return]
