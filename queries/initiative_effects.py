"""Effects of a change: what it retires by wave, brings, covers, leaves hanging, and leaves as it is.

Left hanging is what depends on a retired system (itself, an API of it or in front of it) or receives a flow from it,
and is not retired by the same change. What is retired too, but in a later wave than what it needs, clashes with the
order of the waves; systems of one wave that need each other move together. Left as they are: systems in a domain that
the change covers, or of the same category as a retired one, that it neither retires nor brings. A row without a thing
says what no source states.
"""

from collections import defaultdict
from typing import Any

import rustworkx

from graph.declaration import Choice
from graph.facts import Ref, Thing
from graph.ontology import Initiative, Procurement
from graph.vocabulary import Lifecycle
from graph.words import N_
from queries.grounds import each_once, grounds, ordered, place, ref, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which change to look at; all when neither is given."""

    initiative: str | None = parameter("Initiative", "Initiativ", of=Initiative)
    procurement: str | None = parameter("Procurement", "Upphandling", of=Procurement)


class Effect(Choice):
    """What a change does to a thing."""

    RETIRES = "retires", "Retires", "Avvecklar"
    INTRODUCES = "introduces", "Introduces", "Inför"
    COVERS = "covers", "Covers", "Omfattar"
    HANGING = "left-hanging", "Left hanging", "Blir hängande"
    CLASH = "wave-clash", "Goes after what it needs", "Avvecklas senare än det som behövs"
    LEAVES = "leaves", "Leaves as it is", "Lämnar som det är"


class Row(AnswerRow):
    """One effect of a change on one thing."""

    change: ThingRef = column("Change", "Förändring")
    effect: Effect = column("Effect", "Verkan")
    thing: ThingRef | None = column("On", "På")
    wave: int | None = column("Wave", "Etapp")
    moves_with: tuple[ThingRef, ...] = column("Must move together with", "Måste flyttas tillsammans med")
    because: tuple[Phrase, ...] = column("Because", "Därför att")


Reasons = dict[Effect, dict[Ref, tuple[Thing, list[Phrase], list[Any]]]]
"""Per effect and thing: the thing, why it is affected, and the facts behind that."""


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Per change: what it retires wave by wave, brings, covers, leaves hanging and leaves."""
    return [each for row in rows for each in _effects(row)]


def _effects(row: dict[str, Any]) -> list[Row]:
    change = row["change"]
    waves: dict[Ref, int | None] = {gone.key: link.fields.get("wave") for gone, link in row["retired"]}
    together = _together(row, waves)
    stated = [
        Row(
            change=ThingRef.of(change),
            effect=effect,
            thing=ref(thing),
            wave=link.fields.get("wave"),
            moves_with=refs(together.get(thing.key, ())),
            because=(),
            evidence=grounds(change, thing, link),
        )
        for effect, pairs in _stated(row)
        for thing, link in sorted(pairs, key=_by_wave)
    ]
    found = _found(row, waves)
    derived = [
        Row(
            change=ThingRef.of(change),
            effect=effect,
            thing=ThingRef.of(thing),
            wave=waves.get(thing.key),
            moves_with=(),
            because=each_once(why),
            evidence=grounds(change, thing, facts),
        )
        for effect in (Effect.HANGING, Effect.CLASH, Effect.LEAVES)
        for thing, why, facts in sorted(found[effect].values(), key=lambda each: place(each[0]))
    ]
    return sorted([*stated, *_not_stated(row), *derived], key=lambda each: list(Effect).index(each.effect))


def _stated(row: dict[str, Any]) -> list[tuple[Effect, list[Any]]]:
    return [
        (Effect.RETIRES, row["retired"]),
        (Effect.INTRODUCES, row["introduced"]),
        (Effect.COVERS, row["covered"]),
    ]


def _by_wave(pair: Any) -> tuple[bool, int, tuple[str, str, str]]:
    thing, link = pair
    wave = link.fields.get("wave")
    return wave is None, wave or 0, place(thing)


