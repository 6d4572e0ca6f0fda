"""Resource orchestration: nine actions in three groups, at three managerial levels."""

from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.ontology.kinds import Decision, Initiative, Procurement
from graph.ontology.vocabulary import ManagerialLevel, OrchestrationAction
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, refs
from queries.asking.question import QuestionParameters, column, parameter

TITLE = Words(
    "What does the region do of each orchestration action, at which managerial level, and where is nothing recorded?",
    "Vad gör regionen av varje orkestreringsåtgärd, på vilken ledningsnivå, och var är inget registrerat?",
)
ABOUT = Words(
    "Resource orchestration: nine actions in three groups, at three managerial levels. Every cell of the grid has a "
    "row. A cell in which nothing is recorded has no number: the sources are silent, which is not the same as that "
    "nothing is done. Work and decisions of which no source gives the level stand in a row of their own without a "
    "level. A thing with several actions or levels is counted in each of its cells.",
    "Resursorkestrering: nio åtgärder i tre grupper, på tre ledningsnivåer. Varje ruta i rutnätet har en rad. En ruta "
    "där inget är registrerat har inget antal: källorna säger inget, vilket inte är detsamma som att inget görs. "
    "Arbete och beslut där ingen källa anger nivån står på en egen rad utan nivå. Ett ting med flera åtgärder eller "
    "nivåer räknas i var och en av sina rutor.",
)


class Group(Choice):
    """The three groups of actions (Sirmon et al. 2011)."""

    STRUCTURING = "structuring", "Structuring", "Strukturera"
    BUNDLING = "bundling", "Bundling", "Samla"
    LEVERAGING = "leveraging", "Leveraging", "Utnyttja"


class Parameters(QuestionParameters):
    """Which cells to look at; the whole grid when not given."""

    action: OrchestrationAction | None = parameter("Action", "Åtgärd")
    level: ManagerialLevel | None = parameter("Managerial level", "Ledningsnivå")


class Row(AnswerRow):
    """One cell of the grid."""

    group: Group = column("Group", "Grupp")
    action: OrchestrationAction = column("Action", "Åtgärd")
    level: ManagerialLevel | None = column("Managerial level", "Ledningsnivå")
    recorded: int | None = column("Recorded", "Registrerade")
    things: tuple[ThingRef, ...] = column("Work and decisions", "Arbete och beslut")
    note: Phrase | None = column("Note", "Anmärkning")


class GridCell(NamedTuple):
    """One cell of the grid, and what is recorded in it."""

    action: OrchestrationAction
    level: ManagerialLevel | None
    things: list[Node]


def find(snapshot: Snapshot, parameters: Parameters) -> list[GridCell]:
    """The grid, action by action from the top level down."""
    held: dict[tuple[str, str | None], list[Node]] = {}
    for thing in snapshot.all(Initiative, Procurement, Decision):
        for action in set(thing.field("actions") or ()):
            for level in set(thing.field("managerial_levels") or (None,)):
                held.setdefault((action, level), []).append(thing)
    found = []
    for action in [parameters.action] if parameters.action else list(OrchestrationAction):
        for level in [parameters.level] if parameters.level else list(ManagerialLevel):
            found.append(GridCell(action, level, held.get((action, level), [])))
        if parameters.level is None and (action, None) in held:
            found.append(GridCell(action, None, held[action, None]))
    return found


def explain(snapshot: Snapshot, cell: GridCell, parameters: Parameters) -> Row:
    """The cell with its group, and how much is recorded."""
    action, level, things = cell
    note = None
    if level is None:
        note = Phrase(text=N_("No source says at which level."))
    elif not things:
        note = Phrase(text=N_("Nothing recorded."))
    return Row(
        group=list(Group)[list(OrchestrationAction).index(action) // 3],
        action=action,
        level=level,
        recorded=len(things) or None,
        things=refs(things),
        note=note,
        grounds=grounds(things),
    )
