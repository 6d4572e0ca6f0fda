"""What the server tells its operator: lines of text or JSON, a failure once and then counted, never waited for."""

import json
import logging
import os
import queue
import sys
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from logging.handlers import QueueHandler, QueueListener
from typing import Any, Literal, TextIO

MOST_WAITING = 10_000
"""Lines that wait to be read; further ones are dropped and counted."""
AGAIN_SECONDS = 60.0
"""For which a failure that was told is only counted."""
MOST_KNOWN = 256
ENDING_SECONDS = 1.0
OURS = ("samband", "api")
"""Loggers that tell what is done as well as what goes wrong."""
request_id: ContextVar[str | None] = ContextVar("request_id", default=None)


class Lines(logging.Formatter):
    """A record as one line of text, a traceback below it; or as an object of JSON.

    Where several processes write into one log, each line says which one.
    """

    def __init__(self, how: Literal["text", "json"], process: str | None = None) -> None:
        super().__init__()
        self.how = how
        self._process = {"process": process, "pid": os.getpid()} if process else {}

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        said: dict[str, Any] = {"time": moment, "level": record.levelname, "logger": record.name}
        said |= (
            self._process
            | {"request": request_id.get(), "message": record.getMessage()}
            | getattr(record, "of_request", {})
        )
        if record.exc_info:
            said["traceback"] = self.formatException(record.exc_info)
        if self.how == "json":
            return json.dumps({name: value for name, value in said.items() if value is not None}, default=str)
        message = "".join(each if each.isprintable() else repr(each)[1:-1] for each in said["message"])
        process = "({process}, {pid}) ".format_map(said) if self._process else ""
        line = f"{moment} {record.levelname:7} {process}{record.name} [{said['request'] or '-'}] {message}"
        return "\n    ".join([line, *said.get("traceback", "").splitlines()])


class Repeats(logging.Filter):
    """Lets a failure through once, and again after a while with how often it was seen meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._known: OrderedDict[object, tuple[float, int]] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is told."""
        if record.levelno < logging.WARNING:
            return True
        failed = record.exc_info[1] if record.exc_info else None
        key = record.name, record.getMessage(), type(failed), str(failed)
        since, seen = self._known.get(key, (0.0, 0))
        if seen and time.monotonic() - since < AGAIN_SECONDS:
            self._known[key] = since, seen + 1
            return False
        if seen > 1:
            record.msg, record.args = f"{record.getMessage()} (and {seen - 1} times more before)", ()
        self._known[key] = time.monotonic(), 1
        self._known.move_to_end(key)
        if len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        return True


class Dropping(QueueHandler):
    """Puts lines into a queue of bounded length, and drops what does not fit: nobody may be reading."""

    def __init__(self, lines: Lines) -> None:
        super().__init__(queue.Queue(MOST_WAITING))
        self.setFormatter(lines)
        self.addFilter(Repeats())
        self.dropped = 0

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """The record with nothing but its line, made where the request is known."""
        return logging.makeLogRecord({"msg": self.format(record), "levelno": record.levelno})

    def enqueue(self, record: logging.LogRecord) -> None:
        """Put it in, with what was dropped before it."""
        try:
            if self.dropped:
                told = logging.LogRecord(
                    __name__,
                    logging.WARNING,
                    "",
                    0,
                    "1 line was dropped" if self.dropped == 1 else f"{self.dropped} lines were dropped",
                    (),
                    None,
                )
                self.queue.put_nowait(self.prepare(told))
                self.dropped = 0
            self.queue.put_nowait(record)
        except queue.Full:
            self.dropped += 1


@contextmanager
def logging_to(
    how: Literal["text", "json"], stream: TextIO | None = None, process: str | None = None
) -> Iterator[Dropping]:
    """Tell what is logged, to standard error where nothing else is given; with `process` where there are several."""
    root, handler = logging.getLogger(), Dropping(Lines(how, process))
    listener = QueueListener(handler.queue, logging.StreamHandler(stream or sys.stderr))
    listener.start()
    levels = {name: logging.getLogger(name).level for name in OURS}
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield handler
    finally:
        root.removeHandler(handler)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
        thread = listener._thread
        try:
            listener.enqueue_sentinel()
        except queue.Full:
            thread = None
        if thread:
            thread.join(ENDING_SECONDS)  # a reader who is gone keeps nobody from ending
