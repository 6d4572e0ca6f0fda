"""What a statement of requirements asks for that no offer's file is held against: told, so that nothing is lost."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.files.document_node import DocumentNode
from loaders.tender.fhir_combinations import COMBINATION
from loaders.tender.fhir_names import EXPECTATION, expectation, with_expectations

SHALL, SHOULD = "SHALL", "SHOULD"
NOTHING = (None, False, "false", "not-supported", "no-version", "no")
"""Values that ask for nothing."""
EXTENSIONS = (EXPECTATION, COMBINATION)
PUBLICATION = ("http://hl7.org/fhir/StructureDefinition/structuredefinition-", "urn:samband:")
"""Extensions that say how far a statement has come in its publication, or are our own."""
WHOLE = frozenset({
    "resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "url", "identifier", "version",
    "versionAlgorithmString", "versionAlgorithmCoding", "name", "title", "status", "experimental", "date", "publisher",
    "contact", "description", "requirements", "useContext", "jurisdiction", "purpose", "copyright", "copyrightLabel",
    "kind", "software", "implementation", "fhirVersion", "format", "patchFormat", "implementationGuide", "instantiates",
    "imports", "rest",
})  # fmt: skip
"""Of a whole statement: what is judged, and what says what the statement itself is."""
REST = frozenset({"id", "mode", "security", "resource", "interaction", "operation"})
SECURITY = frozenset({"id", "service"})
RESOURCE = frozenset({"id", "type", "supportedProfile", "interaction", "searchParam", "operation"})
OF_CLIENT = frozenset({"id", "type", "interaction"})
NOTHING_JUDGED: frozenset[str] = frozenset({"id"})
JUDGED_LISTS = ("interaction", "searchParam", "operation", "supportedProfile")
PROSE = ("documentation", "description")
ASKING = re.compile(r"\b(SHALL|SHOULD)\b")
LONGEST = 160


class Unjudged(NamedTuple):
    """One thing: how binding it is, as FHIR says it or not at all, and what it is."""

    level: str | None
    text: str


def unjudged(node: DocumentNode, judged: frozenset[str]) -> Iterator[Unjudged]:
    """Every element of `node` that is not among the `judged` ones and asks for something."""
    for name in node.value if node.is_object else ():
        if name in judged or name.startswith("_"):
            continue
        if name == "extension":
            yield from _extensions(node)
            continue
        if name in PROSE:
            yield from _prose(name, node.get(name))
            continue
        for item, said in with_expectations(node, name):
            if item.value not in NOTHING:
                yield Unjudged(said, f"{name}: {_short(item)}")


def within_lists(node: DocumentNode) -> Iterator[Unjudged]:
    """What stands inside judged lists and is not judged: what their texts ask for, and what should not be there."""
    for name in JUDGED_LISTS:
        for item, said in with_expectations(node, name):
            if said not in (None, SHALL, SHOULD, "MAY"):
                yield Unjudged(SHOULD if said.startswith(SHOULD) else SHALL, f"{name} {_short(item)}: {said}")
            elif said != "MAY" and item.is_object:
                yield from _prose(f"{name} {_short(item)}", item.get("documentation"))


def _extensions(node: DocumentNode) -> Iterator[Unjudged]:
    for each in node.each("extension"):
        url = each.get("url").text or ""
        if url not in EXTENSIONS and not url.startswith(PUBLICATION):
            yield Unjudged(expectation(each), f"extension {url}")


def _prose(name: str, node: DocumentNode) -> Iterator[Unjudged]:
    """A text in which something shall or should be; its first such sentence tells which."""
    text = " ".join(str(node.text or "").replace("**", "").split())
    if found := ASKING.search(text):
        start = max(text.rfind(". ", 0, found.start()) + 1, 0)
        shown = text[start : start + LONGEST].strip()
        asked = SHALL if SHALL in ASKING.findall(text) else SHOULD
        yield Unjudged(asked, f"{name}: “{shown}{'…' if len(text) > start + LONGEST else ''}”")


def _short(node: DocumentNode) -> str:
    """What tells an element from its neighbours, in a few words."""
    if not node.is_object:
        return str(node.value)[:LONGEST]
    keys = ("code", "name", "mode", "type", "event", "profile", "reference", "url")
    return next((text for key in keys if (text := node.get(key).text)), ", ".join(node.value))[:LONGEST]
