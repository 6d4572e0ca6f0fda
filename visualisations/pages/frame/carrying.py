"""The day and the scenario that a reader comes from, carried on over pages that show the facts of today."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.database.store import Store
from graph.errors import QuestionError
from graph.facts.facts import Ref
from queries.asking.question import SnapshotParameters
from queries.asking.snapshots import Snapshots
from queries.asking.validation import validated
from visualisations.pages.frame.asked_of import DAY, SCENARIO, AskedOf, asked_of


@dataclass(frozen=True)
class Carried:
    """What the reader was looking at."""

    of: AskedOf
    values: Mapping[str, str]
    """The parameters that ask of it."""
    there: bool
    """Whether it holds the thing that the page is about."""

    @property
    def on(self) -> Mapping[str, str]:
        """The parameters for what is asked about the thing: of the facts, where the thing is not there."""
        return self.values if self.there else {}


async def carried(store: Store, snapshots: Snapshots, query: Mapping[str, str], ref: Ref) -> Carried | None:
    """What the page's address says that the reader comes from; None is the facts of today.

    Raises:
        QuestionError: it names no day.
    """
    values = {name: query[name] for name in (SCENARIO, DAY) if query.get(name)}
    parameters = validated(SnapshotParameters, f"{ref.kind}/{ref.id}", values)
    of = await asked_of(store, values)
    if of is None:
        return None
    try:
        view = await snapshots.view(parameters)
    except QuestionError:  # the scenario can no longer be made: the facts are shown
        return None
    return Carried(of, values, view.snapshot.get(*ref) is not None)
