"""The one door to the database: the official driver, over Bolt, the same for every engine."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext
from functools import partial
from typing import Any, TypeVar

import neo4j
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction, AsyncResult
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)
from neo4j.graph import Node, Path, Relationship

from graph.database.graph_version import GraphVersion
from graph.database.loop_apart import in_loop_apart
from graph.database.one_revision import still_changing
from graph.database.ontology_check import Adapt, refuse_another, unmigrated
from graph.database.opening import Alone, claim
from graph.database.patience import Patience
from graph.database.shared_check import SharedCheck
from graph.database.state import STATE
from graph.embedded.engine import Address, embedded_engine, engine_alone
from graph.embedded.full_disk import full_disk, is_full, written
from graph.errors import ContendedError, EngineError, EngineLostError, NoGraphError, SettingsError, TakenError
from graph.facts.merged_view import Link, Thing
from graph.language.words import N_
from graph.ontology.ontology import ONTOLOGY
from graph.settings import Settings

Row = dict[str, Any]
BOLT = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://")
CONNECT_SECONDS = 5.0
ACQUIRE_SECONDS = 20.0  # with the handshake, where something is there that does not answer
RETRY_SECONDS = 10.0  # a cluster takes some seconds to choose a new leader
EMBEDDED_RETRY_SECONDS = 2.0  # what ran on this machine and does not answer has ended
_NOT_KEPT = "Neo.DatabaseError.Transaction."
"""Codes of a Neo4j that cannot write its log; over Bolt it does not say why."""
PATIENCE = 10.0  # seconds that a reader waits for a run to end
BUSY_TIMES = 4
"""So many times as long it is waited for a sign of life where much is read, which keeps a small database busy."""
PLAIN = frozenset((str, int, float, bool, type(None)))
"""Types of the driver's values that are ours as they are; lists may hold a million of them."""
Answer = TypeVar("Answer")


class Write:
    """An open write transaction: either all of its statements count, or none."""

    def __init__(self, transaction: AsyncManagedTransaction) -> None:
        self._transaction = transaction

    async def run(self, text: str, /, **parameters: object) -> list[Row]:
        """Run one statement and return its rows."""
        return await _rows(self._transaction, text, parameters)

    async def run_each(self, statements: Iterable[tuple[str, Mapping[str, object]]]) -> list[list[Row]]:
        """Run statements in turn and return the rows of each; the next is sent while the database works at one."""
        results = [await self._transaction.run(text, dict(parameters)) for text, parameters in statements]
        return [await _rows_of(result) for result in results]


