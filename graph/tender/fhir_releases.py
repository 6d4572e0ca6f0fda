"""FHIR's releases: what they are called, and how their publisher numbers them."""

from collections.abc import Iterable

from graph.tender.offer import plain

FHIR = "HL7 FHIR"
ALSO = ("FHIR", "hl7-fhir", "http://hl7.org/fhir", "hl7.fhir.core")
"""What files and registers call it besides."""
RELEASES = {
    "DSTU2": "1.0.2", "STU3": "3.0.2", "R3": "3.0.2", "R4": "4.0.1", "R4B": "4.3.0", "R5": "5.0.0", "R6": "6.0.0",
}  # fmt: skip
"""Each name with its last number. A ballot has the number that it leads to, and is another version."""


def is_fhir(names: Iterable[str]) -> bool:
    """Whether something that goes by these names is FHIR itself, and no guide or profile of it."""
    return not {plain(name) for name in names}.isdisjoint(map(plain, (FHIR, *ALSO)))


def release_names(number: str) -> tuple[str, ...]:
    """What people write for the release of this number: of 4.0.1, ``R4`` and ``FHIR R4``; nothing of any other."""
    found = [name for name, of in RELEASES.items() if of == number.strip()]
    return tuple(each for name in found for each in (name, f"FHIR {name}", f"{FHIR} {name}"))
