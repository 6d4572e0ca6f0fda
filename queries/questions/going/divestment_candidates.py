"""Systems in use that something speaks for retiring, and what stands in the way; each by a stated fact."""

from collections.abc import Iterator
from typing import NamedTuple

from graph.language.words import Words
from graph.ontology.kinds import System
from graph.ontology.vocabulary import FunctionalFit, Lifecycle, TechnicalFit, TimeVerdict
from graph.snapshot.node import PLACE
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds
from queries.asking.question import QuestionParameters, column, parameter
from queries.divestment import blockers, reasons
from queries.divestment.blocker_texts import blocker, reason
from queries.divestment.candidates import Candidate, Standing, candidates
from queries.divestment.indicators import receivers
from queries.divestment.overlap import Overlap, others, overlap, shared
from queries.divestment.profile_file import DEFAULT, named
from queries.divestment.quadrant import Quadrant, differs
from queries.divestment.scoring import computed_quadrant, ranges
from queries.divestment.support import Support, support

TITLE = Words(
    "Which systems could go, why, and what stands in the way?",
    "Vilka system kan avvecklas, varför, och vad står i vägen?",
)
ABOUT = Words(
    "Systems in use that something speaks for retiring, and what stands in the way; each by a stated fact. TIME (SAP "
    "LeanIX, after Gartner): low functional fit and low technical fit is Eliminate, high and low Migrate, low and "
    "high Tolerate, high and high Invest; where either is not stated it is not assessed. A system that is not "
    "assessed and that nothing else speaks for is no candidate: those have a question of their own. Reasons: "
    "Eliminate or Migrate, vendor support ended or ending within 540 days, own use phased out, a change that retires "
    "it, a successor in use. That others hold more than 75 % of its information too is a reason with Tolerate; else "
    "it only adds to one. In the way: it is the only supplier or the last holder of information, receivers whose "
    "information is not stated, facades and dependents, archive duty, a running contract, must not stop, a decision "
    "or requirement against it or against the change that retires it, or safety-critical without a successor. First "
    "those with nothing stated in the way, then the others; within each by TIME (Eliminate, Migrate, Tolerate, not "
    "assessed, Invest), most reasons, fewest in the way, highest cost, name. The computed verdict is the scoring "
    "profile's; it stands beside what people recommend.",
    "System i bruk där något talar för avveckling, och vad som står i vägen; allt enligt uppgifter i källorna. TIME "
    "(SAP LeanIX, efter Gartner): låg funktionell och låg teknisk lämplighet ger Avveckla, hög och låg ger Flytta "
    "över, låg och hög ger Behåll tills vidare, hög och hög ger Investera. Om någon av dem inte är uppgiven är "
    "systemet ej bedömt. Ett system som är ej bedömt och som inget annat talar för att avveckla är ingen kandidat: de "
    "systemen har en egen fråga. Skäl för avveckling: Avveckla eller Flytta över enligt TIME, leverantörens support "
    "har upphört eller upphör inom 540 dagar, den egna användningen håller på att avvecklas, en förändring avvecklar "
    "systemet, eller en efterträdare är i bruk. Att andra också har mer än 75 % av dess information är ett skäl "
    "tillsammans med Behåll tills vidare; annars förstärker det bara ett annat skäl. I vägen står: att systemet är "
    "ensamt om att lämna viss information eller sista innehavare av den, mottagare där det inte är uppgivet vilken "
    "information de får, fasader och det som är beroende av systemet, arkiveringsplikt, ett löpande avtal, att "
    "systemet inte får stängas av, ett beslut eller ett krav mot det eller mot förändringen som avvecklar det, eller "
    "att det är patientsäkerhetskritiskt utan efterträdare. Först kommer de system där inget uppges stå i vägen, "
    "sedan de andra. Inom varje grupp är ordningen: TIME (Avveckla, Flytta över, Behåll tills vidare, ej bedömt, "
    "Investera), flest skäl, minst i vägen, högst kostnad, namn. Det beräknade omdömet är poängprofilens; det står "
    "bredvid vad människor rekommenderar.",
)

