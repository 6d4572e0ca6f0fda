"""The vendor's support of a system, apart from our own use of it."""

from datetime import date, timedelta

from graph.ontology.declaration import Choice
from graph.snapshot.days import over
from graph.snapshot.typed_nodes import SystemNode

SOON_DAYS = 540
"""Beyond so many days ServiceNow's lifecycle risk counts a milestone as 0."""


class Support(Choice):
    """The vendor's support, apart from our own use."""

    ENDED = "ended", "Ended", "Har upphört"
    ENDING = "ending", "Ends within 540 days", "Upphör inom 540 dagar"
    LASTS = "lasts", "Lasts", "Gäller"


def supported_until(system: SystemNode) -> str | None:
    """The last day of any support: extended support where there is one, but never beyond the end of life."""
    end: str | None = system.extended_support_ends or system.support_ends
    last: str | None = system.end_of_life
    return min(end, last) if end and last else end or last


def soon(day: str) -> str:
    """The day that is `SOON_DAYS` after `day`, or the last one of the calendar."""
    now = date.fromisoformat(day)
    return (now + min(timedelta(days=SOON_DAYS), date.max - now)).isoformat()


def support(system: SystemNode, day: str) -> Support | None:
    """How the vendor's support stands on `day`; None where no date is stated.

    A date of reduced precision ends at the close of its month or year, and is ending as soon as that has begun to lie
    within the days that count.
    """
    until = supported_until(system)
    if until is None:
        return None
    if over(day, until):
        return Support.ENDED
    return Support.ENDING if until <= soon(day) else Support.LASTS
