"""How large a query may be: refused before any of it is answered, with the limit and a way round it.

The text is counted before it is parsed and the document before it is validated, because a hostile one can keep
the parser (by nesting) or the validator (by repeating fields) busy for minutes.
"""

from collections.abc import Iterator

from graphql import GraphQLError, Lexer, Source, TokenKind
from graphql.error import GraphQLSyntaxError
from strawberry.extensions import SchemaExtension

from api.graphql.measure import Measure
from api.graphql.measuring import FRAGMENTS, measure
from graph.language.words import N_, Language, by_number, say

TOKENS = 4_000
NESTING = 60
DEPTH = 20
ROOT_FIELDS = 40
ALIASES = 60
FIELDS = 800
READS = 200
THINGS = 20_000
VALUES = 100_000
REPEATS = 20
INTROSPECTIONS = 1
LISTS = 1
MOST_COUNTED = 1_000_000_000_000
"""More of something than this counts as so much."""

LONG = N_("The query has more than {most} words and signs. Ask in several queries.")
NESTED = N_("The query's brackets are nested more than {most} deep. Ask in several queries.")
LARGE = (
    (N_("The query has {found} fragments; at most {most} are read. Ask in several queries."), "fragments", FRAGMENTS),
    (N_("The query is {found} levels deep; at most {most} are answered. Ask in several queries."), "depth", DEPTH),
    (N_("The query has {found} fields at its root; at most {most} are answered. Ask in several queries."),
     "roots", ROOT_FIELDS),
    (N_("The query gives {found} fields another name; at most {most} may have one. Ask in several queries."),
     "aliases", ALIASES),
    (N_("The query names {found} fields; at most {most} are answered. Ask in several queries."), "fields", FIELDS),
    (N_("The query reads {found} lists; at most {most} are answered. Ask in several queries."), "reads", READS),
    (N_("The query may give {found} things; at most {most} are given. "
        "Ask for fewer with first (it is 50 where you do not say), or in several queries."), "things", THINGS),
    (N_("The query names one field {found} times in the same place; at most {most} are read. Name it once."),
     "repeats", REPEATS),
    (N_("The query asks {found} times what the schema says; at most {most} is answered. Ask in several queries."),
     "introspections", INTROSPECTIONS),
    (by_number("The query gives one field of the schema itself another name; {most} may have one. "
               "Ask for it as it is called.",
               "The query gives {found} fields of the schema itself another name; {most} may have one. "
               "Ask for them as they are called, or in several queries.", "found"), "renamed", 0),
    (N_("The query asks for {found} lists of the schema in one another; {most} is answered. "
        "Ask with __type, in several queries."), "lists", LISTS),
    (N_("The query may give {found} values; at most {most} are given. "
        "Ask for fewer with first (it is 50 where you do not say), or in several queries."), "values", VALUES),
)  # fmt: skip


class Limits(SchemaExtension):
    """Refuses a query that is too large."""

    measured: Measure | None = None

    def on_parse(self) -> Iterator[None]:
        """Count words, signs and brackets."""
        if self.execution_context.query:
            count(self.execution_context.query, self._language)
        yield

    def on_validate(self) -> Iterator[None]:
        """Measure the document."""
        context = self.execution_context
        assert context.graphql_document is not None  # noqa: S101 - parsing comes first
        self.measured = measure(
            context.schema, context.graphql_document, context.variables or {}, context.operation_name
        )
        if errors := list(excesses(self.measured, self._language)):
            context.pre_execution_errors = errors
        yield

    def get_results(self) -> dict[str, object]:
        """What the query costs."""
        return cost(self.measured) if self.measured else {}

    @property
    def _language(self) -> Language:
        language: Language = getattr(self.execution_context.context, "language", "en")
        return language


def count(text: str, language: Language) -> None:
    """See that a text can be parsed without much ado.

    Raises:
        GraphQLError: it is too long, or its brackets are nested too deep.
    """
    lexer, tokens, nesting = Lexer(Source(text)), 0, 0
    try:
        while (token := lexer.advance()).kind is not TokenKind.EOF:
            tokens += 1
            nesting += (token.kind.value in "{[(") - (token.kind.value in "}])")
            if tokens > TOKENS:
                raise _refusal(say(LONG, language, most=f"{TOKENS:,}"))
            if nesting > NESTING:
                raise _refusal(say(NESTED, language, most=NESTING))
    except GraphQLSyntaxError:
        return  # the parser says it better


def excesses(found: Measure, language: Language) -> Iterator[GraphQLError]:
    """What of a query is more than is answered."""
    for text, name, most in LARGE:
        if (value := _within(found, name)) > most:
            yield _refusal(say(text, language, found=f"{value:,}", most=f"{most:,}"))


def cost(found: Measure) -> dict[str, object]:
    """What a query costs and may cost, as an answer tells it."""
    limits = {"fields": FIELDS, "things": THINGS, "values": VALUES}
    return {"cost": {name: {"asked": _within(found, name), "most": most} for name, most in limits.items()}}


def _within(found: Measure, name: str) -> int:
    """How many of them a query asks for, or `MOST_COUNTED`: fragments multiply to numbers that JSON has no room for."""
    return min(int(getattr(found, name)), MOST_COUNTED)


def _refusal(message: str) -> GraphQLError:
    return GraphQLError(message, extensions={"code": "TOO_LARGE"})
