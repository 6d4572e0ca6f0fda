"""Requirement sets, and systems and offers that meet them, in part, not, or against their own word; or do not say."""

from typing import Any

from benchmarks.worlds import sound
from benchmarks.worlds.asked import SUPERSEDED
from benchmarks.worlds.judged import Judged, Offered
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Requirement, RequirementSet, Standard
from graph.ontology.vocabulary import ExchangeStatus, RequirementLevel, StandardType

YES, PARTLY, NO, SILENT, AGAINST = "met", "partly", "not-met", "not-declared", "contradicted"


def systems_of_the_graph(region: Region) -> None:
    """What systems, their interfaces and their running exchanges are stated to follow, hold and map to."""
    draft = region.draft
    standard, codes = (
        draft.put(Standard, standard_type=sort) for sort in (StandardType.EXCHANGE, StandardType.TERMINOLOGY)
    )
    old, right, newer = (sound.version(region, standard, number) for number in ("1.0", "2.0", "3.0-draft"))
    draft.tie(right, "supersedes", old, since="2019")
    coded = sound.version(region, codes, "2024")
    annex = draft.put(RequirementSet)
    about = sound.entity(region, sound.system(region))
    shall: dict[str, Any] = {"listed_in": [annex], "level": RequirementLevel.SHALL}
    speaks = draft.put(Requirement, demands=[right], **shall)
    any_version = draft.put(Requirement, demands=[standard], **shall)
    both = draft.put(Requirement, demands=[right, codes], **shall)
    holds = draft.put(Requirement, concerns=[about], **shall)
    maps = draft.put(Requirement, concerns=[region.model], **shall)
    free = draft.put(Requirement, **shall)
    every = (speaks, any_version, both, holds, maps, free)

    def offered(system: Thing, *statuses: str) -> Offered:
        return Offered(dict(zip(every, statuses, strict=True)), system)

    behind = sound.system(region, stores=[about], maps_to=[region.model])
    sound.api(region, behind, conforms_to=[right, coded])
    older = sound.system(region, conforms_to=[old], reads=[])
    draft.find(SUPERSEDED, old, older, "superseded")
    ahead = sound.system(region, conforms_to=[newer])
    giver, taker = sound.system(region), sound.system(region)
    sound.exchange(region, giver, taker, about, conforms_to=[right], owned_by=[region.bodies[0]])
    planner = sound.system(region)
    flow = sound.exchange(region, giver, planner, about, conforms_to=[right], status=ExchangeStatus.PLANNED)
    flow.set(owned_by=[region.bodies[0]])
    draft.judged.append(Judged(annex, (
        offered(behind, YES, YES, YES, YES, YES, SILENT),
        offered(older, NO, YES, NO, SILENT, YES, SILENT),
        offered(ahead, NO, YES, NO, SILENT, YES, SILENT),
        offered(taker, YES, YES, PARTLY, YES, YES, SILENT),
        offered(planner, SILENT, SILENT, SILENT, SILENT, YES, SILENT),
    )))  # fmt: skip


def files_from_outside(region: Region) -> None:
    """What a statement of capabilities, a description of an interface, and answers say, alone and together."""
    draft = region.draft
    annex = draft.put(RequirementSet)
    secure = draft.put(Standard, "OAuth 2.0", standard_type=StandardType.SECURITY)
    described = draft.put(Standard, "OpenAPI", standard_type=StandardType.ARCHITECTURE)
    fhir = region.ways[0].version

    def requirement(**cells: Any) -> Thing:
        return draft.put(Requirement, listed_in=[annex], level=RequirementLevel.SHOULD, **cells)

    speaks, reads, writes, sees = (
        requirement(demands=[fhir]),
        requirement(fhir_resources=["Patient: read, search-type"]),
        requirement(fhir_resources=["Patient: read, delete"]),
        requirement(fhir_resources=["Observation: read"]),
    )
    seeks, profiled, as_xml, protected, told, only_asked = (
        requirement(fhir_search_parameters=["Patient: name"]),
        requirement(fhir_profiles=["http://made-up.invalid/StructureDefinition/p"]),
        requirement(formats=["application/fhir+xml"]),
        requirement(demands=[secure]), requirement(demands=[described]), requirement(),
    )  # fmt: skip
    every = (speaks, reads, writes, sees, seeks, profiled, as_xml, protected, told, only_asked)

    def stands(*statuses: str) -> dict[Thing, str]:
        return dict(zip(every, statuses, strict=True))

    answers = ((sees, "yes"), (speaks, "no"), (only_asked, "partly"), (profiled, "no"), (protected, "yes"))
    draft.judged.append(Judged(annex, (
        # It lists whole what it lists of resource types and formats, and searches without offering search.
        Offered(stands(YES, PARTLY, PARTLY, NO, AGAINST, SILENT, NO, SILENT, SILENT, SILENT),
                files=(_statement("4.0.1", "read"),)),
        Offered(stands(NO, YES, PARTLY, NO, YES, SILENT, NO, SILENT, SILENT, SILENT),
                files=(_statement("3.0.2", "read", "search-type"),)),
        # It describes one interface: what it leaves out is not denied; a scheme that nothing asks for is.
        Offered(stands(YES, YES, PARTLY, SILENT, YES, SILENT, SILENT, AGAINST, YES, SILENT),
                files=(_interface(asked_for=False),)),
        Offered(stands(YES, YES, PARTLY, SILENT, YES, SILENT, SILENT, YES, YES, SILENT),
                files=(_interface(asked_for=True),)),
        # Answers alone; and answers that the statement beside them bears out, or that it does not.
        Offered(stands(NO, SILENT, SILENT, YES, SILENT, NO, SILENT, YES, SILENT, PARTLY), answers=answers),
        Offered(stands(AGAINST, YES, PARTLY, AGAINST, YES, NO, NO, YES, SILENT, PARTLY), answers=answers,
                files=(_statement("4.0.1", "read", "search-type"),)),
    )))  # fmt: skip


def _statement(version: str, *interactions: str) -> dict[str, Any]:
    """A CapabilityStatement of a server for patients, who can be searched by name."""
    patient = {
        "type": "Patient", "interaction": [{"code": code} for code in interactions],
        "searchParam": [{"name": "name", "type": "string"}],
    }  # fmt: skip
    return {
        "resourceType": "CapabilityStatement", "status": "active", "date": "2026-01-01", "kind": "instance",
        "fhirVersion": version, "format": ["application/fhir+json"], "software": {"name": "Made up"},
        "rest": [{"mode": "server", "resource": [patient]}],
    }  # fmt: skip


def _interface(*, asked_for: bool) -> dict[str, Any]:
    """An OpenAPI document of an interface for patients, with a security scheme that it asks for or not."""
    answer = {"200": {"description": "-", "content": {"application/fhir+json; fhirVersion=4.0.1": {}}}}
    name = {"name": "name", "in": "query", "schema": {"type": "string"}}
    flows = {"clientCredentials": {"tokenUrl": "https://made-up.invalid/token", "scopes": {}}}
    return {
        "openapi": "3.0.3", "info": {"title": "Made up", "version": "1"},
        "paths": {"/Patient": {"get": {"parameters": [name], "responses": answer}},
                  "/Patient/{id}": {"get": {"responses": answer}}},
        "components": {"securitySchemes": {"oauth2": {"type": "oauth2", "flows": flows}}},
        "security": [{"oauth2": []}] if asked_for else [],
    }  # fmt: skip


PLANTS = (systems_of_the_graph, files_from_outside)
