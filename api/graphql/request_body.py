"""What a request to GraphQL says, read strictly: JSON of one meaning, whose values the graph could hold."""

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from graph.language.words import N_, Language, say

MEDIA_TYPE = "application/json"
NESTING = 64
"""Levels of lists and objects in a request's JSON; what a filter or an offer needs is far below it."""
VALUES = 10_000
"""Values in a request's JSON, names of an object among them."""
LARGEST_NUMBER = 2**63
"""A whole number is below it, and not below its negative: what the database can hold."""

NOT_JSON = N_("The request is not JSON in UTF-8. Send an object whose query is the text of the query.")
MEDIA = N_("The request's content type is '{type}'. Send the query as application/json, in UTF-8.")
DEEP = N_("The request's JSON is nested more than {most} deep. Ask in several queries.")
MANY = N_("The request's JSON has more than {most} values or commas. Ask in several queries.")
TWICE = N_("The request's JSON says '{name}' twice in one object. Say it once.")
NUMBER = N_("The request's JSON has a number that is too large, or none (NaN, Infinity). Send a smaller one.")
SURROGATE = N_("The request's JSON has half of a character (a lone surrogate). Send whole characters.")
BATCH = N_("The request is a list of queries. Send one query a request.")
NO_QUERY = N_("The request has no query. Send an object whose query is the text of the query.")
SHAPE = N_("The request's JSON has to be an object: query and operationName are text, variables an object.")


PARTS: tuple[tuple[str, type], ...] = (
    ("query", str),
    ("variables", dict),
    ("operationName", str),
    ("extensions", dict),
)
"""What a request says."""


Asked = tuple[str, dict[str, Any], str | None, dict[str, Any] | None]
"""Query, variables, the name of the operation, and extensions."""


class RefusedRequest(Exception):  # noqa: N818 - an answer, not a fault of the program
    """A request that is not read further, with the status that it gets."""

    def __init__(self, status: int, text: str, **values: object) -> None:
        super().__init__(text)
        self.status, self.text, self.values = status, text, values

    def say(self, language: Language) -> str:
        """What is wrong with it."""
        return say(self.text, language, **self.values)


def check_media_type(header: str) -> None:
    """See that a body says that it is JSON in UTF-8.

    Raises:
        RefusedRequest: it says something else.
    """
    type, *parameters = (each.strip().lower() for each in header.split(";"))
    charsets = [each.partition("=")[2].strip('" ') for each in parameters if each.startswith("charset")]
    if type != MEDIA_TYPE or any(each not in ("utf-8", "utf8") for each in charsets):
        raise RefusedRequest(415, MEDIA, type=header[:100])


def read_json(body: str | bytes) -> Any:
    """The value that `body` says.

    Raises:
        RefusedRequest: it is not JSON, or JSON that readers understand differently, or values that nothing can hold.
    """
    try:
        text = body.decode("utf-8-sig") if isinstance(body, bytes) else body
        if text.count(",") > VALUES:  # before objects are made of them
            raise RefusedRequest(400, MANY, most=f"{VALUES:,}")
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_float=_float)
    except RecursionError:
        raise RefusedRequest(400, DEEP, most=NESTING) from None
    except ValueError as error:  # not UTF-8, not JSON, or more digits than Python reads
        raise RefusedRequest(400, NUMBER if "digits" in str(error) else NOT_JSON) from error
    _check_values(value)
    return value


def request_parts(said: Any) -> Asked:
    """The query, variables, operation and extensions that a request says.

    Raises:
        RefusedRequest: it says none, or something else.
    """
    if isinstance(said, list):
        raise RefusedRequest(400, BATCH)
    if not isinstance(said, dict) or not all(isinstance(said.get(name) or kind(), kind) for name, kind in PARTS):
        raise RefusedRequest(400, SHAPE)
    if not said.get("query"):
        raise RefusedRequest(400, NO_QUERY)
    return said["query"], said.get("variables") or {}, said.get("operationName") or None, said.get("extensions") or None


def asked_in_address(query: Mapping[str, str]) -> Asked:
    """The same of an address.

    Raises:
        RefusedRequest: it says no query, or something that cannot be read.
    """
    said: dict[str, Any] = dict(query)
    said |= {name: read_json(said[name]) for name in ("variables", "extensions") if said.get(name)}
    return request_parts(said)


def _check_values(value: Any) -> None:
    """See that texts are whole, numbers fit, and nothing is too deep; level by level, so that no depth is too much."""
    level: list[Any] = [value]
    seen = 0
    for _ in range(NESTING + 1):
        if not level:
            return
        if (seen := seen + len(level)) > VALUES:
            raise RefusedRequest(400, MANY, most=f"{VALUES:,}")
        for each in level:
            if isinstance(each, str):
                _check_text(each)
            elif isinstance(each, int) and not -LARGEST_NUMBER <= each < LARGEST_NUMBER:
                raise RefusedRequest(400, NUMBER)
        level = [inner for each in level for inner in _inside(each)]
    raise RefusedRequest(400, DEEP, most=NESTING)


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return (*value, *value.values())
    return value if isinstance(value, list) else ()


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise RefusedRequest(400, SURROGATE) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise RefusedRequest(400, TWICE, name=name[:100].encode(errors="replace").decode())
        found[name] = value
    return found


def _float(text: str) -> float:
    return value if math.isfinite(value := float(text)) else _no_number(text)


def _no_number(text: str) -> NoReturn:
    raise RefusedRequest(400, NUMBER)
