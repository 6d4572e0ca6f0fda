"""What is wrong with an offer's file: each problem with its place, told all at once."""

from graph.errors import OfferError
from graph.facts.places import Place
from graph.language.words import N_, Language, say
from loaders.files.problem import Problem
from loaders.files.written import Problems


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


def refuse(place: Place, text: str, /, **values: object) -> InvalidOfferError:
    """The error that says one thing about one place."""
    problems = Problems()
    problems.add(place, text, values=values)
    return InvalidOfferError(problems.in_order())


def settle(problems: Problems) -> None:
    """Nothing where there are no problems.

    Raises:
        InvalidOfferError: there are.
    """
    if problems.found:
        raise InvalidOfferError(problems.in_order())
