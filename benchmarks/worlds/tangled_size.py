"""How large a tangled region is, and how one of its things is picked."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.ontology.declaration import Choice

SECTORS = ["Primärvård", "Sjukhusvård", "Kommunal vård", "Psykiatri", "Tandvård", "Prehospital vård"]
DISCIPLINES = ["Radiologi", "Patologi", "Kardiologi", "Ögon", "Klinisk kemi", "Onkologi", "Ortopedi", "Neurologi"]
STANDARDS = ["HL7 v2", "HL7 v3", "FHIR", "openEHR", "DICOM", "CDA", "XDS", "RIV-TA", "EDIFACT"]
Cells = dict[str, Any]
Rows = Iterable[Cells]


@dataclass(frozen=True)
class Size:
    """How large a region is; everything else follows from the systems."""

    systems: int = 20_000
    exchanges: int = 200_000

    def share(self, part: int, least: int) -> int:
        """One of so many per `part` systems, at least `least`."""
        return max(least, self.systems // part)

    def some(self, what: str, chance: random.Random) -> str:
        """One of many, the first ones much more often: hubs."""
        counts = {
            "system": self.systems, "organisation": self.share(50, 8), "entity": self.share(50, 12),
            "platform": self.share(2000, 2), "storage": self.share(40, 3), "api": self.share(2, 1),
            "version": 2 * len(STANDARDS), "discipline": len(DISCIPLINES), "sector": len(SECTORS), "body": 6,
        }  # fmt: skip
        return f"{what}-{int(counts[what] * chance.random() ** 2)}"

    def several(self, what: str, most: int, chance: random.Random) -> str:
        """Up to `most` of them, as a list in one cell."""
        return ";".join({self.some(what, chance) for _ in range(chance.randint(0, most))})


def any_of(values: Iterable[Choice], chance: random.Random) -> str:
    """One of the values."""
    return chance.choice(list(values)).value


def maybe(choices: type[Choice], chance: random.Random) -> str:
    """One of the choices, or now and then nothing."""
    return any_of(choices, chance) if chance.random() < 0.8 else ""


def some_day(first: int, last: int, chance: random.Random) -> str:
    """A day of reduced precision between two years, or nothing."""
    year = chance.randint(first, last)
    return chance.choice(["", str(year), f"{year}-{chance.randint(1, 12):02}"])


def all_but(own: str, others: str) -> str:
    """A list in one cell, without the thing itself."""
    return ";".join(each for each in others.split(";") if each != own)
