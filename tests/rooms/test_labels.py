"""Labels that people read: words of the language, and none of the program's own names."""

import ast
import re
from itertools import chain

from graph.ontology.ontology import ONTOLOGY
from queries.asking.catalogue import catalogue
from tests.rooms.house import HOUSE, ROOMS
from tests.rooms.test_words import spoken
from visualisations.maps.atlas import atlas

JOINED = re.compile(r"[a-z][A-Z]")


def our_names() -> set[str]:
    """Names of our classes that are no word of any language; names of kinds are written to be seen."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for room in ROOMS for path in (HOUSE / room).rglob("*.py"))
    classes = {each.name for tree in trees for each in ast.walk(tree) if isinstance(each, ast.ClassDef)}
    return {name for name in classes if JOINED.search(name)} - ONTOLOGY.kinds.keys()


def labels() -> dict[str, str]:
    """Every label, heading and text in both languages, and what it belongs to."""
    found = spoken()
    for stem, asked in chain(catalogue().items(), atlas().items()):
        told = [words for each in asked.inputs.values() for words in (each.words, each.about)]
        found |= {text: stem for words in told for text in (words.en, words.sv)}
    for stem, question in catalogue().items():
        told = [question.title, *question.columns.values()]
        found |= {text: stem for words in told for text in (words.en, words.sv)}
    for name, kind in ONTOLOGY.kinds.items():
        fields = kind.attributes().values()
        found |= {text: name for each in fields for words in (each.words, each.about) for text in (words.en, words.sv)}
    return found


def test_pages_tell_an_error_with_the_labels_of_their_forms() -> None:
    pages = [path for room in ("visualisations", "api/pages") for path in (HOUSE / room).rglob("*.py")]
    raw = [str(path) for path in pages if re.search(r"\berror\.say\(", path.read_text(encoding="utf-8"))]
    assert not raw, f"say_with_labels(language) calls a parameter by its label: {', '.join(raw)}"


def test_no_label_has_the_name_of_a_class_in_it() -> None:
    ours = our_names()
    wrong = {text: where for text, where in labels().items() if ours & set(re.findall(r"\w+", text))}
    assert not wrong
