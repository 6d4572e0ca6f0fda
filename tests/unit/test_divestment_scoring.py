"""Scores from indicators: what is missing is left out, and never nothing."""

import random
from typing import Any

import pytest

from graph.facts.facts import Fact
from graph.ontology.kinds import Discipline, Exchange, InformationEntity, Organisation, System
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.indicators import COMPUTED, raw, stated
from queries.divestment.profile import Fit, Indicator, Profile
from queries.divestment.profile_file import named
from queries.divestment.quadrant import Quadrant, quadrant
from queries.divestment.scoring import Score, computed_quadrant, fit_of, line, ranges, scored
from queries.divestment.sensitivity import Between, holds, own_side
from tests.worlds import link, thing

DAY = "2026-11-01"
PROFILE = named("time")


def of(*facts: Fact) -> Snapshot:
    return Snapshot.of_facts(facts)


def first(world: Snapshot) -> SystemNode:
    return world.all(System)[0]


def indicator(reads: str, **more: Any) -> Indicator:
    given: dict[str, Any] = {"id": reads, "en": reads, "sv": reads, "direction": "maximise", "range": "portfolio"}
    return Indicator.model_validate(given | {"reads": reads} | more)


def fit(*weights: float, threshold: float = 5.5, least_known: float = 0.5) -> Fit:
    several = tuple(indicator("annual_cost_sek", id=str(place), weight=w) for place, w in enumerate(weights))
    return Fit(threshold=threshold, least_known=least_known, indicators=several)


def lines(of_fit: Fit, *normalised: float | None) -> Any:
    world = of(thing(System, "s"))
    empty = (line(each, first(world), DAY, PROFILE, {}) for each in of_fit.indicators)
    return tuple(each._replace(normalised=n) for each, n in zip(empty, normalised, strict=True))


def test_the_score_is_the_sum_of_contributions() -> None:
    score = scored_of(fit(3, 1), 4.0, 8.0)
    assert score.score == 5.0
    assert [each.contribution for each in score.lines] == [3.0, 2.0]
    assert (score.known, score.lowest, score.highest, score.high) == (1.0, 5.0, 5.0, False)


def test_what_is_missing_is_left_out_and_bounds_the_score() -> None:
    score = scored_of(fit(3, 1), 4.0, None)
    assert score.score == 4.0
    assert [each.contribution for each in score.lines] == [4.0, None]
    assert (score.known, score.lowest, score.highest, score.high) == (0.75, 3.25, 5.5, False)


def test_below_the_share_that_must_be_known_the_fit_is_not_assessed() -> None:
    half, less = fit(1, 1), fit(1, 1, 0.1)
    assert scored(half, lines(half, 9.0, None)).high is True
    assert scored(less, lines(less, 9.0, None, None)).high is None
    assert scored(less, lines(less, 9.0, None, None)).score == 9.0


def test_where_nothing_that_weighs_is_known_there_is_no_score_and_not_nothing() -> None:
    none, idle = fit(1), fit(0, 1, least_known=0)
    assert scored(none, lines(none, None))[1:] == (None, 0.0, 1.0, 10.0, None)
    unweighed = scored(idle, lines(idle, 9.0, None))
    assert (unweighed.score, unweighed.high) == (None, None)
    assert unweighed.lines[0].contribution is None


@pytest.mark.parametrize(("value", "high"), [(5.4999, False), (5.5, True)])
def test_a_fit_is_high_from_its_threshold(value: float, high: bool) -> None:
    alone = fit(2)
    assert scored(alone, lines(alone, value)).high is high


def test_the_range_of_the_portfolio_is_of_systems_in_use_that_state_it() -> None:
    world = of(
        thing(System, "a", annual_cost_sek=10.0), thing(System, "b", annual_cost_sek=30.0), thing(System, "c"),
        thing(System, "d", annual_cost_sek=99.0, lifecycle=Lifecycle.RETIRED),
        thing(System, "e", annual_cost_sek=1.0, lifecycle=Lifecycle.PLAN),
    )  # fmt: skip
    found = ranges(world, PROFILE, DAY)
    assert found["annual-cost"] == (10.0, 30.0)
    assert found["functional-fit"] == (1.0, 4.0)
    assert "organisations" not in found
    cost = line(PROFILE.cost, first(world), DAY, PROFILE, found)
    assert (cost.raw, cost.normalised) == (10.0, 10.0)
    assert line(PROFILE.cost, world.all(System)[2], DAY, PROFILE, found).normalised is None


