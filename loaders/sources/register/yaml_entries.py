"""What stands after a key in YAML: one value, several, or the ground of a fact."""

from typing import Any

from graph.language.words import N_
from loaders.files.cells_and_problems import Cell, Problems
from loaders.files.yaml_tree import Listing, Mapping, Node
from loaders.sources.register.cells import Converter, blank
from loaders.sources.register.provenance import COLUMNS, Ground, ground


def stated_ground(entry: Mapping, problems: Problems) -> Ground:
    """What the provenance keys of `entry` state."""
    cells: dict[str, Cell] = {}
    for name in COLUMNS:
        if name in entry.entries:
            key, node = entry.entries[name]
            if isinstance(node, Cell):
                if not blank(node.text):
                    cells[name] = node
            elif node is not None:
                one_text(key, problems)
    return ground(cells, problems)


def one_text(key: Cell, problems: Problems) -> None:
    """Note that `key` has more than one value."""
    problems.add(key.place, N_("{field} takes one value, not a list or more lines of name: value."), field=key.text)


def stored_value(convert: Converter, key: Cell, node: Node, problems: Problems) -> Any:
    """The stored value of a field, or None where nothing usable is stated."""
    if convert.many:
        items = node.items if isinstance(node, Listing) else [node]
        values = []
        for item in items:
            if isinstance(item, Cell):
                if not blank(item.text) and (value := convert.read(item, problems)) is not None:
                    values.append(value)
            elif item is not None:
                one_text(key, problems)
        return values or None
    if isinstance(node, Cell):
        return None if blank(node.text) else convert.read(node, problems)
    if node is not None:
        one_text(key, problems)
    return None


def holds(entry: Mapping, name: str) -> bool:
    """True where `entry` states something under `name`, right or wrong."""
    node = entry.entries[name][1] if name in entry.entries else None
    return isinstance(node, Listing | Mapping) or (isinstance(node, Cell) and not blank(node.text))
