"""The verdict on everything that a snapshot says should be exchanged; worked out once for each snapshot."""

from collections.abc import Iterable

from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.verdicts.observing import OBSERVATIONS
from queries.verdicts.paths import Flows, Judged
from queries.verdicts.table import Verdict
from queries.verdicts.wanted import wanted

WORST = list(Verdict)
FAILS = tuple(each for each in Verdict if each not in (Verdict.CONFORMANT, Verdict.UNKNOWN, Verdict.ONLY_THROUGH))
"""The verdicts that say that information does not get there so that it can be used."""
NO_WAY = {("ends", "not-stated"), *(("reach", value) for value in OBSERVATIONS["reach"] if value != "there")}
"""What is seen where there is no way that could be judged."""


def everything(snapshot: Snapshot) -> list[Judged]:
    """The verdict on everything that is wanted, the worst first; of equal ones in the order that they are wanted."""
    flows = snapshot.once(Flows)
    return worst_first(flows.judged(want) for want in snapshot.once(wanted))


def without_way(snapshot: Snapshot) -> dict[tuple[Node | None, ...], Judged]:
    """The verdicts on what no way is stated for, or too little to look for one, by what is wanted; the worst first."""
    return {case.wanted.what: case for case in snapshot.once(everything) if case.rule.sees in NO_WAY}


def by_reason(snapshot: Snapshot) -> dict[Node, list[Judged]]:
    """The verdicts by the need, requirement or reader that each is because of, the worst of each first."""
    found: dict[Node, list[Judged]] = {}
    for case in snapshot.once(everything):
        if case.wanted.why:
            found.setdefault(case.wanted.why, []).append(case)
    return found


def worst_first(cases: Iterable[Judged]) -> list[Judged]:
    """The cases by verdict, and by the rule's place in the table."""
    return sorted(cases, key=lambda case: (WORST.index(case.rule.verdict), case.rule.rank))
