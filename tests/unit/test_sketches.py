"""What each map draws of a snapshot: of today, of another day, and after a scenario; without a database."""

from typing import Any

import pytest

from graph.facts.facts import Evidence, Fact, LinkKey, Ref
from graph.ontology.kinds import (
    Decision,
    Discipline,
    Exchange,
    GovernanceBody,
    InformationEntity,
    IntegrationPlatform,
    Organisation,
    Role,
    SharedStorage,
    StandardVersion,
    System,
)
from graph.scenarios.steps import Addition, Replacement, Scenario, applied
from graph.snapshot.days import as_of
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking.snapshots import View
from queries.asking.validation import validated
from tests.bundled import bundled_snapshot
from tests.worlds import link, thing
from visualisations.drawing.fetching import behind
from visualisations.drawing.finishing import finished
from visualisations.drawing.sketch import Sketch
from visualisations.maps.atlas import atlas

GIVEN: dict[str, dict[str, Any]] = {"surroundings": {"id": "laboratory-system"}}
"""What a map is drawn of that cannot be drawn of everything."""


def drawn(snapshot: Snapshot, stem: str, **values: Any) -> Sketch:
    chosen = atlas()[stem]
    return chosen.sketch(snapshot, validated(chosen.parameters, stem, values), "en")


@pytest.mark.parametrize("stem", atlas())
def test_every_map_has_things_of_the_case_to_draw_with_lines_between_them(stem: str) -> None:
    sketch = drawn(bundled_snapshot(), stem, **GIVEN.get(stem, {}))
    assert sketch.things(), f"load something into loaders/bundled that {stem} draws"
    assert sketch.strokes(), f"{stem} draws no line between things of the case"
    assert sketch.total >= len(sketch.things())


def ids(sketch: Sketch) -> set[str]:
    return {ref.id for ref in sketch.things()}


def ends(sketch: Sketch) -> list[tuple[str, str]]:
    return [(line.source.id, line.target.id) for line in sketch.strokes()]


def cell_of(sketch: Sketch, id: str) -> tuple[int, int]:
    return next(cell for cell, held in sketch.cells.items() for node in held if node.id == id)


def two_and_their_flow(used_since: str | None = None) -> list[Fact]:
    a, b, c = (
        thing(System, "a", mode="mode-1"),
        thing(System, "b", mode="mode-2"),
        thing(System, "c", used_since=used_since),
    )
    flow, new, entity = thing(Exchange, "flow"), thing(Exchange, "new"), thing(InformationEntity, "diagnosis")
    return [
        a, b, c, flow, new, entity, link(a, "provides", flow), link(b, "consumes", flow), link(flow, "carries", entity),
        link(a, "provides", new, since="2030"), link(c, "consumes", new),
    ]  # fmt: skip


JOINED = Scenario(
    id="joined", name="Joined up", steps=(Addition(do="add-exchange", id="x", provider="b", consumers=("c",)),)
)
REPLACED = Scenario(id="one", name="One", steps=(Replacement(do="replace", id="a", by="z", name="Zeta"),))


def test_the_landscape_is_by_owner_and_mode_and_a_line_stands_for_its_exchanges() -> None:
    unit, platform, a, flow = (
        thing(Organisation, "unit"), thing(IntegrationPlatform, "bus"), thing(System, "a"), thing(Exchange, "flow"),
    )  # fmt: skip
    more: list[Fact] = [unit, platform, link(a, "owned_by", unit), link(flow, "mediated_by", platform)]
    sketch = drawn(Snapshot.of_facts([*two_and_their_flow(), *more]), "landscape")
    assert ids(sketch) == {"a", "b", "c", "bus"}
    assert cell_of(sketch, "a")[0] < cell_of(sketch, "b")[0]
    assert cell_of(sketch, "a")[1] < cell_of(sketch, "bus")[1] < cell_of(sketch, "b")[1]
    assert ends(sketch) == [("a", "b"), ("a", "c")]
    assert sketch.notes == {Ref(IntegrationPlatform.__name__, "bus"): "One line passes through"}
    assert {str(key) for key in sketch.facts() if isinstance(key, LinkKey)} >= {
        "System/a PROVIDES Exchange/flow", "System/b CONSUMES Exchange/flow",
        "Exchange/flow MEDIATED_BY IntegrationPlatform/bus",
    }  # fmt: skip


def test_a_cut_landscape_keeps_the_most_connected_and_counts_the_rest() -> None:
    sketch = drawn(Snapshot.of_facts(two_and_their_flow()), "landscape", limit=2)
    assert (ids(sketch), sketch.total, ends(sketch)) == ({"a", "b"}, 3, [("a", "b")])


def test_another_day_draws_what_its_dates_say_was_there() -> None:
    snapshot = Snapshot.of_facts(two_and_their_flow(used_since="2031"))
    before, after = as_of(snapshot, "2029-05-01"), as_of(snapshot, "2030-05-01")
    assert ends(drawn(before, "landscape")) == [("a", "b")]
    assert ends(drawn(after, "landscape")) == [("a", "b"), ("a", "c")]
    told = {
        card.ref.id: dict(card.details.facts)["Own use"]
        for card in finish(drawn(before, "landscape"), before)
        if "Own use" in dict(card.details.facts)
    }
    assert told == {"c": "Planned"}


