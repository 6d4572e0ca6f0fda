"""Exchanges whose parties follow other versions of a standard, or whose own version has been replaced."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import OBSERVED, REPLACED, SUPERSEDED, VERSIONS
from benchmarks.worlds.region import Region
from benchmarks.worlds.world_draft import Thing
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle, PublicationStatus


def provider_of_another_version(region: Region) -> None:
    """The provider follows only another version than its flow."""
    case, other = _versions(region)
    case.giver.set(conforms_to=[other])
    region.draft.find(VERSIONS, case.flow, case.giver)
    region.draft.find(OBSERVED["version-mismatch"], case.flow)


def interface_of_another_version(region: Region) -> None:
    """The interface that the flow runs through follows only another version."""
    case, other = _versions(region)
    door = sound.api(region, case.giver, conforms_to=[other])
    case.flow.set(runs_through=[door])
    region.draft.find(VERSIONS, case.flow, door)
    region.draft.find(OBSERVED["version-mismatch"], case.flow)


def both_versions(region: Region) -> None:
    """The provider follows both versions."""
    case, other = _versions(region)
    case.giver.set(conforms_to=[other, case.flow.cells["conforms_to"][0]])


def ended_flow_of_another_version(region: Region) -> None:
    """The flow has ended."""
    case, other = _versions(region)
    case.giver.set(conforms_to=[other])
    case.flow.set(status=ExchangeStatus.ENDED)


def retired_party_of_another_version(region: Region) -> None:
    """The provider is retired."""
    case, other = _versions(region)
    case.giver.set(conforms_to=[other], lifecycle=Lifecycle.RETIRED)
    sound.system(region).add("masters", case.entity)


def _versions(region: Region) -> tuple[sound.Case, Thing]:
    """A flow that nobody reads, and another version of its standard."""
    way = region.draft.chance.choice(region.ways)
    case = sound.case(region, read=False, conforms_to=[way.version])
    return case, sound.version(
        region, way.version.cells["version_of"][0], "2.2", publication_status=PublicationStatus.TRIAL
    )


def replaced_version(region: Region) -> None:
    """The flow follows a version that another has replaced."""
    old, new = _replaced(region)
    case = sound.case(region, conforms_to=[old])
    region.draft.tie(new, "supersedes", old, since="2019")
    region.draft.find(REPLACED, case.flow, old)
    region.draft.find(SUPERSEDED, old, case.flow, "superseded")


def replaced_and_unread(region: Region) -> None:
    """The same where nobody reads what it carries: worth knowing, and no gap."""
    old, new = _replaced(region)
    case = sound.case(region, read=False, conforms_to=[old])
    region.draft.tie(new, "supersedes", old, since="2019")
    region.draft.find(REPLACED, case.flow, old)
    region.draft.find(OBSERVED["replaced-version"], case.flow)
    region.draft.find(SUPERSEDED, old, case.flow, "superseded")


def withdrawn_version(region: Region) -> None:
    """The flow follows a version that its publisher has withdrawn."""
    old, _ = _replaced(region)
    old.set(publication_status=PublicationStatus.WITHDRAWN)
    case = sound.case(region, conforms_to=[old])
    region.draft.find(REPLACED, case.flow, old)
    region.draft.find(SUPERSEDED, old, case.flow, "no-successor-stated")


def newest_version(region: Region) -> None:
    """The flow follows the version that has replaced another, or that is to be replaced."""
    old, new = _replaced(region)
    region.draft.tie(new, "supersedes", old)
    sound.case(region, conforms_to=[new])
    region.draft.tie(sound.version(region, new.cells["version_of"][0], "9"), "will_supersede", new)


def ended_flow_of_a_replaced_version(region: Region) -> None:
    """The flow that followed the replaced version has ended."""
    old, new = _replaced(region)
    region.draft.tie(new, "supersedes", old)
    sound.case(region, read=False, conforms_to=[old], status=ExchangeStatus.ENDED)


def _replaced(region: Region) -> tuple[Thing, Thing]:
    """Two versions of a standard."""
    of = region.draft.chance.choice(region.ways).version.cells["version_of"][0]
    return sound.version(region, of, "2.0"), sound.version(region, of, "3.0")


PLANTS = (
    provider_of_another_version, interface_of_another_version, both_versions, ended_flow_of_another_version,
    retired_party_of_another_version, replaced_version, replaced_and_unread, withdrawn_version, newest_version,
    ended_flow_of_a_replaced_version,
)  # fmt: skip
