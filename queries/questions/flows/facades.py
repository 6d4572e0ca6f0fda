"""The interfaces in front of older systems, and what is still needed behind them."""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Any, Literal, NamedTuple

from graph.language.words import N_, Words
from graph.ontology.kinds import SharedStorage, System
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle
from graph.snapshot.node import PLACE, Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import ApiNode, ExchangeNode, SharedStorageNode, SideName, SystemNode
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import Facts, grounds, ordered, refs
from queries.asking.question import QuestionParameters, column, parameter

TITLE = Words(
    "Which interfaces stand in front of older systems, who uses them, and what still runs behind?",
    "Vilka gränssnitt står framför äldre system, vilka använder dem, och vad körs fortfarande bakom?",
)
ABOUT = Words(
    "The interfaces in front of older systems, and what is still needed behind them. An interface does not retire the "
    "system behind it: as long as anybody uses the interface, what is behind must run. A chain goes on where the "
    "system behind itself uses another facade: it ends at the system of record. Ended exchanges do not count.",
    "Gränssnitten framför äldre system, och vad som fortfarande behövs bakom dem. Ett gränssnitt avvecklar inte "
    "systemet bakom sig: så länge någon använder gränssnittet måste det som ligger bakom vara i drift. Kedjan "
    "fortsätter när systemet bakom självt använder en annan fasad. Den slutar vid det system som informationen "
    "ytterst kommer från. Avslutade utbyten räknas inte.",
)

NAMED = 5
"""Users, feeders and systems further behind that are named in a row."""


class Parameters(QuestionParameters):
    """Which system behind a facade to look at; all when not given."""

    system: str | None = parameter("System behind", "System bakom", of=System)


class Row(AnswerRow):
    """One interface in front of one older system."""

    api: ThingRef = column("Facade", "Fasad")
    exposed_by: tuple[ThingRef, ...] = column("Exposed by", "Exponeras av")
    behind: ThingRef = column("In front of", "Står framför")
    own_use: Lifecycle | None = column("Own use", "Egen användning")
    retention_rationale: str | None = column("Kept because", "Behålls därför att")
    users: tuple[ThingRef, ...] = column("Used by", "Används av", "The first five that get information through it")
    user_count: int = column("Number of users", "Antal användare")
    chain: tuple[ThingRef, ...] = column("Further behind", "Längre bak", "What stands behind it through other facades")
    fed_by: tuple[ThingRef, ...] = column("Fed by", "Matas av")
    verdict: Phrase = column("What it means", "Vad det betyder")


Behind = SystemNode | SharedStorageNode


class Front(NamedTuple):
    """An interface in front of something."""

    api: ApiNode
    behind: Behind


Way = tuple[tuple[SideName, Node], ...]
"""Steps on: by which side, to what."""


def find(snapshot: Snapshot, parameters: Parameters) -> list[Front]:
    """Each facade, by what is behind it."""
    asked = snapshot.get(System, parameters.system)
    things = snapshot.all(System, SharedStorage) if parameters.system is None else [asked]
    return [Front(api, behind) for behind in things if behind for api in behind.behind_facade]


