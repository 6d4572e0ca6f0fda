"""How each kind of gap is told: what is wrong, what could help, at which level, and the facts behind it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from graph.language.words import N_, Words
from graph.ontology.vocabulary import DesignBasis, ExchangeStatus, InteroperabilityLevel
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import (
    EndpointNode,
    ExchangeNode,
    InformationEntityNode,
    NeedNode,
    SideName,
    StandardNode,
    StandardVersionNode,
    SystemNode,
)
from queries.asking.answer import Phrase, ThingRef
from queries.asking.grounds import Facts, Thing
from queries.gaps.flow_gaps import holders
from queries.gaps.gap import OWN_DESIGN, FoundGap, Gap


class GapExplanation(NamedTuple):
    """What a row says of a gap beside what was found."""

    explanation: Phrase
    remedy: Phrase | None = None
    other: Node | None = None
    entity: InformationEntityNode | None = None
    level: InteroperabilityLevel | None = InteroperabilityLevel.FOUNDATIONAL
    facts: Facts = ()


def phrase(text: str, **values: Node | Words | str | int | None) -> Phrase:
    """`text` with what stands in its places."""
    return Phrase(
        text=text,
        values={name: ThingRef.of(each) if isinstance(each, Node) else each for name, each in values.items()},
    )


def explain(snapshot: Snapshot, found: FoundGap) -> GapExplanation:
    """The gap in words."""
    gap, *what = found
    return TELLERS[gap](snapshot, *what)


def _missing(
    snapshot: Snapshot, need: NeedNode, whom: Node, entity: InformationEntityNode | None, where: Node
) -> GapExplanation:
    planned = next((each for each in need.met_by if each.status == ExchangeStatus.PLANNED), None)
    suits = _version_first(each for each in need.suited_by if len(need.calls_for) < 2 or entity in each.expresses)
    remedy = None
    if planned:
        remedy = phrase(N_("{planned} is planned"), planned=planned)
    elif suits:
        remedy = phrase(N_("{suits} suits the need"), suits=suits)
    calls = need.link("calls_for", entity) if entity else None
    facts = (where, planned, suits, need.link("needed_at", where), need.link("asked_of", whom), calls)
    if entity is None:
        said = phrase(N_("No exchange brings {to} what it needs from {other}"), to=where, other=whom)
    else:
        said = phrase(N_("No exchange carries {entity} from {other} to {to}"), entity=entity, other=whom, to=where)
    return GapExplanation(said, remedy, whom, entity, facts=(*facts, need.links("suited_by")))


def _sectors(snapshot: Snapshot, one: Node, other: Node, *_: None) -> GapExplanation:
    text = N_("No exchange in use is stated between systems of {subject} and of {other}")
    return GapExplanation(phrase(text, subject=one, other=other), other=other)


def _reads(snapshot: Snapshot, reader: SystemNode, _: None, entity: InformationEntityNode, *__: None) -> GapExplanation:
    holder, *more = holders(entity)
    door = next(iter(holder.side("behind_facade")), None)
    if more:
        text = N_("It reads {entity}, held by {other} and {others} more; no exchange brings it from there")
        said = phrase(text, entity=entity, other=holder, others=len(more))
    else:
        said = phrase(N_("It reads {entity}, held by {other}; no exchange brings it from there"),
                      entity=entity, other=holder)  # fmt: skip
    remedy = phrase(N_("{api} gives access to {other}"), api=door, other=holder) if door else None
    holds = holder.link("masters" if entity in holder.side("masters") else "stores", entity)
    return GapExplanation(said, remedy, holder, entity, facts=(door, reader.link("reads", entity), holds))


def _versions(
    snapshot: Snapshot, flow: ExchangeNode, party: EndpointNode, _: None, standard: StandardNode
) -> GapExplanation:
    version, theirs = _version_of(standard, flow), _version_of(standard, party)
    platform = next(iter(flow.mediated_by), None)
    sides: tuple[SideName, ...] = ("consumed_by", "provided_by", "runs_through")
    side = next(each for each in sides if party in flow.side(each))
    semantic = list(standard.levels or ()) == [InteroperabilityLevel.SEMANTIC]
    follows, says = flow.link("conforms_to", version), party.link("conforms_to", theirs)
    text = N_("The exchange follows {version}, but {other} follows {theirs}")
    return GapExplanation(
        phrase(text, version=version, other=party, theirs=theirs),
        phrase(N_("{platform} mediates it and may translate"), platform=platform) if platform else None,
        party,
        level=InteroperabilityLevel.SEMANTIC if semantic else InteroperabilityLevel.STRUCTURAL,
        facts=(standard, version, theirs, platform, follows, flow.link(side, party), says),
    )


def _version_of(standard: StandardNode, thing: Node) -> StandardVersionNode:
    return next(each for each in thing.side("conforms_to") if standard in each.version_of)


def _island(snapshot: Snapshot, system: SystemNode, *_: None) -> GapExplanation:
    return GapExplanation(phrase(N_("No exchange, interface, storage or dependency is stated")))


def _replaced(
    snapshot: Snapshot, flow: ExchangeNode, version: StandardVersionNode, _: None, next_one: StandardVersionNode | None
) -> GapExplanation:
    took = version.link("superseded_by", next_one) if next_one else None
    note = snapshot.stated(took, "note") if took else None
    remedy = None
    if next_one is None:
        said = phrase(N_("It follows {other}, which its publisher has replaced or withdrawn"), other=version)
    elif note:
        said = phrase(N_("It follows {other}, which {newer} has replaced ({note})"),
                      other=version, newer=next_one, note=note)  # fmt: skip
    else:
        said = phrase(N_("It follows {other}, which {newer} has replaced"), other=version, newer=next_one)
        remedy = phrase(N_("Move to {newer}"), newer=next_one)
    facts = (next_one, took, flow.link("conforms_to", version))
    return GapExplanation(said, remedy, version, level=InteroperabilityLevel.STRUCTURAL, facts=facts)


def _own_format(snapshot: Snapshot, flow: ExchangeNode, *_: None) -> GapExplanation:
    provider = next(
        (each for each in flow.provided_by if each.field("design_basis") in OWN_DESIGN), _first(flow.provided_by)
    )
    basis = provider and provider.field("design_basis")
    if flow.format is not None or not basis:
        said = phrase(N_("No standard is stated; its format is {format}"), format=flow.format)
    else:
        text = N_("No standard is stated; the design of {other} rests on: {basis}")
        said = phrase(text, other=provider, basis=DesignBasis(basis).words)
    return _with_carrier(flow, provider, said, InteroperabilityLevel.STRUCTURAL)


def _silent(snapshot: Snapshot, flow: ExchangeNode, *_: None) -> GapExplanation:
    return _with_carrier(flow, _first(flow.provided_by), phrase(N_("Neither a standard nor a format is stated")), None)


def _with_carrier(
    flow: ExchangeNode, provider: Node | None, said: Phrase, level: InteroperabilityLevel | None
) -> GapExplanation:
    """The gap with a standard that can carry information of the exchange, where one is stated."""
    carrier = _version_first({standard for each in flow.carries for standard in each.expressed_by})
    remedy, facts = None, _ends(flow, provider)
    if carrier:
        carried = next(each for each in flow.carries if each in carrier.side("expresses"))
        remedy = phrase(N_("{carrier} can carry {entity}"), carrier=carrier, entity=carried)
        facts = [*facts, carrier, carried, carrier.link("expresses", carried)]
    return GapExplanation(said, remedy, provider, _first(flow.carries), level, facts)


def _unowned(snapshot: Snapshot, flow: ExchangeNode, *_: None) -> GapExplanation:
    provider = _first(flow.provided_by)
    said = phrase(N_("No source says who owns it"))
    level = InteroperabilityLevel.ORGANISATIONAL
    return GapExplanation(said, None, provider, _first(flow.carries), level, _ends(flow, provider))


def _ends(flow: ExchangeNode, provider: Node | None) -> list[Facts]:
    return [flow.link("provided_by", provider) if provider else None, flow.links("carries")]


def _first(things: tuple[Thing, ...]) -> Thing | None:
    return things[0] if things else None


def _version_first(standards: Iterable[Node]) -> Node | None:
    """The first of the standards; a version comes before what has versions."""
    return min(standards, key=lambda each: (not isinstance(each, StandardVersionNode), each.place), default=None)


TELLERS: dict[Gap, Callable[..., GapExplanation]] = {
    Gap.MISSING: _missing,
    Gap.SECTORS: _sectors,
    Gap.READS: _reads,
    Gap.VERSIONS: _versions,
    Gap.ISLAND: _island,
    Gap.NON_STANDARD: _own_format,
    Gap.REPLACED: _replaced,
    Gap.NOT_STATED: _silent,
    Gap.NO_OWNER: _unowned,
}
