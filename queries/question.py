"""How a question is declared: typed parameters, a typed row, what finds its answer, and a Cypher text to paste."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, computed_field
from pydantic.config import JsonDict

from graph.declaration import LONGEST_ID, Attribute, Choice, Day, Kind, attributes
from graph.facts import Evidence, Link, LinkKey, Ref, Stated, Thing
from graph.picture import Node, Picture
from graph.words import Language, Words, say


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
        return cls.model_construct(
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
    def of(cls, held: Thing | Link) -> list["Shown"]:
        """Every dataset's record of `held`."""
        return [cls._record(held.key, record) for record in held.records]

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

    @classmethod
    def _record(cls, key: Ref | LinkKey, record: Stated) -> "Shown":
        return cls(
            key=key, source=record.source, section=record.section, paraphrase=record.paraphrase,
            evidence=record.evidence, dataset=record.dataset, place=record.place, run=record.run,
        )  # fmt: skip


def parameter(
    en: str, sv: str, default: Any = None, *, of: type[Kind] | None = None, about: Words | None = None, **limits: Any
) -> Any:
    """Declare a parameter; `of` says that its value is the id of such a thing, `about` what it does."""
    told = about or Words(en, sv)
    extra: JsonDict = {"sv": sv, "about_sv": told.sv, "of": of.__name__ if of else None}
    return Field(default, title=en, description=told.en, json_schema_extra=extra, **limits)


def required(en: str, sv: str, *, of: type[Kind] | None = None, **limits: Any) -> Any:
    """Declare a parameter that must be given."""
    return parameter(en, sv, ..., of=of, **limits)


def column(en: str, sv: str, about: str = "", *, absent: tuple[str, str] | None = None) -> Any:
    """Declare a column of the answer; absent means *not stated*, or what `absent` says in English and Swedish."""
    extra: JsonDict = {"sv": sv, "about_sv": sv, "absent": list(absent) if absent else None}
    return Field(None, title=en, description=about or en, json_schema_extra=extra)


OF_A_DAY = Words(
    "Ask of this day instead of today, by the dates that are stated",
    "Fråga om denna dag i stället för i dag, efter de datum som är uppgivna",
)
OF_A_SCENARIO = Words(
    "Ask of what a scenario that is kept would make of the facts, instead of the facts",
    "Fråga om det som ett sparat scenario skulle göra av uppgifterna, i stället för om uppgifterna",
)


class QuestionParameters(BaseModel):
    """What every question can be given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: Day | None = parameter("As of", "Per den", about=OF_A_DAY)
    scenario: str | None = parameter("Scenario", "Scenario", about=OF_A_SCENARIO, max_length=LONGEST_ID)
    limit: int = parameter("Rows at most", "Högst antal rader", 200, ge=1, le=10_000)
    offset: int = parameter("Rows to skip", "Rader att hoppa över", 0, ge=0)

    @property
    def day(self) -> str:
        """The day that is asked about: the first of a month or year; today where none is given."""
        return date.today().isoformat() if self.as_of is None else f"{self.as_of}-01-01"[:10]


class Theme(Choice):
    """What a question is about, in the order of the start page."""

    FLOWS = "flows", "Does information flow?", "Flödar informationen?"
    GOING = "going", "What can go, and in which order?", "Vad kan avvecklas, och i vilken ordning?"
    INFORMATION = "information", "Information, standards and law", "Information, standarder och lag"
    DECIDING = "deciding", "Who owns, decides and coordinates?", "Vem äger, beslutar och samordnar?"
    CHANGING = "changing", "Change, money and ability", "Förändring, pengar och förmåga"
    OTHER = "other", "Other questions", "Andra frågor"


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


Records = Callable[[Ref | LinkKey], Sequence[Shown]]
"""Every dataset's record of a thing or a relation."""
Finder = Callable[[Picture, Any], Sequence[Any]]
"""What finds a question's answer in a picture: all of it, in order, each finding as small as may be."""
Teller = Callable[[Picture, Any, Any], AnswerRow]
"""What makes a row of a finding: (picture, finding, parameters); done for the rows that are asked for."""


@dataclass(frozen=True)
class Question:
    """One question of the catalogue."""

    stem: str
    title: Words
    about: str
    text: str
    """Cypher that can be pasted into Neo4j Browser, where it shows what the question looks at."""
    parameters: type[QuestionParameters]
    row: type[AnswerRow]
    find: Finder
    tell: Teller
    theme: Theme
    identity: Callable[[Any], Any]
    """What of a finding says that it is the same in two graphs."""

    @property
    def inputs(self) -> dict[str, Attribute]:
        """The parameters by name."""
        return attributes(self.parameters)

    @property
    def columns(self) -> dict[str, Words]:
        """The answer's columns by name, without the evidence."""
        return {
            name: Words(str(info.title), str((info.json_schema_extra or {})["sv"]))  # type: ignore[index]
            for name, info in self.row.model_fields.items()
            if name not in AnswerRow.model_fields
        }

    def absent(self, name: str) -> Words | None:
        """What stands in a column where a row has nothing; None: that it is not stated."""
        extra: Any = self.row.model_fields[name].json_schema_extra
        said = extra.get("absent") if isinstance(extra, Mapping) else None
        return Words(*said) if said else None

    def kind_of(self, name: str) -> str | None:
        """The kind whose id the parameter takes, if it takes one."""
        extra: Any = self.parameters.model_fields[name].json_schema_extra
        return extra.get("of") if isinstance(extra, Mapping) else None


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
