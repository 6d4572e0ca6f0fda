"""Between which days a thing or a relation is there: said by the fields that it is since, until, and in which phase.

A day is declared as `since` or `until` where the thing begins or ends by it, and else as a `day`: one that says nothing
of whether the thing is there. So whoever adds a day has decided what the graph of another day makes of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import AfterValidator

from graph.language.validation_errors import UnfitError
from graph.language.words import N_
from graph.ontology.declaration import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    NO_END,
    Attribute,
    Choice,
    DeclarationError,
    Ontology,
    Was,
    fact,
)

MARK = "spans"
BEYOND_REASON = N_("its year is not from {earliest} to {latest}")
SINCE, UNTIL, PHASE, NEITHER = "since", "until", "phase", "neither"


def since(en: str, sv: str, about: str = "", about_sv: str = "", *, was: Was = ()) -> Any:
    """Declare the day from which it is there."""
    return _marked(fact(en, sv, about, about_sv, was=was), SINCE)


def until(en: str, sv: str, about: str = "", about_sv: str = "", *, was: Was = ()) -> Any:
    """Declare the last day on which it is there."""
    return _marked(fact(en, sv, about, about_sv, was=was), UNTIL)


def phase(en: str, sv: str, *, before: Choice, during: Choice, after: Choice, was: Was = ()) -> Any:
    """Declare what tells whether it is to come, there, or over; it stays in the graph of any day, in another phase."""
    return _marked(fact(en, sv, was=was), PHASE, before=before.value, during=during.value, after=after.value)


def day(en: str, sv: str, about: str = "", about_sv: str = "", *, was: Was = ()) -> Any:
    """Declare a day that says nothing of whether it is there."""
    return _marked(fact(en, sv, about, about_sv, was=was), NEITHER)


def _marked(field: Any, role: str, **phases: str) -> Any:
    field.json_schema_extra |= {MARK: {"role": role, **phases}}
    if role != PHASE:
        field.metadata.append(AfterValidator(_within_reason))
    return field


def _within_reason(day: str | None) -> str | None:
    year = day[:4] if day else ""
    if day and not EARLIEST_YEAR <= int(year) <= LATEST_YEAR and year != NO_END:
        raise UnfitError(BEYOND_REASON, earliest=str(EARLIEST_YEAR), latest=str(LATEST_YEAR))
    return day


@dataclass(frozen=True)
class Span:
    """Between which fields something is there, and which field then says so."""

    since: str | None = None
    until: str | None = None
    says: str | None = None
    """The field that tells the phase; None: a thing outside of its span is not there at all."""
    before: Choice | None = None
    during: Choice | None = None
    after: Choice | None = None


def span_of(owner: str, fields: Mapping[str, Attribute]) -> Span | None:
    """The span that the fields of a kind or relation declare; None where they are there on every day.

    Raises:
        DeclarationError: a day is neither, two fields say the same, or a phase is told and no day.
    """
    found: dict[str, Any] = {}
    for name, each in fields.items():
        extra: Any = each.info.json_schema_extra
        mark = dict(extra.get(MARK, {}))
        role = mark.pop("role", None)
        if each.is_day != (role in (SINCE, UNTIL, NEITHER)):
            raise DeclarationError(
                f"{owner}.{name}: declare a day, and nothing else, with since(...) or until(...) where it begins or "
                "ends by it, and else with day(...)"
            )
        if role in found:
            raise DeclarationError(f"{owner} has two fields that say {role}: {found[role]} and {name}")
        if role in (SINCE, UNTIL, PHASE):
            found[role] = name
        found |= {when: each.type(value) for when, value in mark.items()}
    if PHASE in found and not found.keys() & {SINCE, UNTIL}:
        raise DeclarationError(f"{owner}.{found[PHASE]}: a phase follows from days; declare since(...) or until(...)")
    return Span(says=found.pop(PHASE, None), **found) if found else None


def spans_of_kinds(ontology: Ontology) -> dict[str, Span]:
    """The span of each kind whose things are not there on every day, by its name."""
    every = {name: span_of(name, kind.attributes()) for name, kind in ontology.kinds.items()}
    return {name: span for name, span in every.items() if span}


def spans_of_relations(ontology: Ontology) -> dict[str, Span]:
    """The span of each relation that does not hold on every day, by its name."""
    every = {name: span_of(name, relation.attributes) for name, relation in ontology.relations.items()}
    return {name: span for name, span in every.items() if span}
