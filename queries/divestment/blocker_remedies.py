"""What would lift a blocker, with the things that it takes named; where none is stated, that is said."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from graph.language.words import N_, by_number
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.days import over
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import ApiNode, ExchangeNode, InformationEntityNode, SystemNode
from queries.asking.answer import Phrase, ThingRef
from queries.asking.grounds import Facts, ordered
from queries.divestment.blockers import HELD, BlockerSort, successors, supplying
from queries.divestment.overlap import informs
from queries.divestment.takers import Takers

LISTED = 5
"""Ways of one sort that are named for one blocker."""


class BlockerRemedy(NamedTuple):
    """A way to lift a blocker, and the facts that it rests on beside the blocker's own."""

    phrase: Phrase
    facts: tuple[Facts, ...]


def remedy(text: str, *facts: Facts, **values: Node | str) -> BlockerRemedy:
    """A way in words; the things in `values` are among its facts."""
    told = {name: ThingRef.of(each) if isinstance(each, Node) else each for name, each in values.items()}
    return BlockerRemedy(
        Phrase(text=text, values=told), (*facts, *(each for each in values.values() if isinstance(each, Node)))
    )


def remedies(system: SystemNode, sort: BlockerSort, what: Node | None, day: str) -> list[BlockerRemedy]:
    """The ways to lift one blocker of `system`."""
    return list(WAYS[sort](system, what) if what else OWN_WAYS[sort](system, day))


def _supplier(system: SystemNode, entity: InformationEntityNode) -> Iterator[BlockerRemedy]:
    able = Takers().suppliers(system, entity)[:LISTED]
    for flow in supplying(system, entity)[:LISTED]:
        if not able:
            text = N_("Another system that masters or publishes {entity}, and {flow} moved to it; none is stated")
            yield remedy(text, entity=entity, flow=flow)
        for each in able:
            if each.lifecycle == Lifecycle.PLAN:
                text = N_("{next} in use and supplying {entity}, and {flow} moved to it")
            else:
                text = N_("{next} supplying {entity}, and {flow} moved to it")
            yield remedy(text, _to(system, each, entity), next=each, entity=entity, flow=flow)


def _holder(system: SystemNode, entity: InformationEntityNode) -> Iterator[BlockerRemedy]:
    able = Takers().keepers(system, entity)[:LISTED]
    for each in able:
        if each.field("lifecycle") == Lifecycle.PLAN:
            text = N_("{next} in use, and {entity} moved to it")
        else:
            text = N_("{entity} moved to {next}")
        yield remedy(text, _to(system, each, entity), next=each, entity=entity)
    moves = Takers().copies(system, entity)[:LISTED]
    for out, to in moves:
        yield remedy(N_("A confirmed copy in {to}, which {out} goes to"), out.link("consumed_by", to), to=to, out=out)
    if not able and not moves:
        yield remedy(N_("Another holder of {entity}; none is stated or planned"), entity=entity)


def _flow(system: SystemNode, flow: ExchangeNode) -> Iterator[BlockerRemedy]:
    yield remedy(N_("A statement of what {flow} carries, so that it can be moved"), flow=flow)


def _dependent(system: SystemNode, needy: Node) -> Iterator[BlockerRemedy]:
    for change in needy.side("retired_by")[:LISTED]:
        text = N_("{what} retired before it, by {change}")
        yield remedy(text, needy.link("retired_by", change), what=needy, change=change)
    for each in successors(system)[:LISTED]:
        yield remedy(N_("{what} moved to {next}"), system.link("succeeded_by", each), what=needy, next=each)
    if not needy.side("retired_by") and not successors(system):
        yield remedy(N_("{what} changed so that it works without {system}"), what=needy, system=system)


def _facade(system: SystemNode, api: ApiNode) -> Iterator[BlockerRemedy]:
    for each in successors(system)[:LISTED]:
        text = N_("{next} behind {api} instead")
        yield remedy(text, system.link("succeeded_by", each), next=each, api=api)
    if not successors(system):
        yield remedy(N_("Another system behind {api}, or {api} retired"), api=api)


def _decision(system: SystemNode, blocker: Node) -> Iterator[BlockerRemedy]:
    ways: tuple[tuple[Literal["decided_by", "raised_to"], str], ...] = (
        ("decided_by", N_("{blocker} taken up again by {party}, who decides it")),
        ("raised_to", N_("{blocker} settled by {party}, to which it has been raised")),
    )
    for side, text in ways:
        for party in blocker.side(side)[:LISTED]:
            yield remedy(text, blocker.link(side, party), blocker=blocker, party=party)
    if not blocker.side("decided_by") and not blocker.side("raised_to"):
        yield remedy(N_("{blocker} lifted or met; no source says who decides it"), blocker=blocker)


def _stop(system: SystemNode, day: str) -> Iterator[BlockerRemedy]:
    if reason := system.retention_rationale:
        yield remedy(N_("A decision that it may stop; it is kept because: {reason}"), reason=reason)
    else:
        yield remedy(N_("A decision that it may stop; no source says why it must not"))


def _archive(system: SystemNode, day: str) -> Iterator[BlockerRemedy]:
    has = ordered(informs(system))
    for entity in has[:LISTED]:
        links = [system.link(side, entity) for side in ("masters", "stores") if entity in system.side(side)]
        yield remedy(N_("{entity} archived"), links, entity=entity)
    if len(has) > LISTED:
        text = by_number("One more kind of information archived", "{more} more kinds of information archived", "more")
        yield remedy(text, more=str(len(has) - LISTED))
    if not has:
        yield remedy(N_("What it holds archived; no source says what that is"))


def _contract(system: SystemNode, day: str) -> Iterator[BlockerRemedy]:
    notice, ends = system.contract_notice_by, system.contract_ends
    if notice and not over(day, notice):
        yield remedy(N_("Notice given by {notice}"), notice=notice)
    elif notice:
        yield remedy(N_("An agreement with the vendor: the last day of notice was {notice}"), notice=notice)
    if ends:
        yield remedy(N_("The end of the contract, {day}"), day=ends)


def _safety(system: SystemNode, day: str) -> Iterator[BlockerRemedy]:
    for each in successors(system)[:LISTED]:
        yield remedy(N_("{next} in use"), system.link("succeeded_by", each), next=each)
    if not successors(system):
        yield remedy(N_("A successor in use; none is stated"))


def _to(system: SystemNode, other: Node, entity: InformationEntityNode) -> list[Facts]:
    """Why the other one could take over: it succeeds, or has or is to have the information."""
    links: list[Facts] = [other.link(side, entity) for side in HELD if entity in other.side(side)]
    return [*links, system.link("succeeded_by", other)] if other in system.succeeded_by else links


# What a sort of blocker holds for is of the sort's own kind, which one type of all ways cannot say.
WAYS: dict[BlockerSort, Callable[[SystemNode, Any], Iterator[BlockerRemedy]]] = {
    BlockerSort.ONLY_SUPPLIER: _supplier,
    BlockerSort.LAST_HOLDER: _holder,
    BlockerSort.UNSTATED_FLOW: _flow,
    BlockerSort.NEEDED: _dependent,
    BlockerSort.FACADE: _facade,
    BlockerSort.BLOCKED: _decision,
    BlockerSort.INFEASIBLE: _decision,
}
OWN_WAYS: dict[BlockerSort, Callable[[SystemNode, str], Iterator[BlockerRemedy]]] = {
    BlockerSort.MUST_NOT_STOP: _stop,
    BlockerSort.ARCHIVE_DUTY: _archive,
    BlockerSort.CONTRACT: _contract,
    BlockerSort.SAFETY: _safety,
}
