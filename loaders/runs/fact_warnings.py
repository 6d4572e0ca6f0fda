"""What is loaded all the same, and told: it can be right, and most often it is a slip."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from graph.facts.facts import Fact, LinkFact, Provenance, Ref, ThingFact
from graph.facts.merged_view import Thing
from graph.facts.places import Place
from graph.facts.records import Stated
from graph.facts.run_warnings import RunWarning, stored
from graph.language.words import LANGUAGES, N_, Words
from graph.ontology.ontology import SPANS
from graph.ontology.spans import Span
from graph.snapshot.days import begun, over
from loaders.files.problem import Problem
from loaders.runs.personal_numbers import SIGN, personal_numbers
from loaders.runs.problem_list import ProblemList
from loaders.sources.contract import Known, KnownThing, Reading

MOST_KEPT = 1_000
"""Warnings that are kept with a run; all are counted."""
STATED_BY_ANOTHER = N_(
    "{most} of its {count} things are stated by the dataset {other}. If this is that one under another file name, "
    "load it with --as {other}; as it is, it is loaded beside it, as {dataset}."
)
"""Told at the first load of a dataset only: from then on it states them too."""
SAME_LEAST = 20
"""Things that a file and a dataset must have in common to be taken for the same under two names."""
DAMAGED = re.compile(r"[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}")
GUARDED = re.compile(r'="[^"]*"')
SLIP = re.compile(r'\dE|="')
"""What a damaged or a guarded text has in it; few texts have, and to look for it costs little."""


def doubts(facts: Iterable[Fact], known: Known, dataset: str, today: str) -> list[Problem]:
    """What of `facts`, all that `dataset` says, is most likely a slip, each with its place."""
    found = ProblemList()
    folded = {
        kind: {id.casefold(): id for id, thing in things.items() if thing.datasets - {dataset}}
        for kind, things in known.items()
    }
    for fact, striking in _striking(facts, SLIP, "url"):
        if isinstance(fact, ThingFact):
            _id(fact, folded.setdefault(fact.kind.__name__, {}), found)
            if span := SPANS.get(fact.kind.__name__):
                _state(fact, span, today, found)
        for field, text in striking:
            _text(fact, field, text, found)
    return found.found


def persons(facts: Iterable[Fact]) -> list[Problem]:
    """Every personal number in a text of `facts`, with its place."""
    found = ProblemList()
    for fact, striking in _striking(facts, SIGN):
        for field, text in striking:
            for number in personal_numbers(text):
                told = N_(
                    '{field} has what looks like a personal number, "{value}". Take it out. Where it is none, it is '
                    "loaded with --allow-personal-numbers."
                )
                found.add(fact.provenance, told, number, field=field)
    return found.found


def disagreements(
    facts: Iterable[Fact], things: Mapping[Ref, Thing], dataset: str, trust: Mapping[str, int]
) -> list[Problem]:
    """Fields of which another dataset, trusted as much as this one, states another value."""
    found = ProblemList()
    for fact in facts:
        held = things.get(fact.key) if isinstance(fact, ThingFact) else None
        others: list[Stated] = [each for each in held.records if each.dataset != dataset] if held else []
        for other in others:
            if trust.get(other.dataset, 0) != trust.get(dataset, 0):
                continue
            for field, value in fact.fields.items():
                if field in other.fields and other.fields[field] != value:
                    told = N_(
                        '{thing} has "{value}" in {field} here and "{other}" in the dataset {dataset}, which is '
                        "trusted as much. Give one of them a higher trust."
                    )
                    found.add(fact.provenance, told, str(value), thing=fact.key, field=field,
                              other=str(other.fields[field]), dataset=other.dataset)  # fmt: skip
    return found.found


def rivalled(facts: Iterable[Fact], known: Known, dataset: str, trust: Mapping[str, int]) -> set[Ref]:
    """The things that another dataset states too which is trusted as much."""
    rivals = {each for each, much in trust.items() if each != dataset and much == trust.get(dataset, 0)}
    if not rivals:
        return set()
    nobody: Mapping[str, KnownThing] = {}
    things = (fact for fact in facts if isinstance(fact, ThingFact))
    return {
        fact.key for fact in things
        if (there := known.get(fact.kind.__name__, nobody).get(fact.id)) and there.datasets & rivals
    }  # fmt: skip


def same_under_another_name(reading: Reading, known: Known, path: Path) -> list[Problem]:
    """A warning where a file that does not say which dataset it is states what another dataset states already."""
    dataset, shared, count = reading.dataset, Counter[str](), 0
    if not dataset.named_by_file:
        return []
    nobody: Mapping[str, KnownThing] = {}
    for fact in reading.facts:
        if isinstance(fact, ThingFact):
            count += 1
            there = known.get(fact.kind.__name__, nobody).get(fact.id)
            shared.update(there.datasets if there else ())
    if dataset.id in shared or not shared:
        return []
    other, most = shared.most_common(1)[0]
    if most < SAME_LEAST or 2 * most < count:
        return []
    values = {"most": most, "count": count, "other": other, "dataset": dataset.id}
    return [Problem(Place(path.resolve().name), STATED_BY_ANOTHER, values)]


def texts(fact: Fact) -> Iterator[tuple[str, str]]:
    """Every text of a fact, with the name of its field."""
    for name, value in fact.fields.items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list | tuple):
            yield from ((name, each) for each in value if isinstance(each, str))
    said = fact.provenance
    yield from ((n, t) for n, t in (("source", said.source), ("section", said.section)) if t)
    if said.paraphrase:
        yield "paraphrase", said.paraphrase


def _striking(
    facts: Iterable[Fact], sign: re.Pattern[str], field: str = ""
) -> Iterator[tuple[Fact, list[tuple[str, str]]]]:
    """Each of `facts` with those of its texts that have the `sign` in them or stand in `field`.

    Left out is a relation that has no such text: it says nothing of its own, and stands on what one before stands on.
    """
    plain: dict[int, Provenance] = {}
    for fact in facts:
        said = fact.provenance
        if not fact.fields and id(said) in plain and isinstance(fact, LinkFact):
            continue
        striking: list[tuple[str, str]] = []
        if sign.search(_in_lines(fact)) or field in fact.fields:
            striking = [(name, text) for name, text in texts(fact) if name == field or sign.search(text)]
        yield fact, striking
        if not striking:
            plain[id(said)] = said


def _in_lines(fact: Fact) -> str:
    """All that a fact says as one text: to look for a sign there, which no line break is in, costs a tenth."""
    said = fact.provenance
    lines = [said.source, said.section or "", said.paraphrase or ""]
    for value in fact.fields.values():
        if isinstance(value, str):
            lines.append(value)
        elif isinstance(value, list | tuple):
            lines += [each for each in value if isinstance(each, str)]
    return "\n".join(lines)


def stored_warnings(warnings: list[Problem]) -> str:
    """`warnings` as they are kept, each with its place, in every language."""
    return stored(
        RunWarning(str(each.place), Words(*(replace(each, place="").say(language) for language in LANGUAGES)))
        for each in warnings
    )


def _text(fact: Fact, field: str, text: str, found: ProblemList) -> None:
    """What a spreadsheet makes of a text, and what an address cannot have."""
    if DAMAGED.fullmatch(text):
        told = N_('"{value}" in {field} looks like a number that a spreadsheet cut short. Write it in full.')
        found.add(fact.provenance, told, text, field=field)
    elif GUARDED.fullmatch(text):
        told = N_('"{value}" in {field} has the guard of a spreadsheet around it. Write what is in the quotes.')
        found.add(fact.provenance, told, text, field=field)
    elif field == "url" and " " in text:
        found.add(fact.provenance, N_('"{value}" in {field} has a space in it.'), text, field=field)


def _id(fact: ThingFact, folded: dict[str, str], found: ProblemList) -> None:
    before = folded.setdefault(fact.id.casefold(), fact.id)
    if before != fact.id:
        told = N_('{thing} and "{value}" differ only in capital letters. Are they the same?')
        found.add(fact.provenance, told, before, thing=fact.key)
    if " " in fact.id:
        found.add(fact.provenance, N_('The id "{value}" has a space in it.'), fact.id)


def _state(fact: ThingFact, span: Span, today: str, found: ProblemList) -> None:
    """What is said to be there, or to come, and by a past day is not."""
    said = fact.fields
    stated = said.get(span.says or "")
    if stated is None:
        return
    since, until = said.get(span.since or ""), said.get(span.until or "")
    ended = over(today, until) and stated != span.after
    if ended or (since and begun(today, since) and stated == span.before):
        day, field = (until, span.until) if ended else (since, span.since)
        told = N_('{thing} is "{value}" in {state}, but {field} says {day}. Change the one that is wrong.')
        found.add(fact.provenance, told, str(stated), thing=fact.key, state=span.says, field=field, day=day)
