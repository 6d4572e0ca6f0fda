"""Overlap, complexity and switching effort, from what is stated."""

from typing import Any

import pytest

from graph.facts.facts import Fact, ThingFact
from graph.ontology.kinds import Discipline, Exchange, InformationEntity, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.snapshot import Snapshot
from queries.divestment.complexity import Estimate, Size, complexity, effort, estimated_band, priced, size
from queries.divestment.overlap import (
    Overlap,
    having,
    in_several_hands,
    informs,
    others,
    overlap,
    share,
    shared,
    switchable,
    used,
)
from queries.divestment.profile import Switching
from queries.divestment.profile_file import named
from tests.worlds import link, thing

PROFILE = named("time")
S, A, B = thing(System, "s"), thing(System, "a"), thing(System, "b")
PLANNED, RETIRED = thing(System, "p", lifecycle=Lifecycle.PLAN), thing(System, "r", lifecycle=Lifecycle.RETIRED)
STORE = thing(SharedStorage, "store")
E, F, G, H = (thing(InformationEntity, id) for id in "efgh")
EVERY: tuple[Fact, ...] = (S, A, B, PLANNED, RETIRED, STORE, E, F, G, H)


def snapshot(*facts: Fact) -> Snapshot:
    return Snapshot.of_facts([*EVERY, *facts])


def node(within: Snapshot, fact: ThingFact) -> Any:
    found = within.get(fact.kind, fact.id)
    assert found
    return found


def ids(nodes: object) -> list[str]:
    return sorted(each.id for each in nodes)  # type: ignore[attr-defined]


def test_information_is_what_it_masters_stores_or_publishes_each_once() -> None:
    world = snapshot(link(S, "masters", E), link(S, "stores", E), link(S, "publishes", F), link(S, "reads", G))
    assert ids(informs(node(world, S))) == ["e", "f"]


def test_others_have_it_only_while_they_are_systems_in_use() -> None:
    world = snapshot(
        link(S, "masters", E), link(A, "publishes", E), link(PLANNED, "stores", E), link(RETIRED, "masters", E),
        link(STORE, "stores", E), link(S, "masters", F), link(STORE, "stores", F),
    )  # fmt: skip
    assert ids(having(node(world, E))) == ["a", "s"]
    assert ids(having(node(world, E), "mastered_by")) == ["s"]
    assert ids(in_several_hands(world)) == ["e"]
    assert ids(shared(node(world, S))) == ["e"]
    assert share(node(world, S), in_several_hands(world)) == 0.5


def test_the_share_of_no_information_is_unknown() -> None:
    world = snapshot()
    assert share(node(world, S), set()) is None
    assert overlap(node(world, S)) is None
    assert others(node(world, S)) == []


@pytest.mark.parametrize(
    ("common", "of", "band"),
    [(0, 1, "low"), (1, 5, "low"), (1, 4, "middle"), (3, 4, "middle"), (4, 5, "high"), (1, 1, "high")],
)
def test_the_bands_are_under_25_to_75_and_over_75_per_cent(common: int, of: int, band: str) -> None:
    entities = [thing(InformationEntity, f"e{number}") for number in range(of)]
    world = Snapshot.of_facts(
        [S, A, *entities, *(link(S, "stores", each) for each in entities),
         *(link(A, "masters", each) for each in entities[:common])]
    )  # fmt: skip
    assert overlap(node(world, S)) is Overlap(band)


def test_the_largest_share_comes_first_then_the_dictionary() -> None:
    world = snapshot(
        link(S, "masters", E), link(S, "masters", F), link(B, "stores", E), link(B, "stores", F), link(A, "masters", F),
    )  # fmt: skip
    assert [(each.system.id, each.share) for each in others(node(world, S))] == [("b", 1.0), ("a", 0.5)]
    assert [each.system.id for each in others(node(world, S), "mastered_by")] == ["a"]
    tied = snapshot(link(S, "masters", E), link(B, "stores", E), link(A, "stores", E))
    assert [each.system.id for each in others(node(tied, S))] == ["a", "b"]


def test_used_is_what_another_in_use_reads_or_receives() -> None:
    out, ended, to_nobody = (
        thing(Exchange, "out"), thing(Exchange, "ended", status=ExchangeStatus.ENDED), thing(Exchange, "nobody"),
    )  # fmt: skip
    world = snapshot(
        out, ended, to_nobody, *(link(S, "masters", each) for each in (E, F, G, H)),
        link(S, "provides", out), link(out, "carries", E), link(A, "consumes", out),
        link(S, "provides", ended), link(ended, "carries", F), link(A, "consumes", ended),
        link(S, "provides", to_nobody), link(to_nobody, "carries", F), link(RETIRED, "consumes", to_nobody),
        link(B, "reads", G), link(S, "reads", H), link(RETIRED, "reads", H),
    )  # fmt: skip
    assert ids(used(node(world, S))) == ["e", "g"]


