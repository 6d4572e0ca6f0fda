"""A requirement set as a FHIR R4 CapabilityStatement of the kind *requirements*, as JSON.

What FHIR has an element for stands there, with its level as FHIR's own expectation extension, so that any FHIR tool
reads it. Each requirement also stands whole in an extension of ours, so that nothing is lost on the way back.
"""

import re
from collections.abc import Iterable
from typing import Any

from graph.ontology.vocabulary import RequirementLevel
from graph.tender.fhir_releases import FHIR
from graph.tender.offer import Aspect
from graph.tender.requirement_set import Demand, StatedRequirement, StatedRequirementSet
from loaders.tender.capability_statement import REQUIREMENTS
from loaders.tender.fhir_combinations import COMBINATION, OPTIONAL, REQUIRED
from loaders.tender.fhir_names import EXPECTATION, SYSTEM_LEVEL

REQUIREMENT = "urn:samband:requirement"
"""Extension on the statement: a requirement, whole, as JSON. On an element: the id of the requirement it is from."""
FHIR_ID = re.compile(r"[A-Za-z0-9\-.]{1,64}")
R4 = "4.0.1"
GUIDED = (Aspect.STANDARD, Aspect.TERMINOLOGY, Aspect.MODEL)
Json = dict[str, Any]


def statement(requirements: StatedRequirementSet, date: str) -> Json:
    """The statement; `date` is the day that it is written, ``YYYY-MM-DD``."""
    each = [(one, demand) for one in requirements.requirements for demand in one.demands]
    rest: Json = {"mode": "server"}
    services = [(one, demand) for one, demand in each if demand.aspect is Aspect.SECURITY]
    if services:
        rest["security"] = {"service": [{"text": d.name.en, "extension": _marks(one)} for one, d in services]}
    if resources := _resources(requirements.requirements):
        rest["resource"] = resources
    if interactions := [
        {"code": part, "extension": _marks(one)} for one, d in each if _of_system(d) for part in d.parts
    ]:
        rest["interaction"] = interactions
    operations = [(one, d) for one, d in each if d.aspect is Aspect.OPERATION]
    if operations:
        rest["operation"] = [_operation(one, demand) for one, demand in operations]
    formats = [(one, demand) for one, demand in each if demand.aspect is Aspect.FORMAT]
    guides = [(one, d) for one, d in each if d.aspect in GUIDED and _canonical(d) and not _is_fhir(d)]
    versions = [d.accepted[0].name for _, d in each if _is_fhir(d) and d.accepted]
    said: Json = {
        "resourceType": "CapabilityStatement",
        **({"id": requirements.id} if FHIR_ID.fullmatch(requirements.id) else {}),
        "extension": [{"url": REQUIREMENT, "valueString": one.model_dump_json()} for one in requirements.requirements],
        "url": f"urn:samband:requirement-set:{requirements.id}",
        **({"version": requirements.version} if requirements.version else {}),
        "name": "".join(part.capitalize() for part in re.findall(r"[A-Za-z0-9]+", requirements.name.en)),
        "title": requirements.name.en,
        "_title": _translated(requirements.name.sv),
        "status": "active",
        "date": date,
        "description": requirements.about or requirements.name.en,
        "kind": REQUIREMENTS,
        "fhirVersion": versions[0] if versions else R4,
        "format": [demand.name.en for _, demand in formats] or ["json"],
    }  # fmt: skip
    if formats:
        said["_format"] = [{"extension": _marks(one)} for one, _ in formats]
    if actors := [(one, d.known_as[0]) for one, d in each if d.aspect is Aspect.ACTOR and len(d.known_as) == 1]:
        said["instantiates"] = [address for _, address in actors]
        said["_instantiates"] = [{"extension": _marks(one)} for one, _ in actors]
    if guides:
        said["implementationGuide"] = [_canonical(demand) for _, demand in guides]
        said["_implementationGuide"] = [{"extension": _marks(one)} for one, _ in guides]
    return {**said, "rest": [rest]}


def _resources(requirements: Iterable[StatedRequirement]) -> list[Json]:
    """One element for each resource type and requirement, with all that the requirement demands of the type."""
    found = []
    for one in requirements:
        types = [d for d in one.demands if d.aspect is Aspect.RESOURCE and not _of_system(d)]
        searched = {d.name.en: d for d in one.demands if d.aspect is Aspect.SEARCH}
        profiles = [_canonical(d) for d in one.demands if d.aspect is Aspect.PROFILE]
        parts = {d.name.en: d.parts for d in types} | {
            name: () for name in searched if name not in {d.name.en for d in types}
        }
        for name, codes in parts.items():
            element: Json = {"extension": _marks(one), "type": name}
            if profiles and len(parts) == 1:
                element["supportedProfile"] = profiles
            if codes:
                element["interaction"] = [{"code": code, "extension": _marks(one)} for code in codes]
            if name in searched:
                element["searchParam"] = [
                    {"name": part, "type": "special", "extension": _marks(one)} for part in searched[name].parts
                ]
            found.append(element)
        found += _together(one)
    return found


def _together(one: StatedRequirement) -> list[Json]:
    """An element for each resource type whose parameters are demanded together."""
    found: dict[str, Json] = {}
    for demand in one.demands:
        if demand.aspect is Aspect.COMBINATION:
            element = found.setdefault(demand.name.en, {"extension": _marks(one), "type": demand.name.en})
            parts = [{"url": REQUIRED, "valueString": part} for part in demand.parts]
            parts += [{"url": OPTIONAL, "valueString": part} for part in demand.optional]
            element["extension"].append({"url": COMBINATION, "extension": [*_marks(one), *parts]})
    return list(found.values())


def _operation(one: StatedRequirement, demand: Demand) -> Json:
    name = demand.name.en.rpartition("$")[2]
    definition = _canonical(demand) or f"urn:samband:operation:{name}"
    return {"name": name, "definition": definition, "extension": _marks(one)}


def _marks(one: StatedRequirement) -> list[Json]:
    """How binding it is, and which requirement it is from."""
    levels = {RequirementLevel.SHALL: "SHALL", RequirementLevel.SHOULD: "SHOULD"}
    expected = [{"url": EXPECTATION, "valueCode": levels[one.level]}] if one.level else []
    return [*expected, {"url": REQUIREMENT, "valueString": one.id}]


def _translated(text: str) -> Json:
    parts = [{"url": "lang", "valueCode": "sv"}, {"url": "content", "valueString": text}]
    return {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": parts}]}


def _canonical(demand: Demand) -> str:
    return next((name for name in demand.known_as if "://" in name), "")


def _of_system(demand: Demand) -> bool:
    return demand.aspect is Aspect.RESOURCE and demand.name.en == SYSTEM_LEVEL


def _is_fhir(demand: Demand) -> bool:
    return demand.aspect is Aspect.STANDARD and FHIR in (demand.name.en, *demand.known_as)
