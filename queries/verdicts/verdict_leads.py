"""From something that should be exchanged to the question that judges it."""

from graph.ontology.kinds import CareSector, Organisation, System
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import InformationEntityNode
from queries.asking.answer import Lead
from queries.verdicts.wanted import Wanted

ENDS = {System.__name__: "{}_system", Organisation.__name__: "{}_organisation", CareSector.__name__: "{}_sector"}
"""What a place is called where the verdict is asked of it."""


def way_of(want: Wanted) -> Lead:
    """The verdict on what is wanted."""
    return way(want.entity, want.source, want.target)


def way(entity: InformationEntityNode | None, source: Node | None, target: Node | None) -> Lead:
    """The verdict on information that goes from one place to another, as far as these can be asked about."""
    ends = {
        ENDS[place.kind].format(end): place.id
        for end, place in (("from", source), ("to", target))
        if place is not None and place.kind in ENDS
    }
    return Lead.to("interoperability_verdicts", entity=entity.id if entity else None, **ends)
