"""What is wrong with what is handed in: each problem with its place, told all at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import OfferError
from graph.facts.places import Place
from graph.language.words import N_, Language, say
from loaders.files.cells_and_problems import Problems
from loaders.files.problem import Problem
from loaders.files.refusal import UnreadableFileError


class InvalidOfferError(OfferError):
    """The file has problems; nothing of it was judged."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(N_("Nothing was judged."))
        self.problems = problems

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: Language) -> str:
        """All problems, one a line."""
        return "\n".join([*(p.say(language) for p in self.problems), say(self.text, language)])


@contextmanager
def as_an_offer() -> Iterator[None]:
    """Tell a file that cannot be read as an offer that cannot be.

    Raises:
        InvalidOfferError: in place of what the reader of files raised.
    """
    try:
        yield
    except UnreadableFileError as error:
        raise InvalidOfferError(error.problems) from error


def refuse(place: Place, text: str, /, **values: object) -> InvalidOfferError:
    """The error that says one thing about one place."""
    problems = Problems()
    problems.add(place, text, values=values)
    return InvalidOfferError(problems.in_order())
