"""Who says it: what a row, a relation or a file states of its source, and what it takes over from what it stands in."""

from typing import NamedTuple

from graph.facts.facts import WRITTEN, Evidence, Provenance
from graph.ontology.declaration import LONGEST_TEXT, UNPRINTABLE
from loaders.files.cells_and_problems import Cell, Problems
from loaders.runs.field_values import NOT_A_CHOICE, NOT_PRINTABLE, TOO_LONG

SOURCE, SECTION, PARAPHRASE, EVIDENCE = COLUMNS = ("source", "section", "paraphrase", "evidence")


class Ground(NamedTuple):
    """On what a fact stands, as far as it is stated; the place comes with the fact."""

    source: str | None = None
    section: str | None = None
    paraphrase: str | None = None
    evidence: Evidence | None = None

    def under(self, outer: "Ground") -> "Ground":
        """This, completed by what it stands in.

        A section belongs to its source and a paraphrase to its section, so whoever states
        the one does not take over the other.
        """
        own_source, own_section = self.source is not None, self.section is not None
        return Ground(
            self.source if own_source else outer.source,
            self.section if own_section or own_source else outer.section,
            self.paraphrase if self.paraphrase is not None or own_source or own_section else outer.paraphrase,
            self.evidence or outer.evidence,
        )

    def at(self, place: str) -> Provenance:
        """The provenance of a fact read at `place`."""
        return Provenance(self.source or place, self.section, self.paraphrase, self.evidence or Evidence.STATED, place)


def ground(cells: dict[str, Cell], problems: Problems) -> Ground:
    """What the provenance columns in `cells` state."""
    stated: dict[str, str] = {}
    for name in (SOURCE, SECTION, PARAPHRASE):
        if cell := cells.get(name):
            if found := UNPRINTABLE.search(cell.text):
                problems.add(
                    cell.place,
                    NOT_PRINTABLE,
                    value=cell.text,
                    field=name,
                    code=f"U+{ord(found.group()):04X}",
                )
            elif len(cell.text) > LONGEST_TEXT:
                problems.add(
                    cell.place,
                    TOO_LONG,
                    value=cell.text,
                    field=name,
                    length=len(cell.text),
                    most=LONGEST_TEXT,
                )
            else:
                stated[name] = cell.text
    return Ground(**stated, evidence=evidence(cells.get(EVIDENCE), problems))


def evidence(cell: Cell | None, problems: Problems) -> Evidence | None:
    """The ground named in `cell`."""
    if cell is None:
        return None
    word = cell.text.strip()
    for each in WRITTEN:
        if word.casefold() in (each.value, each.words.en.casefold(), each.words.sv.casefold()):
            return each
    allowed = [each.value for each in WRITTEN]
    problems.add(
        cell.place,
        NOT_A_CHOICE,
        value=cell.text,
        among=allowed,
        field=EVIDENCE,
        allowed=", ".join(allowed),
    )
    return None
