"""What many motifs of the addressing catalogue say: who may call, who answers, and the exchange that this makes.

The register states the systems and the exchanges of the catalogue too, under the same ids, so that nothing else is to
be found of them. An exchange is called as the catalogue's loader calls it, so that other sources join on it: producer,
consumer, contract, address, first day.
"""

from benchmarks.worlds import sound
from benchmarks.worlds.addressing_catalogues import Entry
from benchmarks.worlds.asked import ADDRESSING, EVER, Moment
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.kinds import Standard, StandardVersion
from graph.ontology.vocabulary import EvidenceLevel, PublicationStatus, StandardType, Transport

NEWER, OLDER = ("RIVTABP21", "riv-ta-bp-2-1"), ("RIVTABP20", "riv-ta-bp-2-0")
"""Profiles, as the catalogue and as the graph call them."""


def find_entry(
    region: Region, finding: str, callers: list[Thing], holders: list[Thing], contract: str, address: str,
    profile: tuple[str, str] | None, day: str | None, when: tuple[Moment, ...] = EVER,
) -> None:  # fmt: skip
    """The finding about a permission of callers, or a route to holders."""
    profiles = [profile[1]] if profile else []
    region.draft.find(ADDRESSING, finding, callers, holders, [contract], [address], profiles, day, when=when)


def pair(region: Region, contract: str, address: str, until: str | None = None) -> tuple[Thing, Thing]:
    """A consumer that may call and a producer that answers, in force from long ago."""
    caller, holder = catalogued(region), catalogued(region)
    permit(region, caller, contract, address, until=until)
    route(region, holder, contract, address)
    meet(region, holder, caller, contract, address, None, until)
    return caller, holder


def permit(
    region: Region, caller: Thing, contract: str, address: str, since: str | None = None, until: str | None = None
) -> None:
    """The caller may call."""
    region.draft.catalogue.permissions.append(Entry(caller, contract, address, since, until))


def route(
    region: Region, holder: Thing, contract: str, address: str, since: str | None = None, until: str | None = None,
    profile: tuple[str, str] = NEWER,
) -> None:  # fmt: skip
    """Calls go to the holder."""
    profiles(region)
    region.draft.catalogue.routes.append(Entry(holder, contract, address, since, until, profile[0]))


def meet(
    region: Region, holder: Thing, caller: Thing, contract: str, address: str, since: str | None, until: str | None
) -> Thing:
    """The exchange that a permission and a route make, as the register states it beside the catalogue."""
    id = f"{holder.id} {caller.id} {contract} {address} {since or '-'}"
    about = sound.entity(region, holder)
    return sound.exchange(region, holder, caller, about, id=id, conforms_to=[], status=None, transport=Transport.SOAP,
                          established=EvidenceLevel.DECLARED, owned_by=[region.bodies[0]])  # fmt: skip


def catalogued(region: Region) -> Thing:
    """A system by its HSA id, at one place with the others, so that nothing crosses organisations."""
    made = sound.system(region, region.organisations[0])
    made.id = made.cells["id"] = f"SE000000-{len(region.draft.catalogue.systems):04}"
    region.draft.catalogue.systems.append(made)
    return made


def new_contract(region: Region, major: int = 1, *, same: bool = False) -> str:
    """A contract of its own; `same`: the next major of the last one."""
    contracts = region.draft.catalogue.contracts
    number = len(contracts) - same
    namespace = f"urn:riv:made:up:domain:GetThing{number}Responder:{major}"
    contracts.append(namespace)
    return namespace


def new_address(region: Region) -> str:
    """A logical address of its own."""
    region.draft.catalogue.addresses += 1
    return f"SE999999-{region.draft.catalogue.addresses:04}"


def profiles(region: Region) -> None:
    """The register says of the profiles which has followed which; once."""
    if region.draft.catalogue.routes:
        return
    whole = region.draft.put(Standard, "RIV-TA", id="riv-ta", standard_type=StandardType.EXCHANGE)
    older, newer = (
        region.draft.put(StandardVersion, name, id=id, version_of=[whole], publication_status=PublicationStatus.CURRENT)
        for name, id in (OLDER, NEWER)
    )
    region.draft.tie(newer, "supersedes", older, since="2015")
