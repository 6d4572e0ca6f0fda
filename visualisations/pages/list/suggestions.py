"""What fits the beginning of an id or a name that is being written."""

from graph.facts.facts import name_of
from graph.language.words import Language
from queries.asking.snapshots import Snapshots
from visualisations.pages.frame.carrying import carried
from visualisations.pages.frame.fitting import Of
from visualisations.pages.list.finding import things_found
from visualisations.pages.thing.known import known_kind

SUGGESTED = 20


async def suggestions(snapshots: Snapshots, kind: str, text: str, language: Language, of: Of) -> list[tuple[str, str]]:
    """Ids and names of the first things of a kind that have every word of `text`, of a day and a scenario.

    Raises:
        UnknownThingError: there is no such kind.
        QuestionError: there is no such day or scenario.
    """
    known = known_kind(kind, language)
    seen = await carried(snapshots, of, known.plural)
    found, _ = await things_found(seen.snapshot, known, text)
    return [(node.id, name_of(node.id, node.fields).say(language)) for node in found[:SUGGESTED]]
