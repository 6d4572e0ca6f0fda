"""What a register says of itself: its id, title and trust, and on what its facts stand."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from graph.facts.places import Place
from graph.language.words import N_
from graph.ontology.declaration import UNPRINTABLE
from graph.ontology.ontology import ONTOLOGY
from loaders.files.cells_and_problems import Cell, Problems
from loaders.files.yaml_tree import Mapping, tree
from loaders.runs.field_values import NOT_PRINTABLE
from loaders.sources.contract import SLUG, Dataset
from loaders.sources.register.drafts import Drafts
from loaders.sources.register.provenance import EVIDENCE, SOURCE, Ground, ground
from loaders.sources.register.register_limits import LIMITS

MANIFEST = "register.yaml"
ALSO_CALLED = ("register", "dataset", "manifest")
"""What people call the file by mistake."""
DATASET, TITLE, TITLE_SV, TRUST = "dataset", "title", "title_sv", "trust"
KEYS = (DATASET, TITLE, TITLE_SV, TRUST, EVIDENCE, SOURCE)


@dataclass
class Manifest:
    """The manifest as far as it has been read, with what holds where it is silent."""

    dataset: Dataset
    place: Place | None = None


def unstated(stem: str) -> Manifest:
    """The manifest of a register that has none: its file's or folder's name."""
    return Manifest(Dataset.named_after(stem))


def misplaced(top: Mapping, file: str, problems: Problems) -> Collection[str]:
    """The names in a file of things that are the manifest's, told as one problem that says where they belong."""
    names = [name for name in top.entries if name in KEYS]
    things = [name for name in top.entries if name in (*ONTOLOGY.kinds, "Relations")]
    if names and things:
        text = N_("{fields} say what the register is called, and that stands in {manifest}. Move that there.")
        problems.add(top.entries[names[0]][0].place, text, fields=", ".join(names), manifest=MANIFEST)
        return names
    if names or (not things and PurePosixPath(file).stem.lower() in ALSO_CALLED):
        text = N_("The head of a register stands in {manifest}. Call this file so, in the register's folder.")
        problems.add(top.place, text, manifest=MANIFEST)
        return top.entries.keys()
    return ()


def read_manifest_file(text: str, file: str, manifest: Manifest, drafts: Drafts) -> None:
    """Read ``register.yaml``."""
    top = tree(text, file, LIMITS, drafts.problems)
    if top is not None and not isinstance(top, Mapping):
        drafts.problems.add(
            top.place, N_("The manifest must consist of lines such as {example}."), example="dataset: x"
        )
        return
    if top and (
        named := next((key for key, _ in top.entries.values() if key.text in (*ONTOLOGY.kinds, "Relations")), None)
    ):
        drafts.problems.add(
            named.place,
            N_("{manifest} only says what the register is called. Move {kind} to another file, such as {name}."),
            manifest=MANIFEST,
            kind=named.text,
            name="systems.yaml",
        )
        return
    said = []
    for key, node in (top.entries if top else {}).values():
        if isinstance(node, Cell):
            said.append((key, node))
        elif node is not None:
            drafts.problems.add(
                key.place, N_("{field} takes one value, not a list or more lines of name: value."), field=key.text
            )
    read_manifest(said, Place(file, 1), manifest, drafts)


def read_manifest(said: list[tuple[Cell, Cell]], place: Place, manifest: Manifest, drafts: Drafts) -> None:
    """Take over what the pairs in `said` state."""
    problems = drafts.problems
    if manifest.place is not None:
        problems.add(place, N_("The register is described twice, also at {first}. Keep one."), first=manifest.place)
        return
    manifest.place = place
    stated: dict[str, Cell] = {}
    for key, value in said:
        if key.text not in KEYS:
            problems.add(
                key.place,
                N_('"{value}" is not something that the manifest states. It has: {allowed}.'),
                value=key.text,
                among=KEYS,
                allowed=", ".join(KEYS),
            )
        elif found := UNPRINTABLE.search(value.text):
            problems.add(
                value.place,
                NOT_PRINTABLE,
                value=value.text,
                field=key.text,
                code=f"U+{ord(found.group()):04X}",
            )
        elif value.text.strip():
            stated[key.text] = Cell(value.text.strip(), value.place)
    drafts.ground = ground({name: stated[name] for name in (SOURCE, EVIDENCE) if name in stated}, problems)
    manifest.dataset = _dataset(stated, place, manifest.dataset, problems)


def _dataset(stated: dict[str, Cell], place: Place, default: Dataset, problems: Problems) -> Dataset:
    identity, trust = default.id, default.trust
    if (cell := stated.get(DATASET)) is None:
        problems.add(
            place,
            N_("The manifest lacks {field}, the id of the register. Write e.g. {field}: my-register."),
            field=DATASET,
        )
    elif SLUG.fullmatch(cell.text):
        identity = cell.text
    else:
        problems.add(
            cell.place,
            N_('"{value}" cannot be the id of a register. Use letters, digits, hyphen, point and underscore.'),
            value=cell.text,
        )
    if cell := stated.get(TRUST):
        if re.fullmatch(r"\d{1,3}", cell.text, re.ASCII) and int(cell.text) <= 100:
            trust = int(cell.text)
        else:
            problems.add(
                cell.place,
                N_('"{value}" is not a degree of trust. Write a whole number from 0 to 100.'),
                value=cell.text,
            )
    title, swedish = stated.get(TITLE), stated.get(TITLE_SV)
    return Dataset(identity, title.text if title else identity, swedish.text if swedish else None, trust)


def with_source(outer: Ground, file: str) -> Ground:
    """What holds in `file` where nothing else is stated: its name is the source."""
    return outer if outer.source is not None else outer._replace(source=file)
