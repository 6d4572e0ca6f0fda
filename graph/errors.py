"""Every error of the house, drawn once.

    SambandError
    ├── SettingsError          the settings cannot be used
    ├── EngineError            the database cannot be reached, started or trusted
    │   ├── EngineStartError   the embedded engine did not start
    │   ├── FullDiskError      the database's disk is full
    │   ├── TakenError         what the database holds is somebody else's
    │   ├── OntologyError      the graph is of another ontology than this program
    │   ├── ChangingError      a run is being written, and reading would show half of it
    │   ├── NoGraphError       the database holds no graph of ours any more
    │   └── EngineLostError    the database was there and is not any more
    ├── RunError               a run could not be carried out; the graph is as it was
    │   ├── LockedError        somebody else holds the write lock
    │   ├── LockLostError      our lease ran out and was taken
    │   └── RegisterError      the input is wrong; carries every problem that was found
    ├── UnreadableFileError    a file cannot be read; in `loaders.files`, and each format tells it as its own error
    ├── ReadOnlyError          whoever asks may not write here
    ├── UnmetError             an offer does not meet a requirement that it shall meet
    └── QuestionError          a question was asked with values that it does not take
        ├── UnknownThingError  nothing in the graph has that kind and id
        ├── ScenarioError      a step of a scenario cannot be taken
        └── OfferError         an offer, or a set of requirements, cannot be read as it is

Each message says what was wrong, where, and what to do next. Messages are catalogue texts:
raise with ``N_("... {name} ...")`` and the values, read with `SambandError.say`.
"""

from typing import Self

from graph.language.code_names import Spelling, labelled, spelled
from graph.language.words import Language, in_number, say


class SambandError(Exception):
    """Root of all errors that a person can act on."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(in_number(text, values).format(**values) if values else text)
        self.text = text
        self.values = values

    def say(self, language: Language) -> str:
        """The message in `language`."""
        return say(self.text, language, **self.values)

    def spelled(self, spell: Spelling) -> Self:
        """The error, with parameters called as those know them who read it."""
        again = type(self).__new__(type(self))  # a kind of error may be made of other things than text and values
        again.args = self.args
        again.__dict__ = self.__dict__ | {"values": spelled(self.values, spell)}
        return again

    def say_with_labels(self, language: Language) -> str:
        """The message in `language`, for readers of pages."""
        return self.spelled(labelled).say(language)


class SettingsError(SambandError):
    """A setting is missing, or has a value that cannot be used."""


class EngineError(SambandError):
    """The database cannot be reached, started or trusted."""


class EngineStartError(EngineError):
    """The embedded engine did not start."""


class ContendedError(EngineError):
    """Others wrote the same part of the database all the while; nothing of it was kept."""


class FullDiskError(EngineError):
    """The disk of the database is full."""


class TakenError(EngineError):
    """What the database holds is somebody else's, and stands in the way."""


class OntologyError(EngineError):
    """The graph is of another ontology than this program, and cannot be read as it is."""


class ChangingError(EngineError):
    """A run is being written, and reading would show half of it."""


class EngineLostError(EngineError):
    """The database stopped answering in the middle of the work."""


class NoGraphError(EngineError):
    """The database holds no graph of ours: somebody has taken it away."""


class RunError(SambandError):
    """A run could not be carried out; the graph is as it was before."""


class LockedError(RunError):
    """Another run holds the write lock."""


class LockLostError(RunError):
    """The lease of this run's write lock ran out before the run ended."""


class ReadOnlyError(SambandError):
    """Whoever asks may not write here."""


class UnmetError(SambandError):
    """An offer does not meet a requirement that it shall meet."""


class QuestionError(SambandError):
    """A question was asked with values that it does not take."""


class UnknownThingError(QuestionError):
    """Nothing in the graph has that kind and id."""


class ScenarioError(QuestionError):
    """A step of a scenario cannot be taken."""


class OfferError(QuestionError):
    """An offer, or a set of requirements, cannot be read as it is."""


class RegisterError(RunError):
    """The input cannot be loaded."""
