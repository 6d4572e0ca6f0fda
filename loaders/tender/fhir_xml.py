"""FHIR in XML as the same tree that its JSON has, each value with its XPath."""

from typing import Any
from xml.etree.ElementTree import Element

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import shown
from loaders.files.document_node import DocumentNode
from loaders.tender.refused_offer import refuse

FHIR = "{http://hl7.org/fhir}"
TYPE = "resourceType"


def resource(root: Element, file: str) -> DocumentNode:
    """The FHIR resource that `root` is.

    Raises:
        InvalidOfferError: it is not FHIR.
    """
    if not root.tag.startswith(FHIR):
        name = root.tag.rpartition("}")[2]
        raise refuse(
            Place(file),
            N_('The XML begins with "{value}" and is not FHIR, whose elements are in the namespace {namespace}.'),
            value=shown(name),
            namespace=FHIR.strip("{}"),
        )
    name = root.tag.removeprefix(FHIR)
    for element in root.iter():
        if element.tag.startswith(FHIR) and not len(element) and "value" not in element.attrib and _written(element):
            raise refuse(
                Place(file),
                N_(
                    "The element {name} has its value as text. FHIR writes it as {example}. "
                    "Have it corrected by whoever made it."
                ),
                name=shown(element.tag.removeprefix(FHIR)),
                example=f'<{element.tag.removeprefix(FHIR)} value="{shown(_written(element))}"/>',
            )
    return DocumentNode({TYPE: name, **_object(root)}, file, f"/{name}", xpath=True)


def _written(element: Element) -> str:
    return (element.text or "").strip()


def _object(element: Element) -> dict[str, Any]:
    """An element as JSON has it: values in lists by name, what stands beside a value under its name after ``_``."""
    found: dict[str, Any] = {name: element.attrib[name] for name in ("url", "id") if name in element.attrib}
    for child in element:
        if not (isinstance(child.tag, str) and child.tag.startswith(FHIR)):
            continue  # the narrative, and comments
        name = child.tag.removeprefix(FHIR)
        values, beside = found.setdefault(name, []), found.setdefault(f"_{name}", [])
        if not isinstance(values, list):
            continue
        inside = _resource(child) or _object(child)
        values.append(child.attrib.get("value", inside or None))
        beside.append(inside if "value" in child.attrib and inside else None)
    return {name: value for name, value in found.items() if value and any(each is not None for each in value)}


def _resource(element: Element) -> dict[str, Any] | None:
    """The resource that stands in the element, as in ``<resource><Patient>``."""
    inner = [child for child in element if isinstance(child.tag, str) and child.tag.startswith(FHIR)]
    if len(inner) == 1 and (name := inner[0].tag.removeprefix(FHIR))[:1].isupper():
        return {TYPE: name, **_object(inner[0])}
    return None
