"""The graph as of a day: what its dates say was there, had ended, or had not begun.

A date of reduced precision covers its whole month or year: what is used since 2017 is used all through 2017, and what
is used until 2017 is so too. What has no date stays as it is stated.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.facts.facts import LinkKey, Properties, Ref
from graph.ontology.declaration import Choice, Kind
from graph.ontology.kinds import (
    Api,
    Arena,
    Decision,
    Exchange,
    InformationModel,
    Initiative,
    MaturityAssessment,
    Procurement,
    SharedStorage,
    StandardVersion,
    System,
)
from graph.ontology.vocabulary import ExchangeStatus, Lifecycle, Progress
from graph.snapshot.snapshot import Node, Snapshot


@dataclass(frozen=True)
class Span:
    """Between which fields a kind's things are there, and which field then says so."""

    since: str | None
    until: str | None = None
    says: str | None = None
    """The field that tells the phase; None: a thing outside of its span is not there at all."""
    before: Choice | None = None
    during: Choice | None = None
    after: Choice | None = None


# A permission or a route is an entry of a catalogue, which lists it when it is over as well: it stays on every day, and
# the question about the catalogue compares its dates with the day itself.
SPANS: dict[type[Kind], Span] = {
    System: Span("used_since", "used_until", "lifecycle", Lifecycle.PLAN, Lifecycle.ACTIVE, Lifecycle.RETIRED),
    Exchange: Span("valid_from", "valid_until", "status", ExchangeStatus.PLANNED, ExchangeStatus.IN_USE,
                   ExchangeStatus.ENDED),
    Initiative: Span("starts", "ends", "progress", Progress.PLANNED, Progress.ONGOING, Progress.COMPLETED),
    Procurement: Span("starts", "ends", "progress", Progress.PLANNED, Progress.ONGOING, Progress.COMPLETED),
    Api: Span("available_since", "available_until"),
    SharedStorage: Span("used_since"),
    InformationModel: Span("valid_from"),
    StandardVersion: Span("released"),
    Decision: Span("decided_on"),
    MaturityAssessment: Span("assessed_on"),
    Arena: Span("held_from", "held_until"),
}  # fmt: skip


def begun(day: str, since: str | None) -> bool:
    """Whether what holds since `since` holds on `day`; without a date it does."""
    return since is None or day[: len(since)] >= since


def over(day: str, until: str | None) -> bool:
    """Whether what holds until `until` is over on `day`; without a date it is not."""
    return until is not None and day[: len(until)] > until


def as_of(snapshot: Snapshot, day: str) -> Snapshot:
    """The snapshot of `day` (``YYYY-MM-DD``).

    Systems, exchanges, initiatives and procurements get the phase that their dates say; other dated things, and
    relations since a later day, are left out.
    """
    gone: list[Ref] = []
    phases: dict[Ref, Properties] = {}
    for kind, span in SPANS.items():
        for node in snapshot.all(kind):
            phase = _phase(node, span, day)
            if phase == "during":
                if span.says and _contradicts(node, span):
                    phases[node.ref] = {span.says: span.during}
            elif span.says is None:
                gone.append(node.ref)
            else:
                phases[node.ref] = {span.says: span.before if phase == "before" else span.after}
    return snapshot.changed(without=gone, untied=list(_later(snapshot, day)), fields=phases)


def _phase(node: Node, span: Span, day: str) -> str:
    if span.since and not begun(day, node.fields.get(span.since)):
        return "before"
    return "after" if span.until and over(day, node.fields.get(span.until)) else "during"


def _contradicts(node: Node, span: Span) -> bool:
    """Whether what is stated today is not what the dates say: planned, though it has begun; over, though it is not.

    What is stated to be over and not since when stays so.
    """
    stated = node.fields.get(span.says or "")
    begins, ends = (name in node.fields for name in (span.since, span.until))
    return (
        (stated == span.before and begins) or (stated == span.after and ends) or (stated is None and (begins or ends))
    )


def _later(snapshot: Snapshot, day: str) -> Iterator[LinkKey]:
    for link in snapshot.with_fields():
        if not begun(day, snapshot.said(link).get("since")):
            yield link
