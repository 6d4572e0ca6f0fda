"""What is loaded and by which runs, what datasets state, and how a run that ended half-way is taken back."""

from graph.database import ownership
from graph.ontology.declaration import Relation

_DATASET, _RUN, _UNDO = (ownership.record(label[0].lower(), label) for label in ("Dataset", "Run", "Undo"))
DATASETS = (
    f"MATCH (d:Dataset) WHERE {_DATASET} WITH d ORDER BY d.trust DESC, d.id RETURN collect(properties(d)) AS datasets"
)
"""One row: all ``datasets``, the most trusted first, each with what a run noted of it."""
DATASET = f"MATCH (d:Dataset {{id: $id}}) WHERE {_DATASET} RETURN properties(d) AS loaded"
"""What a run noted of the dataset ``$id`` as ``loaded``; no row where it was never loaded."""
COUNT_DATASETS = f"MATCH (d:Dataset) WHERE {_DATASET} RETURN count(d) AS datasets"
"""One row: how many datasets are loaded."""
NEW_DATASET = "CREATE (d:Dataset) SET d = $loaded"
"""Note ``$loaded``, a property map with its ``id``, of a dataset of which nothing was noted before."""
NOTE_DATASET = f"MATCH (d:Dataset {{id: $id}}) WHERE {_DATASET} SET d = $loaded RETURN d.id AS id"
"""The same of one that was loaded before, ``$id``, in place of all that was noted; no row where it was not."""
NOTE_DIGEST = f"MATCH (d:Dataset {{id: $id}}) WHERE {_DATASET} SET d.digest = $digest, d.moved = $moved"
"""Note that the files of the dataset ``$id`` have another ``$digest`` and say the same, ``$moved`` facts elsewhere."""
FORGET_DATASET = f"MATCH (d:Dataset {{id: $id}}) WHERE {_DATASET} DELETE d"
"""Forget that the dataset ``$id`` was ever loaded."""

LAST_RUN = f"MATCH (r:Run) WHERE {_RUN} RETURN max(r.number) AS last"
"""One row: the number of the ``last`` run, or null."""
RUN_IDS = "MATCH (r:Run) WHERE r.id IS NOT NULL RETURN r.id AS id"
"""The ids that runs have, also those that are not ours; a row each."""
LATEST_RUNS = f"""
MATCH (r:Run) WHERE {_RUN} AND ($dataset IS NULL OR r.dataset = $dataset) WITH r ORDER BY r.number DESC LIMIT $take
RETURN collect(r {{.number, .dataset, .started, .ended, .path, .things_created, .things_changed, .things_deleted,
                  .links_created, .links_changed, .links_deleted, .warned, .warnings, .figures, .renamed}}) AS runs
"""
"""One row: ``$take`` ``runs``, the last one first, of ``$dataset`` or of all where that is null."""
_ENDED = f"MATCH (r:Run) WHERE {_RUN} AND r.ended IS NOT NULL AND r.dataset <> ''"
_IN_ORDER = """WITH r ORDER BY r.number
RETURN r {.number, .dataset, .ended, .things_created, .things_changed, .things_deleted,
          .links_created, .links_changed, .links_deleted, .gone, .changes} AS run
"""
ENDED_RUNS = f"{_ENDED} {_IN_ORDER}"
"""Every load that has ended, in order, with what it changed as ``run``; a row each."""
ENDED_RUNS_AFTER = f"{_ENDED} AND r.number > $after {_IN_ORDER}"
"""The same of those with a number above ``$after``."""
LAST_RUN_OF = f"""
MATCH (r:Run) WHERE {_RUN} AND r.dataset = $dataset AND r.ended IS NOT NULL AND r.places_only IS NULL
WITH r ORDER BY r.number DESC LIMIT 1
RETURN properties(r) AS run
"""
"""All that is noted of the last ``run`` of ``$dataset`` that changed what it says; no row where there was none."""
NOTE_FIGURES = f"MATCH (r:Run) WHERE {_RUN} AND r.number = $run SET r.figures = $figures"
"""Note ``$figures``, JSON of the headline figures by question, of ``$run``."""
RENAME_RUNS = f"MATCH (r:Run) WHERE {_RUN} AND r.dataset = $old SET r.dataset = $new"
"""Let the runs of the dataset ``$old`` be of ``$new``."""
NOTE_RUN = "CREATE (r:Run {id: $id}) SET r += $record"
"""Note ``$record``, a property map, of the run ``$id``."""


