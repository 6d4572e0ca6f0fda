"""Words that people read: one catalogue, English and Swedish.

English text is its own key. Swedish stands in the ``.po`` files of ``graph/language/locale/sv/LC_MESSAGES``;
names that belong to a declaration (a kind, a relation, a field, a question) carry both
languages where they are declared, as `Words`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, TypeGuard

from babel.messages.pofile import read_po

Language = Literal["en", "sv"]
LANGUAGES: tuple[Language, ...] = ("en", "sv")
CATALOGUES = Path(__file__).parent / "locale"


class Sayable(Protocol):
    """Something that can be said in both languages."""

    def say(self, language: Language) -> str:
        """It, in `language`."""


def is_sayable(value: object) -> TypeGuard[Sayable]:
    """Whether it can be; many times quicker than to ask whether it is an instance of a protocol."""
    return hasattr(value, "say")


class Words(NamedTuple):
    """One text in both languages, for names that stand in a declaration."""

    en: str
    sv: str

    def say(self, language: Language) -> str:
        """The text in `language`."""
        return self.sv if language == "sv" else self.en

    def __str__(self) -> str:
        return self.en


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this one later"
    """Mark `text` for the catalogue without translating it yet."""
    return text


class Singular(NamedTuple):
    """What a text with a number is where the number is one."""

    text: str
    place: str
    """Where the text with several has the number."""


_SINGULARS: dict[str, Singular] = {}


def by_number(one: str, several: str, place: str = "count") -> str:
    """Mark a text for `several`, which has their number in ``{count}`` or another place, and its twin for `one`."""
    _SINGULARS[several] = Singular(one, place)
    return several


def in_number(text: str, values: Mapping[str, object]) -> str:
    """`text`, or its twin for one where its number is one."""
    singular = _SINGULARS.get(text)
    return singular.text if singular and str(values.get(singular.place)) == "1" else text


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Translations by English text; empty for English, whose texts are the keys."""
    if language == "en":
        return {}
    texts: dict[str, str] = {}
    for path in sorted((CATALOGUES / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            texts |= {str(m.id): str(m.string) for m in read_po(file, locale=language) if m.id and m.string}
    return texts


def say(text: str, language: Language, **values: object) -> str:
    """`text` in `language`, its ``{name}`` places filled from `values`, each in that language if it can be."""
    text = in_number(text, values)
    template = catalogue(language).get(text, text)
    if not values:
        return template
    return template.format(**{name: spoken(value, language) for name, value in values.items()})


def spoken(value: object, language: Language) -> object:
    """`value` as it stands in a text in `language`."""
    return value.say(language) if is_sayable(value) else value


class Message(NamedTuple):
    """A part of a message that has a text of its own in each language."""

    text: str
    values: Mapping[str, object]

    def say(self, language: Language) -> str:
        """The text in `language`."""
        return say(self.text, language, **self.values)

    def __str__(self) -> str:
        return in_number(self.text, self.values).format(**self.values)
