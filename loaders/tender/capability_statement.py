"""FHIR CapabilityStatements, JSON or XML, from DSTU2's ``Conformance`` to R5, as offers.

What a statement lists of resource types and formats it lists whole. Profiles it need not declare, nor everything
else; there its silence says nothing. What it does as a client is told apart from what it does as a server.
"""

from collections.abc import Iterator
from dataclasses import replace

from graph.facts.places import Place
from graph.language.words import N_
from graph.tender.fhir_releases import ALSO, FHIR
from graph.tender.offer import Aspect, Claim, Format, Offer, Says
from loaders.files.document_node import DocumentNode
from loaders.tender.claims import gathered
from loaders.tender.fhir_combinations import combinations
from loaders.tender.fhir_names import (
    CLIENT,
    MODES,
    STATEMENTS,
    SYSTEM_LEVEL,
    at,
    media_names,
    named,
    operation_names,
    references,
)
from loaders.tender.refused_offer import refuse

REQUIREMENTS = "requirements"
DSTU2 = "1.0.2"
DECLARED = {"implementationGuide": Aspect.STANDARD, "instantiates": Aspect.ACTOR, "imports": Aspect.ACTOR}
"""What a statement declares of guides as wholes, and of the actors in them that it takes on."""


def recognised(node: DocumentNode) -> DocumentNode | None:
    """The statement in a document: the document itself, or the first one in a Bundle."""
    type_ = node.get("resourceType").text
    if type_ in STATEMENTS:
        return node
    if type_ == "Bundle":
        for entry in node.each("entry"):
            inside = entry.get("resource")
            if (name := inside.get("resourceType").text) in STATEMENTS:
                # In XML the resource is an element of its own within <resource>.
                return replace(inside, place=f"{inside.place}/{name}") if inside.xpath else inside
    return None


def read(node: DocumentNode) -> Offer:
    """The offer that the statement makes.

    Raises:
        InvalidOfferError: it states what is wanted, not what a product does.
    """
    if node.get("kind").text == REQUIREMENTS:
        raise refuse(
            Place(node.file),
            N_(
                "This capability statement says what is wanted (kind is requirements), not what a product does. "
                "Use it as the requirement set, or ask the vendor for one of the kind instance or capability."
            ),
        )
    servers = [rest for rest in node.each("rest") if rest.get("mode").text in MODES]
    clients = [rest for rest in node.each("rest") if rest.get("mode").text == CLIENT]
    claims = gathered(_claims(node, servers, clients), node.file)
    listed = {Aspect.RESOURCE} if any(True for rest in servers for _ in rest.each("resource")) else set()
    listed |= {Aspect.FORMAT} if any(claim.aspect is Aspect.FORMAT for claim in claims) else set()
    return Offer(
        name=_name(node), files=(node.file,), formats=(Format.CAPABILITIES,), claims=claims,
        complete=frozenset(listed),
    )  # fmt: skip


def _claims(node: DocumentNode, servers: list[DocumentNode], clients: list[DocumentNode]) -> Iterator[Claim]:
    yield from _fhir(node)
    yield from _guides(node)
    yield from _formats(node)
    for rest in servers:
        yield from _security(rest)
        yield from _resources(rest)
        yield from _system(rest)
        yield from _operations(rest)
    for rest in clients:
        for resource, type_ in _typed(rest):
            yield Claim(aspect=Aspect.CLIENT, name=type_, parts=_codes(resource), **at(resource))


def _name(node: DocumentNode) -> str:
    """The product's name; the statement's own address is often the same for all customers, or no address at all."""
    software = node.get("software")
    version = software.get("version").text
    name = software.get("name").text or node.get("title").text or node.get("name").text or node.file
    return f"{name} {version}" if version and software.get("name").text else name


