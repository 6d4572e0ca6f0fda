"""A scenario as a person writes it: YAML or JSON, every value as it is written."""

import json
from pathlib import Path
from typing import Any

from graph.errors import ScenarioError
from graph.language.system_errors import of_system
from graph.language.words import N_, Message
from graph.scenarios.scenario_store import parsed
from graph.scenarios.steps import Scenario
from loaders.files.written import Cell, Problems
from loaders.files.yaml_tree import Listing, Mapping, Node, tree

LARGEST = 200_000
"""Letters; 200 steps with long names are far below it."""


def read_scenario_file(path: Path) -> Scenario:
    """The scenario in the file at `path`.

    Raises:
        ScenarioError: it cannot be read, or is not a scenario; says where and why.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ScenarioError(
            N_("{path} cannot be read ({reason}). Check the spelling."), path=path, reason=of_system(error)
        ) from error
    except UnicodeDecodeError as error:
        raise ScenarioError(N_("{path} is not UTF-8 text. Save it as UTF-8."), path=path) from error
    return read_scenario(text, path.name)


def read_scenario(text: str, place: str) -> Scenario:
    """The scenario in `text`; `place` is what messages call it.

    Raises:
        ScenarioError: it is not a scenario; says where and why.
    """
    if len(text) > LARGEST:
        raise ScenarioError(N_("{place} is longer than {most} letters. It is not read."), place=place, most=LARGEST)
    if text.lstrip().startswith("{"):
        try:
            return parsed(json.loads(text), place)
        except (ValueError, RecursionError):  # YAML with braces, or what YAML's reader says more of
            pass
    problems = Problems()
    node = tree(text, place, problems)
    if found := problems.in_order():
        first = found[0]
        raise ScenarioError(
            N_("{place}: {reason} Nothing is kept."), place=first.place, reason=Message(first.text, first.values)
        )
    return parsed(_plain(node), place)


def _plain(node: Node) -> Any:
    """Lists, mappings and texts without their places."""
    if isinstance(node, Cell):
        return node.text
    if isinstance(node, Listing):
        return [_plain(each) for each in node.items]
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, (_, value) in node.entries.items()}
    return None
