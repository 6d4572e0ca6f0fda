"""Where a cell of a comparison leads: questions about what is demanded and not met."""

from collections.abc import Iterator

from graph.facts.facts import Ref
from graph.ontology.kinds import Requirement, Standard
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import InformationEntityNode
from queries.asking.answer import Lead
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.judgement import Judgement, Status

MOST_NEEDS = 3
"""Needs that one requirement leads to."""


def with_leads(snapshot: Snapshot, comparison: ComplianceMatrix) -> ComplianceMatrix:
    """The comparison, with what to ask next about each requirement that is not met."""
    rows = tuple(
        row.model_copy(update={"judgements": tuple(_led(snapshot, each) for each in row.judgements)})
        for row in comparison.rows
    )
    return comparison.model_copy(update={"rows": rows})


def _led(snapshot: Snapshot, judgement: Judgement) -> Judgement:
    if judgement.status is Status.MET:
        return judgement
    leads = (*_versions(judgement), *_information(snapshot, judgement))
    return judgement.model_copy(update={"leads": tuple(dict.fromkeys(leads))})


def _versions(judgement: Judgement) -> Iterator[Lead]:
    """Who uses a version that has a successor, where versions of what is demanded have replaced each other."""
    for demand, finding in zip(judgement.requirement.demands, judgement.findings, strict=True):
        if finding.status is not Status.MET and (demand.superseded or demand.superseding):
            for ref in demand.refs:
                if ref.kind == Standard.__name__:
                    yield Lead.to("superseded_versions", standard=ref.id)


def _information(snapshot: Snapshot, judgement: Judgement) -> Iterator[Lead]:
    """Whether the information that is required gets where it is wanted, and which standard suits those who need it."""
    for entity in _entities(snapshot, judgement):
        yield Lead.to("interoperability_verdicts", entity=entity.id)
        yield from (Lead.to("need_standards", need=need.id) for need in entity.side("called_for_by")[:MOST_NEEDS])


def _entities(snapshot: Snapshot, judgement: Judgement) -> list[Node]:
    node = snapshot.get(*Ref(Requirement.__name__, judgement.requirement.id)) if judgement.requirement.grounds else None
    return [each for each in node.side("concerns") if isinstance(each, InformationEntityNode)] if node else []
