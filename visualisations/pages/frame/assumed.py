"""What only a scenario has: its things have names, and no page to lead to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from graph.facts.facts import Ref, name_of
from graph.facts.records import Record
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import Answer, AnswerRow, ThingRef
from queries.asking.question import Question
from queries.asking.service import QuestionService
from visualisations.wording.sources import Names, refs_of


async def assumed_names(
    service: QuestionService, question: Question, answer: Answer, records: Iterable[Record], names: Names
) -> Names:
    """The things in the rows, and behind them, that the facts do not hold."""
    view = await service.snapshots.view(question.parameters.model_validate(answer.parameters))
    refs = [ref for row in answer.rows for ref in named_refs(row)]
    refs += [ref for ref in refs_of(records) if ref not in names]
    return only_there(view.snapshot, await service.snapshots.snapshot(), refs)


def only_there(scenario: Snapshot, facts: Snapshot, refs: Iterable[Ref]) -> Names:
    """Those of the things that the scenario has and the facts have not, with their names."""
    return {
        ref: name_of(node.id, node.fields)
        for ref in dict.fromkeys(refs)
        if facts.get(*ref) is None and (node := scenario.get(*ref)) is not None
    }


def named_refs(row: AnswerRow) -> Iterator[Ref]:
    """Every thing that a row names, in its sentences too."""
    stack: list[Any] = [value for name, value in row if name not in ("grounds", "evidence")]
    while stack:
        each = stack.pop()
        if isinstance(each, ThingRef):
            yield each.ref
        elif isinstance(each, BaseModel):
            stack.extend(value for _, value in each)
        elif isinstance(each, Mapping):
            stack.extend(each.values())
        elif isinstance(each, list | tuple):
            stack.extend(each)
