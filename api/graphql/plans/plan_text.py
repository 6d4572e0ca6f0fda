"""The text of a plan: a query as Python expressions over things of a snapshot.

Nothing of a request gets into the text but the names that its fields are given, which GraphQL's grammar keeps to
letters, digits and ``_``, and which are quoted; values are looked up by names of the plan's own.
"""

import inspect
from collections.abc import Iterable
from typing import Any

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLField,
    SelectionSetNode,
    get_named_type,
    is_leaf_type,
    is_list_type,
)
from graphql import GraphQLInterfaceType as Interface
from graphql import GraphQLObjectType as Object
from graphql import is_non_null_type as never_null

from api.graphql.links import LinkInterface, ListAsked, SideMember
from api.graphql.paging import PAGES
from api.graphql.plans import plan_values
from api.graphql.plans.not_planned import NotPlanned
from api.graphql.plans.plan_arguments import Bind, depends_on_variables, given_to, member_of
from api.graphql.plans.selections import Selections
from api.graphql.thing_types import TYPES, ThingInterface
from api.graphql.type_building import Member

IN_PLACE = ("nodes", "edges", "totalCount", "__typename")
"""What is asked of the first page of one side without a page being made."""
SCANNING = {"where", "orderBy", "last", "after", "before", "by", "text"}
"""Arguments for which more things are looked at than are given."""
THINGS = {*TYPES, ThingInterface.__name__}
SetsOfFields = tuple[SelectionSetNode, ...]


