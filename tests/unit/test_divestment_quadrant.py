"""TIME from two fits, and whether people recommend something else."""

from typing import Any

import pytest

from graph.ontology.kinds import System
from graph.ontology.vocabulary import FunctionalFit, TechnicalFit, TimeVerdict
from graph.snapshot.snapshot import Snapshot
from queries.divestment.quadrant import Quadrant, differs, quadrant, stated_quadrant
from tests.worlds import thing


@pytest.mark.parametrize(
    ("functional", "technical", "verdict"),
    [
        (True, True, "invest"), (True, False, "migrate"), (False, True, "tolerate"), (False, False, "eliminate"),
        (None, True, "not-assessed"), (None, False, "not-assessed"), (True, None, "not-assessed"),
        (False, None, "not-assessed"), (None, None, "not-assessed"),
    ],
)  # fmt: skip
def test_the_quadrant_follows_from_both_fits(functional: bool | None, technical: bool | None, verdict: str) -> None:
    assert quadrant(functional, technical).value == verdict


@pytest.mark.parametrize("functional", [*FunctionalFit, None])
@pytest.mark.parametrize("technical", [*TechnicalFit, None])
def test_stated_fits_are_low_up_to_the_second_of_their_four_steps(
    functional: FunctionalFit | None, technical: TechnicalFit | None
) -> None:
    fields: dict[str, Any] = {"functional_fit": functional, "technical_fit": technical}
    fact = thing(System, "s", **{name: value for name, value in fields.items() if value})
    (node,) = Snapshot.of_facts([fact]).all(System)
    steps = [None if each is None else list(type(each)).index(each) > 1 for each in (functional, technical)]
    assert stated_quadrant(node) is quadrant(*steps)


def test_every_verdict_is_a_quadrant_with_the_same_words() -> None:
    for verdict in TimeVerdict:
        assert Quadrant(verdict.value).words == verdict.words
    assert len(Quadrant) == len(TimeVerdict) + 1


def test_they_differ_only_where_both_say_something() -> None:
    assert differs(Quadrant.ELIMINATE, "eliminate") is False
    assert differs(Quadrant.ELIMINATE, "tolerate") is True
    assert differs(Quadrant.ELIMINATE, None) is None
    assert differs(Quadrant.NOT_ASSESSED, "tolerate") is None
