"""What a judged way rests on: the facts of its ends and steps, and the points without which there is no way."""

from typing import Final

from graph.snapshot.node import Node
from queries.asking.grounds import Facts
from queries.verdicts.paths import Flows, Judged
from queries.verdicts.table import Verdict
from queries.verdicts.wanted import Wanted
from queries.verdicts.way_steps import FlowStep

OF_CARRIER: Final = ("conforms_to", "profiled_by", "mediated_by", "runs_through")
OF_GIVER: Final = ("provides", "exposes", "behind_facade", "keeps_data_in", "keeps_data_of")
OF_TAKER: Final = ("consumes", "depends_on", "keeps_data_in", "keeps_data_of")


def end_facts(want: Wanted) -> list[Facts]:
    """The relations that make the ends: of the need, or of who holds and who reads."""
    facts: list[Facts] = list(want.why.links("needed_at", "asked_of", "calls_for", "concerns")) if want.why else []
    if want.entity and want.why is want.target:
        facts.append(want.target.link("reads", want.entity))
    return facts


def single_points(flows: Flows, case: Judged) -> list[Node]:
    """Platforms and interfaces of the way without which there is no way at all."""
    passed = dict.fromkeys(
        each for step in case.path for each in (*step.carrier.side("mediated_by"), *step.carrier.side("runs_through"))
    )
    if not passed or case.rule.verdict is Verdict.NO_PATH:
        return []
    if case.rule.sees == ("reach", "content-not-stated"):
        return [each for each in passed if not flows.near(case.wanted, without=(each,))]
    return [each for each in passed if not flows.best(case.wanted, without=(each,))]


def step_facts(step: FlowStep, want: Wanted) -> list[Facts]:
    """The things and relations of a step."""
    giver, carrier, taker = step
    facts: list[Facts] = [giver, carrier, taker, carrier.links(*OF_CARRIER)]
    facts += [giver.link(side, carrier) for side in OF_GIVER if carrier in giver.side(side)]
    facts += [taker.link(side, carrier) for side in OF_TAKER if carrier in taker.side(side)]
    if want.entity and want.entity in carrier.side("carries"):
        facts.append(carrier.link("carries", want.entity))
    return facts
