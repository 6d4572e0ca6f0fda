"""Templates filled in: everything is escaped, and every word goes through the catalogue."""

import hashlib
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph.language.words import CATALOGUES, Language, by_number, say
from graph.ontology.ontology import ONTOLOGY
from visualisations.wording import addresses
from visualisations.wording.wording import day, moment, number, place_wording, sentence_case

PAGES = Path(__file__).parents[1]
TEMPLATES = sorted(path for path in PAGES.iterdir() if path.is_dir())
"""A template stands beside the page that it is filled by."""
STATIC = PAGES / "static"
SHOWN = {".html", ".css", ".js", ".svg", ".po"}
"""Files that a page is made of."""


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def words(text: str, /, **values: object) -> str:
        return say(text, language, **values)

    environment.globals |= {
        "_": words,
        "by_number": by_number,
        "language": language,
        "edition": edition(),
        "start_address": addresses.start_address,
        "thing_address": addresses.thing_address,
        "kind_address": addresses.kind_address,
        "suggestions_address": addresses.suggestions_address,
        "question_address": addresses.question_address,
        "answer_map_address": addresses.answer_map_address,
        "map_address": addresses.map_address,
        "compliance_address": addresses.compliance_address,
        "surroundings_address": addresses.surroundings_address,
        "search_address": addresses.search_address,
        "scenario_address": addresses.scenario_address,
        "scenarios_address": addresses.scenarios_address,
    }
    environment.filters |= {
        "number": partial(number, language=language),
        "day": partial(day, language=language),
        "moment": partial(moment, language=language),
        "place": partial(place_wording, language=language),
        "sentence": sentence_case,
    }
    return environment


def rendered(template: str, language: Language, **values: Any) -> str:
    """The page `template` in `language`, filled with `values`."""
    return _environment(language).get_template(f"{template}.html").render(values)


@cache
def edition() -> str:
    """Changes when templates, assets, translations or the ontology do: part of what a cached page depends on."""
    folders = (PAGES, PAGES.parent / "drawing" / "assets", CATALOGUES)
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in SHOWN]
    digest = hashlib.sha256(ONTOLOGY.fingerprint.encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
