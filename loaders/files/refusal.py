"""The error of a file that cannot be read: each problem with its place, told all at once."""

from graph.errors import SambandError
from graph.language.words import N_, Language
from loaders.files.cells_and_problems import Problems
from loaders.files.problem import Problem


class UnreadableFileError(SambandError):
    """A file cannot be read; every format tells it as an error of its own."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(N_("The file cannot be read."))
        self.problems = problems

    def __str__(self) -> str:
        return self.say("en")

    def say(self, language: Language) -> str:
        """All problems, one a line."""
        return "\n".join(problem.say(language) for problem in self.problems)


def settle(problems: Problems) -> None:
    """Nothing where there are no problems.

    Raises:
        UnreadableFileError: there are.
    """
    if problems.found:
        raise UnreadableFileError(problems.in_order())
