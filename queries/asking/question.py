"""How a question is declared: typed parameters, a typed row, and what finds its answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from graph.language.code_names import ParameterName, QuestionName
from graph.language.words import Words
from graph.ontology.declaration import LONGEST_ID, Attribute, Choice, Day, Kind, attributes
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow


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


class SnapshotParameters(BaseModel):
    """Which graph is looked at: the facts of today, those of another day, or what a scenario makes of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: Day | None = parameter("As of", "Per den", about=OF_A_DAY)
    scenario: str | None = parameter("Scenario", "Scenario", about=OF_A_SCENARIO, max_length=LONGEST_ID)

    @property
    def day(self) -> str:
        """The day that is asked about: the first of a month or year; today where none is given."""
        return date.today().isoformat() if self.as_of is None else f"{self.as_of}-01-01"[:10]

    def refers_to(self) -> Iterator[tuple[ParameterName, str, str]]:
        """Each parameter that names a thing, with the thing's kind and id."""
        for name in type(self).model_fields:
            kind, value = kind_of(type(self), name), getattr(self, name)
            if kind is not None and value is not None:
                yield parameter_name(type(self), name), kind, value


def kind_of(parameters: type[SnapshotParameters], name: str) -> str | None:
    """The kind whose id the parameter takes, if it takes one."""
    extra: Any = parameters.model_fields[name].json_schema_extra
    return extra.get("of") if isinstance(extra, Mapping) else None


def parameter_name(model: type[BaseModel], name: str) -> ParameterName:
    """The parameter as code and as forms call it."""
    info = model.model_fields[name]
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, Mapping) else {}
    label = info.title or name
    return ParameterName(name, Words(label, str(extra.get("sv", label))))


class QuestionParameters(SnapshotParameters):
    """What every question can be given."""

    limit: int = parameter("Rows at most", "Högst antal rader", 200, ge=1, le=10_000)
    offset: int = parameter("Rows to skip", "Rader att hoppa över", 0, ge=0)


class Parametrised:
    """What takes parameters: a question, or a map."""

    stem: str
    title: Words
    parameters: type[SnapshotParameters]

    @property
    def called(self) -> QuestionName:
        """It, as messages call it."""
        return QuestionName(self.stem, self.title)

    @property
    def inputs(self) -> dict[str, Attribute]:
        """The parameters by name."""
        return attributes(self.parameters)

    def kind_of(self, name: str) -> str | None:
        """The kind whose id the parameter takes, if it takes one."""
        return kind_of(self.parameters, name)


class Theme(Choice):
    """What a question is about, in the order of the start page."""

    FLOWS = "flows", "Does information flow?", "Flödar informationen?"
    GOING = "going", "What can go, and in which order?", "Vad kan avvecklas, och i vilken ordning?"
    INFORMATION = "information", "Information, standards and law", "Information, standarder och lag"
    DECIDING = "deciding", "Who owns, decides and coordinates?", "Vem äger, beslutar och samordnar?"
    CHANGING = "changing", "Change, money and ability", "Förändring, pengar och förmåga"


Finder = Callable[[Snapshot, Any], Sequence[Any]]
"""What finds a question's answer in a snapshot: all of it, in order, each finding as small as may be."""


Explainer = Callable[[Snapshot, Any, Any], AnswerRow]
"""What makes a row of a finding: (snapshot, finding, parameters); done for the rows that are asked for."""


@dataclass(frozen=True)
class Question(Parametrised):
    """One question of the catalogue."""

    stem: str
    title: Words
    about: Words
    """What its answer takes as true, and in which order it comes."""
    parameters: type[QuestionParameters]
    row: type[AnswerRow]
    find: Finder
    explain: Explainer
    theme: Theme
    identity: Callable[[Any], Any]
    """What of a finding says that it is the same in two graphs."""

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
