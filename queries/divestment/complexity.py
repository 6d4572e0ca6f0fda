"""Complexity and switching effort (Essential Project), from how many integrations, processes and services there are.

An integration is an exchange in use that the system provides or receives. A process is a clinical discipline that uses
it: the graph has no processes of its own. A service is information that it masters, stores or publishes. Where none is
stated the number is unknown and not 0; what is known then gives a least value.
"""

from collections.abc import Sequence
from typing import NamedTuple

from graph.language.words import N_
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.normalisation import band
from queries.divestment.overlap import informs
from queries.divestment.profile import Band, Switching
from queries.meaning.phases import running

MISSING = {
    "integrations": N_("exchanges in use"),
    "processes": N_("disciplines that use it"),
    "services": N_("information that it has"),
}


class Estimate(NamedTuple):
    """A number, or the least that it can be where something that it is made of is not stated."""

    value: float | None
    at_least: float | None = None
    missing: tuple[str, ...] = ()
    """Texts of the catalogue."""


class Size(NamedTuple):
    """How many of each are stated; None where none is."""

    integrations: int | None
    processes: int | None
    services: int | None


def size(system: SystemNode) -> Size:
    """What complexity and effort are made of."""
    integrations = sum(map(running, {*system.provides, *system.consumes}))
    return Size(integrations or None, len(system.serves) or None, len(informs(system)) or None)


def _missing(of: Size, *parts: str) -> tuple[str, ...]:
    return tuple(MISSING[part] for part in parts if getattr(of, part) is None)


def complexity(of: Size) -> Estimate:
    """(integrations + processes) * services, without unit."""
    missing = _missing(of, *Size._fields)
    if of.services is None or (of.integrations is None and of.processes is None):
        return Estimate(None, None, missing)
    known = float(((of.integrations or 0) + (of.processes or 0)) * of.services)
    return Estimate(None, known, missing) if missing else Estimate(known)


def effort(of: Size, switching: Switching) -> Estimate:
    """Integrations * 4 + processes * 2 by the published numbers, in person-days."""
    missing = _missing(of, "integrations", "processes")
    known = (of.integrations or 0) * switching.integration_days + (of.processes or 0) * switching.process_days
    if len(missing) == 2:
        return Estimate(None, None, missing)
    return Estimate(None, known, missing) if missing else Estimate(known)


def priced(days: Estimate, switching: Switching) -> Estimate:
    """An effort in person-days as SEK, at the profile's day rate; unknown where it has none."""
    rate = switching.day_rate_sek
    if rate is None:
        return Estimate(None, None, (*days.missing, N_("a day rate in the profile")))
    value, least = (None if each is None else each * rate for each in (days.value, days.at_least))
    return Estimate(value, least, days.missing)


def estimated_band(estimate: Estimate, bands: Sequence[Band]) -> Band | None:
    """The band of the value; where only a least value is known, the last band or none."""
    if estimate.value is not None:
        return band(estimate.value, bands)
    if estimate.at_least is not None and band(estimate.at_least, bands) is bands[-1]:
        return bands[-1]
    return None
