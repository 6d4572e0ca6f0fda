"""Facades in front of facades: how many interfaces stand before the system of record, and how old that is."""

from collections import deque
from collections.abc import Iterator
from typing import Any, NamedTuple

from graph.language.words import N_, Words
from graph.ontology.kinds import Api, SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ApiNode, SideName, SystemNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.circles import circles

TITLE = Words(
    "How many facades stand between who asks and the system of record, and how old is that?",
    "Hur många fasader står mellan den som frågar och källsystemet, och hur gammalt är det?",
)
ABOUT = Words(
    "Facades in front of facades: how many interfaces stand before the system of record, and how old that is. A chain "
    "begins at an interface and goes to what stands behind it. Where that itself uses an interface (depends on it, or "
    "receives an exchange through it) in front of something else, the chain goes on; it ends at the system of record, "
    "which uses no facade any more. Each interface has a row for every such end, with the shortest chain to it. How "
    "new the interface is says nothing of how old its system of record is, nor for how long that will run. A system "
    "in the middle may hold information of its own; no source says which of it comes from further behind. Ended "
    "exchanges do not count.",
    "Fasader framför fasader: hur många gränssnitt som står framför källsystemet, och hur gammalt det är. En kedja "
    "börjar vid ett gränssnitt och går till det som ligger bakom. När detta självt använder ett gränssnitt (är "
    "beroende av det, eller tar emot ett utbyte genom det) framför något annat fortsätter kedjan. Den slutar vid "
    "källsystemet, som inte använder någon fasad längre. Varje gränssnitt har en rad för varje sådant slut, med den "
    "kortaste kedjan dit. Hur nytt gränssnittet är säger ingenting om hur gammalt källsystemet är, eller hur länge "
    "det kommer att vara i drift. Ett system i mitten kan ha egen information; ingen källa säger vilken del av den "
    "som kommer längre bakifrån. Avslutade utbyten räknas inte.",
)


class Parameters(QuestionParameters):
    """Which chains to look at; all when not given."""

    api: str | None = parameter("Interface", "Gränssnitt", of=Api)
    system: str | None = parameter("System of record", "Källsystem", of=System)
    facades: int = parameter("Facades in a row at least", "Minsta antal fasader i rad", 1, ge=1, le=50)


class Row(AnswerRow):
    """One interface, and what it rests on in the end."""

    api: ThingRef = column("Interface", "Gränssnitt")
    facades: int = column("Facades in a row", "Fasader i rad")
    chain: tuple[ThingRef, ...] = column("From the interface to the end", "Från gränssnittet till slutet")
    record: ThingRef | None = column("System of record", "Källsystem")
    own_use: Lifecycle | None = column("Its own use", "Dess egen användning")
    record_since: str | None = column("System of record used since", "Källsystemet används sedan")
    api_since: str | None = column("Interface available since", "Gränssnittet tillgängligt sedan")
    years_older: int | None = column("Years older than the interface", "År äldre än gränssnittet")
    support_ends: str | None = column("Its support ends", "Dess support upphör")
    retired_by: tuple[ThingRef, ...] = column("To be retired by", "Ska avvecklas av")
    circle: tuple[ThingRef, ...] = column("Goes in a circle", "Går i en cirkel")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


Way = tuple[tuple[SideName, Node], ...]
"""Steps on: by which side, to what."""


class Chain(NamedTuple):
    """An interface, and the shortest way to an end, or into a circle."""

    api: ApiNode
    way: Way
    circle: tuple[Node, ...]

    @property
    def end(self) -> Node:
        """What the way leads to."""
        return self.way[-1][1]

    @property
    def facades(self) -> int:
        """How many interfaces stand in a row."""
        return 1 + sum(side in ("depends_on", "runs_through") for side, _ in self.way)


def identity(chain: Chain) -> tuple[Node, Node]:
    """The same interface and the same end are the same chain, however long it is."""
    return chain.api, chain.end


def find(snapshot: Snapshot, parameters: Parameters) -> list[Chain]:
    """Chains into a circle first, then the longest, then by name."""
    behind = snapshot.once(_Behind)
    apis = snapshot.all(Api) if parameters.api is None else [snapshot.get(Api, parameters.api)]
    found = [
        chain
        for api in apis
        if api and api.facade_over
        for chain in _chains(api, behind)
        if chain.facades >= parameters.facades and parameters.system in (None, chain.end.id)
    ]
    return sorted(found, key=lambda chain: (not chain.circle, -chain.facades, PLACE(chain.api), PLACE(chain.end)))


