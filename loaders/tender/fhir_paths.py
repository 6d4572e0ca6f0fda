"""The paths of an OpenAPI document as what FHIR calls them: interactions, search parameters, operations."""

import re
from collections.abc import Iterator

from graph.tender.offer import Aspect, Claim
from loaders.files.document_node import DocumentNode
from loaders.tender.fhir_names import at
from loaders.tender.json_references import followed

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
TYPE = re.compile(r"^[A-Z][A-Za-z]+$")
VARIABLE = re.compile(r"^\{[^}]*\}$|^:\w+$")
BY_METHOD = {
    "type": {"get": "search-type", "post": "create", "put": "update", "patch": "patch", "delete": "delete"},
    "instance": {"get": "read", "put": "update", "patch": "patch", "delete": "delete"},
    "search": {"post": "search-type", "get": "search-type"},
    "history-type": {"get": "history-type"},
    "history-instance": {"get": "history-instance"},
    "version": {"get": "vread"},
}


def fhir_claims(root: DocumentNode) -> Iterator[Claim]:
    """What can be done with each resource type, in the order of the paths."""
    for path, held in root.get("paths").entries():
        item = followed(root, held)
        steps = [step for step in path.split("/") if step]
        if operation := next((step for step in steps if step.startswith("$")), None):
            yield from _operation(operation, steps, item)
            continue
        type_, level = _level(steps)
        for method, described in item.entries():
            code = BY_METHOD.get(level, {}).get(method.lower())
            if type_ and code and described.is_object:
                yield Claim(aspect=Aspect.RESOURCE, name=type_, parts=(code,), **at(described))
                if code == "search-type":
                    yield from _searched(root, type_, item, described)


def _level(steps: list[str]) -> tuple[str | None, str]:
    """The resource type of a path, and what the path is of it."""
    place = next((number for number, step in reversed(list(enumerate(steps))) if TYPE.match(step)), None)
    if place is None:
        return None, ""
    shape = tuple("{}" if VARIABLE.match(step) else step for step in steps[place + 1 :])
    levels = {
        (): "type", ("{}",): "instance", ("_search",): "search", ("_history",): "history-type",
        ("{}", "_history"): "history-instance", ("{}", "_history", "{}"): "version",
    }  # fmt: skip
    return steps[place], levels.get(shape, "")


def _searched(root: DocumentNode, type_: str, *holders: DocumentNode) -> Iterator[Claim]:
    for holder in holders:
        parameters = [followed(root, each) for each in holder.each("parameters")]
        names = [each.get("name").text for each in parameters if each.get("in").text == "query"]
        if told := tuple(dict.fromkeys(name for name in names if name)):
            yield Claim(aspect=Aspect.SEARCH, name=type_, parts=told, **at(holder.whole("parameters")))


def _operation(name: str, steps: list[str], item: DocumentNode) -> Iterator[Claim]:
    type_ = next((step for step in steps if TYPE.match(step)), None)
    also = (name,) if type_ else ()
    yield Claim(aspect=Aspect.OPERATION, name=f"{type_}: {name}" if type_ else name, also=also, **at(item))
