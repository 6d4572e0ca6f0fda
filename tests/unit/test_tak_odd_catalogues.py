"""Whatever is wrong with a catalogue: it loads unless something needed is ambiguous, and every row is accounted for."""

import json
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.facts.facts import Fact
from graph.ontology.kinds import CatalogueNote, LogicalAddress, Permission, Route, StandardVersion, System
from graph.ontology.vocabulary import Irregularity, NoteReason
from graph.snapshot.snapshot import Snapshot
from loaders.files.cells_and_problems import Problems
from loaders.files.problem import Problem
from loaders.sources.tak.addressing_catalogue import Catalogue
from loaders.sources.tak.catalogue_facts import stated
from loaders.sources.tak.envelope import opened
from tests.odd_catalogues import (
    ADDRESS,
    BROKEN,
    CONTRACT,
    PARTS,
    PERMISSION,
    PROFILE,
    SYSTEM,
    URL,
    OddCatalogue,
    OddRow,
)

FILE = "made-up.json"
WITHOUT_ROWS = {NoteReason.EMPTY_LIST, NoteReason.NO_LIST}
SHAPES = pytest.mark.parametrize("older", [False, True], ids=["newer", "older"])


def read(odd: OddCatalogue) -> tuple[list[Fact], list[Problem]]:
    problems = Problems()
    envelope = opened(json.dumps({"formatVersion": "1", "data": odd.data()}).encode(), FILE, problems)
    assert envelope, [each.say("en") for each in problems.found]
    return stated(Catalogue(envelope, problems), FILE, problems), problems.found


def keys(odd: OddCatalogue, name: str) -> set[str]:
    """What can be read of a list of parts."""
    return {row.key for row in odd.rows[name] if row.fault not in BROKEN}


def aside(odd: OddCatalogue) -> list[OddRow]:
    """The rows that cannot be used, of a catalogue that loads."""
    return [row for rows in odd.rows.values() for row in rows if not odd.usable(row)]


@SHAPES
@given(random=st.randoms(use_true_random=False))
def test_what_loads_is_what_is_not_ambiguous_and_no_row_is_lost(random: Random, older: bool) -> None:
    odd = OddCatalogue(random, older=older)
    facts, problems = read(odd)
    assert bool(problems) == odd.refused(), [each.say("en") for each in problems]
    if problems:
        assert facts == []
        return
    snapshot = Snapshot.of_facts(facts)
    notes = [note for note in snapshot.all(CatalogueNote) if WITHOUT_ROWS.isdisjoint(note.reasons or ())]
    assert sorted(note.id.split(" #")[0] for note in notes) == sorted(map(odd.place, aside(odd)))
    assert {node.id for node in snapshot.all(System)} == keys(odd, SYSTEM)
    assert {node.id for node in snapshot.all(LogicalAddress)} == keys(odd, ADDRESS)
    versions = {node.id for node in snapshot.all(StandardVersion)}
    assert versions == keys(odd, CONTRACT) | {each.casefold() for each in keys(odd, PROFILE)}
    assert {node.url for node in snapshot.all(Route)} == {row.key for row in odd.rows[URL] if odd.usable(row)}
    permitted = [[other and other.key for other in row.refers.values()] for row in odd.rows[PERMISSION]
                 if odd.usable(row)]  # fmt: skip
    assert len(snapshot.all(Permission)) == len(set(map(str, permitted)))


@SHAPES
@given(random=st.randoms(use_true_random=False))
def test_a_catalogue_that_is_refused_names_the_rows_that_are_needed_and_no_others(random: Random, older: bool) -> None:
    odd = OddCatalogue(random, older=older)
    _, problems = read(odd)
    places = {str(each.place) for each in problems}
    failing = [each for each in odd.entries if odd.astray(each) or (each.fault == "time" and odd.needed(each))]
    assert {odd.place(each) for each in failing} <= places
    possible = {odd.place(row) for each in failing for row in _reached(odd, each)}
    assert places <= possible


@given(random=st.randoms(use_true_random=False))
def test_parts_whose_rows_share_a_number_are_read_and_marked(random: Random) -> None:
    odd = OddCatalogue(random, older=False)
    facts, problems = read(odd)
    if problems:
        return
    marked = {
        node.id for node in Snapshot.of_facts(facts) if Irregularity.SAME_NUMBER in (node.field("irregularities") or ())
    }
    numbers = {name: [row.number for row in odd.rows[name]] for name in PARTS}
    shared = {row.key.casefold() if name == PROFILE else row.key for name in PARTS for row in odd.rows[name]
              if row.fault not in BROKEN and numbers[name].count(row.number) > 1}  # fmt: skip
    assert marked - {route.id for route in Snapshot.of_facts(facts).all(Route)} == shared


def _reached(odd: OddCatalogue, row: OddRow) -> list[OddRow]:
    """The row, and every row that one of its references may mean, and so on."""
    others = [each for other in row.refers.values() if other for each in odd.meant(other)]
    return [row, *(each for other in others for each in _reached(odd, other))]
