"""Putting a value on the scale of 1 to 10, and into a band (ServiceNow, Application Portfolio Management)."""

from collections.abc import Sequence

from queries.divestment.profile import Band, Preference

LOWEST, HIGHEST = 1.0, 10.0
WIDTH = HIGHEST - LOWEST


def normalised(value: float, least: float, most: float, direction: Preference) -> float:
    """`value` on the scale of 1 to 10, without unit; 10 is best.

    More is better: ((value - least) / (most - least)) * 9 + 1. Less is better: 10 - ((value - least) / (most - least))
    * 9. Where all are equal: 10. A value beyond the least or the most counts as that.
    """
    if most == least:
        return HIGHEST
    place = (min(max(value, least), most) - least) / (most - least)
    return place * WIDTH + LOWEST if direction is Preference.MAXIMISE else HIGHEST - place * WIDTH


def band(value: float, bands: Sequence[Band]) -> Band:
    """The first band that `value` lies in; the last one has no end."""
    for each in bands[:-1]:
        if each.below is not None and value < each.below:
            return each
        if each.up_to is not None and value <= each.up_to:
            return each
    return bands[-1]
