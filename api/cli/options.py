"""The parameters of a question or a map as typed options of a command."""

import inspect
from collections.abc import Callable, Iterable
from operator import getitem
from typing import Annotated, Any

import typer

from api.cli.helping import declared
from graph.language.words import LANGUAGES, N_, Language, Words, say
from graph.ontology.declaration import Attribute
from graph.ontology.ontology import ONTOLOGY
from queries.asking.question import OF_A_DAY, OF_A_SCENARIO, Parametrised, QuestionParameters

DAYS = N_(": YYYY, YYYY-MM or YYYY-MM-DD")
A_DAY = Words(*(OF_A_DAY.say(language) + say(DAYS, language) for language in LANGUAGES))
AsOf = Annotated[str | None, typer.Option("--as-of", help=declared(A_DAY))]
OfScenario = Annotated[str | None, typer.Option("--scenario", help=declared(OF_A_SCENARIO))]
ANY_QUESTION = frozenset(QuestionParameters.model_fields)
"""The options that every question has."""


def with_options(
    command: Callable[..., None], asked: Parametrised, *more: inspect.Parameter, about: Words
) -> Callable[..., None]:
    """`command`, which takes the parameters of `asked` as keywords, in a form that Typer can read."""
    inputs = sorted(asked.inputs.values(), key=lambda attribute: attribute.name in ANY_QUESTION)  # its own first
    options = [*(_option(asked, attribute) for attribute in inputs), *more]
    command.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in options}
    command.__doc__ = declared(about)
    return command


def option(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    """One more option of a command."""
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def given(values: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """The options that were given."""
    return {name: value for name, value in values if value is not None and value != []}


def _about(asked: Parametrised, attribute: Attribute, language: Language) -> str:
    about = attribute.about.say(language)
    if kind := asked.kind_of(attribute.name):
        about += say(N_(" (the id of: {kind})"), language, kind=ONTOLOGY.kinds[kind].words)
    if attribute.choices:
        about += f": {', '.join(attribute.choices)}"
    if attribute.is_day:
        about += say(DAYS, language)
    return about


def _option(asked: Parametrised, attribute: Attribute) -> inspect.Parameter:
    about = declared(Words(*(_about(asked, attribute, language) for language in LANGUAGES)))
    value: Any = str if attribute.choices or attribute.many else attribute.type
    if attribute.many:
        value = list[str]
    flag = f"--{attribute.name.replace('_', '-')}"
    flags = f"{flag}/--no-{flag[2:]}" if attribute.type is bool else flag
    wanted: Any = value if attribute.required else value | None
    default: Any = inspect.Parameter.empty
    if not attribute.required:
        default = attribute.info.get_default(call_default_factory=True)
        default = list(default or []) if attribute.many else default
    return option(attribute.name, getitem(Annotated, (wanted, typer.Option(flags, help=about))), default)
