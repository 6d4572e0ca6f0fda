"""Requirement sets of a world, and how each requirement stands with systems of it and with offers from outside."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from benchmarks.worlds.world_draft import Thing


class Offered(NamedTuple):
    """A system of the graph, or files that are handed in together, and how each requirement stands with it."""

    statuses: dict["Thing", str]
    system: "Thing | None" = None
    files: tuple[dict[str, Any], ...] = ()
    """JSON documents."""
    answers: tuple[tuple["Thing", str], ...] = ()
    """What stands in the questionnaire of the set, when it is filled in."""


class Judged(NamedTuple):
    """A requirement set, and what it is held against."""

    requirements: "Thing"
    offers: tuple[Offered, ...]

    def written(self, folder: Path) -> dict[str, Any]:
        """Write the files that are handed in, and tell as data what they are judged as."""
        told = []
        for number, offer in enumerate(self.offers, 1):
            names = [f"{self.requirements.id}-{number}-{place}.json" for place, _ in enumerate(offer.files, 1)]
            for name, document in zip(names, offer.files, strict=True):
                folder.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            told.append({
                "system": offer.system and offer.system.id, "files": names,
                "answers": {requirement.id: answer for requirement, answer in offer.answers},
                "statuses": {requirement.id: status for requirement, status in offer.statuses.items()},
            })  # fmt: skip
        return {"set": self.requirements.id, "offers": told}
