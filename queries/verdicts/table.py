"""The table of verdict rules: read from ``verdicts.yaml``, and checked so that every value has exactly one rule."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.language.words import N_, Message, Words
from graph.ontology.declaration import Choice
from graph.ontology.vocabulary import InteroperabilityLevel
from queries.asking.rule_tables import RuleTableError, parsed, table
from queries.verdicts.observing import OBSERVATIONS, Seen

RULES = Path(__file__).with_name("verdicts.yaml")


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


KEYS = ("id", "sees", "verdict", "level", "en", "sv")
"""What a rule says."""
CHOICES: dict[str, type[Choice]] = {"verdict": Verdict, "level": FailingLevel}


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


@cache
def rules() -> dict[Seen, Rule]:
    """The rules by what they see: a region's own ``verdicts.yaml`` where there is one, else the program's table.

    Raises:
        SettingsError: the region's own table cannot be used; says which line and why.
    """
    return table(RULES, "verdicts.yaml", read)


def read(text: str, place: str) -> dict[Seen, Rule]:
    """The rules written in `text`, which stands at `place`.

    Raises:
        RuleTableError: it is not such a table, or a value has no rule or two.
    """
    written = parsed(text, place)
    if not isinstance(written, dict) or not isinstance(written.get("rules"), list):
        raise RuleTableError(N_("{place}: write the names version and rules, and under rules a list"), place=place)
    found: dict[Seen, Rule] = {}
    ids: set[str] = set()
    for rank, each in enumerate(written["rules"]):
        rule = _rule(each, rank, Message(N_("{place}, rule {number}"), {"place": place, "number": rank + 1}))
        if rule.id in ids:
            raise RuleTableError(N_("{place}: the id {id} stands twice"), place=place, id=rule.id)
        if rule.sees in found:
            text, other = N_("{place}, {id}: {other} sees {value} already"), found[rule.sees].id
            raise RuleTableError(text, place=place, id=rule.id, other=other, value=": ".join(rule.sees))
        ids.add(rule.id)
        found[rule.sees] = rule
    if missing := {(name, value) for name, values in OBSERVATIONS.items() for value in values} - found.keys():
        values = ", ".join(sorted(": ".join(each) for each in missing))
        raise RuleTableError(N_("{place}: no rule sees {values}"), place=place, values=values)
    return found


def _rule(written: Any, rank: int, place: Message) -> Rule:
    missing = [each for each in KEYS if not isinstance(written, dict) or each not in written]
    if missing:
        text = N_("{place}: a rule has {keys}; this one lacks {missing}")
        raise RuleTableError(text, place=place, keys=", ".join(KEYS), missing=", ".join(missing))
    sees, here = written["sees"], {"place": place, "id": written["id"]}
    if not isinstance(sees, dict) or len(sees) != 1:
        raise RuleTableError(N_("{place}, {id}: sees is one observation and its value"), **here)
    ((name, value),) = sees.items()
    if name not in OBSERVATIONS or value not in OBSERVATIONS[name]:
        known = "; ".join(f"{each}: {', '.join(values)}" for each, values in OBSERVATIONS.items())
        text = N_("{place}, {id}: {name}: {value} is not seen. There are: {known}")
        raise RuleTableError(text, **here, name=name, value=value, known=known)
    for key, choices in CHOICES.items():
        if written[key] not in list(choices):
            text = N_("{place}, {id}: {key} is {value}; write one of: {known}")
            raise RuleTableError(text, **here, key=key, value=written[key], known=", ".join(choices))
    if not str(written["en"]).strip() or not str(written["sv"]).strip():
        raise RuleTableError(N_("{place}, {id}: write its sentence in both languages, en and sv"), **here)
    verdict, level = Verdict(written["verdict"]), FailingLevel(written["level"])
    return Rule(str(written["id"]), (name, value), verdict, level, Words(str(written["en"]), str(written["sv"])), rank)
