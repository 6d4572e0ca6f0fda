"""What a judged way rests on: the facts of its ends and steps, and the points without which there is no way."""

from graph.snapshot.snapshot import Node
from queries.verdicts.paths import Flows, Judged
from queries.verdicts.table import Verdict
from queries.verdicts.wanted import Wanted
from queries.verdicts.way_steps import FlowStep

OF_CARRIER = ("conforms_to", "profiled_by", "mediated_by", "runs_through")
OF_GIVER = ("provides", "exposes", "behind_facade", "keeps_data_in", "keeps_data_of")
OF_TAKER = ("consumes", "depends_on", "keeps_data_in", "keeps_data_of")


def end_facts(want: Wanted) -> list[object]:
    """The relations that make the ends: of the need, or of who holds and who reads."""
    facts: list[object] = list(want.why.links("needed_at", "asked_of", "calls_for", "concerns")) if want.why else []
    if want.entity and want.why is want.target:
        facts.append(want.target.link("reads", want.entity))
    return facts


def single_points(flows: Flows, case: Judged) -> list[Node]:
    """Platforms and interfaces of the way without which there is no way at all."""
    passed = dict.fromkeys(
        each for step in case.path for each in (*step.carrier.mediated_by, *step.carrier.runs_through)
    )
    if not passed or case.rule.verdict is Verdict.NO_PATH:
        return []
    if case.rule.sees == ("reach", "content-not-stated"):
        return [each for each in passed if not flows.near(case.wanted, without=(each,))]
    return [each for each in passed if not flows.best(case.wanted, without=(each,))]


def step_facts(step: FlowStep, want: Wanted) -> list[object]:
    """The things and relations of a step."""
    giver, carrier, taker = step
    facts: list[object] = [giver, carrier, taker, carrier.links(*OF_CARRIER)]
    for end, sides in ((giver, OF_GIVER), (taker, OF_TAKER)):
        facts += [end.link(side, carrier) for side in sides if carrier in end.sides.get(side, ())]
    if want.entity and want.entity in carrier.sides.get("carries", ()):
        facts.append(carrier.link("carries", want.entity))
    return facts
