"""New things that rest on old ones: mode 2 on mode 1, with each way in which they do."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from graph.facts.facts import LinkKey
from graph.language.words import N_, Words
from graph.ontology.kinds import Device, Initiative, System
from graph.ontology.vocabulary import ExchangeStatus, Mode
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ApiNode, DeviceNode, ExchangeNode, InitiativeNode, SystemNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import each_once, grounds, refs
from queries.asking.question import QuestionParameters, column, parameter

TITLE = Words(
    "Which new things (mode 2) depend on old systems (mode 1), and through which API or exchange?",
    "Vilka nya ting (läge 2) är beroende av gamla system (läge 1), och genom vilket API eller utbyte?",
)
ABOUT = Words(
    "New things that rest on old ones: mode 2 on mode 1, with each way in which they do. A system, device or "
    "initiative of mode 2 depends on a system of mode 1 directly, by an API that the old system exposes or that "
    "stands in front of it, or by receiving an exchange (planned ones count, ended ones do not) from it. An API in "
    "front of an old system does not retire it. Only things whose mode is stated are listed; where it is not stated, "
    "nothing is said.",
    "Nytt som vilar på gammalt: läge 2 på läge 1, och på vilka sätt. Ett system, en enhet eller ett initiativ i läge "
    "2 är beroende av ett system i läge 1 direkt, genom ett API som det gamla systemet exponerar eller som står "
    "framför det, eller genom att ta emot ett utbyte från det (planerade utbyten räknas, men inte avslutade). Ett API "
    "framför ett gammalt system avvecklar det inte. Bara ting med uppgivet läge visas. Om läget inte är uppgivet sägs "
    "inget.",
)


class Parameters(QuestionParameters):
    """Which old system to look at; all when not given."""

    older: str | None = parameter("Old system", "Gammalt system", of=System)


class Row(AnswerRow):
    """One new thing and one old system that it rests on."""

    older: ThingRef = column("Old (mode 1)", "Gammalt (läge 1)")
    newer: ThingRef = column("New (mode 2)", "Nytt (läge 2)")
    how: tuple[Phrase, ...] = column("How", "Hur")
    apis: tuple[ThingRef, ...] = column("Through APIs", "Genom API:er")
    exchanges: tuple[ThingRef, ...] = column("Through exchanges", "Genom utbyten")
    entities: tuple[ThingRef, ...] = column("Information", "Information")
    retention_rationale: str | None = column("The old one is kept because", "Det gamla behålls därför att")
    must_not_stop: bool | None = column("The old one must not stop", "Det gamla får inte stängas av")
    introduced_by: tuple[ThingRef, ...] = column("The new one introduced by", "Det nya införs av")
    retired_by: tuple[ThingRef, ...] = column("The old one retired by", "Det gamla avvecklas av")


class Pair(NamedTuple):
    """A new thing that rests on an old system."""

    older: SystemNode
    newer: SystemNode | DeviceNode | InitiativeNode


class Reliance(NamedTuple):
    """One way in which it does: through nothing, an API, or an exchange by none or one API."""

    through: ExchangeNode | ApiNode | None
    api: ApiNode | None
    facts: list[LinkKey]


def find(snapshot: Snapshot, parameters: Parameters) -> list[Pair]:
    """Old system by old system, and what rests on each."""
    found = {
        Pair(older, newer)
        for newer in snapshot.all(System, Device, Initiative)
        if newer.mode == Mode.MODE_2
        for older in _reached(newer)
        if isinstance(older, SystemNode) and older.mode == Mode.MODE_1 and parameters.older in (None, older.id)
    }
    return sorted(found, key=lambda pair: (PLACE(pair.older), PLACE(pair.newer)))


def _reached(newer: SystemNode | DeviceNode | InitiativeNode) -> Iterator[Node]:
    """What it depends on, directly or behind an API, and what it receives something from."""
    for needed in newer.depends_on:
        yield needed
        yield from needed.side("facade_over")
        yield from needed.side("exposed_by")
    for flow in newer.side("consumes"):
        if flow.status != ExchangeStatus.ENDED:
            yield from flow.provided_by


def explain(snapshot: Snapshot, pair: Pair, parameters: Parameters) -> Row:
    """Every way in which the new thing rests on the old system."""
    older, newer = pair
    ways = sorted(_ways(older, newer), key=_place)
    through = {each for way in ways for each in (way.through, way.api) if each is not None}
    flows = [each for each in through if not isinstance(each, ApiNode)]
    entities = [entity for flow in flows for entity in flow.carries]
    return Row(
        older=ThingRef.of(older),
        newer=ThingRef.of(newer),
        how=each_once(map(_how, ways)),
        apis=refs(through.difference(flows)),
        exchanges=refs(flows),
        entities=refs(entities),
        retention_rationale=older.retention_rationale,
        must_not_stop=older.must_not_stop,
        introduced_by=refs(newer.side("introduced_by")),
        retired_by=refs(older.retired_by),
        grounds=grounds(
            older, newer, through, [way.facts for way in ways], entities, [flow.links("carries") for flow in flows],
            newer.side("introduced_by"), newer.links("introduced_by"), older.retired_by, older.links("retired_by"),
        ),
    )  # fmt: skip


def _ways(older: SystemNode, newer: SystemNode | DeviceNode | InitiativeNode) -> Iterator[Reliance]:
    for needed in newer.depends_on:
        needs = newer.link("depends_on", needed)
        if needed is older:
            yield Reliance(None, None, [needs])
        if isinstance(needed, ApiNode):
            for side in ("facade_over", "exposed_by"):
                if older in needed.side(side):
                    yield Reliance(needed, None, [needs, needed.link(side, older)])
    for flow in newer.side("consumes"):
        if flow.status != ExchangeStatus.ENDED and older in flow.provided_by:
            facts = [newer.link("consumes", flow), flow.link("provided_by", older)]
            for api in flow.runs_through or (None,):
                yield Reliance(flow, api, [*facts, flow.link("runs_through", api)] if api else facts)


def _place(way: Reliance) -> list[tuple[bool, int]]:
    """By what it goes through, the direct way last."""
    return [(each is None, PLACE(each) if each else 0) for each in (way.through, way.api)]


def _how(way: Reliance) -> Phrase:
    if way.through is None:
        return Phrase(text=N_("It depends on the old system itself."))
    named: dict[str, Any] = {"through": ThingRef.of(way.through)}
    if isinstance(way.through, ApiNode):
        return Phrase(text=N_("It depends on {through}, behind which is the old system."), values=named)
    if way.through.status == ExchangeStatus.PLANNED:
        return Phrase(text=N_("It is planned to receive {through} from the old system."), values=named)
    if way.api is not None:
        text = N_("It receives {through} from the old system by {api}.")
        return Phrase(text=text, values=named | {"api": ThingRef.of(way.api)})
    return Phrase(text=N_("It receives {through} from the old system."), values=named)
