"""Exchanges that others cannot read, or that nobody owns."""

from collections.abc import Iterator

from graph.ontology.kinds import Api, SharedStorage, StandardVersion, System
from graph.ontology.vocabulary import Lifecycle, PublicationStatus
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import DatedNode, StandardNode, StandardVersionNode
from queries.gaps.gap import FoundGap, Gap, Scope
from queries.meaning.succession import taken_over

PASSED = (PublicationStatus.SUPERSEDED, PublicationStatus.WITHDRAWN)


def differing_versions(scope: Scope) -> Iterator[FoundGap]:
    """Exchanges of one version of a standard, with each party that follows only others of it."""
    flows = {flow for flow in scope.flows.every if "conforms_to" in flow.sides}
    found = []
    for party in scope.snapshot.all(System, Api, SharedStorage):
        if party.conforms_to and party.field("lifecycle") != Lifecycle.RETIRED:
            theirs = _spoken(party)
            for flow in flows.intersection((*party.side("provides"), *party.side("consumes"), *party.side("used_in"))):
                for standard, versions in _spoken(flow).items():
                    if standard in theirs and versions.isdisjoint(theirs[standard]):
                        found.append(FoundGap(Gap.VERSIONS, flow, party, third=standard))
    return iter(sorted(found, key=lambda each: [node.place for node in each[1:] if node]))


def _spoken(thing: Node) -> dict[StandardNode, set[StandardVersionNode]]:
    """The versions that it follows, by their standards."""
    found: dict[StandardNode, set[StandardVersionNode]] = {}
    for version in thing.side("conforms_to"):
        for standard in version.version_of:
            found.setdefault(standard, set()).add(version)
    return found


def own_formats(scope: Scope) -> Iterator[FoundGap]:
    """Exchanges that are said to have a format of their own."""
    return (FoundGap(Gap.NON_STANDARD, flow) for flow in scope.flows.of_own_format)


def silent(scope: Scope) -> Iterator[FoundGap]:
    """Exchanges of which neither a standard nor a format is stated."""
    return (FoundGap(Gap.NOT_STATED, flow) for flow in scope.flows.silent)


def replaced_versions(scope: Scope) -> Iterator[FoundGap]:
    """Exchanges that follow a version which another has replaced, or its publisher withdrawn."""
    replaced: dict[StandardVersionNode, DatedNode | None] = {}
    for version in scope.snapshot.all(StandardVersion):
        followers = [
            each for each in taken_over(scope.snapshot, version, scope.day) if isinstance(each, StandardVersionNode)
        ]
        if followers or version.publication_status in PASSED:
            replaced[version] = followers[0] if followers else None
    for flow in scope.flows.every:
        for version in flow.side("conforms_to"):
            if version in replaced:
                yield FoundGap(Gap.REPLACED, flow, version, third=replaced[version])


def unowned(scope: Scope) -> Iterator[FoundGap]:
    """Exchanges that no source names an owner of."""
    return (FoundGap(Gap.NO_OWNER, flow) for flow in scope.flows.every if "owned_by" not in flow.sides)
