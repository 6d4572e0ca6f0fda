"""What a format allows of its files, stated once by each format, so that no file costs more than it can be worth."""

from typing import NamedTuple

from graph.language.words import N_

MOST_ROWS, MOST_COLUMNS = 1_000_000, 500
"""Of any table, whether it is CSV or a sheet."""


class FileLimits(NamedTuple):
    """How much a file may hold, what of YAML it may use, and what is said where that depends on who made it."""

    largest: int
    """Bytes."""
    deepest: int = 100
    """Lists, objects or elements inside each other."""
    most_values: int = 500_000
    """Values after aliases are followed: a short file can stand for thousands of millions. In XML, elements."""
    unpacked: int = 1024 * 1024 * 1024
    """Bytes that a packed file may hold in all."""
    aliases: bool = False
    """YAML's anchors, aliases and merge keys are followed."""
    tags: bool = False
    """YAML's tags are overlooked."""
    too_large: str = N_("The file is larger than {most} MB. It is not read.")
    too_deep: str = N_("The file is nested more than {most} levels deep. It is not read.")
    not_yaml: str = N_(
        "The file is not correct YAML from here on ({reason}). Look at this line and the one before: "
        "indentation, a missing colon, or a quote that is not closed."
    )
