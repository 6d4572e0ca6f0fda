"""How FHIR is named in files, and what its statements are called in its versions."""

from collections.abc import Iterator

from loaders.files.document_node import DocumentNode

STATEMENTS = ("CapabilityStatement", "Conformance")
"""``Conformance`` is what DSTU2 calls it."""
GUIDE = "/ImplementationGuide/"
SYSTEM_LEVEL = "server"
"""Stands for a resource type where interactions of the whole server are meant, such as transaction."""
MODES = ("server", None)
CLIENT = "client"
MEDIA = {"json": "application/fhir+json", "xml": "application/fhir+xml", "ttl": "application/fhir+turtle"}
EARLY = {"application/json+fhir": "json", "application/xml+fhir": "xml"}
"""As DSTU2 wrote them."""
EXPECTATION = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation"


def named(canonical: str) -> tuple[str, str | None, tuple[str, ...]]:
    """A canonical address as name, version after ``|``, and the guide's base and package where it is a guide's."""
    address, _, version = canonical.partition("|")
    base, found, package = address.partition(GUIDE)
    return address, version or None, (base, package) if found else ()


def reference(node: DocumentNode) -> str | None:
    """A canonical address: a text in later versions, a ``Reference`` in earlier ones."""
    return node.text or node.get("reference").text


def references(node: DocumentNode) -> list[tuple[str, DocumentNode]]:
    """Every canonical address of an element; some servers put several references into one."""
    found = node.texts("reference")
    return found or ([(node.text, node)] if node.text else [])


def expectation(node: DocumentNode) -> str | None:
    """SHALL, SHOULD, MAY or SHOULD-NOT, where an element carries it."""
    for extension in node.each("extension"):
        if extension.get("url").text == EXPECTATION:
            return extension.get("valueCode").text
    return None


def with_expectations(node: DocumentNode, name: str) -> Iterator[tuple[DocumentNode, str | None]]:
    """Each value of the list under `name`, with the expectation that it carries or that stands beside it."""
    values = node.value.get(f"_{name}") if node.is_object else None
    marks = [
        DocumentNode(each, node.file, f"{node.place}/_{name}/{index}", node.xpath)
        for index, each in enumerate(values if isinstance(values, list) else [])
    ]
    for index, item in enumerate(node.each(name)):
        yield item, expectation(item) or (expectation(marks[index]) if index < len(marks) else None)


def at(node: DocumentNode) -> dict[str, str]:
    """Where a claim is read, as the claim has it."""
    return {"file": node.file, "place": node.place}


def operation_names(operation: DocumentNode, type_: str) -> list[str]:
    """The names of an operation: on its type, by itself, and its canonical address."""
    name = operation.get("name").text
    bare = f"${name.lstrip('$')}" if name else ""
    canonical = reference(operation.get("definition"))
    names = [f"{type_}: {bare}" if type_ and bare else bare, bare, named(canonical)[0] if canonical else ""]
    return [each for each in dict.fromkeys(names) if each]


def media_names(text: str) -> tuple[str, ...]:
    """The other names of a format: without its parameters, as FHIR's short code, as a media type."""
    bare = text.partition(";")[0].strip()
    code = EARLY.get(bare) or next((code for code, media in MEDIA.items() if bare in (code, media)), bare)
    also = {bare, code, MEDIA.get(code, bare)}
    return tuple(sorted(also - {text}))
