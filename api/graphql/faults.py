"""What is said of an error in an answer: a clear message and a code, and nothing of the database's own words."""

import logging
import re

from graphql import GraphQLError
from strawberry.utils.str_converters import to_camel_case

from api.unavailable import reason
from graph.errors import ChangingError, EngineError, SambandError
from graph.language.code_names import CodeName
from graph.language.words import N_, Language, say

log = logging.getLogger(__name__)

UNEXPECTED = N_("Something went wrong in Samband, not in your query. The server's log says what.")


def translated(error: GraphQLError, language: Language) -> GraphQLError:
    """`error` as it is given to whoever asked."""
    cause = error.original_error
    if isinstance(cause, EngineError) and not isinstance(cause, ChangingError):
        log.error("The database failed a query: %s", cause)
        return _said(error, reason(cause, language), code(cause))
    if isinstance(cause, SambandError):
        return _said(error, cause.spelled(in_camel_case).say(language), code(cause))
    if cause is None or isinstance(cause, GraphQLError):
        return _said(error, error.message, str((error.extensions or {}).get("code", "BAD_QUERY")))
    log.error("A field failed: %s", error.path, exc_info=cause)
    return _said(error, say(UNEXPECTED, language), "INTERNAL")


def in_camel_case(name: CodeName) -> str:
    """A parameter or a question as a query names it: ``as_of`` as ``asOf``."""
    return to_camel_case(name.key)


def code(error: SambandError) -> str:
    """``EngineLostError`` as ``ENGINE_LOST``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(error).__name__.removesuffix("Error")).upper()


def _said(error: GraphQLError, message: str, code: str) -> GraphQLError:
    return GraphQLError(message, error.nodes, error.source, error.positions, error.path, extensions={"code": code})
