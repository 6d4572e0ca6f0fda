"""Findings in the addressing catalogue: each with what must not be mistaken for it."""

from collections.abc import Sequence
from time import process_time
from typing import Any

import pytest

from graph.facts.facts import Fact, ThingFact
from graph.ontology.declaration import Kind
from graph.ontology.kinds import CatalogueNote, LogicalAddress, Permission, Route, Standard, StandardVersion, System
from graph.ontology.vocabulary import Irregularity, NoteReason, PublicationStatus
from graph.snapshot.snapshot import Snapshot
from queries.meaning.addressing import AddressingFinding as Finding
from queries.questions.flows.addressing_findings import Parameters, Row, explain, find
from tests.worlds import link, thing

DAY = "2026-06-01"
CALLER, ANSWERER = thing(System, "caller"), thing(System, "answerer")
HERE, THERE = thing(LogicalAddress, "here"), thing(LogicalAddress, "there")
NOTES = thing(Standard, "notes")
TWO, THREE = (thing(StandardVersion, f"notes-{n}", in_catalogue=True) for n in (2, 3))
OLD, NEW = thing(StandardVersion, "bp-old"), thing(StandardVersion, "bp-new")
WORLD: list[Fact] = [
    CALLER, ANSWERER, HERE, THERE, NOTES, TWO, OLD, NEW, link(TWO, "version_of", NOTES), link(NEW, "supersedes", OLD),
]  # fmt: skip
THIRD: list[Fact] = [THREE, link(THREE, "version_of", NOTES)]


def permission(id: str = "p", contract: ThingFact = TWO, address: ThingFact = HERE, **fields: Any) -> list[Fact]:
    return _entry(Permission, id, "allows", CALLER, contract, address, **fields)


def route(
    id: str = "r", contract: ThingFact = TWO, address: ThingFact = HERE, profile: ThingFact = NEW, **fields: Any
) -> list[Fact]:
    facts = _entry(Route, id, "leads_to", ANSWERER, contract, address, **fields)
    return [*facts, link(thing(Route, id), "under_profile", profile)]


def _entry(
    kind: type[Kind], id: str, side: str, system: ThingFact, contract: ThingFact, address: ThingFact, **fields: Any
) -> list[Fact]:
    entry = thing(kind, id, **fields)
    ties = [(side, system), ("under_contract", contract), ("addressed_to", address)]
    return [entry, *(link(entry, each, other) for each, other in ties)]


def asked(*facts: Sequence[Fact], **values: Any) -> list[Row]:
    snapshot = Snapshot.of_facts([*WORLD, *(each for some in facts for each in some)])
    parameters = Parameters(**{"as_of": DAY, **values})
    return [explain(snapshot, each, parameters) for each in find(snapshot, parameters)]


def found(*facts: Sequence[Fact], **values: Any) -> list[tuple[Finding, str]]:
    return [(row.finding, row.about.id) for row in asked(*facts, **values)]


def test_a_permission_with_its_route_is_no_finding() -> None:
    assert found(permission(), route()) == []


@pytest.mark.parametrize(
    "other",
    [
        [],
        route(contract=THREE) + THIRD,
        route(address=THERE),
        route(valid_until="2026-05-31"),
        route(valid_from="2027"),
    ],
    ids=["none", "another version", "another address", "is over", "has not begun"],
)
def test_a_permission_lacks_a_route_of_its_version_and_address_that_is_in_force(other: list[Fact]) -> None:
    rows = [row for row in asked(permission(), other) if row.finding is Finding.NO_ROUTE]
    (row,) = rows
    assert (row.about.id, row.consumers[0].id, row.contracts[0].id, row.addresses[0].id) == (
        "p", "caller", "notes-2", "here",
    )  # fmt: skip


def test_it_is_said_which_route_would_have_fitted() -> None:
    (row,) = asked(permission(), route(valid_until="2026-05-31"), finding=Finding.NO_ROUTE)
    assert [each.say("en") for each in row.explanation][1:] == ["R would fit, but ended on 2026-05-31"]
    assert "Route/r" in map(str, row.grounds)


def test_a_route_without_a_permission_is_called_by_nobody() -> None:
    (row,) = asked(route())
    assert (row.finding, row.about.id, row.producers[0].id) == (Finding.NO_PERMISSION, "r", "answerer")
    assert found(route(), permission(valid_until="2020")) == [
        (Finding.NO_PERMISSION, "r"), (Finding.EXPIRED, "p"),
    ]  # fmt: skip


