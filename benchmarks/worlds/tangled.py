"""A tangled region of any size, for measuring speed: hubs, gaps and contradictions everywhere, at random."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.worlds.tangled_rows import Things
from benchmarks.worlds.tangled_size import DISCIPLINES, SECTORS, STANDARDS, Cells, Rows
from benchmarks.worlds.world_tables import write_manifest, write_table
from graph.ontology.declaration import Kind
from graph.ontology.kinds import (
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
from graph.ontology.vocabulary import StandardType


@dataclass(frozen=True)
class World(Things):
    """A region of so many systems and exchanges; the same for the same seed."""

    seed: int = 1

    def write(self, folder: Path) -> None:
        """Write the register's files into `folder`."""
        write_manifest(folder, f"world-{self.systems}", "A made-up region", "En påhittad region")
        chance = random.Random(self.seed)
        for kind, rows in self._tables():
            write_table(folder, kind, rows(chance))

    def _tables(self) -> list[tuple[type[Kind], Callable[[random.Random], Rows]]]:
        return [
            (CareSector, lambda _: ({"id": f"sector-{n}", "name": name} for n, name in enumerate(SECTORS))),
            (Discipline, lambda _: ({"id": f"discipline-{n}", "name": name} for n, name in enumerate(DISCIPLINES))),
            (Organisation, self.organisations),
            (GovernanceBody, self.bodies),
            (Standard, lambda _: (_standard(n, name) for n, name in enumerate(STANDARDS))),
            (StandardVersion, self.versions),
            (InformationEntity, self.entities),
            (InformationModel, lambda _: [{"id": "model", "name": "Regional modell", "defines": "entity-0;entity-1"}]),
            (IntegrationPlatform, self.platforms),
            (SharedStorage, self.storages),
            (System, self.programs),
            (Api, self.apis),
            (Exchange, self.flows),
            (Initiative, self.initiatives),
            (Decision, self.decisions),
            (SteeringObject, self.objects),
        ]


def _standard(number: int, name: str) -> Cells:
    return {"id": f"standard-{number}", "name": name, "standard_type": StandardType.EXCHANGE, "international": "true"}
