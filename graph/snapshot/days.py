"""The graph as of a day: what its dates say was there, had ended, or had not begun.

A date of reduced precision covers its whole month or year: what is used since 2017 is used all through 2017, and what
is used until 2017 is so too. What has no date stays as it is stated.
"""

from collections.abc import Iterator

from graph.facts.facts import LinkKey, Properties, Ref
from graph.ontology.ontology import ONTOLOGY, SPANS, SPANS_OF_RELATIONS
from graph.ontology.spans import Span
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot

SINCE = Span(since="since")
"""What is read of a relation that declares no day of its own."""
ALWAYS = frozenset(
    name
    for name, relation in ONTOLOGY.relations.items()
    if name not in SPANS_OF_RELATIONS and any(each.is_day for each in relation.attributes.values())
)
"""Relations whose days say nothing of whether they hold: who succeeds another is known before he does."""


def begun(day: str, since: str | None) -> bool:
    """Whether what holds since `since` holds on `day`; without a date it does."""
    return since is None or day[: len(since)] >= since


def over(day: str, until: str | None) -> bool:
    """Whether what holds until `until` is over on `day`; without a date it is not."""
    return until is not None and day[: len(until)] > until


def as_of(snapshot: Snapshot, day: str) -> Snapshot:
    """The snapshot of `day` (``YYYY-MM-DD``).

    What has a phase gets the one that its dates say (a system, an exchange, an initiative, a procurement); other dated
    things and relations are left out on days when they were not there. Where that changes nothing it is `snapshot`.
    """
    gone: list[Ref] = []
    phases: dict[Ref, Properties] = {}
    for name, span in SPANS.items():
        for node in snapshot.all(ONTOLOGY.kinds[name]):
            phase = _phase(node.fields, span, day)
            if phase == "during":
                if span.says and _contradicts(node, span):
                    phases[node.ref] = {span.says: span.during}
            elif span.says is None:
                gone.append(node.ref)
            else:
                phases[node.ref] = {span.says: span.before if phase == "before" else span.after}
    apart = list(_apart(snapshot, day))
    return snapshot.changed(without=gone, untied=apart, fields=phases) if gone or apart or phases else snapshot


def _phase(fields: Properties, span: Span, day: str) -> str:
    if span.since and not begun(day, fields.get(span.since)):
        return "before"
    return "after" if span.until and over(day, fields.get(span.until)) else "during"


def _contradicts(node: Node, span: Span) -> bool:
    """Whether what is stated today is not what the dates say: planned, though it has begun; over, though it is not.

    What is stated to be over and not since when stays so.
    """
    stated = node.fields.get(span.says or "")
    begins, ends = (name in node.fields for name in (span.since, span.until))
    return (
        (stated == span.before and begins) or (stated == span.after and ends) or (stated is None and (begins or ends))
    )


def _apart(snapshot: Snapshot, day: str) -> Iterator[LinkKey]:
    """The relations that do not hold on `day`."""
    for link in snapshot.with_fields():
        span = SPANS_OF_RELATIONS.get(link.relation, SINCE)
        if link.relation not in ALWAYS and _phase(snapshot.said(link), span, day) != "during":
            yield link