@pytest.mark.parametrize("period", [{"valid_until": "2026-05-31"}, {"valid_from": "2026-06-02"}])
def test_what_is_not_in_force_lacks_nothing(period: dict[str, Any]) -> None:
    assert Finding.NO_ROUTE not in [finding for finding, _ in found(permission(**period))]


def test_a_permission_that_does_not_say_for_whom_lacks_nothing() -> None:
    entry = thing(Permission, "p")
    assert found([entry, link(entry, "under_contract", TWO)]) == []


def test_two_versions_in_force_are_parallel_and_one_that_is_over_is_not() -> None:
    both = [*permission(), *route(), *THIRD]
    newer = [*permission("p3", THREE), *route("r3", THREE)]
    (row,) = asked(both, newer)
    assert (row.finding, row.about.id, [each.id for each in row.contracts]) == (
        Finding.PARALLEL, "notes", ["notes-2", "notes-3"],
    )  # fmt: skip
    assert [each.say("en") for each in row.explanation] == [
        "Notes-2: permissions 1, routes 1", "Notes-3: permissions 1, routes 1",
    ]  # fmt: skip
    over = [*permission("p3", THREE, valid_until="2025"), *route("r3", THREE, valid_until="2025")]
    assert Finding.PARALLEL not in [finding for finding, _ in found(both, over)]


def test_an_old_profile_is_one_whose_successor_has_taken_over_or_whose_publisher_says_so() -> None:
    (row,) = asked(permission(), route(profile=OLD))
    assert (row.finding, row.about.id, row.profiles[0].id) == (Finding.OLD_PROFILE, "r", "bp-old")
    assert "StandardVersion/bp-new SUPERSEDES StandardVersion/bp-old" in map(str, row.grounds)
    withdrawn = thing(StandardVersion, "x", publication_status=PublicationStatus.WITHDRAWN)
    (row,) = asked(permission(), [withdrawn, *route(profile=withdrawn)])
    assert [each.say("sv") for each in row.explanation] == ["Utgivarens status för X: Upphävd"]


def test_a_profile_whose_successor_comes_later_is_not_old_yet() -> None:
    later = thing(StandardVersion, "later", released="2027")
    new: list[Fact] = [later, link(later, "supersedes", NEW)]
    assert found(permission(), route(), new) == []
    assert found(permission(), route(), new, as_of="2027") == [(Finding.OLD_PROFILE, "r")]


@pytest.mark.parametrize(
    ("until", "within", "expected"),
    [
        ("2026-08-30", 90, Finding.EXPIRING), ("2026-08-31", 90, None), ("2026-06-01", 0, Finding.EXPIRING),
        ("2026-06-02", 0, None), ("2026-05-31", 90, Finding.EXPIRED), ("2026", 90, None),
        ("2026", 213, Finding.EXPIRING),
        ("9999-12-31", 36_500, None), (None, 90, None),
    ],
)  # fmt: skip
def test_what_ends_within_the_days_and_what_has_ended(until: str | None, within: int, expected: Finding | None) -> None:
    dated: dict[str, Any] = {"valid_until": until} if until else {}
    rows = found(permission(), route(), permission("q", **dated), within_days=within)
    assert rows == ([(expected, "q")] if expected else [])


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    assert found(permission(valid_until="9999-12-31"), route(), as_of="9999-12-31") == []


def test_a_contract_of_the_catalogue_is_unused_and_one_outside_of_it_is_not_listed() -> None:
    outside = [thing(StandardVersion, "outside")]
    assert found(permission(), route(), THIRD, outside) == [(Finding.UNUSED, "notes-3")]
    over = permission("p3", THREE, valid_until="2020")
    (row, _) = sorted(asked(permission(), route(), THIRD, over), key=lambda row: row.finding, reverse=True)
    assert (row.finding, row.explanation[0].say("en")) == (
        Finding.UNUSED, "Every permission and route for it is over or has not begun",
    )  # fmt: skip


def test_what_is_irregular_is_listed_last_with_why() -> None:
    odd = thing(LogicalAddress, "odd", irregularities=(Irregularity.SPACES, Irregularity.SAME_ID))
    (row,) = asked(permission(), route(), [odd])
    assert (row.finding, row.about.id, len(row.explanation)) == (Finding.IRREGULAR, "odd", 2)
    assert row.explanation[1].say("sv") == "Läst ändå: Dess id står på flera rader"


