"""How a system scores for divestment, by published methods, opened up to every indicator."""

from collections.abc import Iterator
from typing import Any

from graph.language.words import Words
from graph.ontology.kinds import System
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SideName, SystemNode
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds
from queries.asking.question import QuestionParameters, column, parameter, required
from queries.divestment import beside_the_score, score_explanation
from queries.divestment.lifecycle_risk import own_risk, vendor_risk
from queries.divestment.overlap import SIDES, informs, others, switchable
from queries.divestment.profile import Fit, Profile
from queries.divestment.profile_file import DEFAULT, named
from queries.divestment.quadrant import quadrant
from queries.divestment.score_explanation import Columns, ScorePart
from queries.divestment.scoring import Ranges, Score, fit_of, line, ranges
from queries.divestment.sensitivity import holds

TITLE = Words(
    "How does a system score for divestment, by which indicators and weights, and how firmly?",
    "Hur bedöms ett system för avveckling, med vilka indikatorer och vikter, och hur säkert?",
)
ABOUT = Words(
    "How a system scores for divestment, by published methods, opened up to every indicator. TIME (Gartner; SAP "
    "LeanIX): high or low functional and technical fit. Each fit is the sum of contributions, normalised value times "
    "weight by total weight, with indicators normalised to 1 to 10 (ServiceNow). Beside it, and not part of the "
    "verdict: lifecycle risk of vendor support and of own use (ServiceNow), functional overlap, complexity and "
    "switching effort (Essential Project), and cost. What is not stated is left out and named, never 0; below the "
    "share of weights that the profile asks for, a fit is not assessed. The verdict holds while a weight is between "
    "the two ends given and all other weights stay. Weights, thresholds and rates are those of the scoring profile, a "
    "versioned file.",
    "Hur ett system bedöms för avveckling med publicerade metoder, öppnat ner till varje indikator. TIME (Gartner; "
    "SAP LeanIX): hög eller låg funktionell och teknisk lämplighet. Varje lämplighet är summan av bidragen, "
    "normaliserat värde gånger vikt genom total vikt, med indikatorerna normaliserade till 1 till 10 (ServiceNow). "
    "Bredvid, och inte som del av omdömet: livscykelrisk för leverantörens support och för egen användning "
    "(ServiceNow), funktionellt överlapp, komplexitet och arbetet för att byta (Essential Project), och kostnad. Det "
    "som inte är uppgivet utelämnas och nämns, och blir aldrig 0; under den andel av vikterna som profilen kräver är "
    "en lämplighet ej bedömd. Omdömet gäller så länge en vikt ligger mellan de två ändar som anges och alla andra "
    "vikter står kvar. Vikter, trösklar och priser är poängprofilens, en versionerad fil.",
)

CITED = 50
"""Relations of one sort that a row cites."""


NONE = ("–", "–")
"""A column that says nothing of a part; what an indicator lacks stands among what is missing."""


class Parameters(QuestionParameters):
    """Which system, by which profile."""

    system: str = required("System", "System", of=System)
    profile: str = parameter("Scoring profile", "Poängprofil", DEFAULT)


class Row(AnswerRow):
    """One part of the score, or one indicator of it."""

    system: ThingRef = column("System", "System")
    part: ScorePart = column("Part", "Del")
    indicator: Phrase | None = column("Indicator", "Indikator", absent=NONE)
    value: float | None = column("Raw value", "Råvärde", absent=NONE)
    stated: Phrase | None = column("As stated", "Enligt uppgift", absent=NONE)
    normalised: float | None = column(
        "On 1 to 10", "På 1 till 10", "Normalised value, or the score of a fit", absent=NONE
    )
    weight: float | None = column("Weight", "Vikt", absent=NONE)
    contribution: float | None = column("Contribution", "Bidrag", absent=NONE)
    holds_from: float | None = column("Verdict holds from weight", "Omdömet gäller från vikten", absent=NONE)
    holds_to: float | None = column(
        "to weight", "till vikten", "Where there is a lower end only, any larger weight", absent=NONE
    )
    verdict: Phrase | None = column("Verdict", "Omdöme", absent=NONE)
    missing: tuple[Phrase, ...] = column("Missing", "Saknas", absent=("nothing", "inget"))
    rationale: tuple[Phrase, ...] = column("How", "Hur")


def find(snapshot: Snapshot, parameters: Parameters) -> list[Row]:
    """The verdict, the two fits with their indicators, and the parts beside them."""
    system = snapshot.get(System, parameters.system)
    if system is None:
        return []
    profile, day = named(parameters.profile), parameters.day
    within = ranges(snapshot, profile, day)
    return [
        Row(
            system=ThingRef.of(system),
            part=part,
            **({"missing": ()} | columns),
            grounds=grounds(system, facts),
            leads=(Lead.to("divestment_blockers", system=system.id),),
        )
        for part, columns, *facts in _parts(system, day, profile, within)
    ]


def _cited(system: SystemNode, *sides: SideName) -> list[Facts]:
    """The relations of the system on these sides, and what is at their other ends."""
    return [(other, system.link(side, other)) for side in sides for other in system.side(side)[:CITED]]


def _sharing(system: SystemNode) -> list[Facts]:
    """The systems named for their overlap, with the information that they have too."""
    own = informs(system)
    named_ones = [*(each.system for each in others(system)[: beside_the_score.NAMED]), *switchable(system)]
    return [
        (other, other.link(side, entity))
        for other in dict.fromkeys(named_ones[: 2 * beside_the_score.NAMED])
        for side in SIDES
        for entity in other.side(side)[:CITED]
        if entity in own
    ]


def _parts(system: SystemNode, day: str, profile: Profile, within: Ranges) -> Iterator[tuple[Any, ...]]:
    """Part, columns, and the facts that it rests on."""
    functional, technical = (
        fit_of(fit, system, day, profile, within) for fit in (profile.functional, profile.technical)
    )
    computed = quadrant(functional.high, technical.high)
    yield ScorePart.TIME, score_explanation.whole(profile, functional, technical, computed, system.recommendation)
    yield from _fit(ScorePart.FUNCTIONAL, system, profile, profile.functional, functional, technical.high, within)
    yield from _fit(ScorePart.TECHNICAL, system, profile, profile.technical, technical, functional.high, within)
    table = profile.risk
    yield ScorePart.VENDOR_RISK, beside_the_score.risked(profile, vendor_risk(system, day, table), table.vendor)
    yield ScorePart.OWN_RISK, beside_the_score.risked(profile, own_risk(system, day, table), table.own_use)
    yield ScorePart.OVERLAP, beside_the_score.overlapping(profile, system), _cited(system, *SIDES), _sharing(system)
    flows = _cited(system, "provides", "consumes", "serves")
    yield ScorePart.COMPLEXITY, beside_the_score.complex_of(profile, system), flows, _cited(system, *SIDES)
    cost = line(profile.cost, system, day, profile, within)
    yield ScorePart.COST, score_explanation.indicated(profile, system, cost, within, None)
    yield ScorePart.SWITCHING, beside_the_score.switching(profile, system), flows


def _fit(
    part: ScorePart, system: SystemNode, profile: Profile, fit: Fit, score: Score, other: bool | None, within: Ranges
) -> Iterator[tuple[Any, ...]]:
    yield part, score_explanation.fitted(profile, fit, score)
    for place, each in enumerate(score.lines):
        columns: Columns = score_explanation.indicated(profile, system, each, within, holds(fit, score, place, other))
        yield part, columns, _cited(system, *score_explanation.rests_on(each.indicator.reads))
