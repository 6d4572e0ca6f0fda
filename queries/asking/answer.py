"""What an answer is made of: things as they are named, phrases, who says what, where a row leads, and its rows."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, SkipValidation

from graph.facts.facts import FactKey, Ref
from graph.facts.merged_view import Thing
from graph.facts.records import Record, properties_of
from graph.language.words import Language, Words, say
from graph.snapshot.node import Node


class ThingRef(BaseModel):
    """A thing as it stands in an answer: enough to name it and to open its page."""

    model_config = ConfigDict(frozen=True)

    kind: str
    id: str
    name: str
    name_sv: str | None = None

    @classmethod
    def of(cls, thing: Thing | Node) -> "ThingRef":
        """Refer to `thing`."""
        fields = thing.fields
        return cls(
            kind=thing.kind, id=thing.id, name=str(fields.get("name") or thing.id), name_sv=fields.get("name_sv")
        )

    @property
    def ref(self) -> Ref:
        """Which thing it is."""
        return Ref(self.kind, self.id)

    def say(self, language: Language) -> str:
        """Its name in `language`."""
        return (self.name_sv if language == "sv" else None) or self.name


class Phrase(BaseModel):
    """An explaining sentence: catalogue text and what stands in its places."""

    model_config = ConfigDict(frozen=True)

    text: str
    values: dict[str, str | int | float | ThingRef | Words] = Field(default_factory=dict)

    def say(self, language: Language) -> str:
        """The sentence in `language`."""
        return say(self.text, language, **self.values)


def _as_data(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in (*properties_of(Record), "about")}


EvidenceRecord = Annotated[Record, SkipValidation, PlainSerializer(_as_data)]
"""A record behind an answer, as it was read; in JSON, all that it says of who says what."""


class Given(BaseModel):
    """A parameter's value."""

    model_config = ConfigDict(frozen=True)

    name: str
    value: str


class Lead(BaseModel):
    """Where a row leads: another question, asked of what the row is about."""

    model_config = ConfigDict(frozen=True)

    question: str
    """Its stem."""
    given: tuple[Given, ...]
    """The parameters that it is asked with."""

    @classmethod
    def to(cls, question: str, **given: str | None) -> "Lead":
        """The question with these parameters; one that is None is not given."""
        stated = tuple(Given(name=name, value=value) for name, value in given.items() if value is not None)
        return cls(question=question, given=stated)


Records = Callable[[FactKey], Sequence[Record]]
"""Every dataset's record of a thing or a relation."""


class AnswerRow(BaseModel):
    """One row of an answer, with the facts that it rests on and, once these are read, who says them."""

    model_config = ConfigDict(frozen=True)

    grounds: SkipValidation[tuple[FactKey, ...]] = Field((), exclude=True)
    """The things and relations that the row rests on."""
    evidence: tuple[EvidenceRecord, ...] = ()
    """Every dataset's record of them."""
    disagreements: tuple[Phrase, ...] = Field(
        (), description="Where its sources say different things, and who is followed"
    )
    """Where the datasets of what it rests on state different values of a field, and which of them is followed."""
    leads: tuple[Lead, ...] = ()
    """What to ask next about it."""

    def evidenced(self, records: "Records") -> Self:
        """The row with the records of what it rests on; where its parts rest on facts too, these with theirs."""
        return self.model_copy(update={"evidence": tuple(record for key in self.grounds for record in records(key))})

    @property
    def illustrative(self) -> bool:
        """True where any record behind the row is made up as an example."""
        return any(record.illustrative for record in self.evidence)


class Answer(BaseModel):
    """A question's answer at one revision of the graph."""

    model_config = ConfigDict(frozen=True)

    stem: str
    parameters: dict[str, Any]
    day: str
    """The day that was asked about (``YYYY-MM-DD``): today, unless the parameters or their scenario name another."""
    revision: int
    total: int
    """How many rows there are; `rows` holds at most as many as were asked for."""
    rows: tuple[AnswerRow, ...]

    @property
    def cut(self) -> bool:
        """True where there are more rows than shown."""
        return self.total > len(self.rows)

    @property
    def illustrative(self) -> bool:
        """True where any row shown rests on a made-up example."""
        return any(row.illustrative for row in self.rows)
