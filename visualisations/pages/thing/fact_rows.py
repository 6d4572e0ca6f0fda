"""The facts of a thing, field by field, and which record states which value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.facts.records import Record, Stated
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
    derived: str = ""
    """What it is in the graph that is looked at, where no record states that; empty where one does."""

    @property
    def disagreement(self) -> bool:
        """Whether datasets state different values."""
        return len(self.values) > 1

    @property
    def lines(self) -> int:
        """How many lines of the table it takes."""
        return len(self.values) + bool(self.derived)


def in_table(name: str, row: FactRow) -> bool:
    """The page's head says id and name already, unless the datasets differ over them."""
    return bool(row.lines) and (name not in HEADING_FIELDS or row.disagreement)


def fact_row(attribute: Attribute, fields: Mapping[str, Any], records: Sequence[Stated], language: Language) -> FactRow:
    """One field of a thing that has these `fields` where it is looked at, with every value that a dataset states.

    What stands there and in no record, such as the phase that the dates say of another day, is derived.
    """
    said: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        if (value := record.fields.get(attribute.name)) is not None:
            said.setdefault(fact_wording(value, attribute, language), []).append(number)
    values = tuple(
        StatedValue(text, tuple(numbers), all(records[number].illustrative for number in numbers))
        for text, numbers in said.items()
    )
    shown = fields.get(attribute.name)
    text = "" if shown is None else fact_wording(shown, attribute, language)
    derived = "" if text in said else text
    return FactRow(attribute.words.say(language), attribute.about.say(language), values, derived)


def standing(records: Sequence[Record]) -> Standing:
    """How much of what is said of something is made up."""
    made_up = [record.illustrative for record in records]
    return "not" if not any(made_up) else "wholly" if all(made_up) else "partly"


def assumed(records: Sequence[Record]) -> bool:
    """Whether only a scenario says it."""
    return any(record.is_assumed for record in records)
