"""The register: YAML folders, CSV folders and Excel workbooks that people write by hand."""

from pathlib import Path

from loaders.register.reading import read
from loaders.register.recognition import recognised
from loaders.source import Known, Reading


class Register:
    """The source of registers."""

    name = "register"

    def recognises(self, path: Path) -> bool:
        """True for a folder, workbook or text file that begins like a register."""
        return recognised(path)

    def read(self, path: Path, known: Known) -> Reading:
        """Read `path` whole."""
        return read(path, known)


SOURCE = Register()
