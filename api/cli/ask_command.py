"""``samband ask``: every question as a command of its own, with its parameters as options."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from api.cli.options import given, option, with_options
from api.cli.printed_tables import print_answer
from api.cli.program import AsJson, Spoken, app, err, opened, print_json, run, settings
from graph.language.words import LANGUAGES, N_, Words, say
from graph.snapshot.snapshot_file import SnapshotFile
from queries.asking.answer_cypher import answer_in_cypher
from queries.asking.catalogue import catalogue
from queries.asking.question import Question
from queries.asking.service import QuestionService
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.files.answer_sheets import answer_data
from visualisations.maps.answer_map import draw_answer

ask_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Ask a question of the graph; each has its own options."
)
app.add_typer(ask_app, name="ask")
WithEvidence = Annotated[bool, typer.Option("--json", help="Print JSON, with the evidence of every row.")]
WithCypher = Annotated[
    bool, typer.Option("--cypher", help="Print Cypher that shows what the answer rests on in Neo4j Browser.")
]
WithMap = Annotated[Path | None, typer.Option("--map", help="Also write the answer as a map into this HTML file.")]
OPTIONS = (
    option("as_json", WithEvidence, False),
    option("as_cypher", WithCypher, False),
    option("map_file", WithMap, None),
)


def _command(question: Question) -> Callable[..., None]:
    def command(as_json: bool, as_cypher: bool, map_file: Path | None, **values: Any) -> None:
        async def work() -> None:
            asked = given(values.items())
            async with opened(settings()) as store:
                service = QuestionService(store, SnapshotFile.of(settings(), store.address))
                answer = await service.evaluate(question.stem, **asked)
                if map_file:
                    _write(await draw_answer(store, service, question.stem, Spoken.language, **asked), map_file)
            if as_cypher:
                typer.echo(answer_in_cypher(question, answer, Spoken.language), nl=False)
            elif as_json:
                print_json(answer_data(answer, Spoken.language))
            else:
                print_answer(answer)

        run(work())

    titles = question.title
    about = Words(*(f"{titles.say(each)}\n\n{question.about.say(each)}" for each in LANGUAGES))
    return with_options(command, question, *OPTIONS, about=about)


def _write(drawing: MapDrawing, target: Path) -> None:
    from visualisations.drawing.canvas import self_contained

    target.write_text(self_contained(drawing), encoding="utf-8")
    err.print(Text(say(N_("Written: {path}"), Spoken.language, path=target)), soft_wrap=True)


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
