"""Which engine a test runs on where the engine is not what it tests, and in which order tests run."""

import re

import pytest

CASE = {"bundled", "case"}
"""Fixtures that hold the bundled case, which is loaded once where those who read it follow each other."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to the long run what another engine has tried already, and begin with what reads the bundled case."""
    for item in items:
        mark = item.get_closest_marker("mostly_embedded")
        if mark and (neo4j := re.match(r"(\w+)\[neo4j\b-?(.*)\]$", item.name)) and not {*neo4j.groups()} & {*mark.args}:
            item.add_marker(pytest.mark.long)
    items.sort(key=lambda item: CASE.isdisjoint(getattr(item, "fixturenames", ())))
