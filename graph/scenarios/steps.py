"""A scenario: steps that would change the graph, applied to a snapshot of it and never to the facts."""

from collections.abc import Collection, Iterable, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from rapidfuzz import process

from graph.errors import ScenarioError
from graph.facts.facts import LinkKey
from graph.language.collation import sort_key
from graph.language.words import N_, Message
from graph.ontology.declaration import Day, Id, Kind, Text
from graph.ontology.kinds import Exchange, InformationEntity, IntegrationPlatform, StandardVersion, System
from graph.ontology.ontology import ONTOLOGY
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle, Timing
from graph.snapshot.node import Node, side_name
from graph.snapshot.snapshot import Draft, RelationColumns, Snapshot, relation_columns
from graph.snapshot.typed_nodes import new_node

_OF_EXCHANGE = ONTOLOGY.sides(Exchange)
ENDS = tuple(kind for kind in _OF_EXCHANGE["provided_by"].others if kind in _OF_EXCHANGE["consumed_by"].others)
"""The kinds that may provide and consume an exchange."""
REMOVABLE = tuple(
    kind for kind in ONTOLOGY.kinds.values() if kind in (*ENDS, Exchange, *_OF_EXCHANGE["runs_through"].others)
)
"""The kinds that information flows by: the ends of an exchange, itself, and the interface that it runs through."""
TAKEN_OVER = tuple(side_name(key) for key, side in ONTOLOGY.sides(System).items() if side.taken_over)
"""What a system that replaces another takes over from it; owner, vendor, standards and contract are its own."""


class Step(BaseModel):
    """One change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Removal(Step):
    """A thing is gone, with its relations and with the exchanges that have no other provider, or no other consumer."""

    do: Literal["remove"]
    kind: Text = System.__name__
    id: Id


class Replacement(Step):
    """Another system takes over the exchanges, information, users and needs of one, which is gone."""

    do: Literal["replace"]
    id: Id
    by: Id
    name: Text | None = None
    """Given where `by` is a new system that the graph does not hold."""
    conforms_to: tuple[Id, ...] = ()
    """Standard versions that the new system follows."""


class Merger(Step):
    """Several systems become one of them, or a new one."""

    do: Literal["merge"]
    ids: tuple[Id, ...] = Field(min_length=1)
    into: Id
    name: Text | None = None
    conforms_to: tuple[Id, ...] = ()


class Addition(Step):
    """A new exchange in use between things that are there."""

    do: Literal["add-exchange"]
    id: Id
    name: Text | None = None
    provider: Id
    consumers: tuple[Id, ...] = Field(min_length=1)
    carries: tuple[Id, ...] = ()
    conforms_to: tuple[Id, ...] = ()
    through: tuple[Id, ...] = ()
    """Platforms that mediate it."""
    timing: Timing | None = None


Steps = Annotated[Removal | Replacement | Merger | Addition, Field(discriminator="do")]


class Scenario(BaseModel):
    """Named steps, in the order in which they are taken."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id
    name: Text
    description: Text | None = None
    as_of: Day | None = None
    """The day that the scenario looks at, where it looks at another than today."""
    steps: tuple[Steps, ...] = Field(min_length=1, max_length=200)


def applied(snapshot: Snapshot, scenario: Scenario) -> Snapshot:
    """The snapshot as it would be after the scenario's steps.

    Raises:
        ScenarioError: a step names what is not there, or what is there already; it tells which step.
    """
    draft = Draft.of(snapshot)
    for number, step in enumerate(scenario.steps, start=1):
        _Bench(draft, scenario, number).take(step)
    return draft


