"""What is still used although it has a successor; and what will have one, or has one that nobody needs yet."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import SUPERSEDED, Asked, asked
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import InformationModel, Standard
from graph.ontology.vocabulary import Lifecycle, StandardType


def parallel_use(region: Region) -> None:
    """The note says that both are used beside each other: that is told, and it is found all the same."""
    old, new, _ = _versions(region)
    region.draft.tie(new, "supersedes", old, note="Båda används parallellt", since="2020")
    region.draft.find(SUPERSEDED, old, sound.system(region, conforms_to=[old]), "superseded")


def followed_without_a_day(region: Region) -> None:
    """No source says since when; it is followed by a profile too."""
    old, new, _ = _versions(region)
    region.draft.tie(new, "supersedes", old)
    region.draft.find(SUPERSEDED, old, sound.system(region, profiled_by=[old]), "superseded")


def old_codes(region: Region) -> None:
    """Information is coded with a version that has a successor."""
    old, new, _ = _versions(region, StandardType.TERMINOLOGY)
    region.draft.tie(new, "supersedes", old, since="2021-05")
    about = sound.entity(region, sound.system(region), bound_to=[old])
    region.draft.find(SUPERSEDED, old, about, "superseded")


def old_standard(region: Region) -> None:
    """A whole standard has a successor: who follows a version of it is found."""
    old, _, standard = _versions(region)
    other = region.draft.put(Standard, standard_type=StandardType.EXCHANGE)
    region.draft.tie(other, "supersedes", standard, since="2012")
    region.draft.find(SUPERSEDED, standard, sound.system(region, conforms_to=[old]), "superseded")


def old_model(region: Region) -> None:
    """A system maps to a model that another has superseded, and to the one in force."""
    older = region.draft.put(InformationModel, owned_by=[region.bodies[0]])
    region.draft.tie(region.model, "supersedes", older, since="2017")
    region.draft.find(SUPERSEDED, older, sound.system(region, maps_to=[older, region.model]), "superseded")


def coming(region: Region) -> None:
    """The successor takes over in years to come, or is only planned: found only by whoever looks ahead."""
    old, new, standard = _versions(region)
    region.draft.tie(new, "supersedes", old, since="2095")
    case = sound.case(region, conforms_to=[old])
    ahead = _ahead(standard)
    region.draft.find(ahead, old, case.flow, "coming")
    newest = sound.version(region, standard, "3.0")
    region.draft.tie(newest, "will_supersede", new, since="2096")
    region.draft.find(ahead, new, sound.system(region, conforms_to=[new]), "coming")


def nobody_uses_it(region: Region) -> None:
    """Nobody uses the old one, but a retired system."""
    old, new, _ = _versions(region)
    region.draft.tie(new, "supersedes", old, since="2015")
    sound.system(region, conforms_to=[new])
    gone = sound.system(region, conforms_to=[old])
    gone.set(lifecycle=Lifecycle.RETIRED)


def _versions(region: Region, kind: StandardType = StandardType.EXCHANGE) -> tuple[Thing, Thing, Thing]:
    """Two versions of a standard of their own."""
    standard = region.draft.put(Standard, standard_type=kind)
    return sound.version(region, standard, "1.0"), sound.version(region, standard, "2.0"), standard


def _ahead(standard: Thing) -> Asked:
    return asked("superseded_versions", "old", "used_by", "stage", standard=standard, coming=True)


PLANTS = (
    parallel_use, followed_without_a_day, old_codes, old_standard, old_model, coming, nobody_uses_it,
)  # fmt: skip
