"""All formats that can be loaded, found by their files: every file and folder beside this one with a `SOURCE`."""

import importlib
import pkgutil
from functools import cache
from pathlib import Path

import loaders
from graph.errors import RegisterError
from graph.language.words import LANGUAGES, N_, Words
from loaders.sources.contract import Source

BUNDLED = [
    Path(loaders.__file__).parent / "bundled" / name for name in ("reference", "case-vgr", "case-vgr-illustrative")
]
"""The registers that come with the program, in the order to load them."""


@cache
def sources() -> dict[str, Source]:
    """Every format by its name."""
    package = __name__.rpartition(".")[0]
    modules = [
        importlib.import_module(f"{package}.{found.name}")
        for found in pkgutil.iter_modules([str(Path(__file__).parent)])
    ]
    return {module.SOURCE.name: module.SOURCE for module in modules if hasattr(module, "SOURCE")}


def recognised(path: Path) -> Source:
    """The format of `path`.

    Raises:
        RegisterError: there is nothing at `path`, or no format recognises it.
    """
    if not path.exists():
        raise RegisterError(N_("There is nothing at {path}. Check the spelling."), path=path)
    for source in sources().values():
        if source.recognises(path):
            return source
    known = Words(*("; ".join(each.about.say(language) for each in sources().values()) for language in LANGUAGES))
    raise RegisterError(N_("{path} cannot be loaded. What can be: {known}."), path=path, known=known)
