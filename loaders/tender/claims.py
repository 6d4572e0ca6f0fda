"""Gathering the claims of a file: each once, and no more than can be judged."""

from collections.abc import Iterable

from graph.facts.places import Place
from graph.language.words import N_
from graph.tender.offer import Claim
from loaders.tender.refused_offer import refuse

MOST_CLAIMS = 20_000
"""A large capability statement makes some hundreds."""


def gathered(claims: Iterable[Claim], file: str) -> tuple[Claim, ...]:
    """The claims, each once, in their order.

    Raises:
        InvalidOfferError: there are far more than any product makes.
    """
    found: dict[Claim, None] = {}
    for claim in claims:
        found[claim] = None
        if len(found) > MOST_CLAIMS:
            raise refuse(
                Place(file), N_("The file makes more than {most} claims. It is not judged."), most=f"{MOST_CLAIMS:,}"
            )
    return tuple(found)
