"""Only ``loaders/files`` opens and takes apart a file that somebody else wrote."""

import ast
from collections.abc import Iterator

import pytest

from tests.rooms.house import HOUSE, files

OPENING = {"open", "read_text", "read_bytes"}
PARSING = {
    "csv": {"reader", "DictReader"},
    "json": {"load", "loads"},
    "openpyxl": {"load_workbook", "reader"},
    "yaml": {"load", "load_all", "safe_load", "safe_load_all", "full_load", "unsafe_load", "parse", "compose", "scan"},
}
"""What reads in modules that write too."""
READERS = {"defusedxml", "gzip", "tarfile", "xml", "zipfile"}
"""Modules that none but the readers need; an element that was read may be looked at by its type."""
OWN = {
    "api/cli/scenario_command.py: path.read_text": "the example that is printed",
    "api/graphql/explorer/__init__.py: (HERE / 'page.html').read_text": "the page of the explorer",
    "api/graphql/explorer/__init__.py: path.read_text": "the explorer's own examples",
    "api/cli/unlock_command.py: Store.open": "the database, which is no file",
    "api/graphql/request_body.py: json.loads": "the body of a request, which is bounded before",
    "api/graphql/paging.py: json.loads": "a cursor, which is no file",
    "graph/embedded/control_channel.py: folder.endpoint.read_text": "the engine's own folder",
    "graph/embedded/control_channel.py: json.loads": "what the engine's keeper says",
    "graph/embedded/engine.py: folder.password.read_text": "the engine's own folder",
    "graph/embedded/engine_folder.py: log.read_text": "the engine's own folder",
    "graph/embedded/engine_folder.py: open": "the engine's own folder",
    "graph/embedded/engine_folder.py: os.open": "the engine's own folder",
    "graph/embedded/engine_folder.py: self.password.read_text": "the engine's own folder",
    "graph/embedded/engine_folder.py: self.path.open": "the engine's own folder",
    "graph/facts/run_delta.py: json.loads": "what a run noted in the graph",
    "graph/program_text.py: path.read_bytes": "the text of the program itself",
    "graph/snapshot/snapshot_file.py: json.loads": "the program's own file, with a hash of what it holds",
    "graph/snapshot/snapshot_file.py: self.path.open": "the program's own file",
    "graph/snapshot/snapshot_lines.py: json.loads": "the program's own file, with a hash of what it holds",
    "graph/embedded/full_disk.py: folder.log.open": "the engine's own folder",
    "graph/embedded/keeper.py: json.loads": "what the engine's keeper hears",
    "graph/embedded/keeper_start.py: folder.keeper_log.open": "the engine's own folder",
    "graph/database/holdings.py: json.loads": "what the database holds",
    "graph/facts/merged_view.py: json.loads": "what the database holds",
    "graph/facts/run_changes.py: json.loads": "what the database holds",
    "graph/facts/run_warnings.py: json.loads": "what the database holds",
    "graph/language/words.py: path.open": "the translations",
    "loaders/runs/ledger.py: json.loads": "the ledger in the database",
    "graph/ontology/declared_names.py: json.loads": "what the database holds",
    "loaders/runs/renaming.py: json.loads": "what the database holds",
    "loaders/runs/recovery.py: json.loads": "the undo journal in the database",
    "loaders/runs/undo.py: json.loads": "the undo journal in the database",
    "loaders/runs/recovery.py: Store.open": "the database, which is no file",
    "loaders/sources/register/table_writing.py: (folder / f'{table.name}.csv').open": "written, not read",
    "queries/asking/evidence.py: json.loads": "what the database holds",
    "queries/overviews/run_figures.py: json.loads": "what the database holds",
    "visualisations/drawing/canvas.py: json.loads": "the options of the drawing",
    "visualisations/drawing/canvas.py: path.read_bytes": "the scripts and styles of a drawing",
    "visualisations/pages/frame/rendering.py: path.read_bytes": "the scripts and styles of the pages",
    "visualisations/pages/scenarios/scenarios_page.py: (EXAMPLES / f'scenario.{language}.yaml').read_text":
        "the example in the form",
}  # fmt: skip
"""What the program reads of its own, and why; nothing here takes a path or a file that a user names."""


def readings(text: str) -> Iterator[str]:
    """What a Python text opens or takes apart: functions that are called, names and modules that are imported."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in OPENING:
            yield ast.unparse(node.func)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in PARSING.get(node.value.id, ()):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name.partition(".")[0] in READERS)
        elif isinstance(node, ast.ImportFrom) and node.module:
            root, names = node.module.partition(".")[0], {each.name for each in node.names}
            inside = {f"{node.module}.{name}".split(".")[1] for name in names}
            if (root in READERS and names != {"Element"}) or inside & PARSING.get(root, set()):
                yield f"{node.module}: {', '.join(sorted(names))}"


def found() -> dict[str, int]:
    """Every reading outside `loaders/files`, and how often."""
    counted: dict[str, int] = {}
    for path in files(".py"):
        name = path.relative_to(HOUSE).as_posix()
        if not name.startswith("loaders/files/"):
            for reading in readings(path.read_text(encoding="utf-8")):
                counted[f"{name}: {reading}"] = counted.get(f"{name}: {reading}", 0) + 1
    return counted


def test_a_file_that_a_user_names_is_opened_and_parsed_in_loaders_files_only() -> None:
    strangers = found().keys() - OWN.keys()
    assert not strangers, "read it with loaders/files, or say why it is the program's own:\n" + "\n".join(strangers)


def test_what_the_program_reads_of_its_own_is_still_read() -> None:
    gone = OWN.keys() - found().keys()
    assert not gone, "take these out:\n" + "\n".join(sorted(gone))


@pytest.mark.parametrize(
    "text",
    [
        "open(path)",
        "path.read_bytes()",
        "with path.open() as file: pass",
        "import yaml\nyaml.safe_load(text)",
        "from yaml import safe_load",
        "from openpyxl import Workbook, load_workbook",
        "from openpyxl.reader.excel import ExcelReader",
        "import zipfile",
        "from defusedxml.ElementTree import parse",
        "from xml.etree.ElementTree import Element, parse",
        "import csv\nrows = csv.reader(lines)",
        "import json\nread = json.loads",
    ],
)
def test_the_law_sees_each_way_to_read_a_file(text: str) -> None:
    assert [*readings(text)]


@pytest.mark.parametrize(
    "text",
    [
        "import json\njson.dumps(value)",
        "import yaml\nyaml.safe_dump(value)",
        "import csv\ncsv.writer(file)",
        "from openpyxl import Workbook",
        "from xml.etree.ElementTree import Element",
    ],
)
def test_the_law_lets_writing_be(text: str) -> None:
    assert not [*readings(text)]
