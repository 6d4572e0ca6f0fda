"""What an answer is made of: things as they are named, phrases, who says what, where a row leads, and its rows."""

from collections.abc import Callable, Sequence
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, computed_field

from graph.facts.facts import Evidence, LinkKey, Ref, Thing
from graph.language.words import Language, Words, say
from graph.snapshot.snapshot import Node


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


class Shown(BaseModel):
    """One record behind an answer: what is said, who says it, and where."""

    model_config = ConfigDict(frozen=True)

    key: SkipValidation[Ref | LinkKey] = Field(exclude=True)
    """The thing or relation that it is about."""
    source: str
    section: str | None
    paraphrase: str | None
    evidence: Evidence
    dataset: str
    place: str
    run: int

    @classmethod
    def assumed(cls, key: Ref | LinkKey, scenario: str) -> "Shown":
        """The record of what only a scenario says."""
        return cls(
            key=key, source=scenario, section=None, paraphrase=None, evidence=Evidence.ASSUMED, dataset="", place="",
            run=0,
        )  # fmt: skip

    @computed_field  # type: ignore[prop-decorator]
    @property
    def about(self) -> str:
        """``Kind/id``, or ``Kind/id RELATION Kind/id``."""
        return str(self.key)

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The thing, or the two things, that it is about."""
        return (self.key,) if isinstance(self.key, Ref) else (self.key.source, self.key.target)


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


Records = Callable[[Ref | LinkKey], Sequence[Shown]]
"""Every dataset's record of a thing or a relation."""


class AnswerRow(BaseModel):
    """One row of an answer, with the facts that it rests on and, once these are read, who says them."""

    model_config = ConfigDict(frozen=True)

    grounds: SkipValidation[tuple[Ref | LinkKey, ...]] = Field((), exclude=True)
    """The things and relations that the row rests on."""
    evidence: tuple[Shown, ...] = ()
    """Every dataset's record of them."""
    leads: tuple[Lead, ...] = ()
    """What to ask next about it."""

    def evidenced(self, records: "Records") -> Self:
        """The row with the records of what it rests on; where its parts rest on facts too, these with theirs."""
        return self.model_copy(update={"evidence": tuple(shown for key in self.grounds for shown in records(key))})

    @property
    def illustrative(self) -> bool:
        """True where any record behind the row is made up as an example."""
        return any(shown.evidence is Evidence.ILLUSTRATIVE for shown in self.evidence)


class Answer(BaseModel):
    """A question's answer at one revision of the graph."""

    model_config = ConfigDict(frozen=True)

    stem: str
    parameters: dict[str, Any]
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
