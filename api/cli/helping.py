"""The help of every command in the reader's language.

Texts that a declaration carries in both languages are told from there; the others, as they stand in the commands, are
keys of the catalogue (`tests/rooms/test_words.py` finds what lacks a translation).
"""

import inspect
import re
from collections.abc import Iterator
from typing import Any

from graph.language.words import N_, Language, Words, say

DECLARED: dict[str, Words] = {}
"""Help in both languages, by the English of it."""
HEADINGS = tuple(
    (re.compile(pattern, re.MULTILINE), text)
    for pattern, text in (
        (r"^Options(?=:$)", N_("Options")),
        (r"^Commands(?=:$)", N_("Commands")),
        (r"^Arguments(?=:$)", N_("Arguments")),
        (r"(?<=\[)required(?=\])", N_("required")),
        (r"(?<=\[)default(?=:\s)", N_("default")),
        (r"Show this message and exit\.", N_("Show this message and exit.")),
        (r"\AUsage(?=: )", N_("Usage")),
    )
)
"""What Typer writes itself."""


def declared(words: Words) -> str:
    """The English of a help text, whose Swedish is remembered."""
    english = inspect.cleandoc(words.en)
    DECLARED[english] = Words(english, inspect.cleandoc(words.sv))
    return english


def in_language(command: Any, language: Language) -> Any:
    """The command, and all that it has, with their help in `language`."""
    for each in commands(command):
        for owner in (each, *each.params):
            for name in ("help", "short_help", "epilog"):
                if text := getattr(owner, name, None):
                    setattr(owner, name, _translated(text, language))
        each.get_help = _Headed(each.get_help, language)
    return command


def commands(command: Any) -> Iterator[Any]:
    """The command, and every one under it."""
    yield command
    for each in getattr(command, "commands", {}).values():
        yield from commands(each)


def _translated(text: str, language: Language) -> str:
    return DECLARED[text].say(language) if text in DECLARED else say(text, language)


class _Headed:
    """A command's whole help, with what Typer writes in it in the language too."""

    def __init__(self, help: Any, language: Language) -> None:
        self._help, self._language = help, language

    def __call__(self, context: Any) -> str:
        told = str(self._help(context))
        for pattern, text in HEADINGS:
            told = pattern.sub(say(text, self._language), told)
        return told
