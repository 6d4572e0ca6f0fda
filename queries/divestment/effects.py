"""What a change does: retires, brings and covers; what it leaves hanging, what clashes, what it leaves as it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

from graph.ontology import CareSector, Discipline, InformationEntity, Organisation, System
from graph.picture import PLACE, Node, Picture
from graph.vocabulary import Lifecycle
from graph.words import N_
from queries.divestment.hanging import Effect, Needing, Tie, Waves, hanging, needing, together
from queries.divestment.said import Said, said

Alike = Mapping[str, Sequence[Node]]
"""Systems by their category, every one that has a category."""


class Found(NamedTuple):
    """One effect of a change; without a thing, what no source states."""

    change: Node
    effect: Effect
    thing: Node | None = None
    wave: int | None = None
    moves_with: tuple[Node, ...] = ()
    because: tuple[Said, ...] = ()
    ties: tuple[Tie, ...] = ()


STATED = {Effect.RETIRES: "retires", Effect.INTRODUCES: "introduces", Effect.COVERS: "covers"}
ORDER = {effect: place for place, effect in enumerate(Effect)}


def effects(picture: Picture, change: Node, alike: Alike) -> Iterator[Found]:
    """Every effect of the change, in the order of the effects."""
    yield from sorted(_effects(picture, change, alike), key=lambda each: ORDER[each.effect])


def _effects(picture: Picture, change: Node, alike: Alike) -> Iterator[Found]:
    waves: Waves = {gone: picture.said(change.link("retires", gone)).get("wave") for gone in change.retires}
    needed = [each for gone in change.retires for each in needing(gone)]
    mates = together(waves, needed)
    for effect, side in STATED.items():
        for thing in sorted(change.sides.get(side, ()), key=lambda each: _by_wave(each, waves)):
            wave = waves.get(thing) if effect is Effect.RETIRES else None
            with_it = mates[thing] if effect is Effect.RETIRES else ()
            yield Found(change, effect, thing, wave, tuple(with_it), ties=(Tie(change, side, thing),))
    yield from _not_stated(change)
    yield from _derived(change, waves, needed, alike)


def _by_wave(thing: Node, waves: Waves) -> tuple[float, int]:
    wave = waves.get(thing)
    return inf if wave is None else wave, thing.place


def _not_stated(change: Node) -> Iterator[Found]:
    if not change.retires:
        yield Found(change, Effect.RETIRES, because=(said(N_("No source says which systems it retires.")),))
    if change.scope:
        why = said(N_("Its scope as told: {scope}."), scope=change.scope)
        yield Found(change, Effect.COVERS, because=(why,))
    elif not change.covers:
        yield Found(change, Effect.COVERS, because=(said(N_("No source says what it covers.")),))


def _derived(change: Node, waves: Waves, needed: Iterable[Needing], alike: Alike) -> Iterator[Found]:
    """What hangs, clashes and is left, each thing once with every reason."""
    found: dict[tuple[Effect, Node], list[tuple[Said, list[Tie]]]] = defaultdict(list)
    for effect, thing, why, *ties in (*hanging(change, waves, needed), *_left(change, waves, alike)):
        if thing.lifecycle != Lifecycle.RETIRED:
            found[effect, thing].append((why, ties))
    for (effect, thing), every in sorted(found.items(), key=lambda each: PLACE(each[0][1])):
        because = tuple(dict.fromkeys(why for why, _ in every))
        yield Found(
            change, effect, thing, waves.get(thing), (), because, tuple(tie for _, ties in every for tie in ties)
        )


def _left(change: Node, waves: Waves, alike: Alike) -> Iterator[tuple[Any, ...]]:
    """What belongs to the same domain or category and is neither retired nor brought."""
    stays_out = {change, *waves, *change.introduces}
    for domain in change.covers:
        why = said(N_("It belongs to {domain}, which the change covers."), domain=domain)
        for left, *ties in _within(domain):
            if left.kind == System.__name__ and left not in stays_out:
                yield Effect.LEAVES, left, why, *ties
    for category in dict.fromkeys(gone.category for gone in waves if gone.category is not None):
        why = said(N_("It is of the same category as what goes: {category}."), category=category)
        for left in alike[category]:
            if left not in stays_out:
                yield Effect.LEAVES, left, why


def _within(domain: Node) -> Iterator[tuple[Any, ...]]:
    """What belongs to the domain, with the relations that say so."""
    sides = {
        CareSector.__name__: ("includes",),
        Organisation.__name__: ("uses",),
        Discipline.__name__: ("served_by",),
        InformationEntity.__name__: ("mastered_by", "stored_in", "published_by"),
    }
    for side in sides[domain.kind]:
        for thing in domain.sides.get(side, ()):
            yield thing, Tie(domain, side, thing)
            if thing.kind == Organisation.__name__:
                for used in thing.uses:
                    yield used, Tie(domain, side, thing), Tie(thing, "uses", used)
