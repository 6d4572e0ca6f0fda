"""The thing that a page is about, in the graph that its reader looks at, with who says what is shown of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from graph.database.names import LIBRARY
from graph.database.one_revision import at_one_revision
from graph.database.store import Store
from graph.facts.facts import Ref, name_of
from graph.language.words import Language
from graph.ontology.declaration import Kind
from graph.snapshot.node import Node
from queries.asking.snapshots import Snapshots, View
from queries.asking.stated import StatedRecords, stated_records
from visualisations.pages.frame.carrying import Carried, carried
from visualisations.pages.frame.fitting import Of
from visualisations.pages.thing.known import unknown
from visualisations.pages.thing.relations_page import RelationGroup, ShownSide, group_of
from visualisations.wording.sources import RecordWording, library_of

Sides = Callable[[Node], Sequence[ShownSide]]
"""Which of a thing's relations are shown."""


class ThingInView(NamedTuple):
    """A thing, and all that was read of it at one revision."""

    node: Node
    view: View
    """Where it is: what the reader looks at, or the facts of today where it is not there."""
    carried: Carried
    there: bool
    of_today: bool
    """Whether the facts of today have it."""
    sides: Sequence[ShownSide]
    read: StatedRecords

    def name(self, language: Language) -> str:
        """What it is called."""
        return name_of(self.node.id, self.node.fields).say(language)

    def groups(self, language: Language) -> tuple[RelationGroup, ...]:
        """Its relations that are shown."""
        return tuple(group_of(each, self.read, self.view, language) for each in self.sides)

    def who_says(self, language: Language) -> RecordWording:
        """How its records, and those of its relations, read."""
        return RecordWording(library_of(self.read.more[0]), language)


async def thing_in_view(
    store: Store, snapshots: Snapshots, ref: Ref, kind: type[Kind], of: Of, language: Language, sides: Sides
) -> ThingInView:
    """The thing where the reader looks, else as it is stated, and who says what is shown of it.

    Raises:
        UnknownThingError: neither graph holds it.
        QuestionError: there is no such day or scenario.
        ChangingError: runs keep writing.
    """

    async def attempt() -> ThingInView | None:
        there = await carried(snapshots, of, ref)
        stated = await snapshots.stated() if of else there.view
        node, view = there.snapshot.get(*ref), there.view
        known = stated.snapshot.get(*ref)
        if node is None:
            node, view = known, stated
        if node is None:
            raise unknown(there.snapshot, ref, kind, language)
        shown = sides(node)
        links = [link for each in shown for link, _ in each.links]
        read = await stated_records(store, [ref, *links], (LIBRARY, {}))
        if read.revision != view.snapshot.revision:
            return None
        return ThingInView(node, view, there, view is there.view, known is not None, shown, read)

    return await at_one_revision(attempt)
