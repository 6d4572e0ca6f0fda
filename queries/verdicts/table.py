"""The table of verdict rules: read from ``rules.yaml``, and checked so that every value has exactly one rule."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.declaration import Choice
from graph.errors import SettingsError
from graph.settings import own_rules
from graph.vocabulary import InteroperabilityLevel
from graph.words import N_, Words

RULES = Path(__file__).with_name("rules.yaml")


class Verdict(Choice):
    """Whether information gets there so that it can be used."""

    NO_PATH = "no-path", "No path", "Ingen väg"
    FORMAT = "format-gap", "Format gap", "Formatglapp"
    VERSION = "version-gap", "Version gap", "Versionsglapp"
    PROFILE = "profile-gap", "Profile gap", "Profilglapp"
    TERMINOLOGY = "terminology-gap", "Terminology gap", "Terminologiglapp"
    TOO_SLOW = "too-slow", "Too slow for the need", "För långsamt för behovet"
    UNGOVERNED = "ungoverned", "Nobody answers for it", "Ingen svarar för det"
    UNKNOWN = "unknown", "Unknown", "Okänt"
    ONLY_THROUGH = "only-through", "Only through one point", "Bara genom en punkt"
    CONFORMANT = "conformant", "Conformant", "Följer standarden"


class FailingLevel(Choice):
    """The HIMSS level of interoperability that fails, if one does."""

    FOUNDATIONAL = InteroperabilityLevel.FOUNDATIONAL.value, *InteroperabilityLevel.FOUNDATIONAL.words
    STRUCTURAL = InteroperabilityLevel.STRUCTURAL.value, *InteroperabilityLevel.STRUCTURAL.words
    SEMANTIC = InteroperabilityLevel.SEMANTIC.value, *InteroperabilityLevel.SEMANTIC.words
    ORGANISATIONAL = InteroperabilityLevel.ORGANISATIONAL.value, *InteroperabilityLevel.ORGANISATIONAL.words
    NONE = "none", "None", "Ingen"


OBSERVATIONS: dict[str, tuple[str, ...]] = {
    "ends": ("stated", "not-stated"),
    "reach": ("there", "content-not-stated", "planned", "none"),
    "structure": ("same", "other-version", "other-standard", "own-format", "not-stated"),
    "profile": ("fits", "other"),
    "codes": ("same", "other", "not-stated", "not-needed"),
    "timing": ("fits", "too-slow", "not-stated", "not-needed"),
    "governance": ("governed", "within", "ungoverned"),
    "way": ("free", "mediator", "facade"),
}
"""What is looked at, and the values that each can have."""
Seen = tuple[str, str]
"""An observation and its value."""


@dataclass(frozen=True)
class Rule:
    """What one value of one observation means."""

    id: str
    sees: Seen
    verdict: Verdict
    level: FailingLevel
    words: Words
    rank: int
    """Its place in the table; of those that hold, the first is the verdict."""


class RuleTableError(ValueError):
    """The table of rules cannot be used; the message says which line and why."""


@cache
def rules() -> dict[Seen, Rule]:
    """The rules by what they see: a region's own ``verdicts.yaml`` where there is one, else the program's table.

    Raises:
        SettingsError: the region's own table cannot be used; says which line and why.
    """
    own = (own_rules() or RULES.parent) / "verdicts.yaml"
    if not own.is_file():
        return read(RULES.read_text(encoding="utf-8"), RULES.name)
    try:
        return read(own.read_text(encoding="utf-8"), str(own))
    except (RuleTableError, UnicodeDecodeError) as error:
        raise SettingsError(
            N_("The table of verdict rules cannot be used: {reason}. Mend it, or take it away."), reason=error
        ) from error


def read(text: str, place: str) -> dict[Seen, Rule]:
    """The rules written in `text`, which stands at `place`.

    Raises:
        RuleTableError: it is not such a table, or a value has no rule or two.
    """
    try:
        told = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise RuleTableError(f"{place}: is not YAML: {error}") from error
    if not isinstance(told, dict) or not isinstance(told.get("rules"), list):
        raise RuleTableError(f"{place}: write a mapping with 'version' and 'rules', a list")
    found: dict[Seen, Rule] = {}
    ids: set[str] = set()
    for rank, each in enumerate(told["rules"]):
        rule = _rule(each, rank, f"{place}, rule {rank + 1}")
        if rule.id in ids:
            raise RuleTableError(f"{place}: the id {rule.id} stands twice")
        if rule.sees in found:
            raise RuleTableError(f"{place}, {rule.id}: {found[rule.sees].id} sees {': '.join(rule.sees)} already")
        ids.add(rule.id)
        found[rule.sees] = rule
    if missing := {(name, value) for name, values in OBSERVATIONS.items() for value in values} - found.keys():
        raise RuleTableError(f"{place}: no rule sees {', '.join(sorted(': '.join(each) for each in missing))}")
    return found


def _rule(told: Any, rank: int, place: str) -> Rule:
    if not isinstance(told, dict) or (missing := {"id", "sees", "verdict", "level", "en", "sv"} - told.keys()):
        raise RuleTableError(
            f"{place}: a rule has id, sees, verdict, level, en and sv"
            + (f"; it lacks {', '.join(sorted(missing))}" if isinstance(told, dict) else "")
        )
    sees = told["sees"]
    if not isinstance(sees, dict) or len(sees) != 1:
        raise RuleTableError(f"{place}, {told['id']}: sees is one observation and its value")
    ((name, value),) = sees.items()
    if name not in OBSERVATIONS or value not in OBSERVATIONS[name]:
        known = "; ".join(f"{each}: {', '.join(values)}" for each, values in OBSERVATIONS.items())
        raise RuleTableError(f"{place}, {told['id']}: {name}: {value} is not seen. There are: {known}")
    try:
        verdict = Verdict(told["verdict"])
        level = FailingLevel(told["level"])
    except ValueError as error:
        raise RuleTableError(f"{place}, {told['id']}: {error}") from error
    if not str(told["en"]).strip() or not str(told["sv"]).strip():
        raise RuleTableError(f"{place}, {told['id']}: write its sentence in both languages, en and sv")
    return Rule(str(told["id"]), (name, value), verdict, level, Words(str(told["en"]), str(told["sv"])), rank)
