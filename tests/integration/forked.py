"""The command in a process of its own, forked from one that has read the program in: reading it takes seconds."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

LIMIT = 120
START = """
import json, os, signal, sys
from api.cli import main
for line in sys.stdin:
    child = os.fork()
    if child:
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        continue
    told = json.loads(line)
    for number, path in enumerate((os.devnull, told["out"], told["err"])):
        os.dup2(os.open(path, os.O_RDWR), number)
    os.environ.clear()
    os.environ.update(told["env"])
    os.chdir(told["folder"])
    sys.argv[1:] = told["words"]
    signal.alarm(told["limit"])
    main()
    sys.exit()
"""


class Done(NamedTuple):
    """How a command ended, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


class Forking:
    """Runs commands one after the other."""

    def __init__(self, env: dict[str, str], folder: Path) -> None:
        self._written = folder / "out", folder / "err"
        self._process = subprocess.Popen(
            [sys.executable, "-c", START], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, words: tuple[str, ...], env: dict[str, str], folder: Path) -> Done:
        """The command with these words, in this environment and folder."""
        for path in self._written:
            path.write_text("")
        out, err = map(str, self._written)
        told = {"words": words, "env": env, "folder": str(folder), "out": out, "err": err, "limit": LIMIT}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(told), file=self._process.stdin, flush=True)
        code = int(self._process.stdout.readline())
        return Done(code, *(path.read_text(encoding="utf-8") for path in self._written))

    def end(self) -> None:
        """Let the process go."""
        self._process.communicate(timeout=30)
