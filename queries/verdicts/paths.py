"""The best way that information takes: the one on which least fails, and of those the one with fewest steps."""

import heapq
from collections.abc import Collection, Iterable
from typing import NamedTuple

from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode
from queries.verdicts.observing import observed
from queries.verdicts.table import Rule, Verdict, rules
from queries.verdicts.wanted import Wanted
from queries.verdicts.way_steps import FlowStep, into, onward, out_of

LAST = 1_000
"""More than the table has rules."""


class Judged(NamedTuple):
    """What holds for something that is wanted, and on which way."""

    wanted: Wanted
    rule: Rule
    """The rule that gives the verdict."""
    path: tuple[FlowStep, ...]
    """The way that was judged; empty where there is none."""


class Flows:
    """The steps that information can take in one snapshot, and the best ways over them; worked out once for each."""

    def __init__(self, _: Snapshot) -> None:
        self._steps: dict[tuple[Node, Node | None], list[FlowStep]] = {}
        self._firsts: dict[tuple[Node | None, bool, tuple[Node, ...]], dict[Node, FlowStep]] = {}
        self._trees: dict[tuple[Node | None, bool, tuple[Node, ...]], dict[Node, _Reached]] = {}
        self._rules: dict[tuple[FlowStep, Node | None, bool], list[Rule]] = {}

    def judged(self, want: Wanted) -> Judged:
        """The verdict on what is wanted, on the best way that is stated."""
        if not want.givers or not want.takers or (want.why and want.entity is None):
            return Judged(want, rules()["ends", "not-stated"], ())
        both = [each for each in want.givers if each in want.takers]
        if any(want.entity is None or _has(each, want.entity) for each in both):
            return Judged(want, rules()["reach", "there"], ())
        want = want._replace(givers=tuple(each for each in want.givers if each not in both))
        if path := self.best(want):
            return Judged(want, (*self.against(path, want), rules()["reach", "there"])[0], path)
        path = self.near(want)
        if path or any(each is not want.target for each in both):
            return Judged(want, rules()["reach", "content-not-stated"], path)
        if path := self.near(want, planned=True):
            return Judged(want, rules()["reach", "planned"], path)
        return Judged(want, rules()["reach", "none"], ())

    def against(self, path: Iterable[FlowStep], want: Wanted) -> list[Rule]:
        """Every rule that says something against a way, in the order of the table."""
        found = {rule for step in path for rule in self._of(step, want) if rule.verdict is not Verdict.CONFORMANT}
        return sorted(found, key=_rank)

    def step_against(self, step: FlowStep, want: Wanted) -> list[Rule]:
        """Every rule that says something against one step."""
        return self.against([step], want)

    def best(self, want: Wanted, without: Collection[Node] = ()) -> tuple[FlowStep, ...]:
        """The way on which the worst step is least bad, and of those the shortest; empty where there is none.

        `without`: platforms and interfaces that the way may not pass.
        """
        tree = self._tree(want, without)
        ends = [(tree[each].cost, each.place, each) for each in want.takers if each in tree and tree[each].by]
        if not ends:
            return ()
        path: list[FlowStep] = []
        node = min(ends)[2]
        while step := tree[node].by:
            path.append(step)
            node = step.giver
        return tuple(reversed(path))

    def _tree(self, want: Wanted, without: Collection[Node]) -> "dict[Node, _Reached]":
        key = (want.entity, want.real_time, want.givers)
        if without:
            return self._grown(want, set(without))
        if key not in self._trees:
            self._trees[key] = self._grown(want, set())
        return self._trees[key]

    def _grown(self, want: Wanted, without: set[Node]) -> "dict[Node, _Reached]":
        """Dijkstra's algorithm; a way costs as much as its worst step, then the number of its steps."""
        reached = {giver: _Reached((0, 0), None) for giver in want.givers}
        queue = [((0, 0), giver.place, giver) for giver in want.givers]
        heapq.heapify(queue)
        while queue:
            cost, _, node = heapq.heappop(queue)
            if cost > reached[node].cost:
                continue
            for step in self._onward(node, want.entity):
                if without and not without.isdisjoint(
                    (*step.carrier.side("mediated_by"), *step.carrier.side("runs_through"))
                ):
                    continue
                further = (max(cost[0], self._badness(step, want)), cost[1] + 1)
                if step.taker not in reached or further < reached[step.taker].cost:
                    reached[step.taker] = _Reached(further, step)
                    heapq.heappush(queue, (further, step.taker.place, step.taker))
        return reached

    def _badness(self, step: FlowStep, want: Wanted) -> int:
        """How early in the table the first rule stands that says something against the step; 0: none does."""
        return max(
            (LAST - rule.rank for rule in self._of(step, want) if rule.verdict is not Verdict.CONFORMANT), default=0
        )

    def _of(self, step: FlowStep, want: Wanted) -> list[Rule]:
        key = (step, want.entity, want.real_time)
        if key not in self._rules:
            table = rules()
            seen = observed(step.giver, step.carrier, step.taker, want.entity, want.real_time)
            self._rules[key] = [table[each] for each in seen]
        return self._rules[key]

    def _onward(self, giver: Node, entity: InformationEntityNode | None) -> list[FlowStep]:
        key = giver, entity
        if key not in self._steps:
            self._steps[key] = onward(giver, entity)
        return self._steps[key]

    def near(self, want: Wanted, *, planned: bool = False, without: Collection[Node] = ()) -> tuple[FlowStep, ...]:
        """A way over one or two exchanges in use that may carry it, as far as is stated; with `planned` planned ones.

        Longer chains of exchanges that do not say what they carry say nothing.
        """
        givers = set(want.givers)
        last = [step for taker in want.takers for step in into(taker, want.entity, planned, without)]
        if ways := [(step,) for step in last if step.giver in givers]:
            return min(ways, key=_places)
        firsts = self._first_steps(want, planned, without)
        two = [(firsts[step.giver], step) for step in last if step.giver in firsts]
        return min(two, key=_places, default=())

    def _first_steps(self, want: Wanted, planned: bool, without: Collection[Node]) -> dict[Node, FlowStep]:
        """The first of the steps from a giver to each thing, over exchanges that may carry it."""
        if without:
            return out_of(want.givers, want.entity, planned, without)
        key = want.entity, planned, want.givers
        if key not in self._firsts:
            self._firsts[key] = out_of(want.givers, want.entity, planned)
        return self._firsts[key]


def _places(way: tuple[FlowStep, ...]) -> list[int]:
    return [node.place for step in way for node in step]


class _Reached(NamedTuple):
    cost: tuple[int, int]
    by: FlowStep | None


def _has(system: Node, entity: InformationEntityNode) -> bool:
    """Whether a system that both ends use is said to have the information; that it reads it says that it wants it."""
    return any(entity in system.side(side) for side in ("masters", "stores", "publishes"))


def _rank(rule: Rule) -> int:
    return rule.rank
