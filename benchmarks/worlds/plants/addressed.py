"""What in the addressing catalogue needs to be looked at, and what only seems to.

The register states the systems and the exchanges of the catalogue too, under the same ids, so that nothing else is to
be found of them. An exchange is called as the catalogue's loader calls it, so that other sources join on it: producer,
consumer, contract, address, first day.
"""

from benchmarks.worlds import sound
from benchmarks.worlds.addressing import Entry
from benchmarks.worlds.asked import ADDRESSING, EARLIER, EVER, LATER, SUPERSEDED, Moment
from benchmarks.worlds.land import Thing
from benchmarks.worlds.region import Region
from graph.ontology import Standard, StandardVersion
from graph.vocabulary import EvidenceLevel, PublicationStatus, StandardType, Transport

NEWER, OLDER = ("RIVTABP21", "riv-ta-bp-2-1"), ("RIVTABP20", "riv-ta-bp-2-0")
"""Profiles, as the catalogue and as the graph call them."""
TODAY_ON = (Moment.TODAY, Moment.OUTCOME)


def permission_without_route(region: Region) -> None:
    """No route for the contract; a route for it that is over; one at another address; one that begins later."""
    for since, until, address, when in (
        (None, None, None, EVER), (None, "2020-12-31", "same", EVER), (None, None, "other", EVER),
        ("2022-05-01", None, "same", EARLIER),
    ):  # fmt: skip
        contract, own = _contract(region), _address(region)
        caller, holder = _system(region), _system(region)
        _permit(region, caller, contract, own)
        region.land.find(ADDRESSING, "permission-without-route", [caller], [], [contract], [own], [], None, when=when)
        if address:
            at = own if address == "same" else _address(region)
            _route(region, holder, contract, at, since=since, until=until)
            if address == "same":
                _meet(region, holder, caller, contract, at, since, until)
            if until:
                _found(region, "expired", [], [holder], contract, at, NEWER, until)
            if address == "other":
                _found(region, "route-without-permission", [], [holder], contract, at, NEWER, None)


def route_without_permission(region: Region) -> None:
    """Nobody may call it; or from a day on nobody may any more."""
    contract, address = _contract(region), _address(region)
    holder = _system(region)
    _route(region, holder, contract, address)
    _found(region, "route-without-permission", [], [holder], contract, address, NEWER, None)
    contract, address, until = _contract(region), _address(region), "2041-03-31"
    caller, holder = _pair(region, contract, address, until=until)
    _found(region, "route-without-permission", [], [holder], contract, address, NEWER, None, when=LATER)
    _found(region, "expired", [caller], [], contract, address, None, until, when=LATER)


def ends_soon(region: Region) -> None:
    """Within ninety days, on the ninetieth, and just beyond; before that it is in force and after that it is over."""
    for until, soon, over in (
        ("2060-07-01", LATER, ()), ("2060-09-28", LATER, ()), ("2060-09-29", (), ()),
        ("2021-06-30", EARLIER, (*TODAY_ON, Moment.LATER)),
    ):  # fmt: skip
        contract, address = _contract(region), _address(region)
        caller, holder = _system(region), _system(region)
        _permit(region, caller, contract, address, until=until)
        _route(region, holder, contract, address)
        _meet(region, holder, caller, contract, address, None, until)
        _found(region, "expiring", [caller], [], contract, address, None, until, when=soon)
        _found(region, "expired", [caller], [], contract, address, None, until, when=over)
        _found(region, "route-without-permission", [], [holder], contract, address, NEWER, None, when=over)


def parallel_majors(region: Region) -> None:
    """Two versions of a contract in force; one beside one that is over; one beside one that nothing is for."""
    both = _contract(region), _contract(region, 2, same=True)
    for contract in both:
        _pair(region, contract, _address(region))
    region.land.find(ADDRESSING, "parallel-majors", [], [], list(both), [], [], None)
    _pair(region, _contract(region), _address(region))
    left, address, until = _contract(region, 2, same=True), _address(region), "2020-12-31"
    caller, holder = _system(region), _system(region)
    _permit(region, caller, left, address, until=until)
    _route(region, holder, left, address, until=until)
    _meet(region, holder, caller, left, address, None, until)
    _found(region, "expired", [caller], [], left, address, None, until)
    _found(region, "expired", [], [holder], left, address, NEWER, until)
    region.land.find(ADDRESSING, "unused-contract", [], [], [left], [], [], None)


def old_profile(region: Region) -> None:
    """A route by a profile that another has followed; the exchange that it carries follows it as well."""
    contract, address = _contract(region), _address(region)
    caller, holder = _system(region), _system(region)
    _permit(region, caller, contract, address)
    _route(region, holder, contract, address, profile=OLDER)
    flow = _meet(region, holder, caller, contract, address, None, None)
    _found(region, "old-profile", [], [holder], contract, address, OLDER, None)
    region.land.find(SUPERSEDED, OLDER[1], flow, "superseded")


