"""The three answers that come before all others: what is asked, and what their figures are called."""

from collections.abc import Mapping
from typing import NamedTuple

from graph.language.words import N_
from queries.gaps.rationale import CountsAs


class Headline(NamedTuple):
    """A question, what it is asked with, and what the number of its rows is called."""

    question: str
    label: str
    given: Mapping[str, str] = {}


GAPS_ALONE = {"counts_as": CountsAs.GAP.value}
"""What the gaps are asked with where observations would only be in the way."""
HEADLINES = (
    Headline("interoperability_gaps", N_("Interoperability gaps"), GAPS_ALONE),
    Headline("divestment_candidates", N_("Divestment candidates")),
    Headline("no_owner", N_("Things without a stated owner")),
)
