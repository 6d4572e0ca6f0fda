"""The ontology: all kinds and all relations, held to each other when it is imported."""

from graph.ontology.declaration import Ontology
from graph.ontology.kinds import KINDS, RELATIONS
from graph.ontology.spans import spans_of_kinds, spans_of_relations

ONTOLOGY = Ontology(KINDS, RELATIONS)

SPANS, SPANS_OF_RELATIONS = spans_of_kinds(ONTOLOGY), spans_of_relations(ONTOLOGY)
"""Which kinds and relations are not there on every day, and by which of their fields."""
