"""One thing that is wrong with a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.language.words import Language, Sayable, say, spoken


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a file, as a person can act on it."""

    place: str | Sayable
    """File and line, or sheet and cell; empty where the text itself names the file."""
    text: str
    """Catalogue text, with the value that was found and what was expected."""
    values: Mapping[str, object] = field(default_factory=dict)
    suggestion: str | None = None
    """The nearest known name."""

    def say(self, language: Language) -> str:
        """The whole message in `language`."""
        message = say(self.text, language, **self.values)
        if self.suggestion is not None:
            message += " " + say("Did you mean {suggestion}?", language, suggestion=self.suggestion)
        return f"{spoken(self.place, language)}: {message}" if self.place else message

    def __str__(self) -> str:
        return self.say("en")
