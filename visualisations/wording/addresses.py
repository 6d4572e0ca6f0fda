"""Where pages are: the one place that spells their addresses."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from graph.facts.facts import Ref

DOT_SEGMENTS = (".", "..")
"""Ids that a browser would take for steps in the path."""


def with_query(path: str, values: Mapping[str, Any]) -> str:
    """`path` with the `values` that are given."""
    said = {name: value for name, value in values.items() if value not in (None, "", ())}
    return f"{path}?{urlencode(said, doseq=True)}" if said else path


def start_address(**values: Any) -> str:
    """The way in."""
    return with_query("/", values)


def thing_address(ref: Ref, /, **values: Any) -> str:
    """The page of a thing."""
    if ref.id in DOT_SEGMENTS:
        return with_query(f"/thing/{quote(ref.kind, safe='')}/", {"id": ref.id} | values)
    return with_query(f"/thing/{quote(ref.kind, safe='')}/{quote(ref.id, safe='')}", values)


def kind_address(kind: str, /, **values: Any) -> str:
    """The list of the things of a kind."""
    return with_query(f"/kind/{quote(kind, safe='')}", values)


def suggestions_address(kind: str) -> str:
    """What fits the beginning of an id or name, as JSON."""
    return f"/suggest/{quote(kind, safe='')}"


def question_address(stem: str, form: str = "", /, **values: Any) -> str:
    """A question's page, or with `form` (``csv``, ``xlsx``, ``json``) its answer as a file."""
    return with_query(f"/question/{quote(stem, safe='')}" + (f".{form}" if form else ""), values)


def answer_map_address(stem: str, /, **values: Any) -> str:
    """The map of a question's answer."""
    return with_query(f"/question/{quote(stem, safe='')}/map", values)


def map_address(stem: str, /, **values: Any) -> str:
    """A map's page."""
    return with_query(f"/map/{quote(stem, safe='')}", values)


def surroundings_address(ref: Ref, /, **values: Any) -> str:
    """The map of what a thing touches."""
    return map_address("surroundings", kind=ref.kind, id=ref.id, **values)


def scenarios_address(**values: Any) -> str:
    """The scenarios that are kept, and the form to make one."""
    return with_query("/scenarios", values)


def scenario_address(id: str, /, **values: Any) -> str:
    """A scenario's page."""
    if id in DOT_SEGMENTS:
        return with_query("/scenarios/", {"id": id} | values)
    return with_query(f"/scenarios/{quote(id, safe='')}", values)


def compliance_address(form: str = "", /, **values: Any) -> str:
    """Where requirements are judged: the page, or what it hands out and takes (``.xlsx``, ``/map.html``, ...)."""
    return with_query(f"/compliance{form}", values)


def search_address(text: str, /, **values: Any) -> str:
    """What a search finds."""
    return with_query("/search", {"q": text} | values)