class Store:
    """The graph in its database."""

    def __init__(self, driver: AsyncDriver, address: Address) -> None:
        self._driver = driver
        self._bookmarks = AsyncGraphDatabase.bookmark_manager()
        self.patience = Patience(driver.verify_connectivity)
        self.address = address
        self._state = SharedCheck(self._look)
        self._contents: dict[int, str] = {}
        self._log_read = written(address.engine) if address.engine else 0
        self.round_trips = 0
        """How many statements were sent since the store was opened."""

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings, adapt: Adapt | None = unmigrated) -> AsyncIterator["Store"]:
        """The store that `settings` name: a Neo4j, or the embedded engine when no URI is given.

        A graph that has to be migrated is handed to `adapt`, which refuses it if nothing is said; with None, it is
        opened as it is, whatever its ontology.

        Raises:
            EngineError: it does not answer, or does not accept the user.
            TakenError: it holds what is not ours.
            OntologyError: it holds what this program does not know.
            SettingsError: the URI cannot be used.
        """
        if settings.neo4j_uri:
            address = Address(
                settings.neo4j_uri,
                settings.neo4j_user,
                settings.neo4j_password.get_secret_value(),
                settings.neo4j_database,
            )
            async with cls._connected(address, adapt) as store:
                yield store
        else:
            alone = partial(engine_alone, settings)
            async with (
                embedded_engine(settings) as address,
                cls._connected(address, adapt, EMBEDDED_RETRY_SECONDS, alone) as store,
            ):
                yield store

    @classmethod
    @asynccontextmanager
    async def _connected(
        cls, address: Address, adapt: Adapt | None, retry: float = RETRY_SECONDS, alone: Alone = nullcontext
    ) -> AsyncIterator["Store"]:
        if not BOLT.match(address.uri):
            raise _not_bolt(address.uri, "unknown scheme")
        async with _driver(address, retry) as driver:
            store = cls(driver, address)
            await store.ping()
            await claim(store, alone, adapt)
            yield store

    async def apart(self, work: Callable[["Store"], Coroutine[Any, Any, Answer]]) -> Answer:
        """What `work` makes of a store of its own, in a loop and a thread of its own: what is large is read there."""

        async def elsewhere() -> Answer:
            retry = EMBEDDED_RETRY_SECONDS if self.address.engine else RETRY_SECONDS
            async with _driver(self.address, retry) as driver:
                store = Store(driver, self.address)
                if self.patience.seconds is not None:
                    store.patience.seconds = BUSY_TIMES * self.patience.seconds
                return await work(store)

        self.round_trips += 1
        return await in_loop_apart(elsewhere)

    async def read(self, text: str, /, **parameters: object) -> list[Row]:
        """The rows of a reading statement; nodes come as `Thing`, relationships as `Link`."""

        async def work(transaction: AsyncManagedTransaction) -> list[Row]:
            return await _rows(transaction, text, parameters)

        self.round_trips += 1
        return await self._session_work(neo4j.READ_ACCESS, work)

    async def read_together(self, texts: Sequence[str], /, **parameters: object) -> list[list[Row]]:
        """The rows of each reading statement, in one transaction, also while a run is being written."""

        async def work(transaction: AsyncManagedTransaction) -> list[list[Row]]:
            return [await _rows(transaction, text, parameters) for text in texts]

        self.round_trips += 1
        return await self._session_work(neo4j.READ_ACCESS, work)

    async def read_whole(self, text: str, /, **parameters: object) -> tuple[int, list[Row]]:
        """The rows of a reading statement and the revision that all of them belong to.

        Raises:
            ChangingError: runs keep writing.
        """
        revision, (rows,) = await self.read_all([(text, parameters)])
        return revision, rows

    async def read_all(self, statements: Sequence[tuple[str, Mapping[str, object]]]) -> tuple[int, list[list[Row]]]:
        """The rows of each reading statement, with its parameters, and the one revision that all of them belong to.

        Raises:
            ChangingError: runs keep writing.
        """
        version, rows = await self.read_at_version(statements)
        return version.revision, rows

    async def read_at_version(
        self, statements: Sequence[tuple[str, Mapping[str, object]]]
    ) -> tuple[GraphVersion, list[list[Row]]]:
        """The same, with the version of the graph.

        Raises:
            ChangingError: runs keep writing.
        """

        async def work(transaction: AsyncManagedTransaction) -> tuple[Row, list[list[Row]], Row]:
            before = await _rows(transaction, STATE, {})
            rows = [await _rows(transaction, text, parameters) for text, parameters in statements]
            return before[0], rows, (await _rows(transaction, STATE, {}))[0]

        deadline = time.monotonic() + PATIENCE
        while True:
            await self.revision()
            self.round_trips += 1
            before, rows, after = await self._session_work(neo4j.READ_ACCESS, work)
            if before == after and before["applying"] is None:
                refuse_another(after)
                return GraphVersion.of(after), rows
            if time.monotonic() > deadline:
                raise still_changing()

    async def write(self, work: Callable[[Write], Awaitable[Answer]]) -> Answer:
        """Do `work` in one write transaction, tried again by the driver after a passing fault."""
        self.round_trips += 1
        return await self._session_work(neo4j.WRITE_ACCESS, lambda transaction: work(Write(transaction)))

    async def ping(self) -> None:
        """Raise `EngineError` unless the database answers at once."""
        with self._driver_errors_translated():
            await self._driver.verify_connectivity()

    async def revision(self) -> int:
        """How many runs have changed the graph; waits for a run that is being written.

        Raises:
            ChangingError: it takes longer than a reader should wait.
        """
        return (await self.version()).revision

    async def version(self) -> GraphVersion:
        """The version of the graph; waits for a run that is being written.

        Raises:
            ChangingError: it takes longer than a reader should wait.
        """
        deadline = time.monotonic() + PATIENCE
        while (state := await self._state.seen())["applying"] is not None:
            refuse_another(state)
            if time.monotonic() > deadline:
                raise still_changing()
            await asyncio.sleep(0.1)
        refuse_another(state)
        version = GraphVersion.of(state)
        if self._contents.get(version.revision) != version.content:
            self._contents = {version.revision: version.content or ""}
        return version

    async def last_revision(self) -> int:
        """How many runs have changed the graph as it stands, whether or not one is being written.

        Raises:
            NoGraphError: it holds no graph of ours.
        """
        state = await self._state.seen()
        refuse_another(state)
        return int(state["revision"])

    async def _look(self) -> Row:
        """The graph's own node, at half the price of a transaction; one that is tried again only where that fails."""

        async def in_session() -> Row | None:
            async with self._driver.session(
                database=self.address.database,
                default_access_mode=neo4j.READ_ACCESS,
                bookmark_manager=self._bookmarks,
            ) as session:
                try:
                    return _of_a_graph(await _rows_of(await session.run(STATE)))
                except (Neo4jError, DriverError) as error:
                    if error.is_retryable():
                        return None
                    raise

        self.round_trips += 1
        with self._driver_errors_translated():
            state = await self.patience.wait_for(in_session())
        return _of_a_graph(await self.read(STATE)) if state is None else state

    def content(self, revision: int) -> str:
        """The id last seen of what the graph holds at a revision; another graph at the same one has another."""
        return self._contents.get(revision, "")

    async def _session_work(self, access: str, work: Callable[[AsyncManagedTransaction], Awaitable[Answer]]) -> Answer:
        async def in_session() -> Answer:
            async with self._driver.session(
                database=self.address.database, default_access_mode=access, bookmark_manager=self._bookmarks
            ) as session:
                execute = session.execute_read if access == neo4j.READ_ACCESS else session.execute_write
                return await execute(work)

        with self._driver_errors_translated():
            return await self.patience.wait_for(in_session())

    @contextmanager
    def _driver_errors_translated(self) -> Iterator[None]:
        """Errors of the driver as errors of ours; where the disk is full, that is why."""
        folder = self.address.engine
        try:
            with self._as_ours():
                yield
        except TakenError:
            raise
        except EngineError as error:
            if folder is None or not is_full(folder, self._log_read):
                raise
            self._log_read = written(folder)
            raise full_disk(folder) from error

    @contextmanager
    def _as_ours(self) -> Iterator[None]:
        address = self.address
        try:
            yield
        except AuthError as error:
            raise EngineError(
                N_("{uri} does not accept user {user}. Check NEO4J_USER and NEO4J_PASSWORD."),
                uri=address.uri,
                user=address.user,
            ) from error
        except (ServiceUnavailable, SessionExpired, asyncio.IncompleteReadError, OSError) as error:
            raise EngineLostError(
                N_("The database at {uri} does not answer ({reason}). Check that it runs, and NEO4J_URI."),
                uri=address.uri,
                reason=str(error).splitlines()[0] if str(error) else type(error).__name__,
            ) from error
        except ConstraintError as error:
            raise TakenError(
                N_(
                    "Database {database} at {uri} holds something with that label and id which Samband has not "
                    "written, and nothing was written over it: {reason}. Delete it or give it another id, "
                    "and try again."
                ),
                uri=address.uri,
                database=address.database,
                reason=error.message,
            ) from error
        except (Neo4jError, DriverError) as error:
            if (getattr(error, "code", None) or "").startswith(_NOT_KEPT):
                raise EngineError(
                    N_(
                        "The database at {uri}, database {database}, could not keep what was written ({reason}). "
                        "Most often its disk is full: make room there, start the database again, and try again. "
                        "What was half written is taken back."
                    ),
                    uri=address.uri,
                    database=address.database,
                    reason=getattr(error, "message", None) or str(error),
                ) from error
            if isinstance(error, Neo4jError) and error.is_retryable():
                raise ContendedError(
                    N_(
                        "Others are writing to the database at {uri}, database {database}, and it did not get to what "
                        "was asked of it ({reason}). Nothing of that was written. Try again."
                    ),
                    uri=address.uri,
                    database=address.database,
                    reason=error.message,
                ) from error
            raise EngineError(
                N_("The database at {uri}, database {database}, refused: {reason}"),
                uri=address.uri,
                database=address.database,
                reason=getattr(error, "message", None) or str(error),
            ) from error


