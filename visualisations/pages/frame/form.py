"""A question's parameters as the fields of a form, and a form's text as values again."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from graph.facts.facts import name_of
from graph.language.words import N_, Language, say
from graph.ontology.declaration import Attribute
from graph.ontology.ontology import ONTOLOGY
from graph.scenarios.scenario_store import Kept
from graph.snapshot.snapshot import Snapshot
from queries.asking.question import Parametrised
from visualisations.pages.frame.asked_of import DAY, SCENARIO
from visualisations.pages.frame.inputs import Input, Option, texts_of
from visualisations.pages.frame.of_fields import of_fields
from visualisations.wording.wording import sentence_case

PAGING = ("limit", "offset")
KIND, ID = "kind", "id"
"""Parameters of these names take a kind of thing, and together the id of any thing."""
OPTIONS_AT_MOST = 400
"""Beyond this many things, an id is written and not chosen."""


def given(asked: Parametrised, query: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The parameters that a form's query gives; empty fields are not given."""
    values: dict[str, Any] = {}
    for name, texts in query.items():
        said = [text.strip() for text in texts if text.strip()]
        if said:
            attribute = asked.inputs.get(name)
            values[name] = said if attribute and attribute.many else said[-1]
    return values


def form(
    asked: Parametrised,
    values: Mapping[str, Any],
    snapshot: Snapshot,
    language: Language,
    *,
    hidden: Collection[str] = (),
    scenarios: Sequence[Kept] = (),
) -> tuple[Input, ...]:
    """The fields of the form, holding `values`, with things of the snapshot to choose from.

    The fields of any question stand last; the scenario only where some are kept.
    """
    options: dict[str, tuple[Option, ...]] = {}
    for name in asked.inputs:
        if (kind := asked.kind_of(name)) and kind not in options:
            options[kind] = _things(snapshot, kind, language)
    shown = [name for name in asked.inputs if name not in hidden and (name != SCENARIO or scenarios)]
    last = dict(zip((DAY, SCENARIO), of_fields(values, language, scenarios), strict=True))
    return tuple(
        last[name] if name in last else _input(asked, asked.inputs[name], values, options, language)
        for name in sorted(shown, key=last.__contains__)
    )


def _things(snapshot: Snapshot, kind: str, language: Language) -> tuple[Option, ...]:
    things = snapshot.listed(kind)
    if len(things) > OPTIONS_AT_MOST:
        return ()
    return tuple(Option(node.id, name_of(node.id, node.fields).say(language)) for node in things)


def _input(
    asked: Parametrised,
    attribute: Attribute,
    values: Mapping[str, Any],
    things: Mapping[str, tuple[Option, ...]],
    language: Language,
) -> Input:
    of_any = attribute.name == ID and KIND in asked.inputs
    kind = str(values.get(KIND, asked.inputs[KIND].info.default)) if of_any else asked.kind_of(attribute.name)
    default = None if attribute.required else attribute.info.get_default(call_default_factory=True)
    current = values.get(attribute.name, default)
    options = _options(attribute, () if of_any else things.get(kind or "", ()), default, language)
    if attribute.many and attribute.choices:
        type = "many"
    elif options:
        type = "select"
    else:
        type = "number" if attribute.type in (int, float) else "text"
    return Input(
        name=attribute.name,
        label=attribute.words.say(language),
        hint=_hint(attribute, kind, bool(options), language),
        type=type,
        values=texts_of(current),
        options=options,
        required=attribute.required,
        kind=kind if kind in ONTOLOGY.kinds else None,
        kind_from=KIND if of_any else "",
        **_limits(attribute),
    )


def _options(attribute: Attribute, things: tuple[Option, ...], default: Any, language: Language) -> tuple[Option, ...]:
    if things:
        options = things
    elif attribute.name == KIND and attribute.type is str:
        options = tuple(Option(name, sentence_case(kind.words.say(language))) for name, kind in ONTOLOGY.kinds.items())
    elif attribute.choices:
        options = tuple(Option(choice.value, choice.words.say(language)) for choice in attribute.choices)
    elif attribute.type is bool:
        yes, no = sentence_case(say(N_("yes"), language)), sentence_case(say(N_("no"), language))
        options = (Option("true", yes), Option("false", no))
    else:
        return ()
    if default is None and not attribute.many:
        first = N_("Choose one") if attribute.required else N_("All")
        options = (Option("", say(first, language)), *options)
    return options


def _hint(attribute: Attribute, kind: str | None, chosen: bool, language: Language) -> str:
    if kind in ONTOLOGY.kinds and not chosen:
        return say(N_("Write the id of the {kind}."), language, kind=ONTOLOGY.kinds[kind].words.say(language).lower())
    if attribute.is_day:
        return say(N_("For example 2017, 2017-05 or 2017-05-12."), language)
    about = attribute.about.say(language)
    return about if about != attribute.words.say(language) else ""


def _limits(attribute: Attribute) -> dict[str, str]:
    found = {"least": "", "most": ""}
    for limit in attribute.info.metadata:
        for name, key in (("ge", "least"), ("le", "most")):
            if (value := getattr(limit, name, None)) is not None:
                found[key] = str(value)
    return found
