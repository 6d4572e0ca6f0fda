"""Which graph a field looks at: that of today, of another day, or what a scenario makes of it."""

from api.graphql.graphql_values import about
from api.graphql.type_building import Argument
from graph.ontology.declaration import attributes
from queries.asking.question import SnapshotParameters

OF = {name: Argument(str | None, about(attribute), None) for name, attribute in attributes(SnapshotParameters).items()}
"""The arguments that say so."""