def _driver(address: Address, retry: float) -> AsyncDriver:
    """A driver that connects when it is first used.

    Raises:
        SettingsError: the URI cannot be used.
    """
    try:
        return AsyncGraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=ACQUIRE_SECONDS,
            max_transaction_retry_time=retry,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )
    except (ConfigurationError, ValueError) as error:
        raise _not_bolt(address.uri, error) from error


def _of_a_graph(rows: list[Row]) -> Row:
    """The graph's own node.

    Raises:
        NoGraphError: somebody has taken it away.
    """
    if not rows:
        raise NoGraphError(N_("The database holds no graph of Samband any more. Load what it is to hold again."))
    return rows[0]


def _not_bolt(uri: str, reason: object) -> SettingsError:
    return SettingsError(
        N_("NEO4J_URI is {uri}, which is not a Bolt address ({reason}). Write e.g. neo4j://host:7687."),
        uri=uri,
        reason=reason,
    )


async def _rows(transaction: AsyncManagedTransaction, text: str, parameters: Mapping[str, object]) -> list[Row]:
    return await _rows_of(await transaction.run(text, dict(parameters)))


async def _rows_of(result: AsyncResult) -> list[Row]:
    names = result.keys()
    return [dict(zip(names, map(_plain, record.values()), strict=True)) async for record in result]


def _plain(value: Any) -> Any:
    """Values of the driver as values of ours."""
    if isinstance(value, Node):
        kinds = value.labels & ONTOLOGY.kinds.keys() or value.labels  # somebody may have given it a label more
        return Thing(dict(value), next(iter(kinds)))
    if isinstance(value, Relationship):
        return Link(dict(value), value.type)
    if isinstance(value, Path):
        return {"things": [_plain(n) for n in value.nodes], "links": [_plain(r) for r in value.relationships]}
    if isinstance(value, list):
        return [each if type(each) in PLAIN else _plain(each) for each in value]
    if isinstance(value, dict):
        return {name: each if type(each) in PLAIN else _plain(each) for name, each in value.items()}
    return value
