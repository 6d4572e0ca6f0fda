"""Limits that one field sets another, whatever day it is: a first day before the last, a level on its scale."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graph.language.words import N_
from graph.ontology.declaration import Attribute
from graph.ontology.spans import SINCE, UNTIL, Span

SCALE = re.compile(r"\s*(\d{1,6})\s*(?:to|till|-|\u2013)\s*(\d{1,6})\s*")


class Contradiction(NamedTuple):
    """Two fields of one thing or relation that cannot both be so, as a text of the catalogue."""

    text: str
    value: str
    values: dict[str, object]


def contradictions(
    attributes: Mapping[str, Attribute], span: Span | None, fields: Mapping[str, Any]
) -> Iterator[Contradiction]:
    """What the fields, each right by itself, say against each other."""
    since, until = (fields.get((span and getattr(span, end)) or "") for end in (SINCE, UNTIL))
    if span and since and until and since[: len(until)] > until[: len(since)]:
        text = N_('"{value}" in {field} is after "{last}" in {other}. Let the first day come first.')
        yield Contradiction(text, since, {"field": span.since, "last": until, "other": span.until})
    for name, attribute in attributes.items():
        told = SCALE.fullmatch(fields.get(attribute.scale) or "") if attribute.scale and name in fields else None
        if told and not int(told[1]) <= fields[name] <= int(told[2]):
            text = N_('"{value}" in {field} is not on the scale "{scale}".')
            yield Contradiction(text, str(fields[name]), {"field": name, "scale": told.string})
