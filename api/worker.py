"""``python -m api.worker NUMBER SOCKET``: one of several processes that serve the application on one socket.

It is started by `api.supervisor`, which writes the settings as a line into its standard input and keeps that open: when
it ends, however that comes about, the worker gives the answers that it is at and ends too.
"""

import asyncio
import sys

from api.app import create_app
from api.event_loop import quick_loop
from api.listening import inherited_socket
from api.logs import logging_to
from api.serving import server
from graph.settings import Settings

KEEPS_FILE = 1
"""The number of the one worker that writes the snapshot file, which all read when they start."""


def main(number: str, descriptor: str) -> None:
    """Serve on the socket with that descriptor."""
    given = sys.stdin.readline()
    if not given:  # who started it is gone already
        return
    settings = Settings.model_validate_json(given)
    with (
        inherited_socket(int(descriptor)) as listener,
        logging_to(settings.samband_log, process=f"worker {number}"),
        asyncio.Runner(loop_factory=quick_loop()) as runner,
    ):
        running = server(create_app(settings, keeps_file=int(number) == KEEPS_FILE), shared=listener)
        loop, standard_input = runner.get_loop(), sys.stdin.fileno()

        def end() -> None:
            loop.remove_reader(standard_input)
            running.should_exit = True

        loop.add_reader(standard_input, end)
        runner.run(running.serve())


if __name__ == "__main__":
    main(*sys.argv[1:])
