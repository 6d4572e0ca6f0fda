"""A plan for retiring systems: waves in the order of their dependencies, and what must exist before each."""

from graph.errors import QuestionError
from graph.language.words import N_, Words
from graph.ontology.declaration import Many
from graph.ontology.kinds import Initiative, System
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import each_once, grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter, parameter_name
from queries.asking.validation import unknown
from queries.divestment.blocker_texts import blocker
from queries.divestment.blockers import facts
from queries.divestment.candidates import Standing, candidates
from queries.divestment.retirement_plan import Planned, plan
from queries.divestment.unstated_facts import HANGING, Unstated, unstated
from queries.meaning.phases import in_use

TITLE = Words(
    "In which order can systems be retired, and what must exist before each wave?",
    "I vilken ordning kan system avvecklas, och vad måste finnas före varje etapp?",
)
ABOUT = Words(
    "A plan for retiring systems: waves in the order of their dependencies, and what must exist before each. The "
    "systems are those given by their ids, those that an initiative retires, or without either all candidates with "
    "nothing stated in the way. What needs another system of the plan (depends on it or on an interface of it, "
    "receives an exchange in use from it, stands in front of it) goes before it; systems that need each other move "
    "together. Before a wave: exchanges moved to a provider that stays, information moved or archived where nobody is "
    "left who holds it, dependents, facades and interfaces moved, what is to replace it in use (a successor, or what "
    "the change that retires it introduces), and that change carried out where it is only planned. No system of the "
    "plan takes anything over from another. Left in the way is what no such step lifts: decisions and requirements, "
    "must not stop, safety-critical without a successor. The saving is the cost per year, summed wave by wave over "
    "what is stated. A system can go at the earliest when its contract has run out, what is only planned and must "
    "exist first is there, and those before it have gone. No earliest day is known where no source says when one of "
    "these is, or where nothing is stated of what it holds, what it exchanges, or who uses it; what is not stated "
    "stands beside it.",
    "En plan för att avveckla system: etapper i beroendenas ordning, och vad som måste finnas före varje etapp. "
    "Systemen är de som anges med sina id:n, de som ett initiativ avvecklar, eller annars alla kandidater där inget "
    "uppges stå i vägen. Det som behöver ett annat system i planen (är beroende av det eller av ett gränssnitt till "
    "det, tar emot ett informationsutbyte i bruk från det, är fasad för det) går före det; system som behöver "
    "varandra flyttas tillsammans. Före en etapp: utbyten flyttade till en lämnare som blir kvar, information flyttad "
    "eller arkiverad där ingen är kvar som har den, beroende system, fasader och gränssnitt flyttade, det som ska "
    "ersätta systemet i bruk (en efterträdare, eller det som förändringen som avvecklar det inför), och den "
    "förändringen genomförd där den bara är planerad. Inget system i planen tar över något från ett annat. I vägen "
    "står kvar det som inget sådant steg undanröjer: beslut och krav, att det inte får stängas av, "
    "patientsäkerhetskritiskt utan efterträdare. Besparingen är kostnaden per år, summerad etapp för etapp över det "
    "som är uppgivet. Ett system kan avvecklas tidigast när avtalet har löpt ut, det som bara är planerat och måste "
    "finnas först finns, och de som ska gå före har gått. Tidigaste dag är ej känd där ingen källa säger när något av "
    "detta inträffar, eller där inget är uppgivet om vilken information det har, vad det utbyter eller vilka som "
    "använder det; det som inte är uppgivet står bredvid.",
)


class Parameters(QuestionParameters):
    """Which systems; all candidates with nothing in the way when not given."""

    systems: Many[str] | None = parameter("Systems: their ids", "System: deras id")
    initiative: str | None = parameter("Systems that it retires", "System som det avvecklar", of=Initiative)


SYSTEMS = parameter_name(Parameters, "systems")
NOTHING, NONE, UNKNOWN = ("nothing stated", "inget uppgivet"), ("–", "–"), ("not known", "ej känt")
RESTS_ON = (*HANGING, Unstated.CONTRACT)
"""What a plan rests on, of all that may not be stated of a system."""


