"""CapabilityStatements of the kind *requirements* as requirement sets, ours and others'.

From others', each resource type becomes a requirement for what it shall have and one for what it should; so do
formats, guides, security and the version of FHIR. What only may be there is no requirement.
"""

from pydantic import ValidationError

from graph.facts.places import Place
from graph.language.validation_errors import first
from graph.language.words import LANGUAGES, N_, Words, say
from graph.ontology.vocabulary import RequirementLevel
from graph.tender.fhir_releases import ALSO, FHIR, release_names
from graph.tender.offer import Aspect
from graph.tender.requirement_set import Demand, RequirementOrigin, StatedRequirement, StatedRequirementSet, Version
from loaders.files.cells_and_problems import shown
from loaders.files.document_node import DocumentNode
from loaders.tender import capability_statement
from loaders.tender.capability_statement import REQUIREMENTS
from loaders.tender.document import document
from loaders.tender.fhir_demands import TOGETHER, UNJUDGED, demands_of
from loaders.tender.refused_offer import refuse
from loaders.tender.requirement_statement import REQUIREMENT

SEARCHED_TOGETHER = N_("{name}: search parameters together")
NOT_JUDGED = N_("{name}: what no file is held against")


def read_requirements(data: bytes, file: str) -> StatedRequirementSet:
    """The requirement set that the statement in `data` is.

    Raises:
        InvalidOfferError: it cannot be read, or does not state requirements.
    """
    node = capability_statement.recognised(document(data, file))
    if node is None:
        raise refuse(Place(file), N_("This is no FHIR CapabilityStatement, so it cannot be a requirement set."))
    kind = node.get("kind").text
    if kind != REQUIREMENTS:
        raise refuse(
            Place(file),
            N_(
                'This statement is of the kind "{kind}". A requirement set is of the kind requirements; '
                "hand this in as an offer."
            ),
            kind=shown(kind or ""),
        )
    ours = tuple(_whole(each) for each in node.each("extension") if each.get("url").text == REQUIREMENT)
    id = node.get("id").text or node.get("name").text or node.get("url").text or file
    title = node.get("title").text or node.get("name").text or id
    found = StatedRequirementSet(
        id=id,
        name=Words(title, _swedish(node) or title),
        about=node.get("description").text,
        version=node.get("version").text,
    )
    requirements = ours or _others(node, found)
    if not requirements:
        raise refuse(Place(file), N_("The statement demands nothing: it has no resource types, formats or guides."))
    try:
        return StatedRequirementSet.model_validate(found.model_dump() | {"requirements": requirements})
    except ValidationError as error:
        raise refuse(
            Place(file),
            N_("Two requirements have the same id ({reason})."),
            reason=first(error).reason,
        ) from error


def _whole(extension: DocumentNode) -> StatedRequirement:
    try:
        return StatedRequirement.model_validate_json(str(extension.get("valueString").value or ""))
    except ValidationError as error:
        wrong = first(error)
        raise refuse(
            Place(extension.file),
            N_(
                "The requirement at {place} has been changed and cannot be read: {part}: {reason}. "
                "Write the statement again from the set."
            ),
            place=extension.place,
            part=wrong.name or "JSON",
            reason=wrong.reason,
        ) from error


def _swedish(node: DocumentNode) -> str | None:
    """The title's Swedish translation, as FHIR's extension has it."""
    for extension in node.get("_title").each("extension"):
        parts = {str(part.get("url").text): part for part in extension.each("extension")}
        if "lang" in parts and parts["lang"].get("valueCode").text == "sv" and "content" in parts:
            return parts["content"].get("valueString").text
    return None


def _others(node: DocumentNode, found: StatedRequirementSet) -> tuple[StatedRequirement, ...]:
    """What somebody else's statement demands, in the order of its elements."""
    origin = RequirementOrigin(kind="", id=node.get("url").text or found.id, name=found.name)
    held: dict[tuple[str, RequirementLevel], list[Demand]] = {}
    texts: dict[str, str | None] = {}
    if version := node.get("fhirVersion").text:
        accepted = (Version(name=version, known_as=release_names(version)),)
        demand = Demand(aspect=Aspect.STANDARD, name=Words(FHIR, FHIR), known_as=ALSO, accepted=accepted)
        held["FHIR", RequirementLevel.SHALL] = [demand]
    others: dict[tuple[str, RequirementLevel], list[str]] = {}
    for name, level, asked, about, unjudged in demands_of(node):
        held.setdefault((name, level), []).extend([asked] if asked else [])
        others.setdefault((name, level), []).extend([unjudged] if unjudged else [])
        texts[name] = texts.get(name) or about
    several = {
        name
        for name, level in held
        if (name, RequirementLevel.SHALL) in held and (name, RequirementLevel.SHOULD) in held
    }
    return tuple(
        StatedRequirement(
            id=f"{name}.{level.value}" if name in several else name,
            name=_words(name),
            level=level,
            rationale=texts.get(name),
            origins=(origin,),
            demands=tuple(demands),
            unjudged=tuple(dict.fromkeys(others.get((name, level), ()))),
        )
        for (name, level), demands in held.items()
    )


def _words(name: str) -> Words:
    """What the requirement is called: as the statement has it, and what our own additions mean."""
    for added, text in ((TOGETHER, SEARCHED_TOGETHER), (UNJUDGED, NOT_JUDGED)):
        if name.endswith(added):
            return Words(*(say(text, language, name=name.removesuffix(added)) for language in LANGUAGES))
    return Words(name, name)
