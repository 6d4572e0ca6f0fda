"""Words that people read: each has both languages, with the same places to fill in."""

import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from typer.main import get_command

from api.cli import app
from api.cli.helping import DECLARED, commands
from graph.facts import facts
from graph.language.words import CATALOGUES, LANGUAGES, Words
from graph.ontology import vocabulary
from graph.ontology.declaration import Attribute, Choice
from graph.ontology.ontology import ONTOLOGY
from tests.rooms.house import HOUSE, ROOMS

MARKERS = {"N_": None, "say": None, "_": None}
PAIRS = {"by_number": (1, 2)}
"""What marks a text for one and its twin for several."""
VENDORED = [("**.min.js", "ignore"), ("**.production.*", "ignore")]
METHODS = [*VENDORED, ("**.py", "python"), ("**.html", "jinja2"), ("**.jinja", "jinja2"), ("**.js", "javascript")]


@cache
def by_number() -> list[tuple[str, str, str]]:
    """Every text for one with its twin for several, and where."""
    return [
        (*message, f"{room}/{name}:{line}")
        for room in ROOMS
        for name, line, message, _, _ in extract_from_dir(HOUSE / room, METHODS, keywords=PAIRS)
    ]


def spoken() -> dict[str, str]:
    """Every text that is marked for the catalogue, and where."""
    found = {text: where for one, several, where in by_number() for text in (one, several)}
    for room in ROOMS:
        for name, line, message, _, _ in extract_from_dir(HOUSE / room, METHODS, keywords=MARKERS):
            for text in (message,) if isinstance(message, str) else message[:1]:
                if text not in LANGUAGES:  # `error.say("sv")` says something else
                    found.setdefault(text, f"{room}/{name}:{line}")
    for command in commands(get_command(app)):
        helps = [getattr(each, "help", None) for each in (command, *command.params)]
        for text in (each for each in helps if each and each not in DECLARED):
            found.setdefault(text, f"api/cli: {command.name}")
    return found


def translated(language: str) -> dict[str, str]:
    """Every translation of the catalogue, over all of its files."""
    found: dict[str, str] = {}
    for path in sorted((CATALOGUES / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            found |= {str(each.id): str(each.string) for each in read_po(file, locale=language) if each.id}
    return found


def entries(texts: dict[str, str]) -> str:
    """The texts as they are pasted into the catalogue."""
    quoted = {text: text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for text in texts}
    return "\n\n".join(f'#: {where}\nmsgid "{quoted[text]}"\nmsgstr ""' for text, where in texts.items())


def places(text: str) -> set[str]:
    """The names that stand in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


TRANSLATIONS = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_text_is_translated(language: str) -> None:
    known = translated(language)
    missing = {text: where for text, where in spoken().items() if not known.get(text)}
    folder = Path(CATALOGUES / language / "LC_MESSAGES").relative_to(HOUSE)
    assert not missing, f"{len(missing)} texts are missing; paste and fill in, in {folder}:\n\n{entries(missing)}\n"


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_every_translation_is_still_used(language: str) -> None:
    unused = translated(language).keys() - spoken().keys()
    assert not unused, "take these out:\n" + "\n".join(sorted(unused))


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_both_languages_fill_in_the_same_places(language: str) -> None:
    wrong = {text: other for text, other in translated(language).items() if other and places(text) != places(other)}
    assert not wrong


def declared() -> list[tuple[str, Words]]:
    """Every name of the ontology, with what it is the name of."""
    found: list[tuple[str, Words]] = []

    def add(owner: str, fields: dict[str, Attribute]) -> None:
        for name, each in fields.items():
            found.extend([(f"{owner}.{name}", each.words), (f"{owner}.{name} about", each.about)])

    for name, kind in ONTOLOGY.kinds.items():
        found.extend([(name, kind.words), (f"{name} plural", kind.plural), (f"{name} about", kind.about)])
        add(name, kind.attributes())
    for name, relation in ONTOLOGY.relations.items():
        found.extend([(name, relation.forward), (f"{name} back", relation.inverse), (f"{name} about", relation.about)])
        add(name, relation.attributes)
    lists = [each for module in (vocabulary, facts) for each in vars(module).values()]
    for choice in lists:
        if isinstance(choice, type) and issubclass(choice, Choice):
            found.extend((f"{choice.__name__}.{member.name}", member.words) for member in choice)
    return found


def test_every_name_of_the_ontology_has_both_languages() -> None:
    assert not [what for what, words in declared() if not (words.en.strip() and words.sv.strip())]


def test_every_sentence_of_the_ontology_is_told_in_swedish_too() -> None:
    same = [what for what, words in declared() if words.en == words.sv and re.search(r"\w \w+ \w", words.en)]
    assert not same
