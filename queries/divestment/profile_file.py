"""Reading a scoring profile from its file; one that cannot be used is told of by file, line and key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from rapidfuzz import process

from graph.errors import QuestionError
from graph.language import validation_errors
from graph.language.system_errors import of_parser
from graph.language.words import N_, Message
from graph.settings import own_rules
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
    return read(files[name].read_bytes(), files[name].name)


def read(written: bytes | str, file: str) -> Profile:
    """The profile in `written`, which stands in `file`.

    Raises:
        QuestionError: it is not YAML, lacks something, or does not hold together.
    """
    try:
        root, values = yaml.compose(written, Loader=yaml.SafeLoader), yaml.safe_load(written)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        text = N_("{file}, line {line}: this is not YAML: {problem}.")
        line = mark.line + 1 if mark else 1
        raise QuestionError(
            text, file=file, line=line, problem=of_parser(error.problem or error.context or "")
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise QuestionError(
            N_("{file}: this is not YAML: {problem}."), file=file, problem=of_parser(str(error).splitlines()[0])
        ) from error
    if not isinstance(values, dict):
        raise QuestionError(N_("{file}: write a profile as keys with values, like profiles/time.yaml."), file=file)
    for node in _twice(root):
        text = N_("{file}, line {line}, {key}: {problem}.")
        told = Message(N_("it stands twice in one place; keep one of them"), {})
        raise QuestionError(text, file=file, line=node.start_mark.line + 1, key=node.value, problem=told)
    try:
        profile = Profile.model_validate(values)
    except ValidationError as error:
        wrong = validation_errors.first(error)
        raise _wrong(file, root, wrong.path, wrong.reason) from error
    for each in profile_checks.problems(profile, Path(file).stem):
        raise _wrong(file, root, each.path, each.told)
    return profile


def _twice(root: Any) -> Iterator[Any]:
    """Keys that stand twice in one mapping: YAML would take the last of them without a word."""
    waiting, met = [root], set[int]()
    while waiting:
        node = waiting.pop(0)
        if id(node) in met or not isinstance(node, yaml.CollectionNode):
            continue
        met.add(id(node))
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, _ in node.value:
                if str(key.value) in seen:
                    yield key
                seen.add(str(key.value))
            waiting += [value for _, value in node.value]
        else:
            waiting += node.value


def _wrong(file: str, root: Any, path: tuple[str | int, ...], told: Message) -> QuestionError:
    keys, line = _place(root, path)
    text = N_("{file}, line {line}, {key}: {problem}.")
    return QuestionError(text, file=file, line=line, key=".".join(map(str, keys)) or file, problem=told)


def _place(root: Any, path: tuple[str | int, ...]) -> tuple[list[str | int], int]:
    """As far along `path` as the file has it, and the line there; one more key says what is missing."""
    node, followed = root, list[str | int]()
    for step in path:
        if isinstance(node, yaml.MappingNode):
            inner = next((value for key, value in node.value if key.value == str(step)), None)
            followed.append(step)
            if inner is None:
                break
            node = inner
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            followed.append(step)
            node = node.value[step]
        else:
            break
    return followed, node.start_mark.line + 1
