"""What has a successor: who uses it, which, since when, and what is not known of that."""

from typing import Any

import pytest

from graph.facts.facts import Fact
from graph.ontology.kinds import (
    Api,
    Exchange,
    InformationEntity,
    InformationModel,
    Requirement,
    SharedStorage,
    Standard,
    StandardVersion,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle, PublicationStatus
from graph.snapshot.snapshot import Snapshot
from queries.meaning.succession import months_since
from queries.questions.flows.superseded_versions import HowUsed, Parameters, Row, Stage, explain, find
from tests.bundled import bundled_snapshot
from tests.worlds import link, thing

FHIR = thing(Standard, "fhir")
R3, R4, R5 = (thing(StandardVersion, id) for id in ("r3", "r4", "r5"))
SYSTEM, OTHER = thing(System, "system"), thing(System, "other")
WORLD: list[Fact] = [
    FHIR, R3, R4, R5, SYSTEM, OTHER, *(link(each, "version_of", FHIR) for each in (R3, R4, R5)),
    link(SYSTEM, "conforms_to", R4), link(OTHER, "conforms_to", R5),
]  # fmt: skip


def asked(*facts: Fact, snapshot: Snapshot | None = None, **values: Any) -> list[Row]:
    parameters = Parameters(**{"as_of": "2026-11-22", **values})
    world = snapshot or Snapshot.of_facts(facts)
    return [explain(world, each, parameters) for each in find(world, parameters)]


def told(rows: list[Row]) -> list[tuple[str, str | None, str]]:
    return [(row.old.id, row.used_by.id if row.used_by else None, row.stage.value) for row in rows]


def test_who_uses_the_old_one_is_found_and_who_uses_the_new_one_is_not() -> None:
    (row,) = asked(*WORLD, link(R5, "supersedes", R4, since="2023-03"))
    assert told([row]) == [("r4", "system", "superseded")]
    assert ([ref.id for ref in row.successors], row.since, row.months, row.how) == (
        ["r5"], "2023-03", 43, HowUsed.FOLLOWS,
    )  # fmt: skip


def test_a_later_version_that_supersedes_nothing_is_no_successor() -> None:
    assert asked(*WORLD) == []


def test_without_a_date_the_release_of_the_successor_counts_and_else_it_is_unknown() -> None:
    released = thing(StandardVersion, "r5", released="2024")
    world = [released if each is R5 else each for each in WORLD]
    (row,) = asked(*world, link(R5, "supersedes", R4))
    assert (row.since, row.months) == ("2024", 22)
    (row,) = asked(*WORLD, link(R5, "supersedes", R4))
    assert (row.since, row.months) == (None, None)
    assert [note.say("en") for note in row.notes] == ["No source says from when."]


@pytest.mark.parametrize(
    ("since", "day", "months"),
    [
        ("2025", "2026-01-31", 1), ("2025", "2026-12-30", 11), ("2025", "2026-12-31", 12), ("2025", "2025-06-01", 0),
        ("2026-02", "2026-03-27", 0), ("2026-02", "2026-03-28", 1), ("2024-02", "2024-03-28", 0),
        ("2026-01-15", "2026-02-14", 0), ("2026-01-15", "2026-02-15", 1), (None, "2026-02-15", None),
    ],
)  # fmt: skip
def test_months_are_counted_from_the_last_day_that_the_date_may_mean(
    since: str | None, day: str, months: int | None
) -> None:
    assert months_since(since, day) == months


@pytest.mark.parametrize(
    ("user", "side", "how"),
    [
        (thing(Exchange, "user"), "conforms_to", HowUsed.FOLLOWS),
        (thing(Api, "user"), "conforms_to", HowUsed.FOLLOWS),
        (thing(SharedStorage, "user"), "conforms_to", HowUsed.FOLLOWS),
        (thing(Api, "user"), "profiled_by", HowUsed.PROFILED),
        (thing(InformationEntity, "user"), "bound_to", HowUsed.CODED),
        (thing(Requirement, "user"), "demands", HowUsed.DEMANDS),
    ],
    ids=lambda each: each if isinstance(each, str) else getattr(each, "value", each.id),
)
def test_every_kind_of_use_is_found(user: Any, side: str, how: HowUsed) -> None:
    (row,) = asked(FHIR, R4, R5, link(R5, "supersedes", R4), user, link(user, side, R4))
    assert (row.used_by and row.used_by.id, row.how) == ("user", how)


def test_what_is_retired_or_ended_uses_nothing() -> None:
    gone, over = (
        thing(System, "gone", lifecycle=Lifecycle.RETIRED),
        thing(Exchange, "over", status=ExchangeStatus.ENDED),
    )
    facts: list[Fact] = [
        R4,
        R5,
        gone,
        over,
        link(R5, "supersedes", R4),
        *(link(each, "conforms_to", R4) for each in (gone, over)),
    ]
    assert asked(*facts) == []
    assert told(asked(*facts, unused=True)) == [("r4", None, "superseded")]


def test_the_newest_is_followed_to_the_end() -> None:
    old = thing(System, "old")
    rows = asked(*WORLD, old, link(old, "conforms_to", R3), link(R4, "supersedes", R3), link(R5, "supersedes", R4))
    assert [(row.old.id, [r.id for r in row.successors], [r.id for r in row.newest]) for row in rows] == [
        ("r3", ["r4"], ["r5"]), ("r4", ["r5"], []),
    ]  # fmt: skip


def test_a_successor_of_a_later_day_is_only_coming() -> None:
    later = link(R5, "supersedes", R4, since="2028")
    assert asked(*WORLD, later) == []
    assert told(asked(*WORLD, later, coming=True)) == [("r4", "system", "coming")]
    assert told(asked(*WORLD, later, as_of="2028")) == [("r4", "system", "superseded")]


def test_what_is_planned_to_follow_is_coming_and_no_successor_yet() -> None:
    planned = link(R5, "will_supersede", R4, since="2025", note="in committee")
    assert asked(*WORLD, planned) == []
    (row,) = asked(*WORLD, planned, coming=True)
    assert (row.stage, row.months, [r.id for r in row.successors]) == (Stage.COMING, None, ["r5"])
    assert [note.say("en") for note in row.notes] == ["R5: in committee"]


def test_what_its_publisher_calls_superseded_is_told_though_no_successor_is_stated() -> None:
    withdrawn = thing(StandardVersion, "r4", publication_status=PublicationStatus.WITHDRAWN)
    world = [withdrawn if each is R4 else each for each in WORLD]
    assert told(asked(*world)) == [("r4", "system", "no-successor-stated")]
    trial = thing(StandardVersion, "r4", publication_status=PublicationStatus.TRIAL)
    assert asked(*[trial if each is R4 else each for each in WORLD]) == []


def test_users_of_every_version_of_a_superseded_standard_are_found() -> None:
    new, coded = thing(Standard, "new"), thing(InformationEntity, "coded")
    rows = asked(*WORLD, new, coded, link(coded, "bound_to", FHIR), link(new, "supersedes", FHIR))
    assert [(row.old.id, row.used_by and row.used_by.id, row.version and row.version.id) for row in rows] == [
        ("fhir", "coded", None), ("fhir", "system", "r4"), ("fhir", "other", "r5"),
    ]  # fmt: skip
    assert {row.old.id for row in asked(*WORLD, new, link(new, "supersedes", FHIR), standard="new")} == set()


def test_systems_that_map_to_an_older_model_are_found() -> None:
    old, new = thing(InformationModel, "old"), thing(InformationModel, "new")
    (row,) = asked(old, new, SYSTEM, link(new, "supersedes", old), link(SYSTEM, "maps_to", old))
    assert (row.old.id, row.how) == ("old", HowUsed.MAPS)


@pytest.mark.parametrize("kind", [Standard, StandardVersion])
def test_a_circle_is_said_once_and_does_not_hang(kind: type[Standard] | type[StandardVersion]) -> None:
    one, two, three = (thing(kind, id) for id in ("one", "two", "three"))
    rows = asked(
        one, two, three, link(two, "supersedes", one), link(three, "supersedes", two), link(one, "supersedes", three)
    )
    assert told(rows) == [("one", None, "circle")]
    assert [ref.id for ref in rows[0].circle] == ["one", "three", "two"]


def test_a_user_in_a_circle_is_told_of_it_too() -> None:
    rows = asked(*WORLD, link(R5, "supersedes", R4), link(R4, "supersedes", R5))
    assert told(rows) == [
        ("r4", None, "circle"), ("r4", "system", "superseded"), ("r5", "other", "superseded"),
    ]  # fmt: skip
    assert [ref.id for ref in rows[1].circle] == ["r4", "r5"]
    assert rows[1].newest == ()


def test_two_successors_are_no_circle() -> None:
    (row,) = asked(*WORLD, link(R5, "supersedes", R4), link(R3, "supersedes", R4))
    assert ([ref.id for ref in row.successors], row.circle) == (["r3", "r5"], ())


def test_what_still_builds_on_the_old_one_stands_beside() -> None:
    guide = thing(StandardVersion, "guide")
    (row,) = asked(*WORLD, guide, link(R5, "supersedes", R4), link(guide, "requires", R4))
    assert [ref.id for ref in row.still_required_by] == ["guide"]


def test_the_case_uses_fhir_r4_and_the_older_riv_ta_profile() -> None:
    rows = asked(snapshot=bundled_snapshot(), as_of=None)
    assert {row.old.id for row in rows} == {"hl7-fhir-r4", "riv-ta-bp-2-0"}
    demanded = next(row for row in rows if row.how is HowUsed.DEMANDS)
    assert (demanded.used_by and demanded.used_by.id) == "speaks-fhir"
    assert "HL7 FHIR R5: status only; not wire compatible" in [note.say("en") for note in demanded.notes]
    coming = asked(snapshot=bundled_snapshot(), as_of=None, coming=True)
    assert ("icd-10-se", "diagnosis", "coming") in told(coming)
