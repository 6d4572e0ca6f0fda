"""The cheapest thing that the graph already offers to someone whose information does not get through."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from graph.language.words import N_
from graph.ontology.kinds import IntegrationPlatform, SharedStorage
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import Phrase, ThingRef
from queries.asking.grounds import Facts
from queries.meaning.phases import in_use
from queries.verdicts.observing import spoken, standard
from queries.verdicts.paths import Judged
from queries.verdicts.table import Verdict


class Remedy(NamedTuple):
    """What could be used, and the facts that show that it is there."""

    phrase: Phrase
    facts: tuple[Facts, ...]


def remedy(snapshot: Snapshot, case: Judged) -> Remedy | None:
    """The first that there is: a planned way, an interface, a storage, a platform; or who speaks the form."""
    if case.rule.verdict is Verdict.NO_PATH:
        return next(chain(_planned(case), _interface(case), _storage(snapshot, case), _platform(snapshot, case)), None)
    if case.rule.sees[0] in ("structure", "profile"):
        return next(chain(_spoken(case), _expressing(case)), None)
    if case.rule.verdict is Verdict.TERMINOLOGY or case.rule.sees == ("codes", "not-stated"):
        return next(_coding(case), None)
    return None


def _planned(case: Judged) -> Iterator[Remedy]:
    if case.path:
        flow = case.path[0].carrier
        yield Remedy(Phrase(text=N_("{what} is planned"), values={"what": ThingRef.of(flow)}), (flow,))


def _interface(case: Judged) -> Iterator[Remedy]:
    """An interface that exists to a system that has the information."""
    for giver in case.wanted.givers:
        for side in ("exposes", "behind_facade"):
            for api in giver.side(side):
                text = N_("{api} gives access to {system}")
                values = {"api": ThingRef.of(api), "system": ThingRef.of(giver)}
                yield Remedy(Phrase(text=text, values=dict(values)), (api, giver, giver.link(side, api)))


def _storage(snapshot: Snapshot, case: Judged) -> Iterator[Remedy]:
    """A storage that one end keeps its data in, or that keeps the information already."""
    ends = {*case.wanted.givers, *case.wanted.takers}
    for storage in snapshot.all(SharedStorage):
        users = [system for system in storage.keeps_data_of if system in ends]
        if users and (case.wanted.entity is None or case.wanted.entity in storage.stores):
            text = N_("{storage}, where {system} keeps its data, could be shared by both")
            values = {"storage": ThingRef.of(storage), "system": ThingRef.of(users[0])}
            yield Remedy(
                Phrase(text=text, values=dict(values)), (storage, users[0], users[0].link("keeps_data_in", storage))
            )


def _platform(snapshot: Snapshot, case: Judged) -> Iterator[Remedy]:
    """A platform that mediates exchanges of both ends already."""
    ours, theirs = _mediators(case.wanted.givers), _mediators(case.wanted.takers)
    for platform in snapshot.all(IntegrationPlatform):
        if platform in ours and platform in theirs and in_use(platform):
            text = N_("{platform} reaches both ends already")
            flows = (ours[platform], theirs[platform])
            facts = [flow.link("mediated_by", platform) for flow in flows]
            yield Remedy(Phrase(text=text, values={"platform": ThingRef.of(platform)}), (platform, *flows, *facts))


def _mediators(ends: tuple[Node, ...]) -> dict[Node, Node]:
    """Platforms that the exchanges of the ends pass, each with one such exchange."""
    return {
        platform: flow
        for end in ends
        for flow in (*end.side("provides"), *end.side("consumes"))
        for platform in flow.mediated_by
    }  # fmt: skip


def _spoken(case: Judged) -> Iterator[Remedy]:
    """A version that both ends of the failing step speak, or the one that the information can be carried by."""
    for step in case.path:
        ours, theirs = spoken(step.giver), spoken(step.taker)
        for version in ours:
            if version in theirs and version not in step.carrier.side("conforms_to"):
                text = N_("{giver} and {taker} both follow {version}")
                values = {"giver": ThingRef.of(step.giver), "taker": ThingRef.of(step.taker)}
                facts = (version, step.giver.link("conforms_to", version), step.taker.link("conforms_to", version))
                yield Remedy(Phrase(text=text, values={**values, "version": ThingRef.of(version)}), facts)
    yield from _neighbour(case)


def _neighbour(case: Judged) -> Iterator[Remedy]:
    """Another system at the receiving end that follows what is sent."""
    for step in case.path:
        sent = set(spoken(step.carrier))
        for taker in case.wanted.takers:
            for version in spoken(taker):
                if taker is not step.taker and version in sent:
                    text = N_("{system} at the same end follows {version}")
                    values = {"system": ThingRef.of(taker), "version": ThingRef.of(version)}
                    yield Remedy(
                        Phrase(text=text, values=dict(values)), (taker, version, taker.link("conforms_to", version))
                    )


def _expressing(case: Judged) -> Iterator[Remedy]:
    """A standard that can carry the information; one that an end follows already comes first."""
    entity = case.wanted.entity
    if entity is None:
        return
    followed = {each for step in case.path for end in (step.giver, step.taker) for each in spoken(end)}
    known = followed | set(map(standard, followed))
    for version in sorted(entity.expressed_by, key=lambda each: each not in known):
        text = N_("{standard} can carry {entity}")
        values = {"standard": ThingRef.of(version), "entity": ThingRef.of(entity)}
        yield Remedy(Phrase(text=text, values=dict(values)), (version, version.link("expresses", entity)))


def _coding(case: Judged) -> Iterator[Remedy]:
    """The terminology that the information has."""
    entity = case.wanted.entity
    if entity is None:
        return
    for terminology in entity.bound_to:
        text = N_("{entity} is coded with {terminology}")
        values = {"terminology": ThingRef.of(terminology), "entity": ThingRef.of(entity)}
        yield Remedy(Phrase(text=text, values=dict(values)), (terminology, entity.link("bound_to", terminology)))