def test_it_can_be_switched_for_what_has_all_that_is_used() -> None:
    facts = [link(S, "masters", each) for each in (E, F, G)]
    facts += [link(B, "reads", E), link(B, "reads", F), link(A, "stores", E), link(A, "publishes", F)]
    world = snapshot(*facts, link(PLANNED, "masters", E), link(PLANNED, "masters", F), link(B, "stores", E))
    assert ids(switchable(node(world, S))) == ["a"]
    several = snapshot(*facts[:1], link(B, "stores", E), link(A, "stores", E), link(B, "reads", E))  # fmt: skip
    assert [each.id for each in switchable(node(several, S))] == ["a", "b"]
    assert switchable(node(snapshot(link(S, "masters", E), link(A, "masters", E)), S)) == []


def test_the_size_counts_exchanges_in_use_disciplines_and_information_and_none_is_unknown() -> None:
    loop, received, planned = (
        thing(Exchange, "loop"), thing(Exchange, "in"), thing(Exchange, "plan", status=ExchangeStatus.PLANNED),
    )  # fmt: skip
    heart = thing(Discipline, "heart")
    world = snapshot(
        loop, received, planned, heart, link(S, "provides", loop), link(S, "consumes", loop),
        link(S, "consumes", received), link(S, "provides", planned), link(S, "serves", heart), link(S, "stores", E),
    )  # fmt: skip
    assert size(node(world, S)) == Size(2, 1, 1)
    assert size(node(world, A)) == Size(None, None, None)


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (Size(3, 2, 4), Estimate(20.0)),
        (Size(3, None, 4), Estimate(None, 12.0, ("disciplines that use it",))),
        (Size(None, 2, 4), Estimate(None, 8.0, ("exchanges in use",))),
        (Size(3, 2, None), Estimate(None, None, ("information that it has",))),
        (Size(None, None, 4), Estimate(None, None, ("exchanges in use", "disciplines that use it"))),
        (Size(None, None, None),
         Estimate(None, None, ("exchanges in use", "disciplines that use it", "information that it has"))),
    ],
)  # fmt: skip
def test_complexity_is_the_published_product_or_the_least_that_it_can_be(of: Size, found: Estimate) -> None:
    assert complexity(of) == found


@pytest.mark.parametrize(
    ("of", "days", "sek"),
    [
        (Size(3, 2, None), Estimate(16.0), Estimate(16_000.0)),
        (Size(3, None, 9), Estimate(None, 12.0, ("disciplines that use it",)),
         Estimate(None, 12_000.0, ("disciplines that use it",))),
        (Size(None, 2, 9), Estimate(None, 4.0, ("exchanges in use",)), Estimate(None, 4_000.0, ("exchanges in use",))),
        (Size(None, None, 9), Estimate(None, None, ("exchanges in use", "disciplines that use it")),
         Estimate(None, None, ("exchanges in use", "disciplines that use it"))),
    ],
)  # fmt: skip
def test_effort_is_the_published_sum_in_days_and_in_money(of: Size, days: Estimate, sek: Estimate) -> None:
    table = Switching(integration_days=4, process_days=2, day_rate_sek=1000)
    assert effort(of, table) == days
    assert priced(days, table) == sek


def test_without_a_day_rate_the_money_is_unknown() -> None:
    table = Switching(integration_days=4, process_days=2)
    assert priced(Estimate(None, 4.0, ("a",)), table) == Estimate(None, None, ("a", "a day rate in the profile"))


@pytest.mark.parametrize(
    ("estimate", "name"),
    [
        (Estimate(19.0), "Low"), (Estimate(20.0), "Medium"), (Estimate(59.0), "Medium"), (Estimate(60.0), "High"),
        (Estimate(None, 60.0), "High"), (Estimate(None, 59.0), None), (Estimate(None, None), None),
    ],
)  # fmt: skip
def test_a_least_value_only_tells_the_last_band(estimate: Estimate, name: str | None) -> None:
    found = estimated_band(estimate, PROFILE.complexity.bands)
    assert (found.en if found else None) == name
