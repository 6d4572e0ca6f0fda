"""Storage spaces: who shares one, who stands apart and why, and what is kept there."""

from graph.language.words import N_, Language, Words, say
from graph.ontology.kinds import SharedStorage
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import SharedStorageNode, SideName
from queries.asking.question import parameter
from visualisations.drawing.link_lines import link_line
from visualisations.drawing.sketch import MapParameters, Sketch

TITLE = Words("Shared storage", "Delad lagring")
ABOUT = Words(
    "Rows: storage spaces. Left: systems that put their information there. Right: the disciplines that it serves, "
    "what it holds, and the standards that it follows. A space with one discipline stands apart; its own facts say "
    "why.",
    "Rader: lagringsutrymmen. Vänster: system som lägger sin information där. Höger: specialiteterna som det "
    "betjänar, vad det innehåller och standarderna som det följer. Ett utrymme med en enda specialitet står för sig; "
    "dess egna uppgifter säger varför.",
)

MOST_SPACES = 40
TALLEST = 12
ROOM_FOR_LINES = 150
SYSTEMS, MIDDLE, SERVED = range(3)
COLUMNS = {
    SYSTEMS: N_("Systems that keep data there"),
    MIDDLE: N_("Storage space"),
    SERVED: N_("Whom it serves, what it holds"),
}
SIDES: dict[SideName, int] = {"keeps_data_of": SYSTEMS, "serves": SERVED, "stores": SERVED, "conforms_to": SERVED}


class Parameters(MapParameters):
    """Which storage space; all when not given."""

    storage: str | None = parameter("Shared storage", "Delad lagring", of=SharedStorage)


def sketch(snapshot: Snapshot, parameters: Parameters, language: Language) -> Sketch:
    """A row for each storage space; a thing that two of them share stands in the first."""
    found = [node for node in snapshot.all(SharedStorage) if parameters.storage in (None, node.id)]
    found.sort(key=lambda node: (-len(node.serves), node.place))
    spaces = found[:MOST_SPACES]
    everything = {thing for node in spaces for thing in (node, *(other for side in SIDES for other in node.side(side)))}
    drawn = Sketch(total=len(everything) + len(found) - len(spaces), tallest=TALLEST, gap=ROOM_FOR_LINES)
    drawn.columns = {column: say(text, language) for column, text in COLUMNS.items()}
    room = parameters.limit
    for index, node in enumerate(spaces):
        room = _put(drawn, (index, MIDDLE), node, room)
        drawn.rows[index] = _heading(node, language)
    for index, node in enumerate(spaces):
        for side, column in SIDES.items():
            for other in node.side(side):
                room = _put(drawn, (index, column), other, room)
            drawn.lines += map(link_line, node.links(side))
    return drawn


def _put(drawn: Sketch, cell: tuple[int, int], thing: Node, room: int) -> int:
    """Set `thing` in its cell while there is room; how much room is left."""
    if not room or thing.ref in drawn.things():
        return room
    drawn.put(cell, thing)
    return room - 1


def _heading(storage: SharedStorageNode, language: Language) -> str:
    count = len(storage.serves)
    if count > 1:
        return say(N_("Shared by {count} disciplines"), language, count=count)
    if count == 1 or storage.separation_rationale:
        return say(N_("Stands apart"), language)
    return say(N_("Disciplines not stated"), language)
