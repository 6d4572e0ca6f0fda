"""The facts of a thing, field by field, and which record states which value."""

from dataclasses import dataclass
from typing import Literal

from graph.facts.merged_view import Thing
from graph.language.words import Language
from graph.ontology.declaration import Attribute
from visualisations.wording.wording import fact_wording

HEADING_FIELDS = ("id", "name")
Standing = Literal["not", "partly", "wholly"]
"""How many of the records of something are made up as examples: none, some or all."""


@dataclass(frozen=True)
class StatedValue:
    """One value of a fact, and the numbers of the records that state it."""

    text: str
    records: tuple[int, ...]
    illustrative: bool


@dataclass(frozen=True)
class FactRow:
    """One field of a thing: its values, the most trusted first. No values: not stated."""

    label: str
    about: str
    values: tuple[StatedValue, ...]

    @property
    def disagreement(self) -> bool:
        """Whether datasets state different values."""
        return len(self.values) > 1


def in_table(name: str, row: FactRow) -> bool:
    """The page's head says id and name already, unless the datasets differ over them."""
    return name not in HEADING_FIELDS or row.disagreement


def fact_row(attribute: Attribute, thing: Thing, language: Language) -> FactRow:
    """One field of the thing, with every value that a dataset states."""
    said: dict[str, list[int]] = {}
    for number, record in enumerate(thing.records):
        if (value := record.fields.get(attribute.name)) is not None:
            said.setdefault(fact_wording(value, attribute, language), []).append(number)
    values = tuple(
        StatedValue(text, tuple(numbers), all(thing.records[number].illustrative for number in numbers))
        for text, numbers in said.items()
    )
    return FactRow(attribute.words.say(language), attribute.about.say(language), values)


def standing(thing: Thing) -> Standing:
    """How much of what is said of the thing is made up."""
    made_up = [record.illustrative for record in thing.records]
    return "wholly" if all(made_up) else "partly" if any(made_up) else "not"
