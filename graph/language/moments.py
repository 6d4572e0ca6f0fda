"""A moment as people read it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from babel.dates import format_datetime

from graph.language.words import Language

LOCALES = {"en": "en_GB", "sv": "sv_SE"}


@dataclass(frozen=True)
class Moment:
    """A moment, told to the minute in UTC, so that it means the same wherever it is read."""

    at: datetime

    @classmethod
    def of(cls, stored: int | str) -> "Moment":
        """What is stored: milliseconds since 1970, or ISO 8601, which is UTC where it names no zone."""
        if isinstance(stored, int):
            return cls(datetime.fromtimestamp(stored / 1000, UTC))
        told = datetime.fromisoformat(stored)
        return cls(told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC))

    def say(self, language: Language) -> str:
        """It, in `language`."""
        return format_datetime(self.at, "d MMMM y HH:mm 'UTC'", locale=LOCALES[language])

    def __str__(self) -> str:
        return self.at.isoformat(timespec="seconds")
