"""All that exchanges information, by owner and mode; the most connected first where there are too many."""

from collections import Counter
from typing import Final

from graph.language.words import N_, Language, Words, by_number, say
from graph.ontology.kinds import CareSector, Device, IntegrationPlatform, Organisation, SharedStorage, System
from graph.ontology.vocabulary import Mode
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import ThingRef
from queries.asking.question import parameter
from visualisations.drawing.link_lines import flow_line, flows
from visualisations.drawing.sketch import MapParameters, Sketch

TITLE = Words("The landscape", "Landskapet")
ABOUT = Words(
    "Rows: who owns it. Columns: from the old and stable to the new and fast, with platforms and storage between "
    "them. An arrow goes from who gives information to who takes it.",
    "Rader: vem som äger det. Kolumner: från det gamla och stabila till det nya och snabba, med plattformar och "
    "lagring emellan. En pil går från den som lämnar information till den som tar emot.",
)

OLD, UNKNOWN, BETWEEN, NEW = range(4)
COLUMN_OF = {Mode.MODE_1: OLD, Mode.MODE_2: NEW}
MOST_ROWS = 10
MOST_LINES = 250
KINDS = (System, Device, IntegrationPlatform, SharedStorage)
ENDS: Final = ("provides", "consumes", "mediates")


class Parameters(MapParameters):
    """Which part of the landscape; all of it when nothing is given."""

    sector: str | None = parameter("Care sector", "Vårdsektor", of=CareSector)
    organisation: str | None = parameter("Owner", "Ägare", of=Organisation)


def sketch(snapshot: Snapshot, parameters: Parameters, language: Language) -> Sketch:
    """Systems by owner and mode, and one line for all that goes from one to another."""
    found = sorted(_found(snapshot, parameters), key=lambda node: (-_connected(node), node.place))
    shown = found[: parameters.limit]
    joined = flows(shown)
    pairs = sorted(joined, key=lambda pair: -len(joined[pair]))[:MOST_LINES]
    drawn = Sketch(total=len(found), lines_left_out=len(joined) - len(pairs))
    drawn.columns = {column: mode.words.say(language) for mode, column in COLUMN_OF.items()}
    drawn.columns[UNKNOWN] = say(N_("Mode not stated"), language)
    drawn.columns[BETWEEN] = say(N_("Platforms and storage"), language)
    rows = _rows(shown)
    for node in shown:
        drawn.put((rows.get(_owner(node), MOST_ROWS), _column(node)), node)
    drawn.rows = {row: ThingRef.of(owner).say(language) for owner, row in rows.items() if owner is not None}
    drawn.rows[MOST_ROWS] = say(N_("Other owners"), language)
    drawn.rows[MOST_ROWS + 1] = say(N_("Owner not stated"), language)
    drawn.lines = sorted((flow_line(pair, joined[pair]) for pair in pairs), key=lambda line: (line.source, line.target))
    passing = Counter(passed.ref for line in drawn.lines for passed in line.passed)
    text = by_number("One line passes through", "{count} lines pass through")
    drawn.notes = {ref: say(text, language, count=n) for ref, n in passing.items()}
    return drawn


def _found(snapshot: Snapshot, parameters: Parameters) -> list[Node]:
    sector = snapshot.get(CareSector, parameters.sector)
    owner = snapshot.get(Organisation, parameters.organisation)
    return [
        node
        for node in snapshot.all(*KINDS)
        if (parameters.sector is None or sector in node.side("in_sector"))
        and (parameters.organisation is None or owner in node.owned_by)
    ]


def _connected(node: Node) -> int:
    """How many exchanges it gives, takes or mediates."""
    return sum(len(node.side(side)) for side in ENDS)


def _owner(node: Node) -> Node | None:
    return next(iter(node.side("owned_by")), None)


def _rows(shown: list[Node]) -> dict[Node | None, int]:
    """Which row each owner has: those that own most first, what nobody owns last."""
    owned = Counter(owner for node in shown if (owner := _owner(node)))
    ordered = sorted(owned, key=lambda owner: (-owned[owner], owner.ref))
    return {None: MOST_ROWS + 1, **{owner: index for index, owner in enumerate(ordered[:MOST_ROWS])}}


def _column(thing: Node) -> int:
    if thing.kind in (IntegrationPlatform.__name__, SharedStorage.__name__):
        return BETWEEN
    mode = thing.field("mode")
    return COLUMN_OF[Mode(mode)] if mode else UNKNOWN
