"""Which actor of a guide an offer takes on, and for which information.

A capability statement says it by the actors' own statements that it instantiates; the content guides that it
names say for which information. To name the actors' guide, or another actor of it, says nothing of the role.
"""

from graph.tender.offer import Aspect, Claim, Offer, Says, plain
from graph.tender.requirement_set import Category, Demand
from queries.compliance.versioned_findings import GroundedFinding, named

STATEMENT = "/CapabilityStatement/"
NEAR = (Aspect.ACTOR, Aspect.STANDARD, Aspect.PROFILE)
"""What may come from the guide of the actor that is demanded."""


def actor(demand: Demand, offer: Offer) -> GroundedFinding:
    """Whether the offer takes on one of the actors, in a version that will do and for some of the information."""
    found = named(demand, offer.about(demand.known_as, Aspect.ACTOR))
    if found.finding == "accepted" and demand.categories:
        spoken_for = covered(demand, offer)
        told = (*found.claims, *(claim for claims in spoken_for.values() for claim in claims))
        return GroundedFinding("accepted" if spoken_for else "uncategorised", tuple(dict.fromkeys(told)))
    if found.finding == "silent" and (near := _near(demand, offer)):
        return GroundedFinding("mentioned", near)
    return found


def covered(demand: Demand, offer: Offer) -> dict[Category, list[Claim]]:
    """The information that the offer names a content guide for, each with the claims that do."""
    found = {each: offer.about(each.known_as, Aspect.STANDARD) for each in demand.categories}
    return {
        category: claims for category, claims in found.items() if claims and {each.says for each in claims} != {Says.NO}
    }  # fmt: skip


def guide_of(address: str) -> str:
    """The base of the guide in which an actor's statement stands; the address itself where it stands in none."""
    return plain(address.partition(STATEMENT)[0])


def _near(demand: Demand, offer: Offer) -> tuple[Claim, ...]:
    """What is claimed of the guide and not of the actor: a lead."""
    bases = {guide_of(address) for address in demand.known_as}
    claims = (each for each in offer.of(*NEAR) if any(_within(name, bases) for name in each.names))
    return tuple(each.model_copy(update={"says": Says.MENTIONED, "evidence": None}) for each in claims)


def _within(name: str, bases: set[str]) -> bool:
    return any(plain(name) == base or plain(name).startswith(f"{base}/") for base in bases)
