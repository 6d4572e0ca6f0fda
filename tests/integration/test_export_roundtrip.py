"""What is loaded, exported and loaded again is the same graph; on each engine."""

from pathlib import Path
from typing import Any

import pytest

from graph.database.store import Store
from graph.errors import RegisterError
from graph.facts.merged_view import Link, Thing
from graph.ontology.ontology import ONTOLOGY
from loaders.runs.run import check, load
from loaders.sources.register import SOURCE
from loaders.sources.register.export import Format, export
from tests.conftest import empty

REGISTERS = Path(__file__).parents[2] / "loaders" / "bundled"
ONE = """
defaults: {source: Intervju 2026, section: '4'}
System:
  - id: melior
    name: "=Melior"
    aliases: [Journal, "a;b"]
    annual_cost_sek: 1200000.5
    must_not_stop: yes
    used_since: 1995
    description: "första raden\\nandra raden"
    exposes: [{to: melior-api, source: Annan}, other-api]
    succeeds: {to: elvis, since: 2003-05, note: Gradvis}
  - {id: elvis, name: Elvis, evidence: illustrative, paraphrase: Det sägs så.}
Api:
  - {id: melior-api, name: API}
  - {id: other-api, name: API 2}
"""
OTHER = """
System:
  - {id: melior, name: Melior, lifecycle: phase-out}
Relations:
  - {from: elvis, relation: depends on, to: System/melior}
  - {from: melior, relation: exponerar, to: other-api, section: b}
"""


async def said(store: Store) -> dict[Any, Any]:
    """What each dataset says of each thing and relation, and what it says of itself; without places and runs."""
    found: dict[Any, Any] = {}
    for row in await store.read("MATCH (d:Dataset) RETURN properties(d) AS d"):
        found[row["d"]["id"]] = {name: row["d"].get(name) for name in ("title", "title_sv", "trust")}
    for name in ONTOLOGY.kinds:
        rows = await store.read(f"MATCH (n:{name}) RETURN n AS held")
        found |= {row["held"].key: records(row["held"]) for row in rows}
    for name in ONTOLOGY.relations:
        rows = await store.read(f"MATCH ()-[r:{name}]->() RETURN r AS held")
        found |= {row["held"].key: records(row["held"]) for row in rows}
    return found


def records(held: Thing | Link) -> list[Any]:
    return [
        (each.dataset, each.source, each.section, each.paraphrase, each.evidence, sorted(each.fields.items(), key=str))
        for each in held.records
    ]


def write_two(folder: Path) -> list[Path]:
    for name, text, trust in (("one", ONE, 80), ("two", OTHER, 20)):
        (folder / name).mkdir(parents=True)
        (folder / name / "x.yaml").write_text(text, "utf-8")
        manifest = f"dataset: {name}\ntitle: Register {name}\ntitle_sv: Registret {name}\ntrust: {trust}\n"
        (folder / name / "register.yaml").write_text(manifest)
    return [folder / "one", folder / "two"]


@pytest.mark.parametrize("format", ["yaml", "csv", "xlsx"])
async def test_what_is_exported_and_loaded_again_is_the_same_graph(
    format: Format, store: Store, tmp_path: Path
) -> None:
    for path in write_two(tmp_path / "in"):
        await load(store, SOURCE, path)
    before = await said(store)
    written = await export(store, tmp_path / "out", format=format)
    assert [path.stem for path in written] == ["one", "two"]
    await empty(store)
    for path in written:
        await load(store, SOURCE, path)
    assert await said(store) == before


async def test_the_bundled_registers_survive_an_export(store: Store, tmp_path: Path) -> None:
    names = ["reference", "case-vgr", "case-vgr-illustrative"]
    for name in names:
        await load(store, SOURCE, REGISTERS / name)
    before = await said(store)
    formats: tuple[Format, ...] = ("csv", "yaml")
    for format in formats:  # what is exported passes the gate
        for path in await export(store, tmp_path, format=format, force=True):
            assert (await check(store, SOURCE, path)).problems == []
    await empty(store)
    for name in names:
        await load(store, SOURCE, tmp_path / name)
    assert await said(store) == before


async def test_an_export_replaces_an_earlier_one_but_nothing_else(store: Store, tmp_path: Path) -> None:
    for path in write_two(tmp_path / "in"):
        await load(store, SOURCE, path)
    for _ in range(2):
        assert await export(store, tmp_path / "out", datasets=["two"]) == [tmp_path / "out" / "two"]
        await export(store, tmp_path / "all.xlsx", format="xlsx", datasets=["one"])
    (tmp_path / "out" / "one").mkdir()
    (tmp_path / "out" / "one" / "mine.yaml").write_text("mine")
    with pytest.raises(RegisterError, match="no earlier export"):
        await export(store, tmp_path / "out")
    assert (tmp_path / "out" / "one" / "mine.yaml").read_text() == "mine"
    await export(store, tmp_path / "out", force=True)
    assert not (tmp_path / "out" / "one" / "mine.yaml").exists()


async def test_an_export_of_what_is_not_there_names_what_is(store: Store, tmp_path: Path) -> None:
    for path in write_two(tmp_path / "in"):
        await load(store, SOURCE, path)
    with pytest.raises(RegisterError, match="There are: one, two"):
        await export(store, tmp_path / "out", datasets=["three"])
    with pytest.raises(RegisterError, match=r"Choose one with --dataset \(one, two\)"):
        await export(store, tmp_path / "x.xlsx", format="xlsx")


async def test_a_name_that_ends_in_xlsx_becomes_one_workbook(store: Store, tmp_path: Path) -> None:
    for path in write_two(tmp_path / "in"):
        await load(store, SOURCE, path)
    target = tmp_path / "one.xlsx"
    assert await export(store, target, datasets=["one"]) == [target]
    assert target.is_file()
    assert SOURCE.recognises(target)


@pytest.mark.parametrize(
    ("name", "format"), [("x.xlsx", "yaml"), ("x.csv", "csv"), ("x.yaml", None), ("x.csv", "xlsx")]
)
async def test_no_folder_is_called_as_a_file(store: Store, tmp_path: Path, name: str, format: Format | None) -> None:
    for path in write_two(tmp_path / "in"):
        await load(store, SOURCE, path)
    with pytest.raises(RegisterError, match="is called as a file"):
        await export(store, tmp_path / name, format=format, datasets=["one"])
    assert not (tmp_path / name).exists()
