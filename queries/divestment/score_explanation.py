"""A score opened up: the columns of the row of a verdict, a fit or an indicator, with formula, numbers and source."""

from typing import Any

from graph.language.words import N_, Words
from graph.ontology.declaration import Choice
from graph.snapshot.typed_nodes import SideName, SystemNode
from queries.asking.answer import Phrase
from queries.divestment.indicators import stated
from queries.divestment.profile import Fit, Preference, Profile
from queries.divestment.quadrant import Quadrant, differs
from queries.divestment.scoring import Ranges, Score, ScoreLine
from queries.divestment.sensitivity import Between

Columns = dict[str, Any]
UNKNOWN = Words("not stated", "ej uppgivet")
HIGH, LOW = Words("High", "Hög"), Words("Low", "Låg")
NOT_ASSESSED = Quadrant.NOT_ASSESSED.words


class ScorePart(Choice):
    """The parts of a score, each by a published method of its own."""

    TIME = "time", "TIME", "TIME"
    FUNCTIONAL = "functional", "Functional fit", "Funktionell lämplighet"
    TECHNICAL = "technical", "Technical fit", "Teknisk lämplighet"
    VENDOR_RISK = "vendor-risk", "Lifecycle risk: vendor support", "Livscykelrisk: leverantörens support"
    OWN_RISK = "own-risk", "Lifecycle risk: own use", "Livscykelrisk: egen användning"
    OVERLAP = "overlap", "Functional overlap", "Funktionellt överlapp"
    COMPLEXITY = "complexity", "Complexity", "Komplexitet"
    COST = "cost", "Cost", "Kostnad"
    SWITCHING = "switching", "Switching effort", "Arbete för att byta"


def name(words: Words) -> Phrase:
    """A name that has both languages where it is declared."""
    return Phrase(text="{name}", values={"name": words})


def rounded(number: float) -> float | int:
    """A number as it is told: with two decimals, or whole where it is whole."""
    return int(number) if number == int(number) else round(number, 2)


def method(profile: Profile, key: str) -> Phrase:
    """Where the method of a part is published."""
    source = profile.sources.get(key)
    if source is None:
        return Phrase(text=N_("The profile names no source for this method."))
    return Phrase(text=N_("Method: {source}."), values={"source": source})


def whole(profile: Profile, functional: Score, technical: Score, computed: Quadrant, recommended: Any) -> Columns:
    """TIME: the computed verdict beside what people recommend."""
    rationale = [
        Phrase(
            text=N_("Function {functional} (high from {first}), technology {technical} (high from {second})."),
            values={
                "functional": _or_unknown(functional.score),
                "first": rounded(profile.functional.threshold),
                "technical": _or_unknown(technical.score),
                "second": rounded(profile.technical.threshold),
            },
        )
    ]
    if recommended is not None:
        unlike = differs(computed, recommended)
        if unlike is None:
            text = N_("People recommend: {verdict}. Nothing is computed to compare with.")
        else:
            text = (
                N_("People recommend something else: {verdict}.")
                if unlike
                else N_("People recommend the same: {verdict}.")
            )
        rationale.append(Phrase(text=text, values={"verdict": Quadrant(recommended).words}))
    profiled = N_("Profile: {title}, {name} {version}.")
    said: dict[str, Any] = {"title": profile.title.words, "name": profile.name, "version": profile.version}
    missing = () if recommended is not None else (Phrase(text=N_("a recommendation by people")),)
    rationale += [Phrase(text=profiled, values=said), method(profile, "time")]
    return {"verdict": name(computed.words), "missing": missing, "rationale": tuple(rationale)}


def _or_unknown(number: float | None) -> Any:
    return UNKNOWN if number is None else rounded(number)


def fitted(profile: Profile, fit: Fit, score: Score) -> Columns:
    """The sum of one fit."""
    missing = tuple(name(each.indicator.words) for each in score.lines if each.normalised is None)
    text = N_(
        "The sum of the contributions; high from {threshold}. Known: {known} % of the weights; needed: {least} %."
    )
    shares = {"known": rounded(100 * score.known), "least": rounded(100 * fit.least_known)}
    rationale = [Phrase(text=text, values={"threshold": rounded(fit.threshold), **shares})]
    if missing:
        text = N_("If all that is missing were the worst the score would be {lowest}, if it were the best {highest}.")
        values: Any = {"lowest": rounded(score.lowest), "highest": rounded(score.highest)}
        rationale.append(Phrase(text=text, values=values))
    verdict = NOT_ASSESSED if score.high is None else HIGH if score.high else LOW
    return {
        "normalised": score.score,
        "verdict": name(verdict),
        "missing": missing,
        "rationale": (*rationale, method(profile, "normalisation")),
    }


def indicated(
    profile: Profile, system: SystemNode, line: ScoreLine, within: Ranges, between: Between | None
) -> Columns:
    """One indicator: raw, normalised, weighted, and between which weights the verdict holds."""
    said = stated(line.indicator, system)
    limits = within.get(line.indicator.id)
    columns: Columns = {
        "indicator": name(line.indicator.words),
        "value": line.raw,
        "stated": name(said) if said else None,
        "normalised": line.normalised,
        "weight": None if between is None else line.weight,
        "contribution": line.contribution,
        "holds_from": between.low if between else None,
        "holds_to": between.high if between else None,
        "missing": () if line.normalised is not None else (name(line.indicator.words),),
        "rationale": (*_formula(line, limits), method(profile, "normalisation")),
    }
    return columns


def _formula(line: ScoreLine, limits: tuple[float, float] | None) -> list[Phrase]:
    if line.raw is None or limits is None:
        return [Phrase(text=N_("It is not stated, and left out: it counts neither as 0 nor as the worst."))]
    least, most = limits
    if least == most:
        return [Phrase(text=N_("All systems in use have the same value: 10."))]
    values: Any = {"value": rounded(line.raw), "least": rounded(least), "most": rounded(most)}
    if line.indicator.direction is Preference.MAXIMISE:
        return [Phrase(text=N_("({value} - {least}) / ({most} - {least}) * 9 + 1"), values=values)]
    return [Phrase(text=N_("10 - ({value} - {least}) / ({most} - {least}) * 9"), values=values)]


FACTS: dict[str, tuple[SideName, ...]] = {
    "organisations": ("used_by",),
    "disciplines": ("serves",),
    "information": ("masters", "stores", "publishes"),
    "overlap": ("masters", "stores", "publishes"),
    "receivers": ("provides",),
    "integrations": ("provides", "consumes"),
}
"""The relations that a counted indicator rests on; a field rests on the system's own record."""


def rests_on(reads: str) -> tuple[SideName, ...]:
    """The sides of a system that an indicator reads."""
    return FACTS.get(reads, ())
