"""CSV files: one per kind, named as it, and one for relations."""

from pathlib import PurePosixPath

from graph.facts.places import Place
from graph.language.words import N_
from loaders.files import csv_rows
from loaders.sources.register.columns import headings, titles
from loaders.sources.register.drafts import Drafts
from loaders.sources.register.headings import RELATIONS
from loaders.sources.register.older_names import OlderNames
from loaders.sources.register.tables import read_table


def read_csv(text: str, file: str, drafts: Drafts) -> None:
    """Add what the file says to `drafts`."""
    stem = OlderNames(drafts.warnings).title(PurePosixPath(file).stem, Place(file))
    if stem.casefold() not in titles():
        drafts.problems.add(
            Place(file),
            N_('"{value}" is not a kind of thing: name the file as the kind that it holds.'),
            value=stem,
            among=[*(k.__name__ for k in titles().values() if k), RELATIONS],
        )
        return
    kind = titles()[stem.casefold()]
    rows = csv_rows.read_csv(text, file, set(headings(kind)), drafts.problems)
    if (first := next(rows, None)) is not None:
        line, header = first
        named = [(each, each.strip() or str(index + 1)) for index, each in enumerate(header)]
        read_table(kind, named, rows, Place(file, line), drafts)
