"""What contracts, profiles and entries of a catalogue are called in the graph, so that other sources join on it."""

import re
from hashlib import sha256
from typing import NamedTuple

from graph.ontology.declaration import LONGEST_ID

CONTRACT = re.compile(
    r"urn:riv:(?P<domain>[^\s:]+(?::[^\s:]+)*):(?P<operation>[^\s:]+?)(?:Responder)?:(?P<major>\d+)"
    r"(?::(?i:rivtabp\d\d))?"
)
MAJOR = re.compile(r"(?P<whole>.+):(?P<major>\d+)")
BASIC_PROFILE = re.compile(r"RIVTABP(\d)(\d)", re.IGNORECASE)
LONGEST_NAME = 500
KEPT = LONGEST_ID - 24
"""Characters of a long id that are kept before its digest."""


class Contract(NamedTuple):
    """A contract's key, (domain, operation, major), as ids and a name."""

    standard: str
    version: str
    operation: str
    major: str | None
    regular: bool
    """Written as the pattern has it: ``urn:riv:<domain>:<operation>Responder:<major>``."""

    @property
    def name(self) -> str:
        """Operation and major."""
        return f"{self.operation} {self.major}" if self.major else self.operation


def contract(namespace: str) -> Contract:
    """The contract that `namespace` names; one that follows no pattern is known by its namespace as it is."""
    if found := CONTRACT.fullmatch(namespace):
        standard = f"urn:riv:{found['domain']}:{found['operation']}Responder"
        version = f"{standard}:{found['major']}"
        return Contract(standard, version, found["operation"], found["major"], version == namespace)
    found = MAJOR.fullmatch(namespace)
    whole, major = (found["whole"], found["major"]) if found else (namespace, None)
    operation = whole.rsplit(":", 1)[-1].strip("/ ").removesuffix("Responder")
    return Contract(whole.strip(), namespace, operation or namespace, major, False)


def profile_id(code: str) -> str:
    """The id of a profile: the reference register's for RIV-TA's basic profiles."""
    if found := BASIC_PROFILE.fullmatch(code):
        return f"riv-ta-bp-{found[1]}-{found[2]}"
    return code.casefold()


def entry_id(*parts: str | None) -> str:
    """An id of several parts; one that is too long ends with a digest of the whole."""
    whole = " ".join(part or "-" for part in parts)
    return whole if len(whole) <= KEPT else f"{whole[: KEPT - 20].rstrip()} {sha256(whole.encode()).hexdigest()[:16]}"


def cut(name: str) -> str:
    """A name that is no longer than names may be."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
