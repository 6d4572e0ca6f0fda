"""The table that judges, ``rules.yaml``: read and checked when imported. A wrong table does not import."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

from graph.offer import Aspect, Says
from graph.words import LANGUAGES, Words, spoken
from queries.answer import Phrase
from queries.compliance.judgement import Status

TABLE = Path(__file__).with_name("rules.yaml")
NAMED = (
    "accepted",
    "unversioned",
    "superseded",
    "superseding",
    "other-version",
    "in-part",
    "denied",
    "conflicting",
    "silent",
)
LISTED = ("all", "some", "none", "absent", "unlisted", "in-part", "denied", "conflicting", "silent")
OFFERED = ("accepted", "in-part", "denied", "conflicting", "silent")
FINDINGS: dict[Aspect, tuple[str, ...]] = {
    Aspect.STANDARD: (*NAMED, "profiles-only"),
    Aspect.MODEL: NAMED,
    Aspect.TERMINOLOGY: NAMED,
    Aspect.SECURITY: NAMED,
    Aspect.PROFILE: ("accepted", "unversioned", "other-version", "in-part", "denied", "conflicting", "silent"),
    Aspect.RESOURCE: LISTED,
    Aspect.SEARCH: LISTED,
    Aspect.OPERATION: OFFERED,
    Aspect.FORMAT: (*OFFERED, "absent"),
    Aspect.ENTITY: OFFERED,
}
"""What can be found about each aspect; the table has exactly one rule for each."""
TOGETHER = ("no-demands", "any-contradicted", "all-met", "any-met-or-partly", "any-not-met", "all-not-declared")
ANSWERS = (*(says.value for says in Says), "both", "none")


class RulesError(TypeError):
    """The table of rules does not hold together; the message names the rule."""


class _Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    status: Status
    en: str
    sv: str

    @property
    def words(self) -> Words:
        """Its sentence in both languages."""
        return Words(self.en, self.sv)

    def told(self, **values: object) -> Phrase:
        """Its sentence with `values` filled in."""
        return sentence(self.words, **values)


class FindingRule(_Rule):
    """What follows from one finding about some aspects."""

    aspects: tuple[Aspect, ...]
    finding: str


class TogetherRule(_Rule):
    """What follows from the findings of all demands together."""

    when: str


class AnswerRule(_Rule):
    """What follows from an answer beside what the rest of the offer shows."""

    answer: tuple[str, ...]
    shown: tuple[Status, ...]


class Rules(BaseModel):
    """The whole table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    findings: tuple[FindingRule, ...]
    together: tuple[TogetherRule, ...]
    answers: tuple[AnswerRule, ...]

    def __iter__(self) -> Iterator[_Rule]:  # type: ignore[override]
        yield from (*self.findings, *self.together, *self.answers)

    def finding(self, aspect: Aspect, finding: str) -> FindingRule:
        """The rule of a finding."""
        return next(rule for rule in self.findings if aspect in rule.aspects and rule.finding == finding)

    def joint(self, when: str) -> TogetherRule:
        """The rule of all demands together."""
        return next(rule for rule in self.together if rule.when == when)

    def answer(self, answer: str, shown: Status) -> AnswerRule:
        """The rule of an answer."""
        return next(rule for rule in self.answers if answer in rule.answer and shown in rule.shown)


Cell = TypeVar("Cell")


def _once(found: list[Cell], wanted: set[Cell], part: str) -> None:
    twice = {cell for cell in found if found.count(cell) > 1}
    if twice or set(found) != wanted:
        raise RulesError(
            f"rules.yaml, {part}: without a rule {sorted(map(str, wanted - set(found)))}, "
            f"unknown {sorted(map(str, set(found) - wanted))}, with two rules {sorted(map(str, twice))}"
        )


def read(text: str) -> Rules:
    """The table in `text`.

    Raises:
        RulesError: a case has no rule or two, or two rules have one id.
    """
    table: Any = yaml.safe_load(text)
    rules = Rules.model_validate(table)
    ids = [rule.id for rule in rules]
    if len(set(ids)) != len(ids):
        raise RulesError(f"rules.yaml: two rules are called {next(id for id in ids if ids.count(id) > 1)}")
    _once(
        [(aspect, rule.finding) for rule in rules.findings for aspect in rule.aspects],
        {(aspect, finding) for aspect, findings in FINDINGS.items() for finding in findings},
        "findings",
    )
    _once([rule.when for rule in rules.together], set(TOGETHER), "together")
    _once(
        [(answer, shown) for rule in rules.answers for answer in rule.answer for shown in rule.shown],
        {(answer, shown) for answer in ANSWERS for shown in Status},
        "answers",
    )
    return rules


@cache
def _table() -> Rules:
    return read(TABLE.read_text(encoding="utf-8"))


RULES = _table()


def sentence(words: Words, **values: object) -> Phrase:
    """`words` with `values` filled in, each in its own language."""
    filled = Words(
        *(
            words.say(language).format(**{name: spoken(value, language) for name, value in values.items()})
            for language in LANGUAGES
        )
    )
    return Phrase(text="{sentence}", values={"sentence": filled})