def _fhir(node: DocumentNode) -> Iterator[Claim]:
    """The version of FHIR; a statement's own name can contradict it, as only DSTU2 has ``Conformance``."""
    said, type_ = node.get("fhirVersion"), node.get("resourceType")
    version = said.text
    if version:
        yield Claim(aspect=Aspect.STANDARD, name=FHIR, also=ALSO, version=version, **at(said))
    else:
        yield Claim(aspect=Aspect.STANDARD, name=FHIR, also=ALSO, **at(type_))
    early = bool(version) and str(version).startswith(("0.", "1.0"))
    if version and (type_.text == STATEMENTS[1]) != early:
        yield Claim(
            aspect=Aspect.STANDARD, name=FHIR, also=ALSO, version=version, says=Says.NO,
            note=f"{type_.text} {'!=' if early else '='} FHIR {DSTU2}", **at(type_),
        )  # fmt: skip


def _guides(node: DocumentNode) -> Iterator[Claim]:
    for field, aspect in DECLARED.items():
        for item in node.each(field):
            for canonical, place in references(item):
                name, version, also = named(canonical)
                yield Claim(aspect=aspect, name=name, version=version, also=also, **at(place))
    for item in node.each("profile"):  # STU3 and earlier: the profiles of the whole statement
        yield from _profiles(item)


def _profiles(node: DocumentNode) -> Iterator[Claim]:
    for canonical, place in references(node):
        name, version, _ = named(canonical)
        yield Claim(aspect=Aspect.PROFILE, name=name, version=version, **at(place))


def _formats(node: DocumentNode) -> Iterator[Claim]:
    for field in ("format", "patchFormat"):
        for text, item in node.texts(field):
            yield Claim(aspect=Aspect.FORMAT, name=text, also=media_names(text), **at(item))


def _security(rest: DocumentNode) -> Iterator[Claim]:
    for service in rest.get("security").each("service"):
        codings = [coding for coding in service.each("coding") if coding.get("code").text]
        for coding in codings:
            also = [coding.get(field).text for field in ("display",)] + [service.get("text").text]
            yield Claim(
                aspect=Aspect.SECURITY, name=str(coding.get("code").text), also=tuple(each for each in also if each),
                **at(coding),
            )  # fmt: skip
        if not codings and (text := service.get("text").text):
            yield Claim(aspect=Aspect.SECURITY, name=text, **at(service))


def _typed(rest: DocumentNode) -> Iterator[tuple[DocumentNode, str]]:
    for resource in rest.each("resource"):
        if type_ := resource.get("type").text:
            yield resource, type_


def _codes(holder: DocumentNode) -> tuple[str, ...]:
    return tuple(str(each.get("code").text) for each in holder.each("interaction") if each.get("code").text)


def _resources(rest: DocumentNode) -> Iterator[Claim]:
    for resource, type_ in _typed(rest):
        yield Claim(aspect=Aspect.RESOURCE, name=type_, parts=_codes(resource), **at(resource))
        for field in ("profile", "supportedProfile"):
            for item in resource.each(field):
                yield from _profiles(item)
        searched = [each.get("name").text for each in resource.each("searchParam")]
        if names := tuple(name for name in searched if name):
            yield Claim(aspect=Aspect.SEARCH, name=type_, parts=names, **at(resource.whole("searchParam")))
        for each in combinations(resource):
            yield Claim(
                aspect=Aspect.COMBINATION, name=type_, parts=each.required, optional=each.optional, **at(each.node)
            )
        yield from _operations(resource, type_)


def _system(rest: DocumentNode) -> Iterator[Claim]:
    if codes := _codes(rest):
        yield Claim(aspect=Aspect.RESOURCE, name=SYSTEM_LEVEL, parts=codes, **at(rest.whole("interaction")))


def _operations(holder: DocumentNode, type_: str = "") -> Iterator[Claim]:
    for operation in holder.each("operation"):
        if names := operation_names(operation, type_):
            yield Claim(aspect=Aspect.OPERATION, name=names[0], also=tuple(names[1:]), **at(operation))
