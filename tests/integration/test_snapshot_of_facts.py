"""A snapshot of facts is the one that an engine gives, and answers as it does: tests of questions ask no engine."""

from typing import Any

import pytest

from graph.database.store import Store
from graph.facts.facts import Fact
from graph.snapshot.snapshot import Snapshot
from queries.asking.service import QuestionService
from tests.integration import random_graphs
from tests.integration.random_graphs import datasets, whole
from tests.loaded_snapshot import SnapshotOfFacts
from tests.unit import test_question_decision_rights as decision_rights
from tests.unit import test_question_dependencies as dependencies
from tests.unit import test_question_facades as facades
from tests.unit import test_question_fund_payments as fund_payments
from tests.unit import test_question_model_coverage as model_coverage
from tests.worlds import put, read_snapshot

ASKED: dict[str, tuple[tuple[Fact, ...], dict[str, Any]]] = {
    "decision_rights": (decision_rights.WORLD, {"kind": "System"}),
    "dependencies": (dependencies.WORLD, {"system": "old", "depth": 8}),
    "facades": (facades.WORLD, {"limit": 2, "offset": 1}),
    "fund_payments": (fund_payments.WORLD, {"unfunded": True, "as_of": "2027"}),
    "model_coverage": (model_coverage.WORLD, {"model": "old model"}),
}


@pytest.mark.parametrize("stem", ASKED)
async def test_an_engine_gives_the_same_answer_with_the_same_evidence(store: Store, stem: str) -> None:
    world, values = ASKED[stem]
    await put(store, *world)
    given = await QuestionService(store).evaluate(stem, **values)
    assert given == SnapshotOfFacts(*world).ask(stem, **values)
    assert any(row.evidence for row in given.rows)


@pytest.mark.parametrize("seed", range(3))
async def test_an_engine_gives_the_same_snapshot(store: Store, seed: int) -> None:
    facts: list[Fact] = datasets(seed)["first"]
    await random_graphs.put(store, whole({"first": facts}), 1)
    assert held(await read_snapshot(store)) == held(Snapshot.of_facts(facts))


def held(snapshot: Snapshot) -> dict[str, Any]:
    """Everything that a question may look at, but which run wrote it."""
    nodes = {
        node.ref: (node.place, node.fields, {key: [each.ref for each in side] for key, side in node.sides.items()})
        for node in snapshot
    }
    return {"nodes": nodes, "said": {link: snapshot.said(link) for link in snapshot.with_fields()}}
