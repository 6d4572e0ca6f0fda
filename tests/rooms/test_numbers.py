"""Texts that count: where there may be one, they have a twin for one, and say no *1 problems*."""

import ast
import re
from collections.abc import Iterable, Iterator

import pytest
from jinja2 import Environment
from jinja2.nodes import Call

from graph.language import words
from graph.language.words import LANGUAGES, Message, in_number, say
from tests.rooms.house import files, place
from tests.rooms.test_words import by_number, spoken, translated

SPOKEN = spoken()
COUNTED = ("count", "number", "total", "found", "more", "users", "days", "shown", "rows", "lines", "left")
"""Places that hold how many there are."""
NO_PLURAL = {"is", "was", "has", "does", "others", "less", "its", "this", "as", "across"}
SEVERAL = {
    "loaders/runs/current_state.py": "several relations, and one has a text of its own",
    "loaders/runs/fact_warnings.py": "at least as many things as two names of one dataset have in common",
    "loaders/sources/register/table_writing.py": "more than a sheet has rows",
    "loaders/sources/register/tables.py": "more cells than the header has, which has one at least",
    "loaders/sources/tak/catalogue_facts.py": "more than a load may make",
    "api/graphql/conditions.py": "more than may be, which is one at least",
    "api/graphql/ordering.py": "more than may be, which is several",
    "api/graphql/roots.py": "more than may be, which is several",
    "api/graphql/limits.py": "more than may be, which is one at least; where none may be, it has a twin",
    "queries/questions/flows/single_points.py": "as many pairs as are listed at most",
    "queries/questions/information/shared_storage.py": "what is shared has two at least, and one has a text of its own",
    "visualisations/maps/shared_storage.py": "what is shared has two at least, and one has a text of its own",
}
"""Files whose texts count what there never is one of, and why."""


def plurals(text: str) -> list[str]:
    """The places of a text that count what is named in the plural behind them."""
    behind = re.findall(r"\{(\w+)\}((?: [\w-]+){0,3})", text)
    return [
        counted
        for counted, words in behind
        if counted in COUNTED and any(map(plural, words.removeprefix(" more").split(" of")[0].split()[:2]))
    ]


def plural(word: str) -> bool:
    """Whether an English word looks as if it were in the plural."""
    return word.endswith("s") and not word.endswith("ss") and word not in NO_PLURAL


def lacking(texts: Iterable[tuple[str, str]]) -> list[str]:
    """The texts that count and have no twin for one, and where they stand."""
    twins = {several for _, several, _ in by_number()}
    return [
        f"{where}: {text}"
        for text, where in texts
        if text not in twins and where.rpartition(":")[0] not in SEVERAL and plurals(text)
    ]


def test_every_text_that_counts_what_there_may_be_one_of_has_a_twin_for_one() -> None:
    told = "\n".join(lacking(SPOKEN.items()))
    assert not told, f'Write by_number("One", "{{count}} things"), or say in SEVERAL why there is never one:\n{told}'


def test_no_file_is_excepted_that_has_no_such_text() -> None:
    twins = {several for _, several, _ in by_number()}
    counting = {where.rpartition(":")[0] for text, where in SPOKEN.items() if text not in twins and plurals(text)}
    assert counting >= SEVERAL.keys()


@pytest.mark.parametrize(
    "text",
    ["{count} problems were found", "Left out: {number} fields", "{more} more kinds of it", "{days} work-days.",
     "({count} requirements)", "{shown} of {total} rows"],
)  # fmt: skip
def test_the_law_sees_a_plural(text: str) -> None:
    assert lacking([(text, "queries/any.py:1")])
    assert not lacking([(text, "visualisations/maps/shared_storage.py:1")])


@pytest.mark.parametrize(
    "text",
    ["{who} receives {flow}", "{field} takes a list", "{count} of it", "step {number} is", "{more} more have"],
)
def test_the_law_lets_other_words_be(text: str) -> None:
    assert not lacking([(text, "queries/any.py:1")])


def marked() -> Iterator[tuple[str, list[str]]]:
    """Every call of ``by_number``, as code and templates have it: where, and what it is given."""
    for path in files(".py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "by_number":
                yield place(path, node.lineno), [ast.literal_eval(each) for each in node.args]
    for path in files(".html"):
        for call in Environment(autoescape=True).parse(path.read_text(encoding="utf-8")).find_all(Call):
            if getattr(call.node, "name", "") == "by_number":
                yield place(path, call.lineno), [each.as_const() for each in call.args]


def test_each_twin_is_said_of_one_alone_in_both_languages() -> None:
    swedish, every = translated("sv"), [*marked()]
    assert len(every) == len(by_number())
    for where, given in every:
        one, several, counted = (*given, "count")[:3]
        words.by_number(one, several, counted)  # what a function or a template marks is marked when it runs
        values = dict.fromkeys(re.findall(r"\{(\w+)\}", several), "x")
        assert counted in values, where
        for count in (1, "1"):
            assert in_number(several, values | {counted: count}) == one, where
        for language in LANGUAGES:
            told = [say(several, language, **(values | {counted: count})) for count in (0, 1, 2)]
            assert "1" not in told[1], where
            assert ("0" in told[0], "2" in told[2]) == (True, True), where
        assert str(Message(several, values | {counted: 1})) == say(several, "en", **(values | {counted: 1}))
        assert swedish[one] != swedish[several], where