class PlanText:
    """Collects the functions of one plan. In their text, ``s`` is the snapshot and ``a`` what arguments say."""

    def __init__(self, schema: Any, selections: Selections) -> None:
        self._schema, self.selections = schema, selections
        self.names: dict[str, Any] = dict(plan_values.NAMES)
        """What the text looks up."""
        self.lines: list[str] = []
        self.binds: list[Bind] = []
        """What ``a`` holds, for the variables of a request."""
        self.scans = self.scans_sides = False
        """Whether a list is looked through for what it gives; and whether that is done for each of many things."""
        self._functions: dict[tuple[object, ...], str] = {}
        self._count = 0

    def written(self, type_: Any, nodes: Iterable[FieldNode]) -> str:
        """The name of a function that makes what is asked of a value of the type."""
        sets = tuple(each.selection_set for each in nodes if each.selection_set)
        key = (str(type_), *map(id, sets or nodes))
        if key not in self._functions:
            name = self._functions[key] = self._fresh("f")
            made = self.value("x", type_, list(nodes), inline=True)
            self.lines += [f"def {name}(x, s, a):", f"    return None if x is None else {made}"]
        return self._functions[key]

    def value(self, said: str, type_: Any, nodes: list[FieldNode], *, inline: bool = False) -> str:
        """What the expression `said` becomes in the answer; with `inline`, it is a name, of what is not None."""
        required = never_null(type_)
        bare = type_.of_type if required else type_
        if is_leaf_type(bare):
            return self._leaf(said, bare)
        if is_list_type(bare):
            if is_leaf_type(_stripped(bare.of_type)) and self._leaf("x", _stripped(bare.of_type)) == "x":
                return said
            if not required and not inline:
                return f"{self.written(bare, nodes)}({said}, s, a)"
            item = self._fresh("x")
            each = self.value(item, bare.of_type, nodes, inline=never_null(bare.of_type))
            return f"[{each} for {item} in {said}]"
        if not inline:
            return f"{self.written(bare, nodes)}({said}, s, a)"
        return self._object(said, bare, tuple(each.selection_set for each in nodes if each.selection_set))

    def argument(self, bind: Bind, node: FieldNode) -> str:
        """An expression for what arguments of a field say."""
        return self.bound(bind) if depends_on_variables(node) else self.constant(bind(plan_values.NO_VARIABLES))

    def bound(self, bind: Bind) -> str:
        """An expression for what is made anew for each request: it may hold a snapshot, which a plan outlives."""
        self.binds.append(bind)
        return f"a[{len(self.binds) - 1}]"

    def look_at(self, node: FieldNode) -> None:
        """Note whether a list has to be looked through for the part of it that a field asks for."""
        if {each.name.value for each in node.arguments or ()} & SCANNING:
            self.scans = True

    def constant(self, value: Any) -> str:
        """A name for a value."""
        name = self._fresh("c")
        self.names[name] = value
        return name

    def _fresh(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self._count}"

    def _leaf(self, said: str, type_: Any) -> str:
        if isinstance(type_, GraphQLEnumType):
            return f"{self.constant(plan_values.EnumNames(type_))}[{said}]"
        return f"{type_.name}({said})" if type_.name in plan_values.CHECKED else said

    def _object(self, x: str, type_: Object | Interface, sets: SetsOfFields) -> str:
        if type_.name == ThingInterface.__name__ and (kinds := self.selections.conditions(sets) & TYPES.keys()):
            return self._by_kind(x, kinds, sets, type_)
        asked = self.selections.fields(type_, sets)
        return "{" + ", ".join(f"{key!r}: {self._field(x, type_, nodes)}" for key, nodes in asked.items()) + "}"

    def _by_kind(self, x: str, kinds: Iterable[str], sets: SetsOfFields, rest: Any) -> str:
        """A thing of any kind, of which something is asked that only some kinds have."""
        types = {name: self.selections.schema.type_map[name] for name in sorted(kinds)}
        made = {name: self._of_one_kind(each, sets) for name, each in types.items()}
        table = self._fresh("d")
        self.lines.append(f"{table} = {{{', '.join(f'{name!r}: {each}' for name, each in made.items())}}}")
        return f"{table}.get({x}.kind, {self._of_one_kind(rest, sets)})({x}, s, a)"

    def _of_one_kind(self, type_: Any, sets: SetsOfFields) -> str:
        name, asked = self._fresh("f"), self.selections.fields(type_, sets)
        inner = ", ".join(f"{key!r}: {self._field('x', type_, nodes)}" for key, nodes in asked.items())
        self.lines += [f"def {name}(x, s, a):", f"    return {{{inner}}}"]
        return name

    def _field(self, x: str, type_: Any, nodes: list[FieldNode]) -> str:
        node = nodes[0]
        if node.name.value == "__typename":
            return f"{x}.kind" if type_.name == ThingInterface.__name__ else repr(type_.name)
        field: GraphQLField = type_.fields[node.name.value]
        member = member_of(field)
        if type_.name in THINGS:
            return self._of_thing(x, field, member, nodes)
        if type_.name in PAGES and member.name in ("nodes", "edges"):
            return self._listed(f"{x}.shown", field, nodes, f"{x}.cursor(%s)", f"{x}.link(%s)")
        if member.resolve is plan_values.THING_OF_ANSWER:
            return self.value(f"s.get({x}.kind, {x}.id)", field.type, nodes)
        of_link = LinkInterface.__name__ in {each.name for each in type_.interfaces}
        return self.value(self._read(x, field, member, node, of_link), field.type, nodes)

    def _read(self, x: str, field: GraphQLField, member: Member, node: FieldNode, of_link: bool) -> str:
        """The value of a field of what is no thing."""
        if get_named_type(field.type).name in THINGS:
            raise NotPlanned
        self.look_at(node)
        if member.resolve is None:
            return f"{x}.fields.get({member.name!r})" if of_link else f"{x}.{member.name}"
        if inspect.iscoroutinefunction(member.resolve):
            raise NotPlanned
        given = f", **{self.argument(given_to(field, node, self._schema), node)}" if member.arguments else ""
        return f"{self.constant(member.resolve)}({x}, None{given})"

    def _of_thing(self, x: str, field: GraphQLField, member: Member, nodes: list[FieldNode]) -> str:
        if isinstance(member, SideMember):
            return self._side(x, field, member, nodes)
        if member.name in ("kind", "id"):
            return self.value(f"{x}.{member.name}", field.type, nodes)
        if member.name == "global_id":
            return f"({x}.kind + '/' + {x}.id)"
        if member.name == "name":
            if not nodes[0].arguments:
                return f"({x}.fields.get('name') or {x}.id)"
            return f"name({x}, **{self.argument(given_to(field, nodes[0], self._schema), nodes[0])})"
        if member.resolve is not None:
            raise NotPlanned
        return self.value(f"{x}.fields.get({member.name!r})", field.type, nodes)

    def _side(self, x: str, field: GraphQLField, member: SideMember, nodes: list[FieldNode]) -> str:
        node, side, type_ = nodes[0], member.side.key, _stripped(field.type)
        given, other = given_to(field, node, self._schema), member.other
        asked = self.bound(lambda variables: ListAsked(other, given(variables)))
        if {each.name.value for each in node.arguments or ()} & SCANNING:
            self.scans_sides = True
        things = f"{x}.sides.get({side!r}, ())"
        sets = tuple(each.selection_set for each in nodes if each.selection_set)
        wanted = self.selections.fields(type_, sets)
        simple = {each.name.value for each in node.arguments or ()} <= {"first"}
        if not simple or any(each[0].name.value not in IN_PLACE for each in wanted.values()):
            return f"{self.written(type_, nodes)}({asked}.page(s, {things}, ({x}, {side!r})), s, a)"
        shown = f"{things}[:{asked}.window.first]"
        parts = {"totalCount": f"len({things})", "__typename": repr(type_.name)}
        made = {
            key: parts.get(name := each[0].name.value)
            or self._listed(shown, type_.fields[name], each, "cursor(%s)", f"link(s, {x}, {side!r}, %s)")
            for key, each in wanted.items()
        }
        return "{" + ", ".join(f"{key!r}: {each}" for key, each in made.items()) + "}"

    def _listed(self, shown: str, field: GraphQLField, nodes: list[FieldNode], cursor: str, link: str) -> str:
        """The things of a page, or its edges; `cursor` and `link` are expressions with a place for the thing."""
        item, type_ = self._fresh("x"), _stripped(_stripped(field.type).of_type)
        if type_.name in THINGS:
            each = self.value(item, type_, nodes, inline=True)
            return f"[{each} for {item} in {shown}]"
        sets = tuple(each.selection_set for each in nodes if each.selection_set)
        parts = []
        for key, asked in self.selections.fields(type_, sets).items():
            name = asked[0].name.value
            inner = type_.fields[name].type if name in type_.fields else None
            if name == "node":
                parts.append(f"{key!r}: {self.value(item, _stripped(inner), asked, inline=True)}")
            elif name == "link":
                parts.append(f"{key!r}: {self.value(link % item, inner, asked)}")
            else:
                parts.append(f"{key!r}: {cursor % item if name == 'cursor' else repr(type_.name)}")
        return f"[{{{', '.join(parts)}}} for {item} in {shown}]"


def _stripped(type_: Any) -> Any:
    return type_.of_type if never_null(type_) else type_
