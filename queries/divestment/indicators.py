"""The raw value of an indicator: a field of a system, or something counted or computed about it."""

from collections.abc import Callable
from typing import Any

from graph.language.words import Words
from graph.ontology.declaration import Attribute
from graph.ontology.kinds import System
from graph.snapshot.node import field_name
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.lifecycle_risk import Risk, own_risk, vendor_risk
from queries.divestment.overlap import informs, share, shared
from queries.divestment.profile import Indicator, Profile
from queries.divestment.sole_reliance import received
from queries.meaning.phases import in_use, running

Reader = Callable[[SystemNode, str, Profile], float | None]
YES_NO = {True: "yes", False: "no"}


def _counted(number: int) -> float | None:
    """How many are stated; none is unknown."""
    return float(number) if number else None


def _scored(risk: Risk | None) -> float | None:
    return risk.score if risk else None


def receivers(system: SystemNode) -> int:
    """How many in use receive exchanges in use from it."""
    return len({to for flow in system.provides if received(flow) for to in flow.consumed_by if in_use(to)})


COMPUTED: dict[str, Reader] = {
    "organisations": lambda system, day, profile: _counted(len(system.used_by)),
    "disciplines": lambda system, day, profile: _counted(len(system.serves)),
    "information": lambda system, day, profile: _counted(len(informs(system))),
    "receivers": lambda system, day, profile: _counted(receivers(system)),
    "integrations": lambda system, day, profile: _counted(sum(map(running, {*system.provides, *system.consumes}))),
    "vendor-risk": lambda system, day, profile: _scored(vendor_risk(system, day, profile.risk)),
    "own-risk": lambda system, day, profile: _scored(own_risk(system, day, profile.risk)),
    "overlap": lambda system, day, profile: share(system, shared(system)),
}
FIELDS: dict[str, Attribute] = {
    name: each
    for name, each in System.attributes().items()
    if not each.many and name != "recommendation" and (each.choices or each.type in (bool, int, float))
}
"""The fields that can be read: numbers, and those with a scale. What people recommend stays apart from any score."""


def values(attribute: Attribute) -> tuple[str, ...]:
    """The values that a scale has to give a number; empty where the field is a number itself."""
    return tuple(YES_NO.values()) if attribute.type is bool else tuple(each.value for each in attribute.choices)


def raw(indicator: Indicator, system: SystemNode, day: str, profile: Profile) -> float | None:
    """The raw value on `day`; None where it is not stated, or where it is a value that the scale does not know."""
    if reader := COMPUTED.get(indicator.reads):
        return reader(system, day, profile)
    value: Any = system.field(field_name(indicator.reads))
    if value is None:
        return None
    if indicator.scale is None:
        return float(value)
    return indicator.scale.get(YES_NO[value] if isinstance(value, bool) else value)


def stated(indicator: Indicator, system: SystemNode) -> Words | None:
    """What the field says in words, where it has a closed list of values."""
    attribute = FIELDS.get(indicator.reads)
    value = system.field(field_name(indicator.reads)) if attribute else None
    choices = attribute.choices if attribute else ()
    return next((each.words for each in choices if each.value == value), None)