class _Behind:
    """What stands behind things that stand behind facades, and which of these lead back to themselves."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._further: dict[Node, list[Way]] = {}
        things: list[Node] = [each for each in snapshot.all(System, SharedStorage) if each.behind_facade]
        self.rings = circles(things, lambda each: {way[-1][1] for way in self.further(each)})

    def further(self, thing: Node) -> list[Way]:
        """The ways over the interfaces that it uses itself to what stands behind these; found out once."""
        if thing not in self._further:
            self._further[thing] = list(_further(thing))
        return self._further[thing]


def _chains(api: ApiNode, behind: _Behind) -> Iterator[Chain]:
    """The shortest way to each end, and to where each circle is first met."""
    waiting: deque[Way] = deque((("facade_over", each),) for each in api.facade_over)
    seen: set[Node] = set(api.facade_over)
    met: set[tuple[Node, ...]] = set()
    while waiting:
        way = waiting.popleft()
        ring, further = behind.rings.get(way[-1][1]), behind.further(way[-1][1])
        if ring and ring not in met:
            met.add(ring)
            yield Chain(api, way, ring)
        if not further:
            yield Chain(api, way, ())
        for more in further:
            if more[-1][1] not in seen:
                seen.add(more[-1][1])
                waiting.append((*way, *more))


def _further(behind: Node) -> Iterator[Way]:
    """The ways from a thing over the interfaces that it uses itself to what stands behind these."""
    steps: list[Way] = [(("depends_on", api),) for api in behind.side("depends_on")]
    for flow in behind.side("consumes"):
        if flow.status != ExchangeStatus.ENDED:
            steps += [(("consumes", flow), ("runs_through", api)) for api in flow.runs_through]
    for step in steps:
        yield from ((*step, ("facade_over", each)) for each in step[-1][1].side("facade_over") if each is not behind)


def explain(snapshot: Snapshot, chain: Chain, parameters: Parameters) -> Row:
    """The interface, what it rests on, and both their ages."""
    api, end = chain.api, chain.end
    facts: list[Facts] = [api]
    before: Node = api
    for side, each in chain.way:
        facts += [each, before.link(side, each)]
        before = each
    record = None if chain.circle else end
    return Row(
        api=ThingRef.of(api),
        facades=chain.facades,
        chain=tuple(ThingRef.of(each) for each in (api, *(each for side, each in chain.way if side != "consumes"))),
        record=ThingRef.of(record) if record else None,
        own_use=record.field("lifecycle") if record else None,
        record_since=record.field("used_since") if record else None,
        api_since=api.available_since,
        years_older=_years(record, api),
        support_ends=record.field("support_ends") if record else None,
        retired_by=refs(record.side("retired_by") if record else ()),
        circle=refs(chain.circle),
        notes=tuple(_notes(chain, record)),
        grounds=grounds(facts, chain.circle, end.side("retired_by"), end.links("retired_by")),
    )


def _years(record: Node | None, api: ApiNode) -> int | None:
    since = record and record.field("used_since")
    if not since or not api.available_since:
        return None
    return int(api.available_since[:4]) - int(since[:4])


def _notes(chain: Chain, record: Node | None) -> Iterator[Phrase]:
    values: dict[str, Any] = {"api": ThingRef.of(chain.api), "end": ThingRef.of(chain.end)}
    if record is None:
        text = N_("Behind {api} systems stand behind each other's interfaces: none of them is the end.")
        yield Phrase(text=text, values={"api": values["api"]})
    elif record.field("lifecycle") == Lifecycle.RETIRED:
        yield Phrase(text=N_("{end} is retired, yet {api} rests on it."), values=values)
    elif record.field("lifecycle") == Lifecycle.PHASE_OUT:
        yield Phrase(text=N_("{end} is being phased out, and {api} falls with it."), values=values)
    elif record.field("lifecycle") is None and isinstance(record, SystemNode):
        yield Phrase(text=N_("No source says whether {end} still runs."), values={"end": values["end"]})
    if record and record.field("used_since") is None:
        told = record.field("era") or record.field("age")
        if told:
            text = N_("Since when {end} is used is not stated; told of its age: {told}")
            yield Phrase(text=text, values={"end": values["end"], "told": told})
        else:
            yield Phrase(text=N_("No source says how old {end} is."), values={"end": values["end"]})
