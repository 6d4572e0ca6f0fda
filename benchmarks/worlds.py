"""Made-up regions of any size as registers of CSV files; the same for the same seed."""

import csv
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.declaration import Choice, Kind
from graph.ontology import (
    ONTOLOGY,
    Api,
    CareSector,
    Decision,
    Discipline,
    Exchange,
    GovernanceBody,
    InformationEntity,
    InformationModel,
    Initiative,
    IntegrationPlatform,
    Organisation,
    SharedStorage,
    Standard,
    StandardVersion,
    SteeringObject,
    System,
)
from graph.vocabulary import (
    Criticality,
    EvidenceLevel,
    ExchangeStatus,
    FunctionalFit,
    Lifecycle,
    Mode,
    OrganisationType,
    Origin,
    PublicationStatus,
    StandardType,
    TechnicalFit,
    Timing,
    Transport,
)

SECTORS = ["Primärvård", "Sjukhusvård", "Kommunal vård", "Psykiatri", "Tandvård", "Prehospital vård"]
DISCIPLINES = ["Radiologi", "Patologi", "Kardiologi", "Ögon", "Klinisk kemi", "Onkologi", "Ortopedi", "Neurologi"]
STANDARDS = ["HL7 v2", "HL7 v3", "FHIR", "openEHR", "DICOM", "CDA", "XDS", "RIV-TA", "EDIFACT"]
CATEGORIES = ["journal", "bild", "laboratorium", "läkemedel", "administration", "remiss", "forskning", "logistik"]
Cells = dict[str, Any]
Rows = Iterable[Cells]


