"""What the loads since a day, or after a run, brought, changed and took away."""

from typing import NamedTuple

from graph.facts.facts import FactKey, LinkKey, Ref
from graph.facts.run_changes import GoneThing, HowChanged, RunChange
from graph.language.words import N_, Words
from graph.ontology.declaration import Attribute, Choice, Day
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node
from graph.snapshot.snapshot import RunRecord, Snapshot
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, ref
from queries.asking.question import QuestionParameters, column, parameter
from queries.asking.values_in_words import fields_of, value_in_words

TITLE = Words("What has changed since a day or a run?", "Vad har ändrats sedan en dag eller en körning?")
ABOUT = Words(
    "What the loads since a day, or after a run, brought, changed and took away, and from what to what. A thing is new "
    "where a run since then created it, and changed where what is shown of it is another than before; a row or file "
    "that moved is no change, and neither is what was changed and changed back. What a run took away is named by its "
    "record, the first thousand; so are relations that came or went between things that stay, and fields that "
    "changed, the first ten thousand. Without a day or a run, it is the last run that changed anything. Runs that "
    "changed nothing leave no trace.",
    "Vad inläsningarna sedan en dag, eller efter en körning, tillförde, ändrade och tog bort, och från vad till vad. "
    "Ett ting är nytt om en körning sedan dess skapade det, och ändrat om det som visas av det är ett annat än förut; "
    "en rad eller fil som flyttats är ingen ändring, och inte heller det som ändrats och ändrats tillbaka. Vad en "
    "körning tog bort står med namn i dess journal, de första tusen; likaså relationer som kom eller försvann mellan "
    "ting som finns kvar, och fält som ändrades, de första tiotusen. Utan dag eller körning visas den senaste "
    "körningen som ändrade något. Körningar som inte ändrade något lämnar inga spår.",
)
SAID = {
    "source": Words("Source", "Källa"), "section": Words("Section", "Avsnitt"),
    "paraphrase": Words("In other words", "Med andra ord"), "evidence": Words("Ground", "Grund"),
}  # fmt: skip
"""What is called what, of who says a thing."""
NAME = Words("Name", "Namn")


class Change(Choice):
    """What happened to it."""

    NEW = "new", "New", "Ny"
    CHANGED = "changed", "Changed", "Ändrad"
    GONE = "gone", "Gone", "Borta"
    RELATION_NEW = "relation-new", "New relation", "Ny relation"
    RELATION_CHANGED = "relation-changed", "Changed relation", "Ändrad relation"
    RELATION_GONE = "relation-gone", "Gone relation", "Borttagen relation"
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
    field: Words | None = column("Field", "Fält")
    before: Words | None = column("From", "Från")
    after: Words | None = column("To", "Till")


class Found(NamedTuple):
    """A thing that a run wrote, what it changed of it, or what only the run's record tells."""

    run: int
    record: RunRecord | None
    change: Change
    thing: Node | None = None
    gone: GoneThing | None = None
    run_change: RunChange | None = None


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """The last run first; in it what is new, changed, gone, and how many relations."""
    after, records = _after(snapshot, parameters), {record.number: record for record in snapshot.runs}
    kinds = [ONTOLOGY.kinds[parameters.kind.value]] if parameters.kind else list(ONTOLOGY.kinds.values())
    names = {kind.__name__ for kind in kinds}
    changed, known = _changed(snapshot, after)
    found = [
        Found(node.run, records.get(node.run), Change.NEW if node.born > after else Change.CHANGED, node)
        for kind in kinds
        for node in snapshot.all(kind)
        if node.run > after and (node.born > after or node.ref not in known)
    ]
    for run, run_change in changed:
        ref_of = run_change.about if isinstance(run_change.about, Ref) else run_change.about.source
        if ref_of.kind in names and (how := _how(snapshot, run_change, after)):
            found.append(Found(run, records[run], how, snapshot.get(*ref_of), run_change=run_change))
    for record in snapshot.runs:
        if record.number > after:
            gone = [GoneThing.read(each) for each in record.gone]
            found += [
                Found(record.number, record, Change.GONE, gone=each)
                for each in gone
                if each.ref.kind in names and snapshot.get(*each.ref) is None
            ]
            if any(record.links) and parameters.kind is None:
                found.append(Found(record.number, record, Change.RELATIONS))
    order = list(Change)
    return sorted(found, key=lambda each: (-each.run, order.index(each.change)))


