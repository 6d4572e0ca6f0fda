"""Which process runs which tests: all on Neo4j in one, with one server, all on the embedded engine in another.

Everything else goes by files, to whichever process is free.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

import pytest
from filelock import FileLock, Timeout
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

COMPARING = {"test_random_graphs.py", "test_maps.py", "test_answer_maps.py"}
"""Tests that hold one engine's answers against the other's: both halves have to be in one process."""


def share(nodeid: str) -> str:
    """What a test runs together with, in one process: its engine, else its file."""
    file, _, test = nodeid.partition("::")
    engine = re.search(r"\[(neo4j|embedded)\b", test)
    if engine is None:
        return file
    return "neo4j" if PurePosixPath(file).name in COMPARING else engine[1]


class ByEngine(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out the shares in the order of the files; those that wait for processes come before those that compute.

    Not by ``xdist_group``: pytest-xdist writes a group into the test's name, which pytest 9 takes no heed of.
    """

    def _split_scope(self, nodeid: str) -> str:
        return share(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByEngine:
    """Share out the tests by engine, whatever ``--dist`` says."""
    config.option.loadscopereorder = False
    return ByEngine(config, log)


@contextmanager
def sole_user(folders: pytest.TempPathFactory) -> Iterator[None]:
    """Hold Neo4j as the only process of this run: it has one database, which every test empties."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        yield
        return
    lock = FileLock(folders.getbasetemp().parent / "neo4j.lock")
    try:
        held = lock.acquire(timeout=0)
    except Timeout:
        pytest.fail("Another process of this run has Neo4j; tests/workers.py should have sent this test to it")
    with held:
        yield