def links_of_others(relation: Relation) -> str:
    """Relationships of a type that another dataset than ``$dataset`` states: kind and id of both ends, a row each."""
    return (
        f"MATCH (a)-[r:{relation.name}]->(b) WHERE {ownership.link('r')} AND any(d IN r.datasets WHERE d <> $dataset) "
        "RETURN labels(a)[0] AS source_kind, a.id AS source, labels(b)[0] AS target_kind, b.id AS target"
    )


DELETE_LINKS_BORN = (
    f"MATCH ()-[r:{ownership.RELATIONS_EVER}]->() WHERE {ownership.link('r')} AND r.born = $run WITH r LIMIT 20000 "
    "DELETE r RETURN count(*) AS rows"
)
"""Delete as many relationships that ``$run`` created as one transaction carries; one row: how many, ``rows``."""
DELETE_THINGS_BORN = (
    f"MATCH (n:{ownership.KINDS_EVER}) WHERE {ownership.thing('n')} AND n.born = $run WITH n LIMIT 20000 "
    f"{ownership.delete_or_let_go('n')} RETURN count(*) AS rows"
)
"""The same for nodes, whose relationships go first."""
NOTE_UNDO = "CREATE (u:Undo) SET u = $row"
"""Note one part of how a run is taken back: ``id, dataset, run, part, text, parameter, batch, sort``."""
UNDO_OF_RUN = f"""
MATCH (u:Undo) WHERE {_UNDO} AND u.run = $run
RETURN u.id AS id, u.text AS text, u.parameter AS parameter, u.batch AS batch, u.sort AS sort ORDER BY u.part
"""
"""How ``$run`` is taken back, part by part: a statement's ``text``, its ``parameter`` and its ``batch`` as JSON.

``sort`` is the kind of the things in it, or source kind, relation and target kind with spaces between.
"""
FORGET_ALL_UNDO = f"MATCH (u:Undo) WHERE {_UNDO} DELETE u"
"""Forget how any run is taken back: what that is told in has changed."""
FORGET_CHANGES = f"MATCH (r:Run) WHERE {_RUN} SET r.changes = null, r.before = null"
"""Forget what runs changed from what to what, for the same reason; none of them can be taken back."""
FORGET_TOLD = (
    f"MATCH (r:Run) WHERE {_RUN} AND r.dataset IN $datasets "
    "SET r.changes = null, r.before = null, r.gone = null, r.warnings = null"
)
"""Forget all that the runs of ``$datasets`` tell of what was said; how much each changed stays."""
FORGET_WARNINGS = f"MATCH (r:Run) WHERE {_RUN} SET r.warnings = null"
"""Forget what any run warned of; how much that was stays."""
FORGET_UNDO_OF = f"""
MATCH (u:Undo) WHERE {_UNDO} AND (u.dataset IN $datasets OR any(each IN $named WHERE u.batch CONTAINS each)) DELETE u
"""
"""Forget how the runs of ``$datasets`` are taken back, and every part with one of the texts ``$named`` in it."""
FORGET_PART = f"MATCH (u:Undo {{id: $id}}) WHERE {_UNDO} DELETE u"
"""Forget the part ``$id``, which is taken back."""
FORGET_UNDO_OF_RUN = f"MATCH (u:Undo) WHERE {_UNDO} AND u.run = $run DELETE u"
"""Forget how ``$run`` is taken back, and of no other."""
FORGET_UNDO = f"MATCH (u:Undo) WHERE {_UNDO} AND u.dataset = $dataset AND u.run < $run DELETE u"
"""Forget how the runs of ``$dataset`` before ``$run`` are taken back: only the last one can be, if any."""
