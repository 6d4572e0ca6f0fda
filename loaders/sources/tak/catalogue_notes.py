"""What was noted of a catalogue when it was read, as facts: so that it can be asked for, and goes when it is mended."""

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.facts.facts import Fact, LinkFact, Provenance, ThingFact
from graph.facts.places import ListRows
from graph.language.words import N_
from graph.ontology.kinds import CatalogueNote
from graph.ontology.ontology import ONTOLOGY
from graph.ontology.vocabulary import NoteReason
from loaders.files.problem import Problem
from loaders.sources.tak.addressing_catalogue import Catalogue
from loaders.sources.tak.contract_names import cut, entry_id

LONGEST_SAID = 1_000
REFERS_TO = ONTOLOGY.sides(CatalogueNote)["refers_to"].relation


def notes(catalogue: Catalogue, file: str) -> Iterator[Fact]:
    """A note of each row that was set aside, with why and what is written there, and of each list without rows."""
    taken: Counter[str] = Counter()
    for row in catalogue.aside:
        fields = dict.fromkeys(str(each.values["field"]) for each in row.faults if "field" in each.values)
        raw = [repr(each.raw) for each in row.faults if each.raw is not None]
        note = _note(file, row.place, [each.reason for each in row.faults], fields, "; ".join(raw), taken)
        yield note
        said = Provenance(file, place=str(row.place))
        yield from (LinkFact(note.key, REFERS_TO, other, {}, said) for other in dict.fromkeys(row.refers_to))
    for place, reason in catalogue.without_rows:
        yield _note(file, place, [reason], (), "", taken)


def warnings(catalogue: Catalogue) -> list[Problem]:
    """What is wrong with each row that was set aside."""
    aside = N_("{problem} Nothing needs the row: it is set aside, and samband ask addressing-findings lists it.")
    return [
        Problem(row.place, aside, {"problem": Problem("", each.text, each.values)})
        for row in catalogue.aside
        for each in row.faults
    ]


def _note(
    file: str, place: ListRows, reasons: list[NoteReason], fields: Iterable[str], raw: str, taken: Counter[str]
) -> ThingFact:
    id = entry_id(str(place))
    taken[id] += 1
    if taken[id] > 1:
        id = f"{id} #{taken[id]}"
    stated = {
        "id": id, "name": cut(place.say("en")), "name_sv": cut(place.say("sv")),
        "reasons": list(dict.fromkeys(each.value for each in reasons)), "in_fields": list(fields) or None,
    }  # fmt: skip
    kept = {name: value for name, value in stated.items() if value is not None}
    return ThingFact(CatalogueNote, id, kept, Provenance(file, paraphrase=raw[:LONGEST_SAID] or None, place=str(place)))
