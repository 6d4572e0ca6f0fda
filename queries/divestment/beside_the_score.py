"""The parts of a score that stand beside TIME, opened up: risk, overlap, complexity, switching effort."""

from collections.abc import Mapping
from typing import Any

from graph.language.words import N_, by_number
from graph.ontology.kinds import System
from graph.snapshot.typed_nodes import SystemNode
from queries.asking.answer import Phrase, ThingRef
from queries.divestment.complexity import Estimate, complexity, effort, estimated_band, priced, size
from queries.divestment.lifecycle_risk import Risk, base
from queries.divestment.normalisation import band
from queries.divestment.overlap import informs, others, share, shared, switchable, used
from queries.divestment.profile import Profile
from queries.divestment.score_explanation import UNKNOWN, Columns, method, name, rounded

DAYS = by_number("One person-day.", "{days} person-days.", "days")
AT_LEAST_DAYS = by_number("At least one person-day.", "At least {days} person-days.", "days")
NAMED = 3
"""Systems that share information which are named."""


def risked(profile: Profile, risk: Risk | None, multipliers: Mapping[str, float]) -> Columns:
    """A lifecycle risk, with the milestone that it comes from."""
    attributes = System.attributes()
    if risk is None:
        missing = tuple(name(attributes[each].words) for each in multipliers)
        unknown = Phrase(text=N_("No date is stated: the risk is unknown, and neither 0 nor the highest."))
        return {"verdict": name(UNKNOWN), "missing": missing, "rationale": (unknown, method(profile, "risk"))}
    said: dict[str, Any] = {"milestone": attributes[risk.milestone].words, "day": risk.day}
    if risk.days is None:
        how = Phrase(text=N_("All dates are past; the last was {milestone}, {day}."), values=said)
    else:
        said |= {
            "days": risk.days,
            "base": rounded(base(risk.days, profile.risk)),
            "multiplier": rounded(multipliers[risk.milestone]),
        }
        text = by_number(
            "{base} for one day to {milestone}, {day}, times {multiplier}.",
            "{base} for {days} days to {milestone}, {day}, times {multiplier}.",
            "days",
        )
        how = Phrase(text=text, values=said)
    verdict = name(band(risk.score, profile.risk.bands).words)
    return {"value": risk.score, "verdict": verdict, "rationale": (how, method(profile, "risk"))}


def overlapping(profile: Profile, system: SystemNode) -> Columns:
    """How much of its information others have, who, and whom it can be switched for."""
    own, common = informs(system), shared(system)
    part = share(system, common)
    if part is None:
        told = Phrase(text=N_("No source says which information it has."))
        missing = (Phrase(text=N_("information that it has")),)
        return {"verdict": name(UNKNOWN), "missing": missing, "rationale": (told, method(profile, "overlap"))}
    counts: Any = {"common": len(common), "own": len(own)}
    said = [Phrase(text=N_("Kinds of information that it has: {own}; with others too: {common}."), values=counts)]
    for each in others(system)[:NAMED]:
        values: Any = {"other": ThingRef.of(each.system), "share": rounded(100 * each.share)}
        said.append(Phrase(text=N_("{other} has {share} % of it."), values=values))
    able = switchable(system)
    for other in able[:NAMED]:
        text = N_("It can be switched for {other}, which has all of it that is used.")
        said.append(Phrase(text=text, values={"other": ThingRef.of(other)}))
    unknown: tuple[Phrase, ...] = ()
    if not used(system):
        unknown = (Phrase(text=N_("which of its information is used")),)
    elif not able:
        said.append(Phrase(text=N_("No other system in use has all of it that is used.")))
    verdict = name(band(part, profile.overlap.bands).words)
    return {"value": part, "verdict": verdict, "missing": unknown, "rationale": (*said, method(profile, "overlap"))}


def complex_of(profile: Profile, system: SystemNode) -> Columns:
    """Complexity, or the least that it can be."""
    of = size(system)
    found = complexity(of)
    values: Any = {key: UNKNOWN if count is None else count for key, count in of._asdict().items()}
    text = N_("(exchanges in use: {integrations} + disciplines: {processes}) * kinds of information: {services}")
    said = [Phrase(text=text, values=values), *_least(found), method(profile, "complexity")]
    return _estimated(found, estimated_band(found, profile.complexity.bands), said)


def switching(profile: Profile, system: SystemNode) -> Columns:
    """What it takes to switch to another system, in SEK, or the least that it can take."""
    of, table = size(system), profile.switching
    days = effort(of, table)
    values: Any = {
        "integrations": UNKNOWN if of.integrations is None else of.integrations,
        "processes": UNKNOWN if of.processes is None else of.processes,
        "first": rounded(table.integration_days),
        "second": rounded(table.process_days),
    }
    text = N_("exchanges in use: {integrations} * {first} + disciplines: {processes} * {second} person-days")
    said = [Phrase(text=text, values=values)]
    known = days.at_least if days.value is None else days.value
    if known is not None:
        said.append(Phrase(text=AT_LEAST_DAYS if days.value is None else DAYS, values={"days": rounded(known)}))
    if table.day_rate_sek is not None:
        said.append(
            Phrase(text=N_("A day is {rate} SEK in the profile."), values={"rate": rounded(table.day_rate_sek)})
        )
    found = priced(days, table)
    return _estimated(found, None, [*said, *_least(found), method(profile, "switching")])


def _least(found: Estimate) -> list[Phrase]:
    if found.at_least is None:
        return []
    return [Phrase(text=N_("At least {least}; something is not stated."), values={"least": rounded(found.at_least)})]


def _estimated(found: Estimate, banded: Any, said: list[Phrase]) -> Columns:
    return {
        "value": found.value,
        "verdict": name(banded.words) if banded else None,
        "missing": tuple(Phrase(text=each) for each in found.missing),
        "rationale": tuple(said),
    }