def explain(snapshot: Snapshot, front: Front, parameters: Parameters) -> Row:
    """The facade with what it leaves standing."""
    api, behind = front
    receiving = _ends(api.used_in, "consumed_by")
    users = [*ordered(receiving), *(each for each in api.needed_by if each not in receiving)]
    feeding = _ends(behind.consumes, "provided_by")
    fed_by, ways = ordered(feeding)[:NAMED], _further(behind)
    behind_it = [each for way in ways for _, each in way if not isinstance(each, ExchangeNode)]
    facts: list[Facts] = [api, behind, api.link("facade_over", behind), api.exposed_by, api.links("exposed_by")]
    for user in users[:NAMED]:
        facts += [user, [user.link("depends_on", api)] if user in api.needed_by else []]
        for flow in receiving.get(user, ())[:NAMED]:
            facts += [flow, flow.link("consumed_by", user), flow.link("runs_through", api)]
    unused = [flow for flow in api.used_in if flow.status != ExchangeStatus.ENDED and not flow.consumed_by]
    facts += [(flow, flow.link("runs_through", api)) for flow in unused[:NAMED]]
    for each in fed_by:
        facts += [each, feeding[each][0], feeding[each][0].link("provided_by", each)]
        facts.append(behind.link("consumes", feeding[each][0]))
    return Row(
        api=ThingRef.of(api),
        exposed_by=refs(api.exposed_by),
        behind=ThingRef.of(behind),
        own_use=behind.field("lifecycle"),
        retention_rationale=behind.field("retention_rationale"),
        users=tuple(map(ThingRef.of, users[:NAMED])),
        user_count=len(users),
        chain=tuple(map(ThingRef.of, dict.fromkeys(behind_it))),
        fed_by=refs(fed_by),
        verdict=_verdict(behind, len(users)),
        grounds=grounds(
            facts, [_facts(behind, way) for way in ways], behind.side("succeeded_by"), behind.links("succeeded_by")
        ),
    )


def _ends(flows: Iterable[ExchangeNode], side: Literal["provided_by", "consumed_by"]) -> dict[Node, list[ExchangeNode]]:
    """Who is at that end of the flows that have not ended, and of which."""
    found: dict[Node, list[ExchangeNode]] = {}
    for flow in flows:
        if flow.status != ExchangeStatus.ENDED:
            for each in flow.side(side):
                found.setdefault(each, []).append(flow)
    return found


def _further(behind: Behind) -> list[Way]:
    """The ways through other facades to what is nearest further behind: the shortest to each, the first by name."""
    found: dict[Node, tuple[int, Way]] = {}
    heap: list[tuple[int, tuple[int, ...], Way]] = [(0, (), ())]
    furthest = 0
    while heap:
        far, places, way = heappop(heap)
        if len(found) > NAMED and far > furthest:
            break
        end: Node = way[-1][1] if way else behind
        if end not in found:
            found[end], furthest = (far, way), far
            for step in _steps(end):
                heappush(heap, (far + len(step), (*places, *(PLACE(each) for _, each in step)), (*way, *step)))
    nearest = sorted(found, key=lambda each: (found[each][0], PLACE(each)))
    return [found[each][1] for each in nearest[1 : NAMED + 1]]


def _steps(thing: Node) -> Iterator[Way]:
    """The ways from a thing to what is behind the facades that it uses itself."""
    for api in thing.side("depends_on"):
        yield from ((("depends_on", api), ("facade_over", each)) for each in api.side("facade_over"))
    for flow in thing.side("consumes"):
        if flow.status != ExchangeStatus.ENDED:
            for api in flow.runs_through:
                yield from (
                    (("consumes", flow), ("runs_through", api), ("facade_over", each)) for each in api.facade_over
                )


def _facts(start: Node, way: Way) -> Iterator[Facts]:
    """The things and relations of a way."""
    for side, each in way:
        yield each
        yield start.link(side, each)
        start = each


def _verdict(behind: Behind, users: int) -> Phrase:
    values: dict[str, Any] = {"behind": ThingRef.of(behind)}
    if behind.field("lifecycle") == Lifecycle.RETIRED:
        text = N_("{behind} is retired, yet an interface is said to stand in front of it")
    elif not users:
        text = N_("No user is stated; {behind} still runs, whether it is needed has to be asked")
    elif behind.side("succeeded_by"):
        values |= {"count": users, "next": ThingRef.of(behind.side("succeeded_by")[0])}
        text = N_(
            "The interface does not retire {behind}: its users ({count}) need it until {next} gives them the same"
        )
    else:
        values["count"] = users
        text = N_("The interface does not retire {behind}: its users ({count}) need it, and no successor is stated")
    return Phrase(text=text, values=values)
