"""What claims say of a thing that has versions: a standard, a profile, an actor of a guide."""

from typing import NamedTuple

from graph.tender.offer import Claim, Says
from graph.tender.requirement_set import Demand
from queries.compliance.version_matching import one_of


class GroundedFinding(NamedTuple):
    """The finding, and the claims that it rests on."""

    finding: str
    claims: tuple[Claim, ...]


def named(demand: Demand, claims: list[Claim]) -> GroundedFinding:
    """What claims that name it say about a thing with versions."""
    if plainly := denied_or_in_part(claims):
        return plainly
    if not claims:
        return GroundedFinding("silent", ())
    if not demand.accepted:
        return GroundedFinding("accepted", tuple(claims))
    stated = [claim for claim in claims if claim.version]
    accepted = tuple(each for each in stated if one_of(str(each.version), demand.accepted))
    if accepted:
        return GroundedFinding("accepted", accepted)
    if not stated:
        return GroundedFinding("unversioned", tuple(claims))
    for finding, versions in (("superseded", demand.superseded), ("superseding", demand.superseding)):
        if found := tuple(each for each in stated if one_of(str(each.version), versions)):
            return GroundedFinding(finding, found)
    return GroundedFinding("other-version", tuple(stated))


def denied_or_in_part(claims: list[Claim]) -> GroundedFinding | None:
    """The finding where the claims do not plainly say yes."""
    said = {claim.says for claim in claims}
    if Says.NO in said:
        return GroundedFinding("denied" if said == {Says.NO} else "conflicting", tuple(claims))
    return GroundedFinding("in-part", tuple(claims)) if said == {Says.PARTLY} else None
