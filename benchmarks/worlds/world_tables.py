"""Writing a register: one CSV file per kind, one for relations that have fields of their own, and the manifest."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY

Cells = Mapping[str, Any]
MANIFEST = "register.yaml"
RELATIONS = "relations.csv"


def write_manifest(folder: Path, dataset: str, title: str, title_sv: str, trust: int = 50) -> None:
    """Say what the register is; everything in it is made up."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"dataset: {dataset}", f"title: {title}", f"title_sv: {title_sv}", f"trust: {trust}",
             "evidence: illustrative", "source: world"]  # fmt: skip
    (folder / MANIFEST).write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_table(folder: Path, kind: type[Kind], rows: Iterable[Cells]) -> None:
    """Write the rows of one kind; the columns are those of the first row."""
    known = {*kind.model_fields, *ONTOLOGY.sides(kind), "section"}
    written: csv.DictWriter[str] | None = None
    with (folder / f"{kind.__name__}.csv").open("w", encoding="utf-8", newline="") as file:
        for row in rows:
            if written is None:
                if unknown := row.keys() - known:
                    raise TypeError(f"{kind.__name__} has no {', '.join(unknown)}")
                written = csv.DictWriter(file, list(row))
                written.writeheader()
            written.writerow({name: cell(value) for name, value in row.items()})


def write_relations(folder: Path, rows: list[Cells]) -> None:
    """Write relations by themselves: from, relation, to, and the fields of their own."""
    with (folder / RELATIONS).open("w", encoding="utf-8", newline="") as file:
        columns = list(dict.fromkeys(name for row in rows for name in row))
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)


def cell(value: Any) -> str:
    """A value as a cell: choices by their value, lists with semicolons, yes and no as the register writes them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ";".join(map(cell, value))
    return str(getattr(value, "value", value))
