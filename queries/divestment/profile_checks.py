"""Whether a scoring profile holds together: known indicators, whole scales, ranges the right way round, weights."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import process

from graph.language.words import N_, Message
from graph.ontology.kinds import System
from queries.divestment.indicators import COMPUTED, FIELDS, values
from queries.divestment.profile import Band, Fit, Indicator, Profile, Range, RiskTable

Path = tuple[str | int, ...]
MILESTONES = tuple(name for name, each in System.attributes().items() if each.is_day)
"""The fields of a system that a lifecycle may have as its milestones."""


class ProfileProblem(NamedTuple):
    """Something wrong in a profile."""

    path: Path
    """The keys and places in lists that lead to it."""
    message: Message


def problem(path: Path, text: str, **values: object) -> ProfileProblem:
    """A problem, with what stands in the places of its text."""
    return ProfileProblem(path, Message(text, values))


def problems(profile: Profile, stem: str) -> Iterator[ProfileProblem]:
    """Everything that is wrong in the profile of the file `stem`, in the order of the file."""
    if profile.name != stem:
        text = N_("its name is '{name}'; a profile has the name of its file, here '{stem}'")
        yield problem(("name",), text, name=profile.name, stem=stem)
    seen: set[str] = set()
    for path, each in _indicators(profile):
        if each.id in seen:
            yield problem((*path, "id"), N_("two indicators are called '{id}'; give each an id of its own"), id=each.id)
        seen.add(each.id)
        yield from _indicator(path, each)
    for name, fit in (("functional", profile.functional), ("technical", profile.technical)):
        yield from _weights((name, "indicators"), fit)
    yield from _risk(("risk",), profile.risk)
    for name, bands in (("overlap", profile.overlap.bands), ("complexity", profile.complexity.bands)):
        yield from _bands((name, "bands"), bands)


def _indicators(profile: Profile) -> Iterator[tuple[Path, Indicator]]:
    for name, fit in (("functional", profile.functional), ("technical", profile.technical)):
        for number, each in enumerate(fit.indicators):
            yield (name, "indicators", number), each
    yield ("cost",), profile.cost


def _indicator(path: Path, each: Indicator) -> Iterator[ProfileProblem]:
    if each.reads not in COMPUTED and each.reads not in FIELDS:
        known = [*COMPUTED, *FIELDS]
        near = process.extractOne(each.reads, known)
        text = N_("there is no indicator '{reads}' to read; did you mean '{near}'? There are: {known}")
        yield problem((*path, "reads"), text, reads=each.reads, near=near[0], known=", ".join(known))
    else:
        yield from _scale((*path, "scale"), each)
    if isinstance(each.range, Range) and each.range.min >= each.range.max:
        text = N_(
            "the range goes from {min} to {max}; the least must be below the most, and direction says which is best"
        )
        yield problem((*path, "range"), text, min=each.range.min, max=each.range.max)


def _scale(path: Path, each: Indicator) -> Iterator[ProfileProblem]:
    wanted = () if each.reads in COMPUTED else values(FIELDS[each.reads])
    if not wanted and each.scale is not None:
        yield problem(path, N_("'{reads}' is a number already; take its scale away"), reads=each.reads)
    elif wanted and each.scale is None:
        text = N_("'{reads}' is not a number; give it a scale with a number for each of: {values}")
        yield problem(path[:-1], text, reads=each.reads, values=", ".join(wanted))
    elif each.scale is not None:
        if missing := [value for value in wanted if value not in each.scale]:
            yield problem(path, N_("the scale has no number for: {values}"), values=", ".join(missing))
        if strange := [value for value in each.scale if value not in wanted]:
            text = N_("'{reads}' never is: {values}. It is one of: {known}")
            yield problem(path, text, reads=each.reads, values=", ".join(strange), known=", ".join(wanted))


def _weights(path: Path, fit: Fit) -> Iterator[ProfileProblem]:
    if sum(each.weight for each in fit.indicators) == 0:
        yield problem(path, N_("the weights sum to nothing; give at least one indicator a weight above 0"))


def _risk(path: Path, table: RiskTable) -> Iterator[ProfileProblem]:
    days = [step.up_to_days for step in table.base]
    yield from _rising((*path, "base"), days)
    lifecycles: Mapping[str, Mapping[str, float]] = {"vendor": table.vendor, "own_use": table.own_use}
    for name, multipliers in lifecycles.items():
        for field in multipliers:
            if field not in MILESTONES:
                text = N_("a system has no date called '{field}'. It has: {known}")
                yield problem((*path, name, field), text, field=field, known=", ".join(MILESTONES))
    yield from _bands((*path, "bands"), table.bands)


def _bands(path: Path, bands: Sequence[Band]) -> Iterator[ProfileProblem]:
    for number, each in enumerate(bands[:-1]):
        if (each.below is None) == (each.up_to is None):
            text = N_("the band '{band}' needs either below or up_to, and not both")
            yield problem((*path, number), text, band=each.en)
            return
    if bands[-1].end is not None:
        text = N_("the last band, '{band}', must have no end: it holds all larger numbers")
        yield problem((*path, len(bands) - 1), text, band=bands[-1].en)
    yield from _rising(path, [each.end for each in bands[:-1] if each.end is not None])


def _rising(path: Path, numbers: Sequence[float]) -> Iterator[ProfileProblem]:
    for place, (one, other) in enumerate(pairwise(numbers), 1):
        if other <= one:
            text = N_("{other} comes after {one}; write them from the least to the most")
            yield problem((*path, place), text, one=one, other=other)
