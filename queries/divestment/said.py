"""A sentence before it is told: a text of the catalogue and what stands in its places, as light as may be."""

from typing import NamedTuple

from graph.snapshot.node import Node
from queries.asking.answer import Phrase, ThingRef

Value = Node | str | int


class Sentence(NamedTuple):
    """A text and its values; findings are made of these, and rows of phrases."""

    text: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def things(self) -> list[Node]:
        """The things that it names."""
        return [value for _, value in self.values if isinstance(value, Node)]

    @property
    def phrase(self) -> Phrase:
        """It as an answer has it."""
        values = {name: ThingRef.of(value) if isinstance(value, Node) else value for name, value in self.values}
        return Phrase(text=self.text, values=values)


def said(text: str, **values: Value) -> Sentence:
    """A sentence with its values."""
    return Sentence(text, tuple(values.items()))
