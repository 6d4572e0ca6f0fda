"""Writes the graph back as registers, one for each dataset, as each of them said it."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from graph.database import runs, schema
from graph.database.store import Store
from graph.errors import RegisterError
from graph.facts.facts import Fact, LinkFact, ThingFact
from graph.facts.merged_view import Link, Thing
from graph.language.system_errors import of_system
from graph.language.words import N_
from graph.ontology.ontology import ONTOLOGY
from loaders.files.workbook_guard import made_by
from loaders.sources.contract import SLUG, Dataset
from loaders.sources.register.outline import Outline
from loaders.sources.register.table_writing import CREATOR, write_csv, write_workbook
from loaders.sources.register.yaml_writing import write_yaml

Format = Literal["yaml", "csv", "xlsx"]
MARK = ".samband-export"
FILES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".yaml", ".yml", ".json", ".zip")
"""Ends of names that people give to files, and not to folders."""
WRITERS: dict[Format, Callable[[Dataset, Outline, Path], None]] = {
    "yaml": write_yaml,
    "csv": write_csv,
    "xlsx": write_workbook,
}


async def export(
    store: Store, target: Path, *, format: Format | None = None, datasets: list[str] | None = None, force: bool = False
) -> list[Path]:
    """Write `datasets` (all of them, when none are named) under `target` and return what was written.

    Each becomes a folder, or with ``xlsx`` a workbook, named by its id; a `target` that ends in
    ``.xlsx`` is itself the workbook of the one dataset. Where no format is said, the target's name says it.

    Raises:
        RegisterError: a dataset does not exist, the target's name is that of another sort of file, or something else
            than an earlier export is in the way.
    """
    itself = target.suffix.lower() == ".xlsx"
    format = format or ("xlsx" if itself else "yaml")
    itself = itself and format == "xlsx"
    if not itself and _called_as_file(target):
        raise RegisterError(
            N_("{path} is called as a file, and {format} is written into a folder. Name a folder, or one .xlsx file."),
            path=target,
            format=format,
        )
    held = {each.id: each for each in await _datasets(store)}
    for name in datasets or []:
        if name not in held:
            raise RegisterError(
                N_("There is no dataset {name}. There are: {names}."), name=name, names=", ".join(sorted(held))
            )
    wanted = sorted(set(datasets)) if datasets is not None else sorted(held)
    if itself and len(wanted) != 1:
        raise RegisterError(
            N_(
                "{path} is one workbook, and a workbook holds one dataset. Choose one with --dataset ({names}), "
                "or name a folder, which gets a workbook for each with --format xlsx."
            ),
            path=target,
            names=", ".join(wanted),
        )
    paths = {name: target if itself else target / _file_name(name, format) for name in wanted}
    for path in paths.values():
        if not force and _in_the_way(path):
            raise RegisterError(N_("{path} exists and is no earlier export. Name another, or force it."), path=path)
    facts = await _facts(store, set(wanted))
    for name, path in paths.items():
        write(held[name], facts[name], path, format)
    return list(paths.values())


def write(dataset: Dataset, facts: list[Fact], path: Path, format: Format) -> None:
    """Write one dataset at `path`, in place of what is there; nothing is left half-written.

    Raises:
        RegisterError: it cannot be written there, or does not fit in the format.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".samband-", dir=path.parent) as temporary:
            made = Path(temporary) / path.name
            if format != "xlsx":
                made.mkdir()
                (made / MARK).touch()
            WRITERS[format](dataset, Outline(facts), made)
            if path.is_dir() and not path.is_symlink():
                path.rename(Path(temporary) / ".before")
            made.replace(path)
    except OSError as error:
        raise RegisterError(N_("{path} cannot be written ({reason})."), path=path, reason=of_system(error)) from error


def _file_name(dataset: str, format: Format) -> str:
    name = dataset if SLUG.fullmatch(dataset) else Dataset.named_after(dataset).id
    return f"{name}.xlsx" if format == "xlsx" else name


def _called_as_file(target: Path) -> bool:
    return target.suffix.lower() in FILES and not target.is_dir()


def _in_the_way(path: Path) -> bool:
    if path.is_dir():
        return any(path.iterdir()) and not (path / MARK).exists()
    return path.exists() and CREATOR.encode() not in made_by(path)


async def _datasets(store: Store) -> list[Dataset]:
    rows = await store.read(runs.DATASETS)
    return [
        Dataset(str(each["id"]), str(each.get("title") or each["id"]), each.get("title_sv"), int(each.get("trust", 50)))
        for each in rows[0]["datasets"]
    ]


async def _facts(store: Store, wanted: set[str]) -> dict[str, list[Fact]]:
    facts: dict[str, list[Fact]] = {name: [] for name in wanted}
    for kind in ONTOLOGY.kinds.values():
        for row in await store.read(schema.things_of_kind(kind)):
            thing: Thing = row["n"]
            for said in thing.records:
                if said.dataset in wanted:
                    fields = {field: said.fields[field] for field in kind.model_fields if field in said.fields}
                    facts[said.dataset].append(ThingFact(kind, thing.id, fields, said))
    for relation in ONTOLOGY.relations.values():
        for row in await store.read(schema.links_of_type(relation)):
            link: Link = row["r"]
            for said in link.records:
                if said.dataset in wanted:
                    key = link.key
                    facts[said.dataset].append(LinkFact(key.source, relation, key.target, said.fields, said))
    return facts
