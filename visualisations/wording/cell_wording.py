"""A value of an answer as the parts that a page shows: text, links to things, sentences, lists."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from string import Formatter
from typing import Any

from pydantic import BaseModel

from graph.facts.facts import Ref
from graph.facts.records import Record
from graph.language.collation import sort_key
from graph.language.words import Language, Words, say
from graph.ontology.declaration import Choice
from queries.asking.answer import Phrase, ThingRef
from visualisations.wording.wording import named_wording, wording

LONG = 80
"""Letters of a line beyond which its column is made wide."""


@dataclass(frozen=True)
class Part:
    """A piece of text; with `ref`, the name of a thing that has a page."""

    text: str
    ref: Ref | None = None


@dataclass(frozen=True)
class TableCell:
    """One value: lines of parts. No lines: nothing is stated."""

    lines: tuple[tuple[Part, ...], ...]
    sort: str = ""
    """Compares as text the way that the values compare."""
    numeric: bool = False
    nothing: str = ""
    """What stands there where nothing is stated."""

    @property
    def long(self) -> bool:
        """Whether some line needs more room than a narrow column has."""
        return any(sum(len(part.text) for part in line) > LONG for line in self.lines)

    @property
    def stated(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.lines)


def cell(value: Any, language: Language, absent: Words | None = None) -> TableCell:
    """`value` as a cell; `absent`, or that it is not stated, stands there where it is nothing."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return TableCell(tuple(_lines(value, language)), _sort(value, language), number, wording(absent, language))


def without_pages(shown: TableCell, has_page: Callable[[Ref], bool]) -> TableCell:
    """The cell without links to the pages of things that have none, as those have not that only another graph has."""
    lines = tuple(
        tuple(replace(part, ref=None) if part.ref and not has_page(part.ref) else part for part in line)
        for line in shown.lines
    )
    return replace(shown, lines=lines)


def _sort(value: Any, language: Language) -> str:
    if isinstance(value, Choice):
        return f"{list(type(value)).index(value):04}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value + 1e15:024.4f}"
    return "" if value is None or value == () else sort_key(wording(value, language))[:80]


def _lines(value: Any, language: Language) -> Iterator[tuple[Part, ...]]:
    if value is None:
        return
    if isinstance(value, list | tuple) and not isinstance(value, Words):
        for each in value:
            yield from _lines(each, language)
    else:
        yield tuple(_parts(value, language))


def _parts(value: Any, language: Language) -> Iterator[Part]:
    if isinstance(value, ThingRef):
        yield Part(value.say(language), Ref(value.kind, value.id))
    elif isinstance(value, Phrase):
        yield from _sentence(value, language)
    elif isinstance(value, BaseModel):
        yield from _record(value, language)
    else:
        yield Part(wording(value, language))


def _sentence(phrase: Phrase, language: Language) -> Iterator[Part]:
    """The catalogue's sentence with its things as links."""
    if not phrase.values:
        yield Part(say(phrase.text, language))
        return
    for text, name, form, _ in Formatter().parse(say(phrase.text, language)):
        if text:
            yield Part(text)
        if name is not None:
            value = phrase.values[name]
            if isinstance(value, ThingRef | Words):
                yield from _parts(value, language)
            else:
                yield Part(format(value, form) if form else wording(value, language))


def _record(value: BaseModel, language: Language) -> Iterator[Part]:
    """A model within a row: its sentence where it has one, or else its values, with their labels where declared."""
    said = {
        name: named_wording(name, each, language) if isinstance(each, int) else each
        for name, each in value
        if each not in (None, ()) and not _is_evidence(each)
    }
    if sentences := [each for each in said.values() if isinstance(each, Phrase)]:
        said = {"": sentences}
    for number, (name, each) in enumerate(said.items()):
        label = _label(type(value), name, language)
        yield Part(("; " if number else "") + (f"{label}: " if label else ""))
        for place, line in enumerate(_lines(each, language)):
            if place:
                yield Part(", ")
            yield from line


def _is_evidence(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Record)


def _label(model: type[BaseModel], name: str, language: Language) -> str:
    info = model.model_fields.get(name)
    extra = info.json_schema_extra if info else None
    if info is None or not isinstance(extra, dict) or not info.title:
        return ""
    return Words(info.title, str(extra.get("sv", info.title))).say(language)
