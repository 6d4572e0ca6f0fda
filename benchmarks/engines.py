"""The engines that are measured, each fresh and empty."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from pydantic import SecretStr

from graph.settings import Settings
from tests.neo4j.server import neo4j_server

ENGINES = ("embedded", "neo4j")


@contextmanager
def engine(name: str, *, lives_long: bool = False) -> Iterator[Settings]:
    """Settings that lead to a new engine of that name, with a heap of 1 GiB on the embedded one and 2 on Neo4j.

    A Neo4j that `lives_long` is compiled as in production, and not as tests want it.
    """
    home = Path(tempfile.mkdtemp(prefix="samband-bench-"))
    try:
        if name == "embedded":
            yield Settings(_env_file=None, neo4j_uri=None, samband_home=home)
            return
        with neo4j_server(home, lives_long=lives_long) as (uri, user, password, database):
            yield Settings(
                _env_file=None,
                neo4j_uri=uri,
                neo4j_user=user,
                neo4j_password=SecretStr(password),
                neo4j_database=database,
                samband_home=home,
            )
    finally:
        shutil.rmtree(home, ignore_errors=True)


def java_of(settings: Settings) -> psutil.Process:
    """The engine's own process: the Java that works in the settings' folder."""
    folder = str(settings.samband_home)
    for process in psutil.process_iter(["name", "cmdline"]):
        if "java" in (process.info["name"] or "") and folder in " ".join(process.info["cmdline"] or ()):
            return process
    raise RuntimeError(f"no engine runs in {folder}")