def _changed(snapshot: Snapshot, after: int) -> tuple[list[tuple[int, RunChange]], set[FactKey]]:
    """What differs from what was after that run, with the last run that changed it; and all that runs run_change of."""
    latest: dict[tuple[FactKey, str], tuple[int, RunChange]] = {}
    known: set[FactKey] = set()
    for record in snapshot.runs:
        for run_change in record.changes() if record.number > after else ():
            known.add(run_change.about)
            first = latest.pop((run_change.about, run_change.field), (0, run_change))[1]
            latest[run_change.about, run_change.field] = record.number, _since(first, run_change)
    return [each for each in latest.values() if each[1].how is not HowChanged.CHANGED or _differs(each[1])], known


def _since(first: RunChange, last: RunChange) -> RunChange:
    """What came of two changes of one field, or of one relation: new and gone again is no change."""
    if first is not last and last.how is not HowChanged.CHANGED and first.how is not last.how:
        return last._replace(how=HowChanged.CHANGED)
    return last._replace(before=first.before)


def _differs(run_change: RunChange) -> bool:
    return bool(run_change.before != run_change.after)


def _how(snapshot: Snapshot, run_change: RunChange, after: int) -> Change | None:
    """What is said of it; nothing of a thing that is new itself, or gone, and of what it has."""
    if isinstance(run_change.about, Ref):
        node = snapshot.get(*run_change.about)
        return Change.CHANGED if node and node.born <= after else None
    ends = [snapshot.get(*each) for each in (run_change.about.source, run_change.about.target)]
    if not all(node and node.born <= after for node in ends):
        return None
    return {
        HowChanged.NEW: Change.RELATION_NEW, HowChanged.GONE: Change.RELATION_GONE,
        HowChanged.CHANGED: Change.RELATION_CHANGED,
    }[run_change.how]  # fmt: skip


def _after(snapshot: Snapshot, parameters: Parameters) -> int:
    """The last run that is not looked at."""
    if parameters.run is not None:
        return parameters.run
    if parameters.since is not None:
        earlier = [
            record.number for record in snapshot.runs if record.ended[: len(parameters.since)] < parameters.since
        ]
        return max(earlier, default=0)
    return max((record.number for record in snapshot.runs if not record.unchanged), default=1) - 1


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The change, by which run and when."""
    record, thing, run_change = found.record, found.thing, found.run_change
    attribute = fields_of(run_change.about).get(run_change.field) if run_change else None
    return Row(
        run=found.run,
        day=record.ended[:10] if record else None,
        dataset=record.dataset if record else None,
        change=found.change,
        kind=_kind(found),
        thing=ThingRef.of(thing) if thing else None,
        what=_what(snapshot, found),
        field=_field(found, attribute),
        before=_before(found, attribute),
        after=value_in_words(attribute, run_change.after) if run_change else None,
        grounds=_grounds(found),
    )


def _grounds(found: Found) -> tuple[FactKey, ...]:
    if found.run_change and found.change in (Change.RELATION_NEW, Change.RELATION_CHANGED):
        return grounds(found.run_change.about)
    return grounds(found.thing) if found.thing else ()


def _field(found: Found, attribute: Attribute | None) -> Words | None:
    if found.run_change:
        return attribute.words if attribute else SAID.get(found.run_change.field)
    return NAME if found.gone and found.gone.name else None


def _before(found: Found, attribute: Attribute | None) -> Words | None:
    """What it said before; of a thing that is gone, its name."""
    if found.run_change:
        return value_in_words(attribute, found.run_change.before)
    return value_in_words(None, found.gone.name or None) if found.gone else None


def _kind(found: Found) -> Words | None:
    name = found.thing.kind if found.thing else found.gone.ref.kind if found.gone else None
    return ONTOLOGY.kinds[name].words if name in ONTOLOGY.kinds else None


def _what(snapshot: Snapshot, found: Found) -> Phrase | None:
    if found.gone:
        return Phrase(text=N_("It was called {id}"), values={"id": found.gone.ref.id})
    if found.change is Change.RELATIONS and found.record:
        created, changed, deleted = found.record.links
        text = N_("{created} new, {changed} changed, {deleted} gone")
        return Phrase(text=text, values={"created": created, "changed": changed, "deleted": deleted})
    if found.run_change and isinstance(key := found.run_change.about, LinkKey):
        other = snapshot.get(*key.target)
        values = {"relation": ONTOLOGY.relations[key.relation].forward, "other": ref(other) or key.target.id}
        return Phrase(text=N_("{relation} {other}"), values=values)
    return None
