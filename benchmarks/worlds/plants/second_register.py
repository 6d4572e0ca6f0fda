"""What a second register stated when it was loaded first, and what it states when it is loaded again."""

from benchmarks.worlds.asked import CHANGES, asked
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Twice
from graph.ontology.kinds import Discipline, Role, SteeringModel


def new_changed_gone(region: Region) -> None:
    """One of each, and one that is stated as before."""
    draft = region.draft
    new, changed, gone, same = (draft.put(SteeringModel) for _ in range(4))
    named = {each: {"name": each.cells["name"]} for each in (new, changed, gone, same)}
    draft.second[new] = Twice(None, named[new])
    draft.second[changed] = Twice(named[changed], {**named[changed], "description": "Ny text"})
    draft.second[gone] = Twice(named[gone], None)
    draft.second[same] = Twice(named[same], named[same])
    draft.find(CHANGES, "new", new, None)
    draft.find(CHANGES, "changed", changed, None)
    draft.find(CHANGES, "gone", None, [gone])
    of_another_kind = asked("changes_since", "change", "thing", kind=Role.__name__)
    draft.find_nothing(of_another_kind)


def said_elsewhere_too(region: Region) -> None:
    """What another register goes on stating is neither new nor gone, and changed where what is shown of it is."""
    draft = region.draft
    for first, then in ((False, True), (True, False), (True, True)):
        thing = draft.put(Discipline)
        name = {"name": thing.cells["name"]}
        draft.second[thing] = Twice(
            name if first else None, {**name, "description": "Ny"} if then else None, alone=False
        )
        if then:
            draft.find(CHANGES, "changed", thing, None)


PLANTS = (new_changed_gone, said_elsewhere_too)
