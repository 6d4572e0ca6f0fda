"""What a second register stated when it was loaded first, and what it states when it is loaded again."""

from benchmarks.worlds.asked import CHANGES, asked
from benchmarks.worlds.land import Twice
from benchmarks.worlds.region import Region
from graph.ontology.kinds import Discipline, SteeringModel


def new_changed_gone(region: Region) -> None:
    """One of each, and one that is stated as before."""
    land = region.land
    new, changed, gone, same = (land.put(SteeringModel) for _ in range(4))
    named = {each: {"name": each.cells["name"]} for each in (new, changed, gone, same)}
    land.second[new] = Twice(None, named[new])
    land.second[changed] = Twice(named[changed], {**named[changed], "description": "Ny text"})
    land.second[gone] = Twice(named[gone], None)
    land.second[same] = Twice(named[same], named[same])
    land.find(CHANGES, "new", new, None)
    land.find(CHANGES, "changed", changed, None)
    land.find(CHANGES, "gone", None, [gone])
    of_another_kind = asked("changes_since", "change", "thing", kind=Discipline.__name__)
    land.find_nothing(of_another_kind)


def said_elsewhere_too(region: Region) -> None:
    """What another register, which is trusted more, goes on stating is neither new nor changed nor gone."""
    land = region.land
    for first, then in ((False, True), (True, False), (True, True)):
        thing = land.put(Discipline)
        name = {"name": thing.cells["name"]}
        land.second[thing] = Twice(
            name if first else None, {**name, "description": "Ny"} if then else None, alone=False
        )


PLANTS = (new_changed_gone, said_elsewhere_too)
