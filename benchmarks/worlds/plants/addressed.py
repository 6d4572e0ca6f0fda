"""What in the addressing catalogue needs to be looked at, and what only seems to."""

from benchmarks.worlds.asked import ADDRESSING, EARLIER, EVER, LATER, SINCE, SUPERSEDED
from benchmarks.worlds.plants.calling import (
    NEWER,
    OLDER,
    catalogued,
    find_entry,
    meet,
    new_address,
    new_contract,
    pair,
    permit,
    route,
)
from benchmarks.worlds.region import Region


def permission_without_route(region: Region) -> None:
    """No route for the contract; a route for it that is over; one at another address; one that begins later."""
    for since, until, address, when in (
        (None, None, None, EVER), (None, "2020-12-31", "same", EVER), (None, None, "other", EVER),
        ("2022-05-01", None, "same", EARLIER),
    ):  # fmt: skip
        contract, own = new_contract(region), new_address(region)
        caller, holder = catalogued(region), catalogued(region)
        permit(region, caller, contract, own)
        region.draft.find(ADDRESSING, "permission-without-route", [caller], [], [contract], [own], [], None, when=when)
        if address:
            at = own if address == "same" else new_address(region)
            route(region, holder, contract, at, since=since, until=until)
            if address == "same":
                meet(region, holder, caller, contract, at, since, until)
            if until:
                find_entry(region, "expired", [], [holder], contract, at, NEWER, until)
            if address == "other":
                find_entry(region, "route-without-permission", [], [holder], contract, at, NEWER, None)


def route_without_permission(region: Region) -> None:
    """Nobody may call it; or from a day on nobody may any more."""
    contract, address = new_contract(region), new_address(region)
    holder = catalogued(region)
    route(region, holder, contract, address)
    find_entry(region, "route-without-permission", [], [holder], contract, address, NEWER, None)
    contract, address, until = new_contract(region), new_address(region), "2041-03-31"
    caller, holder = pair(region, contract, address, until=until)
    find_entry(region, "route-without-permission", [], [holder], contract, address, NEWER, None, when=LATER)
    find_entry(region, "expired", [caller], [], contract, address, None, until, when=LATER)


def ends_soon(region: Region) -> None:
    """Within ninety days, on the ninetieth, and just beyond; before that it is in force and after that it is over."""
    for until, soon, over in (
        ("2060-07-01", LATER, ()), ("2060-09-28", LATER, ()), ("2060-09-29", (), ()),
        ("2021-06-30", EARLIER, SINCE),
    ):  # fmt: skip
        contract, address = new_contract(region), new_address(region)
        caller, holder = catalogued(region), catalogued(region)
        permit(region, caller, contract, address, until=until)
        route(region, holder, contract, address)
        meet(region, holder, caller, contract, address, None, until)
        find_entry(region, "expiring", [caller], [], contract, address, None, until, when=soon)
        find_entry(region, "expired", [caller], [], contract, address, None, until, when=over)
        find_entry(region, "route-without-permission", [], [holder], contract, address, NEWER, None, when=over)


def parallel_majors(region: Region) -> None:
    """Two versions of a contract in force; one beside one that is over; one beside one that nothing is for."""
    both = new_contract(region), new_contract(region, 2, same=True)
    for contract in both:
        pair(region, contract, new_address(region))
    region.draft.find(ADDRESSING, "parallel-majors", [], [], list(both), [], [], None)
    pair(region, new_contract(region), new_address(region))
    left, address, until = new_contract(region, 2, same=True), new_address(region), "2020-12-31"
    caller, holder = catalogued(region), catalogued(region)
    permit(region, caller, left, address, until=until)
    route(region, holder, left, address, until=until)
    meet(region, holder, caller, left, address, None, until)
    find_entry(region, "expired", [caller], [], left, address, None, until)
    find_entry(region, "expired", [], [holder], left, address, NEWER, until)
    region.draft.find(ADDRESSING, "unused-contract", [], [], [left], [], [], None)


def old_profile(region: Region) -> None:
    """A route by a profile that another has followed; the exchange that it carries follows it as well."""
    contract, address = new_contract(region), new_address(region)
    caller, holder = catalogued(region), catalogued(region)
    permit(region, caller, contract, address)
    route(region, holder, contract, address, profile=OLDER)
    flow = meet(region, holder, caller, contract, address, None, None)
    find_entry(region, "old-profile", [], [holder], contract, address, OLDER, None)
    region.draft.find(SUPERSEDED, OLDER[1], flow, "superseded")


def nobody_uses_the_contract(region: Region) -> None:
    """It stands in the catalogue, and no permission and no route is for it."""
    region.draft.find(ADDRESSING, "unused-contract", [], [], [new_contract(region)], [], [], None)


def irregular(region: Region) -> None:
    """A permission that ends before it begins; a contract that is not called by the pattern, and that nobody uses."""
    contract, address = new_contract(region), new_address(region)
    caller, until = catalogued(region), "2019-01-01"
    permit(region, caller, contract, address, since="2020-01-01", until=until)
    odd = f"urn:riv13606:made:up:domain:SendThing{len(region.draft.catalogue.contracts)}:1"
    region.draft.catalogue.contracts.append(odd)
    for finding in ("expired", "irregular"):
        find_entry(region, finding, [caller], [], contract, address, None, until)
    for finding, which in (("unused-contract", contract), ("unused-contract", odd), ("irregular", odd)):
        region.draft.find(ADDRESSING, finding, [], [], [which], [], [], None)


def rows_set_aside(region: Region) -> None:
    """An address with a line break, that nothing is for; and no filter in the whole catalogue, of any kind."""
    catalogue = region.draft.catalogue
    catalogue.unusable.append(f"SE999999-{len(catalogue.unusable)}\r\n\r\nMADE UP")
    region.draft.find(ADDRESSING, "set-aside", [], [], [], [], [], None)
    if len(catalogue.unusable) == 1:
        for _ in ("filter", "filtercategorization"):
            region.draft.find(ADDRESSING, "no-rows", [], [], [], [], [], None)


def profile_of_unknown_succession(region: Region) -> None:
    """A route by a profile of which no register says anything; and others by one that they say something of."""
    contract, address = new_contract(region), new_address(region)
    caller, holder = catalogued(region), catalogued(region)
    permit(region, caller, contract, address)
    profile = f"MADEUP{len(region.draft.catalogue.routes)}"
    route(region, holder, contract, address, profile=(profile, profile.casefold()))
    meet(region, holder, caller, contract, address, None, None)
    region.draft.find(ADDRESSING, "no-succession", [], [], [], [], [profile.casefold()], None)


def all_is_well(region: Region) -> None:
    """Permitted and routed without end, to two consumers, and at two addresses."""
    contract, address = new_contract(region), new_address(region)
    _, holder = pair(region, contract, address)
    other = catalogued(region)
    permit(region, other, contract, address)
    meet(region, holder, other, contract, address, None, None)
    pair(region, contract, new_address(region))


PLANTS = (
    permission_without_route,
    route_without_permission,
    ends_soon,
    parallel_majors,
    old_profile,
    nobody_uses_the_contract,
    irregular,
    rows_set_aside,
    profile_of_unknown_succession,
    all_is_well,
)
