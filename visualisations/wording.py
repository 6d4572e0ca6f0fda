"""Values of answers as text that a person reads."""

from typing import Any

from pydantic import BaseModel

from graph.declaration import Choice
from graph.words import N_, Language, Words, say
from queries.question import Phrase, ThingRef

NOT_STATED = N_("not stated")


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
    if isinstance(value, BaseModel):
        return ", ".join(wording(each, language) for each in dict(value).values() if each is not None)
    return str(value)


def number(value: float, language: Language) -> str:
    """A number with the language's own separators, whole where it is whole."""
    text = f"{value:,.2f}".removesuffix(".00") if isinstance(value, float) else f"{value:,}"
    return text.replace(",", "\u00a0").replace(".", ",") if language == "sv" else text
