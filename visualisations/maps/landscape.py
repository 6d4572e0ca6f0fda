"""All that exchanges information, by owner and mode; the most connected first where there are too many."""

from collections import Counter
from typing import Any

from graph.facts import Ref, Thing
from graph.ontology import CareSector, IntegrationPlatform, Organisation, SharedStorage
from graph.vocabulary import Mode
from graph.words import N_, Language, say
from queries.question import parameter
from visualisations.maps.flows import flow_lines
from visualisations.sketch import MapParameters, Sketch

OLD, UNKNOWN, BETWEEN, NEW = range(4)
COLUMN_OF = {Mode.MODE_1: OLD, Mode.MODE_2: NEW}
MOST_ROWS = 10


class Parameters(MapParameters):
    """Which part of the landscape; all of it when nothing is given."""

    sector: str | None = parameter("Care sector", "Vårdsektor", of=CareSector)
    organisation: str | None = parameter("Owner", "Ägare", of=Organisation)


def sketch(rows: list[dict[str, Any]], parameters: Parameters, language: Language) -> Sketch:
    """Systems by owner and mode, and one line for all that goes from one to another."""
    row = rows[0]
    drawn = Sketch(total=row["total"], lines_left_out=row["pairs"] - len(row["lines"]))
    drawn.columns = {column: mode.words.say(language) for mode, column in COLUMN_OF.items()}
    drawn.columns[UNKNOWN] = say(N_("Mode not stated"), language)
    drawn.columns[BETWEEN] = say(N_("Platforms and storage"), language)
    rows_of_owners = _rows(row["systems"])
    for system in row["systems"]:
        owner = system["owner"].key if system["owner"] else None
        drawn.put((rows_of_owners.get(owner, MOST_ROWS), _column(system["thing"])), system["thing"])
        if owner in rows_of_owners and owner is not None:
            drawn.rows[rows_of_owners[owner]] = system["owner"].name(language)
    drawn.rows[MOST_ROWS] = say(N_("Other owners"), language)
    drawn.rows[MOST_ROWS + 1] = say(N_("Owner not stated"), language)
    drawn.lines = flow_lines(row["lines"])
    passing = Counter(passed.key for line in drawn.lines for passed in line.passed)
    drawn.notes = {ref: say(N_("{count} lines pass through"), language, count=n) for ref, n in passing.items()}
    return drawn


def _rows(systems: list[dict[str, Any]]) -> dict[Ref | None, int]:
    """Which row each owner has: those that own most first, what nobody owns last."""
    owned = Counter(system["owner"].key for system in systems if system["owner"])
    ordered = sorted(owned, key=lambda owner: (-owned[owner], owner))
    return {None: MOST_ROWS + 1, **{owner: index for index, owner in enumerate(ordered[:MOST_ROWS])}}


def _column(thing: Thing) -> int:
    if thing.kind in (IntegrationPlatform.__name__, SharedStorage.__name__):
        return BETWEEN
    mode = thing.fields.get("mode")
    return COLUMN_OF[Mode(mode)] if mode else UNKNOWN
