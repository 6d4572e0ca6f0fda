"""What a change does: retires, brings and covers; what it leaves hanging, what clashes, what it leaves as it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from operator import attrgetter
from typing import Literal, NamedTuple

from graph.language.words import N_
from graph.ontology.kinds import CareSector, Discipline, InformationEntity, Organisation
from graph.ontology.vocabulary import Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ChangeNode, OrganisationNode, SideName, SystemNode
from queries.divestment.hanging import Effect, Reason, SideLink, Waves, hanging, needing, together
from queries.divestment.said import Sentence, said

Alike = Mapping[str, Sequence[SystemNode]]
"""Systems that are not retired by their category, each by name."""


class ChangeEffect(NamedTuple):
    """One effect of a change; without a thing, what no source states."""

    change: ChangeNode
    effect: Effect
    thing: Node | None = None
    wave: int | None = None
    moves_with: tuple[Node, ...] = ()
    rationale: tuple[Sentence, ...] = ()
    ties: tuple[SideLink, ...] = ()


STATED: dict[Effect, Literal["retires", "introduces", "covers"]] = {
    Effect.RETIRES: "retires",
    Effect.INTRODUCES: "introduces",
    Effect.COVERS: "covers",
}
ORDER = {effect: place for place, effect in enumerate(Effect)}
THING = attrgetter("thing.place")


def effects(snapshot: Snapshot, change: ChangeNode, alike: Alike) -> list[ChangeEffect]:
    """Every effect of the change, in the order of the effects."""
    waves: Waves = {gone: snapshot.stated(change.link("retires", gone), "wave") for gone in change.retires}
    needed = [each for gone in change.retires for each in needing(gone)]
    stated = [*_stated(change, waves, together(waves, needed)), *_not_stated(change)]
    hangs = _once_each(change, waves, hanging(change, waves, needed))
    return [*sorted(stated, key=_order), *sorted(hangs, key=_order), *_left(change, waves, alike)]


def _order(found: ChangeEffect) -> int:
    return ORDER[found.effect]


def _stated(
    change: ChangeNode, waves: Waves, mates: Mapping[SystemNode, Sequence[SystemNode]]
) -> Iterator[ChangeEffect]:
    for effect, side in STATED.items():
        for thing in sorted(change.side(side), key=lambda each: _by_wave(each, waves)):
            wave = waves.get(thing) if isinstance(thing, SystemNode) and effect is Effect.RETIRES else None
            with_it = mates[thing] if isinstance(thing, SystemNode) and effect is Effect.RETIRES else ()
            yield ChangeEffect(change, effect, thing, wave, tuple(with_it), ties=(SideLink(change, side, thing),))


def _by_wave(thing: Node, waves: Waves) -> tuple[float, int]:
    wave = _wave(thing, waves)
    return inf if wave is None else wave, thing.place


def _wave(thing: Node, waves: Waves) -> int | None:
    return waves.get(thing) if isinstance(thing, SystemNode) else None


def _not_stated(change: ChangeNode) -> Iterator[ChangeEffect]:
    if not change.retires:
        yield ChangeEffect(change, Effect.RETIRES, rationale=(said(N_("No source says which systems it retires.")),))
    if scope := change.field("scope"):
        why = said(N_("Its scope as told: {scope}."), scope=scope)
        yield ChangeEffect(change, Effect.COVERS, rationale=(why,))
    elif not change.covers:
        yield ChangeEffect(change, Effect.COVERS, rationale=(said(N_("No source says what it covers.")),))


def _once_each(change: ChangeNode, waves: Waves, every: Iterable[Reason]) -> list[ChangeEffect]:
    """Each thing that is not retired once for each effect, with every reason; by name."""
    found: dict[tuple[Effect, Node], list[tuple[Sentence, list[SideLink]]]] = defaultdict(list)
    for effect, thing, why, *ties in every:
        if thing.field("lifecycle") != Lifecycle.RETIRED:
            found[effect, thing].append((why, ties))
    told = [
        ChangeEffect(
            change, effect, thing, _wave(thing, waves), (), tuple(dict.fromkeys(why for why, _ in reasons)),
            tuple(tie for _, ties in reasons for tie in ties),
        )
        for (effect, thing), reasons in found.items()
    ]  # fmt: skip
    return sorted(told, key=THING)


def _left(change: ChangeNode, waves: Waves, alike: Alike) -> list[ChangeEffect]:
    """What belongs to the same domain or category and is neither retired nor brought; by name.

    A category may have thousands, of most of which nothing else is to be said.
    """
    stays_out = {change, *waves, *change.introduces}
    every = [each for each in _in_domains(change) if each[1] not in stays_out]
    with_more, found = {thing for _, thing, *_ in every}, []
    for category in dict.fromkeys(gone.category for gone in waves if gone.category is not None):
        why = said(N_("It is of the same category as what goes: {category}."), category=category)
        left = [each for each in alike.get(category, ()) if each not in stays_out]
        every += [(Effect.LEAVES, each, why) for each in left if each in with_more]
        rationale = (why,)
        found += [
            ChangeEffect(change, Effect.LEAVES, each, None, (), rationale) for each in left if each not in with_more
        ]
    return sorted([*_once_each(change, waves, every), *found], key=THING)


def _in_domains(change: ChangeNode) -> Iterator[Reason]:
    """The systems of the domains that the change covers."""
    for domain in change.covers:
        why = said(N_("It belongs to {domain}, which the change covers."), domain=domain)
        for left, *ties in _within(domain):
            if isinstance(left, SystemNode):
                yield Effect.LEAVES, left, why, *ties


def _within(domain: Node) -> Iterator[tuple[Node, *tuple[SideLink, ...]]]:
    """What belongs to the domain, with the relations that say so."""
    sides: dict[str, tuple[SideName, ...]] = {
        CareSector.__name__: ("includes",),
        Organisation.__name__: ("uses",),
        Discipline.__name__: ("served_by",),
        InformationEntity.__name__: ("mastered_by", "stored_in", "published_by"),
    }
    for side in sides[domain.kind]:
        for thing in domain.side(side):
            yield thing, SideLink(domain, side, thing)
            if isinstance(thing, OrganisationNode):
                for used in thing.uses:
                    yield used, SideLink(domain, side, thing), SideLink(thing, "uses", used)
