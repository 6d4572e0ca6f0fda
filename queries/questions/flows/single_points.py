"""Integration platforms as single points of failure."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from graph.language.words import N_, Words
from graph.ontology.kinds import IntegrationPlatform
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ExchangeNode, IntegrationPlatformNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds, refs
from queries.asking.question import QuestionParameters, column, parameter
from queries.meaning.phases import running

TITLE = Words(
    "Which exchanges run only through one integration platform, so that it is a single point of failure?",
    "Vilka utbyten går bara genom en integrationsplattform, så att den är en enskild felpunkt?",
)
ABOUT = Words(
    "Integration platforms as single points of failure. An exchange runs only through a platform when that is the "
    "only platform that it is stated to pass. A pair of provider and consumer has another way when another running "
    "exchange between the two carries some of the same information without passing the platform; an exchange whose "
    "information is not stated is no known other way. Exchanges stated to pass several platforms are counted apart: "
    "the sources do not say whether these stand in a row or in for each other. Planned and ended exchanges do not "
    "run. Where no exchange is stated to pass a platform the numbers are unknown.",
    "Integrationsplattformar som enskilda felpunkter. Ett utbyte går bara genom en plattform när den är den enda "
    "plattform som uppges förmedla utbytet. Ett par av den som lämnar och den som tar emot har en annan väg när ett "
    "annat pågående utbyte mellan de två bär en del av samma information utan att passera plattformen. Ett utbyte där "
    "informationen inte är uppgiven räknas inte som en känd annan väg. Utbyten som uppges passera flera plattformar "
    "räknas för sig: källorna säger inte om plattformarna ligger efter varandra eller kan ersätta varandra. Planerade "
    "och avslutade utbyten räknas inte som pågående. Om inget utbyte uppges passera en plattform är antalen okända.",
)

Pair = tuple[Node, Node, Node]
"""An exchange, its provider and one of its consumers."""


class Parameters(QuestionParameters):
    """Which platform to look at; all when not given."""

    platform: str | None = parameter("Platform", "Plattform", of=IntegrationPlatform)
    listed: int = parameter("Pairs listed per row at most", "Högst antal par per rad", 100, ge=1, le=10_000)


class Cut(BaseModel):
    """What stops between whom when the platform stops."""

    model_config = ConfigDict(frozen=True)

    exchange: ThingRef
    provider: ThingRef
    consumer: ThingRef


class Row(AnswerRow):
    """One platform."""

    platform: ThingRef = column("Platform", "Plattform")
    lifecycle: Lifecycle | None = column("Own use", "Egen användning")
    running: int | None = column("Exchanges through it", "Utbyten genom den")
    alone: int | None = column("Exchanges with no other way", "Utbyten utan annan väg")
    pairs: int | None = column("Pairs with no other way", "Par utan annan väg")
    cut: tuple[Cut, ...] = column("What stops", "Vad som stannar")
    needed_by: tuple[ThingRef, ...] = column("Needed by", "Behövs av")
    owned_by: tuple[ThingRef, ...] = column("Owned by", "Ägs av")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


class Found(NamedTuple):
    """A platform, and what stops when it stops."""

    platform: IntegrationPlatformNode
    running: int
    several: int
    """Exchanges that are stated to pass other platforms too."""
    alone: int
    pairs: int
    listed: tuple[Pair, ...]
    """The first of the pairs."""


def find(snapshot: Snapshot, parameters: Parameters) -> list[Found]:
    """The platform that most exchanges hang on comes first."""
    ways = _Ways()
    platforms = [each for each in snapshot.all(IntegrationPlatform) if parameters.platform in (None, each.id)]
    found = [_found(each, ways, parameters.listed) for each in platforms]
    return sorted(found, key=lambda each: -each.alone)


def _found(platform: IntegrationPlatformNode, ways: "_Ways", listed: int) -> Found:
    passing = list(filter(running, platform.mediates))
    single = [flow for flow in passing if len(flow.mediated_by) == 1]
    alone, pairs = 0, 0
    first: list[Pair] = []
    for flow in single:
        cut = [
            (flow, source, sink)
            for source in flow.provided_by
            for sink in flow.consumed_by
            if not ways.lead_past(platform, flow, source, sink)
        ]
        alone += bool(cut)
        pairs += len(cut)
        first += cut[: listed - len(first)]
    return Found(platform, len(passing), len(passing) - len(single), alone, pairs, tuple(first))


class _Ways:
    """What is carried between providers and consumers, and past which platforms; found out where it is asked for."""

    def __init__(self) -> None:
        self._from: dict[Node, dict[Node, list[Node]]] = {}
        self._past: dict[Pair, set[Node]] = {}

    def lead_past(self, platform: IntegrationPlatformNode, flow: ExchangeNode, source: Node, sink: Node) -> bool:
        """Whether some of what the exchange carries from one to the other goes without the platform too."""
        flows = (self._from.get(source) or self._leave(source))[sink]
        if len(flows) == 1:
            return False
        key = (platform, source, sink)
        if key not in self._past:
            others = [each for each in flows if platform not in each.side("mediated_by")]
            self._past[key] = {entity for each in others for entity in each.side("carries")}
        return not self._past[key].isdisjoint(flow.carries)

    def _leave(self, source: Node) -> dict[Node, list[Node]]:
        by_sink: dict[Node, list[Node]] = {}
        for flow in filter(running, source.side("provides")):
            for sink in flow.consumed_by:
                by_sink.setdefault(sink, []).append(flow)
        self._from[source] = by_sink
        return by_sink


def explain(snapshot: Snapshot, found: Found, parameters: Parameters) -> Row:
    """The platform, and what is stated to hang on it."""
    platform, known = found.platform, found.running > 0
    facts = [
        (flow, source, sink, flow.link("mediated_by", platform), flow.link("provided_by", source),
         flow.link("consumed_by", sink))
        for flow, source, sink in found.listed
    ]  # fmt: skip
    return Row(
        platform=ThingRef.of(platform),
        lifecycle=platform.lifecycle,
        running=found.running if known else None,
        alone=found.alone if known else None,
        pairs=found.pairs if known else None,
        cut=tuple(
            Cut(exchange=ThingRef.of(flow), provider=ThingRef.of(source), consumer=ThingRef.of(sink))
            for flow, source, sink in found.listed
        ),
        needed_by=refs(platform.needed_by),
        owned_by=refs(platform.owned_by),
        notes=tuple(_notes(found)),
        grounds=grounds(
            platform, facts, platform.needed_by, platform.owned_by, platform.links("needed_by", "owned_by")
        ),
    )


def _notes(found: Found) -> Iterator[Phrase]:
    if not found.running:
        yield Phrase(text=N_("No source says which exchanges run through it."))
    if found.several:
        yield Phrase(text=N_("Exchanges that pass other platforms too: {count}."), values={"count": found.several})
    if planned := sum(flow.status == ExchangeStatus.PLANNED for flow in found.platform.mediates):
        yield Phrase(text=N_("Exchanges planned to pass it: {count}."), values={"count": planned})
    if found.pairs > len(found.listed):
        yield Phrase(text=N_("Only the first {count} pairs are listed."), values={"count": len(found.listed)})
