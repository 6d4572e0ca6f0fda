"""Kinds and things by their names, and what to say when there are none."""

from rapidfuzz import process

from graph.errors import UnknownThingError
from graph.facts.facts import Ref
from graph.language.words import N_, Language, say
from graph.ontology.declaration import Kind
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.searching import id_like
from graph.snapshot.snapshot import Snapshot


def known_kind(name: str, language: Language) -> type[Kind]:
    """The kind called `name`.

    Raises:
        UnknownThingError: there is none.
    """
    if kind := ONTOLOGY.kinds.get(name):
        return kind
    near = process.extractOne(name, list(ONTOLOGY.kinds), score_cutoff=60)
    raise UnknownThingError(
        N_("There is no kind of thing called '{name}'. {hint}"),
        name=name,
        hint=_hint(near[0] if near else "", language),
    )


def unknown(snapshot: Snapshot, ref: Ref, kind: type[Kind], language: Language) -> UnknownThingError:
    """The error for a thing that the graph does not hold, with the nearest id that it does."""
    return UnknownThingError(
        N_("There is no {kind} with the id '{id}'. {hint}"),
        kind=kind.words.say(language).lower(), id=ref.id,
        hint=_hint(id_like(snapshot, ref.kind, ref.id), language),
    )  # fmt: skip


def _hint(near: str, language: Language) -> str:
    return say(N_("Did you mean '{near}'?"), language, near=near) if near else ""
