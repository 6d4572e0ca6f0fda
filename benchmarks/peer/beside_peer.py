"""The comparison: the same graph, loads on either server in turn; a row for each query, clients and server."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks.engines import engine, java_of
from benchmarks.peer.installing import installed, missing
from benchmarks.peer.load import Load, put_on
from benchmarks.peer.queries import DISTINCT, QUERIES, Query, Request, body, distinct
from benchmarks.peer.sameness import DifferentError, hold_alike
from benchmarks.peer.servers import Server, asking, cpu_seconds, load, peer, samband
from benchmarks.worlds import PlantedWorld

ROUNDS = 2
WARMING_SECONDS = 10.0
"""For the compilers of Java and of Node, before each query is measured."""
NOT_MEASURED = "NOT MEASURED"


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    systems: int = 2_000
    seconds: float = 5.0
    """Of each load; there are `ROUNDS` of each."""
    clients: Sequence[int] = (1, 8, 32)
    workers: Sequence[int] = (1, 2)
    """Our servers, by their number of workers; the targets are for the first."""
    distinct: int = DISTINCT


def beside_peer(sizes: Sizes) -> list[dict[str, Any]]:
    """A row for each load; or one that says why there is none."""
    if lacking := missing():
        return [{NOT_MEASURED: f"GraphQL beside the peer needs {lacking}"}]
    try:
        return list(_compared(sizes))
    except DifferentError as error:
        return [{NOT_MEASURED: f"the two do not give the same rows: {error}"}]
    except (RuntimeError, ValueError) as error:  # what else was measured is still to be printed
        return [{NOT_MEASURED: str(error)}]


def _compared(sizes: Sizes) -> Iterator[dict[str, Any]]:
    with ExitStack() as stack:
        settings = stack.enter_context(engine("neo4j", lives_long=True))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="samband-peer-")))
        PlantedWorld(sizes.systems, None, 7).write(folder / "world")
        load(settings, folder / "world" / "register")
        servers = [stack.enter_context(peer(settings, installed()))]
        servers += [stack.enter_context(samband(settings, each)) for each in sizes.workers]
        database = None
        with suppress(RuntimeError):  # one of the environment's, perhaps on another machine
            database = java_of(settings)
        for query in QUERIES:
            yield from _of_query(query, servers, database, folder, sizes)


def _of_query(
    query: Query, servers: Sequence[Server], database: psutil.Process | None, folder: Path, sizes: Sizes
) -> Iterator[dict[str, Any]]:
    with ExitStack() as stack:
        theirs, *ours = (stack.enter_context(asking(each)) for each in servers)
        requests = distinct(query, ours[0], sizes.distinct)
        compared = [hold_alike(requests, each, theirs) for each in ours]
    bodies = _written(requests, folder)
    _say(f"{query.name}: {len(requests)} distinct requests; {compared[0]} rows are alike")
    for each in servers:
        put_on(each.url, bodies[each is servers[0]], 8, min(WARMING_SECONDS, 2 * sizes.seconds))
    for clients in sizes.clients:
        loads = [Load() for _ in servers]
        for turn in range(ROUNDS):
            for each, sum_of in zip(servers, loads, strict=True):
                begin = (clients + turn) * 1_009 % len(requests)
                sum_of.add(_measured(each, database, bodies[each is servers[0]], clients, sizes.seconds, begin))
        for each, one in zip(servers, loads, strict=True):
            yield _row(query, clients, each.who, one, loads[0], targeted=each is servers[1])


def _measured(
    server: Server, database: psutil.Process | None, bodies: Path, clients: int, seconds: float, begin: int
) -> Load:
    """One load, with what it took of the processor."""
    before = server.cpu_seconds(), cpu_seconds(database) if database else 0.0
    found = put_on(server.url, bodies, clients, seconds, begin)
    found.cpu_seconds = server.cpu_seconds() - before[0]
    found.database_seconds = cpu_seconds(database) - before[1] if database else float("nan")
    return found


def _row(query: Query, clients: int, who: str, one: Load, peers: Load, *, targeted: bool) -> dict[str, Any]:
    ratio = one.rate / peers.rate if peers.rate else float("inf")
    row: dict[str, Any] = {
        "query": query.name,
        "clients": clients,
        "who": who,
        "requests/s": round(one.rate, 1),
        "ratio": "" if one is peers else round(ratio, 2),
        "target": "",
        **{f"p{each}_ms": round(one.within(each), 2) for each in (50, 95, 99)},
        "cpu_ms": round(1000 * one.cpu_seconds / max(one.responses, 1), 2),
        "neo4j_cpu_ms": round(1000 * one.database_seconds / max(one.responses, 1), 2),
        "responses": one.responses,
        "wrong": one.wrong + one.unanswered,
    }
    if targeted:
        row["target"] = f"≥ {query.target}: {_met(ratio >= query.target)}"
        if query.soon:
            row["target"] += f"; p95 < {peers.within(50):.1f}: {_met(one.within(95) < peers.within(50))}"
    return row


def _met(is_met: bool) -> str:
    return "met" if is_met else "MISSED"


def _written(requests: Sequence[Request], folder: Path) -> tuple[Path, Path]:
    """The bodies of the requests, a line each: as we are asked, and as the peer is."""
    ours, peers = folder / "ours.jsonl", folder / "peers.jsonl"
    ours.write_text("".join(body(each.ours) for each in requests), "utf-8")
    peers.write_text("".join(body(each.peers) for each in requests), "utf-8")
    return ours, peers


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
