"""What a judgement about retiring a system rests on, and no source states of it."""

from collections.abc import Collection, Mapping
from typing import Literal

from graph.ontology.declaration import Choice
from graph.snapshot.typed_nodes import SystemNode
from queries.divestment.blockers import HELD
from queries.divestment.support import supported_until

Side = Literal[
    "masters",
    "stores",
    "publishes",
    "keeps_data_in",
    "provides",
    "consumes",
    "exposes",
    "used_by",
    "needed_by",
    "behind_facade",
]


class Unstated(Choice):
    """What may not be stated of a system, in the order that it is told in."""

    FUNCTIONAL_FIT = "functional-fit", "Functional fit", "Funktionell lämplighet"
    TECHNICAL_FIT = "technical-fit", "Technical fit", "Teknisk lämplighet"
    OWN_USE = "own-use", "Own use", "Egen användning"
    SUPPORT = "support", "Vendor support", "Leverantörens support"
    INFORMATION = "information", "Information that it holds", "Information som det har"
    EXCHANGES = "exchanges", "Exchanges and interfaces", "Informationsutbyten och gränssnitt"
    USERS = "users", "Who uses or needs it", "Vilka som använder eller behöver det"
    CONTRACT = "contract", "When its contract ends", "När avtalet upphör"


HANGING: Mapping[Unstated, tuple[Side, ...]] = {
    Unstated.INFORMATION: (*HELD, "keeps_data_in"),
    Unstated.EXCHANGES: ("provides", "consumes", "exposes"),
    Unstated.USERS: ("used_by", "needed_by", "behind_facade"),
}
"""What hangs on a system, and the sides that any of it is stated by."""


def unstated(system: SystemNode) -> tuple[Unstated, ...]:
    """All that is not stated of `system`."""
    lacking = {each for each, sides in HANGING.items() if not any(map(system.side, sides))}
    for each, value in (
        (Unstated.FUNCTIONAL_FIT, system.functional_fit),
        (Unstated.TECHNICAL_FIT, system.technical_fit),
        (Unstated.OWN_USE, system.lifecycle),
        (Unstated.SUPPORT, supported_until(system)),
        (Unstated.CONTRACT, system.contract_ends),
    ):
        if value is None:
            lacking.add(each)
    return tuple(each for each in Unstated if each in lacking)


def nothing_known(lacking: Collection[Unstated]) -> bool:
    """Whether nothing at all is stated of what hangs on a system: no information, no exchange, no user."""
    return all(each in lacking for each in HANGING)
