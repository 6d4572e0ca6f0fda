"""Files that are handed in, each with the offer that it belongs to: several files can make one offer."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from graph.tender.offer import Offer, together
from loaders.tender.offer_reading import content, read_offer


class HandedIn(NamedTuple):
    """One file."""

    group: str
    """Files of one group make one offer."""
    name: str | None
    """What the offer is called; by its first file where that is not said."""
    file: str
    data: bytes


def offers(files: Sequence[HandedIn]) -> list[Offer]:
    """The offers that the files make, in the order of their first file.

    Raises:
        InvalidOfferError: a file cannot be read.
    """
    groups: dict[str, list[Offer]] = {}
    names: dict[str, str] = {}
    for each in files:
        offer = read_offer(each.data, each.file)
        groups.setdefault(each.group, []).append(offer)
        names.setdefault(each.group, each.name or offer.name)
    return _with_own_names(together(names[group], parts) for group, parts in groups.items())


def from_path(written: str) -> HandedIn:
    """``NAME=FILE`` or ``FILE`` as a command is given it.

    Raises:
        OfferError: there is no such file, or it cannot be read.
    """
    name, equals, rest = written.partition("=")
    path = Path(written if not equals or Path(written).exists() else rest)
    told = name if equals and path != Path(written) else None
    return HandedIn(told or written, told, path.name, content(path))


def _with_own_names(found: Iterable[Offer]) -> list[Offer]:
    """The offers, with a number after a name that several of them have."""
    seen: dict[str, int] = {}
    told = []
    for offer in found:
        seen[offer.name] = seen.get(offer.name, 0) + 1
        number = seen[offer.name]
        told.append(offer.model_copy(update={"name": f"{offer.name} ({number})"}) if number > 1 else offer)
    return told
