"""A relation that is written by itself: what it must say."""

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Cell, Problems
from loaders.sources.register.drafts import LooseDraft
from loaders.sources.register.headings import ENDS, FROM, RELATION, TO, WAYS, ways
from loaders.sources.register.provenance import Ground


def loose_draft(
    ends: dict[str, Cell], fields: dict[str, Cell | list[Cell]], stated: Ground, place: Place, problems: Problems
) -> LooseDraft | None:
    """A relation written by itself, or None after noting what it lacks."""
    missing = [name for name in ENDS if name not in ends]
    if missing:
        problems.add(place, N_("The relation here lacks: {missing}."), missing=", ".join(missing))
        return None
    word = ends[RELATION]
    found = ways(word.text.strip())
    if found is None:
        problems.add(word.place, N_('"{value}" is not the name of a relation.'), value=word.text, among=WAYS)
        return None
    return LooseDraft(ends[FROM], found, ends[TO], fields, stated, place)
