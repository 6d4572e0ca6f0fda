"""What speaks for retiring a system, each by a stated fact."""

from typing import NamedTuple

from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode, SystemNode
from queries.divestment.blockers import succeeds
from queries.divestment.overlap import HIGH_ABOVE, share
from queries.divestment.quadrant import Quadrant
from queries.divestment.support import Support, support
from queries.meaning.phases import in_use


class ReasonSort(Choice):
    """Sorts of reasons, in the order that they are told in."""

    ELIMINATE = "eliminate", "Eliminate", "Avveckla"
    MIGRATE = "migrate", "Migrate", "Flytta över"
    SUPPORT_ENDED = "support-ended", "Vendor support has ended", "Leverantörens support har upphört"
    SUPPORT_ENDS = "support-ends", "Vendor support ends soon", "Leverantörens support upphör snart"
    PHASE_OUT = "phase-out", "Phase out", "Avvecklas"
    TO_BE_RETIRED = "to-be-retired", "To be retired", "Ska avvecklas"
    SUCCEEDED = "succeeded", "Succeeded", "Efterträtt"
    OVERLAP = "overlap", "Overlap", "Överlapp"


class DivestmentReason(NamedTuple):
    """One sort of reason for retiring one system, and what gives it."""

    sort: ReasonSort
    what: tuple[Node, ...] = ()


def reasons(
    snapshot: Snapshot, system: SystemNode, quadrant: Quadrant, day: str, common: set[InformationEntityNode]
) -> tuple[DivestmentReason, ...]:
    """Everything stated that speaks for retiring `system` on `day`, in the order of the sorts.

    `common` is the information that several systems have.
    """
    found = []
    if quadrant is Quadrant.ELIMINATE:
        found.append(DivestmentReason(ReasonSort.ELIMINATE))
    elif quadrant is Quadrant.MIGRATE:
        found.append(DivestmentReason(ReasonSort.MIGRATE))
    supported = support(system, day)
    if supported is Support.ENDED:
        found.append(DivestmentReason(ReasonSort.SUPPORT_ENDED))
    elif supported is Support.ENDING:
        found.append(DivestmentReason(ReasonSort.SUPPORT_ENDS))
    if system.lifecycle == Lifecycle.PHASE_OUT:
        found.append(DivestmentReason(ReasonSort.PHASE_OUT))
    if system.retired_by:
        found.append(DivestmentReason(ReasonSort.TO_BE_RETIRED, system.retired_by))
    if successors := tuple(each for each in system.succeeded_by if _has_taken_over(snapshot, system, each, day)):
        found.append(DivestmentReason(ReasonSort.SUCCEEDED, successors))
    if (share(system, common) or 0) > HIGH_ABOVE:
        found.append(DivestmentReason(ReasonSort.OVERLAP))
    return tuple(found)


def _has_taken_over(snapshot: Snapshot, system: SystemNode, successor: SystemNode, day: str) -> bool:
    """Whether it is stated to be in use, and the succession has no day that is still to come."""
    return successor.lifecycle is not None and in_use(successor) and succeeds(snapshot, system, successor, day)


def speaking(found: tuple[DivestmentReason, ...], quadrant: Quadrant) -> int:
    """How many of the reasons make a candidate: overlap does so only with Tolerate, and else adds to the others."""
    return sum(each.sort is not ReasonSort.OVERLAP or quadrant is Quadrant.TOLERATE for each in found)
