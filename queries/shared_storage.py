"""Storage spaces by discipline: shared where several disciplines are served, apart where a reason is given."""

from graph.ontology import Discipline
from queries.question import AnswerRow, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which discipline to look at; all when not given."""

    discipline: str | None = parameter("Discipline", "Specialitet", of=Discipline)


class Row(AnswerRow):
    """One storage space."""

    storage: ThingRef = column("Storage", "Lagring")
    disciplines: tuple[ThingRef, ...] = column("Disciplines", "Specialiteter")
    shared: bool = column("Shared", "Delad")
    stands_apart_because: str | None = column("Stands apart because", "Står för sig därför att")
    entities: tuple[ThingRef, ...] = column("Holds", "Innehåller")
    standards: tuple[ThingRef, ...] = column("Standards", "Standarder")
