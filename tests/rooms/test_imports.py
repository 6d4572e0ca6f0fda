"""Imports point down the table of rooms."""

import subprocess
import sys
from pathlib import Path

from tests.rooms.house import HOUSE


def test_the_contracts_on_imports_are_kept(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--cache-dir", str(tmp_path)]
    run = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
