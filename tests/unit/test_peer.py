"""What the comparison with the peer computes: times of all answers, rows of either server, distinct requests."""

import random
import re
from collections import Counter
from typing import Any

import pytest

from benchmarks.peer import HERE
from benchmarks.peer.load import Load, measured
from benchmarks.peer.queries import ALL, CURSORS, QUERIES, Query, Text, distinct
from benchmarks.peer.sameness import DifferentError, hold_alike, rows_of


def corrected(times: Counter[int], average: int) -> Counter[int]:
    """What wrk makes of its times (`stats_correct` of its stats.c)."""
    found = Counter(times)
    for long in range(2 * average, max(found) + 1):
        for each in range(long - average, average, -average):
            found[each] += found[long]
    return +found


@pytest.mark.parametrize("seed", range(10))
def test_the_times_of_all_answers_are_those_that_were_measured_and_no_others(seed: int) -> None:
    chance = random.Random(seed)
    times = Counter(min(round(chance.paretovariate(1.1) * 300), 20_000) for _ in range(400))
    clients = chance.choice([1, 8, 32])
    microseconds = sum(times.elements()) // clients
    noted = corrected(times, microseconds // (400 // clients))
    assert noted.total() > 400
    assert +measured(noted, 400, microseconds, clients) == times
    with pytest.raises(RuntimeError, match="wrk tells"):
        measured(noted + Counter({300: 1}), 400, microseconds, clients)


def test_a_hundredth_is_found_in_all_answers_and_loads_add_up() -> None:
    whole = Load(99, 1.0, microseconds=Counter({1_000: 94, 5_000: 5}))
    whole.add(Load(1, 1.0, wrong=1, microseconds=Counter({9_000: 1})))
    assert (whole.rate, whole.wrong) == (50.0, 1)
    assert [whole.within(each) for each in (50, 94, 95, 99, 100)] == [1.0, 1.0, 5.0, 5.0, 9.0]


def test_rows_of_both_servers_are_told_in_one_way() -> None:
    ours = {"systems": {"edges": [{"node": {"id": "a", "stores": {"edges": [{"node": {"id": "b"}}]}}}]}}
    peers = {"systems": [{"id": "a", "stores": [{"id": "b"}]}]}
    assert rows_of(ours) == rows_of(peers) == [{"id": "a", "stores": [{"id": "b"}]}]
    assert rows_of({"system": {"id": "a"}}) == rows_of({"systems": [{"id": "a"}]})
    assert rows_of({"system": None}) == rows_of({"systems": []}) == []


def region(text: Text) -> dict[str, Any]:
    """What we answer of a region of 900 systems while requests are made."""
    query, given = text
    if query == ALL:
        nodes = [{"node": {"id": f"s{n}", "annualCostSek": None if n % 50 == 0 else 1000.0 + n}} for n in range(900)]
        return {"systems": {"pageInfo": {"hasNextPage": False, "endCursor": ""}, "edges": nodes}}
    assert query == CURSORS
    return {"systems": {"edges": [{"cursor": f"{given['cost']}-{n}"} for n in range(given["first"])]}}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_thousands_of_requests_are_all_distinct_on_both_sides_and_always_the_same(query: Query) -> None:
    requests = distinct(query, region)
    assert requests == distinct(query, region)
    assert len({str(each.ours) for each in requests}) == len({str(each.peers) for each in requests}) >= 5_000


def test_rows_that_differ_in_what_they_hold_or_in_their_order_are_told_and_nothing_is_measured() -> None:
    requests = distinct(QUERIES[0], region)[:3]
    one, other = {"id": "a", "name": "A"}, {"id": "b", "name": "B"}
    assert hold_alike(requests, lambda _: {"system": one}, lambda _: {"systems": [one]}) == 3
    for theirs in ([one, other], [], [one | {"name": "Å"}]):
        with pytest.raises(DifferentError, match="row"):
            hold_alike(requests, lambda _: {"system": one}, lambda _, theirs=theirs: {"systems": theirs})  # type: ignore[misc]
    with pytest.raises(DifferentError, match="row 1 has"):
        hold_alike(requests, lambda _: {"a": [one, other]}, lambda _: {"a": [other, one]})
    with pytest.raises(DifferentError, match="neither gave a single row"):
        hold_alike(requests, lambda _: {"a": []}, lambda _: {"a": []})


def test_the_peer_is_pinned_whole_and_its_lock_names_no_address() -> None:
    lock = (HERE / "package-lock.json").read_text("utf-8")
    assert not re.search(r"https?:|\"resolved\"", lock)
    assert lock.count('"integrity"') == lock.count('"node_modules/')
    wanted = re.findall(
        r'"(@?[\w/-]+)": "([^"]+)"', (HERE / "package.json").read_text("utf-8").split("dependencies")[1]
    )
    assert len(wanted) == 4
    for name, version in wanted:
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
        assert f'"node_modules/{name}": {{\n      "version": "{version}"' in lock
