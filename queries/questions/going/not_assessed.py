"""Systems in use of which too little is stated to say whether they could go: neither yes nor no."""

from math import inf

from graph.language.words import Words
from graph.ontology.kinds import System
from graph.ontology.vocabulary import FunctionalFit, Lifecycle, TechnicalFit, TimeVerdict
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.asking.answer import AnswerRow, Lead, ThingRef
from queries.asking.grounds import grounds
from queries.asking.question import QuestionParameters, column, parameter
from queries.divestment.candidates import not_assessed
from queries.divestment.indicators import receivers
from queries.divestment.unstated_facts import Unstated, unstated

TITLE = Words(
    "Which systems can we not judge, because nobody has assessed them?",
    "Vilka system går inte att ta ställning till, eftersom ingen har bedömt dem?",
)
ABOUT = Words(
    "Systems in use that nothing stated speaks for retiring, and of which the functional fit, the technical fit or "
    "both are not stated. That is neither yes nor no: no candidate for divestment, and not found to be worth keeping. "
    "Beside each stands what is not stated of it: its fits, our own use, vendor support, the information that it "
    "holds, its exchanges and interfaces, who uses or needs it, and when its contract ends. First those of which "
    "least is missing, then by highest cost and by name. As soon as both fits are stated the system leaves this list.",
    "System i bruk som inget uppgivet talar för att avveckla, och där funktionell lämplighet, teknisk lämplighet "
    "eller båda inte är uppgivna. Det är varken ja eller nej: systemet är ingen kandidat för avveckling, och ingen "
    "har kommit fram till att det är värt att behålla. Bredvid varje system står vad som inte är uppgivet om det: "
    "lämpligheten, den egna användningen, leverantörens support, vilken information det har, dess informationsutbyten "
    "och gränssnitt, vilka som använder eller behöver det, och när avtalet upphör. Först kommer de system där minst "
    "saknas, sedan efter högst kostnad och namn. När båda lämpligheterna är uppgivna lämnar systemet listan.",
)


class Parameters(QuestionParameters):
    """Which systems to look at, and what is to be lacking."""

    system: str | None = parameter("System", "System", of=System)
    lacks: Unstated | None = parameter("Not stated", "Ej uppgivet")


class Row(AnswerRow):
    """One system that nobody has assessed."""

    system: ThingRef = column("System", "System")
    not_stated: tuple[Unstated, ...] = column("Not stated", "Ej uppgivet")
    functional_fit: FunctionalFit | None = column("Functional fit", "Funktionell lämplighet")
    technical_fit: TechnicalFit | None = column("Technical fit", "Teknisk lämplighet")
    recommendation: TimeVerdict | None = column("Recommendation", "Rekommendation")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    receivers: int = column("Receivers", "Mottagare", "How many receive exchanges in use from it")
    annual_cost_sek: float | None = column("Cost per year, SEK", "Kostnad per år, SEK")


def find(snapshot: Snapshot, parameters: Parameters) -> list[SystemNode]:
    """Those of which least is missing first."""
    lacking = {
        each: unstated(each) for each in not_assessed(snapshot, parameters.day) if parameters.system in (None, each.id)
    }
    asked = [each for each, lacks in lacking.items() if parameters.lacks in (None, *lacks)]
    return sorted(asked, key=lambda each: (len(lacking[each]), *_cost_first(each)))


def _cost_first(system: SystemNode) -> tuple[float, int]:
    cost = system.annual_cost_sek
    return inf if cost is None else -cost, system.place


def explain(snapshot: Snapshot, system: SystemNode, parameters: Parameters) -> Row:
    """The system, and what is not stated of it."""
    return Row(
        system=ThingRef.of(system),
        not_stated=unstated(system),
        functional_fit=system.functional_fit,
        technical_fit=system.technical_fit,
        recommendation=system.recommendation,
        own_use=system.lifecycle,
        receivers=receivers(system),
        annual_cost_sek=system.annual_cost_sek,
        grounds=grounds(system),
        leads=(Lead.to("divestment_score", system=system.id), Lead.to("divestment_blockers", system=system.id)),
    )
