"""What changed since a day or a run."""

import pytest

from graph.ontology.kinds import Organisation, System
from graph.snapshot.snapshot import Node, RunRecord, Snapshot
from queries.questions.changing.changes_since import Parameters, explain, find

FIRST = RunRecord(1, "old", "2026-01-10T10:00:00+00:00", (5, 0, 0), (), 0)
SECOND = RunRecord(2, "new", "2026-02-20T10:00:00+00:00", (1, 2, 3), ("System/gone", "Organisation/left"), 2)
PICTURE = Snapshot(
    2,
    [
        Node(System.__name__, "a", "a", {"name": "A"}, born=1, run=1),
        Node(System.__name__, "b", "b", {"name": "B"}, born=1, run=2),
        Node(Organisation.__name__, "c", "c", {"name": "C"}, born=2, run=2),
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
