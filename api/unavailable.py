"""Why nothing can be answered just now, as readers are told: where the database is, and what it said, stays inside."""

from graph.errors import ChangingError, EngineError, EngineLostError, OntologyError
from graph.language.words import N_, Language, say

RETRY_SECONDS = 5
LOST = N_("The database does not answer. Try again in a minute; the server's log says more.")
REFUSED = N_("The database refused the work. The server's log says why.")
OUTGROWN = N_(
    "The graph is of another version of the program than this server. "
    "Whoever runs the server starts it again with that version."
)


def reason(error: EngineError, language: Language) -> str:
    """What keeps the answer, in a sentence."""
    if isinstance(error, ChangingError):
        return error.say(language)
    if isinstance(error, OntologyError):
        return say(OUTGROWN, language)
    return say(LOST if isinstance(error, EngineLostError) else REFUSED, language)
