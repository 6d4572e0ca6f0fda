"""All formats that can be loaded, found by their files: every file and folder beside this one with a `SOURCE`."""

import importlib
import pkgutil
from functools import cache
from pathlib import Path

import loaders
from graph.errors import RegisterError
from graph.language.words import LANGUAGES, N_, Words
from loaders.files.folder import NOT_NAMED, named, shown_name
from loaders.files.problem import Problem
from loaders.sources.contract import Source, SourceError, checked

BUNDLED = [
    Path(loaders.__file__).parent / "bundled" / name for name in ("reference", "case-vgr", "case-vgr-illustrative")
]
"""The registers that come with the program, in the order to load them."""
BESIDE = ("contract", "formats")
"""The files here that are about all sources, and no source themselves."""


@cache
def sources() -> dict[str, Source]:
    """Every format by its name.

    Raises:
        SourceError: a file is no source, or two are of one name.
    """
    package = __name__.rpartition(".")[0]
    every: dict[str, Source] = {}
    for found in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if found.name not in BESIDE:
            module = f"{package}.{found.name}"
            source = checked(module, getattr(importlib.import_module(module), "SOURCE", None))
            if source.name in every:
                raise SourceError(f"{module}: another source is called {source.name!r}; give it a name of its own")
            every[source.name] = source
    return every


def recognised(path: Path) -> Source:
    """The format of `path`.

    Raises:
        RegisterError: there is nothing at `path`, or no format recognises it.
    """
    if not path.exists():
        raise RegisterError(N_("There is nothing at {path}. Check the spelling."), path=path)
    if not named(path.resolve().name):
        raise RegisterError("{problem}", problem=Problem(shown_name(path.resolve().name), NOT_NAMED))
    for source in sources().values():
        if source.recognises(path):
            return source
    known = Words(*("; ".join(each.about.say(language) for each in sources().values()) for language in LANGUAGES))
    raise RegisterError(N_("{path} cannot be loaded. What can be: {known}."), path=path, known=known)


sources()  # a file that is no source stops the program when it is imported, and not in the middle of a load
