"""``graph/snapshot/typed_nodes.pyi``: what the type checker knows of the things of the snapshot, from the ontology."""

from collections import defaultdict
from collections.abc import Iterable
from textwrap import indent
from types import UnionType

from graph.ontology import kinds
from graph.ontology.declaration import Attribute, Kind
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import SIDES

HEAD = '''"""What the type checker knows of the things of the snapshot; written by `make docs` from the ontology."""

# Kinds stand in several groups: the first that holds all that are asked for counts, and the smallest come first.
# mypy: disable-error-code="overload-overlap"

from collections.abc import Sequence
from typing import Final, Literal, Protocol, TypeAlias, overload

from graph.facts.facts import LinkKey, Properties
from graph.ontology import kinds
from graph.ontology.declaration import Kind
from graph.snapshot.node import Node
'''
THINGS = '''CLASSES: Final[dict[str, type[Node]]]

def new_node(
    kind: str,
    id: str,
    sort_key: str,
    fields: Properties,
    born: int = 0,
    run: int = 0,
    datasets: tuple[str, ...] = (),
) -> Node:
    """A thing of the kind."""

class Things:
    """The things of a snapshot by their kind, and what is said of their relations."""

    _of: dict[str, dict[str, Node]]
    _said: dict[LinkKey, Properties]
    def __init__(self) -> None: ...
'''


def typed_nodes() -> str:
    """The whole file."""
    fields = _types(each for kind in ONTOLOGY.kinds.values() for each in kind.attributes().values())
    said = _types(each for relation in ONTOLOGY.relations.values() for each in relation.attributes.values())
    sides = {name: _things(side.others) for name, side in SIDES.items()}
    parts = [
        *(f"{name}: TypeAlias = {_literal(of)}" for name, of in
          (("FieldName", fields), ("SideName", sides), ("LinkFieldName", said))),
        *map(_class, ONTOLOGY.kinds.values()),
        *(f"{name}Node: TypeAlias = {_either(union.__args__)}" for name, union in vars(kinds).items()
          if isinstance(union, UnionType)),
        "class FieldOf(Protocol):\n" + _overloads('"""Reads a field of any node."""', "__call__", "name: {}", fields),
        "class SideOf(Protocol):\n" + _overloads('"""Reads a side of any node."""', "__call__", "name: {}", sides),
        THINGS + _all() + _get() + _overloads("", "stated", "link: LinkKey, field: {}", said),
    ]  # fmt: skip
    return HEAD + "\n" + "\n\n".join(part.rstrip() for part in parts) + "\n"


def _types(attributes: Iterable[Attribute]) -> dict[str, str]:
    """The type of each name; of one that kinds declare with different types, any of these."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for each in attributes:
        if each.name != "id":
            found[each.name][_type(each)] = None
    return {name: f"{' | '.join(types)} | None" for name, types in found.items()}


def _type(attribute: Attribute) -> str:
    """What the snapshot holds: a closed list's value is its text, and several are a list or a tuple."""
    one = "str" if issubclass(attribute.type, str) else attribute.type.__name__
    return f"Sequence[{one}]" if attribute.many else one


def _either(of: Iterable[type[Kind]], form: str = "{}Node") -> str:
    return " | ".join(form.format(kind.__name__) for kind in of)


def _things(of: Iterable[type[Kind]]) -> str:
    return f"tuple[{_either(of)}, ...]"


def _literal(names: Iterable[str]) -> str:
    return "Literal[" + ", ".join(f'"{name}"' for name in sorted(names)) + "]"


def _class(kind: type[Kind]) -> str:
    fields = _types(kind.attributes().values())
    sides = {name: _things(side.others) for name, side in ONTOLOGY.sides(kind).items()}
    said = "".join(f"    {name}: Final[{type_}]\n" for name, type_ in (fields | sides).items())
    return f'class {kind.__name__}Node(Node):\n    """{kind.about.en}"""\n\n{said}'


def _overloads(about: str, method: str, given: str, types: dict[str, str]) -> str:
    """A method that gives what each name has, with one signature for all names of the same type."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, type_ in types.items():
        names[type_].append(name)
    return (indent(f"{about}\n\n", "    ") if about else "") + "".join(
        f"    @overload\n    def {method}(self, {given.format(_literal(some))}, /) -> {type_}: ...\n"
        for type_, some in names.items()
    )


def _all() -> str:
    """The things of a kind, of any that stand together at an end of a relation, and of whichever."""
    ends = {frozenset(side.others): side.others for side in SIDES.values() if len(side.others) > 1}
    groups = sorted(ends.values(), key=len)
    return "".join(
        f"    @overload\n    def all(self, {given}) -> list[{made}]: ...\n"
        for given, made in (
            *((f"kind: type[kinds.{name}], /", f"{name}Node") for name in ONTOLOGY.kinds),
            *((f"*kinds: {_either(group, 'type[kinds.{}]')}", _either(group)) for group in groups),
            ("*kinds: type[Kind]", "Node"),
        )
    )


def _get() -> str:
    return "".join(
        f"    @overload\n    def get(self, kind: {kind}, id: str | None) -> {made} | None: ...\n"
        for kind, made in (
            *((f"type[kinds.{name}]", f"{name}Node") for name in ONTOLOGY.kinds),
            ("type[Kind] | str", "Node"),
        )
    )
