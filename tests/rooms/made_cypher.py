"""Every Cypher text that graph/database makes, for every kind, relation and side, by the name of what makes it."""

import ast
import inspect
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.database import schema
from graph.database.constraints import RECORDS_OF_RUNS
from graph.facts.facts import LinkKey, Ref
from graph.ontology.ontology import ONTOLOGY
from tests.rooms.house import HOUSE

FOLDER = HOUSE / "graph" / "database"
KINDS, RELATIONS = list(ONTOLOGY.kinds.values()), list(ONTOLOGY.relations.values())
PAIRS = ONTOLOGY.pairs()
SIDES = [(kind, side) for kind in KINDS for side in ONTOLOGY.sides(kind).values()]
TOGETHER: dict[tuple[str, ...], Sequence[tuple[Any, ...]]] = {
    ("source", "relation", "target"): ONTOLOGY.pairs(),
    ("kind", "side"): SIDES,
    ("owner", "ties"): [("System", False), ("System", True)],
    ("old", "new"): [("System", "Device")],
}
"""Parameters that depend on each other."""
ALONE: dict[str, Sequence[Any]] = {
    "kind": KINDS,
    "kinds": [KINDS],
    "relation": RELATIONS,
    "side": [side for _, side in SIDES],
    "wanted": [False, True],
    "link": ["", "r"],
    "node": ["n", "e.node"],
    "variable": ["n"],
    "label": list(RECORDS_OF_RUNS),
    "writing": [schema.create_things(KINDS[0]), schema.delete_links(*ONTOLOGY.pairs()[0])],
    "name": ["name"],
    "owner": ["System"],
    "start": ["System"],
    "end": ["System"],
    "type": ["EXPOSES"],
    "place": [0, 2],
    "field": ["name"],
    "old": ["name"],
    "new": ["description"],
    "facts": [
        {Ref("System", "it's"), *(LinkKey(Ref(a.__name__, "a"), r.name, Ref(b.__name__, "b")) for a, r, b in PAIRS)}
    ],
    "lines": [["MATCH (n) DELETE n", "A line \\u000A MATCH (n) DELETE n"]],
    **{name: ["$p0"] for name in ("value", "values", "text", "words", "dataset", "day")},
}
"""What every other parameter may be, by its name."""


def made() -> dict[str, list[str]]:
    """The texts of each public constant and function of the folder that is Cypher."""
    found: dict[str, list[str]] = {}
    for path in sorted(FOLDER.glob("*.py")):
        module = import_module(f"graph.database.{path.stem}")
        for name in _defined(path):
            if texts := list(_texts(module, name)):
                found[f"{path.stem}.{name}"] = texts
    return found


def _defined(path: Path) -> Iterator[str]:
    """The public names that a file defines itself."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        names = [node.name] if isinstance(node, ast.FunctionDef) else []
        if isinstance(node, ast.Assign):
            names = [each.id for each in node.targets if isinstance(each, ast.Name)]
        yield from (name for name in names if not name.startswith("_"))


def _texts(module: ModuleType, name: str) -> Iterator[str]:
    value = getattr(module, name)
    if isinstance(value, str):
        yield value
    elif inspect.isfunction(value):
        gives = inspect.signature(value).return_annotation
        if gives == list[str]:
            yield from value()
        elif gives is str:
            yield from (_called(value, given) for given in _arguments(value))


def _arguments(function: Callable[..., str]) -> Iterator[dict[str, Any]]:
    """Every way to call the function."""
    names = tuple(inspect.signature(function).parameters)
    for together, ways in TOGETHER.items():
        if set(together) <= set(names):
            rest = [name for name in names if name not in together]
            for way, *others in product(ways, *(ALONE[name] for name in rest)):
                yield dict(zip((*together, *rest), (*way, *others), strict=True))
            return
    for values in product(*(ALONE[name] for name in names)):
        yield dict(zip(names, values, strict=True))


def _called(function: Callable[..., str], given: dict[str, Any]) -> str:
    values: list[Any] = []
    for name, parameter in inspect.signature(function).parameters.items():
        many = parameter.kind is inspect.Parameter.VAR_POSITIONAL
        values += given[name] if many else [given[name]]
    return function(*values)