class Row(AnswerRow):
    """One system of the plan."""

    wave: int = column("Wave", "Etapp")
    system: ThingRef = column("System", "System")
    moves_with: tuple[ThingRef, ...] = column(
        "Must move together with", "Måste flyttas tillsammans med", absent=NOTHING
    )
    after: tuple[ThingRef, ...] = column(
        "Goes after", "Går efter", "Systems of earlier waves that need it", absent=NOTHING
    )
    stated_wave: int | None = column(
        "Wave as stated", "Etapp enligt uppgift", "By the initiative that is asked about", absent=NONE
    )
    must_exist_first: tuple[Phrase, ...] = column("Must exist first", "Måste finnas först", absent=NOTHING)
    left_in_the_way: tuple[Phrase, ...] = column("Left in the way", "Står kvar i vägen", absent=NOTHING)
    saving_sek: float | None = column("Saving per year, SEK", "Besparing per år, SEK")
    cumulative_sek: float | None = column(
        "Cumulative saving per year, SEK", "Samlad besparing per år, SEK", "When the wave is done, of what is stated"
    )
    unpriced: int = column(
        "Without a stated cost", "Utan uppgiven kostnad", "Systems so far of which no cost is stated"
    )
    earliest: str | None = column(
        "At the earliest", "Tidigast", "Not known where a day is missing of what it waits for", absent=UNKNOWN
    )
    not_stated: tuple[Unstated, ...] = column(
        "Not stated", "Ej uppgivet", "What the plan would rest on, and no source states", absent=NONE
    )
    rationale: tuple[Phrase, ...] = column("Dates", "Datum")


def find(snapshot: Snapshot, parameters: Parameters) -> list[Planned]:
    """The plan, wave by wave."""
    return plan(snapshot, _chosen(snapshot, parameters), parameters.day)


def _chosen(snapshot: Snapshot, parameters: Parameters) -> list[SystemNode]:
    """The systems in use that are asked for."""
    if parameters.systems is None and parameters.initiative is None:
        every = candidates(snapshot, parameters.day)
        return [each.system for each in every if each.standing is Standing.FREE]
    change = snapshot.get(Initiative, parameters.initiative)
    wanted = [each for text in parameters.systems or () for each in _named(snapshot, text)]
    return ordered(each for each in (*wanted, *(change.retires if change else ())) if in_use(each))


def _named(snapshot: Snapshot, text: str) -> list[SystemNode]:
    """The systems that a text names: an id, or several with commas between.

    Raises:
        UnknownThingError: there is no such system.
    """
    if whole := snapshot.get(System, text.strip()):
        return [whole]
    found = []
    for id in filter(None, (part.strip() for part in text.split(","))):
        system = snapshot.get(System, id)
        if system is None:
            raise unknown(SYSTEMS, System.__name__, id, [node.id for node in snapshot.all(System)])
        found.append(system)
    if not found:
        text = N_("{parameter}: no id is given. Write ids with commas between, or leave it out.")
        raise QuestionError(text, parameter=SYSTEMS)
    return found


def explain(snapshot: Snapshot, found: Planned, parameters: Parameters) -> Row:
    """The system with its steps, sums and dates."""
    system, day = found.system, parameters.day
    change = snapshot.get(Initiative, parameters.initiative)
    stated = change.link("retires", system) if change and system in change.retires else None
    return Row(
        wave=found.wave,
        system=ThingRef.of(system),
        moves_with=refs(found.together),
        after=refs(found.after),
        stated_wave=snapshot.stated(stated, "wave") if stated else None,
        must_exist_first=each_once(step.said.phrase for step in found.steps),
        left_in_the_way=tuple(blocker(system, each, day) for each in found.left),
        saving_sek=found.saving,
        cumulative_sek=found.cumulative,
        unpriced=found.unpriced,
        earliest=found.earliest,
        not_stated=tuple(each for each in unstated(system) if each in RESTS_ON),
        rationale=each_once(each.phrase for each in found.rationale),
        leads=(Lead.to("divestment_blockers", system=system.id),),
        grounds=grounds(
            system,
            found.together,
            found.facts,
            change,
            stated,
            [(step.said.things, step.facts) for step in found.steps],
            [[*facts(system, each.sort, each.what)] for each in found.left],
            [each.things for each in found.rationale],
        ),
    )