def test_what_is_stated_but_has_no_range_is_not_normalised() -> None:
    world = of(thing(System, "s", annual_cost_sek=5.0))
    assert line(PROFILE.cost, first(world), DAY, PROFILE, {})[1:3] == (5.0, None)


def test_fields_are_read_by_their_scale_and_told_in_words() -> None:
    world = of(thing(System, "s", functional_fit="insufficient", must_not_stop=False, annual_cost_sek=7))
    node = first(world)
    function, stop = PROFILE.functional.indicators[0], indicator("must_not_stop", scale={"yes": 5, "no": 2})
    assert raw(function, node, DAY, PROFILE) == 2
    assert raw(stop, node, DAY, PROFILE) == 2
    assert raw(PROFILE.cost, node, DAY, PROFILE) == 7
    assert raw(PROFILE.technical.indicators[0], node, DAY, PROFILE) is None
    assert raw(indicator("functional_fit", scale={"perfect": 4}), node, DAY, PROFILE) is None
    words = stated(function, node)
    assert words is not None
    assert words.en == "Insufficient"
    assert stated(PROFILE.technical.indicators[0], node) is None
    assert stated(PROFILE.cost, node) is None
    assert stated(indicator("organisations"), node) is None


def test_what_is_counted_is_unknown_where_nothing_is_stated() -> None:
    org, heart, note = thing(Organisation, "o"), thing(Discipline, "d"), thing(InformationEntity, "n")
    s, other, flow = (
        thing(System, "s", support_ends="2020", used_until="2026-12-01"),
        thing(System, "t"),
        thing(Exchange, "f"),
    )
    bare = of(thing(System, "s"))
    for reads in COMPUTED:
        assert raw(indicator(reads), first(bare), DAY, PROFILE) is None
    world = of(
        s, other, org, heart, note, flow, link(s, "used_by", org), link(s, "serves", heart), link(s, "masters", note),
        link(other, "stores", note), link(s, "provides", flow), link(other, "consumes", flow),
    )  # fmt: skip
    values = {reads: raw(indicator(reads), first(world), DAY, PROFILE) for reads in COMPUTED}
    assert values == {
        "organisations": 1, "disciplines": 1, "information": 1, "receivers": 1, "integrations": 1, "vendor-risk": 100,
        "own-risk": 80, "overlap": 1,
    }  # fmt: skip


def scored_of(one: Fit, *normalised: float | None) -> Score:
    return scored(one, lines(one, *normalised))


def chance_systems(seed: int) -> Snapshot:
    chance, facts = random.Random(seed), list[Fact]()
    values: dict[str, list[Any]] = {
        "functional_fit": ["unreasonable", "insufficient", "appropriate", "perfect"],
        "technical_fit": ["unreasonable", "inappropriate", "adequate", "fully-appropriate"],
        "criticality": ["low", "medium", "high", "safety-critical"], "support_ends": ["2020", "2026-12", "2031"],
        "design_basis": ["international-standard", "proprietary"], "inherited_model": [True, False],
    }  # fmt: skip
    orgs = [thing(Organisation, f"o{number}") for number in range(4)]
    for number in range(40):
        fields = {name: chance.choice(some) for name, some in values.items() if chance.random() < 0.6}
        facts.append(system := thing(System, f"s{number:02}", **fields))
        facts += [link(system, "used_by", org) for org in orgs if chance.random() < 0.3]
    return of(*orgs, *facts)


@pytest.mark.parametrize("seed", range(5))
def test_the_quick_way_and_the_open_way_compute_the_same_quadrant(seed: int) -> None:
    world = chance_systems(seed)
    within = ranges(world, PROFILE, DAY)
    verdicts = set()
    for each in world.all(System):
        sides = [fit_of(one, each, DAY, PROFILE, within).high for one in (PROFILE.functional, PROFILE.technical)]
        assert computed_quadrant(each, DAY, PROFILE, within) is quadrant(*sides)
        verdicts.add(quadrant(*sides))
    assert len(verdicts) > 2


