"""Where information does not get through, by what is stated.

Missing exchange: a need that no exchange in use meets, and no exchange (or two after each other) carries its
information from the systems of whom it is asked of to those of who needs it, nor do both use one place that holds it.
Care sectors not connected: no exchange in use between their systems, directly or over one stop.
Reads without exchange: a system reads what another masters or stores, and no exchange in use or dependency brings it.
Versions differ: an exchange follows one version of a standard, its provider, consumer or interface only another.
Format of its own: no standard is stated, and a format or the provider's design basis says that it is its own.
Connected to nothing: no exchange, interface, storage or dependency of a system in use is stated.
Standard not stated: neither a standard nor a format; it may well follow one.
Ended exchanges and retired systems are left out.
"""

from typing import Any

from graph.declaration import Choice
from graph.facts import Thing
from graph.ontology import CareSector, InformationEntity, System
from graph.vocabulary import DesignBasis, InteroperabilityLevel
from graph.words import N_
from queries.grounds import grounds
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Gap(Choice):
    """What is missing, in the order of the answer."""

    MISSING = "missing-exchange", "Missing exchange", "Utbyte saknas"
    SECTORS = "sectors-apart", "Care sectors not connected", "Vårdsektorer utan förbindelse"
    READS = "read-without-exchange", "Reads without exchange", "Läser utan utbyte"
    VERSIONS = "version-mismatch", "Versions differ", "Olika versioner"
    ISLAND = "island", "Connected to nothing", "Utan förbindelser"
    NON_STANDARD = "non-standard", "Format of its own", "Eget format"
    REPLACED = "replaced-version", "Replaced version", "Ersatt version"
    NOT_STATED = "standard-not-stated", "Standard not stated", "Standard ej uppgiven"
    NO_OWNER = "exchange-without-owner", "Exchange without owner", "Utbyte utan ägare"


RANKS = dict(enumerate(Gap, start=1))
STRUCTURAL = {Gap.VERSIONS, Gap.NON_STANDARD, Gap.REPLACED}


class Parameters(QuestionParameters):
    """Which gaps to look at; all when not given."""

    gap: Gap | None = parameter("Kind of gap", "Typ av brist")
    system: str | None = parameter("System", "System", of=System)
    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    sector: str | None = parameter("Care sector", "Vårdsektor", of=CareSector)


class Row(AnswerRow):
    """One gap."""

    gap: Gap = column("Gap", "Brist")
    subject: ThingRef = column("Where", "Var")
    other: ThingRef | None = column("Other end", "Andra änden")
    entity: ThingRef | None = column("Information", "Information")
    explanation: Phrase = column("What is wrong", "Vad som är fel")
    remedy: Phrase | None = column("Possible remedy", "Möjlig åtgärd")
    level: InteroperabilityLevel | None = column("Interoperability level", "Interoperabilitetsnivå")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[AnswerRow]:
    """Each gap told as sentences."""
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> Row:
    gap = RANKS[row["rank"]]
    said = {"subject": row["subject"], "other": row["other"], "entity": row["entity"], **row["more"]}
    return Row(
        gap=gap,
        subject=ThingRef.of(row["subject"]),
        other=_ref(row["other"]),
        entity=_ref(row["entity"]),
        explanation=_phrase(_explanation(gap, said), said),
        remedy=_remedy(gap, said),
        level=_level(gap, said),
        evidence=grounds(row),
    )


def _ref(thing: Thing | None) -> ThingRef | None:
    return ThingRef.of(thing) if thing else None


def _phrase(text: str, said: dict[str, Any]) -> Phrase:
    """`text` with what stands in its places; what it does not name is left out."""
    values = {name: ThingRef.of(value) if isinstance(value, Thing) else value for name, value in said.items()}
    return Phrase(text=text, values={name: value for name, value in values.items() if f"{{{name}}}" in text})


def _explanation(gap: Gap, said: dict[str, Any]) -> str:
    """The sentence for `gap`; what it needs beside things is put into `said`."""
    match gap:
        case Gap.MISSING if said["entity"] is None:
            return N_("No exchange brings {to} what it needs from {other}")
        case Gap.MISSING:
            return N_("No exchange carries {entity} from {other} to {to}")
        case Gap.SECTORS:
            return N_("No exchange in use is stated between systems of {subject} and of {other}")
        case Gap.READS if said["holders"] > 1:
            said["others"] = said["holders"] - 1
            return N_("It reads {entity}, held by {other} and {others} more; no exchange brings it from there")
        case Gap.READS:
            return N_("It reads {entity}, held by {other}; no exchange brings it from there")
        case Gap.VERSIONS:
            return N_("The exchange follows {version}, but {other} follows {theirs}")
        case Gap.NON_STANDARD if said["subject"].fields.get("format"):
            said["format"] = said["subject"].fields["format"]
            return N_("No standard is stated; its format is {format}")
        case Gap.NON_STANDARD:
            said["basis"] = DesignBasis(said["other"].fields["design_basis"]).words
            return N_("No standard is stated; the design of {other} rests on: {basis}")
        case Gap.ISLAND:
            return N_("No exchange, interface, storage or dependency is stated")
        case Gap.REPLACED if said["newer"] is not None and said["took"].fields.get("note"):
            said["note"] = said["took"].fields["note"]
            return N_("It follows {other}, which {newer} has replaced ({note})")
        case Gap.REPLACED if said["newer"] is not None:
            return N_("It follows {other}, which {newer} has replaced")
        case Gap.REPLACED:
            return N_("It follows {other}, which its publisher has replaced or withdrawn")
        case Gap.NOT_STATED:
            return N_("Neither a standard nor a format is stated")
        case _:
            return N_("No source says who owns it")


def _remedy(gap: Gap, said: dict[str, Any]) -> Phrase | None:
    match gap:
        case Gap.MISSING if said["planned"]:
            return _phrase(N_("{planned} is planned"), said)
        case Gap.MISSING if said["suits"]:
            return _phrase(N_("{suits} suits the need"), said)
        case Gap.READS if said["api"]:
            return _phrase(N_("{api} gives access to {other}"), said)
        case Gap.VERSIONS if said["platform"]:
            return _phrase(N_("{platform} mediates it and may translate"), said)
        case Gap.REPLACED if said["newer"] is not None and not said["took"].fields.get("note"):
            return _phrase(N_("Move to {newer}"), said)
        case Gap.NON_STANDARD | Gap.NOT_STATED if said["carrier"]:
            return _phrase(N_("{carrier} can carry {entity}"), said)
    return None


def _level(gap: Gap, said: dict[str, Any]) -> InteroperabilityLevel | None:
    """The level that fails; for versions the one that the standard itself serves, where it is stated."""
    if gap is Gap.NOT_STATED:
        return None
    if gap is Gap.NO_OWNER:
        return InteroperabilityLevel.ORGANISATIONAL
    if gap is Gap.VERSIONS and said["standard"].fields.get("levels") == [InteroperabilityLevel.SEMANTIC.value]:
        return InteroperabilityLevel.SEMANTIC
    return InteroperabilityLevel.STRUCTURAL if gap in STRUCTURAL else InteroperabilityLevel.FOUNDATIONAL
