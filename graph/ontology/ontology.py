"""The ontology: all kinds and all relations, held to each other when it is imported."""

from graph.ontology.declaration import Ontology
from graph.ontology.kinds import KINDS
from graph.ontology.relations import RELATIONS

ONTOLOGY = Ontology(KINDS, RELATIONS)
