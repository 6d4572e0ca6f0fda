"""A snapshot as lines of JSON, a batch of things or relations in each, and back: unlike a pickle, it can do nothing.

Relations name things by their place in dictionary order, so that a text is written once.
"""

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from graph.database.snapshot_columns import FIELDS, LINK_FIELDS
from graph.facts.facts import LinkKey, Properties
from graph.snapshot.node import PLACE, SIDES, Node
from graph.snapshot.snapshot import RelationColumns, RunRecord, Snapshot
from graph.snapshot.snapshot_reading import Known, in_order, node_of

BATCH = 2_000
_PLACES = "I"
"""The type of an array of places: 32 bits without a sign."""
_THINGS, _LINKS, _RUNS = "things", "links", "runs"


def lines_of(snapshot: Snapshot) -> Iterator[bytes]:
    """The lines of a snapshot, each with its end."""
    for kind, of_kind in snapshot._of.items():
        nodes = iter(of_kind.values())
        while rows := [_row(kind, node) for node in islice(nodes, BATCH)]:
            yield _line([_THINGS, kind, rows])
    places = {node.place: node for node in snapshot} if snapshot._said else {}
    for sort, starts, ends in _pairs(snapshot):
        said: list[Properties] = []
        if sort[0] in LINK_FIELDS:
            keys = (LinkKey(places[a].ref, sort[0], places[b].ref) for a, b in zip(starts, ends, strict=True))
            said = [snapshot.said(key) for key in keys] if places else []
        yield _line([_LINKS, *sort, _packed(starts), _packed(ends), said])
    runs = iter(snapshot.runs)
    while some := list(islice(runs, BATCH)):
        yield _line([_RUNS, some])


def snapshot_of(lines: Iterable[bytes], revision: int) -> Snapshot:
    """The snapshot that the lines tell.

    Raises:
        ValueError, KeyError, IndexError, TypeError: they tell none.
    """
    known: Known = {}
    nodes: list[Node] = []
    links: list[list[Any]] = []
    runs: list[RunRecord] = []
    for line in lines:
        sort, *said = json.loads(line)
        if sort == _THINGS:
            nodes.extend(node_of(said[0], row, known) for row in said[1])
        elif sort == _LINKS:
            links.append(said)
        else:
            runs.extend(_run(kept) for kept in said[0])
    snapshot = Snapshot(revision, nodes, (), runs)
    ids = [node.id for node in sorted(nodes, key=PLACE)]
    snapshot._relate(_columns(said, ids) for said in links)
    return snapshot


def _row(kind: str, node: Node) -> list[Any]:
    fields = [node.fields.get(name) for name in FIELDS[kind]]
    return [node.id, node.sort_key, node.born, node.run, node.datasets, fields]


def _pairs(snapshot: Snapshot) -> list[tuple[tuple[str, str, str], "array[int]", "array[int]"]]:
    """Every relation, with those of its type and kinds; by the places of both ends."""
    found: dict[tuple[str, str, str], tuple[array[int], array[int]]] = {}
    for node in snapshot:
        for key, others in node.sides.items():
            if SIDES[key].outgoing:
                name = SIDES[key].relation.name
                for other in others:
                    sort = name, node.kind, other.kind
                    if (pair := found.get(sort)) is None:
                        pair = found[sort] = array(_PLACES), array(_PLACES)
                    pair[0].append(node.place)
                    pair[1].append(other.place)
    return [(sort, *found[sort]) for sort in sorted(found, key=in_order)]


def _columns(said: list[Any], ids: list[str]) -> RelationColumns:
    relation, source, target, starts, ends, fields = said
    return RelationColumns(relation, source, target, _ids(starts, ids), _ids(ends, ids), fields)


def _ids(packed: str, ids: list[str]) -> list[str]:
    places = array(_PLACES)
    places.frombytes(b64decode(packed))
    return [ids[place] for place in places]


def _packed(places: "array[int]") -> str:
    return b64encode(places.tobytes()).decode()


def _run(kept: list[Any]) -> RunRecord:
    number, dataset, ended, links, gone, *rest = kept
    return RunRecord(number, dataset, ended, (links[0], links[1], links[2]), tuple(gone), *rest)


def _line(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"
