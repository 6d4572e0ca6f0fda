"""What is said of a file that holds more than is read, the same for every syntax."""

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems
from loaders.files.file_limits import FileLimits


def note_size(file: str, limits: FileLimits, problems: Problems) -> None:
    """Note that `file` is too large."""
    problems.add(Place(file), limits.too_large, most=limits.largest >> 20)


def note_depth(place: Place, limits: FileLimits, problems: Problems) -> None:
    """Note that too much stands inside each other."""
    problems.add(place, limits.too_deep, most=limits.deepest)


def note_values(place: Place, limits: FileLimits, problems: Problems) -> None:
    """Note that the file holds, or stands for, too much."""
    problems.add(place, N_("The file holds more than {most} values. It is not read."), most=f"{limits.most_values:,}")
