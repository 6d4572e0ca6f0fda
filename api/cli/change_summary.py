"""What a run changed, or would change: in a line, by kind, one by one, and as plain values."""

from collections.abc import Iterable
from typing import Any

from rich.table import Table
from rich.text import Text

from api.cli.program import Spoken, out
from graph.facts.facts import FactKey, Ref
from graph.language.words import N_, say
from loaders.runs.plan import Plan
from loaders.runs.removals import called
from queries.overviews.run_figures import FigureChange

MOST_NAMED = 1_000
"""Things and relations that are named of each sort of change; --json has all."""
_SIGNS = ("-", "~", "+")


def changed_text(dataset: str, plan: Plan, *, dry: bool = False) -> str:
    """What a run changed, in one line."""
    things, links = plan.things, plan.links
    if not plan:
        text = N_("{dataset}: nothing to change.")
        if plan.moved:
            text = N_("{dataset}: nothing to change; what stands elsewhere in the files now: {moved}.")
        return say(text, Spoken.language, dataset=dataset, moved=plan.moved)
    text = (
        N_("{dataset}: would add {created}, change {replaced}, take away {deleted} (things and relations).")
        if dry
        else N_("{dataset}: added {created}, changed {replaced}, took away {deleted} (things and relations).")
    )
    return say(
        text, Spoken.language, dataset=dataset, created=len(things.create) + len(links.create),
        replaced=len(things.replace) + len(links.replace), deleted=len(things.delete) + len(links.delete),
    )  # fmt: skip


def plan_json(plan: Plan) -> dict[str, Any]:
    """What a run changes, as plain values."""
    return {
        what: {
            "create": [str(key) for key in changes.create],
            "replace": [str(key) for key in changes.replace],
            "delete": [str(key) for key in changes.delete],
        }
        for what, changes in (("things", plan.things), ("relations", plan.links))
    }


def print_plan(plan: Plan) -> None:
    """By kind first, what would be taken away on top; then one by one, in the same order."""
    changes = {sign: [*_of(plan, sign)] for sign in _SIGNS}
    if not plan:
        return
    table = Table(box=None, pad_edge=False)
    headings = (N_("Kind or relation"), N_("Taken away"), N_("Changed"), N_("Added"))
    for number, heading in enumerate(headings):
        table.add_column(say(heading, Spoken.language), justify="right" if number else "left")
    counts: dict[str, list[int]] = {}
    for place, sign in enumerate(_SIGNS):
        for key in changes[sign]:
            sort = key.kind if isinstance(key, Ref) else key.relation
            counts.setdefault(sort, [0, 0, 0])[place] += 1
    for sort, (gone, changed, new) in sorted(counts.items(), key=lambda each: (*(-n for n in each[1]), each[0])):
        table.add_row(called(sort).say(Spoken.language), *(str(number or "") for number in (gone, changed, new)))
    out.print(table)
    for sign in _SIGNS:
        for key in changes[sign][:MOST_NAMED]:
            out.print(Text(f"  {sign} {key}"), soft_wrap=True)
        if more := len(changes[sign][MOST_NAMED:]):
            told = say(N_("and {count} more; --json names all"), Spoken.language, count=more)
            out.print(Text(f"  {sign} {told}"), soft_wrap=True)


def print_figures(figures: Iterable[FigureChange]) -> None:
    """The headline figures that are others than before the run."""
    for each in figures:
        if each.before is not None and each.before != each.after:
            values = {"label": say(each.label, Spoken.language), "after": each.after, "before": each.before}
            text = say(N_("{label}: {after}, before: {before}"), Spoken.language, **values)
            out.print(Text(text), soft_wrap=True)


def _of(plan: Plan, sign: str) -> Iterable[FactKey]:
    for changes in (plan.things, plan.links):
        yield from {"-": changes.delete, "~": changes.replace, "+": changes.create}[sign]
