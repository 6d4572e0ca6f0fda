"""XML as elements: no document type, no entities, and within bounds."""

from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from graph.facts.places import Place
from graph.language.system_errors import of_parser
from graph.language.words import N_
from loaders.files.cells_and_problems import Problems, shown
from loaders.files.excess import note_depth, note_values
from loaders.files.file_limits import FileLimits

CHUNK = 256 * 1024


def read_xml(data: bytes, file: str, limits: FileLimits, problems: Problems) -> Element | None:
    """The outermost element of `data`, whose encoding XML itself says; or None after noting why it cannot be read."""
    parser = DefusedXMLParser(target=_Bounded(limits), forbid_dtd=True)
    try:
        for start in range(0, len(data), CHUNK):
            parser.feed(data[start : start + CHUNK])
        root: Element = parser.close()
    except DefusedXmlException:
        problems.add(
            Place(file), N_("The XML declares a document type or entities, which can do harm. It is not read.")
        )
    except _TooDeepError:
        note_depth(Place(file), limits, problems)
    except _TooManyError:
        note_values(Place(file), limits, problems)
    except ParseError as error:
        line, column = error.position
        problems.add(
            Place(file, line, str(column + 1)),
            N_(
                "The file is not correct XML from here on ({reason}). It may be cut short or wrongly encoded: "
                "fetch it again, whole."
            ),
            reason=of_parser(shown(str(error).partition(":")[0])),
        )
    except (LookupError, ValueError):
        problems.add(Place(file, 1), N_("The encoding that the XML names is not known. Save it as UTF-8."))
    else:
        return root
    return None


class _TooDeepError(Exception):
    """Elements inside each other beyond what is read."""


class _TooManyError(Exception):
    """Elements beyond what is read."""


class _Bounded(TreeBuilder):
    """Builds the tree, within bounds."""

    def __init__(self, limits: FileLimits) -> None:
        super().__init__()
        self._limits = limits
        self._depth = self._elements = 0

    def start(self, tag: Any, attrs: Any, /) -> Element:
        self._depth += 1
        self._elements += 1
        if self._depth > self._limits.deepest:
            raise _TooDeepError
        if self._elements > self._limits.most_values:
            raise _TooManyError
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> Element:
        self._depth -= 1
        return super().end(tag)
