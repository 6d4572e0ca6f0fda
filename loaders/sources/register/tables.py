"""The rows of a table, CSV or sheet, as things and relations."""

from collections.abc import Iterable

from graph.facts.facts import Properties
from graph.facts.places import Place
from graph.language.words import N_
from graph.ontology.declaration import Kind
from loaders.files.cells_and_problems import Cell, TableRow
from loaders.files.number_formats import FormattedNumber
from loaders.files.workbook_reading import note_unseen
from loaders.runs.field_values import WrongValueError
from loaders.sources.register.cells import blank, items
from loaders.sources.register.columns import Column, ColumnPlan, headings, plan
from loaders.sources.register.drafts import Drafts, LinkDraft, OthersDraft, ThingDraft
from loaders.sources.register.headings import ID, NAME, OWN_FIELDS
from loaders.sources.register.loose import loose_draft
from loaders.sources.register.manifest import with_source
from loaders.sources.register.older_names import OlderNames
from loaders.sources.register.provenance import Ground, ground


def read_table(
    kind: type[Kind] | None, header: list[tuple[str, str]], rows: Iterable[TableRow], place: Place, drafts: Drafts
) -> None:
    """Add the rows of a table of `kind`, or of relations, whose header stands at `place`."""
    older = OlderNames(drafts.warnings)
    table = _Table(kind, plan(kind, older.header(kind, header, place), place, drafts.problems), place, drafts)
    if kind is not None and not any(column.key == ID for column, _ in table.plan.fields):
        drafts.problems.add(place, N_("The table has no column {field}."), field=ID)
        return
    columns = {column.position: column.key for column in table.plan.named()}
    for line, cells in older.rows(kind, columns, rows, place):
        table.row(line, cells)


class _Table:
    def __init__(self, kind: type[Kind] | None, made: ColumnPlan, place: Place, drafts: Drafts) -> None:
        self.plan, self._kind = made, kind
        self._place, self._drafts, self._problems = place._replace(line=0), drafts, drafts.problems
        self._ground = with_source(drafts.ground, place.file)
        self._grounds: dict[tuple[str, ...], Ground] = {}
        self._named, self._headings = made.named(), headings(kind)

    def row(self, line: int, cells: list[str]) -> None:
        """One row; an empty one says nothing."""
        width = self.plan.width
        place = Place(self._place.file, line, "", self._place.sheet)
        if len(cells) < width:
            cells = cells + [""] * (width - len(cells))
        elif len(cells) > width and place.sheet:
            self._problems.add(place, N_('"{value}" stands in a column without a heading.'), value=cells[-1])
        elif len(cells) > width and not all(map(blank, cells[width:])):
            self._problems.add(
                place,
                N_("The row has {found} cells, but the header has {wanted}. Is a text with a separator not in quotes?"),
                found=len(cells),
                wanted=width,
            )
            return
        if all(map(blank, cells)):
            return
        if place.sheet:
            cells = self._as_seen(place, cells)
        if self._is_header(cells):
            self._problems.add(place, N_("The headings stand here once more. Take the row out."))
            return
        for column in self.plan.unnamed:
            if not blank(cells[column.position]):
                self._problems.add(
                    place._replace(column=column.label),
                    N_('"{value}" stands in a column without a heading.'),
                    value=cells[column.position],
                )
        if self._kind is not None:
            self._thing(self._kind, place, cells)
        else:
            self._loose(place, cells)

    def _as_seen(self, place: Place, cells: list[str]) -> list[str]:
        """The cells of a sheet as plain texts; where a text is needed and people see another, that is noted."""
        if {*map(type, cells)} == {str}:
            return cells
        fields = {column.key: convert.attribute for column, convert in self.plan.fields} if self._kind else OWN_FIELDS
        for column in self._named:
            cell, field = cells[column.position], fields.get(column.key)
            if isinstance(cell, FormattedNumber) and not (
                field and (field.is_day if cell.is_day else field.type in (int, float))
            ):
                note_unseen(cell, place._replace(column=column.label), self._problems)
        return [*map(str, cells)]

    def _is_header(self, cells: list[str]) -> bool:
        """Whether each cell is the name of its column, in either language."""
        found = 0
        for column in self._named:
            if text := cells[column.position].strip():
                if self._headings.get(text, self._headings.get(text.casefold())) != column.key:
                    return False
                found += 1
        return found > 1

    def _thing(self, kind: type[Kind], place: Place, cells: list[str]) -> None:
        fields: Properties = {}
        refused: set[str] = set()
        for (position, key, label), convert in self.plan.fields:
            text = cells[position]
            if not text or text.isspace():
                continue
            try:
                if not convert.many:
                    value = convert.seen.get(text)
                    fields[key] = convert(text) if value is None else value
                elif values := [convert(each) for each in items(text)]:
                    fields[key] = values
            except WrongValueError:
                refused.add(key)
                at = place._replace(column=label)
                for each in items(text) if convert.many else [text]:
                    convert.read(Cell(each, at), self._problems)
        for name in (ID, NAME):
            if name not in fields and name not in refused:
                self._problems.add(
                    place, N_("{kind} has no {field} here; every thing needs one."), kind=kind.__name__, field=name
                )
        identity = fields.get(ID, "")
        stated = self._stated(place, cells)
        self._drafts.things.append(ThingDraft(kind, identity, fields, stated, place))
        written = [
            OthersDraft(side, items(text), Place(place.file, place.line, label, place.sheet))
            for (position, _, label), side in self.plan.sides
            if (text := cells[position]) and not text.isspace()
        ]
        if written:
            self._drafts.links.append(LinkDraft(kind, identity, written, {}, stated, place))

    def _loose(self, place: Place, cells: list[str]) -> None:
        ends = self._cells(self.plan.ends, place, cells)
        fields: dict[str, Cell | list[Cell]] = dict(self._cells(self.plan.own, place, cells))
        draft = loose_draft(ends, fields, self._stated(place, cells), place, self._problems)
        if draft is not None:
            self._drafts.loose.append(draft)

    def _cells(self, columns: list[Column], place: Place, cells: list[str]) -> dict[str, Cell]:
        return {
            column.key: Cell(cells[column.position], place._replace(column=column.label))
            for column in columns
            if not blank(cells[column.position])
        }

    def _stated(self, place: Place, cells: list[str]) -> Ground:
        if not self.plan.grounds:
            return self._ground
        key = tuple(cells[column.position] for column in self.plan.grounds)
        found = self._grounds.get(key)
        if found is None:
            before = len(self._problems.found)
            found = ground(self._cells(self.plan.grounds, place, cells), self._problems).under(self._ground)
            if len(self._problems.found) == before and len(self._grounds) < 10_000:
                self._grounds[key] = found
        return found
