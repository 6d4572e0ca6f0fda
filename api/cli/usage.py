"""What is wrong with how a command was called, in the reader's language; Typer says it in English."""

import re
from collections.abc import Sequence
from typing import Any

import typer
from pydantic import ValidationError

from graph.language.validation_errors import first
from graph.language.words import LANGUAGES, N_, Language, Message, say
from graph.settings import language

UsageError: Any = typer.BadParameter.__mro__[1]
"""What Typer raises; it has lived in several packages."""
SAID = tuple(
    (re.compile(pattern, re.DOTALL), text)
    for pattern, text in (
        (r"No such command '(?P<name>.*?)'\..*", N_("There is no command '{name}'.")),
        (r"No such option: (?P<name>\S+)\s*(?P<near>.*)", N_("There is no option {name}. {near}")),
        (r"Missing option (?P<name>.*?)\.\s*(?P<rest>.*)", N_("The option {name} must be given. {rest}")),
        (r"Missing argument (?P<name>.*?)\.\s*(?P<rest>.*)", N_("{name} must be given. {rest}")),
        (r"Missing command\.", N_("A command must be given.")),
        (
            r"Got unexpected extra arguments? ?(?:\(s\))? ?\((?P<names>.*)\)",
            N_("The command does not take: {names}."),
        ),
        (r"Option (?P<name>.*?) requires .*", N_("The option {name} needs a value.")),
        (r"Option (?P<name>.*?) does not take a value\.", N_("The option {name} takes no value.")),
        (r"Invalid value for (?P<name>.*?): (?P<reason>.*)", N_("{name} cannot be used: {reason}")),
        (r"Invalid value: (?P<reason>.*)", "{reason}"),
    )
)
NEAR = re.compile(r"\(Possible options: (?P<names>.*)\)|Did you mean (?:one of: )?(?P<name>.*?)\?")


def spoken_first(words: Sequence[str]) -> Language:
    """The language that a command line asks for, before any of it is read."""
    line = " ".join(words)
    if asked := re.match(r"(?:-\S+ )*?(?:--language[= ]|-l ?)(\w+)", line):
        return next((each for each in LANGUAGES if each == asked[1]), language())
    return language()


def usage_in_words(error: Any, language: Language) -> str:
    """How the command is called, what is wrong, and where help is."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.format_message())
    lines = [say(N_("Error: {reason}"), language, reason=_reason(error))]
    if context := getattr(error, "ctx", None):
        usage = re.sub(r"^Usage: ", "", context.get_usage())
        lines = [f"{say(N_('Usage'), language)}: {usage}", *lines]
        lines.append(say(N_("'{command} --help' tells more."), language, command=context.command_path))
    return "\n".join(line.rstrip() for line in lines)


def _reason(error: Any) -> Message | str:
    said = str(error.format_message())
    for pattern, text in SAID:
        if found := pattern.fullmatch(said):
            values: dict[str, object] = {name: value or "" for name, value in found.groupdict().items()}
            if "near" in values:
                values["near"] = _near(found["near"])
            if isinstance(error.__cause__, ValidationError):
                values["reason"] = first(error.__cause__).reason
            return Message(text, values)
    return said


def _near(said: str) -> Message | str:
    found = NEAR.search(said)
    return Message(N_("Did you mean {suggestion}?"), {"suggestion": found["names"] or found["name"]}) if found else ""
