"""The ledger of a dataset: what it says by key, with fingerprint and place, in parts; read instead of the graph itself.

A part belongs to a run. The latest of a bucket counts, so that a run can write its parts before it is over.
"""

from graph.database import ownership

_LEDGER = ownership.record("l", "Ledger")
PARTS = f"""
MATCH (l:Ledger) WHERE {_LEDGER} AND l.dataset = $dataset AND l.run <= $run
RETURN l.bucket AS bucket, l.run AS run, l.of AS of, l.entries AS entries ORDER BY l.run
"""
"""Every part that a run up to ``$run`` has noted of ``$dataset``: of ``of`` buckets it is one; ``entries`` is JSON."""
NOTE_PARTS = "UNWIND $rows AS row CREATE (l:Ledger) SET l = row"
"""Note the parts ``$rows``: ``id, dataset, run, bucket, of, entries``."""
FORGET_EARLIER = f"""
MATCH (l:Ledger) WHERE {_LEDGER} AND l.dataset = $dataset AND l.run < $run AND (l.of <> $of OR l.bucket IN $buckets)
DELETE l
"""
"""Forget the parts of ``$dataset`` in whose place ``$run`` has noted others."""
FORGET_OF_RUN = f"MATCH (l:Ledger) WHERE {_LEDGER} AND l.run = $run DELETE l"
"""Forget the parts that ``$run`` has noted."""
FORGET_LEDGER = f"MATCH (l:Ledger) WHERE {_LEDGER} AND l.dataset = $dataset DELETE l"
"""Forget the ledger of ``$dataset``: the next run reads the graph itself."""
