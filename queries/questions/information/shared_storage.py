"""Storage spaces by discipline: shared where two or more disciplines are served, apart where one is."""

from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.kinds import Discipline, SharedStorage
from graph.ontology.vocabulary import DesignBasis
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import DisciplineNode, SharedStorageNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ordered, ref, refs
from queries.asking.question import QuestionParameters, column, parameter

TITLE = Words(
    "Which disciplines share a storage space, and which stand apart and why?",
    "Vilka specialiteter delar lagring, och vilka står för sig och varför?",
)
ABOUT = Words(
    "Storage spaces by discipline: shared where two or more disciplines are served, apart where one is. A discipline "
    "is served by a space directly, or through a system of the discipline that keeps its data there. Where no "
    "discipline is stated for a space, whether it is shared is not known. A discipline for which no space is stated "
    "stands in a row without a storage.",
    "Lagring per specialitet: delad när den betjänar två eller fler specialiteter, för sig när den betjänar en. En "
    "specialitet betjänas av en lagring direkt, eller genom ett system för specialiteten som lagrar i den. Om ingen "
    "specialitet är uppgiven för en lagring vet man inte om den är delad. En specialitet som saknar uppgiven lagring "
    "står på en rad utan lagring.",
)


class Parameters(QuestionParameters):
    """Which discipline to look at; all when not given."""

    discipline: str | None = parameter("Discipline", "Specialitet", of=Discipline)


class Row(AnswerRow):
    """One storage space, or one discipline for which none is stated."""

    storage: ThingRef | None = column("Storage", "Lagring")
    disciplines: tuple[ThingRef, ...] = column("Disciplines", "Specialiteter")
    shared: bool | None = column("Shared", "Delad")
    why: Phrase = column("Why", "Varför")
    separation_rationale: str | None = column("Stands apart because", "Står för sig därför att")
    seen_as_one: bool | None = column("Seen as one space", "Ses som ett utrymme")
    age: str | None = column("Age", "Ålder")
    design_basis: DesignBasis | None = column("Design basis", "Grund för utformningen")
    entities: tuple[ThingRef, ...] = column("Holds", "Innehåller")
    systems: tuple[ThingRef, ...] = column("Systems that keep data there", "System som lagrar där")
    standards: tuple[ThingRef, ...] = column("Standards", "Standarder")


class Space(NamedTuple):
    """A storage with the disciplines that it serves, or a discipline without a storage."""

    storage: SharedStorageNode | None
    disciplines: list[DisciplineNode]


def find(snapshot: Snapshot, parameters: Parameters) -> list[Space]:
    """Spaces that are shared, then those that stand apart, then disciplines without a space."""
    spaces = [Space(storage, _served(storage)) for storage in snapshot.all(SharedStorage)]
    spaces.sort(key=lambda space: (not space.disciplines, len(space.disciplines) < 2))
    placed = {discipline for space in spaces for discipline in space.disciplines}
    spaces += [Space(None, [each]) for each in snapshot.all(Discipline) if each not in placed]
    asked = snapshot.get(Discipline, parameters.discipline)
    return [space for space in spaces if parameters.discipline is None or asked in space.disciplines]


def _served(storage: SharedStorageNode) -> list[DisciplineNode]:
    """The disciplines that keep data there, directly or through a system."""
    return ordered([*storage.serves, *(each for system in storage.keeps_data_of for each in system.serves)])


def explain(snapshot: Snapshot, space: Space, parameters: Parameters) -> Row:
    """The space, and why it is shared or stands apart."""
    storage, disciplines = space
    if storage is None:
        return Row(
            disciplines=refs(disciplines),
            why=Phrase(text=N_("No storage space is stated for it.")),
            entities=(),
            systems=(),
            standards=(),
            grounds=grounds(disciplines),
        )
    return Row(
        storage=ref(storage),
        disciplines=refs(disciplines),
        shared=len(disciplines) > 1 if disciplines else None,
        why=_why(len(disciplines), storage.separation_rationale, storage.design_basis),
        separation_rationale=storage.separation_rationale,
        seen_as_one=storage.seen_as_one,
        age=storage.age,
        design_basis=storage.design_basis,
        entities=refs(storage.stores),
        systems=refs(storage.keeps_data_of),
        standards=refs(storage.conforms_to),
        grounds=grounds(
            storage, disciplines, storage.stores, storage.keeps_data_of, storage.conforms_to,
            storage.links("serves", "stores", "keeps_data_of", "conforms_to"),
            [system.links("serves") for system in storage.keeps_data_of],
        ),
    )  # fmt: skip


def _why(disciplines: int, reason: str | None, basis: str | None) -> Phrase:
    if not disciplines:
        return Phrase(text=N_("No source says which disciplines use it."))
    if disciplines > 1 and basis:
        return Phrase(
            text=N_("{count} disciplines share it; it rests on: {basis}."),
            values={"count": disciplines, "basis": DesignBasis(basis).words},
        )
    if disciplines > 1:
        return Phrase(text=N_("{count} disciplines share it."), values={"count": disciplines})
    if reason:
        return Phrase(text=N_("It stands apart: {reason}."), values={"reason": reason})
    return Phrase(text=N_("One discipline uses it; no source says why it is not shared."))
