"""Reads a register whole: every file, then what they say of each other."""

from pathlib import Path, PurePosixPath

from graph.errors import RegisterError
from graph.facts.places import Place
from graph.language.words import N_
from graph.snapshot.gc_control import no_collection
from loaders.files.cells_and_problems import Problems
from loaders.files.encodings import decoded
from loaders.files.folder import FolderFile, content, digest, files
from loaders.files.refusal import UnreadableFileError
from loaders.sources.contract import Known, Reading
from loaders.sources.register.check import settle
from loaders.sources.register.csv_files import read_csv
from loaders.sources.register.drafts import Drafts
from loaders.sources.register.manifest import MANIFEST, Manifest, read_manifest_file, unstated
from loaders.sources.register.register_limits import LIMITS, NOT_READ, READ, WORKBOOKS
from loaders.sources.register.workbook import read_workbook
from loaders.sources.register.yaml_files import read_yaml


def read(path: Path, known: Known) -> Reading:
    """Everything that the register at `path` says, and everything that is wrong with it.

    Raises:
        RegisterError: there is nothing at `path`, or it cannot be opened.
    """
    with no_collection():
        return _read(path, known)


def _read(path: Path, known: Known) -> Reading:
    problems = Problems()
    drafts = Drafts(problems)
    found = sorted(_files(path, problems), key=lambda file: (file.name != MANIFEST, file.name))
    manifest = unstated(path.resolve().name if path.is_dir() else path.stem)
    contents: list[tuple[str, bytes]] = []
    for file in found:
        data = content(file, LIMITS, problems)
        if data is not None:
            contents.append((file.name, data))
            _read_file(file, data, manifest, drafts)
    facts = settle(drafts, manifest.dataset.id, known)
    if not (facts or problems.found):
        problems.add(Place(path.name), N_("Nothing is stated here. Fill in at least one thing, with an id and a name."))
    return Reading(manifest.dataset, digest(contents), facts, problems.in_order(), drafts.warnings.in_order())


def _files(path: Path, problems: Problems) -> list[FolderFile]:
    try:
        return files(path, READ | NOT_READ, problems)
    except UnreadableFileError as error:
        raise RegisterError("{problem}", problem=error) from error


def _read_file(file: FolderFile, data: bytes, manifest: Manifest, drafts: Drafts) -> None:
    name, suffix = PurePosixPath(file.name), file.path.suffix.lower()
    if name.name == MANIFEST and len(name.parts) > 1:
        drafts.problems.add(
            Place(file.name),
            N_("This folder is another register. Load it by itself, or remove its {manifest}."),
            manifest=MANIFEST,
        )
    elif suffix in NOT_READ:
        drafts.problems.add(
            Place(file.name),
            N_("Files of the type {suffix} are not read. Save it as .xlsx or as CSV UTF-8."),
            suffix=suffix,
        )
    elif suffix in WORKBOOKS:
        read_workbook(data, file.name, manifest, drafts)
    elif (written := decoded(data, file.name, drafts.problems)) is None:
        return
    elif file.name == MANIFEST:
        read_manifest_file(written, file.name, manifest, drafts)
    elif suffix == ".csv":
        read_csv(written, file.name, drafts)
    else:
        read_yaml(written, file.name, drafts)
