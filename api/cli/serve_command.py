"""``samband serve`` and ``samband demo``."""

import signal
import socket

from rich.text import Text

from api.cli.load_command import load_paths
from api.cli.printed_tables import print_answer
from api.cli.program import Spoken, app, err, opened, out, run
from api.cli.serve_options import AllowedHosts, AnyoneMayWrite, Host, Port, TrustHeader, Workers, configured_by
from api.listening import listening_socket
from graph.errors import SettingsError
from graph.language.system_errors import of_system
from graph.language.words import N_, say
from graph.settings import Settings
from loaders.sources.formats import BUNDLED
from queries.asking.service import QuestionService
from queries.overviews.headlines import HEADLINES

ONLY_READ = N_(
    "Others than this machine reach the server, so it is only read: allow writing with --trust-header NAME, where a "
    "proxy signs people in, or with --anyone-may-write."
)
HEADLINE_ROWS = 10
PORTS_TRIED = 20
INTERRUPTED = 130
"""What a command ends with after Ctrl-C."""


def listen(host: str, port: int, tries: int) -> socket.socket:
    """A listening socket on `port`, or on one of the next ports when it is taken.

    Raises:
        SettingsError: none of them is free, or the address cannot be used.
    """
    for candidate in range(port, port + tries):
        try:
            return listening_socket(host, candidate)
        except OSError as error:
            reason = error
    raise SettingsError(
        N_("Port {port} on {host} cannot be used ({reason}). Choose another with --port or SAMBAND_PORT."),
        port=port,
        host=host,
        reason=of_system(reason),
    )


async def _serve(configured: Settings, listener: socket.socket) -> int:
    """Serve on the socket, and say with which code the command ends."""
    from api.logs import logging_to  # slow to load, and only a server needs them
    from api.supervisor import supervise

    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    text = N_("Pages at {address}/ and GraphQL at {address}/graphql. Stop with Ctrl-C.")
    out.print(Text(say(text, Spoken.language, address=f"http://{shown}:{port}")), soft_wrap=True)
    if not configured.writable:
        out.print(Text(say(ONLY_READ, Spoken.language)), soft_wrap=True)
    if configured.samband_workers > 1:
        with logging_to(configured.samband_log, process="supervisor"):
            return INTERRUPTED if await supervise(configured, listener) == signal.SIGINT else 0
    from api.app import create_app
    from api.serving import server

    with logging_to(configured.samband_log):
        await server(create_app(configured)).serve(sockets=[listener])
    return 0


@app.command()
def serve(
    host: Host = None,
    port: Port = None,
    workers: Workers = None,
    allow_host: AllowedHosts = None,
    trust_header: TrustHeader = None,
    anyone_may_write: AnyoneMayWrite = None,
) -> None:
    """Serve pages, GraphQL and maps until Ctrl-C."""

    async def work() -> int:
        configured = configured_by(host, workers, allow_host, trust_header, anyone_may_write)
        async with opened(configured, migrate=configured.writable):  # before the port is taken: it may not answer
            wanted = configured.samband_port if port is None else port
            return await _serve(configured, listen(configured.samband_host, wanted, tries=1))

    run(work())


@app.command()
def demo(
    host: Host = None,
    port: Port = None,
    workers: Workers = None,
    allow_host: AllowedHosts = None,
    trust_header: TrustHeader = None,
    anyone_may_write: AnyoneMayWrite = None,
) -> None:
    """Load the bundled case, print the three headline answers, and serve until Ctrl-C."""

    async def work() -> int:
        configured = configured_by(host, workers, allow_host, trust_header, anyone_may_write)
        with err.status(say(N_("Starting the database ..."), Spoken.language)):
            opening = opened(configured, migrate=configured.writable)
            store = await opening.__aenter__()
        try:
            await load_paths(store, BUNDLED)
            service = QuestionService(store)
            for each in HEADLINES:
                print_answer(await service.evaluate(each.question, **each.given), shown=HEADLINE_ROWS)
            wanted = configured.samband_port if port is None else port
            listener = listen(configured.samband_host, wanted, PORTS_TRIED if port is None else 1)
            taken = listener.getsockname()[1]
            if wanted and taken != wanted:
                text = N_("Port {wanted} is taken; serving on {taken} instead.")
                out.print(Text(say(text, Spoken.language, wanted=wanted, taken=taken)))
            return await _serve(configured, listener)
        finally:
            await opening.__aexit__(None, None, None)

    run(work())
