"""The ontology: all kinds and all relations, held to each other when it is imported."""

from graph.ontology.declaration import Ontology
from graph.ontology.declared_names import declared_names, fingerprint
from graph.ontology.kinds import KINDS, RELATIONS
from graph.ontology.past_names import past_names
from graph.ontology.spans import spans_of_kinds, spans_of_relations

ONTOLOGY = Ontology(KINDS, RELATIONS)

PAST = past_names(ONTOLOGY)
"""What kinds, relations, fields and values were called before."""
NAMES = declared_names(ONTOLOGY)
"""All that is declared, in short."""
NAMES_FINGERPRINT = fingerprint(NAMES)
"""What a graph of this ontology keeps of it, to be told from others."""
SPANS, SPANS_OF_RELATIONS = spans_of_kinds(ONTOLOGY), spans_of_relations(ONTOLOGY)
"""Which kinds and relations are not there on every day, and by which of their fields."""
