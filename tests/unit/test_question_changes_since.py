"""What changed since a day or a run."""

import pytest

from graph.facts.facts import LinkKey, Ref
from graph.facts.run_changes import HowChanged, RunChange, stored_changes
from graph.ontology.kinds import Organisation, System
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import RunRecord, Snapshot
from graph.snapshot.typed_nodes import new_node
from queries.questions.changing.changes_since import Parameters, explain, find

FIRST = RunRecord(1, "old", "2026-01-10T10:00:00+00:00", (5, 0, 0), (), 0)
SECOND = RunRecord(2, "new", "2026-02-20T10:00:00+00:00", (1, 2, 3), ("System/gone", "Organisation/left"), 2)
PICTURE = Snapshot(
    2,
    [
        new_node(System.__name__, "a", "a", {"name": "A"}, born=1, run=1),
        new_node(System.__name__, "b", "b", {"name": "B"}, born=1, run=2),
        new_node(Organisation.__name__, "c", "c", {"name": "C"}, born=2, run=2),
    ],
    runs=[FIRST, SECOND],
)


def said(**values: object) -> list[tuple[int, str, str | None, str | None]]:
    parameters = Parameters.model_validate(values)
    rows = [explain(PICTURE, each, parameters) for each in find(PICTURE, parameters)]
    return [(r.run, r.change.value, r.thing and r.thing.id, r.what and r.what.say("en")) for r in rows]  # type: ignore[misc]


LAST = [
    (2, "new", "c", None), (2, "changed", "b", None), (2, "gone", None, "It was called gone"),
    (2, "gone", None, "It was called left"), (2, "relations", None, "1 new, 2 changed, 3 gone"),
]  # fmt: skip


def test_without_a_day_or_run_the_last_run_is_told() -> None:
    assert said() == LAST


@pytest.mark.parametrize("values", [{"run": 1}, {"since": "2026-01-11"}, {"since": "2026-02"}, {"since": "2026-02-20"}])
def test_what_a_later_run_did_is_told(values: dict[str, object]) -> None:
    assert said(**values) == LAST


@pytest.mark.parametrize("values", [{"run": 0}, {"since": "2026"}, {"since": "2026-01-10"}])
def test_from_the_beginning_what_was_rewritten_since_is_new(values: dict[str, object]) -> None:
    assert said(**values) == [
        (2, "new", "b", None), (2, "new", "c", None), *LAST[2:],
        (1, "new", "a", None), (1, "relations", None, "5 new, 0 changed, 0 gone"),
    ]  # fmt: skip


def test_after_the_last_run_nothing_has_changed() -> None:
    assert said(run=2) == []
    assert said(since="2026-02-21") == []


def test_one_kind_can_be_looked_at() -> None:
    assert said(kind=System.__name__) == [(2, "changed", "b", None), (2, "gone", None, "It was called gone")]
    parameters = Parameters()
    row = explain(PICTURE, find(PICTURE, parameters)[0], parameters)
    assert (row.day, row.dataset, row.kind and row.kind.en) == ("2026-02-20", "new", "Organisation")


def changed(about: Ref | LinkKey, field: str, before: object, after: object) -> RunChange:
    return RunChange(about, HowChanged.CHANGED, field, before, after)


A, B, C, D = (Ref(System.__name__, id) for id in "abcd")
USES = next(relation for source, relation, target in ONTOLOGY.pairs() if source is target is System)
TIE = LinkKey(A, USES.name, B)


def run(number: int, *changes: RunChange) -> RunRecord:
    return RunRecord(number, "d", f"2026-01-{number:02}T10:00:00+00:00", (0, 0, 0), (), 0, stored_changes(changes))


def told(*runs: RunRecord, **values: object) -> list[tuple[object, ...]]:
    nodes = [
        new_node(System.__name__, "a", "a", {"name": "A"}, born=1, run=len(runs) + 1),
        new_node(System.__name__, "b", "b", {"name": "B"}, born=1, run=1),
        new_node(System.__name__, "c", "c", {"name": "C"}, born=3, run=3),
    ]
    snapshot = Snapshot(9, nodes, runs=[run(1), *runs])
    parameters = Parameters.model_validate({"run": 1, **values})
    rows = [explain(snapshot, each, parameters) for each in find(snapshot, parameters)]
    return [
        (r.run, r.change.value, r.thing and r.thing.id, r.what and r.what.say("en"),
         *(each and each.en for each in (r.field, r.before, r.after)))
        for r in rows
    ]  # fmt: skip


def test_a_field_is_told_from_what_to_what_over_all_runs_and_what_came_back_is_not() -> None:
    first = run(2, changed(A, "name", "A", "AA"), changed(A, "lifecycle", "plan", "active"))
    then = run(3, changed(A, "name", "AA", "A"), changed(A, "lifecycle", "active", "retired"))
    assert told(first, then) == [
        (3, "new", "c", None, None, None, None),
        (3, "changed", "a", None, "Own use", "Planned", "Retired"),
    ]
    assert told(first, then, run=2)[1:] == [
        (3, "changed", "a", None, "Name", "AA", "A"), (3, "changed", "a", None, "Own use", "Active", "Retired"),
    ]  # fmt: skip


def test_what_is_new_or_gone_is_not_changed_too() -> None:
    assert told(run(2), run(3, changed(C, "name", "B", "C"), changed(D, "name", "B", "C"))) == [
        (3, "new", "c", None, None, None, None), (3, "changed", "a", None, None, None, None),
    ]  # fmt: skip


def test_who_says_it_may_change_alone_and_a_long_text_is_cut() -> None:
    rows = told(run(2, changed(A, "source", "Plan 2025", "Plan 2026"), changed(A, "description", None, "x" * 300)))
    assert [row[4:] for row in rows if row[1] == "changed"] == [
        ("Source", "Plan 2025", "Plan 2026"), ("Description", None, "x" * 200 + "…"),
    ]  # fmt: skip


def test_relations_that_came_and_went_between_what_stays_are_named() -> None:
    new, gone = RunChange(TIE, HowChanged.NEW), RunChange(TIE, HowChanged.GONE)
    said = f"{USES.forward.en} B"
    assert told(run(2, new))[-1] == (2, "relation-new", "a", said, None, None, None)
    assert told(run(2, gone))[-1][:4] == (2, "relation-gone", "a", said)
    assert not [row for row in told(run(2, new), run(3, gone)) if "relation" in str(row[1])]
    assert not [row for row in told(run(2, gone), run(3, new)) if "relation" in str(row[1])]


def test_what_is_kept_of_a_run_is_read_as_it_was() -> None:
    kept = [changed(A, "name", "å\n", None), RunChange(TIE, HowChanged.NEW), changed(TIE, "since", ["x"], 2.5)]
    assert RunChange.read(stored_changes(kept)) == kept
    assert RunChange.read("") == RunChange.read(None) == []
