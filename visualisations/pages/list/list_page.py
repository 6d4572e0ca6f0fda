"""Lists of things: what a search finds, and all of a kind."""

from dataclasses import dataclass

from rapidfuzz import process

from graph.database import thing_lists
from graph.database.names import NAMES
from graph.database.store import Store
from graph.facts.merged_view import Thing
from graph.language.collation import fold, sort_key
from graph.language.words import Language
from graph.ontology.declaration import Kind
from visualisations.pages.thing.fact_rows import Standing, standing
from visualisations.pages.thing.known import known_kind
from visualisations.wording.cell_wording import Part

PAGE = 50


@dataclass(frozen=True)
class ListedThing:
    """One thing of a list."""

    thing: Part
    kind: type[Kind]
    description: str
    made_up: Standing


@dataclass(frozen=True)
class ListPage:
    """A list of things, and how much of the whole it is."""

    text: str
    kind: type[Kind] | None
    rows: tuple[ListedThing, ...]
    total: int
    offset: int
    revision: int
    near: tuple[str, ...] = ()
    """Names much like the text, where nothing was found."""

    @property
    def illustrative(self) -> bool:
        """Whether anything shown is made up as an example."""
        return any(row.made_up != "not" for row in self.rows)


async def search_page(store: Store, text: str, offset: int, language: Language) -> ListPage:
    """The things whose id, names or description hold every word of `text`."""
    words = fold(text).split()
    if not words:
        return ListPage(text, None, (), 0, 0, await store.revision())
    revision, rows = await store.read_whole(
        thing_lists.SEARCH, words=words, key=sort_key(" ".join(text.split())), offset=offset, limit=PAGE
    )
    near = () if rows[0]["total"] else await _near(store, text)
    return ListPage(text, None, _found(rows[0]["shown"], language), rows[0]["total"], offset, revision, near)


async def kind_page(store: Store, kind: str, text: str, offset: int, language: Language) -> ListPage:
    """The things of a kind, those with every word of `text` where it is given.

    Raises:
        UnknownThingError: there is no such kind.
    """
    known = known_kind(kind, language)
    revision, rows = await store.read_whole(
        thing_lists.listed(known), words=fold(text).split(), offset=offset, limit=PAGE
    )
    return ListPage(text, known, _found(rows[0]["shown"], language), rows[0]["total"], offset, revision)


def _found(things: list[Thing], language: Language) -> tuple[ListedThing, ...]:
    return tuple(
        ListedThing(
            thing=Part(thing.name(language), thing.key),
            kind=known_kind(thing.kind, language),
            description=str(thing.fields.get("description", "")),
            made_up=standing(thing),
        )
        for thing in things
    )


async def _near(store: Store, text: str) -> tuple[str, ...]:
    rows = await store.read(NAMES)
    names = list(dict.fromkeys(name for row in rows for name in (row["name"], row["name_sv"]) if name))
    return tuple(name for name, _, _ in process.extract(text, names, processor=fold, score_cutoff=70, limit=5))
