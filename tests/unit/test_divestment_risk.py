"""Lifecycle risk, and the vendor's support."""

from datetime import date
from typing import Any

import pytest

from graph.ontology.kinds import System
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.lifecycle_risk import Risk, base, first_day, own_risk, risk, vendor_risk
from queries.divestment.profile_file import named
from queries.divestment.support import Support, support, supported_until
from tests.worlds import thing

DAY = "2026-11-01"
TABLE = named("time").risk


def system(**fields: Any) -> SystemNode:
    (node,) = Snapshot.of_facts([thing(System, "s", **fields)]).all(System)
    return node


@pytest.mark.parametrize(
    ("days", "points"),
    [(0, 20), (30, 20), (31, 10), (90, 10), (91, 6), (180, 6), (181, 4), (360, 4), (361, 2), (540, 2), (541, 0)],
)
def test_the_base_follows_the_published_days(days: int, points: float) -> None:
    assert base(days, TABLE) == points


@pytest.mark.parametrize(
    ("text", "day"), [("2027", "2027-01-01"), ("2027-05", "2027-05-01"), ("2027-05-12", "2027-05-12")]
)
def test_a_date_of_reduced_precision_may_mean_its_first_day(text: str, day: str) -> None:
    assert first_day(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("fields", "score", "milestone", "days"),
    [
        ({"support_ends": "2026-12-01"}, 40, "support_ends", 30),
        ({"extended_support_ends": "2026-12-01"}, 60, "extended_support_ends", 30),
        ({"end_of_life": "2026-12-01"}, 80, "end_of_life", 30),
        ({"support_ends": "2026-10-31", "end_of_life": "2026-12-02"}, 40, "end_of_life", 31),
        ({"support_ends": "2026-12-01", "end_of_life": "2030"}, 40, "support_ends", 30),
        ({"support_ends": "2030"}, 0, "support_ends", 1157),
        ({"support_ends": "2026"}, 40, "support_ends", 0),
        ({"support_ends": "2026-11-01"}, 40, "support_ends", 0),
        ({"support_ends": "2027-01-01", "end_of_life": "2027"}, 40, "end_of_life", 61),
    ],
)
def test_the_next_milestone_gives_base_times_multiplier(
    fields: dict[str, str], score: float, milestone: str, days: int
) -> None:
    found = vendor_risk(system(**fields), DAY, TABLE)
    assert found == Risk(score, milestone, fields[milestone], days)


def test_past_all_dates_is_100_and_no_date_is_unknown() -> None:
    past = system(support_ends="2020", end_of_life="2019")
    assert vendor_risk(past, DAY, TABLE) == Risk(100, "support_ends", "2020")
    assert vendor_risk(system(), DAY, TABLE) is None
    assert vendor_risk(system(contract_ends="2026-12-01"), DAY, TABLE) is None


def test_own_use_is_a_lifecycle_of_its_own() -> None:
    both = system(support_ends="2020", contract_ends="2027-06-30", used_until="2027-01-01")
    assert own_risk(both, DAY, TABLE) == Risk(40, "used_until", "2027-01-01", 61)
    assert vendor_risk(both, DAY, TABLE) == Risk(100, "support_ends", "2020")


def test_of_two_milestones_on_one_day_the_graver_counts_also_when_past() -> None:
    same = {"support_ends": 2.0, "end_of_life": 4.0}
    for one, other in (("2027-01", "2027-01-01"), ("2020", "2020")):
        found = risk(system(support_ends=one, end_of_life=other), same, DAY, TABLE)
        assert found
        assert found.milestone == "end_of_life"


@pytest.mark.parametrize(
    ("fields", "until", "stands"),
    [
        ({}, None, None),
        ({"support_ends": "2026-10-31"}, "2026-10-31", Support.ENDED),
        ({"support_ends": "2026-11-01"}, "2026-11-01", Support.ENDING),
        ({"support_ends": "2026-11"}, "2026-11", Support.ENDING),
        ({"support_ends": "2028-04-24"}, "2028-04-24", Support.ENDING),
        ({"support_ends": "2028-04-25"}, "2028-04-25", Support.LASTS),
        ({"support_ends": "2020", "extended_support_ends": "2031"}, "2031", Support.LASTS),
        ({"extended_support_ends": "2031", "end_of_life": "2025"}, "2025", Support.ENDED),
        ({"support_ends": "2025", "end_of_life": "2031"}, "2025", Support.ENDED),
        ({"end_of_life": "2031"}, "2031", Support.LASTS),
    ],
)
def test_support_lasts_until_its_last_date_but_not_beyond_the_end_of_life(
    fields: dict[str, str], until: str | None, stands: Support | None
) -> None:
    node = system(**fields)
    assert supported_until(node) == until
    assert support(node, DAY) == stands
