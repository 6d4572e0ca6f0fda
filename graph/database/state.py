"""The graph's one node of bookkeeping: its revision, the run that is being written, and who holds the write lock.

What changes the lock's holder first writes ``touched``: that takes the node's write lock in the database before
anything is compared, so that two takers queue up. No row comes back where somebody else holds it.
"""

from graph.database import ownership

_GRAPH = "MATCH (g:Graph {id: 'samband'})"
_HELD = f"{_GRAPH} SET g.touched = timestamp() WITH g WHERE g.holder = $holder"

FORMAT = 1
"""How things are kept, beside what they are called: the number of the last of ``loaders/runs/migrations.py``."""

STATE = (
    f"{_GRAPH} RETURN g.revision AS revision, g.applying AS applying, g.ontology AS ontology, g.format AS format, "
    "g.migrating AS migrating, g.content AS content"
)
"""One row: ``revision``, as ``applying`` the number of the run that is being written, of which ``ontology`` and
``format`` it is, and an id of its ``content``, another one after each run.

``migrating`` is the number of a migration that has begun and not ended.
"""
NOTED = (
    f"{_GRAPH} WHERE {ownership.record('g', 'Graph')} RETURN g.schema AS schema, g.ontology AS ontology, "
    "coalesce(g.format, 0) AS format, g.migrating AS migrating"
)
"""One row with what the graph is compared by when it is opened; none where it is new."""
DECLARED = f"{_GRAPH} RETURN g.declared AS declared, g.program AS program, g.outgrown AS outgrown"
"""One row: the declared names of the graph's ontology, which ``program`` noted it, and ontologies before it."""
NOTE_GRAPH = """
MERGE (g:Graph {id: 'samband'})
ON CREATE SET g.revision = 0, g.ontology = $ontology, g.declared = $declared, g.program = $program, g.format = $format
SET g.schema = $schema
"""
"""Note ``$schema``, the fingerprint of the constraints; a new graph is at revision 0 and of this ontology."""
NAME_CONTENT = f"{_GRAPH} SET g.content = coalesce(g.content, $content)"
"""Give the graph the id ``$content``, if it is of an older program and has none."""
_OF_THIS_ONTOLOGY = "g.ontology = $ontology, g.declared = $declared, g.program = $program, g.outgrown = $outgrown"
NOTE_ONTOLOGY = f"{_GRAPH} SET {_OF_THIS_ONTOLOGY}, g.format = $format"
"""Note that the graph is of the ontology with the fingerprint ``$ontology`` and the names ``$declared``."""
BEGIN_MIGRATION = (
    f"{_HELD} SET g.applying = $run, g.migrating = $run, {_OF_THIS_ONTOLOGY} RETURN g.applying AS applying"
)
"""The same, while ``$run`` makes it so: who reads by another ontology is told from here on; a row as for `BEGIN`."""
NOTE_FORMAT = f"{_HELD} SET g.format = $format RETURN g.format AS format"
"""Note that the migration with the number ``$format`` is done; a row as for `BEGIN`."""

_LAPSED = "(g.lease_until < timestamp() OR g.lease_until > timestamp() + 2 * coalesce(g.lease, $lease))"
"""The lease has run out; one that ends after two whole leases was given before the database's clock was set back."""
TAKE = f"""
{_GRAPH} SET g.touched = timestamp() WITH g WHERE g.holder IS NULL OR {_LAPSED}
SET g.holder = $holder, g.host = $host, g.process = $process, g.process_started = $process_started,
    g.held_since = timestamp(), g.lease = $lease, g.lease_until = timestamp() + $lease
RETURN g.holder AS holder
"""
"""Take the lock for ``$lease`` milliseconds if it is free; the rest of ``$...`` is who takes it. A row if taken."""
RENEW = f"{_HELD} SET g.lease_until = timestamp() + $lease RETURN g.holder AS holder"
"""Hold the lock for another ``$lease`` milliseconds; a row if ``$holder`` still has it."""
FREE = f"""
{_GRAPH} WHERE g.holder = $holder
SET g.holder = null, g.host = null, g.process = null, g.process_started = null,
    g.held_since = null, g.lease = null, g.lease_until = null
"""
"""Give the lock back if ``$holder`` has it."""
BEGIN = f"{_HELD} SET g.applying = $run RETURN g.ontology AS ontology, g.format AS format"
"""Note that ``$run`` is being written; a row with the graph's ``ontology`` and ``format`` if ``$holder`` still has the
lock."""
_OVER = f"{_HELD} SET g.applying = null, g.migrating = null"
GROW = f"{_OVER}, g.revision = g.revision + 1, g.content = $content RETURN g.revision AS revision"
"""Note that the run is over, and one revision more, of the id ``$content``; a row if ``$holder`` still has the lock."""
STAY = f"{_OVER} RETURN g.revision AS revision"
"""Note that the run is taken back, and the graph as it was; a row as for `GROW`."""
NEW_CONTENT = f"{_HELD} SET g.content = $content RETURN g.content AS content"
"""Note that the graph is not what the runs made of it: no snapshot of before stands; a row as for `BEGIN`."""
LOOK = f"""
{_GRAPH}
RETURN g.holder AS holder, g.host AS host, g.process AS process, g.process_started AS started, g.held_since AS since,
       {_LAPSED} AS lapsed
"""
"""One row: who has the lock, since when, and whether the lease has run out; all null where nobody has.

``$lease`` is how many milliseconds a lease is where the holder does not say.
"""
