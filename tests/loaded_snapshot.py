"""Small worlds for tests of questions: asked as a store would be, of a snapshot that no database holds."""

from typing import Any

from graph.facts.facts import Fact, LinkKey, Ref
from graph.facts.records import Record
from graph.snapshot.days import as_of
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import Answer
from queries.asking.evidence import with_evidence
from queries.asking.service import named
from queries.asking.validation import must_exist, validated


class SnapshotOfFacts:
    """Facts as they are after the first run of a dataset called ``world``."""

    def __init__(self, *facts: Fact) -> None:
        self.snapshot = Snapshot.of_facts(facts, revision=1)
        self.records: dict[Ref | LinkKey, list[Record]] = {fact.key: [_record(fact)] for fact in facts}
        if len(self.records) != len(facts):
            raise ValueError("a snapshot of facts takes each thing and relation once")

    def ask(self, stem: str, **values: Any) -> Any:
        """The answer, with rows of any question's type."""
        question = named(stem)
        parameters = validated(question.parameters, stem, values)
        snapshot = as_of(self.snapshot, parameters.day)
        must_exist(snapshot, parameters.refers_to())
        found = question.find(snapshot, parameters)
        shown = found[parameters.offset : parameters.offset + parameters.limit]
        rows = with_evidence((question.explain(snapshot, each, parameters) for each in shown), self.records)
        said = parameters.model_dump(mode="json")
        of = {"parameters": said, "day": parameters.day, "revision": snapshot.revision}
        return Answer(stem=stem, total=len(found), rows=rows, **of)


def _record(fact: Fact) -> Record:
    said = fact.provenance
    return Record(
        key=fact.key, source=said.source, section=said.section, paraphrase=said.paraphrase, evidence=said.evidence,
        dataset="world", place=said.place or "", run=1,
    )  # fmt: skip
