"""Resource orchestration: nine actions in three groups, at three managerial levels.

Every cell of the grid has a row. A cell in which nothing is recorded has no number: the sources are silent, which is
not the same as that nothing is done. Work and decisions of which no source gives the level stand in a row of their
own without a level. A thing with several actions or levels is counted in each of its cells.
"""

from typing import Any

from graph.declaration import Choice
from graph.vocabulary import ManagerialLevel, OrchestrationAction
from graph.words import N_
from queries.grounds import grounds, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


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


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """The grid, action by action from the top level down."""
    held = {(row["action"], row["level"]): row["things"] for row in rows}
    actions = [parameters.action] if parameters.action else list(OrchestrationAction)
    levels = [parameters.level] if parameters.level else list(ManagerialLevel)
    answered = []
    for action in actions:
        answered += [_cell(action, level, held.get((action, level), [])) for level in levels]
        if unplaced := held.get((action, "not stated")):
            answered.append(_cell(action, None, unplaced))
    return answered


def _cell(action: OrchestrationAction, level: ManagerialLevel | None, things: list[Any]) -> Row:
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
        evidence=grounds(things),
    )
