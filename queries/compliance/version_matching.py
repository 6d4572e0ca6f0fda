"""Whether one statement of a version covers another."""

import re
from collections.abc import Iterable

from graph.tender.offer import plain
from graph.tender.requirement_set import Version

FEWEST_NUMBERS = 2
"""A version of one number ("4") is too coarse to stand for a finer one."""
BUILD = re.compile(r"(?<=\d)(?:-(?:\d+|(?=[a-f]*\d)[0-9a-f]{7,40})|\+[\w.-]+)$")
"""What names a build of a release and no other version: ``1.0.2-7202``, ``4.0.1-9346c8cc45``, ``4.0.1+b3``."""


def one_of(stated: str, versions: Iterable[Version]) -> Version | None:
    """The version that `stated` means, if it is one of these."""
    return next((each for each in versions if any(covers(name, stated) for name in each.names)), None)


def covers(known: str, stated: str) -> bool:
    """True where `stated` is the version `known`, a finer statement of it, or it without its last number.

    FHIR's own media types say 4.0 for 4.0.1, and a register that accepts 4.0 means 4.0.1 too. A build of a release is
    that release; a ballot (``6.0.0-ballot2``) is only itself.
    """
    ours, theirs = _numbers(known), _numbers(stated)
    if ours == theirs:
        return True
    coarse, fine = sorted((ours, theirs))
    agree = len(coarse) >= FEWEST_NUMBERS and fine[: len(coarse)] == coarse and not _draft(fine)
    return agree and len(ours) - len(theirs) <= 1


def _numbers(version: str) -> list[str]:
    text = plain(version)
    bare = text[1:] if text[:1] == "v" and text[1:2].isdigit() else text
    return BUILD.sub("", bare).split(".")


def _draft(numbers: list[str]) -> bool:
    """True for a ballot or snapshot, which is never the same as what it leads to."""
    return any(not number.isdigit() for number in numbers)
