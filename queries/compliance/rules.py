"""The table that judges, the program's or a region's own ``compliance.yaml``: read and checked before it is used."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from graph.language import validation_errors
from graph.language.words import LANGUAGES, N_, Words, spoken
from graph.tender.offer import ANSWERS as OWN_ANSWERS
from graph.tender.offer import Aspect
from queries.asking.answer import Phrase
from queries.asking.rule_tables import RuleTableError, parsed, table
from queries.compliance.judgement import Status

TABLE = Path(__file__).with_name("compliance.yaml")
NAMED = (
    "accepted",
    "unversioned",
    "superseded",
    "superseding",
    "other-version",
    "in-part",
    "denied",
    "conflicting",
    "mentioned",
    "silent",
)
LISTED = ("all", "some", "none", "absent", "unlisted", "in-part", "denied", "conflicting", "mentioned", "silent")
VERSIONED = tuple(each for each in NAMED if each not in ("superseded", "superseding"))
OFFERED = ("accepted", "in-part", "denied", "conflicting", "mentioned", "silent")
FINDINGS: dict[Aspect, tuple[str, ...]] = {
    Aspect.STANDARD: (*NAMED, "profiles-only"),
    Aspect.MODEL: NAMED,
    Aspect.TERMINOLOGY: NAMED,
    Aspect.SECURITY: NAMED,
    Aspect.PROFILE: VERSIONED,
    Aspect.ACTOR: (*VERSIONED, "uncategorised"),
    Aspect.RESOURCE: LISTED,
    Aspect.CLIENT: tuple(each for each in LISTED if each != "absent"),
    Aspect.SEARCH: LISTED,
    Aspect.COMBINATION: (*OFFERED, "absent"),
    Aspect.OPERATION: OFFERED,
    Aspect.FORMAT: (*OFFERED, "absent"),
    Aspect.ENTITY: OFFERED,
}
"""What can be found about each aspect; the table has exactly one rule for each."""
TOGETHER = ("no-demands", "any-contradicted", "all-met", "any-met-or-partly", "any-not-met", "all-not-declared")
FILLED = ("demand", "found")
"""What a sentence may have places for."""
ANSWERS = (*(says.value for says in OWN_ANSWERS), "both", "none", "unreadable")

UNOPPOSED = "unopposed"
"""An answer of yes where the offer bears some of it out, and says nothing of the rest."""


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

    def phrase(self, **values: object) -> Phrase:
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


def _once(found: list[Cell], wanted: set[Cell], place: str, part: str) -> None:
    for cells, text in (
        (wanted.difference(found), N_("{place}, {part}: no rule for {cells}")),
        (set(found) - wanted, N_("{place}, {part}: there is no {cells} to have a rule for")),
        ({cell for cell in found if found.count(cell) > 1}, N_("{place}, {part}: two rules for {cells}")),
    ):
        if cells:
            raise RuleTableError(text, place=place, part=part, cells="; ".join(sorted(map(_named, cells))))


def _named(cell: object) -> str:
    return ", ".join(cell) if isinstance(cell, tuple) else str(cell)


@cache
def rules() -> Rules:
    """The rules: a region's own ``compliance.yaml`` where there is one, else the program's table.

    Raises:
        SettingsError: the region's own table cannot be used; says where and why.
    """
    return table(TABLE, "compliance.yaml", read)


def read(text: str, place: str) -> Rules:
    """The table in `text`, which stands at `place`.

    Raises:
        RuleTableError: it is no such table, a case has no rule or two, two rules have one id, or a sentence has a place
            for something that is not known.
    """
    try:
        found = Rules.model_validate(parsed(text, place))
    except ValidationError as error:
        wrong = validation_errors.first(error)
        raise RuleTableError(
            N_("{place}, {key}: {problem}"), place=place, key=wrong.name or "-", problem=wrong.reason
        ) from error
    ids = [rule.id for rule in found]
    for rule in found:
        if ids.count(rule.id) > 1:
            raise RuleTableError(N_("{place}: the id {id} stands twice"), place=place, id=rule.id)
        for said in (rule.en, rule.sv):
            if not _can_be_filled(said):
                text, known = N_("{place}, {id}: in a sentence, braces stand around {known} only"), " or ".join(FILLED)
                raise RuleTableError(text, place=place, id=rule.id, known=known)
    cells = [(aspect, rule.finding) for rule in found.findings for aspect in rule.aspects]
    _once(cells, {(aspect, each) for aspect, some in FINDINGS.items() for each in some}, place, "findings")
    _once([rule.when for rule in found.together], set(TOGETHER), place, "together")
    shown = [(answer, status) for rule in found.answers for answer in rule.answer for status in rule.shown]
    every = {(answer, status) for answer in ANSWERS for status in Status}
    _once(shown, every | {(UNOPPOSED, Status.PARTLY)}, place, "answers")
    return found


def _can_be_filled(said: str) -> bool:
    try:
        return {name for _, name, _, _ in Formatter().parse(said) if name is not None} <= set(FILLED)
    except ValueError:
        return False


def filled(words: Words, **values: object) -> Words:
    """`words` with `values` filled in, each in its own language."""
    return Words(
        *(
            words.say(language).format(**{name: spoken(value, language) for name, value in values.items()})
            for language in LANGUAGES
        )
    )


def sentence(words: Words, **values: object) -> Phrase:
    """`words` with `values` filled in, as a phrase of an answer."""
    return Phrase(text="{sentence}", values={"sentence": filled(words, **values)})
