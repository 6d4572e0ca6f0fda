"""Lists of kinds and of sides that stand outside of the ontology: each is whole, or says here what it leaves out.

What can be derived from the ontology is derived; these have an order, a name or a meaning of their own. Whoever adds a
kind or a relation that one of them might hold decides so: in the list, or in what it leaves out.
"""

from collections.abc import Iterable
from typing import NamedTuple

import pytest

from graph.ontology.declaration import Kind
from graph.ontology.kinds import (
    Exchange,
    InformationEntity,
    InformationModel,
    IntegrationPlatform,
    Regulation,
    System,
)
from graph.ontology.ontology import ONTOLOGY
from queries.compliance import systems
from queries.divestment import blockers, overlap
from queries.meaning import ehds, ends, needs_met, network, rights, succession
from queries.questions.deciding import no_owner
from queries.questions.going import blocked_divestments
from queries.questions.information import entity_masters, model_coverage
from visualisations.maps import landscape


class Listed(NamedTuple):
    """A list, all that it might hold, and what of that it leaves out."""

    name: str
    held: Iterable[str]
    all: Iterable[str]
    without: Iterable[str] = ()


def kinds(kind: type[Kind], *sides: str) -> set[str]:
    """The kinds that a thing of `kind` may have on these sides."""
    return {other.__name__ for side in sides for other in ONTOLOGY.sides(kind)[side].others}


def sides(kind: type[Kind], *others: type[Kind]) -> set[str]:
    """The sides of `kind` on which one of `others` may stand."""
    return {key for key, side in ONTOLOGY.sides(kind).items() if set(side.others) & set(others)}


def names(*of: type[Kind]) -> set[str]:
    return {kind.__name__ for kind in of}


GIVE, TAKE = kinds(Exchange, "provided_by"), kinds(Exchange, "consumed_by")
SYSTEM_TO_ENTITY, ENTITY_TO_SYSTEM = sides(System, InformationEntity), sides(InformationEntity, System)
LISTS = [
    Listed("meaning.needs_met.GIVERS", needs_met.GIVERS, GIVE, names(IntegrationPlatform)),
    Listed("meaning.ends.ENDS", ends.ENDS, GIVE | TAKE, names(IntegrationPlatform)),
    Listed("meaning.network.ENDS", names(*network.ENDS), GIVE),
    Listed("maps.landscape.KINDS", names(*landscape.KINDS), GIVE),
    Listed("meaning.rights.Governable", rights.Governable, rights.KINDS),
    Listed("questions.no_owner.Ownable", no_owner.Ownable, kinds(ONTOLOGY.kinds["Organisation"], "owns")),
    Listed("questions.blocked_divestments.Blockable", blocked_divestments.Blockable,
           {kind.__name__ for kind in ONTOLOGY.relations["BLOCKS"].targets}),
    Listed("meaning.succession.DATED", names(*succession.DATED), kinds(InformationModel, "superseded_by"),
           names(Regulation)),
    Listed("meaning.ehds.HOLDS", ehds.HOLDS, SYSTEM_TO_ENTITY),
    Listed("meaning.ehds.MOVES", ehds.MOVES, sides(System, Exchange) | sides(IntegrationPlatform, Exchange)),
    Listed("compliance.systems.HOLDS", systems.HOLDS, SYSTEM_TO_ENTITY),
    Listed("divestment.overlap.SIDES", overlap.SIDES, SYSTEM_TO_ENTITY, {"reads"}),
    Listed("divestment.blockers.HELD", blockers.HELD, SYSTEM_TO_ENTITY, {"reads"}),
    Listed("divestment.overlap.BACK", overlap.BACK, ENTITY_TO_SYSTEM, {"read_by"}),
    Listed("questions.entity_masters.USED", entity_masters.USED, ENTITY_TO_SYSTEM),
    Listed("questions.model_coverage.USES", model_coverage.USES, ENTITY_TO_SYSTEM),
]  # fmt: skip


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_a_list_holds_all_that_it_might_or_says_what_it_leaves_out(listed: Listed) -> None:
    held, without, every = set(listed.held), set(listed.without), set(listed.all)
    new, gone = every - held - without, (held | without) - every
    assert not new, f"{listed.name}: list {', '.join(sorted(new))} there, or leave it out here"
    assert not gone, f"{listed.name}: the ontology no longer has {', '.join(sorted(gone))} there"
    assert not held & without, f"{listed.name}: both listed and left out"
