"""Finding things by words: in the id, a name or the description, in the order that people expect."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

from rapidfuzz import process

from graph.facts.facts import searched_text
from graph.language.collation import fold, sort_key
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot

LOOKED_THROUGH = 50_000
"""Things of which one may be meant by a name or an id that nothing has."""
NEAR_ENOUGH = 70
NEAR_ID = 60


class SearchedTexts:
    """The text that each thing of a snapshot is found by, made kind by kind when it is first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._things = snapshot.of_kind
        self._texts: dict[str, dict[str, str]] = {}

    def of(self, node: Node) -> str:
        """The text of one thing."""
        return self.of_kind(node.kind)[node.id]

    def of_kind(self, kind: str) -> Mapping[str, str]:
        """The texts of all things of a kind, by id, in dictionary order."""
        texts = self._texts.get(kind)
        if texts is None:
            nodes = self._things(kind)
            texts = self._texts[kind] = {id: searched_text(id, node.fields) for id, node in nodes.items()}
        return texts


def searched(snapshot: Snapshot, words: Sequence[str], kinds: Collection[str] | None = None) -> list[Node]:
    """The things in whose text every one of the `words`, which are folded, is found, in dictionary order."""
    texts = snapshot.once(SearchedTexts)
    found: list[Node] = []
    for kind in ONTOLOGY.kinds if kinds is None else kinds:
        things = snapshot.of_kind(kind)
        found += [
            things[id] for id, text in texts.of_kind(kind).items() if all(word in text for word in words)
        ]  # fmt: skip
    return sorted(found, key=lambda node: node.place)


def best_first(snapshot: Snapshot, text: str, found: Iterable[Node]) -> list[Node]:
    """What was found by `text`, in dictionary order, so that what is called so comes first.

    The one whose name it is, those of which a name or another name begins with the text, those with a word that does,
    those that have it inside.
    """
    texts = snapshot.once(SearchedTexts)
    start, line = sort_key(" ".join(text.split())), "\n" + " ".join(fold(text).split())
    inside = f" {start}"

    def rank(node: Node) -> int:
        if start not in node.sort_key:
            return 1 if line in texts.of(node) else 4
        if node.sort_key.startswith(start):
            return 0 if node.sort_key == start else 1
        return 1 if line in texts.of(node) else 2 if inside in node.sort_key else 3

    return sorted(found, key=rank)


def names_like(snapshot: Snapshot, text: str, most: int = 5) -> tuple[str, ...]:
    """Names of things that are much like the text, the most alike first."""
    known: dict[str, str] = {}
    for node in islice(snapshot, LOOKED_THROUGH):
        known.setdefault(str(node.fields.get("name") or node.id), node.sort_key)
        if swedish := node.field("name_sv"):
            known.setdefault(str(swedish), sort_key(str(swedish)))
    found = process.extract(sort_key(text), known, score_cutoff=NEAR_ENOUGH, limit=most)
    return tuple(name for _, _, name in found)


def id_like(snapshot: Snapshot, kind: str, id: str) -> str:
    """The id of a thing of the kind that is most like this one; empty where none is."""
    known = islice(snapshot.of_kind(kind), LOOKED_THROUGH)
    near = process.extractOne(fold(id), list(known), score_cutoff=NEAR_ID, processor=fold)
    return str(near[0]) if near else ""
