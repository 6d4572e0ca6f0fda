"""OpenAPI documents 2.0, 3.0 and 3.1, JSON or YAML, as offers.

A document describes one interface of a product, which may have others: what it leaves out is not denied. Only what
can be done with a resource type that it does list is taken as whole. References within the document are followed.
"""

import re
from collections.abc import Iterator

from graph.tender.offer import Aspect, Claim, Format, Offer, Says
from loaders.files.document_node import DocumentNode
from loaders.tender.claims import gathered
from loaders.tender.fhir_names import ALSO, FHIR, at
from loaders.tender.fhir_paths import METHODS, fhir_claims
from loaders.tender.json_references import followed

RELEASES = {"DSTU2": "1.0.2", "STU3": "3.0.2", "R3": "3.0.2", "R4": "4.0.1", "R4B": "4.3.0", "R5": "5.0.0"}
"""FHIR's releases as its publisher numbers them."""
TOLD = re.compile(r"\bFHIR\W{0,3}(?:release |version |v)?(DSTU2|STU3|R[345]B?|[1-5]\.[03]\.[0-3])\b", re.IGNORECASE)
NAMED = re.compile(r"\bFHIR\b")
MEDIA = re.compile(r"^application/(?:fhir\+(?:json|xml|turtle)|(?:json|xml)\+fhir)$", re.IGNORECASE)
IN_MEDIA = re.compile(r"fhirVersion\s*=\s*\"?([\d.]+)", re.IGNORECASE)
LONGEST_TOLD = 200_000
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
    speaks = _fhir(info, media)
    yield from speaks
    if speaks:
        yield from fhir_claims(node)
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


def _fhir(info: DocumentNode, media: dict[str, DocumentNode]) -> list[Claim]:
    """That it speaks FHIR, and in which version: by its media types, or in the words about it."""
    stated = {name: place for name, place in media.items() if MEDIA.match(name.partition(";")[0].strip())}
    versions = {found.group(1): place for name, place in stated.items() if (found := IN_MEDIA.search(name))}
    claims = [
        Claim(aspect=Aspect.STANDARD, name=FHIR, also=ALSO, version=version, **at(place))
        for version, place in versions.items()
    ]
    words = [info.get(field) for field in ("title", "summary", "description")]
    for node in words:
        told = {RELEASES.get(each.group(1).upper(), each.group(1)): each.group(0) for each in _release_words(node)}
        for version, words_ in told.items():
            claims.append(Claim(aspect=Aspect.STANDARD, name=FHIR, also=ALSO, version=version, note=words_, **at(node)))
            if versions and not any(version.startswith(each) or each.startswith(version) for each in versions):
                other = next(iter(versions.values()))
                claims.append(claims[-1].model_copy(update={"says": Says.NO, **at(other)}))
    if not claims:
        places = [*stated.values(), *(node for node in words[:2] if NAMED.search(str(node.value or "")))]
        claims += [Claim(aspect=Aspect.STANDARD, name=FHIR, also=ALSO, **at(place)) for place in places[:1]]
    return claims


def _release_words(node: DocumentNode) -> Iterator[re.Match[str]]:
    """Where a text names a version of FHIR, the last first, so that the first counts."""
    return reversed(list(TOLD.finditer(str(node.value or "")[:LONGEST_TOLD])))


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
