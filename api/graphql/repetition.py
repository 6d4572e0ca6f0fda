"""How much a document repeats itself, used or not: the validator compares each two fields of one name."""

from collections import Counter
from collections.abc import Mapping

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)


def repetition(document: DocumentNode) -> tuple[int, int]:
    """How many fields are written, and how often at most one name is given to fields of one selection."""
    written = [
        each for each in document.definitions if isinstance(each, OperationDefinitionNode | FragmentDefinitionNode)
    ]
    names = _Names({each.name.value: each for each in written if isinstance(each, FragmentDefinitionNode)})
    left = [each.selection_set for each in written]
    fields = repeats = 0
    while left:
        selection = left.pop()
        repeats = max(repeats, *names.of(selection).values(), 0)
        for each in selection.selections:
            fields += isinstance(each, FieldNode)
            if isinstance(each, FieldNode | InlineFragmentNode) and each.selection_set:
                left.append(each.selection_set)
    return fields, repeats


class _Names:
    """The names that a selection gives, with those of the fragments in it."""

    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._known: dict[str, Counter[str]] = {}

    def of(self, selection: SelectionSetNode) -> Counter[str]:
        """How often each name is given."""
        found: Counter[str] = Counter()
        for each in selection.selections:
            if isinstance(each, FieldNode):
                found[(each.alias or each.name).value] += 1
            elif isinstance(each, InlineFragmentNode):
                found += self.of(each.selection_set)
        for name in {each.name.value for each in selection.selections if isinstance(each, FragmentSpreadNode)}:
            found += self._of_fragment(name)
        return found

    def _of_fragment(self, name: str) -> Counter[str]:
        """A fragment's names, read once; one that is unknown or leads back to itself is left to validation."""
        if name not in self._known:
            self._known[name] = Counter()
            if fragment := self._fragments.get(name):
                self._known[name] = self.of(fragment.selection_set)
        return self._known[name]
