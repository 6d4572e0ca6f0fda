"""JSON as plain values: numbers stay as they are written, and nothing is said twice."""

import json
from typing import Any

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems, shown
from loaders.files.excess import note_depth, note_values
from loaders.files.file_limits import FileLimits


class _RepeatedError(ValueError):
    """A name stands twice in one JSON object."""


def read_json(text: str, file: str, limits: FileLimits, problems: Problems) -> Any:
    """The value that is written, or None after noting why it cannot be read."""
    if text.count(",") > limits.most_values:
        note_values(Place(file), limits, problems)
        return None
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_no_constant, parse_int=_number, parse_float=str
        )
    except json.JSONDecodeError as error:
        _note_broken(text, file, error, problems)
    except _RepeatedError as error:
        problems.add(
            Place(file),
            N_('"{value}" stands twice in one JSON object, so it is not clear which counts. Keep one.'),
            value=str(error),
        )
    except RecursionError:
        note_depth(Place(file), limits, problems)
    except ValueError as error:
        problems.add(
            Place(file), N_("The file has a number that JSON does not allow ({reason})."), reason=shown(str(error))
        )
    else:
        if _shallow(value, limits.deepest):
            return value
        note_depth(Place(file), limits, problems)
    return None


def _note_broken(text: str, file: str, error: json.JSONDecodeError, problems: Problems) -> None:
    cut = error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated")
    problems.add(
        Place(file, error.lineno, str(error.colno)),
        N_("The file ends in the middle ({reason}): it is cut short. Fetch it again, whole.")
        if cut
        else N_(
            "The file is not correct JSON from here on ({reason}). "
            "Fetch it again, or have it corrected by whoever made it."
        ),
        reason=of_parser(error.msg),
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _RepeatedError(name)
        found[name] = value
    return found


def _number(digits: str) -> str:
    """A whole number as written; nothing is calculated with it."""
    return digits


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _shallow(value: Any, deepest: int) -> bool:
    level = [value]
    for _ in range(deepest):
        level = [child for each in level for child in _children(each)]
        if not level:
            return True
    return False


def _children(value: Any) -> list[Any]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [child for child in inside if isinstance(child, dict | list)]
