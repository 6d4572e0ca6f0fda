"""Values of the graph and of answers as text that a person reads."""

import re
from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_datetime
from pydantic import BaseModel

from graph.facts.facts import FactKey, Ref
from graph.facts.records import Record, properties_of
from graph.language.words import N_, Language, Words, by_number, say
from graph.ontology.declaration import Attribute, Choice
from graph.ontology.ontology import ONTOLOGY
from queries.asking.answer import Phrase, ThingRef
from queries.compliance.judgement import CitedClaim

NOT_STATED = N_("not stated")
ROWS_SHOWN = by_number("{shown} of one row shown.", "{shown} of {total} rows shown.", "total")
LOCALES = {"en": "en_GB", "sv": "sv_SE"}
REDUCED = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def wording(value: Any, language: Language) -> str:
    """`value` in `language`; what is absent is *not stated*, never empty and never zero."""
    if value is None:
        return say(NOT_STATED, language)
    if isinstance(value, bool):
        return say(N_("yes"), language) if value else say(N_("no"), language)
    if isinstance(value, Choice):
        return value.words.say(language)
    if isinstance(value, ThingRef | Phrase | Words):
        return value.say(language)
    if isinstance(value, float | int):
        return number(value, language)
    if isinstance(value, list | tuple):
        return "; ".join(wording(each, language) for each in value)
    if isinstance(value, Record):
        said = (value.key, *(getattr(value, name) for name in properties_of(Record)))
        return ", ".join(wording(each, language) for each in said if each is not None)
    if isinstance(value, BaseModel):
        return ", ".join(named_wording(name, each, language) for name, each in value if each is not None)
    return str(value)


def fact_wording(value: Any, attribute: Attribute, language: Language) -> str:
    """A stored `value` of a field: its choices by their words, its days as days, a year without thousands."""
    if value is None:
        return say(NOT_STATED, language)
    if isinstance(value, list | tuple):
        return "; ".join(fact_wording(each, attribute, language) for each in value)
    if attribute.choices:
        return wording(_chosen(value, attribute), language)
    if attribute.is_day:
        return day(str(value), language)
    return named_wording(attribute.name, value, language)


def named_wording(name: str, value: Any, language: Language) -> str:
    """`value` of a field or column called `name`: a year is no amount."""
    return str(value) if name == "year" and value is not None else wording(value, language)


def key_wording(key: FactKey, language: Language) -> str:
    """Which thing, or which relation between which things, by their ids: ``Sort/id ägs av Sort/id``."""
    if isinstance(key, Ref):
        return f"{ONTOLOGY.kinds[key.kind].words.say(language)}/{key.id}"
    verb = ONTOLOGY.relations[key.relation].forward.say(language)
    return f"{key_wording(key.source, language)} {verb} {key_wording(key.target, language)}"


def place_wording(place: CitedClaim, language: Language) -> str:
    """Where a claim stands: as the file's own notation has it, or the thing or relation of the graph."""
    return key_wording(place.key, language) if place.key else place.place


def _chosen(value: Any, attribute: Attribute) -> Any:
    """The choice that `value` is, or the value itself where the list has changed since."""
    return next((choice for choice in attribute.choices if choice.value == value), value)


def number(value: float, language: Language) -> str:
    """A number with the language's own separators, whole where it is whole."""
    text = f"{value:,.2f}".removesuffix(".00") if isinstance(value, float) else f"{value:,}"
    return text.replace(",", "\u00a0").replace(".", ",") if language == "sv" else text


def day(text: str, language: Language) -> str:
    """A date of reduced precision: ``2017``, ``May 2017`` or ``12 May 2017``."""
    first = first_day(text)
    if first is None or len(text) == 4:
        return text
    return format_date(first, "MMMM y" if len(text) == 7 else "d MMMM y", locale=LOCALES[language])


def first_day(text: str) -> date | None:
    """The first day of the year, month or day that `text` names; None where the calendar has none."""
    if not REDUCED.fullmatch(text):
        return None
    try:
        return date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return None


def moment(text: str, language: Language) -> str:
    """An ISO 8601 instant as day and time in UTC."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return text
    return format_datetime(instant, "d MMMM y HH:mm 'UTC'", locale=LOCALES[language])


def sentence_case(text: str) -> str:
    """`text` with its first letter as a capital, for headings."""
    return text[:1].upper() + text[1:]
