"""What has followed what: standards, their versions and information models, and since when."""

from calendar import monthrange
from datetime import date

from graph.ontology.kinds import InformationModel, Standard, StandardVersion
from graph.snapshot.days import begun
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.typed_nodes import DatedNode, InformationModelNode, SideName, StandardNode, StandardVersionNode
from queries.asking.grounds import Facts, ordered
from queries.meaning.circles import circles

Publication = StandardNode | StandardVersionNode
DATED = (StandardVersion, Standard, InformationModel)


def rings(snapshot: Snapshot) -> dict[DatedNode, tuple[DatedNode, ...]]:
    """What replaces itself over others, each with its circle."""
    return circles(snapshot.all(*DATED), lambda each: each.superseded_by)


def taken_over(snapshot: Snapshot, old: Node, day: str) -> list[DatedNode]:
    """The successors that have taken over by the day; one without a date has."""
    return [each for each in old.side("superseded_by") if begun(day, since_when(snapshot, old, "superseded_by", each))]


def models_in_force(snapshot: Snapshot, asked: str | None, day: str) -> set[InformationModelNode]:
    """The information models that no other has superseded by the day, or the one that is asked about."""
    models = snapshot.all(InformationModel)
    if asked is not None:
        return {model for model in models if model.id == asked}
    return {model for model in models if not any(each.kind == model.kind for each in taken_over(snapshot, model, day))}


def since_when(snapshot: Snapshot, old: Node, side: SideName, successor: DatedNode) -> str | None:
    """Since when it is the successor: as the succession says, else since its release."""
    return snapshot.stated(old.link(side, successor), "since") or successor.field("released")


def newest(old: DatedNode) -> tuple[list[DatedNode], list[Facts]]:
    """What has followed in the end, with the facts on the way; nothing where that is a circle."""
    seen: set[DatedNode] = {old}
    front: list[DatedNode] = [old]
    newest: list[DatedNode] = []
    facts: list[Facts] = []
    while front:
        newest += [each for each in front if each is not old and not each.superseded_by]
        facts += [(each.superseded_by, each.links("superseded_by")) for each in front]
        front = ordered(other for each in front for other in each.superseded_by if other not in seen)
        seen.update(front)
    return newest, facts


def months_since(since: str | None, day: str) -> int | None:
    """Whole months from the last day that `since` may mean; None where it is not stated."""
    if since is None:
        return None
    year, month, *days = [int(part) for part in since.split("-")] if "-" in since else [int(since), 12]
    last = days[0] if days else monthrange(year, month)[1]
    now = date.fromisoformat(day)
    return max(0, (now.year - year) * 12 + now.month - month - (now.day < last))
