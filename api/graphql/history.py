"""What was loaded: the graph's revision, its datasets and its runs."""

from typing import Any

from api.graphql import paging, type_building
from api.graphql.context import Ask
from api.graphql.graphql_values import IN_LANGUAGE
from api.graphql.paging import FIRST_OF_ALL
from api.graphql.type_building import Argument, Member
from graph.database import runs
from graph.facts.run_warnings import RunWarning
from queries.overviews.run_figures import read_figures


def _title(self: dict[str, Any], info: Any, language: Any) -> str:
    return str((self.get("title_sv") if language.value == "sv" else None) or self["title"])


def _stored(name: str, type: Any, about: str) -> Member:
    def stored(self: dict[str, Any], info: Any) -> Any:
        return self.get(name)

    return Member(name, type, about, stored)


Dataset: Any = type_building.object_type(
    "Dataset",
    "What one run loads as a whole.",
    [
        _stored("id", str, "Key of the dataset"),
        Member("title", str, "Its title", _title, IN_LANGUAGE),
        _stored("trust", int, "Where datasets disagree, the one with the higher trust is shown"),
        _stored("run", int | None, "The last run that changed it"),
        _stored("loaded", str | None, "When that was, UTC"),
        _stored("moved", int | None, "How many of its facts stand elsewhere in its files now than is told of them"),
    ],
)


def _place(self: RunWarning, info: Any, language: Any) -> str:
    return self.where(language.value)


def _message(self: RunWarning, info: Any, language: Any) -> str:
    return self.message.say(language.value)


def _warnings(self: dict[str, Any], info: Any) -> list[RunWarning]:
    return RunWarning.read(self.get("warnings"))


def _loaded(self: dict[str, Any], info: Any) -> str | None:
    return self.get("dataset") or None


def _renamed(self: dict[str, Any], info: Any) -> list[str]:
    return list(self.get("renamed") or ())


Warned: Any = type_building.object_type(
    "RunWarning",
    "What is most likely a slip, and was loaded all the same.",
    [
        Member("place", str, "Where it was read, in words", _place, IN_LANGUAGE),
        Member("message", str, "What it is, and what to do", _message, IN_LANGUAGE),
    ],
)


def _figures(self: dict[str, Any], info: Any) -> list[tuple[str, int]]:
    return list(read_figures(self.get("figures")).items())


RunFigure: Any = type_building.object_type(
    "RunFigure",
    "A headline figure after a run.",
    [
        Member("question", str, "The question that it is the number of rows of", lambda self, info: self[0]),
        Member("total", int, "The number", lambda self, info: self[1]),
    ],
)
Run: Any = type_building.object_type(
    "Run",
    "One change of the graph.",
    [
        _stored("number", int, "Its number, counting from 1"),
        Member("dataset", str | None, "Id of the dataset that it loaded; none where it migrated the graph", _loaded),
        Member("renamed", list[str], "What it renamed, and how often, where it migrated the graph", _renamed),
        _stored("started", str | None, "When it started, UTC"),
        _stored("ended", str | None, "When it ended, UTC"),
        *(
            _stored(f"{what}_{change}", int | None, f"How many {words} it {change}")
            for what, words in (("things", "things"), ("links", "relations"))
            for change in ("created", "changed", "deleted")
        ),
        _stored("warned", int | None, "How many warnings it gave"),
        Member("figures", list[RunFigure], "The headline figures after it; none where they were not kept", _figures),
        Member("warnings", list[Warned], "Its warnings, at most a thousand", _warnings),
    ],
)


async def _revision(self: None, info: Ask) -> int:
    return await info.context.reading.revision()


async def _datasets(self: None, info: Ask) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await info.context.reading.read(runs.DATASETS))[0]["datasets"]
    return sorted(found, key=lambda dataset: str(dataset["id"]))


async def _runs(self: None, info: Ask, first: int, dataset: str | None) -> list[dict[str, Any]]:
    rows = await info.context.reading.read(runs.LATEST_RUNS, take=paging.checked(first), dataset=dataset)
    found: list[dict[str, Any]] = rows[0]["runs"]
    return found


MEMBERS = [
    Member("revision", int, "How many runs have changed the graph", _revision),
    Member("datasets", list[Dataset], "The datasets that are loaded", _datasets),
    Member("runs", list[Run], "The runs, the last one first", _runs,
           {"first": FIRST_OF_ALL, "dataset": Argument(str | None, "Only runs of this dataset", None)}),
]  # fmt: skip
