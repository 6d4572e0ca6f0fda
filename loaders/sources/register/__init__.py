"""The register: YAML folders, CSV folders and Excel workbooks that people write by hand."""

from pathlib import Path

from graph.language.words import Words
from loaders.sources.contract import Known, Reading
from loaders.sources.register.recognition import recognised
from loaders.sources.register.register_reading import read


class Register:
    """The source of registers."""

    name = "register"
    about = Words(
        "a register (a workbook, a YAML or CSV file, or a folder of these; see 'samband template')",
        "ett register (en arbetsbok, en YAML- eller CSV-fil, eller en mapp med sådana; se 'samband template')",
    )

    def recognises(self, path: Path) -> bool:
        """True for a folder, workbook or text file that begins like a register."""
        return recognised(path)

    def read(self, path: Path, known: Known) -> Reading:
        """Read `path` whole."""
        return read(path, known)


SOURCE = Register()
