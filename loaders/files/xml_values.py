"""FHIR in XML as the same tree that its JSON has, each value with its XPath."""

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.refusal import refuse
from loaders.files.spot import Spot
from loaders.files.written import shown

FHIR = "{http://hl7.org/fhir}"
TYPE = "resourceType"
DEEPEST = 100
CHUNK = 256 * 1024
MOST_ELEMENTS = 200_000


def read_xml(data: bytes, file: str) -> Spot:
    """The FHIR resource in `data`.

    Raises:
        InvalidOfferError: it is not correct XML, declares entities, or is not FHIR.
    """
    root = _parsed(data, file)
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
    return Spot({TYPE: name, **_object(root)}, file, f"/{name}", xpath=True)


def _written(element: Element) -> str:
    return (element.text or "").strip()


def _parsed(data: bytes, file: str) -> Element:
    parser = DefusedXMLParser(target=_Bounded(), forbid_dtd=True)
    try:
        for start in range(0, len(data), CHUNK):
            parser.feed(data[start : start + CHUNK])
        root: Element = parser.close()
    except DefusedXmlException as error:
        raise refuse(
            Place(file),
            N_(
                "The XML declares a document type or entities, which FHIR never does and which can do harm. "
                "It is not read."
            ),
        ) from error
    except _BoundError as error:
        raise refuse(
            Place(file), N_("The XML is nested deeper, or holds more, than any capability statement. It is not read.")
        ) from error
    except ParseError as error:
        line, column = error.position
        raise refuse(
            Place(file, line, str(column + 1)),
            N_(
                "The file is not correct XML from here on ({reason}). It may be cut short or wrongly encoded: "
                "fetch it again, whole."
            ),
            reason=of_parser(shown(str(error).partition(":")[0])),
        ) from error
    except (LookupError, ValueError) as error:
        raise refuse(
            Place(file, 1),
            N_("The encoding that the XML names is not known. Save it as UTF-8."),
            reason=shown(str(error)),
        ) from error
    return root


class _BoundError(Exception):
    """More than is read."""


class _Bounded(TreeBuilder):
    """Builds the tree, within bounds."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._elements = 0

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self._depth += 1
        self._elements += 1
        if self._depth > DEEPEST or self._elements > MOST_ELEMENTS:
            raise _BoundError
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Element:
        self._depth -= 1
        return super().end(tag)


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
