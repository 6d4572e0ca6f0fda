"""What each dataset says of things and relations, with the fields that it states: read for what is shown."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from graph.database import schema
from graph.database.store import Row, Store
from graph.facts.facts import FactKey, Ref
from graph.facts.merged_view import Link, Thing
from graph.facts.records import Bookkeeping, Stated
from queries.asking.evidence import readings
from queries.asking.snapshots import View

Statement = tuple[str, Mapping[str, object]]


class StatedRecords(NamedTuple):
    """Records with the revision that all of them belong to."""

    revision: int
    said: Mapping[FactKey, tuple[Stated, ...]]
    """Of each thing and relation that the graph holds, the most trusted first."""
    more: Sequence[list[Row]]
    """The rows of what was read in the same round trip."""

    def behind(self, key: FactKey, view: View) -> tuple[Stated, ...]:
        """Who says it; what nobody states is assumed by the view's scenario, with the fields that it gives."""
        if (known := self.said.get(key)) is not None or view.scenario is None:
            return known or ()
        node = view.snapshot.get(*key) if isinstance(key, Ref) else None
        fields = {"id": node.id, **node.fields} if node else {}
        return (Stated.assumed(key, view.scenario.name, fields=fields),)


async def stated_records(store: Store, keys: Collection[FactKey], *more: Statement) -> StatedRecords:
    """What each dataset says of the things and relations, and the rows of `more` reading statements, at one revision.

    Raises:
        ChangingError: runs keep writing.
    """
    wanted = readings(keys, schema.properties_of_things, schema.properties_of_links)
    revision, answers = await store.read_all([*((each.text, each.parameters) for each in wanted), *more])
    said: dict[FactKey, tuple[Stated, ...]] = {}
    for each, rows in zip(wanted, answers, strict=False):
        for held in rows[0]["held"]:
            ends = held.get(Bookkeeping.ENDPOINTS)
            key = each.key([ends[1], ends[3]] if ends else held["id"])
            said[key] = _held(key, held).records
    return StatedRecords(revision, said, answers[len(wanted) :])


def _held(key: FactKey, properties: dict[str, object]) -> Thing | Link:
    return Thing(properties, key.kind) if isinstance(key, Ref) else Link(properties, key.relation)
