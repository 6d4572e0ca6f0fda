"""What a run warned of, as it is kept with the run: each with its place, in every language."""

import json
from collections.abc import Iterable
from typing import NamedTuple, Self

from graph.facts.places import in_words
from graph.language.words import Language, Words


class RunWarning(NamedTuple):
    """What is most likely a slip, and was loaded all the same."""

    place: str
    """In the notation of `graph.facts.places`."""
    message: Words

    @classmethod
    def read(cls, stored: str | None) -> list[Self]:
        """The warnings that `stored` keeps; none where a run has kept none."""
        return [cls(each["place"], Words(each["en"], each["sv"])) for each in json.loads(stored or "[]")]

    def where(self, language: Language) -> str:
        """Its place, in words."""
        return in_words(self.place, language)


def stored(warnings: Iterable[RunWarning]) -> str:
    """`warnings` as one text that `RunWarning.read` takes apart again."""
    return json.dumps([{"place": each.place, **each.message._asdict()} for each in warnings], ensure_ascii=False)
