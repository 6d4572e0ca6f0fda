"""``samband ask``: every question as a command of its own, with its parameters as options."""

import inspect
from collections.abc import Callable
from operator import getitem
from typing import Annotated, Any

import typer

from api.cli.program import Spoken, app, print_json, run, settings
from api.cli.tables import answer_json, print_answer
from graph.declaration import Attribute
from loaders.recovery import opened
from queries.asking import Asker
from queries.catalogue import catalogue
from queries.question import Question

ask_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Ask a question of the graph; each has its own options."
)
app.add_typer(ask_app, name="ask")


def _option(question: Question, attribute: Attribute) -> inspect.Parameter:
    """A parameter of the question as a typed option of the command."""
    about = attribute.about.en
    if kind := question.kind_of(attribute.name):
        about += f" (id of a {kind})"
    if attribute.choices:
        about += f": {', '.join(attribute.choices)}"
    kind_of_value: Any = str if attribute.choices or attribute.many else attribute.type
    flag = f"--{attribute.name.replace('_', '-')}"
    flags = f"{flag}/--no-{flag[2:]}" if attribute.type is bool else flag
    default = ... if attribute.required else attribute.info.get_default(call_default_factory=True)
    if attribute.many:
        kind_of_value, default = list[str], list(default or []) if default is not ... else ...
    wanted: Any = kind_of_value if attribute.required else kind_of_value | None
    annotation = getitem(Annotated, (wanted, typer.Option(flags, help=about)))
    return inspect.Parameter(
        attribute.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if attribute.required else default,
        annotation=annotation,
    )


def _command(question: Question) -> Callable[..., None]:
    def command(**values: Any) -> None:
        as_json = values.pop("as_json")

        async def work() -> None:
            async with opened(settings()) as store:
                answer = await Asker(store).ask(question.stem, **{k: v for k, v in values.items() if v is not None})
            if as_json:
                print_json(answer_json(answer))
            else:
                print_answer(answer)

        run(work())

    options = [_option(question, attribute) for attribute in question.inputs.values()]
    json_option = inspect.Parameter(
        "as_json",
        inspect.Parameter.KEYWORD_ONLY,
        default=False,
        annotation=Annotated[bool, typer.Option("--json", help="Print JSON, with the evidence of every row.")],
    )
    command.__signature__ = inspect.Signature([*options, json_option])  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in [*options, json_option]}
    command.__doc__ = f"{question.title.en}\n\n{question.title.sv}\n\n{question.about}"
    return command


for _stem, _question in catalogue().items():
    ask_app.command(_stem.replace("_", "-"))(_command(_question))


@app.command()
def questions(as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the questions that can be asked."""
    listed = {stem.replace("_", "-"): question.title.say(Spoken.language) for stem, question in catalogue().items()}
    if as_json:
        print_json(listed)
    else:
        for stem, title in listed.items():
            typer.echo(f"{stem:28} {title}")
