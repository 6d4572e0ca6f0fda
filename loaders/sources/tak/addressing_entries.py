"""What calls the parts of a catalogue: permissions and routes."""

from dataclasses import dataclass, field

from graph.facts.places import ListRows
from graph.ontology.vocabulary import Irregularity
from loaders.sources.tak.answering_addresses import AnsweringAddress
from loaders.sources.tak.parts import CataloguePart
from loaders.sources.tak.row_values import Written


@dataclass
class AddressingEntry:
    """A permission or a route."""

    place: ListRows
    system: CataloguePart
    contract: CataloguePart | None
    address: CataloguePart | None
    since: str | None = None
    until: str | None = None
    agreement: str | None = None
    url: str | None = None
    profile: CataloguePart | None = None
    narrowed: tuple[str, ...] = ()
    odd: set[str] = field(default_factory=set)
    marks: set[Irregularity] = field(default_factory=set)

    def see(self, text: Written | None) -> None:
        """Note a text that is written with something around or in it."""
        if text and text.odd:
            self.marks.add(Irregularity.SPACES)
            self.odd.add(text.raw)


def entry_to(
    where: AnsweringAddress, place: ListRows, contract: CataloguePart | None, address: CataloguePart | None,
    system: CataloguePart,
) -> AddressingEntry:  # fmt: skip
    """The route that goes there."""
    entry = AddressingEntry(place, system, contract, address, url=where.url.text, profile=where.profile)
    entry.see(where.url)
    return entry
