"""What holds for every kind, relation, filter and question of the ontology and the catalogue, on each engine."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any, TypeVar

import pytest
import pytest_asyncio
from graphql import GraphQLObjectType, get_named_type, is_input_object_type, is_leaf_type
from strawberry.utils.str_converters import to_camel_case as camel

from api.graphql import conditions
from api.graphql.graphql_schema import SCHEMA
from graph.database.store import Store
from graph.facts.facts import Fact
from graph.ontology.declaration import Kind, attributes, key
from graph.ontology.ontology import ONTOLOGY
from queries.asking.catalogue import catalogue
from tests.integration.graphql_graph import Client, client_on
from tests.worlds import link, put, thing

Found = TypeVar("Found")
TYPES: dict[str, Any] = SCHEMA._schema.type_map
EVERY = list(ONTOLOGY.kinds.values())
PARTS = pytest.mark.parametrize("kinds", [EVERY[n::3] for n in range(3)], ids=["first", "second", "third"])
"""Every kind, in three parts."""


@pytest_asyncio.fixture(loop_scope="session")
async def client(store: Store) -> AsyncIterator[Client]:
    """A client on an empty graph."""
    async with client_on(store) as client:
        yield client


def everything() -> list[Fact]:
    """Two things of each kind, and every relation between every pair of kinds that it may join."""
    first, second = (
        {name: thing(kind, f"{name}-{n}", name_sv="Å") for name, kind in ONTOLOGY.kinds.items()} for n in (1, 2)
    )
    links: list[Fact] = [
        link(first[source.__name__], relation.forward_key, second[target.__name__])
        for source, relation, target in ONTOLOGY.pairs()
    ]
    return [*first.values(), *second.values(), *links]


async def of_each(kinds: list[type[Kind]], ask: Callable[[type[Kind]], Awaitable[Found]]) -> list[Found]:
    """What `ask` finds of each kind, all at the same time."""
    return await asyncio.gather(*map(ask, kinds))


@PARTS
@pytest.mark.mostly_embedded
async def test_each_relation_is_found_from_both_of_its_ends(
    store: Store, client: Client, kinds: list[type[Kind]]
) -> None:
    await put(store, *everything())
    expected: Counter[tuple[str, str]] = Counter()
    for source, relation, target in ONTOLOGY.pairs():
        if source in kinds:
            expected[f"{source.__name__}-1", relation.forward_key] += 1
        if target in kinds:
            expected[f"{target.__name__}-2", relation.inverse_key] += 1

    async def found(kind: type[Kind]) -> Counter[tuple[str, str]]:
        sides, root = ONTOLOGY.sides(kind), camel(key(kind.plural.en))
        fields = " ".join(
            f"{camel(side)} {{ totalCount edges {{ node {{ id kind }} link {{ relation records {{ dataset }} }} }} }}"
            for side in sides
        )
        page = (await client.ask(f"{{ {root}(first: 5) {{ totalCount nodes {{ id kind name {fields} }} }} }}"))[root]
        assert (page["totalCount"], [each["id"] for each in page["nodes"]]) == (
            2,
            [f"{kind.__name__}-{n}" for n in (1, 2)],
        )
        for node in page["nodes"]:
            for side, declared in sides.items():
                edges = node[camel(side)]["edges"]
                assert node[camel(side)]["totalCount"] == len(edges)
                assert {edge["link"]["relation"] for edge in edges} <= {declared.relation.name}
                assert {edge["node"]["kind"] for edge in edges} <= {other.__name__ for other in declared.others}
        return Counter(
            {(node["id"], side): node[camel(side)]["totalCount"] for node in page["nodes"] for side in sides}
        )

    assert sum(map(Counter, await of_each(kinds, found)), Counter()) == expected


def value_of(type_: Any, depth: int = 1) -> str:
    """A filter that fills in everything that an input type takes."""
    named = get_named_type(type_)
    if is_input_object_type(named):
        taken = {name: each.type for name, each in named.fields.items()}
        inner = {
            name: value_of(each, depth - 1)
            for name, each in taken.items()
            if depth or not is_input_object_type(get_named_type(each))
        }
        return (
            "{" + ", ".join(f"{name}: {f'[{v}]' if '[' in str(taken[name]) else v}" for name, v in inner.items()) + "}"
        )
    if hasattr(named, "values"):
        return str(next(iter(named.values)))
    day = '"2017-05"'
    return {"Int": "1", "Float": "1.5", "Boolean": "true"}.get(named.name, day)


@PARTS
@pytest.mark.mostly_embedded
async def test_every_filter_of_every_kind_is_a_statement_that_both_engines_take(
    store: Store, client: Client, monkeypatch: pytest.MonkeyPatch, kinds: list[type[Kind]]
) -> None:
    monkeypatch.setattr(conditions, "CONDITIONS", 1_000)
    await put(store, *everything())

    async def totals(kind: type[Kind]) -> dict[str, Any]:
        root, sides = camel(key(kind.plural.en)), ONTOLOGY.sides(kind)
        every = value_of(TYPES[f"{kind.__name__}Filter"])
        some = ", ".join(f"{{has: {{{camel(side)}: true}}}}" for side in sides)
        none = ", ".join(f"{camel(side)}: false" for side in sides)
        found = await client.ask(
            f"{{ every: {root}(first: 0, where: {every}) {{ totalCount }}"
            f"  some: {root}(first: 0, where: {{anyOf: [{some}]}}) {{ totalCount }}"
            f'  none: {root}(first: 0, where: {{has: {{{none}}}, nameSv: {{eq: "Å"}}}}) {{ totalCount }} }}'
        )
        return {name: each["totalCount"] for name, each in found.items()}

    for found in await of_each(kinds, totals):
        assert found["every"] == 0
        assert found["some"] + found["none"] == 2


def test_every_field_and_relation_of_the_ontology_is_in_the_schema_with_its_meaning() -> None:
    for name, kind in ONTOLOGY.kinds.items():
        type_ = TYPES[name]
        assert isinstance(type_, GraphQLObjectType)
        assert kind.about.en in str(type_.description)
        for attribute in kind.attributes().values():
            field = type_.fields[camel(attribute.name)]
            assert attribute.about.en in str(field.description) or attribute.name in Kind.model_fields
        for side, declared in ONTOLOGY.sides(kind).items():
            description = str(type_.fields[camel(side)].description)
            assert declared.words.en in description
            assert declared.relation.about.sv in description
    for relation in ONTOLOGY.relations.values():
        for attribute in relation.attributes.values():
            assert is_leaf_type(get_named_type(TYPES[relation.fields.__name__].fields[camel(attribute.name)].type))


def test_every_question_of_the_catalogue_is_in_the_schema_with_its_parameters_and_columns() -> None:
    fields = TYPES["Questions"].fields
    assert set(fields) == {camel(stem) for stem in catalogue()}
    for stem, question in catalogue().items():
        field = fields[camel(stem)]
        assert question.title.en in field.description
        assert question.title.sv in field.description
        asked = attributes(question.parameters).keys() - {"limit", "offset"}
        assert set(field.args) == {camel(name) for name in asked} | {"first", "after", "last", "before"}
        row = get_named_type(get_named_type(field.type).fields["nodes"].type)
        assert {camel(name) for name in (*question.columns, "evidence")} <= set(row.fields)


def unexplained() -> Iterable[str]:
    for type_ in TYPES.values():
        if type_.name.startswith("__") or (is_leaf_type(type_) and not hasattr(type_, "values")):
            continue
        members = getattr(type_, "fields", None) or getattr(type_, "values", {})
        yield from (f"{type_.name}.{name}" for name, each in members.items() if not each.description)
        if not type_.description:
            yield type_.name


def test_everything_in_the_schema_says_what_it_is() -> None:
    assert list(unexplained()) == []


def test_the_values_of_closed_lists_are_named_as_commands_and_files_name_them() -> None:
    for kind in EVERY:
        for attribute in kind.attributes().values():
            if attribute.choices:
                names = set(TYPES[attribute.type.__name__].values)
                assert names == {str(each.value).upper().replace("-", "_") for each in attribute.choices}
    assert set(TYPES["Directions"].values) == {"DEPENDS_ON", "DEPENDED_ON_BY", "BOTH"}
