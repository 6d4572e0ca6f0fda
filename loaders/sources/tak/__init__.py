"""The addressing catalogue (tjänsteadresseringskatalog, TAK) as it is exported in JSON, in both of its shapes.

The newer shape refers by number, the older one by HSA id, namespace, address and profile; the same content gives the
same facts. A day is taken as the time is written, and a last day counts. What is written oddly but can be read is
read and marked; a row that cannot be is set aside and noted, and where something needs it, nothing of the file is
loaded. Who made the export, and the comment, are not kept: they may name a person. The dataset is called as the file,
so call the file as the platform from one export to the next.
"""

from pathlib import Path

from graph.language.words import Words
from graph.snapshot.gc_control import no_collection
from loaders.files.cells_and_problems import Problems
from loaders.files.folder import FolderFile, content, digest
from loaders.sources.contract import Dataset, Known, Reading
from loaders.sources.tak.addressing_catalogue import Catalogue
from loaders.sources.tak.catalogue_facts import stated
from loaders.sources.tak.catalogue_notes import warnings
from loaders.sources.tak.envelope import LIMITS, opened, recognised


class Tak:
    """The source of addressing catalogues."""

    name = "tak"
    about = Words(
        "the export of an addressing catalogue (TAK, a JSON file)",
        "en export av en tjänsteadresseringskatalog (TAK, en JSON-fil)",
    )

    def recognises(self, path: Path) -> bool:
        """True for a JSON file that begins like an addressing catalogue."""
        return recognised(path)

    def read(self, path: Path, known: Known) -> Reading:
        """Read `path` whole."""
        problems = Problems()
        dataset = Dataset.named_after(path.stem)
        with no_collection():
            data = content(FolderFile(path.name, path), LIMITS, problems)
            if data is None:
                return Reading(dataset, "", [], problems.found)
            envelope = opened(data, path.name, problems)
            catalogue = Catalogue(envelope, problems) if envelope else None
            facts = stated(catalogue, path.name, problems) if catalogue else []
        mark, found = digest([(path.name, data)]), problems.found
        if found or catalogue is None:
            return Reading(dataset, mark, [], found)
        return Reading(dataset, mark, facts, [], warnings(catalogue))


SOURCE = Tak()
