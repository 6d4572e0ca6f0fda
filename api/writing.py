"""Who may write: on this machine anybody; where others reach the server, only whom the settings allow, in words."""

import logging

from starlette.requests import HTTPConnection

from graph.errors import ReadOnlyError
from graph.language.words import N_
from graph.settings import Settings

UNNAMED = "unnamed"
LONGEST_NAME = 100
READ_ONLY = N_(
    "Nothing is saved or deleted here: others than this machine reach the server, and nobody said who may write. "
    "Whoever runs it allows it with --trust-header NAME, where a proxy signs people in, or with --anyone-may-write."
)
NOT_SIGNED_IN = N_(
    "Nothing is saved or deleted by somebody who is not signed in: the proxy did not give a name in {header}. Sign in."
)
log = logging.getLogger("samband.writes")


class Writer:
    """Whoever sent a request, as one who wants to write."""

    def __init__(self, request: HTTPConnection) -> None:
        self._settings: Settings = request.app.state.settings
        self._from = request.client.host if request.client else "?"
        header = self._settings.samband_trust_header
        self._name = request.headers.get(header, "").strip() if header else ""

    def allowed(self) -> str:
        """The name that a write is recorded under.

        Raises:
            ReadOnlyError: they may not write; says what would allow it.
        """
        if refusal := self.refusal():
            log.warning("Refused to write for %s from %s", UNNAMED, self._from)
            raise refusal
        if self._name:
            return "".join(letter if letter.isprintable() else "?" for letter in self._name)[:LONGEST_NAME]
        return UNNAMED

    def refusal(self) -> ReadOnlyError | None:
        """Why they may not write, and what would allow it; None where they may."""
        header = self._settings.samband_trust_header
        if self._name or self._settings.samband_anyone_may_write or (self._settings.alone and not header):
            return None
        return ReadOnlyError(NOT_SIGNED_IN, header=header) if header else ReadOnlyError(READ_ONLY)

    def wrote(self, what: str) -> None:
        """Put what was written into the log, with who and from where."""
        log.info("%s, by %s from %s", what, self.allowed(), self._from)