def test_a_profile_of_which_no_succession_is_stated_is_listed_once_for_all_its_routes() -> None:
    alone = thing(StandardVersion, "alone")
    facts = [*permission(), *route(profile=alone), *route("r2", profile=alone), alone]
    (row,) = [row for row in asked(facts) if row.finding is Finding.NO_SUCCESSION]
    assert (row.about.id, [each.id for each in row.profiles], row.contracts) == ("alone", ["alone"], ())
    assert [each.say("en") for each in row.explanation] == [
        "Nothing says whether another profile has taken over. Routes in force by it: 2",
        "Load a register that says it, such as the bundled reference",
    ]
    assert Finding.OLD_PROFILE not in [finding for finding, _ in found(facts)]
    assert found(facts, finding=Finding.NO_SUCCESSION, system="answerer", contract="notes") == [
        (Finding.NO_SUCCESSION, "alone")
    ]
    assert found(facts, finding=Finding.NO_SUCCESSION, system="caller") == []
    over = route(profile=alone, valid_until="2020")
    assert Finding.NO_SUCCESSION not in [finding for finding, _ in found(permission(), over, [alone])]


def test_a_profile_that_is_said_to_be_current_or_to_be_followed_later_is_no_such_finding() -> None:
    current = thing(StandardVersion, "current", publication_status=PublicationStatus.CURRENT)
    assert found(permission(), route(profile=current), [current]) == []
    soon, later = thing(StandardVersion, "soon"), thing(StandardVersion, "later")
    assert found(permission(), route(profile=soon), [soon, later, link(later, "will_supersede", soon)]) == []


def test_a_row_that_was_set_aside_and_a_list_without_rows_are_listed_with_why() -> None:
    aside = thing(CatalogueNote, "f.json#logiskadress[id=2]", reasons=(NoteReason.UNPRINTABLE,), in_fields=("hsaId",))
    empty = thing(CatalogueNote, "f.json#vagval[]", reasons=(NoteReason.EMPTY_LIST,))
    first, last = asked(permission(), route(), [empty, aside])
    assert (first.finding, first.about.id) == (Finding.SET_ASIDE, aside.id)
    assert [each.say("sv") for each in first.explanation] == [
        "Lagd åt sidan: Ett id eller en adress har en radbrytning eller ett osynligt tecken inuti",
        "I: hsaId",
        "Inget behöver raden, så resten lästes in; rätta den i katalogen, eller ta bort den",
    ]
    assert (last.finding, [each.say("en") for each in last.explanation]) == (Finding.NO_ROWS, ["The list is empty"])
    assert found([empty, aside], system="caller") == []
    of: list[Fact] = [aside, link(aside, "refers_to", CALLER), link(aside, "refers_to", TWO)]
    (row,) = asked([empty], of, finding=Finding.SET_ASIDE, system="caller", contract="notes")
    assert "It refers to Caller" in [each.say("en") for each in row.explanation]
    assert f"{aside.key} REFERS_TO System/caller" in map(str, row.grounds)
    assert found(of, finding=Finding.SET_ASIDE, system="answerer") == []
    assert found([empty, aside], contract="notes") == [(Finding.UNUSED, "notes-2")]


def test_the_answer_can_be_narrowed() -> None:
    facts = [*permission(), *route(address=THERE), *THIRD]
    assert {finding for finding, _ in found(facts)} == {Finding.NO_ROUTE, Finding.NO_PERMISSION, Finding.UNUSED}
    assert found(facts, finding=Finding.UNUSED) == [(Finding.UNUSED, "notes-3")]
    assert found(facts, system="caller") == [(Finding.NO_ROUTE, "p")]
    assert found(facts, system="answerer") == [(Finding.NO_PERMISSION, "r")]
    assert len(found(facts, contract="notes")) == 3
    assert found(facts, contract="other") == []


def test_twenty_thousand_permissions_for_one_contract_and_address_are_looked_at_once_each() -> None:
    many = [fact for n in range(20_000) for fact in permission(f"p{n}", valid_until="2020" if n % 2 else "2030")]
    snapshot = Snapshot.of_facts([*WORLD, *many])
    began = process_time()
    assert len(find(snapshot, Parameters(as_of=DAY))) == 20_000
    assert process_time() - began < 2
