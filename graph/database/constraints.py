"""What follows from the ontology for the database itself: ids are unique, in every kind and in the bookkeeping."""

import hashlib

from graph.facts.records import MARKS
from graph.ontology.declaration import attributes
from graph.ontology.ontology import ONTOLOGY

RECORDS_OF_RUNS = ("Graph", "Dataset", "Run", "Undo", "Ledger", "FilesRead", "Delta", "Scenario")
"""Labels of the bookkeeping nodes: revision and lock, what was loaded, by which runs, how to take one back,
what each dataset says by key, from which files, what a run touched, what if."""


def reserved_names_are_free() -> None:
    """Raise when a declared field has the name of a bookkeeping property."""
    for owner in (*ONTOLOGY.kinds.values(), *(r.fields for r in ONTOLOGY.relations.values())):
        if taken := attributes(owner).keys() & MARKS:
            raise TypeError(f"{owner.__name__}.{taken.pop()}: that name is used for provenance")
    if taken := ONTOLOGY.kinds.keys() & set(RECORDS_OF_RUNS):
        raise TypeError(f"{taken.pop()}: that name is used for the record of runs")


reserved_names_are_free()


def constraints() -> list[str]:
    """One statement per kind: ids are unique."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (*ONTOLOGY.kinds, *RECORDS_OF_RUNS)
    ]


def fingerprint() -> str:
    """Changes when the constraints do."""
    return hashlib.sha256("\n".join(constraints()).encode()).hexdigest()[:16]
