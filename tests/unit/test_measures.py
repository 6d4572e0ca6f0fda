"""What the benchmarks say of growth and memory."""

from benchmarks.asking import growth
from benchmarks.measures import mebibytes


def test_growth_is_how_many_times_as_long_by_how_many_times_as_much() -> None:
    small, large = {"ms": 10, "size": 100}, {"ms": 50, "size": 1_000}
    assert growth(small, large) == {"small_ms": 10, "longer": 5.0, "more": 10.0, "growth": 0.5}
    assert growth(None, large) == growth({"failed": "x"}, large) == growth(small, {"failed": "x"}) == {}


def test_what_several_hold_is_counted_once_and_what_it_leads_to_is_counted() -> None:
    block = bytearray(3 << 20)
    assert mebibytes([block]) == mebibytes([[block], {"again": block}]) == 3
