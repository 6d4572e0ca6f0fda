"""Who holds information: last holders, copies that are none, masters, the model, owners."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import COVERAGE, LAST_HOLDER, MASTERS, NO_OWNER, UNCERTAIN, UNOWNED_FLOW
from benchmarks.worlds.region import Region
from graph.ontology.kinds import (
    Api,
    Device,
    Exchange,
    InformationModel,
    IntegrationPlatform,
    Role,
    SharedStorage,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle


def last_holder(region: Region) -> None:
    """Only its master holds it."""
    holder = sound.system(region)
    region.draft.find(LAST_HOLDER, sound.entity(region, holder, copied=False), holder, True)


def last_storage(region: Region) -> None:
    """Only a storage holds it: nobody masters it either."""
    about = sound.entity(region, None, copied=False)
    space = sound.storage(region, stores=[about])
    region.draft.find(LAST_HOLDER, about, space, False)
    region.draft.find(COVERAGE, about, ["no-master"])
    region.draft.find(MASTERS, "no-master", about)


def planned_copy(region: Region) -> None:
    """A planned system is to hold it: until then there is one holder."""
    holder = sound.system(region)
    about = sound.entity(region, holder, copied=False)
    sound.system(region, lifecycle=Lifecycle.PLAN, stores=[about])
    region.draft.find(LAST_HOLDER, about, holder, True)


def retired_copy(region: Region) -> None:
    """A retired system held it: there is one holder left."""
    holder = sound.system(region)
    about = sound.entity(region, holder, copied=False)
    sound.system(region, lifecycle=Lifecycle.RETIRED, stores=[about], masters=[about])
    region.draft.find(LAST_HOLDER, about, holder, True)


def receiver_is_no_holder(region: Region) -> None:
    """Somebody receives and reads it; that it keeps a copy is not stated."""
    case = sound.case(region)
    about = sound.entity(region, case.giver, copied=False)
    case.taker.add("reads", about)
    case.flow.add("carries", about)
    region.draft.find(LAST_HOLDER, about, case.giver, True)


def copy_in_a_storage(region: Region) -> None:
    """A storage holds a second copy."""
    sound.storage(region, stores=[sound.entity(region, sound.system(region), copied=False)])


def nobody_holds_it(region: Region) -> None:
    """Only a planned system is to hold it: nobody does, and so nobody is the last; no system uses it either."""
    about = sound.entity(region, sound.system(region, lifecycle=Lifecycle.PLAN), copied=False)
    region.draft.find(COVERAGE, about, ["not-used"])
    region.draft.find(MASTERS, "nobody-holds", about)


def unowned(region: Region) -> None:
    """One of each kind that nobody is stated to own."""
    draft = region.draft
    user = region.some_organisation()
    system = sound.system(region, user, owned_by=[])
    case = sound.case(region, owned_by=[])
    for thing in (
        system, case.flow, sound.platform(region, owned_by=[]), sound.storage(region, owned_by=[]),
        draft.put(Api, exposed_by=[case.giver]), draft.put(Device), draft.put(InformationModel),
    ):  # fmt: skip
        draft.find(NO_OWNER, thing.kind.__name__, thing)
    draft.find(UNOWNED_FLOW, case.flow)
    draft.find(UNCERTAIN, "exchange-without-owner", case.flow)


def owned_by_a_role(region: Region) -> None:
    """A role, and a body, own as well as an organisation does."""
    role = region.draft.put(Role, works_at=[region.some_organisation()])
    for kind in (Api, Device, IntegrationPlatform, SharedStorage):
        region.draft.put(kind, owned_by=[role])
    sound.system(region, owned_by=[region.bodies[0]])


def gone_without_owner(region: Region) -> None:
    """Nobody owns what is retired or has ended."""
    gone = sound.system(region, owned_by=[], lifecycle=Lifecycle.RETIRED)
    giver = sound.system(region)
    region.draft.put(Exchange, status=ExchangeStatus.ENDED, provided_by=[giver], consumed_by=[gone])
    region.draft.put(System, lifecycle=Lifecycle.RETIRED)


PLANTS = (
    last_holder, last_storage, planned_copy, retired_copy, receiver_is_no_holder, copy_in_a_storage, nobody_holds_it,
    unowned, owned_by_a_role, gone_without_owner,
)  # fmt: skip
