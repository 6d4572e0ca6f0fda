"""Storage spaces: who shares one, who stands apart and why, and what is kept there."""

from typing import Any

from graph.facts import Thing
from graph.ontology import SharedStorage
from graph.words import N_, Language, say
from queries.question import parameter
from visualisations.sketch import Line, MapParameters, Sketch

TALLEST = 12
ROOM_FOR_LINES = 150
SYSTEMS, MIDDLE, SERVED = range(3)
COLUMNS = {
    SYSTEMS: N_("Systems that keep data there"),
    MIDDLE: N_("Storage space"),
    SERVED: N_("Whom it serves, what it holds"),
}
SIDES = {"systems": SYSTEMS, "disciplines": SERVED, "entities": SERVED, "standards": SERVED}


class Parameters(MapParameters):
    """Which storage space; all when not given."""

    storage: str | None = parameter("Shared storage", "Delad lagring", of=SharedStorage)


def sketch(rows: list[dict[str, Any]], parameters: Parameters, language: Language) -> Sketch:
    """A row for each storage space; a thing that two of them share stands in the first."""
    rows = [row for row in rows if row["storage"]]
    everything = {
        thing.key for row in rows for thing in (row["storage"], *(e["other"] for side in SIDES for e in row[side]))
    }
    unseen = rows[0]["spaces"] - len(rows) if rows else 0
    drawn = Sketch(total=len(everything) + unseen, tallest=TALLEST, gap=ROOM_FOR_LINES)
    drawn.columns = {column: say(text, language) for column, text in COLUMNS.items()}
    room = parameters.limit
    for index, row in enumerate(rows):
        room = _put(drawn, (index, MIDDLE), row["storage"], room)
        drawn.rows[index] = _heading(row["storage"], len(row["disciplines"]), language)
    for index, row in enumerate(rows):
        for side, column in SIDES.items():
            for each in row[side]:
                room = _put(drawn, (index, column), each["other"], room)
                link = each["link"]
                drawn.lines.append(Line(link.key.source, link.key.target, link.relation, (link,)))
    return drawn


def _put(drawn: Sketch, cell: tuple[int, int], thing: Thing, room: int) -> int:
    """Set `thing` in its cell while there is room; how much room is left."""
    if not room or thing.key in drawn.things():
        return room
    drawn.put(cell, thing)
    return room - 1


def _heading(storage: Thing, disciplines: int, language: Language) -> str:
    if disciplines > 1:
        return say(N_("Shared by {count} disciplines"), language, count=disciplines)
    if disciplines == 1 or storage.fields.get("stands_apart_because"):
        return say(N_("Stands apart"), language)
    return say(N_("Disciplines not stated"), language)
