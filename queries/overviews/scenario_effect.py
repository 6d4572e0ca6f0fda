"""A scenario tried on the present graph: what its steps take away and add. It is kept only if all can be taken."""

import asyncio
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from graph.database.store import Store
from graph.ontology.kinds import InformationEntity
from graph.scenarios.scenario_store import save
from graph.scenarios.steps import Scenario
from graph.snapshot.node import SIDES, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode
from queries.asking.answer import ThingRef
from queries.asking.grounds import refs
from queries.asking.snapshots import Snapshots
from queries.meaning.phases import in_use


class ScenarioEffect(BaseModel):
    """What differs between the graph and what a scenario makes of it."""

    model_config = ConfigDict(frozen=True)

    gone: tuple[ThingRef, ...]
    """Things that are there and would not be."""
    new: tuple[ThingRef, ...]
    """Things that would be there and are not."""
    unheld: tuple[ThingRef, ...]
    """Information that some system or storage in use holds, and that none would hold any more."""
    relations_gone: int
    relations_new: int


async def tried(snapshots: Snapshots, scenario: Scenario, day: str | None = None) -> ScenarioEffect:
    """What the scenario's steps would do to the graph as it is, or as of its day.

    Raises:
        ScenarioError: a step cannot be taken; it tells which, and why.
        ChangingError: runs keep writing.
    """
    view = await snapshots.after(scenario, day)
    before = await snapshots.snapshot(view.day)
    return await asyncio.to_thread(effect, before, view.snapshot)


async def keep(store: Store, snapshots: Snapshots, scenario: Scenario) -> ScenarioEffect:
    """Keep the scenario, in place of the one with its id if there is one; what it would do.

    Raises:
        ScenarioError: a step cannot be taken, or too many scenarios are kept; nothing is kept.
        ChangingError: runs keep writing.
    """
    would = await tried(snapshots, scenario)
    await save(store, scenario)
    return would


def effect(before: Snapshot, after: Snapshot) -> ScenarioEffect:
    """The difference between two snapshots in things, relations, and information that is held."""
    return ScenarioEffect(
        gone=refs(_only_in(before, after)),
        new=refs(_only_in(after, before)),
        unheld=refs(node for node in before.all(InformationEntity) if _held(node) and not _held(_twin(node, after))),
        relations_gone=_relations_only_in(before, after),
        relations_new=_relations_only_in(after, before),
    )


def _twin(node: InformationEntityNode, other: Snapshot) -> InformationEntityNode | None:
    return other.get(InformationEntity, node.id)


def _held(entity: InformationEntityNode | None) -> bool:
    return entity is not None and any(map(in_use, (*entity.mastered_by, *entity.stored_in)))


def _only_in(one: Snapshot, other: Snapshot) -> Iterator[Node]:
    return (node for node in one if other.get(node.kind, node.id) is None)


def _relations_only_in(one: Snapshot, other: Snapshot) -> int:
    """How many relations go out from things of `one` that do not in `other`."""
    found = 0
    for node in one:
        twin = other.get(node.kind, node.id)
        theirs = twin.sides if twin else {}
        for side, ends in node.sides.items():
            if SIDES[side].outgoing:
                known = {(end.kind, end.id) for end in theirs.get(side, ())}
                found += sum((end.kind, end.id) not in known for end in ends)
    return found
