"""Fields of things and relations, and what is stated in them, in words of both languages."""

from collections.abc import Mapping
from typing import Any

from graph.facts.facts import FactKey, Ref
from graph.language.words import Words
from graph.ontology.declaration import Attribute
from graph.ontology.ontology import ONTOLOGY

LONGEST = 200
"""Letters of a value that are shown."""


def fields_of(key: FactKey) -> Mapping[str, Attribute]:
    """The fields that the thing or the relation may have."""
    if isinstance(key, Ref):
        return ONTOLOGY.kinds[key.kind].attributes()
    return ONTOLOGY.relations[key.relation].attributes


def value_in_words(attribute: Attribute | None, value: Any) -> Words | None:
    """A value as it is read, in each language; a long one is cut, and None where there is none."""
    if value is None:
        return None
    if isinstance(value, list):
        several = [each for each in (value_in_words(attribute, one) for one in value) if each]
        return Words(*(", ".join(words)[:LONGEST] for words in zip(*several, strict=True))) if several else None
    if attribute and (choice := next((each for each in attribute.choices if each.value == value), None)):
        return choice.words
    if isinstance(value, bool):
        return Words("yes", "ja") if value else Words("no", "nej")
    text = str(value)
    return Words(text, text) if len(text) <= LONGEST else Words(*[f"{text[:LONGEST]}…"] * 2)
