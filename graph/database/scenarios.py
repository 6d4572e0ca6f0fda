"""Scenarios in the database: nodes of their own, each with the whole scenario as one text."""

from graph.database import ownership

_OURS = ownership.record("s", "Scenario")

ALL = f"MATCH (s:Scenario) WHERE {_OURS} RETURN s.told AS told ORDER BY s.id"
"""Every scenario by id; ``told`` is its JSON."""
WHOLE = f"MATCH (s:Scenario) WHERE {_OURS} RETURN s.id AS id, s.told AS told ORDER BY s.id"
"""Every scenario with its ``id``, a row each."""
NAMED = f"MATCH (s:Scenario) WHERE {_OURS} RETURN s.id AS id, s.name AS name, s.saved AS saved ORDER BY s.id"
"""What the scenarios are called and when they were saved, by id, a row each."""
ONE = f"MATCH (s:Scenario {{id: $id}}) WHERE {_OURS} RETURN s.told AS told"
"""The JSON of the scenario ``$id`` as ``told``; no row where there is none."""
NEW = "CREATE (s:Scenario {id: $id}) SET s.told = $told, s.name = $name, s.saved = $saved"
"""Keep ``$told``, the JSON of the scenario ``$id``, which is not there."""
SAVE = (
    f"MATCH (s:Scenario {{id: $id}}) WHERE {_OURS} SET s.told = $told, s.name = $name, s.saved = $saved "
    "RETURN s.id AS id"
)
"""The same in place of what is there; no row where nothing is."""
RETELL = f"MATCH (s:Scenario {{id: $id}}) WHERE {_OURS} SET s.told = $told"
"""Keep ``$told`` of the scenario ``$id``, which is saved as it was."""
DELETE = f"MATCH (s:Scenario {{id: $id}}) WHERE {_OURS} DELETE s"
"""Forget the scenario ``$id``."""
