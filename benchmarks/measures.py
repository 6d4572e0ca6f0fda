"""Seconds and memory."""

import gc
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FunctionType, ModuleType

import psutil


@dataclass
class Stopwatch:
    """Seconds between named moments, on the wall or of the processor."""

    clock: Callable[[], float] = time.perf_counter
    laps: dict[str, float] = field(default_factory=dict)
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.clock()

    def lap(self, name: str) -> None:
        """What has passed since the last lap was `name`."""
        now = self.clock()
        self.laps[name] = self.laps.get(name, 0.0) + now - self.began
        self.began = now

    @property
    def total(self) -> float:
        """All laps together."""
        return sum(self.laps.values())


@contextmanager
def peaks(**processes: psutil.Process) -> Iterator[dict[str, int]]:
    """The most resident memory of each process while the block runs, in MiB."""
    found = dict.fromkeys(processes, 0)
    ended = threading.Event()

    def look() -> None:
        while True:
            for name, process in processes.items():
                with suppress(psutil.Error):
                    found[name] = max(found[name], process.memory_info().rss >> 20)
            if ended.wait(0.2):
                return

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield found
    finally:
        ended.set()
        looking.join()


def resident(process: psutil.Process | None = None) -> int:
    """Resident memory of a process, this one where none is given, in MiB."""
    return int((process or psutil.Process()).memory_info().rss >> 20)


def mebibytes(root: object) -> int:
    """The memory of all objects that `root` leads to, in MiB; what the allocator keeps besides is not in it."""
    seen, waiting, size = {id(root)}, [root], 0
    while waiting:
        each = waiting.pop()
        size += sys.getsizeof(each)
        for other in gc.get_referents(each):
            if id(other) not in seen and not isinstance(other, type | ModuleType | FunctionType):
                seen.add(id(other))
                waiting.append(other)
    return size >> 20
