"""Excel workbooks: one sheet per kind, one for relations, one for what the register says of itself."""

from openpyxl.utils import get_column_letter as letter

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files.cells_and_problems import Cell, TableRow
from loaders.files.number_formats import FormattedNumber
from loaders.files.workbook_reading import Sheet, note_unseen, sheets
from loaders.sources.register.columns import titles
from loaders.sources.register.drafts import Drafts
from loaders.sources.register.headings import GUIDE, LISTS, REGISTER, RELATIONS
from loaders.sources.register.manifest import TRUST, Manifest, read_manifest
from loaders.sources.register.older_names import OlderNames
from loaders.sources.register.register_limits import LIMITS
from loaders.sources.register.tables import read_table

IGNORED = {GUIDE.casefold(), LISTS.casefold()}


def read_workbook(data: bytes, file: str, manifest: Manifest, drafts: Drafts) -> None:
    """Add what the workbook says to `drafts`."""
    with sheets(data, file, LIMITS, drafts.problems) as found:
        _read(found, manifest, drafts)


def _read(found: list[Sheet], manifest: Manifest, drafts: Drafts) -> None:
    wanted = [sheet for sheet in found if sheet.title.strip().casefold() not in IGNORED]
    for sheet in sorted(wanted, key=lambda each: each.title.strip().casefold() != REGISTER.casefold()):
        place = sheet.place
        title = OlderNames(drafts.warnings).title(sheet.title, place).strip().casefold()
        if title.startswith("_"):
            continue
        written = sheet.rows(drafts.problems)
        first = next(written, None)
        if first is None:
            continue
        line, cells = first
        for area in sheet.merged():
            drafts.problems.add(
                place, N_("The cells {area} are merged. Unmerge them, and write the value in each."), area=area
            )
        if sheet.hidden:
            text = N_("The sheet is hidden, and read all the same. Show it, or begin its name with _ to leave it out.")
            drafts.warnings.add(place, text)
        if title == REGISTER.casefold():
            _manifest([first, *written], place, manifest, drafts)
        elif title in titles():
            header = [(heading, letter(index)) for index, heading in enumerate(cells, 1)]
            read_table(titles()[title], header, written, place._replace(line=line), drafts)
        else:
            drafts.problems.add(
                place,
                N_(
                    '"{value}" is not a kind of thing. Name the sheet as one, or begin its name with _ to leave it out.'
                ),
                value=sheet.title,
                among=[*(kind.__name__ for kind in titles().values() if kind), RELATIONS, REGISTER],
            )


def _manifest(written: list[TableRow], place: Place, manifest: Manifest, drafts: Drafts) -> None:
    said = []
    for line, cells in written:
        if len(cells) > 1 and cells[0].strip() and cells[1].strip():
            if isinstance(cells[1], FormattedNumber) and cells[0].strip() != TRUST:
                note_unseen(cells[1], place._replace(line=line, column="B"), drafts.problems)
            said.append(
                (
                    Cell(cells[0].strip(), place._replace(line=line, column="A")),
                    Cell(cells[1], place._replace(line=line, column="B")),
                )
            )
    read_manifest(said, place, manifest, drafts)
