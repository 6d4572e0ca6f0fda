"""A scenario as a person writes it: YAML or JSON, every value as it is written."""

from pathlib import Path

from graph.errors import ScenarioError
from graph.language.words import N_, Message
from graph.scenarios.scenario_store import parsed
from graph.scenarios.steps import Scenario
from loaders.files.cells_and_problems import Problems
from loaders.files.file_limits import FileLimits
from loaders.files.folder import whole_text
from loaders.files.json_values import read_json
from loaders.files.plain_values import plain_values
from loaders.files.refusal import UnreadableFileError
from loaders.files.yaml_tree import tree

LARGEST = 200_000
"""Letters; 200 steps with long names are far below it."""
LIMITS = FileLimits(largest=1024 * 1024, deepest=12, most_values=LARGEST)


def read_scenario_file(path: Path) -> Scenario:
    """The scenario in the file at `path`.

    Raises:
        ScenarioError: it cannot be read, or is not a scenario; says where and why.
    """
    try:
        written = whole_text(path, path.name, LIMITS)
    except UnreadableFileError as error:
        raise ScenarioError("{problem}", problem=error.problems[0]) from error
    return read_scenario(written, path.name)


def read_scenario(written: str, place: str) -> Scenario:
    """The scenario in `written`; `place` is what messages call it.

    Raises:
        ScenarioError: it is not a scenario; says where and why.
    """
    if len(written) > LARGEST:
        raise ScenarioError(N_("{place} is longer than {most} letters. It is not read."), place=place, most=LARGEST)
    problems = Problems()
    if written.lstrip().startswith("{"):
        told = read_json(written, place, LIMITS, problems)
        if not problems.found:
            return parsed(told, place)
        problems = Problems()  # YAML with braces, or what YAML's reader says more of
    told = plain_values(tree(written, place, LIMITS, problems))
    if found := problems.in_order():
        first = found[0]
        raise ScenarioError(
            N_("{place}: {reason} Nothing is kept."), place=first.place, reason=Message(first.text, first.values)
        )
    return parsed(told, place)
