"""A plan as statements for the database, in batches that fit in a message."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from marshal import dumps
from typing import Any, NamedTuple, TypeVar

from graph.database import schema
from graph.database.store import Write
from graph.errors import RunError
from graph.facts.facts import LinkKey, Properties, Ref
from graph.language.words import N_
from graph.ontology.declaration import Kind, Relation
from graph.ontology.ontology import ONTOLOGY
from loaders.runs.plan import Plan

BATCH_ROWS = 1_000
BATCH_BYTES = 4_000_000
TRANSACTION_ROWS = 50_000
"""What one transaction carries safely on either engine with a heap of 1 GiB (100,000 was measured)."""
CHANGED_BY_ANOTHER = N_("The graph was changed by something else during the run; nothing was written. Run it again.")
Item = TypeVar("Item")
Triple = tuple[str, str, str]
"""Source kind, relation and target kind, by name."""


class Statement(NamedTuple):
    """One statement with its batch of rows."""

    text: str
    parameter: str
    batch: list[Any]
    sort: str
    """Of what the rows are: a kind's name, or source kind, relation and target kind, with spaces between."""


def statements(plan: Plan) -> Iterator[Statement]:
    """Everything that carries out `plan`: relations go before the things they stand on, and come after them."""
    ends: dict[Triple, list[Any]] = defaultdict(list)
    for key in plan.links.delete:
        ends[triple_of(key)].append({"source": key.source.id, "target": key.target.id})
    for triple, pairs in ends.items():
        for batch in batches(pairs):
            yield Statement(schema.delete_links(*declared(triple)), "rows", batch, " ".join(triple))
    gone: dict[str, list[str]] = defaultdict(list)
    for ref in plan.things.delete:
        gone[ref.kind].append(ref.id)
    for name, ids in gone.items():
        for some in batches(ids):
            yield Statement(schema.delete_things(ONTOLOGY.kinds[name]), "ids", some, name)
    yield from _things(schema.create_things, plan.things.create.items())
    yield from _things(schema.replace_things, plan.things.rewritten)
    yield from _links(schema.create_links, plan.links.create.items())
    yield from _links(schema.replace_links, plan.links.rewritten)


def restoring(undo: Plan) -> Iterator[Statement]:
    """What gives the graph all of `undo`, of which it may have all, some or nothing."""
    yield from _things(schema.restore_things, undo.things.create.items())
    yield from _links(schema.restore_links, undo.links.create.items())


def _things(text: Callable[[type[Kind]], str], things: Iterable[tuple[Ref, Properties]]) -> Iterator[Statement]:
    rows: dict[str, list[Any]] = defaultdict(list)
    for ref, properties in things:
        rows[ref.kind].append(properties)
    for name, of_kind in rows.items():
        for batch in batches(of_kind):
            yield Statement(text(ONTOLOGY.kinds[name]), "rows", batch, name)


def _links(
    text: Callable[[type[Kind], Relation, type[Kind]], str], links: Iterable[tuple[LinkKey, Properties]]
) -> Iterator[Statement]:
    rows: dict[Triple, list[Any]] = defaultdict(list)
    for key, properties in links:
        row = {"source": key.source.id, "target": key.target.id, "properties": properties}
        rows[triple_of(key)].append(row)
    for triple, whole in rows.items():
        for batch in batches(whole):
            yield Statement(text(*declared(triple)), "rows", batch, " ".join(triple))


def fits(plan: Plan) -> bool:
    """Whether one transaction carries it out."""
    return plan.written <= TRANSACTION_ROWS


def shared_out(work: Iterable[Statement]) -> Iterator[list[Statement]]:
    """The statements in shares that fit in one transaction each."""
    share: list[Statement] = []
    rows = 0
    for statement in work:
        if share and rows + len(statement.batch) > TRANSACTION_ROWS:
            yield share
            share, rows = [], 0
        share.append(statement)
        rows += len(statement.batch)
    if share:
        yield share


async def write_share(write: Write, share: list[Statement]) -> None:
    """Run the statements of one share.

    Raises:
        RunError: the graph is not as the plan found it.
    """
    answers = await write.run_each((schema.counted(text), {parameter: batch}) for text, parameter, batch, _ in share)
    if any(rows[0]["rows"] != len(each.batch) for rows, each in zip(answers, share, strict=True)):
        raise RunError(CHANGED_BY_ANOTHER)


def triple_of(key: LinkKey) -> Triple:
    """Between which kinds the relation is, and what it is called."""
    return key.source.kind, key.relation, key.target.kind


def declared(triple: Triple) -> tuple[type[Kind], Relation, type[Kind]]:
    """The declarations behind the names."""
    source, relation, target = triple
    return ONTOLOGY.kinds[source], ONTOLOGY.relations[relation], ONTOLOGY.kinds[target]


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Batches of at most `BATCH_ROWS` items and about `BATCH_BYTES` bytes: a Bolt message has a limit."""
    left = iter(items)
    while some := [*islice(left, BATCH_ROWS)]:
        yield from [some] if _size(some) <= BATCH_BYTES else _by_weight(some)


def _by_weight(items: list[Item]) -> Iterator[list[Item]]:
    """The items, of which some are large, in batches."""
    batch: list[Item] = []
    weight = 0
    for item in items:
        batch.append(item)
        weight += _size(item)
        if weight > BATCH_BYTES:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _size(value: Any) -> int:
    """About how many bytes a value takes on the wire, found at C's speed; what comes again counts again."""
    try:
        return len(dumps(value, 2))
    except ValueError:  # a type of the driver's own
        return len(repr(value))
