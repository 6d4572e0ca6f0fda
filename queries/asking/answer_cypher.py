"""An answer as Cypher for Neo4j Browser: a text that shows just the things and relations that its rows rest on."""

from collections.abc import Collection, Iterable, Iterator

from graph.database.pasted import comment, showing
from graph.facts.facts import Evidence, FactKey, Ref
from graph.language.words import N_, Language, say
from queries.asking.answer import Answer, AnswerRow
from queries.asking.question import Question, QuestionParameters

MOST_FACTS = 1_000
"""Things and relations in one text; Neo4j Browser draws three hundred things, and asks before it draws more."""
OF_ROWS = N_("What rows {first} to {last} of {total} rest on, at revision {revision}.")
COUNTED = N_("Things: {things}; relations: {links}.")
CUT = N_("Rows {first} to {last} are left out: a text shows at most {most} things and relations.")
LEFT_OUT = N_("Left out, beyond the {most} that a text shows at most: {count}.")
ASSUMED = N_("Left out, because only the scenario says so: {count}.")
OF_A_DAY = N_("The answer is of {day}; things and relations are shown as they are stated.")
CONNECTED = N_(
    "Neo4j Browser draws other relations between these things too, unless Connect result nodes is off in its settings."
)
NO_ROWS = N_("This page has none of the rows of the answer.")
EMPTY = N_("The answer is empty: no fact in the graph fits the question.")


def answer_in_cypher(question: Question, answer: Answer, language: Language) -> str:
    """The text for the rows of the answer, in order, as many as it takes; comments alone where they rest on nothing."""
    facts, taken = _facts_of_rows(answer.rows)
    first = int(answer.parameters["offset"]) + 1
    rows = {"first": first, "last": first + taken - 1, "total": answer.total, "revision": answer.revision}
    nothing = NO_ROWS if answer.total else EMPTY
    told = [say(OF_ROWS, language, **rows) if taken else say(nothing, language)]
    if taken < len(answer.rows):
        told.append(say(CUT, language, first=first + taken, last=first + len(answer.rows) - 1, most=MOST_FACTS))
    assumed = {each.key for row in answer.rows[:taken] for each in row.evidence if each.evidence is Evidence.ASSUMED}
    if assumed:
        told.append(say(ASSUMED, language, count=len(assumed)))
    told.append(say(OF_A_DAY, language, day=answer.day))
    return in_cypher([_asked(question, answer, language), *told], facts, language)


def in_cypher(heading: Iterable[str], facts: Collection[FactKey], language: Language) -> str:
    """A text that shows the facts, at most `MOST_FACTS` of them, with the heading's lines as comments above it."""
    shown = sorted(facts, key=str)[:MOST_FACTS]
    lines = [*heading]
    if shown:
        things = sum(isinstance(each, Ref) for each in shown)
        lines.append(say(COUNTED, language, things=things, links=len(shown) - things))
        if len(shown) < len(facts):
            lines.append(say(LEFT_OUT, language, most=MOST_FACTS, count=len(facts) - len(shown)))
        lines.append(say(CONNECTED, language))
    return comment(lines) + showing(shown)


def _facts_of_rows(rows: tuple[AnswerRow, ...]) -> tuple[set[FactKey], int]:
    """What the first rows rest on, and how many of them that is; the first whatever it rests on."""
    facts: set[FactKey] = set()
    for taken, row in enumerate(rows):
        more = facts | _stated([row])
        if taken and len(more) > MOST_FACTS:
            return facts, taken
        facts = more
    return facts, len(rows)


def _stated(rows: Iterable[AnswerRow]) -> set[FactKey]:
    return {each.key for row in rows for each in row.evidence if each.evidence is not Evidence.ASSUMED}


def _asked(question: Question, answer: Answer, language: Language) -> str:
    """The question with the values that it was given."""
    given = "; ".join(_given(question, answer, language))
    return question.title.say(language) + (f" ({given})" if given else "")


def _given(question: Question, answer: Answer, language: Language) -> Iterator[str]:
    for name, each in question.inputs.items():
        value = answer.parameters[name]
        if name not in QuestionParameters.model_fields and value != each.info.get_default(call_default_factory=True):
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            yield f"{each.words.say(language)}: {shown}"
