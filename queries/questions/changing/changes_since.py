"""What the loads since a day, or after a run, brought, changed and took away."""

from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice, Day
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.snapshot import Node, RunRecord, Snapshot
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds
from queries.asking.question import QuestionParameters, column, parameter

ABOUT = Words(
    "What the loads since a day, or after a run, brought, changed and took away. A thing is new where a run since "
    "then created it, and changed where one rewrote what its most trusted dataset says. What a run took away is named "
    "by its record, the first thousand; its relations are counted, not named. Without a day or a run it is the last "
    "run that is told. Runs that changed nothing leave no trace.",
    "Vad inläsningarna sedan en dag, eller efter en körning, tillförde, ändrade och tog bort. Ett ting är nytt om en "
    "körning sedan dess skapade det, och ändrat om en körning skrev om det som dess mest betrodda dataset säger. Vad "
    "en körning tog bort står med namn i dess journal, de första tusen; dess relationer räknas men namnges inte. Utan "
    "dag eller körning visas den senaste körningen. Körningar som inte ändrade något lämnar inga spår.",
)


class Change(Choice):
    """What happened to it."""

    NEW = "new", "New", "Ny"
    CHANGED = "changed", "Changed", "Ändrad"
    GONE = "gone", "Gone", "Borta"
    RELATIONS = "relations", "Relations", "Relationer"


class KindOfThing(Choice):
    """The kinds, to look at one of them."""

    locals().update({name.upper(): (name, *kind.words) for name, kind in ONTOLOGY.kinds.items()})


class Parameters(QuestionParameters):
    """Since when; the last run when neither is given."""

    since: Day | None = parameter("Since the day", "Sedan dagen")
    run: int | None = parameter("After run number", "Efter körning nummer", ge=0)
    kind: KindOfThing | None = parameter("Kind", "Sort")


class Row(AnswerRow):
    """One change."""

    run: int = column("Run", "Körning")
    day: str | None = column("Day", "Dag")
    dataset: str | None = column("Dataset", "Datamängd")
    change: Change = column("Change", "Ändring")
    kind: Words | None = column("Kind", "Sort")
    thing: ThingRef | None = column("Thing", "Ting")
    what: Phrase | None = column("What", "Vad")


class Found(NamedTuple):
    """A thing that a run wrote, or what only the run's record tells."""

    run: int
    record: RunRecord | None
    change: Change
    thing: Node | None = None
    gone: str = ""


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """The last run first; in it what is new, changed, gone, and how many relations."""
    after, records = _after(snapshot, parameters), {record.number: record for record in snapshot.runs}
    kinds = [ONTOLOGY.kinds[parameters.kind.value]] if parameters.kind else list(ONTOLOGY.kinds.values())
    found = [
        Found(node.run, records.get(node.run), Change.NEW if node.born > after else Change.CHANGED, node)
        for kind in kinds
        for node in snapshot.all(kind)
        if node.run > after
    ]
    names = {kind.__name__ for kind in kinds}
    for record in snapshot.runs:
        if record.number > after:
            gone = [each for each in record.gone if each.partition("/")[0] in names]
            found += [Found(record.number, record, Change.GONE, gone=each) for each in gone]
            if any(record.links) and parameters.kind is None:
                found.append(Found(record.number, record, Change.RELATIONS))
    order = list(Change)
    return sorted(found, key=lambda each: (-each.run, order.index(each.change)))


def _after(snapshot: Snapshot, parameters: Parameters) -> int:
    """The last run that is not looked at."""
    if parameters.run is not None:
        return parameters.run
    if parameters.since is not None:
        earlier = [
            record.number for record in snapshot.runs if record.ended[: len(parameters.since)] < parameters.since
        ]
        return max(earlier, default=0)
    return max((record.number for record in snapshot.runs), default=1) - 1


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The change, by which run and when."""
    record, thing = found.record, found.thing
    return Row(
        run=found.run,
        day=record.ended[:10] if record else None,
        dataset=record.dataset if record else None,
        change=found.change,
        kind=_kind(found),
        thing=ThingRef.of(thing) if thing else None,
        what=_what(found),
        grounds=grounds(thing) if thing else (),
    )


def _kind(found: Found) -> Words | None:
    name = found.thing.kind if found.thing else found.gone.partition("/")[0]
    return ONTOLOGY.kinds[name].words if name in ONTOLOGY.kinds else None


def _what(found: Found) -> Phrase | None:
    if found.change is Change.GONE:
        return Phrase(text=N_("It was called {id}"), values={"id": found.gone.partition("/")[2]})
    if found.change is Change.RELATIONS and found.record:
        created, changed, deleted = found.record.links
        text = N_("{created} new, {changed} changed, {deleted} gone")
        return Phrase(text=text, values={"created": created, "changed": changed, "deleted": deleted})
    return None
