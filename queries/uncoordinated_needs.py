"""Needs and exchanges across organisations, and whether an arena, a body or a coordinator holds them together.

The parties are the organisations, care sectors and disciplines at the ends of the need or exchange; a system, device
or storage stands for the organisations that use it, else for its owner, a role for its workplace. A whole of which
another party is a part is not counted, so that what passes between a region and its own hospital does not cross; nor
does an exchange whose two sides are the same organisations. An arena or coordinator counts when it deals with the
thing itself, with the change that is to meet the need, or with the need that the exchange meets; a body when it owns
or has a right on one of these. Those that have none of the three come first. Those of which too little is stated to
tell whether they cross come last, when they are asked for.
"""

from typing import Any

from graph.declaration import Choice
from graph.ontology import CareSector, Discipline, Organisation
from graph.words import N_
from queries.grounds import grounds, ordered, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter

PARTIES = {kind.__name__ for kind in (Organisation, CareSector, Discipline)}


class Parameters(QuestionParameters):
    """Which of them to show."""

    only_missing: bool = parameter("Only without all three", "Bara utan alla tre", False)
    unclear: bool = parameter("Also where it is unclear that they cross", "Även där det är oklart", False)


class Tie(Choice):
    """What can hold parties together."""

    ARENA = "arena", "Arena", "Arena"
    BODY = "body", "Body", "Organ"
    COORDINATOR = "coordinator", "Coordinator", "Samordnare"


class Row(AnswerRow):
    """One need or exchange across organisations."""

    subject: ThingRef = column("Need or exchange", "Behov eller utbyte")
    crosses: bool | None = column("Crosses organisations", "Går över organisationsgränser")
    parties: tuple[ThingRef, ...] = column("Parties", "Parter")
    missing: tuple[Tie, ...] = column("Not stated", "Ej uppgivet")
    arenas: tuple[ThingRef, ...] = column("Arenas", "Arenor")
    bodies: tuple[ThingRef, ...] = column("Bodies", "Organ")
    coordinators: tuple[ThingRef, ...] = column("Coordinators", "Samordnare")
    absent: tuple[ThingRef, ...] = column("Parties not seen in the arenas", "Parter som inte syns på arenorna")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Those with nothing that holds them together come first."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    used = {end.key for end, _, _ in row["used"]}
    standing = [org for _, org, _ in row["used"]] + [org for end, org, _ in row["owned"] if end.key not in used]
    parties = ordered([*standing, *(end for end, _ in row["ends"] if end.kind in PARTIES)])
    placed = {end.key for end, _, _ in row["used"] + row["owned"]}
    unplaced = ordered(end for end, _ in row["ends"] if end.kind not in PARTIES and end.key not in placed)
    ties = {Tie.ARENA: row["arenas"], Tie.BODY: row["bodies"], Tie.COORDINATOR: row["coordinators"]}
    seen = {each[0].key for each in row["gathered"] + row["sent"]}
    unseen = [p for p in parties if p.kind == Organisation.__name__ and p.key not in seen]
    return Row(
        subject=ThingRef.of(row["subject"]),
        crosses=True if row["crosses"] else None,
        parties=refs(parties),
        missing=tuple(tie for tie, found in ties.items() if not found),
        arenas=refs(each[0] for each in row["arenas"]),
        bodies=refs(each[0] for each in row["bodies"]),
        coordinators=refs(each[0] for each in row["coordinators"]),
        absent=refs(unseen) if row["arenas"] else (),
        notes=tuple(
            Phrase(text=N_("No source says to which organisation {end} belongs."), values={"end": ThingRef.of(end)})
            for end in unplaced
        ),
        evidence=grounds(row),
    )
