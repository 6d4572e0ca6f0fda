"""What the ontology declares, in short: a graph keeps it, so that a later program sees what it was made with."""

import hashlib
import json
from collections.abc import Iterable
from typing import NamedTuple

from graph.ontology.declaration import Attribute, Ontology
from graph.ontology.past_names import PastNames

CHOICE = "choice"
"""The type of a closed list of values."""


class Name(NamedTuple):
    """One declared name: what it is of, and of whom, from the outside in."""

    sort: str
    """``kind``, ``relation``, ``from`` and ``to`` (an end of a relation), ``field`` or ``value``."""
    path: tuple[str, ...]

    def __str__(self) -> str:
        return ".".join(self.path)

    @property
    def holders(self) -> "list[Name]":
        """What it is a part of: a value of its field, a field of its kind or relation, an end of both."""
        if self.sort == "value":
            return [Name("field", self.path[:-1])]
        return [Name("owner", (each,)) for each in self.path[: {"field": 1, "from": 2, "to": 2}.get(self.sort, 0)]]


DeclaredNames = dict[Name, str]
"""Every declared name; a field with its type, such as ``str`` or ``choice[]``, all else with nothing."""


def declared_names(ontology: Ontology) -> DeclaredNames:
    """Every name that `ontology` declares."""
    found: DeclaredNames = {}
    for name, kind in ontology.kinds.items():
        found[Name("kind", (name,))] = ""
        found |= _fields(name, kind.attributes().values())
    for name, relation in ontology.relations.items():
        found[Name("relation", (name,))] = ""
        found |= {Name("from", (name, each.__name__)): "" for each in relation.sources}
        found |= {Name("to", (name, each.__name__)): "" for each in relation.targets}
        found |= _fields(name, relation.attributes.values())
    return found


def _fields(owner: str, attributes: Iterable[Attribute]) -> DeclaredNames:
    found: DeclaredNames = {}
    for each in attributes:
        base = CHOICE if each.choices else each.type.__name__
        found[Name("field", (owner, each.name))] = f"{base}[]" if each.many else base
        found |= {Name("value", (owner, each.name, member.value)): "" for member in each.choices}
    return found


def written(names: DeclaredNames) -> str:
    """The names as text that a graph keeps: the same for the same declarations, whatever their order."""
    return json.dumps(sorted([name.sort, *name.path, type] for name, type in names.items()), ensure_ascii=False)


def read(text: str) -> DeclaredNames:
    """The names of a text that `written` made."""
    return {Name(sort, tuple(path)): type for sort, *path, type in json.loads(text)}


def fingerprint(names: DeclaredNames) -> str:
    """Changes when a name or a type does: what a graph is compared by when it is opened."""
    return hashlib.sha256(written(names).encode()).hexdigest()[:16]


def present(name: Name, past: PastNames) -> Name:
    """What is called so now, where it has a newer name."""
    owner, *inner = name.path
    owner = past.owner(owner)
    if name.sort in ("from", "to"):
        inner = [past.kind(each) for each in inner]
    elif inner:
        field = past.field(owner, inner[0])
        inner = [field, *(past.value(owner, field, each) for each in inner[1:])]
    return Name(name.sort, (owner, *inner))


class Difference(NamedTuple):
    """How what a graph has differs from what is declared now."""

    renamed: list[Name]
    """What has a newer name."""
    unknown: list[Name]
    """What is not declared."""
    retyped: list[Name]
    """Fields that are of another type now, unless it has all values of the older one."""


def difference(before: DeclaredNames, now: DeclaredNames, past: PastNames) -> Difference:
    """How `before` differs from what is declared `now`; of what is unknown, the whole and not its parts."""
    found = Difference([], [], [])
    for name, type in before.items():
        today = present(name, past)
        if today != name and today in before and name.path[-1] != today.path[-1]:
            found.unknown.append(name)  # two that were apart, and would be one
            continue
        if today != name:
            found.renamed.append(name)
        if today in now:
            if not _fits(type, now[today]):
                found.retyped.append(name)
        elif not _is_open(today, now) and all(_known(present(each, past), now) for each in name.holders):
            found.unknown.append(name)
    return found


def _fits(type: str, now: str) -> bool:
    return type in ("", now) or type.replace(CHOICE, "str") == now


def _is_open(value: Name, now: DeclaredNames) -> bool:
    """Whether it is a value of a field that takes any text now."""
    return value.sort == "value" and now.get(Name("field", value.path[:-1]), "").startswith("str")


def _known(holder: Name, now: DeclaredNames) -> bool:
    if holder.sort == "owner":
        return Name("kind", holder.path) in now or Name("relation", holder.path) in now
    return holder in now
