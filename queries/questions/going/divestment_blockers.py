"""Everything stated that stands in the way of a system's retirement, one by one, and what would lift it."""

from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.kinds import System
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SystemNode
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import each_once, grounds, ref
from queries.asking.question import QuestionParameters, column, parameter
from queries.divestment.blocker_remedies import remedies
from queries.divestment.blocker_texts import blocker
from queries.divestment.blockers import Blocker, BlockerSort, blockers, facts
from queries.divestment.candidates import Standing, candidates
from queries.divestment.sole_reliance import sole_reliance

TITLE = Words(
    "What stands in the way of retiring a system, and what would lift it?",
    "Vad står i vägen för att avveckla ett system, och vad skulle undanröja det?",
)
ABOUT = Words(
    "Everything stated that stands in the way of a system's retirement, one by one, and what would lift it. Blockers "
    "(OS2kitos names those of the public sector: notice dates, archive duty, contracts): receivers without an "
    "alternative, last holder of information, flows of which no source says what they carry, what depends on it or on "
    "an interface of it, facades in front of it, decisions and requirements against it or against the change that is "
    "to retire it, must not stop, archive duty, a running contract, safety-critical without a successor. Without a "
    "system: those of all candidates that something speaks for retiring. Where no source names what could lift a "
    "blocker, that is said.",
    "Allt som uppges stå i vägen för att avveckla ett system, ett hinder i taget, och vad som skulle undanröja det. "
    "Hinder (OS2kitos nämner dem som gäller offentlig sektor: uppsägningsdagar, arkiveringsplikt, avtal): mottagare "
    "utan alternativ, sista innehavare av information, flöden där ingen källa säger vad de bär, det som är beroende "
    "av systemet eller av ett gränssnitt till det, fasader framför det, beslut och krav mot det eller mot "
    "förändringen som ska avveckla det, att det inte får stängas av, arkiveringsplikt, ett löpande avtal, och att det "
    "är patientsäkerhetskritiskt utan efterträdare. Om inget system anges: hindren för alla kandidater som något "
    "talar för att avveckla. Där ingen källa nämner vad som skulle undanröja ett hinder sägs det.",
)


class Parameters(QuestionParameters):
    """Which system; all candidates when not given."""

    system: str | None = parameter("System", "System", of=System)
    sort: BlockerSort | None = parameter("Sort of blocker", "Slag av hinder")


class Row(AnswerRow):
    """One blocker of one system."""

    system: ThingRef = column("System", "System")
    sort: BlockerSort = column("Blocker", "Hinder")
    what: ThingRef | None = column("What", "Vad")
    why: tuple[Phrase, ...] = column("Why", "Varför")
    lifted_by: tuple[Phrase, ...] = column("Lifted by", "Undanröjs av")


class Found(NamedTuple):
    """One blocker of one system; without a thing, its own record."""

    system: SystemNode
    sort: BlockerSort
    what: Node | None


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Every blocker: the systems in the order of the candidates, the blockers of each by sort and name."""
    return [
        Found(system, each.sort, what)
        for system, stand in _standing(snapshot, parameters)
        for each in stand
        if parameters.sort in (None, each.sort)
        for what in each.what or (None,)
    ]


def _standing(snapshot: Snapshot, parameters: Parameters) -> list[tuple[SystemNode, tuple[Blocker, ...]]]:
    day = parameters.day
    if parameters.system is None:
        every = candidates(snapshot, day)
        return [(each.system, each.blockers) for each in every if each.standing is Standing.BLOCKED]
    system = snapshot.get(System, parameters.system)
    return [(system, blockers(snapshot, system, snapshot.once(sole_reliance), day))] if system else []


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The blocker, why it is one, and what would lift it."""
    system, sort, what = found
    named = (what,) if what else ()
    ways = remedies(system, sort, what, parameters.day)
    return Row(
        system=ThingRef.of(system),
        sort=sort,
        what=ref(what),
        why=_why(system, sort, what, parameters.day),
        lifted_by=each_once(way.phrase for way in ways),
        grounds=grounds(system, [*facts(system, sort, named)], [way.facts for way in ways]),
        leads=(Lead.to("divestment_plan", systems=system.id), Lead.to("dependencies", system=system.id)),
    )


def _why(system: SystemNode, sort: BlockerSort, what: Node | None, day: str) -> tuple[Phrase, ...]:
    """Why it stands in the way; of a decision or requirement what it says, and which change it stands against."""
    if what is None or sort not in (BlockerSort.BLOCKED, BlockerSort.INFEASIBLE):
        return (blocker(system, Blocker(sort, (what,) if what else ()), day),)
    if constraint := what.field("constraint") or what.field("rationale"):
        text = N_("{blocker} stands in the way: {constraint}.")
        first = Phrase(text=text, values={"blocker": ThingRef.of(what), "constraint": constraint})
    else:
        first = blocker(system, Blocker(sort, (what,)), day)
    against = [change for change in system.retired_by if what in change.blocked_by]
    return (first, *(Phrase(text=N_("It blocks {change}"), values={"change": ThingRef.of(each)}) for each in against))
