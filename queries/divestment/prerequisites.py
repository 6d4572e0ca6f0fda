"""What must exist before a system can go in its wave: flows moved, data moved or archived, what replaces it in use."""

from collections.abc import Collection, Iterator

from graph.facts.facts import LinkKey
from graph.language.words import N_
from graph.ontology.vocabulary import Progress
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import InformationEntityNode, SharedStorageNode, SystemNode
from queries.asking.grounds import ordered
from queries.divestment.blockers import dependents, successors
from queries.divestment.coming import coming, not_begun
from queries.divestment.moves import Prerequisite, Setting, awaited, has, moves, staying
from queries.divestment.said import said
from queries.divestment.sole_reliance import holders
from queries.meaning.phases import running

LISTED = 12
"""Steps of one sort that are named for one system."""


def steps(system: SystemNode, setting: Setting) -> list[Prerequisite]:
    """What must exist before `system` can go, in the order that it is told in; of each sort at most so many."""
    sorts = (
        moves(system, setting),
        _data(system, setting),
        _archive(system),
        _dependents(system, setting),
        _facades(system, setting),
        _interfaces(system, setting),
        _replacements(system),
        _changes(system),
    )
    return [step for sort in sorts for step in _listed(list(sort))]


def _listed(found: list[Prerequisite]) -> list[Prerequisite]:
    cut = found[LISTED:]
    if not cut:
        return found
    awaits = tuple(each for step in cut for each in step.awaits)
    more = Prerequisite(said(N_("{more} more of the same sort"), more=len(cut)), awaits=awaits)
    return [*found[:LISTED], more]


def _data(system: SystemNode, setting: Setting) -> Iterator[Prerequisite]:
    """Information of which nobody is left who holds it, told at its master or at the first of those who go last."""
    for entity in ordered((*system.masters, *system.stores)):
        left = entity.once(holders)
        if left.difference(setting.gone) or _first(entity, left.difference(setting.before)) is not system:
            continue
        own = _holding(system, entity)
        able, moves = setting.takers.keepers(system, entity), setting.takers.copies(system, entity)
        if able:
            waits = awaited(able[0])
            text = N_("{next} in use, and {entity} moved to it") if waits else N_("{entity} moved to {next}")
            yield Prerequisite(said(text, next=able[0], entity=entity), (*own, *has(able[0], entity)), waits)
        elif moves:
            out, to = moves[0]
            links = (system.link("provides", out), out.link("carries", entity), out.link("consumed_by", to))
            text = N_("{entity} archived, or a confirmed copy in {to}, which {out} goes to")
            yield Prerequisite(said(text, entity=entity, to=to, out=out), (*own, *links))
        else:
            yield Prerequisite(said(N_("{entity} moved or archived; no place is stated"), entity=entity), own)


def _holding(system: SystemNode, entity: InformationEntityNode) -> tuple[LinkKey, ...]:
    return tuple(system.link(side, entity) for side in ("masters", "stores") if entity in system.side(side))


def _first(entity: InformationEntityNode, left: Collection[SystemNode | SharedStorageNode]) -> Node:
    return next((each for each in entity.mastered_by if each in left), None) or ordered(left)[0]


def _archive(system: SystemNode) -> Iterator[Prerequisite]:
    if system.archive_duty:
        has = ordered((*system.masters, *system.stores))
        for entity in has:
            yield Prerequisite(said(N_("{entity} archived"), entity=entity), _holding(system, entity))
        if not has:
            yield Prerequisite(said(N_("What it holds archived; no source says what that is")))


def _dependents(system: SystemNode, setting: Setting) -> Iterator[Prerequisite]:
    for needy in dependents(system):
        if needy not in setting.gone:
            on = [each for each in (system, *system.exposes) if each in needy.side("depends_on")]
            facts = (*on, *(needy.link("depends_on", each) for each in on))
            next_one = _next(system, setting)
            if next_one:
                yield Prerequisite(said(N_("{what} moved to {next}"), what=needy, next=next_one), facts)
            else:
                text = N_("{what} changed so that it works without {system}")
                yield Prerequisite(said(text, what=needy, system=system), facts)


def _facades(system: SystemNode, setting: Setting) -> Iterator[Prerequisite]:
    for api in system.behind_facade:
        if not api.exposed_by or any(each not in setting.gone for each in api.exposed_by):
            facts = (system.link("behind_facade", api),)
            next_one = _next(system, setting)
            if next_one:
                yield Prerequisite(said(N_("{next} behind {api} instead"), next=next_one, api=api), facts)
            else:
                yield Prerequisite(said(N_("Another system behind {api}, or {api} retired"), api=api), facts)


def _interfaces(system: SystemNode, setting: Setting) -> Iterator[Prerequisite]:
    """Flows of others that run through an interface of it."""
    for api in system.exposes:
        for flow in filter(running, api.used_in):
            if system not in flow.provided_by and staying(flow, setting.gone):
                facts = (system.link("exposes", api), flow.link("runs_through", api))
                yield Prerequisite(said(N_("Another interface than {api} for {flow}"), api=api, flow=flow), facts)


def _replacements(system: SystemNode) -> Iterator[Prerequisite]:
    for each, facts in coming(system):
        yield Prerequisite(said(N_("{next} in use"), next=each), facts, (each,))


def _changes(system: SystemNode) -> Iterator[Prerequisite]:
    for change in not_begun(system):
        idea = change.progress == Progress.IDEA
        text = (
            N_("{change} carried out; it is only an idea") if idea else N_("{change} carried out; it is only planned")
        )
        yield Prerequisite(said(text, change=change), (system.link("retired_by", change),), (change,))


def _next(system: SystemNode, setting: Setting) -> SystemNode | None:
    return next((each for each in successors(system) if each not in setting.takers.going), None)