@dataclass(frozen=True)
class World:
    """How large a region is; everything else follows from the systems."""

    systems: int = 20_000
    exchanges: int = 200_000
    seed: int = 1

    def write(self, folder: Path) -> None:
        """Write the register's files into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        manifest = f"dataset: world-{self.systems}\ntitle: A made-up region\nevidence: illustrative\nsource: world\n"
        (folder / "register.yaml").write_text(manifest, encoding="utf-8")
        chance = random.Random(self.seed)
        for kind, rows in self._tables():
            _write_table(folder, kind, rows(chance))

    def _tables(self) -> list[tuple[type[Kind], Callable[[random.Random], Rows]]]:
        return [
            (CareSector, lambda _: ({"id": f"sector-{n}", "name": name} for n, name in enumerate(SECTORS))),
            (Discipline, lambda _: ({"id": f"discipline-{n}", "name": name} for n, name in enumerate(DISCIPLINES))),
            (Organisation, self._organisations),
            (GovernanceBody, self._bodies),
            (Standard, lambda _: (_standard(n, name) for n, name in enumerate(STANDARDS))),
            (StandardVersion, self._versions),
            (InformationEntity, self._entities),
            (InformationModel, lambda _: [{"id": "model", "name": "Regional modell", "defines": "entity-0;entity-1"}]),
            (IntegrationPlatform, self._platforms),
            (SharedStorage, self._storages),
            (System, self._systems),
            (Api, self._apis),
            (Exchange, self._exchanges),
            (Initiative, self._initiatives),
            (Decision, self._decisions),
            (SteeringObject, self._objects),
        ]

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

    def _organisations(self, chance: random.Random) -> Rows:
        for number in range(self.share(50, 8)):
            types = (OrganisationType.REGION, OrganisationType.HOSPITAL, OrganisationType.VENDOR)
            yield {
                "id": f"organisation-{number}", "name": f"Organisation Å{number}",
                "organisation_type": types[min(number, 1)] if number < 4 else _any(types[1:], chance),
                "part_of": "organisation-0" if 0 < number < 4 else "", "in_sector": self.some("sector", chance),
            }  # fmt: skip

    def _bodies(self, chance: random.Random) -> Rows:
        for number in range(6):
            above = f"body-{number - 1}" if number else ""
            yield {"id": f"body-{number}", "name": f"Organ {number}", "escalates_to": above}

    def _versions(self, chance: random.Random) -> Rows:
        for number in range(2 * len(STANDARDS)):
            yield {
                "id": f"version-{number}", "name": f"{STANDARDS[number // 2]} {number % 2 + 1}",
                "version": number % 2 + 1, "version_of": f"standard-{number // 2}",
                "publication_status": PublicationStatus.CURRENT if number % 2 else PublicationStatus.SUPERSEDED,
                "expresses": self.several("entity", 4, chance),
                "superseded_by": "" if number % 2 else f"version-{number + 1}",
            }  # fmt: skip

    def _entities(self, chance: random.Random) -> Rows:
        return ({"id": f"entity-{number}", "name": f"Uppgift {number}"} for number in range(self.share(50, 12)))

    def _platforms(self, chance: random.Random) -> Rows:
        for number in range(self.share(2000, 2)):
            yield {"id": f"platform-{number}", "name": f"Tjänstebuss {number}", "owned_by": "organisation-0"}

    def _storages(self, chance: random.Random) -> Rows:
        for number in range(self.share(40, 3)):
            yield {
                "id": f"storage-{number}", "name": f"Lagring {number}", "serves": self.several("discipline", 3, chance),
                "stores": self.several("entity", 3, chance), "owned_by": self.some("organisation", chance),
            }  # fmt: skip

    def _systems(self, chance: random.Random) -> Rows:
        for number in range(self.systems):
            yield {
                "id": f"system-{number}", "name": f"{chance.choice(CATEGORIES).capitalize()}system {number}",
                "category": chance.choice(CATEGORIES), "mode": _maybe(Mode, chance),
                "origin": _maybe(Origin, chance), "lifecycle": _maybe(Lifecycle, chance),
                "criticality": _maybe(Criticality, chance), "functional_fit": _maybe(FunctionalFit, chance),
                "technical_fit": _maybe(TechnicalFit, chance),
                "used_since": _day(1975, 2026, chance), "support_ends": _day(2020, 2040, chance),
                "annual_cost_sek": chance.choice(["", chance.randrange(10_000, 5_000_000)]),
                "must_not_stop": chance.choice(["", "", "", "true", "false"]),
                "owned_by": self.some("organisation", chance) if chance.random() < 0.9 else "",
                "supplied_by": self.some("organisation", chance) if chance.random() < 0.7 else "",
                "in_sector": self.some("sector", chance), "masters": self.several("entity", 1, chance),
                "stores": self.several("entity", 2, chance), "reads": self.several("entity", 2, chance),
                "serves": self.several("discipline", 1, chance), "keeps_data_in": self.several("storage", 1, chance),
                "depends_on": _but(f"system-{number}", self.several("system", 3, chance)),
                "succeeds": f"system-{number - 1}" if number % 40 == 39 else "",
                "section": f"{number % 9}.{number % 7}",
            }  # fmt: skip

    def _apis(self, chance: random.Random) -> Rows:
        for number in range(self.share(2, 1)):
            yield {
                "id": f"api-{number}", "name": f"API {number}", "transport": _maybe(Transport, chance),
                "exposed_by": self.some("system", chance), "conforms_to": self.several("version", 1, chance),
            }  # fmt: skip

    def _exchanges(self, chance: random.Random) -> Rows:
        for number in range(self.exchanges):
            yield {
                "id": f"exchange-{number}", "name": f"Flöde {number}", "status": _maybe(ExchangeStatus, chance),
                "timing": _maybe(Timing, chance), "transport": _maybe(Transport, chance),
                "valid_from": _day(1990, 2026, chance), "established": _maybe(EvidenceLevel, chance),
                "provided_by": self.some("system", chance), "consumed_by": self.several("system", 3, chance),
                "carries": self.several("entity", 3, chance), "conforms_to": self.several("version", 1, chance),
                "mediated_by": self.several("platform", 1, chance), "runs_through": self.several("api", 1, chance),
                "section": f"{number % 9}.{number % 7}",
            }  # fmt: skip

    def _initiatives(self, chance: random.Random) -> Rows:
        for number in range(self.share(100, 2)):
            yield {
                "id": f"initiative-{number}", "name": f"Program {number}", "starts": _day(2020, 2027, chance),
                "retires": self.several("system", 3, chance), "introduces": self.several("system", 2, chance),
            }  # fmt: skip

    def _decisions(self, chance: random.Random) -> Rows:
        for number in range(self.share(200, 2)):
            yield {
                "id": f"decision-{number}", "name": f"Beslut {number}", "decided_by": self.some("body", chance),
                "blocks": self.several("system", 2, chance), "raised_to": self.some("body", chance),
            }  # fmt: skip

    def _objects(self, chance: random.Random) -> Rows:
        for number in range(self.share(60, 2)):
            inside = ";".join({f"system-{chance.randrange(self.systems)}" for _ in range(40)})
            yield {"id": f"object-{number}", "name": f"Styrobjekt {number}", "contains": inside}


def _standard(number: int, name: str) -> Cells:
    return {"id": f"standard-{number}", "name": name, "standard_type": StandardType.EXCHANGE, "international": "true"}


def _any(values: Iterable[Choice], chance: random.Random) -> str:
    return chance.choice(list(values)).value


def _maybe(choices: type[Choice], chance: random.Random) -> str:
    return _any(choices, chance) if chance.random() < 0.8 else ""


def _day(first: int, last: int, chance: random.Random) -> str:
    year = chance.randint(first, last)
    return chance.choice(["", str(year), f"{year}-{chance.randint(1, 12):02}"])


def _but(own: str, others: str) -> str:
    return ";".join(each for each in others.split(";") if each != own)


def _write_table(folder: Path, kind: type[Kind], rows: Rows) -> None:
    known = {*kind.model_fields, *ONTOLOGY.sides(kind), "section"}
    written: csv.DictWriter[str] | None = None
    with (folder / f"{kind.__name__}.csv").open("w", encoding="utf-8", newline="") as file:
        for row in rows:
            if written is None:
                if unknown := row.keys() - known:
                    raise TypeError(f"{kind.__name__} has no {', '.join(unknown)}")
                written = csv.DictWriter(file, list(row))
                written.writeheader()
            written.writerow({name: str(getattr(value, "value", value)) for name, value in row.items()})
