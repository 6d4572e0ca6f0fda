"""What both are asked: three queries, each in thousands of distinct requests, written for either schema."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Variables = dict[str, Any]
Text = tuple[str, Variables]
"""A query, and what it is given."""
Ask = Callable[[Text], dict[str, Any]]
"""Asks a server, and gives the data of its answer."""
DISTINCT = 5_000
"""Distinct requests of each query, at least."""
PAGES = 4
"""Pages that are turned of each filter: by cursor with us, by offset with the peer."""
FIELDS = ("name", "usedSince", "supportEnds", "annualCostSek")
ORDER = "sort: [{sort_key: ASC}, {id: ASC}]"
"""The peer's way to list as a Swedish dictionary does, which is our order."""
FLAT = "id name annualCostSek"
OURS_NESTED = """id name
  provides(first: 10) { edges { node { id name carries(first: 3) { edges { node { id name } } } } } }
  stores(first: 10) { edges { node { id name } } }
  ownedBy(first: 3, where: {kind: {eq: Organisation}}) { edges { node { id name } } }"""
PEERS_NESTED = f"""id name
  provides(limit: 10, {ORDER}) {{ id name carries(limit: 3, {ORDER}) {{ id name }} }}
  stores(limit: 10, {ORDER}) {{ id name }}
  ownedBy(limit: 3, {ORDER}) {{ id name }}"""
ALL = """query($after: String) { systems(first: 500, after: $after) {
  pageInfo { endCursor hasNextPage } edges { node { id annualCostSek } } } }"""
CURSORS = """query($cost: Float, $first: Int) {
  systems(first: $first, where: {annualCostSek: {gte: $cost}}) { edges { cursor } } }"""
OUR_PAGE = """query($cost: Float, $first: Int, $after: String) {
  systems(first: $first, after: $after, where: {annualCostSek: {gte: $cost}}) { edges { node { %s } } } }"""
PEERS_PAGE = f"""query($cost: Float, $first: Int, $offset: Int) {{
  systems(limit: $first, offset: $offset, where: {{annualCostSek: {{gte: $cost}}}}, {ORDER}) {{ %s }} }}"""


@dataclass(frozen=True)
class Request:
    """One request, as either is asked it."""

    ours: Text
    peers: Text


@dataclass(frozen=True)
class Query:
    """One of the three, and how many times as many requests a second as the peer we want to answer."""

    name: str
    target: float
    requests: Callable[[Ask, int], Iterator[Request]]
    soon: bool = False
    """Whether 95 of 100 of our answers are to be there before half of the peer's."""


def distinct(query: Query, ask: Ask, least: int = DISTINCT) -> list[Request]:
    """So many requests of the query at least, each another, in an order that is always the same; `ask` asks us.

    Raises:
        ValueError: the graph has too few systems for as many.
    """
    found = {json.dumps(each.ours): each for each in query.requests(ask, least)}
    if len(found) < least:
        raise ValueError(f"{query.name}: the graph gives {len(found)} distinct requests, and {least} are wanted")
    requests = list(found.values())
    random.Random(7).shuffle(requests)
    return requests


def body(text: Text) -> str:
    """What is sent, as a line."""
    return json.dumps({"query": text[0], "variables": text[1]}) + "\n"


def _by_id(ask: Ask, _: int) -> Iterator[Request]:
    """Every system, with each two of the fields beside its id."""
    for id, _cost in _systems(ask):
        for fields in map(" ".join, combinations(FIELDS, 2)):
            yield Request(
                (f"query($id: ID!) {{ system(id: $id) {{ id {fields} }} }}", {"id": id}),
                (f"query($id: ID!) {{ systems(where: {{id: {{eq: $id}}}}) {{ id {fields} }} }}", {"id": id}),
            )


def _paged(size: int, ours: str, peers: str) -> Callable[[Ask, int], Iterator[Request]]:
    """Pages of `size` systems that cost so much at least."""

    def requests(ask: Ask, least: int) -> Iterator[Request]:
        costs = sorted((cost for _, cost in _systems(ask) if cost is not None), reverse=True)
        highest = costs[min(PAGES * size, len(costs) - 1)]
        filters = -(-least // PAGES)
        for each in range(filters):
            cost = round(highest * each / filters, 2)
            whole = ask((CURSORS, {"cost": cost, "first": PAGES * size}))["systems"]["edges"]
            for offset in range(0, max(len(whole), 1), size):
                after = whole[offset - 1]["cursor"] if offset else None
                yield Request(
                    (OUR_PAGE % ours, {"cost": cost, "first": size, "after": after}),
                    (PEERS_PAGE % peers, {"cost": cost, "first": size, "offset": offset}),
                )

    return requests


def _systems(ask: Ask) -> Iterator[tuple[str, float | None]]:
    """The id and the cost of every system."""
    after, more = None, True
    while more:
        page = ask((ALL, {"after": after}))["systems"]
        yield from ((edge["node"]["id"], edge["node"]["annualCostSek"]) for edge in page["edges"])
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]


QUERIES = (
    Query("one by id", 1.5, _by_id),
    Query("page of 50", 3.0, _paged(50, FLAT, FLAT)),
    Query("100 with 10 × 3", 3.0, _paged(100, OURS_NESTED, PEERS_NESTED), soon=True),
)
