"""What is to come before a system can go: what replaces it, and the changes that are to retire it."""

from graph.ontology.vocabulary import Lifecycle, Progress
from graph.snapshot.typed_nodes import InitiativeNode, ProcurementNode, SystemNode
from queries.asking.grounds import Facts
from queries.divestment.blockers import successors
from queries.meaning.phases import in_use

ONLY_PLANNED = (Progress.IDEA, Progress.PLANNED)


def coming(system: SystemNode) -> list[tuple[SystemNode, tuple[Facts, ...]]]:
    """Planned systems that are to replace it, with the facts that say so; none where one that does so is in use.

    They succeed it, or a change that is to retire it brings them into use.
    """
    following = successors(system)
    if any(map(in_use, following)):
        return []
    found: dict[SystemNode, tuple[Facts, ...]] = {each: (system.link("succeeded_by", each),) for each in following}
    for change in _not_stopped(system):
        brought = [each for each in change.introduces if isinstance(each, SystemNode)]
        if not any(map(in_use, brought)):
            for each in brought:
                if each.lifecycle == Lifecycle.PLAN:
                    links = (system.link("retired_by", change), change.link("introduces", each))
                    found.setdefault(each, (change, *links))
    return list(found.items())


def not_begun(system: SystemNode) -> list[InitiativeNode | ProcurementNode]:
    """Changes that are to retire it and are only planned, or an idea; none where another one is under way or done."""
    changes = _not_stopped(system)
    return changes if all(each.progress in ONLY_PLANNED for each in changes) else []


def _not_stopped(system: SystemNode) -> list[InitiativeNode | ProcurementNode]:
    return [each for each in system.retired_by if each.progress != Progress.STOPPED]
