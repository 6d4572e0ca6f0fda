"""Gaps of interoperability, one motif for every kind, and what looks like one."""

from benchmarks.worlds import sound
from benchmarks.worlds.asked import ALONE, MISSING, NONSTANDARD, NOT_STATED, OBSERVED, OWN_FORMAT, READS, VERDICTS
from benchmarks.worlds.region import Region
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle


def unmet_need(region: Region) -> None:
    """A need between two hospitals' systems that no exchange answers."""
    at = region.some_organisation()
    giver, taker = sound.system(region, at), sound.system(region, at)
    about = sound.entity(region, giver)
    need = sound.need(region, giver, taker, about)
    region.draft.find(MISSING, need, giver, about)
    region.draft.find(VERDICTS, "no-path", "V02", about, giver, taker, need)


def need_between_organisations(region: Region) -> None:
    """The same between organisations; the flow that there is carries something else, and goes the other way."""
    whom, where = sound.organisation(region), sound.organisation(region)
    giver, taker = sound.system(region, whom), sound.system(region, where)
    about = sound.entity(region, giver)
    sound.exchange(region, taker, giver, sound.entity(region, taker))
    need = sound.need(region, whom, where, about)
    region.draft.find(MISSING, need, whom, about)
    region.draft.find(VERDICTS, "no-path", "V02", about, whom, where, need)


def met_as_is_said(region: Region) -> None:
    """It is said that a flow meets the need, not what the flow carries: no gap, and the verdict is unknown."""
    case = sound.case(region, read=False, carries=[])
    need = sound.need(region, case.giver, case.taker, case.entity, case.flow)
    region.draft.find(VERDICTS, "unknown", "V04", case.entity, case.giver, case.taker, need)


def brought_by_a_dependency(region: Region) -> None:
    """What it reads is brought by what it depends on: no gap; for the verdict a dependency alone is no way."""
    case = sound.case(region, carries=[], status=ExchangeStatus.ENDED)
    case.taker.set(depends_on=[case.giver])
    region.draft.find(VERDICTS, "no-path", "V02", case.entity, case.giver, case.taker, case.taker)


def two_reads(region: Region) -> None:
    """It reads two things of one system, and gets one of them."""
    case = sound.case(region)
    other = sound.entity(region, case.giver)
    case.taker.add("reads", other)
    region.draft.find(READS, case.taker, other)
    region.draft.find(VERDICTS, "no-path", "V02", other, case.giver, case.taker, case.taker)


def connected_to_nothing(region: Region) -> None:
    """A system in use of which no exchange, interface, storage or dependency is stated."""
    system = sound.system(region, known=False)
    region.draft.find(ALONE, system)
    region.draft.find(OBSERVED["island"], system)


def alone_with_what_is_read(region: Region) -> None:
    """It is connected to nothing and has what another reads: that makes it a gap."""
    holder, reader = sound.system(region, known=False), sound.system(region)
    about = sound.entity(region, holder)
    reader.add("reads", about)
    region.draft.find(ALONE, holder)
    region.draft.find(READS, reader, about)
    region.draft.find(VERDICTS, "no-path", "V02", about, holder, reader, reader)


def own_format_for_a_need(region: Region) -> None:
    """In a format of its own, and nobody reads what it carries, but somebody needs it there: a gap."""
    case = sound.case(region, read=False, conforms_to=[], format="Fast postformat")
    need = sound.need(region, case.giver, case.taker, case.entity, case.flow)
    region.draft.find(OWN_FORMAT, case.flow)
    region.draft.find(NONSTANDARD, case.flow, ["own-format"])
    region.draft.find(VERDICTS, "format-gap", "V05", case.entity, case.giver, case.taker, need)


def own_format_for_nobody(region: Region) -> None:
    """In a format of its own, and nothing is stated to want what it carries: worth knowing, and no gap."""
    case = sound.case(region, read=False, conforms_to=[], format="Fast postformat")
    region.draft.find(OWN_FORMAT, case.flow)
    region.draft.find(OBSERVED["non-standard"], case.flow)
    region.draft.find(NONSTANDARD, case.flow, ["own-format"])


def retired_and_alone(region: Region) -> None:
    """What is retired is connected to nothing, as it should be."""
    sound.system(region, known=False, lifecycle=Lifecycle.RETIRED)


def only_depended_on(region: Region) -> None:
    """A dependency is a connection."""
    sound.system(region, depends_on=[sound.system(region, known=False)])


def planned_without_standard(region: Region) -> None:
    """A planned exchange of which neither standard nor format is stated."""
    case = sound.case(region, read=False, conforms_to=[], status=ExchangeStatus.PLANNED)
    region.draft.find(NOT_STATED, case.flow)
    region.draft.find(OBSERVED["standard-not-stated"], case.flow)


PLANTS = (
    unmet_need, need_between_organisations, met_as_is_said, brought_by_a_dependency, two_reads, connected_to_nothing,
    alone_with_what_is_read, own_format_for_a_need, own_format_for_nobody, retired_and_alone, only_depended_on,
    planned_without_standard,
)  # fmt: skip
