"""For each information entity: which systems master, store, read and publish it, and whether a model defines it.

Two masters and no master are findings, as is information that no model in force defines; a model that another has
superseded is not in force. For each system that maps to no such model: whether it came with a fixed model of its own
(which cannot be changed), or whether only the mapping is not stated. Planned and retired systems do not count; of
each list the first five are shown.
"""

from typing import Any

from graph.declaration import Choice
from graph.ontology import InformationEntity, InformationModel
from queries.grounds import grounds
from queries.question import AnswerRow, QuestionParameters, ThingRef, column, parameter, shown_value


class Finding(Choice):
    """How something stands to the information model, the gravest first."""

    SEVERAL_MASTERS = "several-masters", "Several masters", "Flera mastersystem"
    NO_MASTER = "no-master", "No master", "Inget mastersystem"
    NOT_IN_MODEL = "not-in-model", "Not in the model", "Inte i modellen"
    FIXED_MODEL = "fixed-model", "Fixed model of its own, not mapped", "Egen låst modell, utan översättning"
    NOT_USED = "not-used", "No system uses it", "Inget system använder den"
    ONE_MASTER = "one-master", "One master", "Ett mastersystem"
    NOT_STATED = "mapping-not-stated", "Mapping not stated", "Översättning ej uppgiven"


class Parameters(QuestionParameters):
    """Which model, information or finding to look at; all when not given."""

    model: str | None = parameter("Information model", "Informationsmodell", of=InformationModel)
    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    finding: Finding | None = parameter("Finding", "Iakttagelse")


class Row(AnswerRow):
    """One information entity, or one system whose model maps to no model in force."""

    subject: ThingRef = column("Information or system", "Information eller system")
    findings: tuple[Finding, ...] = column("Finding", "Iakttagelse")
    models: tuple[ThingRef, ...] = column("In model", "I modell")
    masters: tuple[ThingRef, ...] = column("Master", "Master")
    stores: tuple[ThingRef, ...] = column("Stored in", "Lagras i")
    reads: tuple[ThingRef, ...] = column("Read by", "Läses av")
    publishes: tuple[ThingRef, ...] = column("Published by", "Publiceras av")
    uses: int | None = column("Use it in all", "Använder den totalt")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[AnswerRow]:
    """The rows as they come, with their evidence in order."""
    return [
        Row(**{name: shown_value(row[name]) for name in Row.model_fields if name in row}, evidence=grounds(row))
        for row in rows
    ]
