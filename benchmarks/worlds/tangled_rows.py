"""The rows of a tangled region, kind by kind."""

import random
from dataclasses import dataclass

from benchmarks.worlds.tangled_size import STANDARDS, Rows, Size, all_but, any_of, maybe, some_day
from graph.ontology.vocabulary import (
    Criticality,
    EvidenceLevel,
    ExchangeStatus,
    FunctionalFit,
    Lifecycle,
    Mode,
    OrganisationType,
    Origin,
    PublicationStatus,
    TechnicalFit,
    Timing,
    Transport,
)

CATEGORIES = ["journal", "bild", "laboratorium", "läkemedel", "administration", "remiss", "forskning", "logistik"]


@dataclass(frozen=True)
class Things(Size):
    """What is in a region."""

    def organisations(self, chance: random.Random) -> Rows:
        """The region, its hospitals, and vendors."""
        for number in range(self.share(50, 8)):
            types = (OrganisationType.REGION, OrganisationType.HOSPITAL, OrganisationType.VENDOR)
            yield {
                "id": f"organisation-{number}", "name": f"Organisation Å{number}",
                "organisation_type": types[min(number, 1)] if number < 4 else any_of(types[1:], chance),
                "part_of": "organisation-0" if 0 < number < 4 else "", "in_sector": self.some("sector", chance),
            }  # fmt: skip

    def bodies(self, chance: random.Random) -> Rows:
        """Bodies, each passing on to the one above."""
        for number in range(6):
            above = f"body-{number - 1}" if number else ""
            yield {"id": f"body-{number}", "name": f"Organ {number}", "escalates_to": above}

    def versions(self, chance: random.Random) -> Rows:
        """Two versions of each standard, the second in force."""
        for number in range(2 * len(STANDARDS)):
            yield {
                "id": f"version-{number}", "name": f"{STANDARDS[number // 2]} {number % 2 + 1}",
                "version": number % 2 + 1, "version_of": f"standard-{number // 2}",
                "publication_status": PublicationStatus.CURRENT if number % 2 else PublicationStatus.SUPERSEDED,
                "expresses": self.several("entity", 4, chance),
                "superseded_by": "" if number % 2 else f"version-{number + 1}",
            }  # fmt: skip

    def entities(self, chance: random.Random) -> Rows:
        """Pieces of information."""
        return ({"id": f"entity-{number}", "name": f"Uppgift {number}"} for number in range(self.share(50, 12)))

    def platforms(self, chance: random.Random) -> Rows:
        """Integration platforms."""
        for number in range(self.share(2000, 2)):
            yield {"id": f"platform-{number}", "name": f"Tjänstebuss {number}", "owned_by": "organisation-0"}

    def storages(self, chance: random.Random) -> Rows:
        """Shared storages."""
        for number in range(self.share(40, 3)):
            yield {
                "id": f"storage-{number}", "name": f"Lagring {number}", "serves": self.several("discipline", 3, chance),
                "stores": self.several("entity", 3, chance), "owned_by": self.some("organisation", chance),
            }  # fmt: skip

    def programs(self, chance: random.Random) -> Rows:
        """The systems."""
        for number in range(self.systems):
            yield {
                "id": f"system-{number}", "name": f"{chance.choice(CATEGORIES).capitalize()}system {number}",
                "category": chance.choice(CATEGORIES), "mode": maybe(Mode, chance),
                "origin": maybe(Origin, chance), "lifecycle": maybe(Lifecycle, chance),
                "criticality": maybe(Criticality, chance), "functional_fit": maybe(FunctionalFit, chance),
                "technical_fit": maybe(TechnicalFit, chance),
                "used_since": some_day(1975, 2026, chance), "support_ends": some_day(2020, 2040, chance),
                "annual_cost_sek": chance.choice(["", chance.randrange(10_000, 5_000_000)]),
                "must_not_stop": chance.choice(["", "", "", "true", "false"]),
                "owned_by": self.some("organisation", chance) if chance.random() < 0.9 else "",
                "supplied_by": self.some("organisation", chance) if chance.random() < 0.7 else "",
                "in_sector": self.some("sector", chance), "masters": self.several("entity", 1, chance),
                "stores": self.several("entity", 2, chance), "reads": self.several("entity", 2, chance),
                "serves": self.several("discipline", 1, chance), "keeps_data_in": self.several("storage", 1, chance),
                "depends_on": all_but(f"system-{number}", self.several("system", 3, chance)),
                "succeeds": f"system-{number - 1}" if number % 40 == 39 else "",
                "section": f"{number % 9}.{number % 7}",
            }  # fmt: skip

    def apis(self, chance: random.Random) -> Rows:
        """Interfaces."""
        for number in range(self.share(2, 1)):
            yield {
                "id": f"api-{number}", "name": f"API {number}", "transport": maybe(Transport, chance),
                "exposed_by": self.some("system", chance), "conforms_to": self.several("version", 1, chance),
            }  # fmt: skip

    def flows(self, chance: random.Random) -> Rows:
        """The exchanges."""
        for number in range(self.exchanges):
            yield {
                "id": f"exchange-{number}", "name": f"Flöde {number}", "status": maybe(ExchangeStatus, chance),
                "timing": maybe(Timing, chance), "transport": maybe(Transport, chance),
                "valid_from": some_day(1990, 2026, chance), "established": maybe(EvidenceLevel, chance),
                "provided_by": self.some("system", chance), "consumed_by": self.several("system", 3, chance),
                "carries": self.several("entity", 3, chance), "conforms_to": self.several("version", 1, chance),
                "mediated_by": self.several("platform", 1, chance), "runs_through": self.several("api", 1, chance),
                "section": f"{number % 9}.{number % 7}",
            }  # fmt: skip

    def initiatives(self, chance: random.Random) -> Rows:
        """Programmes that retire and introduce systems."""
        for number in range(self.share(100, 2)):
            yield {
                "id": f"initiative-{number}", "name": f"Program {number}", "starts": some_day(2020, 2027, chance),
                "retires": self.several("system", 3, chance), "introduces": self.several("system", 2, chance),
            }  # fmt: skip

    def decisions(self, chance: random.Random) -> Rows:
        """Decisions that block systems."""
        for number in range(self.share(200, 2)):
            yield {
                "id": f"decision-{number}", "name": f"Beslut {number}", "decided_by": self.some("body", chance),
                "blocks": self.several("system", 2, chance), "raised_to": self.some("body", chance),
            }  # fmt: skip

    def objects(self, chance: random.Random) -> Rows:
        """Steering objects."""
        for number in range(self.share(60, 2)):
            inside = ";".join({f"system-{chance.randrange(self.systems)}" for _ in range(40)})
            yield {"id": f"object-{number}", "name": f"Styrobjekt {number}", "contains": inside}
