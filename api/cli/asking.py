"""``samband ask``: every question as a command of its own, with its parameters as options."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from api.cli.options import given, option, with_options
from api.cli.program import AsJson, Spoken, app, print_json, run, settings
from api.cli.tables import answer_json, print_answer
from loaders.recovery import opened
from queries.asking import Asker
from queries.catalogue import catalogue
from queries.question import Question

ask_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Ask a question of the graph; each has its own options."
)
app.add_typer(ask_app, name="ask")
WithEvidence = Annotated[bool, typer.Option("--json", help="Print JSON, with the evidence of every row.")]


def _command(question: Question) -> Callable[..., None]:
    def command(as_json: bool, **values: Any) -> None:
        async def work() -> None:
            async with opened(settings()) as store:
                answer = await Asker(store).ask(question.stem, **given(values.items()))
            if as_json:
                print_json(answer_json(answer))
            else:
                print_answer(answer)

        run(work())

    about = f"{question.title.en}\n\n{question.title.sv}\n\n{question.about}"
    return with_options(command, question, option("as_json", WithEvidence, False), about=about)


for _stem, _question in catalogue().items():
    ask_app.command(_stem.replace("_", "-"))(_command(_question))


@app.command()
def questions(as_json: AsJson = False) -> None:
    """List the questions that can be asked."""
    listed = {stem.replace("_", "-"): question.title.say(Spoken.language) for stem, question in catalogue().items()}
    if as_json:
        print_json(listed)
    else:
        for stem, title in listed.items():
            typer.echo(f"{stem:28} {title}")
