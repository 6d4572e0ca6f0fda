"""Who was interviewed for the documents, where they work, and what they govern."""

from collections.abc import Iterable
from itertools import islice
from typing import Final, NamedTuple

from graph.language.words import N_, Words
from graph.ontology.kinds import Organisation, Role
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import OrganisationNode, RoleNode, SideName
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds, ref, refs
from queries.asking.question import QuestionParameters, column, parameter

TITLE = Words(
    "Which organisations and designations were interviewed, and what do they govern?",
    "Vilka organisationer och befattningar intervjuades, och vad styr de?",
)
ABOUT = Words(
    "Who was interviewed for the documents, where they work, and what they govern. One row per designation and "
    "workplace; never a person. What a designation governs is what a source says of the designation itself; what its "
    "organisation governs stands beside it. When all are asked for, every other designation is shown too, and every "
    "organisation that governs something without a designation of its own. A designation of which no source says that "
    "it governs something has empty columns: the sources are silent.",
    "Vilka som intervjuades för dokumenten, var de arbetar och vad de styr. Varje rad är en befattning på en "
    "arbetsplats, aldrig en person. Vad en befattning styr är det som en källa säger om just befattningen; vad "
    "organisationen styr står bredvid. Om man väljer att se fler än de intervjuade visas även alla andra "
    "befattningar, och alla organisationer som styr något utan att ha en egen befattning. Om ingen källa säger att en "
    "befattning styr något är kolumnerna tomma: källorna säger inget om det.",
)


class Parameters(QuestionParameters):
    """Whom to look at; all who were interviewed when not given."""

    organisation: str | None = parameter("Organisation", "Organisation", of=Organisation)
    role: str | None = parameter("Designation", "Befattning", of=Role)
    interviewed: bool = parameter("Only those interviewed", "Bara intervjuade", True)


class Row(AnswerRow):
    """One designation at one organisation."""

    organisation: ThingRef | None = column("Organisation", "Organisation")
    designation: ThingRef | None = column("Designation", "Befattning")
    interviewed_for: tuple[ThingRef, ...] = column("Interviewed for", "Intervjuad för")
    governs: tuple[ThingRef, ...] = column("Governs or leads", "Styr eller leder")
    decides_on: tuple[ThingRef, ...] = column("Decides on", "Beslutar om")
    input_on: tuple[ThingRef, ...] = column("Has input on", "Ger underlag till")
    accountable_for: tuple[ThingRef, ...] = column("Accountable for", "Ansvarar för")
    owns: tuple[ThingRef, ...] = column("Owns (first hundred)", "Äger (de hundra första)")
    sits_in: tuple[ThingRef, ...] = column("Sits in", "Sitter i")
    takes_part_in: tuple[ThingRef, ...] = column("Takes part in", "Deltar i")
    organisation_governs: tuple[ThingRef, ...] = column("The organisation governs", "Organisationen styr")
    note: Phrase | None = column("Note", "Anmärkning")


LEADS: Final = ("governs", "leads")
RIGHTS: Final = ("decides_on", "has_input_on", "accountable_for")
OWNED = 100
"""Things owned that are named in a row."""


class Seat(NamedTuple):
    """A designation at an organisation, or one of the two alone."""

    role: RoleNode | None
    organisation: OrganisationNode | None


def find(snapshot: Snapshot, parameters: Parameters) -> list[Seat]:
    """Organisation by organisation; designations without one last."""
    asked = [role for role in snapshot.all(Role) if role.informed or not parameters.interviewed]
    found = [Seat(role, organisation) for role in asked for organisation in role.works_at or (None,)]
    if not parameters.interviewed:
        staffed = {seat.organisation for seat in found}
        others = (each for each in snapshot.all(Organisation) if each not in staffed)
        found += [Seat(None, each) for each in others if _any(each, *LEADS, *RIGHTS, "member_of")]
    return sorted((each for each in found if _fits(each, parameters)), key=_place)


def _any(node: Node, *sides: SideName) -> bool:
    return any(node.side(side) for side in sides)


def _sides(node: Node, sides: Iterable[SideName]) -> list[Facts]:
    """What stands on the sides, with the relations."""
    return [(other, node.link(side, other)) for side in sides for other in node.side(side)]


def _fits(seat: Seat, parameters: Parameters) -> bool:
    asked = ((seat.organisation, parameters.organisation), (seat.role, parameters.role))
    return all(id is None or (node is not None and node.id == id) for node, id in asked)


def _place(seat: Seat) -> list[tuple[bool, int]]:
    """By organisation and then by designation, what has none after all others."""
    return [(each is None, PLACE(each) if each else 0) for each in (seat.organisation, seat.role)]


def explain(snapshot: Snapshot, seat: Seat, parameters: Parameters) -> Row:
    """What the designation governs, or the organisation where there is no designation."""
    role, organisation = seat
    who: RoleNode | OrganisationNode = role or organisation  # type: ignore[assignment]  # a seat has one of them
    own: tuple[SideName, ...] = ("informed", *LEADS, *RIGHTS, "member_of", "partner_in")
    owned = list(islice(who.owns, OWNED))
    beside = organisation if role and organisation else None
    facts = [_sides(who, own), _sides(beside, (*LEADS, *RIGHTS)) if beside else None]
    silent = not _any(who, *own[1:], "owns")
    return Row(
        organisation=ref(organisation),
        designation=ref(role),
        interviewed_for=refs(who.side("informed")),
        governs=refs((*who.governs, *who.leads)),
        decides_on=refs(who.decides_on),
        input_on=refs(who.has_input_on),
        accountable_for=refs(who.accountable_for),
        owns=refs(owned),
        sits_in=refs(who.member_of),
        takes_part_in=refs(who.partner_in),
        organisation_governs=refs(each for side in (*LEADS, *RIGHTS) for each in beside.side(side)) if beside else (),
        note=Phrase(text=N_("No source says what it governs.")) if silent else None,
        grounds=grounds(
            role,
            organisation,
            role.link("works_at", organisation) if role and organisation else None,
            facts,
            [(each, who.link("owns", each)) for each in owned],
        ),
    )