def test_a_risk_counts_in_either_fit_by_its_day_and_by_the_profile_that_it_is_asked_of() -> None:
    world = of(thing(System, "s", end_of_life="2026-12-01"))
    risk = indicator("vendor-risk", direction="minimise", range={"min": 0, "max": 100})
    alone = Fit(threshold=5.5, least_known=1, indicators=(risk,))
    risky = PROFILE.model_copy(update={"functional": alone, "technical": alone})
    within = ranges(world, risky, DAY)
    assert computed_quadrant(first(world), DAY, risky, within) is Quadrant.ELIMINATE
    assert computed_quadrant(first(world), "2020-01-01", risky, within) is Quadrant.INVEST
    among_all = alone.model_copy(update={"indicators": (risk.model_copy(update={"range": "portfolio"}),)})
    relative = PROFILE.model_copy(update={"functional": among_all, "technical": among_all})
    assert ranges(world, relative, DAY)["vendor-risk"] == (80, 80)


def with_weight(profile: Profile, name: str, place: int, weight: float) -> Profile:
    own: Fit = getattr(profile, name)
    said = list(own.indicators)
    said[place] = said[place].model_copy(update={"weight": weight})
    return profile.model_copy(update={name: own.model_copy(update={"indicators": tuple(said)})})


@pytest.mark.parametrize("seed", range(3))
def test_within_the_weights_that_are_told_the_verdict_holds_and_just_outside_it_does_not(seed: int) -> None:
    world = chance_systems(seed)
    within = ranges(world, PROFILE, DAY)
    for each in world.all(System):
        both = [fit_of(one, each, DAY, PROFILE, within) for one in (PROFILE.functional, PROFILE.technical)]
        sides: list[tuple[str, Fit, Score, Score]] = [
            ("functional", PROFILE.functional, both[0], both[1]),
            ("technical", PROFILE.technical, both[1], both[0]),
        ]
        for name, one, own, other in sides:
            for place, said in enumerate(one.indicators):
                low, high = holds(one, own, place, other.high)
                assert low <= said.weight
                assert high is None or said.weight <= high + 1e-9
                inside = [low + 1e-6, said.weight, 1000.0 if high is None else (low + high) / 2]
                outside = [low - 1e-6] * (low > 1e-6) + ([high + 1e-6] if high is not None else [])
                for weight in [w for w in inside if high is None or w < high] + outside:
                    changed = with_weight(PROFILE, name, place, weight)
                    same = computed_quadrant(each, DAY, changed, within) is computed_quadrant(
                        each, DAY, PROFILE, within
                    )
                    assert same is (weight not in outside), (each.id, name, place, weight, low, high)


@pytest.mark.parametrize(
    ("weights", "values", "place", "least_known", "stands", "between"),
    [
        ((1, 1), (10.0, 4.0), 0, 0.0, True, Between(1 / 3)),
        ((1, 1), (10.0, 4.0), 1, 0.0, True, Between(0.0, 3.0)),
        ((1, 1), (1.0, 4.0), 0, 0.0, False, Between(0.0)),
        ((1, 2), (10.0, 1.0), 0, 0.0, False, Between(0.0, 2.0)),
        ((1, 1), (5.5, 9.0), 0, 0.0, True, Between(0.0)),
        ((3, 1), (9.0, None), 0, 0.5, True, Between(1.0)),
        ((3, 1), (9.0, None), 1, 0.5, True, Between(0.0, 3.0)),
        ((1, 3), (9.0, None), 0, 0.5, None, Between(0.0, 3.0)),
        ((1, 3), (9.0, None), 1, 0.5, None, Between(1.0)),
        ((1, 1), (None, None), 0, 0.5, None, Between(0.0)),
        ((1, 1), (9.0, None), 0, 1.0, None, Between(0.0)),
        ((1, 1), (9.0, 9.0), 0, 1.0, True, Between(0.0)),
        ((1, 1, 2), (4.0, 9.0, None), 0, 0.5, True, Between(1.0, 7 / 3)),
        ((1, 1, 2), (5.5, 9.0, None), 0, 0.5, True, Between(1.0)),
        ((1, 1), (9.0, None), 1, 0.0, True, Between(0.0)),
    ],
)  # fmt: skip
def test_the_ends_are_where_the_score_meets_the_threshold_or_too_little_is_known(
    weights: tuple[float, ...], values: tuple[float | None, ...], place: int, least_known: float,
    stands: bool | None, between: Between,
) -> None:  # fmt: skip
    one = fit(*weights, least_known=least_known)
    score = scored(one, lines(one, *values))
    assert score.high is stands
    assert own_side(one, score.lines, place, stands) == pytest.approx(between)


def test_any_weight_holds_where_the_other_fit_is_not_assessed() -> None:
    one = fit(1, 1)
    score = scored(one, lines(one, 10.0, 4.0))
    assert holds(one, score, 0, None) == Between(0.0)
    assert holds(one, score, 0, False) != Between(0.0)
