"""What is seen of one step on the way of information: its structure, profiles, codes, timing, governance and way.

A step goes from a giver to a taker over a carrier: an exchange, an interface that the taker depends on, or a storage
that both use. What the carrier states counts before what its ends state.
"""

from graph.ontology.vocabulary import DesignBasis, StandardType, Timing, Transport
from graph.snapshot.node import Node
from graph.snapshot.typed_nodes import InformationEntityNode, SharedStorageNode, StandardVersionNode
from queries.meaning.parties import crosses
from queries.meaning.succession import Publication

OBSERVATIONS: dict[str, tuple[str, ...]] = {
    "ends": ("stated", "not-stated"),
    "reach": ("there", "content-not-stated", "planned", "none"),
    "structure": ("same", "other-version", "other-standard", "own-format", "not-stated"),
    "profile": ("fits", "other"),
    "codes": ("same", "other", "not-stated", "not-needed"),
    "timing": ("fits", "too-slow", "not-stated", "not-needed"),
    "governance": ("governed", "within", "ungoverned"),
    "way": ("free", "mediator", "facade"),
}
"""What is looked at, and the values that each can have."""
Seen = tuple[str, str]
"""An observation and its value."""
OWN_DESIGN = (DesignBasis.PROPRIETARY, DesignBasis.OPINION)
SLOW = (Timing.BATCH, Timing.MANUAL)


def standard(version: Publication) -> Publication:
    """The standard that a version belongs to; itself where that is not stated."""
    whole = version.side("version_of")
    return whole[0] if whole else version


def _is_terminology(version: Publication) -> bool:
    return version.once(_standard_type) == StandardType.TERMINOLOGY


def _standard_type(version: Publication) -> str | None:
    return standard(version).field("standard_type")


def spoken(node: Node) -> tuple[StandardVersionNode, ...]:
    """The standard versions, terminologies apart, that a thing follows; an exchange's else its interfaces'."""
    own = node.side("conforms_to") or [version for api in node.side("runs_through") for version in api.conforms_to]
    return tuple(version for version in own if not _is_terminology(version))


def coded(node: Node) -> set[Publication]:
    """The terminologies, as standards, that a thing is said to use."""
    return {standard(version) for version in node.side("conforms_to") if _is_terminology(version)}


def profiles(node: Node) -> set[StandardVersionNode]:
    """The profiles that narrow what a thing sends; an exchange's else its interfaces'."""
    return set(
        node.side("profiled_by") or [profile for api in node.side("runs_through") for profile in api.profiled_by]
    )


def observed(
    giver: Node, carrier: Node, taker: Node, entity: InformationEntityNode | None, real_time: bool
) -> list[Seen]:
    """Everything seen of the step."""
    if isinstance(carrier, SharedStorageNode):  # what is read where it was written needs no translation
        return [("structure", "same"), ("profile", "fits"), ("codes", "not-needed"), ("timing", _in_time(real_time)),
                ("governance", "within"), ("way", "free")]  # fmt: skip
    return [
        ("structure", structure(giver, carrier, taker)),
        ("profile", profile(giver, carrier, taker)),
        ("codes", codes(giver, carrier, taker, entity)),
        ("timing", timing(carrier, real_time)),
        ("governance", governance(giver, carrier, taker)),
        ("way", way(carrier)),
    ]


def structure(giver: Node, carrier: Node, taker: Node) -> str:
    """Whether both ends can read the form of what is sent."""
    sent = spoken(carrier)
    if sent:
        return "other-version" if any(_differ(sent, end.once(spoken)) for end in (giver, taker)) else "same"
    if carrier.field("format") or giver.field("design_basis") in OWN_DESIGN:
        return "own-format"
    ours, theirs = giver.once(spoken), taker.once(spoken)
    if not ours or not theirs or set(ours) & set(theirs):
        return "not-stated"
    shared = set(map(standard, ours)) & set(map(standard, theirs))
    return "other-version" if shared else "other-standard"


def _differ(sent: tuple[StandardVersionNode, ...], own: tuple[StandardVersionNode, ...]) -> bool:
    """Whether an end speaks a standard that is sent, but no version of it that is."""
    if not own or any(version in sent for version in own):
        return False
    standards = set(map(standard, sent))
    return any(standard(version) in standards for version in own)


def profile(giver: Node, carrier: Node, taker: Node) -> str:
    """Whether profiles build on each other, where several are stated."""
    sent, ours, theirs = profiles(carrier), giver.once(profiles), taker.once(profiles)
    pairs = [(sent, ours), (sent, theirs)] if sent else [(ours, theirs)]
    return "other" if any(one and other and not _akin(one, other) for one, other in pairs) else "fits"


def _akin(one: set[StandardVersionNode], other: set[StandardVersionNode]) -> bool:
    """Whether some profile of the one is, or builds on, or is built on by one of the other."""
    return any(a is b or b in _built_on(a) or a in _built_on(b) for a in one for b in other)


def _built_on(version: StandardVersionNode) -> frozenset[Publication]:
    """The profiles and guides that a profile requires, however far; base standards are not profiles."""
    found: set[Publication] = set()
    front: list[Publication] = [version]
    while front:
        for each in front.pop().requires:
            if each not in found and standard(each).field("standard_type") == StandardType.PROFILE:
                found.add(each)
                front.append(each)
    return frozenset(found)


def codes(giver: Node, carrier: Node, taker: Node, entity: InformationEntityNode | None) -> str:
    """Whether the codes that are sent are those that the information has, and that the taker knows."""
    wanted = entity.once(_bound) if entity else set()
    sent, known = coded(carrier) or giver.once(coded), taker.once(coded)
    if sent and known and not sent & known:
        return "other"
    if not wanted:
        return "not-needed"
    if not sent:
        return "not-stated"
    return "same" if sent & wanted else "other"


def _bound(entity: InformationEntityNode) -> set[Node]:
    """The terminologies, as standards, that the information has."""
    return {standard(each) for each in entity.bound_to}


def timing(carrier: Node, real_time: bool) -> str:
    """Whether it comes in time."""
    if not real_time:
        return "not-needed"
    if carrier.field("timing") in SLOW or carrier.field("transport") == Transport.MANUAL:
        return "too-slow"
    return "fits" if carrier.field("timing") == Timing.REAL_TIME else "not-stated"


def _in_time(real_time: bool) -> str:
    return "fits" if real_time else "not-needed"


def governance(giver: Node, carrier: Node, taker: Node) -> str:
    """Whether somebody answers for what goes from one organisation to another."""
    if not crosses((giver,), (taker,)):
        return "within"
    held = (
        carrier.side("owned_by"),
        carrier.side("decided_by"),
        carrier.side("accountable"),
        carrier.side("coordinated_by"),
        carrier.side("discussed_in"),
    )
    return "governed" if any(held) else "ungoverned"


def way(carrier: Node) -> str:
    """Whether it passes a platform, or an interface that stands in front of something older."""
    if carrier.side("mediated_by"):
        return "mediator"
    return (
        "facade"
        if carrier.side("facade_over") or any(api.facade_over for api in carrier.side("runs_through"))
        else "free"
    )
