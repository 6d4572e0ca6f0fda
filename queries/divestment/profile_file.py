"""Reading a scoring profile from its file; one that cannot be used is told of by file, line and key."""

from pathlib import Path

from pydantic import ValidationError
from rapidfuzz import process

from graph.errors import QuestionError
from graph.facts.places import Place
from graph.language import validation_errors
from graph.language.words import N_, Message
from graph.settings import own_rules
from loaders.files.cells_and_problems import Problems
from loaders.files.encodings import decoded
from loaders.files.folder import whole
from loaders.files.plain_values import plain_values
from loaders.files.problem import Problem
from loaders.files.refusal import UnreadableFileError
from loaders.files.yaml_tree import Listing, Mapping, Node, tree
from queries.asking.rule_tables import LIMITS
from queries.divestment import profile_checks
from queries.divestment.profile import Profile

FOLDER = Path(__file__).with_name("profiles")
DEFAULT = "time"
"""The profile that is used where none is named."""


def named(name: str, folder: Path = FOLDER) -> Profile:
    """The profile called `name`, as its file is now; a region's own comes before the program's.

    Raises:
        QuestionError: there is none, or it cannot be used; says which file, where in it, and what is wrong.
    """
    own = own_rules()
    folders = [folder, own / "profiles"] if own else [folder]
    files = {path.stem: path for each in folders for path in sorted(each.glob("*.yaml"))}
    if name not in files:
        known = ", ".join(files)
        near = process.extractOne(name, list(files), score_cutoff=60)
        if near is None:
            raise QuestionError(N_("There is no scoring profile '{name}'. There are: {known}."), name=name, known=known)
        text = N_("There is no scoring profile '{name}'. Did you mean '{near}'? There are: {known}.")
        raise QuestionError(text, name=name, near=near[0], known=known)
    try:
        return read(whole(files[name], LIMITS), files[name].name)
    except UnreadableFileError as error:
        raise QuestionError("{problem}", problem=error.problems[0]) from error


def read(written: bytes | str, file: str) -> Profile:
    """The profile in `written`, which stands in `file`.

    Raises:
        QuestionError: it cannot be read, lacks something, or does not hold together.
    """
    problems = Problems()
    told = decoded(written, file, problems) if isinstance(written, bytes) else written
    root = tree(told or "", file, LIMITS, problems)
    if found := problems.in_order():
        raise _unread(file, found[0])
    if not isinstance(root, Mapping):
        raise QuestionError(N_("{file}: write a profile as keys with values, like profiles/time.yaml."), file=file)
    try:
        profile = Profile.model_validate(plain_values(root, numbers=True))
    except ValidationError as error:
        wrong = validation_errors.first(error)
        raise _wrong(file, root, wrong.path, wrong.reason) from error
    for each in profile_checks.problems(profile, Path(file).stem):
        raise _wrong(file, root, each.path, each.message)
    return profile


def _unread(file: str, problem: Problem) -> QuestionError:
    line = problem.place.line if isinstance(problem.place, Place) else 0
    text = N_("{file}, line {line}: {problem}")
    return QuestionError(text, file=file, line=line or 1, problem=Message(problem.text, problem.values))


def _wrong(file: str, root: Mapping, path: tuple[str | int, ...], reason: Message) -> QuestionError:
    keys, line = _place(root, path)
    text = N_("{file}, line {line}, {key}: {problem}.")
    return QuestionError(text, file=file, line=line, key=".".join(map(str, keys)) or file, problem=reason)


def _place(root: Mapping, path: tuple[str | int, ...]) -> tuple[list[str | int], int]:
    """As far along `path` as the file has it, and the line there; one more key says what is missing."""
    node: Node = root
    place, followed = root.place, list[str | int]()
    for step in path:
        if isinstance(node, Mapping):
            followed.append(step)
            if str(step) not in node.entries:
                break
            key, node = node.entries[str(step)]
            place = node.place if node else key.place
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            followed.append(step)
            node = node.items[step]
            place = node.place if node else place
        else:
            break
    return followed, place.line
