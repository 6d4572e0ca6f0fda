"""Names of the program's own in a message, such as of a parameter: each face calls them as its readers know them.

Pages call a parameter by the label of its field, GraphQL and the command line as it is typed there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.language.words import N_, Language, Message, Sayable, is_sayable


@dataclass(frozen=True)
class CodeName:
    """A name of the program's own, with what people call the same."""

    key: str
    label: Sayable

    def __str__(self) -> str:
        return self.key


class ParameterName(CodeName):
    """A parameter of a question or a map, or a field of a form."""


class QuestionName(CodeName):
    """What takes parameters: a question, or a map, by its stem."""


class CodeNames(tuple[CodeName, ...]):
    """Several names, as a list in a sentence."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(map(str, self))


Spelling = Callable[[CodeName], object]
"""How a face calls what has a name of the program's own; may be said in both languages."""


@dataclass(frozen=True)
class SpelledNames:
    """Several names as a face calls them."""

    names: tuple[object, ...]

    def say(self, language: Language) -> str:
        """They with commas between."""
        return ", ".join(each.say(language) if is_sayable(each) else str(each) for each in self.names)


def labelled(name: CodeName) -> Message:
    """As pages call it: in quotes, by the label that its field has there."""
    return Message(N_('"{label}"'), {"label": name.label})


def spelled(values: Mapping[str, object], spell: Spelling) -> dict[str, object]:
    """The values of a message, with each name of the program's own as a face calls it."""
    return {name: _spelled(value, spell) for name, value in values.items()}


def _spelled(value: object, spell: Spelling) -> object:
    match value:
        case CodeName():
            return spell(value)
        case CodeNames():
            return SpelledNames(tuple(spell(each) for each in value))
        case Message():
            return Message(value.text, spelled(value.values, spell))
    return value
