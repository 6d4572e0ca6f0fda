"""What is loaded and by which runs, what datasets state, and how a run that ended half-way is taken back."""

from graph.ontology.declaration import Relation

DATASETS = "MATCH (d:Dataset) WITH d ORDER BY d.trust DESC, d.id RETURN collect(properties(d)) AS datasets"
"""One row: all ``datasets``, the most trusted first, each with what a run noted of it."""
DATASET = "MATCH (d:Dataset {id: $id}) RETURN properties(d) AS loaded"
"""What a run noted of the dataset ``$id`` as ``loaded``; no row where it was never loaded."""
COUNT_DATASETS = "MATCH (n:Dataset) RETURN count(n) AS datasets"
"""One row: how many datasets are loaded."""
NOTE_DATASET = "MERGE (d:Dataset {id: $id}) SET d += $loaded"
"""Note ``$loaded``, a property map, of the dataset ``$id``."""
NOTE_DIGEST = "MATCH (d:Dataset {id: $id}) SET d.digest = $digest"
"""Note that the files of the dataset ``$id`` have another ``$digest`` and say the same."""

LAST_RUN = "MATCH (r:Run) RETURN max(r.number) AS last"
"""One row: the number of the ``last`` run, or null."""
LATEST_RUNS = """
MATCH (r:Run) WHERE $dataset IS NULL OR r.dataset = $dataset WITH r ORDER BY r.number DESC LIMIT $take
RETURN collect(r {.number, .dataset, .started, .ended, .path, .things_created, .things_changed, .things_deleted,
                  .links_created, .links_changed, .links_deleted}) AS runs
"""
"""One row: ``$take`` ``runs``, the last one first, of ``$dataset`` or of all where that is null."""
ENDED_RUNS = "MATCH (r:Run) WHERE r.ended IS NOT NULL RETURN properties(r) AS run ORDER BY r.number"
"""Every run that has ended, in order, with all that is noted of it as ``run``; a row each."""
NOTE_RUN = "MERGE (r:Run {id: $id}) SET r += $record"
"""Note ``$record``, a property map, of the run ``$id``."""

THINGS_OF_DATASET = "MATCH (n) WHERE $dataset IN n.datasets RETURN n"
"""Nodes that ``$dataset`` has a record of, a row ``n`` each."""
LINKS_OF_DATASET = "MATCH ()-[r]->() WHERE $dataset IN r.datasets RETURN r"
"""Relationships that ``$dataset`` has a record of, a row ``r`` each."""


def links_of_others(relation: Relation) -> str:
    """Relationships of a type that another dataset than ``$dataset`` states: kind and id of both ends, a row each."""
    return (
        f"MATCH (a)-[r:{relation.name}]->(b) WHERE any(d IN r.datasets WHERE d <> $dataset) "
        "RETURN labels(a)[0] AS source_kind, a.id AS source, labels(b)[0] AS target_kind, b.id AS target"
    )


DELETE_LINKS_BORN = "MATCH ()-[r]->() WHERE r.born = $run WITH r LIMIT 20000 DELETE r RETURN count(*) AS rows"
"""Delete as many relationships that ``$run`` created as one transaction carries; one row: how many, ``rows``."""
DELETE_THINGS_BORN = "MATCH (n) WHERE n.born = $run WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS rows"
"""The same for nodes."""
NOTE_UNDO = "CREATE (u:Undo) SET u = $row"
"""Note one part of how a run is taken back: ``id, run, part, text, parameter, batch``."""
UNDO_OF_RUN = """
MATCH (u:Undo) WHERE u.run = $run
RETURN u.id AS id, u.text AS text, u.parameter AS parameter, u.batch AS batch ORDER BY u.part
"""
"""How ``$run`` is taken back, part by part: a statement's ``text``, its ``parameter`` and its ``batch`` as JSON."""
FORGET_PART = "MATCH (u:Undo {id: $id}) DELETE u"
"""Forget the part ``$id``, which is taken back."""
FORGET_UNDO = "MATCH (u:Undo) WHERE u.run = $run DELETE u"
"""Forget how ``$run`` is taken back; it counts now."""
