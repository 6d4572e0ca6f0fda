"""Maturity of each capability, place by place and over time, and what builds it.

A place is an organisation that a source says has the capability, or where it was assessed. Where no assessment is
stated the capability is not assessed there: its maturity is unknown, not low. The change is between the first and
the last dated assessment on the same scale. Builders are practices, initiatives and coordinators stated to build the
capability; practised here are those practices that a source places at the organisation.
"""

from typing import Any

from pydantic import BaseModel, ConfigDict

from graph.facts import Thing
from graph.ontology import Capability, Coordinator, Initiative, Organisation, Practice
from graph.words import N_
from queries.grounds import grounds, place, ref, refs
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Parameters(QuestionParameters):
    """Which capability and place to look at; all when not given."""

    capability: str | None = parameter("Capability", "Förmåga", of=Capability)
    organisation: str | None = parameter("Organisation", "Organisation", of=Organisation)
    only_not_assessed: bool = parameter("Only where it is not assessed", "Bara där den inte är bedömd", False)


class Assessed(BaseModel):
    """How mature it was at one time."""

    model_config = ConfigDict(frozen=True)

    assessment: ThingRef
    assessed_on: str | None
    maturity: int | None
    scale: str | None


class Row(AnswerRow):
    """One capability at one place."""

    capability: ThingRef = column("Capability", "Förmåga")
    organisation: ThingRef | None = column("Organisation", "Organisation")
    assessed: bool | None = column("Assessed", "Bedömd")
    maturity: int | None = column("Latest maturity", "Senaste mognad")
    change: int | None = column("Change since the first", "Förändring sedan den första")
    assessments: tuple[Assessed, ...] = column("Assessments", "Bedömningar")
    practised_here: tuple[ThingRef, ...] = column("Practised here", "Praktiseras här")
    practices: tuple[ThingRef, ...] = column("Practices that build it", "Praktiker som bygger den")
    initiatives: tuple[ThingRef, ...] = column("Initiatives that build it", "Initiativ som bygger den")
    coordinators: tuple[ThingRef, ...] = column("Coordinators that build it", "Samordnare som bygger den")
    helped_by: tuple[ThingRef, ...] = column("Helped by", "Stöds av")
    notes: tuple[Phrase, ...] = column("Notes", "Anmärkningar")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Capability by capability, place by place."""
    answered = [_row(row) for row in rows]
    return [row for row in answered if not (parameters.only_not_assessed and row.assessed)]


def _row(row: dict[str, Any]) -> Row:
    held = row["assessments"] if row["organisation"] else [assessment for assessment, _ in row["nowhere"]]
    assessments = sorted(held, key=_when)
    builders = [builder for builder, _ in row["builders"]]
    built_by = {kind: refs(each for each in builders if each.kind == kind.__name__) for kind in (Practice, Coordinator)}
    facts = {name: value for name, value in row.items() if name != "nowhere" or row["organisation"] is None}
    initiatives = [each for each in builders if each.kind == Initiative.__name__]
    return Row(
        capability=ThingRef.of(row["capability"]),
        organisation=ref(row["organisation"]),
        assessed=True if assessments else None,
        maturity=assessments[-1].fields.get("maturity") if assessments else None,
        change=_change(assessments),
        assessments=tuple(_assessed(each) for each in assessments),
        practised_here=refs(each[0] for each in row["practised"]),
        practices=built_by[Practice],
        initiatives=refs([*initiatives, *(each[0] for each in row["bringing"])]),
        coordinators=built_by[Coordinator],
        helped_by=refs(each[0] for each in row["helped_by"]),
        notes=tuple(_notes(row, assessments, builders)),
        evidence=grounds(facts),
    )


def _when(assessment: Thing) -> tuple[str, tuple[str, str, str]]:
    return assessment.fields.get("assessed_on") or "", place(assessment)


def _assessed(assessment: Thing) -> Assessed:
    said = {name: assessment.fields.get(name) for name in ("assessed_on", "maturity", "scale")}
    return Assessed(assessment=ThingRef.of(assessment), **said)


def _change(assessments: list[Thing]) -> int | None:
    measured = [
        each
        for each in assessments
        if each.fields.get("maturity") is not None
        and each.fields.get("assessed_on")
        and each.fields.get("scale") == assessments[-1].fields.get("scale")
    ]
    return measured[-1].fields["maturity"] - measured[0].fields["maturity"] if len(measured) > 1 else None


def _notes(row: dict[str, Any], assessments: list[Thing], builders: list[Thing]) -> list[Phrase]:
    notes = []
    if row["organisation"] is None:
        notes.append(Phrase(text=N_("No source says where it is.")))
    if not assessments:
        notes.append(Phrase(text=N_("It has not been assessed here, as far as any source says.")))
    if not builders:
        notes.append(Phrase(text=N_("No source says what builds it.")))
    return notes
