"""Islands: pairs of care sectors, or of organisations, between whose systems information has no stated way to go.

A sector's systems are those placed in it and those used by its organisations; an organisation's are those it uses or
owns. Information goes from provider to consumer of every exchange in use, over as many systems, platforms and
storages as it takes, and both ways between a storage and the systems that keep data in it. Two places that share a
system are connected. Exchanges that only feed the same third system connect nobody. Where a way needs an exchange of
which it is not stated whether it is in use, or, when one kind of information is asked for, what it carries, the pair
is unclear; where no system of a place is stated, unknown.
"""

from collections.abc import Iterable
from typing import Any

import rustworkx

from graph.declaration import Choice
from graph.ontology import InformationEntity
from graph.words import N_
from queries.grounds import grounds
from queries.question import AnswerRow, Phrase, QuestionParameters, ThingRef, column, parameter


class Among(Choice):
    """Between what islands are looked for."""

    SECTORS = "sectors", "Care sectors", "Vårdsektorer"
    ORGANISATIONS = "organisations", "Organisations", "Organisationer"


class Parameters(QuestionParameters):
    """Where to look, and for which information; any when not given."""

    among: Among = parameter("Among", "Bland", Among.SECTORS)
    entity: str | None = parameter("Information", "Information", of=InformationEntity)
    one_way: bool = parameter("Also pairs with a way in one direction", "Även par med väg i en riktning", False)


class Way(Choice):
    """Whether information can go from one place to another."""

    NONE = "none", "No path is stated", "Ingen väg är uppgiven"
    UNCLEAR = (
        "unclear",
        "Only by exchanges of which too little is stated",
        "Bara genom utbyten som är otillräckligt beskrivna",
    )
    UNKNOWN = "unknown", "Not known: no system is stated", "Okänt: inget system är uppgivet"
    PATH = "path", "There is a path", "Det finns en väg"


class Row(AnswerRow):
    """One pair of places."""

    one: ThingRef = column("One", "Den ena")
    other: ThingRef = column("Other", "Den andra")
    there: Way = column("From one to the other", "Från den ena till den andra")
    back: Way = column("Back", "Tillbaka")
    systems_of_one: int | None = column("Systems of the one", "Den enas system")
    systems_of_other: int | None = column("Systems of the other", "Den andras system")
    why: Phrase = column("Why", "Varför")


def answer(rows: list[dict[str, Any]], parameters: Parameters) -> list[Row]:
    """Pairs without a path, then unclear ones, then those of which too little is known."""
    read = rows[0]
    places = read["places"]
    homes = [place["systems"] for place in places]
    kept = [*read["kept"], *(pair[::-1] for pair in read["kept"])]
    certain = _reach(homes, [(giver, taker) for giver, sure, takers in read["flows"] if sure for taker in takers], kept)
    possible = _reach(homes, [(giver, taker) for giver, _, takers in read["flows"] for taker in takers], kept)

    def way(start: int, end: int) -> Way:
        if not homes[start] or not homes[end]:
            return Way.UNKNOWN
        if certain[end] >> start & 1:
            return Way.PATH
        return Way.UNCLEAR if possible[end] >> start & 1 else Way.NONE

    found = []
    for first in range(len(places)):
        for second in range(first + 1, len(places)):
            there, back = way(first, second), way(second, first)
            open_ways = (there, back).count(Way.PATH)
            if not open_ways or (open_ways == 1 and parameters.one_way):
                found.append(_row(places[first], places[second], there, back))
    return sorted(found, key=lambda row: max(list(Way).index(row.there), list(Way).index(row.back)))


def _reach(homes: list[list[str]], *edges: Iterable[Any]) -> list[int]:
    """Per place, as bits, the places from which information reaches one of its systems.

    Strongly connected systems share one bit set, handed on in topological order: one pass over the exchanges.
    """
    graph: Any = rustworkx.PyDiGraph(multigraph=False)
    number: dict[str, int] = {}

    def node(key: str) -> int:
        if key not in number:
            number[key] = graph.add_node(0)
        return number[key]

    for some in edges:
        graph.add_edges_from_no_data([(node(giver), node(taker)) for giver, taker in some])
    here = [0] * (len(graph) + sum(map(len, homes)))
    for place, systems in enumerate(homes):
        for key in systems:
            here[node(key)] |= 1 << place
    groups = rustworkx.strongly_connected_components(graph)
    group_of = {index: group for group, indices in enumerate(groups) for index in indices}
    # Tarjan's algorithm closes a group only after every group it leads to: walked backwards, givers come first.
    bits = [0] * len(groups)
    for group in reversed(range(len(groups))):
        for index in groups[group]:
            bits[group] |= here[index]
        for index in groups[group]:
            for taker in graph.successor_indices(index):
                bits[group_of[taker]] |= bits[group]
    reached = [0] * len(homes)
    for place, systems in enumerate(homes):
        for key in systems:
            reached[place] |= bits[group_of[number[key]]]
    return reached


def _row(one: dict[str, Any], other: dict[str, Any], there: Way, back: Way) -> Row:
    return Row(
        one=ThingRef.of(one["place"]),
        other=ThingRef.of(other["place"]),
        there=there,
        back=back,
        systems_of_one=len(one["systems"]) or None,
        systems_of_other=len(other["systems"]) or None,
        why=_why(one, other, there, back),
        evidence=grounds(one["place"], one["shown"], other["place"], other["shown"]),
    )


def _why(one: dict[str, Any], other: dict[str, Any], there: Way, back: Way) -> Phrase:
    names = {"one": ThingRef.of(one["place"]), "other": ThingRef.of(other["place"])}
    if Way.UNKNOWN in (there, back):
        return Phrase(text=N_("No source says which systems one of {one} and {other} has."), values=dict(names))
    if Way.PATH in (there, back):
        return Phrase(text=N_("Information goes one way only between {one} and {other}."), values=dict(names))
    if Way.UNCLEAR in (there, back):
        text = N_("Whether {one} and {other} are connected rests on exchanges of which too little is stated.")
        return Phrase(text=text, values=dict(names))
    return Phrase(text=N_("No chain of exchanges in use connects {one} and {other}."), values=dict(names))
