"""What stands behind a sketch: each fact as the snapshot has it, with the records of those who state it."""

from dataclasses import dataclass, field

from graph.database import schema
from graph.database.store import Store
from graph.facts.facts import Evidence, FactKey, LinkKey, Properties
from graph.facts.merged_view import Link, Thing
from graph.facts.records import MARKS, Bookkeeping, Stated
from queries.asking.evidence import readings
from queries.asking.snapshots import View
from visualisations.drawing.sketch import Sketch

Behind = dict[FactKey, Thing | Link]


@dataclass(frozen=True)
class Dated(Thing):
    """A thing of another day, some of whose fields its dates say."""

    stated: Properties = field(default_factory=dict)
    """What sources state in these fields; None where they state nothing."""


async def fetched(store: Store, sketch: Sketch, view: View) -> tuple[int, Behind]:
    """What stands behind the sketch, and the revision that it belongs to; one reading."""
    wanted = readings(sketch.facts(), schema.things_by_id, schema.links_by_ends)
    revision, answers = await store.read_all([(each.text, each.parameters) for each in wanted])
    held = [value for rows in answers for row in rows for value in row.values()]
    return revision, behind(sketch, {each.key: each for each in held if isinstance(each, Thing | Link)}, view)


def behind(sketch: Sketch, stated: Behind, view: View) -> Behind:
    """The facts that the sketch draws, as the view has them; what nobody states is assumed by the view's scenario."""
    return {key: _seen(key, stated.get(key), view) for key in sketch.facts()}


def is_assumed(held: Thing | Link) -> bool:
    """Whether only a scenario says it."""
    return all(record.evidence is Evidence.ASSUMED for record in held.records)


def _seen(key: FactKey, stated: Thing | Link | None, view: View) -> Thing | Link:
    assumed = Stated.assumed(key, view.scenario.name if view.scenario else "")
    own = stated.properties if stated else assumed.stored()
    if isinstance(key, LinkKey):
        return Link(own | view.snapshot.said(key) | {Bookkeeping.ENDPOINTS: [*key.source, *key.target]}, key.relation)
    node = view.snapshot.get(*key)
    if node is None:  # a run has taken it away; what is drawn of it is begun again
        return Thing(own | {"id": key.id}, key.kind)
    seen = {name: own[name] for name in own if name in MARKS} | node.fields | {"id": key.id}
    differing = {name: own.get(name) for name, value in node.fields.items() if own.get(name) != value}
    return Dated(seen, key.kind, differing) if stated and view.day and differing else Thing(seen, key.kind)
