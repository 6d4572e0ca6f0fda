"""The delta of a run: which things and relations it touched, by key, so that a snapshot grows by reading these alone.

A delta is made in the transaction that ends its run, and leads from one ``content`` of the graph to the next. Whatever
changes the graph without one leaves a gap, and who meets a gap reads the graph anew.
"""

from graph.database import ownership

_DELTA = ownership.record("d", "Delta")
NOTE_DELTA = """
MATCH (g:Graph {id: 'samband'}) UNWIND $rows AS row
CREATE (d:Delta) SET d = row, d.since = g.content, d.revision = g.revision + 1
"""
"""Note the parts ``$rows`` of a run that is just ending: ``id, run, part, parts, earlier, keys``."""
DELTAS = f"""
MATCH (d:Delta) WHERE {_DELTA} AND d.revision > $after WITH d ORDER BY d.revision, d.part
RETURN d.revision AS revision, d.since AS since, d.parts AS parts, d.earlier AS earlier, d.keys AS keys
"""
"""Every part of a delta that leads beyond the revision ``$after``, in order, a row each.

``since`` is the content that it leads from, of how many ``parts`` it is one, ``keys`` is text of
``graph/facts/run_delta.py``, and ``earlier`` says whether records of earlier runs were changed, too.
"""
FORGET_DELTAS = f"MATCH (d:Delta) WHERE {_DELTA} AND d.run < $run DELETE d"
"""Forget the deltas of runs before ``$run``."""
