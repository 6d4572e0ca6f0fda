"""Random queries that the schema allows: fields, fragments, arguments and variables, in any mixture."""

import json
import random
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)

from api.graphql.graphql_schema import SCHEMA
from api.graphql.thing_types import TYPES

TYPE_MAP: dict[str, Any] = SCHEMA._schema.type_map
WAITING = {"records", "illustrative"}
"""Fields that wait for the database, which no plan covers."""
NOT_READ = {"compliance", "compare", "scenarioEffect", "scenario", "scenarios", "kinds"}
OFTEN_WRONG = {"scenario", "after", "before", "system", "discipline"}
"""Arguments of which most values are refused."""
TEXTS = ("a", "1", "System-1", "2017-05", "å", 'q"\\', "")


class RandomQuery:
    """One query with its variables."""

    def __init__(self, seed: int, ids: list[str], *, waiting: bool = False) -> None:
        """The query of a seed about things with `ids`; with `waiting`, also of what waits for the database."""
        self._random, self._ids, self._waiting = random.Random(seed), ids, waiting
        self._declared: list[str] = []
        self._fragments: list[str] = []
        self.variables: dict[str, Any] = {}
        self._left = 60
        """Fields that may still be asked for."""
        asked = self._roots()
        declared = f"({', '.join(self._declared)})" if self._declared else ""
        self.text = " ".join([f"query{declared} {asked}", *self._fragments])

    def _roots(self) -> str:
        query = TYPE_MAP["Query"]
        names = [name for name in query.fields if name not in NOT_READ]
        chosen = self._random.sample(names, self._random.randint(1, 3))
        return "{ " + " ".join(self._field(query.fields[name], name, 0) for name in chosen) + " }"

    def _selection(self, type_: Any, depth: int) -> str:
        roll = self._random.random
        names = [n for n in type_.fields if self._waiting or n not in WAITING]
        leaves = [n for n in names if is_leaf_type(get_named_type(type_.fields[n].type))]
        inner = [n for n in names if n not in leaves]
        self._random.shuffle(inner)
        chosen = self._random.sample(leaves, min(len(leaves), self._random.randint(1, 4))) if leaves else []
        if depth < 7:
            preferred = [n for n in inner if n in ("nodes", "edges", "node", "rows", "link", "pageInfo")]
            chosen += (preferred or inner)[: 1 if roll() < 0.7 else 2]
        parts: list[str] = []
        for name in chosen:
            if self._left <= 0 and parts:
                break
            self._left -= 1
            parts.append(self._field(type_.fields[name], name, depth + 1))
        if roll() < 0.2 or not parts:
            parts.append("__typename")
        if type_.name == "Thing" and roll() < 0.7:
            kind = TYPE_MAP[self._random.choice(sorted(TYPES))]
            parts.append(f"... on {kind.name} {self._selection(kind, depth + 2)}")
        if roll() < 0.1:
            name = f"F{len(self._fragments)}"
            self._fragments.append("")
            self._fragments[-1] = f"fragment {name} on {type_.name} {{ __typename }}"
            parts.append(f"...{name}")
        return "{ " + " ".join(parts) + " }"

    def _field(self, field: Any, name: str, depth: int) -> str:
        alias = f"n{self._random.randint(0, 10**6)}: "
        given = [
            f"{each}: {self._value(argument.type, each)}"
            for each, argument in field.args.items()
            if is_required_argument(argument) or self._random.random() < (0.02 if each in OFTEN_WRONG else 0.35)
        ]
        if {"first", "last", "limit"} & field.args.keys() and not any(g.startswith(("first", "limit")) for g in given):
            given.append(f"{'first' if 'first' in field.args else 'limit'}: {self._random.randint(0, 3)}")
        arguments = f"({', '.join(given)})" if given else ""
        named = get_named_type(field.type)
        inner = "" if is_leaf_type(named) else f" {self._selection(named, depth)}"
        return f"{alias}{name}{arguments}{inner}"

    def _value(self, type_: Any, name: str, depth: int = 0) -> str:
        """A literal, or now and then a variable."""
        bare = type_.of_type if is_non_null_type(type_) else type_
        if depth == 0 and self._random.random() < 0.4 and not isinstance(get_named_type(bare), GraphQLInputObjectType):
            variable = f"v{len(self.variables)}"
            self.variables[variable] = self._json(bare, name)
            self._declared.append(f"${variable}: {type_}")
            return f"${variable}"
        if is_list_type(bare):
            inner = [self._value(bare.of_type, name, depth + 1) for _ in range(self._random.randint(0, 2))]
            return f"[{', '.join(inner)}]"
        if isinstance(bare, GraphQLInputObjectType):
            names = [n for n, each in bare.fields.items() if is_non_null_type(each.type)]
            others = [n for n in bare.fields if n not in names]
            names += self._random.sample(others, min(len(others), self._random.randint(0, 2))) if depth < 4 else []
            return "{" + ", ".join(f"{n}: {self._value(bare.fields[n].type, n, depth + 1)}" for n in names) + "}"
        value = self._json(bare, name)
        return value if isinstance(bare, GraphQLEnumType) else json.dumps(value, ensure_ascii=False)

    def _json(self, type_: Any, name: str) -> Any:
        bare = type_.of_type if is_non_null_type(type_) else type_
        if is_list_type(bare):
            return [self._json(bare.of_type, name) for _ in range(self._random.randint(0, 2))]
        if isinstance(bare, GraphQLEnumType):
            return self._random.choice(sorted(bare.values))
        if bare.name == "Int":
            return self._random.randint(0, 3)
        if bare.name == "Float":
            return self._random.choice([0, 1.5, 200_000])
        if bare.name == "Boolean":
            return self._random.random() < 0.5
        if bare.name == "ID":
            return self._random.choice(self._ids)
        if name == "asOf":
            return self._random.choice(["2019", "2025-06", "2030-01-01"])
        return self._random.choice(TEXTS)
