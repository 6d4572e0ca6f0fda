"""Search parameters that a statement lists as supported together, by FHIR's own extension of a resource type."""

from collections.abc import Iterator
from typing import NamedTuple

from loaders.files.document_node import DocumentNode

COMBINATION = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-search-parameter-combination"
REQUIRED, OPTIONAL = "required", "optional"


class SearchCombination(NamedTuple):
    """One combination: what has to be there, what may, and where it stands."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    node: DocumentNode


def combinations(resource: DocumentNode) -> Iterator[SearchCombination]:
    """Every combination that is listed for the resource type."""
    for extension in resource.each("extension"):
        if extension.get("url").text == COMBINATION:
            required, optional = (_names(extension, url) for url in (REQUIRED, OPTIONAL))
            if required or optional:
                yield SearchCombination(required or optional, optional if required else (), extension)


def _names(extension: DocumentNode, url: str) -> tuple[str, ...]:
    found = (each.get("valueString").text for each in extension.each("extension") if each.get("url").text == url)
    return tuple(dict.fromkeys(name for name in found if name))