CITED = 3
"""Things of one sort of reason or blocker whose facts a row cites, and systems that it overlaps with."""


class Parameters(QuestionParameters):
    """Which systems to look at, and by which profile to compute a verdict."""

    system: str | None = parameter("System", "System", of=System)
    quadrant: Quadrant | None = parameter("TIME", "TIME")
    profile: str = parameter("Scoring profile", "Poängprofil", DEFAULT)


class Row(AnswerRow):
    """One system that could go."""

    system: ThingRef = column("System", "System")
    standing: Standing = column("Standing", "Läge")
    quadrant: Quadrant = column("TIME", "TIME")
    computed: Quadrant = column("Computed TIME", "Beräknad TIME")
    recommendation: TimeVerdict | None = column("Recommendation", "Rekommendation")
    differs: bool | None = column(
        "They differ", "De skiljer sig", "Whether people recommend something else than is computed"
    )
    reasons: tuple[Phrase, ...] = column("Speaks for", "Talar för")
    blockers: tuple[Phrase, ...] = column("In the way", "Står i vägen")
    functional_fit: FunctionalFit | None = column("Functional fit", "Funktionell lämplighet")
    technical_fit: TechnicalFit | None = column("Technical fit", "Teknisk lämplighet")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    support: Support | None = column("Vendor support", "Leverantörens support")
    overlap: Overlap | None = column("Overlap", "Överlapp")
    overlaps_with: tuple[ThingRef, ...] = column("Overlaps with", "Överlappar med")
    receivers: int = column("Receivers", "Mottagare", "How many receive exchanges in use from it")
    annual_cost_sek: float | None = column("Cost per year, SEK", "Kostnad per år, SEK")


class Found(NamedTuple):
    """A candidate, and the quadrant that the profile computes."""

    candidate: Candidate
    computed: Quadrant


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Every candidate in order."""
    profile, day = named(parameters.profile), parameters.day
    within = ranges(snapshot, profile, day)
    return [
        Found(each, computed_quadrant(each.system, day, profile, within))
        for each in candidates(snapshot, day, parameters.system, parameters.quadrant)
    ]


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The candidate with its reasons and what stands in the way, as sentences."""
    candidate, computed = found
    system, day = candidate.system, parameters.day
    like = [other.system for other in others(system, "mastered_by")[:CITED]]
    return Row(
        system=ThingRef.of(system),
        standing=candidate.standing,
        quadrant=candidate.quadrant,
        computed=computed,
        recommendation=system.recommendation,
        differs=differs(computed, system.recommendation),
        reasons=tuple(map(reason, candidate.reasons)),
        blockers=tuple(blocker(system, each, day) for each in candidate.blockers),
        functional_fit=system.functional_fit,
        technical_fit=system.technical_fit,
        own_use=system.lifecycle,
        support=support(system, day),
        overlap=overlap(system),
        overlaps_with=tuple(map(ThingRef.of, like)),
        receivers=receivers(system),
        annual_cost_sek=system.annual_cost_sek,
        grounds=grounds(
            system,
            _why(candidate),
            [[*blockers.facts(system, each.sort, each.what[:CITED])] for each in candidate.blockers],
            like,
        ),
        leads=(Lead.to("divestment_score", system=system.id), Lead.to("divestment_blockers", system=system.id)),
    )


def _why(candidate: Candidate) -> Iterator[Facts]:
    """The facts behind the reasons."""
    system = candidate.system
    for each in candidate.reasons:
        yield each.what[:CITED]
        if each.sort is reasons.ReasonSort.TO_BE_RETIRED:
            yield [system.link("retired_by", change) for change in each.what[:CITED]]
        elif each.sort is reasons.ReasonSort.SUCCEEDED:
            yield [system.link("succeeded_by", other) for other in each.what[:CITED]]
        elif each.sort is reasons.ReasonSort.OVERLAP:
            for entity in sorted(shared(system), key=PLACE)[:CITED]:
                yield entity, blockers.holding(system, entity)
