"""YAML without its places: texts, lists and objects, and numbers only where a format asks for them."""

import re
from typing import Any

from loaders.files.cells_and_problems import Cell
from loaders.files.yaml_tree import Listing, Mapping, Node

WHOLE = re.compile(r"[+-]?\d{1,18}")
NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?\.inf|\.nan", re.IGNORECASE)


def plain_values(node: Node, *, numbers: bool = False) -> Any:
    """What is written. Texts stay as they are, so that version 1.10 does not become 1.1.

    With `numbers`, what is written without quotes and looks like a number is one.
    """
    if isinstance(node, Cell):
        return _number(node.text) if numbers and node.plain else node.text
    if isinstance(node, Listing):
        return [plain_values(each, numbers=numbers) for each in node.items]
    if isinstance(node, Mapping):
        return {key: plain_values(value, numbers=numbers) for key, (_, value) in node.entries.items()}
    return None


def _number(text: str) -> str | int | float:
    if WHOLE.fullmatch(text):
        return int(text)
    if NUMBER.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text
