"""What a selection asks of one type: its fields by the names that they get, fragments taken in."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
)
from graphql import GraphQLInterfaceType as Interface
from graphql import GraphQLObjectType as Object

from api.graphql.plans.not_planned import NotPlanned

Fields = dict[str, list[FieldNode]]
"""By the name that a field gets in the answer, all places in which it is asked for."""


class Selections(NamedTuple):
    """The fragments of a document, and the schema that their conditions are about."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]

    def fields(self, type_: Object | Interface, sets: Iterable[SelectionSetNode]) -> Fields:
        """What is asked of a thing of the type, as the library collects it.

        Raises:
            NotPlanned: a directive decides what is asked.
        """
        found: Fields = {}
        for each in sets:
            self._collect(type_, each, found)
        return found

    def conditions(self, sets: Iterable[SelectionSetNode]) -> set[str]:
        """The types that some of what is asked depends on."""
        found: set[str] = set()
        for each in sets:
            for selection in each.selections:
                if isinstance(selection, InlineFragmentNode):
                    if selection.type_condition:
                        found.add(selection.type_condition.name.value)
                    found |= self.conditions([selection.selection_set])
                elif isinstance(selection, FragmentSpreadNode):
                    fragment = self.fragments[selection.name.value]
                    found |= {fragment.type_condition.name.value} | self.conditions([fragment.selection_set])
        return found

    def _collect(self, type_: Object | Interface, asked: SelectionSetNode, found: Fields) -> None:
        for selection in asked.selections:
            if selection.directives:
                raise NotPlanned
            if isinstance(selection, FieldNode):
                name = selection.alias or selection.name
                found.setdefault(name.value, []).append(selection)
            elif isinstance(selection, InlineFragmentNode):
                if selection.type_condition is None or self._is(type_, selection.type_condition.name.value):
                    self._collect(type_, selection.selection_set, found)
            elif isinstance(selection, FragmentSpreadNode):
                fragment = self.fragments[selection.name.value]
                if self._is(type_, fragment.type_condition.name.value):
                    self._collect(type_, fragment.selection_set, found)

    def _is(self, type_: Object | Interface, condition: str) -> bool:
        if type_.name == condition:
            return True
        other: Any = self.schema.type_map.get(condition)
        return isinstance(other, Interface) and self.schema.is_sub_type(other, type_)
