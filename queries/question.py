"""How a question is declared: typed parameters, a typed row, and a Cypher text of the same stem."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, SkipValidation, computed_field
from pydantic.config import JsonDict

from graph.declaration import Attribute, Kind, attributes
from graph.facts import Evidence, Link, LinkKey, Ref, Stated, Thing
from graph.words import Language, Words, say


class ThingRef(BaseModel):
    """A thing as it stands in an answer: enough to name it and to open its page."""

    model_config = ConfigDict(frozen=True)

    kind: str
    id: str
    name: str
    name_sv: str | None = None

    @classmethod
    def of(cls, thing: Thing) -> "ThingRef":
        """Refer to `thing`."""
        return cls(kind=thing.kind, id=thing.id, name=thing.name(), name_sv=thing.properties.get("name_sv"))

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


def parameter(en: str, sv: str, default: Any = None, *, of: type[Kind] | None = None, **limits: Any) -> Any:
    """Declare a parameter; `of` says that its value is the id of such a thing."""
    extra: JsonDict = {"sv": sv, "about_sv": sv, "of": of.__name__ if of else None}
    return Field(default, title=en, description=en, json_schema_extra=extra, **limits)


def required(en: str, sv: str, *, of: type[Kind] | None = None, **limits: Any) -> Any:
    """Declare a parameter that must be given."""
    return parameter(en, sv, ..., of=of, **limits)


def column(en: str, sv: str, about: str = "") -> Any:
    """Declare a column of the answer; absent means *not stated*."""
    return Field(None, title=en, description=about or en, json_schema_extra={"sv": sv, "about_sv": sv})


class QuestionParameters(BaseModel):
    """What every question can be given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    limit: int = parameter("Rows at most", "Högst antal rader", 200, ge=1, le=10_000)
    offset: int = parameter("Rows to skip", "Rader att hoppa över", 0, ge=0)


class AnswerRow(BaseModel):
    """One row of an answer, with the records that it rests on."""

    model_config = ConfigDict(frozen=True)

    evidence: tuple[Shown, ...] = ()

    @property
    def illustrative(self) -> bool:
        """True where any record behind the row is made up as an example."""
        return any(shown.evidence is Evidence.ILLUSTRATIVE for shown in self.evidence)


Answerer = Callable[[list[dict[str, Any]], Any], list[AnswerRow]]


@dataclass(frozen=True)
class Question:
    """One question of the catalogue."""

    stem: str
    title: Words
    about: str
    text: str
    """Cypher that can be pasted into Neo4j Browser."""
    parameters: type[QuestionParameters]
    row: type[AnswerRow]
    answer: Answerer

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
            if name != "evidence"
        }

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


def evidence_of(value: Any) -> list[Shown]:
    """Every record behind the things and relations anywhere in `value`, each once, in order."""
    found: dict[tuple[Ref | LinkKey, str], Shown] = {}
    stack = [value]
    while stack:
        each = stack.pop()
        if isinstance(each, Thing | Link):
            found |= {(shown.key, shown.dataset): shown for shown in Shown.of(each)}
        elif isinstance(each, Mapping):
            stack.extend(reversed(list(each.values())))
        elif isinstance(each, list | tuple):
            stack.extend(reversed(each))
    return list(found.values())


def shown_value(value: Any) -> Any:
    """A value of a Cypher row as a value of an answer."""
    if isinstance(value, Thing):
        return ThingRef.of(value)
    if isinstance(value, list | tuple):
        return tuple(shown_value(each) for each in value)
    return value


def rows_as_they_come(row: type[AnswerRow]) -> Answerer:
    """The answer of a question whose Cypher says it all: columns by their names, evidence from all of them."""

    def answer(rows: list[dict[str, Any]], parameters: QuestionParameters) -> list[AnswerRow]:
        return [
            row(
                **{name: shown_value(value) for name, value in each.items() if name in row.model_fields},
                evidence=tuple(evidence_of(each)),
            )
            for each in rows
        ]

    return answer
