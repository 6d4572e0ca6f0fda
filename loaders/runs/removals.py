"""The floor under removals: a source that says much less than before has most often lost something."""

from collections import Counter
from collections.abc import Iterable, Mapping

from graph.errors import RunError
from graph.facts.facts import FactKey, Ref
from graph.language.words import N_, Language, Words, say
from graph.ontology.ontology import ONTOLOGY
from loaders.sources.contract import Dataset

FEW = 20
"""So many of a sort may always go."""
SHARE = 10
"""Beyond that, one in so many."""
_ROW = N_("{sort}: {gone} of {before} would go")


class RemovalsError(RunError):
    """Much that the dataset said before is gone; nothing was written."""

    def __init__(self, dataset: Dataset, gone: Mapping[str, int], before: Mapping[str, int]) -> None:
        text = N_(
            "{dataset} says much less than before, and nothing was loaded. If that is right, load it again with "
            "--allow-removals; --dry-run names what would go."
        )
        super().__init__(text, dataset=dataset.id)
        self.gone, self.before = gone, before

    def say(self, language: Language) -> str:
        """How much of each sort would go, the most first; then what to do."""
        rows = sorted(self.gone, key=lambda sort: (-self.gone[sort], sort))
        told = [
            say(_ROW, language, sort=called(each).say(language), gone=self.gone[each], before=self.before[each])
            for each in rows
        ]
        return "\n".join([*told, super().say(language)])


def called(sort: str) -> Words:
    """What things of a kind, or relations of a name, are called."""
    kind = ONTOLOGY.kinds.get(sort)
    return kind.words if kind else ONTOLOGY.relations[sort].forward


def removals(dataset: Dataset, before: Mapping[str, int], gone: Iterable[FactKey]) -> RemovalsError | None:
    """What refuses a load by which more than a tenth of the dataset's things go, or of its relations of one sort."""
    lost = Counter(each.kind if isinstance(each, Ref) else each.relation for each in gone)
    relations = any(_too_many(lost[sort], before[sort]) for sort in lost.keys() & ONTOLOGY.relations)
    if relations or _too_many(_things(lost), _things(before)):
        return RemovalsError(dataset, lost, before)
    return None


def _things(counts: Mapping[str, int]) -> int:
    return sum(counts[sort] for sort in counts.keys() & ONTOLOGY.kinds)


def _too_many(gone: int, before: int) -> bool:
    return gone > FEW and gone * SHARE > before
