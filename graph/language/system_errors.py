"""What the operating system and parsers say in English, in the reader's language; what is not known, as they say it."""

import errno
import re
from collections.abc import Mapping

from graph.language.words import N_, Message

SYSTEM: Mapping[int, str] = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("permission is denied"), errno.EPERM: N_("permission is denied"),
    errno.EISDIR: N_("it is a folder"), errno.ENOTDIR: N_("a part of the path is a file"),
    errno.EEXIST: N_("it exists already"), errno.ENOTEMPTY: N_("the folder is not empty"),
    errno.ENOSPC: N_("the disk is full"), errno.EROFS: N_("it can only be read"),
    errno.ENAMETOOLONG: N_("the name is too long"), errno.ELOOP: N_("its links lead round"),
    errno.EADDRINUSE: N_("something else uses it"), errno.EADDRNOTAVAIL: N_("this machine has no such address"),
    errno.EMFILE: N_("too many files are open"), errno.EBUSY: N_("something else uses it"),
}  # fmt: skip
ENDS, COLON, VALUE = N_("the file ends too early"), N_("a colon is missing"), N_("a value is missing")
SIGN, AFTER = N_("a character that cannot stand there"), N_("something follows after the end")
ESCAPE, REFERENCE = N_("a backslash before what it cannot stand before"), N_("a reference to what is not named")
PARSERS = tuple(
    (re.compile(pattern), text)
    for pattern, text in {
        "mapping (values|keys) are not allowed": N_("a colon stands where none can"),
        "find expected ':'|Expecting ':'": COLON,
        "Expecting ',' delimiter": N_("a comma is missing"),
        "expected ',' or [']": N_("a comma or a closing bracket is missing"),
        "expected key|expected <block end>": N_("the line does not belong where it stands"),
        "sequence entries are not allowed|'-' indicator": N_("a hyphen is missing, or stands where none can"),
        "unexpected end of (stream|data)|no element found|unclosed token|unclosed CDATA": ENDS,
        "tab character": N_("a tab stands where only spaces can"),
        "escape|^Invalid \\\\": ESCAPE,
        "undefined (alias|entity|tag handle)|unbound prefix": REFERENCE,
        "occurrence|duplicate attribute": N_("the same name stands twice"),
        "node content|Expecting value": VALUE,
        "incompatible YAML": N_("another version of YAML"),
        "document start|another document|document indicator": N_("a second document begins"),
        "cannot start any token|not well-formed|syntax error|Invalid control|line break|indicators": SIGN,
        "property name": N_("a name in double quotes is missing"),
        "Extra data|junk after|expected after": AFTER,
        "Unterminated": N_("a quote is not closed"),
        "trailing comma": N_("a comma too many"),
        "mismatched tag": N_("an element is closed under another name"),
        "field limit": N_("a cell is too long"),
        "constructor for the tag": N_("a tag (!) that is not read"),
        "unhashable key": N_("a list stands where a name should"),
        "acceptable character|control characters": N_("a character that cannot be shown or stored"),
        "encoding": N_("the encoding is not the one that is stated"),
    }.items()
)  # fmt: skip


def of_system(error: OSError) -> Message | str:
    """Why the operating system refused."""
    text = SYSTEM.get(error.errno or 0)
    return Message(text, {}) if text else error.strerror or str(error)


def of_parser(said: str) -> Message | str:
    """What a parser of YAML, JSON, XML or CSV says is wrong."""
    return next((Message(text, {}) for pattern, text in PARSERS if pattern.search(said)), said)
