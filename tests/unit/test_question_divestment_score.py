"""How a system scores, by which indicators, and how firmly; with the records behind it."""

from typing import Any

import pytest

from graph.errors import QuestionError, UnknownThingError
from graph.ontology.kinds import Organisation, System
from tests.loaded_snapshot import SnapshotOfFacts
from tests.worlds import link, thing

S = thing(System, "s", functional_fit="insufficient", technical_fit="inappropriate", criticality="high",
          support_ends="2026-12-01", recommendation="tolerate", inherited_model=True)  # fmt: skip
ORG = thing(Organisation, "org")


def score(loaded_snapshot: SnapshotOfFacts, **values: Any) -> Any:
    return loaded_snapshot.ask("divestment_score", **({"system": "s", "as_of": "2026-11-01"} | values)).rows


def test_what_is_stored_is_scored_and_every_indicator_has_its_records() -> None:
    loaded_snapshot = SnapshotOfFacts(S, ORG, link(S, "used_by", ORG))
    rows = score(loaded_snapshot)
    assert rows[0].verdict.say("en") == "Eliminate"
    assert [each.say("en") for each in rows[0].rationale][1] == "People recommend something else: Tolerate."
    by_name = {row.indicator.say("en"): row for row in rows if row.indicator}
    assert by_name["Functional fit as stated"].normalised == 4
    assert by_name["Lifecycle risk of vendor support"].value == 40
    assert by_name["Inherited information model"].normalised == 1
    assert {"Organisation/org", "System/s", "System/s USED_BY Organisation/org"} == {
        shown.about for shown in by_name["Organisations that work with it"].evidence
    }


def test_the_day_that_is_asked_about_is_the_day_of_the_risk() -> None:
    loaded_snapshot = SnapshotOfFacts(S)
    risk = {row.part.value: row.value for row in score(loaded_snapshot, as_of="2027")}
    assert risk["vendor-risk"] == 100


def test_a_system_or_a_profile_that_is_not_there_is_told_of() -> None:
    loaded_snapshot = SnapshotOfFacts(S)
    with pytest.raises(UnknownThingError):
        score(loaded_snapshot, system="x")
    with pytest.raises(QuestionError, match=r"There is no scoring profile 'tine'\. Did you mean 'time'"):
        score(loaded_snapshot, profile="tine")
