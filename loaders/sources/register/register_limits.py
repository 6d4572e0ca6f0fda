"""What a register allows of its files."""

from graph.language.words import N_
from loaders.files.file_limits import FileLimits

WORKBOOKS = frozenset((".xlsx", ".xlsm"))
READ = frozenset((".yaml", ".yml", ".csv", *WORKBOOKS))
NOT_READ = frozenset((".xls", ".xlsb", ".ods", ".numbers", ".tsv"))
"""Tables as people may save them; a file that is passed over in silence would be missed in the map."""
LIMITS = FileLimits(
    largest=200 * 1024 * 1024,
    deepest=12,
    most_values=200 * 1024 * 1024,
    too_large=N_("The file is larger than {most} MB. Divide it into several."),
    too_deep=N_("Too many levels inside each other; a register has at most five."),
)
"""Its size is the bound on its values, as no alias multiplies them."""
