"""OpenAPI documents 2.0, 3.0 and 3.1, JSON or YAML, as offers.

A document describes one interface of a product, which may have others: what it leaves out is not denied. Only what
can be done with a resource type that it does list is taken as whole. References within the document are followed.
"""

import re
from collections.abc import Iterator

from graph.tender.fhir_releases import ALSO, FHIR, RELEASES
from graph.tender.offer import Aspect, Claim, Format, Offer, Says
from loaders.files.document_node import DocumentNode
from loaders.tender.claims import gathered
from loaders.tender.fhir_names import at
from loaders.tender.fhir_paths import METHODS, fhir_claims
from loaders.tender.json_references import followed

TOLD = re.compile(
    r"\bFHIR\b(?:\W{0,3}(?:release |version |v)?(DSTU2|STU3|R[3456]B?|[1-6]\.\d\.\d(?:-[a-z]+\d*)?)\b)?", re.IGNORECASE
)
MEDIA = re.compile(r"^application/(?:fhir\+(?:json|xml|turtle)|(?:json|xml)\+fhir)$", re.IGNORECASE)
IN_MEDIA = re.compile(r"fhirVersion\s*=\s*\"?([\d.]+)", re.IGNORECASE)
LONGEST_TOLD = 200_000
AROUND = 80
"""Letters of a text that are shown before and after what it mentions."""
OAUTH = ("OAuth", "OAuth 2.0", "OAuth2")


def recognised(node: DocumentNode) -> bool:
    """True for a document that says which OpenAPI it is."""
    return str(node.get("openapi").text or "").startswith("3.") or node.get("swagger").text in ("2.0", "2")


def read(node: DocumentNode) -> Offer:
    """The offer that the document makes."""
    info, own = node.get("info"), node.get("openapi") or node.get("swagger")
    version, title = info.get("version").text, info.get("title").text or node.file
    return Offer(
        name=f"{title} {version}" if version else title,
        files=(node.file,),
        formats=(Format.OPENAPI,),
        claims=gathered(_claims(node, info, own), node.file),
    )


def _claims(node: DocumentNode, info: DocumentNode, own: DocumentNode) -> Iterator[Claim]:
    yield Claim(aspect=Aspect.STANDARD, name="OpenAPI", also=("Swagger", "openapi"), version=own.text, **at(own))
    media = _media(node)
    for name, place in media.items():
        yield Claim(aspect=Aspect.FORMAT, name=name, also=_bare(name), **at(place))
    speaks, mentions = list(_fhir(media)), list(_mentions(info))
    yield from (*speaks, *mentions)
    if speaks:
        yield from fhir_claims(node)
    elif mentions:  # that these paths are FHIR's is said in words only
        for claim in fhir_claims(node):
            yield claim.model_copy(update={"says": Says.MENTIONED, "evidence": None})
    yield from _security(node)


def operations(node: DocumentNode) -> Iterator[tuple[str, str, DocumentNode]]:
    """Every operation: its path, its method, and where it is described."""
    for path, held in node.get("paths").entries():
        item = followed(node, held)
        for method, operation in item.entries():
            if method.lower() in METHODS and operation.is_object:
                yield path, method.lower(), operation


def _media(node: DocumentNode) -> dict[str, DocumentNode]:
    """Every media type that is taken or given, where it stands first."""
    found: dict[str, DocumentNode] = {}
    for field in ("consumes", "produces"):
        for text, place in node.texts(field):
            found.setdefault(text, place)
    for _, _, operation in operations(node):
        for field in ("consumes", "produces"):
            for text, place in operation.texts(field):
                found.setdefault(text, place)
        bodies = [operation.get("requestBody"), *(held for _, held in operation.get("responses").entries())]
        for body in bodies:
            for name, place in followed(node, body).get("content").entries():
                found.setdefault(name, place)
    return found


def _bare(media: str) -> tuple[str, ...]:
    bare = media.partition(";")[0].strip()
    return (bare,) if bare != media else ()


def _fhir(media: dict[str, DocumentNode]) -> Iterator[Claim]:
    """That it speaks FHIR, and in which version, by its media types. One without a version says nothing of releases."""
    stated = {name: place for name, place in media.items() if MEDIA.match(name.partition(";")[0].strip())}
    versions = {found.group(1): place for name, place in stated.items() if (found := IN_MEDIA.search(name))}
    for version, place in versions.items():
        yield Claim(aspect=Aspect.STANDARD, name=FHIR, also=ALSO, version=version, **at(place))
    if not versions:
        for place in list(stated.values())[:1]:
            yield Claim(aspect=Aspect.STANDARD, name=FHIR, also=ALSO, **at(place))


def _mentions(info: DocumentNode) -> Iterator[Claim]:
    """What its texts mention of FHIR: a lead and no claim, as they may say that it is planned, or not there."""
    for node in (info.get(field) for field in ("title", "summary", "description")):
        text = str(node.value or "")[:LONGEST_TOLD]
        found = {each.group(1): each for each in reversed(list(TOLD.finditer(text)))}
        for release, each in reversed(found.items()):
            if release is None and len(found) > 1:
                continue
            version = RELEASES.get(release.upper(), release) if release else None
            yield Claim(
                aspect=Aspect.STANDARD, name=FHIR, also=ALSO, version=version, says=Says.MENTIONED, evidence=None,
                note=_around(text, each), **at(node),
            )  # fmt: skip


def _around(text: str, found: re.Match[str]) -> str:
    """The words around what was found, so that a reader sees whether they say yes or no."""
    start, end = max(found.start() - AROUND, 0), found.end() + AROUND
    shown = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}"


def _security(node: DocumentNode) -> Iterator[Claim]:
    """Each scheme that is described; one that nothing asks for is a claim that the file itself contradicts."""
    schemes = node.get("components").get("securitySchemes") or node.get("securityDefinitions")
    asked = {name for each in node.each("security") for name, _ in each.entries()}
    asked |= {
        name
        for _, _, operation in operations(node)
        for each in operation.each("security")
        for name, _ in each.entries()
    }
    for name, held in schemes.entries():
        scheme = followed(node, held)
        sort, how = scheme.get("type").text, scheme.get("scheme").text
        if not sort:
            continue
        also = [name, *([how, f"{sort} {how}"] if how else []), *(OAUTH if sort == "oauth2" else [])]
        claim = Claim(aspect=Aspect.SECURITY, name=sort, also=tuple(also), **at(scheme))
        yield claim
        if name not in asked:
            yield claim.model_copy(update={"says": Says.NO, "note": "security: []", "place": "/security"})
