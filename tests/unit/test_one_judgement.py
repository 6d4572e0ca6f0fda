"""Gaps and verdicts are one judgement: what counts as a gap is a verdict that fails, and one verdict is one gap."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from graph.facts.facts import Fact, FactKey
from graph.snapshot.days import as_of
from graph.snapshot.snapshot import Snapshot
from queries.gaps.rationale import CountsAs
from queries.questions.flows import interoperability_gaps as gaps
from queries.questions.flows import interoperability_verdicts as verdicts
from queries.verdicts.judging import FAILS
from tests.bundled import bundled_snapshot
from tests.integration.random_graphs import datasets


def judged(snapshot: Snapshot) -> tuple[list[Any], list[Any]]:
    """Every finding, and every verdict."""
    given, asked = gaps.Parameters(), verdicts.Parameters()
    return (
        [gaps.explain(snapshot, each, given) for each in gaps.find(snapshot, given)],
        [verdicts.explain(snapshot, each, asked) for each in verdicts.find(snapshot, asked)],
    )


def told_otherwise(snapshot: Snapshot) -> list[str]:
    """Where the two questions say different things."""
    findings, cases = judged(snapshot)
    failing = Counter(case.wanted_by for case in cases if case.verdict in FAILS)
    counted = Counter(row.wanted_by for row in findings if row.counts_as is CountsAs.GAP)
    wrong = [f"{why}: {counted[why]} gaps of {failing[why]} faults" for why in counted if counted[why] > failing[why]]
    wrong += [f"{row.subject} follows from nothing" for row in findings
              if row.counts_as is CountsAs.FOLLOWS and row.wanted_by not in failing]  # fmt: skip
    return wrong


def random_snapshot(seed: int) -> Snapshot:
    """A random graph, of each thing and relation what the first dataset says."""
    every: dict[FactKey, Fact] = {}
    for facts in datasets(seed).values():
        for fact in facts:
            every.setdefault(fact.key, fact)
    return Snapshot.of_facts(every.values())


@pytest.mark.parametrize("seed", range(40))
def test_in_random_graphs(seed: int) -> None:
    assert not told_otherwise(random_snapshot(seed)), f"seed {seed}"


def test_in_the_bundled_case() -> None:
    snapshot = as_of(bundled_snapshot(), date.today().isoformat())
    assert not told_otherwise(snapshot)
    findings, _ = judged(snapshot)
    assert len({row.counts_as for row in findings}) >= 4
