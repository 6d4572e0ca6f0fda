"""``samband map``: every map as a file of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from api.cli.options import given, option, with_options
from api.cli.program import Spoken, app, opened, out, run, settings
from graph.language.words import LANGUAGES, N_, Words, say
from queries.asking.snapshots import Snapshots
from visualisations.maps.atlas import Map, atlas
from visualisations.maps.draw import draw

map_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Draw a map into one self-contained HTML file.")
app.add_typer(map_app, name="map")
Target = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; <map>.html otherwise.")]


def _command(chosen: Map) -> Callable[..., None]:
    def command(output: Path | None, **values: Any) -> None:
        target = output or Path(f"{chosen.stem}.html")

        async def work() -> None:
            from visualisations.drawing.canvas import self_contained

            async with opened(settings()) as store:
                asked = given(values.items())
                drawing = await draw(store, Snapshots(store), chosen.stem, Spoken.language, **asked)
            target.write_text(self_contained(drawing), encoding="utf-8")
            out.print(Text(say(N_("Written: {path}"), Spoken.language, path=target)), soft_wrap=True)

        run(work())

    about = Words(*(f"{chosen.title.say(each)}\n\n{chosen.about.say(each)}" for each in LANGUAGES))
    return with_options(command, chosen, option("output", Target, None), about=about)


for _stem, _chosen in atlas().items():
    map_app.command(_stem.replace("_", "-"))(_command(_chosen))
