"""Why something in the addressing catalogue needs to be looked at, as sentences."""

from collections.abc import Iterator

from graph.language.words import N_, Words
from graph.ontology.vocabulary import Irregularity, NoteReason, PublicationStatus
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import Phrase, ThingRef
from queries.meaning.addressing import ENTRIES, AddressingCase, AddressingFinding
from queries.meaning.addressing_periods import EntryNode, in_force
from queries.meaning.succession import taken_over

LACKS = {
    AddressingFinding.NO_ROUTE: N_("It may be called, but no route in force says where: the call cannot be answered"),
    AddressingFinding.NO_PERMISSION: N_("No permission in force lets anyone call it"),
}


def explained(snapshot: Snapshot, found: AddressingCase, day: str) -> Iterator[Phrase]:
    """Why it is listed, and what to do, a sentence each."""
    finding, about, others = found
    if finding in (AddressingFinding.NO_ROUTE, AddressingFinding.NO_PERMISSION):
        yield Phrase(text=LACKS[finding])
        for each in others:
            yield Phrase(
                text=N_("{entry} would fit, but ended on {day}"),
                values={"entry": ThingRef.of(each), "day": each.field("valid_until")},
            )
    elif finding is AddressingFinding.PARALLEL:
        for each in others:
            permissions, routes = (running_entries(each, kind.__name__, day) for kind in ENTRIES)
            values = {"version": ThingRef.of(each), "permissions": len(permissions), "routes": len(routes)}
            yield Phrase(text=N_("{version}: permissions {permissions}, routes {routes}"), values=values)
    elif finding is AddressingFinding.OLD_PROFILE:
        for each in others:
            yield from _replaced(snapshot, each, day)
    elif finding is AddressingFinding.NO_SUCCESSION:
        text = N_("Nothing says whether another profile has taken over. Routes in force by it: {count}")
        yield Phrase(text=text, values={"count": len(others)})
        yield Phrase(text=N_("Load a register that says it, such as the bundled reference"))
    elif finding is AddressingFinding.EXPIRING:
        yield Phrase(
            text=N_("In force until {day}; renew it, or let it end"), values={"day": about.field("valid_until")}
        )
    elif finding is AddressingFinding.EXPIRED:
        yield Phrase(
            text=N_("Ended on {day}, and is still in the catalogue"), values={"day": about.field("valid_until")}
        )
    elif finding is AddressingFinding.UNUSED:
        yield Phrase(
            text=N_("Every permission and route for it is over or has not begun")
            if about.side("contract_of")
            else N_("No permission and no route is for it")
        )
    elif finding in (AddressingFinding.NO_ROWS, AddressingFinding.SET_ASIDE):
        yield from _noted(finding, about)
    else:
        for odd in about.field("irregularities") or ():
            yield Phrase(text=N_("Read all the same: {what}"), values={"what": Words(*Irregularity(odd).words)})


def _noted(finding: AddressingFinding, note: Node) -> Iterator[Phrase]:
    aside = finding is AddressingFinding.SET_ASIDE
    for each in note.field("reasons") or ():
        yield Phrase(
            text=N_("Set aside: {what}") if aside else "{what}", values={"what": Words(*NoteReason(each).words)}
        )
    if in_fields := note.field("in_fields"):
        yield Phrase(text=N_("In: {fields}"), values={"fields": ", ".join(in_fields)})
    for other in note.side("refers_to"):
        yield Phrase(text=N_("It refers to {thing}"), values={"thing": ThingRef.of(other)})
    if aside:
        text = N_("Nothing needs the row, so the rest was loaded; correct it in the catalogue, or delete it")
        yield Phrase(text=text)


def _replaced(snapshot: Snapshot, profile: Node, day: str) -> Iterator[Phrase]:
    newer = taken_over(snapshot, profile, day)
    for each in newer:
        values = {"old": ThingRef.of(profile), "next": ThingRef.of(each)}
        yield Phrase(text=N_("{next} has taken over from {old}"), values=values)
    if not newer and (stated := profile.field("publication_status")):
        status = PublicationStatus(stated).words
        text = N_("The publisher's status of {next}: {status}")
        yield Phrase(text=text, values={"next": ThingRef.of(profile), "status": status})


def running_entries(version: Node, kind: str, day: str) -> list[EntryNode]:
    """The contract's permissions, or its routes, that are in force."""
    return [each for each in version.side("contract_of") if each.kind == kind and in_force(each, day)]