class _Bench:
    """One step at what the steps before it have made."""

    def __init__(self, snapshot: Draft, scenario: Scenario, number: int) -> None:
        self._snapshot, self._scenario, self._number = snapshot, scenario, number

    def take(self, step: Removal | Replacement | Merger | Addition) -> None:
        match step:
            case Removal():
                self._without([self._there(step.id, self._kind(step.kind))])
            case Replacement():
                self._merge([step.id], step.by, step.name, step.conforms_to)
            case Merger():
                self._merge(step.ids, step.into, step.name, step.conforms_to)
            case Addition():
                self._add_exchange(step)

    def _without(
        self, gone: Sequence[Node], relations: Iterable[RelationColumns] = (), things: Collection[Node] = ()
    ) -> None:
        """Take things away, and the exchanges and interfaces that cannot be without them."""
        self._snapshot.change(without=gone, things=things, relations=relations)
        stale: dict[Node, None] = {}
        for node in gone:
            for flow in (*node.side("provides"), *node.side("consumes")):
                ends = set(flow.provided_by), set(flow.consumed_by)
                if not all(ends) or ends[0] == ends[1]:
                    stale[flow] = None
            stale |= dict.fromkeys(api for api in node.side("exposes") if not api.exposed_by)
        self._snapshot.change(without=stale)

    def _merge(self, ids: Sequence[str], into: str, name: str | None, standards: Sequence[str]) -> None:
        things, relations = [], []
        known = self._snapshot.get(System, into)
        new: Node
        if name is None:
            new = self._there(into, [System])
        elif known is not None:
            raise self._wrong(N_("there is a system '{id}' already; leave out its name to use it"), id=into)
        else:
            new = new_node(System.__name__, into, sort_key(name), {"name": name, "lifecycle": Lifecycle.ACTIVE.value})
            things.append(new)
        gone = [node for node in (self._there(id, [System]) for id in dict.fromkeys(ids)) if node.id != into]
        if not gone:
            raise self._wrong(N_("'{id}' would only replace itself"), id=into)
        relations += [relation_columns(new.link("conforms_to", self._there(id, [StandardVersion]))) for id in standards]
        relations += [relation_columns(link) for link in self._taken_over(gone, new)]
        self._without(gone, relations, things)

    def _taken_over(self, gone: Sequence[Node], new: Node) -> list[LinkKey]:
        """What the gone had, and the new one has not."""
        has = set(new.links(*TAKEN_OVER))
        found = dict.fromkeys(
            new.link(side, other)
            for node in gone
            for side in TAKEN_OVER
            for other in node.side(side)
            if other not in gone and other is not new
        )
        return [link for link in found if link not in has]

    def _add_exchange(self, step: Addition) -> None:
        if self._snapshot.get(Exchange, step.id):
            raise self._wrong(N_("there is an exchange '{id}' already"), id=step.id)
        fields = {"name": step.name or step.id, "status": ExchangeStatus.IN_USE.value}
        if step.timing:
            fields["timing"] = step.timing.value
        flow = new_node(Exchange.__name__, step.id, sort_key(fields["name"]), fields)
        links = [flow.link("provided_by", self._there(step.provider, ENDS))]
        links += [flow.link("consumed_by", self._there(id, ENDS)) for id in step.consumers]
        links += [flow.link("carries", self._there(id, [InformationEntity])) for id in step.carries]
        links += [flow.link("conforms_to", self._there(id, [StandardVersion])) for id in step.conforms_to]
        links += [flow.link("mediated_by", self._there(id, [IntegrationPlatform])) for id in step.through]
        self._snapshot.change(things=[flow], relations=map(relation_columns, dict.fromkeys(links)))

    def _kind(self, name: str) -> list[type[Kind]]:
        for kind in REMOVABLE:
            if kind.__name__ == name:
                return [kind]
        known = ", ".join(kind.__name__ for kind in REMOVABLE)
        raise self._wrong(N_("'{kind}' cannot be removed; what can is: {known}"), kind=name, known=known)

    def _there(self, id: str, kinds: Sequence[type[Kind]]) -> Node:
        for kind in kinds:
            if node := self._snapshot.get(kind, id):
                return node
        sort = kinds[0].words
        near = process.extractOne(id, [node.id for node in self._snapshot.all(kinds[0])], score_cutoff=60)
        if near:
            raise self._wrong(N_("there is no {kind} '{id}' (did you mean '{near}'?)"), kind=sort, id=id, near=near[0])
        raise self._wrong(N_("there is no {kind} '{id}'"), kind=sort, id=id)

    def _wrong(self, text: str, **values: object) -> ScenarioError:
        return ScenarioError(
            N_("Scenario {scenario}, step {number}: {reason}. Nothing is changed."),
            scenario=self._scenario.id,
            number=self._number,
            reason=Message(text, values),
        )