def nobody_uses_the_contract(region: Region) -> None:
    """It stands in the catalogue, and no permission and no route is for it."""
    region.land.find(ADDRESSING, "unused-contract", [], [], [_contract(region)], [], [], None)


def irregular(region: Region) -> None:
    """A permission that ends before it begins; a contract that is not called by the pattern, and that nobody uses."""
    contract, address = _contract(region), _address(region)
    caller, until = _system(region), "2019-01-01"
    _permit(region, caller, contract, address, since="2020-01-01", until=until)
    odd = f"urn:riv13606:made:up:domain:SendThing{len(region.land.catalogue.contracts)}:1"
    region.land.catalogue.contracts.append(odd)
    for finding in ("expired", "irregular"):
        _found(region, finding, [caller], [], contract, address, None, until)
    for finding, which in (("unused-contract", contract), ("unused-contract", odd), ("irregular", odd)):
        region.land.find(ADDRESSING, finding, [], [], [which], [], [], None)


def all_is_well(region: Region) -> None:
    """Permitted and routed without end, to two consumers, and at two addresses."""
    contract, address = _contract(region), _address(region)
    _, holder = _pair(region, contract, address)
    other = _system(region)
    _permit(region, other, contract, address)
    _meet(region, holder, other, contract, address, None, None)
    _pair(region, contract, _address(region))


def _found(
    region: Region, finding: str, callers: list[Thing], holders: list[Thing], contract: str, address: str,
    profile: tuple[str, str] | None, day: str | None, when: tuple[Moment, ...] = EVER,
) -> None:  # fmt: skip
    profiles = [profile[1]] if profile else []
    region.land.find(ADDRESSING, finding, callers, holders, [contract], [address], profiles, day, when=when)


def _pair(region: Region, contract: str, address: str, until: str | None = None) -> tuple[Thing, Thing]:
    """A consumer that may call and a producer that answers, in force from long ago."""
    caller, holder = _system(region), _system(region)
    _permit(region, caller, contract, address, until=until)
    _route(region, holder, contract, address)
    _meet(region, holder, caller, contract, address, None, until)
    return caller, holder


def _permit(
    region: Region, caller: Thing, contract: str, address: str, since: str | None = None, until: str | None = None
) -> None:
    region.land.catalogue.permissions.append(Entry(caller, contract, address, since, until))


def _route(
    region: Region, holder: Thing, contract: str, address: str, since: str | None = None, until: str | None = None,
    profile: tuple[str, str] = NEWER,
) -> None:  # fmt: skip
    _profiles(region)
    region.land.catalogue.routes.append(Entry(holder, contract, address, since, until, profile[0]))


def _meet(
    region: Region, holder: Thing, caller: Thing, contract: str, address: str, since: str | None, until: str | None
) -> Thing:
    """The exchange that a permission and a route make, as the register states it beside the catalogue."""
    id = f"{holder.id} {caller.id} {contract} {address} {since or '-'}"
    about = sound.entity(region, holder)
    return sound.exchange(region, holder, caller, about, id=id, conforms_to=[], status=None, transport=Transport.SOAP,
                          established=EvidenceLevel.DECLARED, owned_by=[region.bodies[0]])  # fmt: skip


def _system(region: Region) -> Thing:
    """A system by its HSA id, at one place with the others, so that nothing crosses organisations."""
    made = sound.system(region, region.organisations[0])
    made.id = made.cells["id"] = f"SE000000-{len(region.land.catalogue.systems):04}"
    region.land.catalogue.systems.append(made)
    return made


def _contract(region: Region, major: int = 1, *, same: bool = False) -> str:
    """A contract of its own; `same`: the next major of the last one."""
    contracts = region.land.catalogue.contracts
    number = len(contracts) - same
    namespace = f"urn:riv:made:up:domain:GetThing{number}Responder:{major}"
    contracts.append(namespace)
    return namespace


def _address(region: Region) -> str:
    region.land.catalogue.addresses += 1
    return f"SE999999-{region.land.catalogue.addresses:04}"


def _profiles(region: Region) -> None:
    """The register says of the profiles which has followed which; once."""
    if region.land.catalogue.routes:
        return
    whole = region.land.put(Standard, "RIV-TA", id="riv-ta", standard_type=StandardType.EXCHANGE)
    older, newer = (
        region.land.put(StandardVersion, name, id=id, version_of=[whole], publication_status=PublicationStatus.CURRENT)
        for name, id in (OLDER, NEWER)
    )
    region.land.tie(newer, "supersedes", older, since="2015")


PLANTS = (
    permission_without_route, route_without_permission, ends_soon, parallel_majors, old_profile,
    nobody_uses_the_contract, irregular, all_is_well,
)  # fmt: skip
