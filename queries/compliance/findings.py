"""What an offer says about one demand: the name of the finding, and the claims behind it."""

from graph.tender.offer import Aspect, Claim, Offer, plain
from graph.tender.requirement_set import Demand
from queries.compliance.actor_findings import actor
from queries.compliance.versioned_findings import GroundedFinding, denied_or_in_part, named

SEARCHES = "search-type"
"""The interaction without which search parameters are of no use."""
VERSIONED = (Aspect.STANDARD, Aspect.MODEL, Aspect.TERMINOLOGY, Aspect.SECURITY)
SPOKEN_OF_AS = {
    Aspect.TERMINOLOGY: (Aspect.TERMINOLOGY, Aspect.STANDARD),
    Aspect.SECURITY: (Aspect.SECURITY, Aspect.STANDARD),
    Aspect.STANDARD: (Aspect.STANDARD, Aspect.TERMINOLOGY, Aspect.SECURITY, Aspect.ACTOR),
}
"""A file seldom knows which sort of standard something is."""


def find(demand: Demand, offer: Offer) -> GroundedFinding:
    """What `offer` says about `demand`; where it claims nothing, what it mentions of it."""
    found = _claimed(demand, offer)
    if found.finding == "silent" and (mentions := mentions_of(demand, offer)):
        return GroundedFinding("mentioned", mentions)
    return found


def mentions_of(demand: Demand, offer: Offer) -> tuple[Claim, ...]:
    """What `offer` only mentions of `demand`: it claims nothing, and shows where to ask."""
    return tuple(offer.mentioned(demand.names, *SPOKEN_OF_AS.get(demand.aspect, (demand.aspect,))))


def _claimed(demand: Demand, offer: Offer) -> GroundedFinding:
    if demand.aspect in VERSIONED:
        found = named(demand, offer.about(demand.names, *SPOKEN_OF_AS.get(demand.aspect, (demand.aspect,))))
        if found.finding == "silent" and demand.aspect is Aspect.STANDARD:
            return _profiles_of(demand, offer) or found
        return found
    claims = offer.about(demand.names, demand.aspect)
    if demand.aspect is Aspect.PROFILE:
        return named(demand, claims)
    if demand.aspect is Aspect.ACTOR:
        return actor(demand, offer)
    if demand.aspect in (Aspect.RESOURCE, Aspect.CLIENT):
        return _resource(demand, claims, offer)
    if demand.aspect is Aspect.SEARCH:
        return _search(demand, claims, offer)
    if demand.aspect is Aspect.COMBINATION:
        return _combination(demand, [each for each in claims if _covers(each, demand)], offer)
    return _offered(demand, claims, offer)


def _profiles_of(demand: Demand, offer: Offer) -> GroundedFinding | None:
    """The profiles declared that belong to the guide that is demanded, found by their addresses."""
    bases = tuple(f"{plain(name)}/" for name in demand.known_as if "://" in name)
    claims = [each for each in offer.of(Aspect.PROFILE) if plain(each.name).startswith(bases)]
    return GroundedFinding("profiles-only", tuple(claims)) if claims else None


def _resource(demand: Demand, claims: list[Claim], offer: Offer) -> GroundedFinding:
    if plainly := denied_or_in_part(claims):
        return plainly
    if not claims:
        return GroundedFinding("absent" if demand.aspect in offer.complete else "silent", ())
    if not demand.parts:
        return GroundedFinding("all", tuple(claims))
    if not any(claim.parts for claim in claims):
        return GroundedFinding("unlisted", tuple(claims))
    return _share(demand, claims)


def _search(demand: Demand, claims: list[Claim], offer: Offer) -> GroundedFinding:
    if plainly := denied_or_in_part(claims):
        return plainly
    types = offer.about(demand.names, Aspect.RESOURCE)
    if not types and not claims:
        return GroundedFinding("absent" if Aspect.RESOURCE in offer.complete else "silent", ())
    listed = [claim for claim in types if claim.parts]
    if claims and listed and not any(SEARCHES in claim.parts for claim in listed):
        return GroundedFinding("conflicting", (*claims, *listed))
    if not any(claim.parts for claim in claims):
        return GroundedFinding("unlisted", tuple(claims or types))
    return _share(demand, claims)


def _covers(claim: Claim, demand: Demand) -> bool:
    """Whether a search with just what is demanded is one that the claim speaks of."""
    wanted, offered = ({plain(part) for part in each.parts} for each in (demand, claim))
    with_optional = offered | {plain(part) for part in claim.optional}
    return wanted <= with_optional and offered <= wanted | {plain(part) for part in demand.optional}


def _combination(demand: Demand, claims: list[Claim], offer: Offer) -> GroundedFinding:
    """Parameters that can be searched for together; that each is listed by itself says nothing of it."""
    if not claims and Aspect.RESOURCE in offer.complete and not offer.about(demand.names, Aspect.RESOURCE):
        return GroundedFinding("absent", ())
    return _offered(demand, claims, offer)


def _share(demand: Demand, claims: list[Claim]) -> GroundedFinding:
    """How much of what is demanded the claims list."""
    offered = {plain(part) for claim in claims for part in claim.parts}
    there = [part for part in demand.parts if plain(part) in offered]
    if len(there) == len(demand.parts):
        return GroundedFinding("all", tuple(claims))
    return GroundedFinding("some" if there else "none", tuple(claims))


def _offered(demand: Demand, claims: list[Claim], offer: Offer) -> GroundedFinding:
    if plainly := denied_or_in_part(claims):
        return plainly
    if claims:
        return GroundedFinding("accepted", tuple(claims))
    unlisted = demand.aspect is Aspect.FORMAT and Aspect.FORMAT in offer.complete
    return GroundedFinding("absent" if unlisted else "silent", ())


def answers_to(requirement: str, offer: Offer) -> list[Claim]:
    """The offer's own answers to the requirement with this id."""
    return offer.about((requirement,), Aspect.REQUIREMENT)
