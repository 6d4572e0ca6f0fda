"""The information that a single system or storage masters or stores, as far as is stated, and what must exist first."""

from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.kinds import InformationEntity, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode, SharedStorageNode, SystemNode
from queries.asking.answer import AnswerRow, Lead, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.phases import in_use

TITLE = Words(
    "Which information has only one holder, and what must exist before that one can go?",
    "Vilken information finns bara på ett ställe, och vad måste finnas innan det kan avvecklas?",
)
ABOUT = Words(
    "The information that a single system or storage masters or stores, as far as is stated, and what must exist "
    "first. Systems that are planned or retired hold nothing. Who merely receives or reads the information may hold a "
    "copy, but no source says so: such a receiver is named as a place that would have to be confirmed. A planned "
    "system that is to hold the information, or a successor, must be in use before the holder can go. Those on their "
    "way out come first.",
    "Information som bara ett system eller en lagring är master för eller lagrar, såvitt det är uppgivet, och vad som "
    "måste finnas först. System som är planerade eller avvecklade räknas inte som innehavare. Den som bara tar emot "
    "eller läser informationen kan ha en kopia, men ingen källa säger det. En sådan mottagare nämns därför som ett "
    "ställe där kopian måste bekräftas. Ett planerat system som ska ha informationen, eller en efterträdare, måste "
    "vara i bruk innan innehavaren kan avvecklas. De som är på väg att avvecklas kommer först.",
)

LISTED = 12
"""Prerequisites of one sort named in a row."""


class Parameters(QuestionParameters):
    """Which information, or which system's; all when not given."""

    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    system: str | None = parameter("System", "System", of=System)


class Row(AnswerRow):
    """One piece of information with a single holder."""

    entity: ThingRef = column("Information", "Information")
    holder: ThingRef = column("Only holder", "Enda innehavare")
    masters: bool = column("Is the master", "Är master")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    retired_by: tuple[ThingRef, ...] = column("To be retired by", "Ska avvecklas av")
    readers: int = column("Systems that read it", "System som läser den")
    retention_rationale: str | None = column("Kept because", "Behålls därför att")
    must_exist_first: tuple[Phrase, ...] = column("Must exist first", "Måste finnas först")


class Found(NamedTuple):
    """A single holder of some information."""

    entity: InformationEntityNode
    holder: SystemNode | SharedStorageNode
    going: bool


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """Each piece of information that one place holds; where that place is on its way out, first."""
    found = []
    for entity in snapshot.all(InformationEntity):
        if parameters.entity in (None, entity.id):
            holders = {each for each in (*entity.mastered_by, *entity.stored_in) if in_use(each)}
            if len(holders) == 1:
                holder = holders.pop()
                if parameters.system is None or (isinstance(holder, SystemNode) and holder.id == parameters.system):
                    going = holder.field("lifecycle") == Lifecycle.PHASE_OUT or bool(holder.side("retired_by"))
                    found.append(Found(entity, holder, going))
    return sorted(found, key=lambda each: not each.going)


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The single holder, with what stands between it and its retirement."""
    entity, holder, _ = found
    must_exist, facts = _prerequisites(entity, holder)
    holding = [holder.link(side, entity) for side in ("masters", "stores") if entity in holder.side(side)]
    return Row(
        entity=ThingRef.of(entity),
        holder=ThingRef.of(holder),
        masters=entity in holder.side("masters"),
        own_use=holder.field("lifecycle"),
        retired_by=refs(holder.side("retired_by")),
        readers=sum(map(in_use, entity.read_by)),
        retention_rationale=holder.field("retention_rationale") or holder.field("separation_rationale"),
        must_exist_first=must_exist,
        grounds=grounds(
            entity, holder, holding, holder.links("retired_by", "succeeded_by"), holder.side("retired_by"), facts
        ),
        leads=(Lead.to("divestment_blockers", system=holder.id),) if isinstance(holder, SystemNode) else (),
    )


def _prerequisites(
    entity: InformationEntityNode, holder: SystemNode | SharedStorageNode
) -> tuple[tuple[Phrase, ...], list[Facts]]:
    """What must exist first, as sentences, and the facts behind them."""
    what, old = ThingRef.of(entity), ThingRef.of(holder)
    said: list[Phrase] = []
    facts: list[Facts] = []
    planned = [
        each for each in ordered((*entity.mastered_by, *entity.stored_in)) if each.field("lifecycle") == Lifecycle.PLAN
    ]
    for each in planned[:LISTED]:
        said.append(
            Phrase(
                text=N_("{next}, planned to hold {entity}, in use"), values={"next": ThingRef.of(each), "entity": what}
            )
        )
        facts.append(each)
    successors = [
        each for each in holder.side("succeeded_by") if each.lifecycle != Lifecycle.RETIRED and each not in planned
    ]
    for each in successors[:LISTED]:
        text = N_("{next}, the successor of {holder}, in use and holding {entity}")
        said.append(Phrase(text=text, values={"next": ThingRef.of(each), "holder": old, "entity": what}))
        facts.append(each)
    moves = [
        (out, to)
        for out in holder.provides
        if entity in out.carries and out.status != ExchangeStatus.ENDED
        for to in out.consumed_by
    ]
    for out, to in moves[:LISTED]:
        text = N_("A confirmed copy in {to}, which {out} goes to")
        said.append(Phrase(text=text, values={"to": ThingRef.of(to), "out": ThingRef.of(out)}))
        facts += [out, to, out.link("carries", entity), out.link("consumed_by", to), holder.link("provides", out)]
    if not said:
        said.append(Phrase(text=N_("Another holder of {entity}; none is stated or planned"), values={"entity": what}))
    if holder.field("archive_duty"):
        said.append(Phrase(text=N_("An archive: {holder} has archive duty"), values={"holder": old}))
    return tuple(said), facts