def finish(sketch: Sketch, snapshot: Snapshot, scenario: Scenario | None = None) -> Any:
    """The cards of the sketch, where nobody states what is drawn."""
    view = View(snapshot, "", scenario)
    return finished(atlas()["landscape"], sketch, behind(sketch, {}, view), view, "en").cards


def test_what_a_scenario_adds_is_a_line_and_what_it_takes_away_is_none() -> None:
    snapshot = Snapshot.of_facts(two_and_their_flow())
    after = applied(snapshot, JOINED)
    assert ("b", "c") in ends(drawn(after, "landscape"))
    assert ids(drawn(applied(snapshot, REPLACED), "landscape")) == {"b", "c", "z"}
    around = drawn(applied(snapshot, REPLACED), "surroundings", id="z")
    assert around.subject is not None
    assert (around.subject.id, ids(around)) == ("z", {"z", "b", "c"})


def test_what_only_a_scenario_says_is_marked_and_keeps_its_name() -> None:
    after = applied(Snapshot.of_facts(two_and_their_flow()), JOINED)
    sketch = drawn(after, "landscape")
    view = View(after, "", JOINED, "2031-01-01")
    shown = finished(atlas()["landscape"], sketch, behind(sketch, {}, view), view, "sv")
    records = {record.source for line in shown.strokes for told in line.details for record in told.records}
    assert records == {"Joined up"}
    assert all(line.assumed for line in shown.strokes)
    assert (shown.of, shown.assumed) == ({"scenario": "joined", "as_of": "2031-01-01"}, True)
    assert "Joined up" in shown.asked_of
    assert "1 januari 2031" in shown.asked_of


def test_surroundings_are_followed_step_by_step_and_stand_by_who_leans_on_whom() -> None:
    old, mid, new, far = (thing(System, name) for name in ("old", "mid", "new", "far"))
    board, owner = thing(GovernanceBody, "board"), thing(Organisation, "owner")
    snapshot = Snapshot.of_facts([
        old, mid, new, far, board, owner, link(mid, "depends_on", old), link(new, "depends_on", mid),
        link(far, "depends_on", new), link(board, "decides_on", mid), link(owner, "owns", old),
    ])  # fmt: skip
    near, wide = drawn(snapshot, "surroundings", id="mid"), drawn(snapshot, "surroundings", id="mid", depth=2)
    assert (ids(near), near.total) == ({"old", "mid", "new", "board"}, 4)
    assert [cell_of(near, id)[1] for id in ("old", "mid", "new")] == [2, 3, 4]
    assert cell_of(near, "board")[0] < cell_of(near, "mid")[0]
    assert ids(wide) == ids(near) | {"far"}
    assert cell_of(wide, "far")[1] == 5
    cut = drawn(snapshot, "surroundings", id="mid", depth=2, limit=2)
    assert (len(ids(cut)), cut.total) == (2, 5)


def test_storage_that_serves_several_is_shared_and_comes_first() -> None:
    both, alone = thing(SharedStorage, "both"), thing(SharedStorage, "alone")
    some = [thing(Discipline, name) for name in ("heart", "teeth", "tissue")]
    version, system = thing(StandardVersion, "v"), thing(System, "s")
    snapshot = Snapshot.of_facts([
        both, alone, *some, version, system, *(link(both, "serves", each) for each in some[:2]),
        link(alone, "serves", some[2]), link(system, "keeps_data_in", both), link(both, "conforms_to", version),
    ])  # fmt: skip
    sketch = drawn(snapshot, "shared_storage")
    assert [sketch.rows[row] for row in (0, 1)] == ["Shared by 2 disciplines", "Stands apart"]
    assert cell_of(sketch, "both") == (0, 1)
    assert cell_of(sketch, "s") == (0, 0)
    assert cell_of(sketch, "v") == (0, 2)
    assert ids(drawn(snapshot, "shared_storage", storage="alone")) == {"alone", "tissue"}


def test_governance_stands_by_the_way_that_matters_are_passed_on() -> None:
    top, low, role = thing(GovernanceBody, "top"), thing(GovernanceBody, "low"), thing(Role, "nurse")
    decision, system = thing(Decision, "choice"), thing(System, "s")
    snapshot = Snapshot.of_facts([
        top, low, role, decision, system, link(low, "escalates_to", top), link(role, "member_of", low),
        link(low, "decides_on", system), link(decision, "raised_to", top), link(role, "has_input_on", system),
    ])  # fmt: skip
    sketch = drawn(snapshot, "governance")
    assert [cell_of(sketch, id)[0] for id in ("top", "low", "nurse", "choice", "s")] == [0, 1, 3, 4, 5]
    assert ids(drawn(snapshot, "governance", limit=2)) == {"top", "low"}


@pytest.mark.parametrize("stem", sorted(atlas()))
def test_the_case_gives_the_same_drawing_again_and_hides_nothing_that_it_counts(stem: str) -> None:
    values = {"id": "laboratory-system", "depth": 2} if stem == "surroundings" else {}
    first, second = (drawn(bundled_snapshot(), stem, **values) for _ in range(2))
    assert (first.cells, first.lines, first.rows) == (second.cells, second.lines, second.rows)
    assert first.total >= len(first.things())
    assert all(isinstance(each, Node | LinkKey) for line in first.lines for each in line.held)
    view = View(bundled_snapshot(), "", None)
    cards = finished(atlas()[stem], first, behind(first, {}, view), view, "sv").cards
    assert all(card.details.records[0].evidence == Evidence.ASSUMED.words.sv for card in cards)