def _not_stated(row: dict[str, Any]) -> list[Row]:
    change = row["change"]
    said: list[tuple[Effect, Phrase]] = []
    if not row["retired"]:
        said.append((Effect.RETIRES, Phrase(text=N_("No source says which systems it retires."))))
    if scope := change.fields.get("scope"):
        said.append((Effect.COVERS, Phrase(text=N_("Its scope as told: {scope}."), values={"scope": scope})))
    elif not row["covered"]:
        said.append((Effect.COVERS, Phrase(text=N_("No source says what it covers."))))
    return [
        Row(change=ThingRef.of(change), effect=effect, moves_with=(), because=(why,), evidence=grounds(change))
        for effect, why in said
    ]


def _together(row: dict[str, Any], waves: dict[Ref, int | None]) -> dict[Ref, list[Thing]]:
    """Per retired system, those of its wave that it needs or that need it, directly or through others."""
    graph: Any = rustworkx.PyGraph()
    node = {gone.key: graph.add_node(gone) for gone in ordered(each[0] for each in row["retired"])}
    for needy, gone, *_ in row["needing"]:
        if needy.key in waves and waves[needy.key] == waves[gone.key] is not None:
            graph.add_edge(node[needy.key], node[gone.key], None)
    groups = [[graph[index] for index in group] for group in rustworkx.connected_components(graph)]
    return {each.key: [other for other in group if other.key != each.key] for group in groups for each in group}


def _found(row: dict[str, Any], waves: dict[Ref, int | None]) -> Reasons:
    found: Reasons = defaultdict(dict)
    stays_out = {row["change"].key, *waves, *(new.key for new, _ in row["introduced"])}

    def note(effect: Effect, thing: Thing, why: Phrase, facts: Any) -> None:
        if thing.fields.get("lifecycle") != Lifecycle.RETIRED:
            _, reasons, behind = found[effect].setdefault(thing.key, (thing, [], []))
            reasons.append(why)
            behind.append(facts)

    for needy, gone, api, facts in sorted(row["needing"], key=_by_what_goes):
        if needy.key in waves:
            if clash := _clash(gone, waves[needy.key], waves[gone.key]):
                note(Effect.CLASH, needy, clash, [gone, facts])
        elif needy.key != row["change"].key:
            note(Effect.HANGING, needy, _needs(gone, api), [gone, api, facts])
    for needy, gone, flow, facts in sorted(row["fed"], key=_by_what_goes):
        if needy.key not in waves:
            text = N_("It receives {flow} from {gone}.")
            why = Phrase(text=text, values={"flow": ThingRef.of(flow), "gone": ThingRef.of(gone)})
            note(Effect.HANGING, needy, why, [gone, flow, facts])
    for left, domain, facts in sorted(row["same_domain"], key=lambda each: place(each[1])):
        if left.key not in stays_out:
            text = N_("It belongs to {domain}, which the change covers.")
            note(Effect.LEAVES, left, Phrase(text=text, values={"domain": ThingRef.of(domain)}), [domain, facts])
    for left in ordered(row["same_category"]):
        if left.key not in stays_out:
            text = N_("It is of the same category as what goes: {category}.")
            note(Effect.LEAVES, left, Phrase(text=text, values={"category": left.fields["category"]}), [])
    return found


def _by_what_goes(each: list[Any]) -> tuple[tuple[str, str, str], ...]:
    _, gone, between, _ = each
    return place(gone), place(between) if between else ("", "", "")


def _needs(gone: Thing, api: Thing | None) -> Phrase:
    if api is None:
        return Phrase(text=N_("It depends on {gone}."), values={"gone": ThingRef.of(gone)})
    text = N_("It depends on {api}, behind which is {gone}.")
    return Phrase(text=text, values={"api": ThingRef.of(api), "gone": ThingRef.of(gone)})


def _clash(gone: Thing, own: int | None, needed: int | None) -> Phrase | None:
    if own is None or needed is None:
        text = N_("It needs {gone}; no source says which of them goes first.")
        return Phrase(text=text, values={"gone": ThingRef.of(gone)})
    if own > needed:
        text = N_("It goes in wave {own} but needs {gone}, which goes in wave {needed}.")
        return Phrase(text=text, values={"own": own, "gone": ThingRef.of(gone), "needed": needed})
    return None
