"""The files that a dataset was last read from, known by a mark, and what was warned of: they are not read again."""

from graph.database import ownership

_READ = ownership.record("f", "FilesRead")
WARNINGS_OF = f"""
MATCH (f:FilesRead) WHERE {_READ} AND f.mark = $mark AND f.revision = $revision
RETURN f.dataset AS dataset, f.warnings AS warnings LIMIT 1
"""
"""Of files with ``$mark`` that were read and held to the graph at ``$revision``: their ``dataset``, and packed the
``warnings``; no row where there are none."""
NOTE_FILES = "CREATE (f:FilesRead) SET f = $row"
"""Note them: ``id, dataset, mark, revision, warnings``."""
FORGET_ALL_FILES = f"MATCH (f:FilesRead) WHERE {_READ} DELETE f"
"""Forget which files any dataset was read from, and what was warned of."""
FORGET_FILES = f"MATCH (f:FilesRead) WHERE {_READ} AND f.dataset = $dataset DELETE f"
"""Forget which files ``$dataset`` was read from: they are read the next time."""
