"""Masters of information, and whether a model defines it and systems map to that."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import COVERAGE, MASTERS, NONSTANDARD, asked
from benchmarks.worlds.region import Region
from graph.ontology.kinds import InformationModel
from graph.ontology.vocabulary import Lifecycle


def two_masters(region: Region) -> None:
    """Two systems are stated to master it."""
    about = sound.entity(region, sound.system(region))
    sound.system(region, masters=[about])
    region.draft.find(COVERAGE, about, ["several-masters"])
    region.draft.find(MASTERS, "two-masters", about)


def retired_master(region: Region) -> None:
    """The other master is retired."""
    sound.system(region, lifecycle=Lifecycle.RETIRED, masters=[sound.entity(region, sound.system(region))])


def no_master(region: Region) -> None:
    """Several store it, nobody masters it."""
    about = sound.entity(region, None)
    sound.system(region, stores=[about])
    region.draft.find(COVERAGE, about, ["no-master"])
    region.draft.find(MASTERS, "no-master", about)


def not_in_the_model(region: Region) -> None:
    """No model defines it."""
    about = sound.entity(region, sound.system(region), defined_in=[])
    region.draft.find(COVERAGE, about, ["not-in-model", "one-master"])


def in_an_older_model(region: Region) -> None:
    """Only a model that another has superseded defines it."""
    draft = region.draft
    older = draft.put(InformationModel, owned_by=[region.bodies[0]])
    draft.tie(region.model, "supersedes", older, since="2018")
    about = sound.entity(region, sound.system(region), defined_in=[older])
    draft.find(COVERAGE, about, ["not-in-model", "one-master"])


def model_of_its_own(region: Region) -> None:
    """It came with a model that cannot be changed, and maps to none."""
    owner = sound.system(region, inherited_model=True, maps_to=[])
    region.draft.find(COVERAGE, owner, ["fixed-model"])
    region.draft.find(NONSTANDARD, owner, ["inherited-model"])
    region.draft.find(MASTERS, "inherited-model", owner)


def mapped_model_of_its_own(region: Region) -> None:
    """It came with such a model, and it maps to the regional one."""
    sound.system(region, inherited_model=True)


def mapping_not_stated(region: Region) -> None:
    """No source says to what its model maps."""
    region.draft.find(COVERAGE, sound.system(region, maps_to=[]), ["mapping-not-stated"])


def no_terminology(region: Region) -> None:
    """Of two that a model defines, one is coded and one is not."""
    model = region.draft.put(InformationModel, owned_by=[region.bodies[0]])
    codes = region.terminologies[0]
    sound.entity(region, sound.system(region), defined_in=[model, region.model], bound_to=[codes])
    plain = sound.entity(region, sound.system(region), defined_in=[model, region.model])
    of_the_model = asked("entity_masters", "finding", "subject", model=model, finding="no-terminology")
    region.draft.find(of_the_model, "no-terminology", plain)


PLANTS = (
    two_masters, retired_master, no_master, not_in_the_model, in_an_older_model, model_of_its_own,
    mapped_model_of_its_own, mapping_not_stated, no_terminology,
)  # fmt: skip
