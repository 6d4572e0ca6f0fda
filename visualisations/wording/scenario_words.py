"""The steps of a scenario, and what they would do, as sentences whose things have pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from graph.facts.facts import Ref
from graph.language.words import N_, Language, Words, say
from graph.ontology.kinds import Exchange, InformationEntity, IntegrationPlatform, StandardVersion, System
from graph.ontology.ontology import ONTOLOGY
from graph.scenarios.steps import ENDS, Addition, Merger, Removal, Replacement, Scenario
from visualisations.wording.cell_wording import Part
from visualisations.wording.wording import sentence_case

SYSTEM, STANDARD = (System.__name__,), (StandardVersion.__name__,)
EITHER_END = tuple(kind.__name__ for kind in ENDS)
Parts = tuple[Part, ...]


@dataclass(frozen=True)
class StepWords:
    """One step in words."""

    number: int
    do: str
    parts: Parts

    @property
    def text(self) -> str:
        """The sentences without their links."""
        return "".join(part.text for part in self.parts)


def in_words(scenario: Scenario, names: Mapping[Ref, Words], language: Language) -> tuple[StepWords, ...]:
    """The scenario's steps in `language`; things that only it has, or that are gone, have no page to lead to."""
    writer = _StepWriter(names, language)
    return tuple(
        StepWords(number, step.do, tuple(writer.step(step))) for number, step in enumerate(scenario.steps, start=1)
    )


class _StepWriter:
    """Tells one scenario's steps in order, for what one brings the next may name."""

    def __init__(self, names: Mapping[Ref, Words], language: Language) -> None:
        self._names, self._language = names, language
        self._brought: dict[Ref, str] = {}

    def step(self, step: Removal | Replacement | Merger | Addition) -> Iterator[Part]:
        match step:
            case Removal():
                kind = ONTOLOGY.kinds.get(step.kind)
                word = sentence_case(kind.words.say(self._language)) if kind else step.kind
                text = N_("{kind} {thing} is taken away.")
                yield from self._said(text, kind=[Part(word)], thing=self._one((step.kind,), step.id))
            case Replacement():
                text = N_("{thing} is replaced by {other}.")
                if step.name:
                    text = N_("{thing} is replaced by a new system, {other}.")
                thing = self._one(SYSTEM, step.id)
                yield from self._said(text, thing=thing, other=self._system(step.by, step.name))
                yield from self._standards(step.conforms_to)
            case Merger():
                text = N_("{things} and {other} become one system, {other}.")
                if step.name:
                    text = N_("{things} become one new system, {other}.")
                things = self._all(SYSTEM, [id for id in step.ids if id != step.into], joined=bool(step.name))
                yield from self._said(text, things=things, other=self._system(step.into, step.name))
                yield from self._standards(step.conforms_to)
            case Addition():
                yield from self._addition(step)

    def _addition(self, step: Addition) -> Iterator[Part]:
        self._brought[Ref(Exchange.__name__, step.id)] = step.name or step.id
        text = N_("A new exchange, {exchange}, takes {information} from {provider} to {consumers}.")
        if not step.carries:
            text = N_("A new exchange, {exchange}, goes from {provider} to {consumers}; what it carries is not said.")
        yield from self._said(
            text,
            exchange=[Part(step.name or step.id)],
            information=self._all((InformationEntity.__name__,), step.carries),
            provider=self._one(EITHER_END, step.provider),
            consumers=self._all(EITHER_END, step.consumers),
        )
        yield from self._standards(step.conforms_to)
        if step.through:
            platforms = self._all((IntegrationPlatform.__name__,), step.through)
            yield from self._said(N_(" It goes through {platforms}."), platforms=platforms)
        if step.timing:
            yield from self._said(N_(" Timing: {timing}."), timing=[Part(step.timing.words.say(self._language))])

    def _standards(self, ids: Sequence[str]) -> Iterator[Part]:
        if ids:
            yield from self._said(N_(" It follows {standards}."), standards=self._all(STANDARD, ids))

    def _system(self, id: str, name: str | None) -> list[Part]:
        if name:
            self._brought[Ref(System.__name__, id)] = name
            return [Part(name)]
        return self._one(SYSTEM, id)

    def _one(self, kinds: Sequence[str], id: str) -> list[Part]:
        for ref in (Ref(kind, id) for kind in kinds):
            if ref in self._brought:
                return [Part(self._brought[ref])]
            if ref in self._names:
                return [Part(self._names[ref].say(self._language), ref)]
        return [Part(id)]

    def _all(self, kinds: Sequence[str], ids: Sequence[str], *, joined: bool = True) -> list[Part]:
        """The things with commas between, and *and* before the last where nothing else follows."""
        found: list[Part] = []
        for place, id in enumerate(ids):
            if place:
                last = joined and place == len(ids) - 1
                found.append(Part(say(N_(" and "), self._language) if last else ", "))
            found += self._one(kinds, id)
        return found

    def _said(self, text: str, **values: list[Part]) -> Iterator[Part]:
        """The catalogue's sentence with parts in its places."""
        for plain, name, _, _ in Formatter().parse(say(text, self._language)):
            if plain:
                yield Part(plain)
            if name is not None:
                yield from values[name]
