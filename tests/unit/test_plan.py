"""A fact that is said for the first time is stored as the merging of one record would store it."""

import pytest

from graph.facts.merged_view import merged
from graph.facts.records import Stated
from loaders.runs.plan import first_ground
from tests.integration.random_graphs import datasets


@pytest.mark.parametrize("seed", range(20))
def test_what_is_said_first_is_what_merging_one_record_gives(seed: int) -> None:
    for dataset, facts in datasets(seed).items():
        for fact in facts:
            said = fact.fields | first_ground(fact.provenance, dataset, 3)
            assert said == merged([Stated.of(fact, dataset, 3)], {}) | {"born": 3}
