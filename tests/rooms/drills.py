"""The changes that CONTRIBUTING.md explains, each as somebody makes it by hand in a copy of the house."""

from pathlib import Path
from typing import NamedTuple

from tests.rooms import drilled as texts

ONTOLOGY = "graph/ontology/kinds.py"
QUESTION, MAP = "queries/questions/<theme>/<stem>", "visualisations/maps/<stem>"
STARTER = "queries/cypher/<stem>.cypher"
SOURCE, SAMPLE = "loaders/sources/<format>.py", "tests/samples/<name>"
RULES, SEEN, CASES = "queries/verdicts/verdicts.yaml", "queries/verdicts/observing.py", "tests/unit/test_verdicts.py"
SET, PLANTS = "loaders/bundled/<register>/<stem>.yaml", "benchmarks/worlds/plants/"
OF_ONE_THING = f"{PLANTS}questions_of_one_thing.py"
SWEDISH = "graph/language/locale/sv/LC_MESSAGES/"


class Step(NamedTuple):
    """One change to one file: a new file, or lines before some that are there."""

    named: str
    """The file as CONTRIBUTING.md names it."""
    file: str
    lines: str
    before: str = ""
    """Where the lines go; empty: the file is new."""

    def take(self, house: Path) -> None:
        """Make the change."""
        path = house / self.file
        if self.before:
            text = path.read_text(encoding="utf-8")
            assert text.count(self.before) == 1, (
                f"tests/rooms/drills.py puts lines before {self.before!r} of {self.file}, which lacks it or has two: "
                "give that step another line that is there"
            )
            path.write_text(text.replace(self.before, self.lines + self.before), encoding="utf-8")
        else:
            path.write_text(self.lines, encoding="utf-8")


class Drill(NamedTuple):
    """One section of CONTRIBUTING.md."""

    adds: str
    budget: int
    """How many files it may take, but for what tests ask for."""
    steps: tuple[Step, ...]
    asked_for: tuple[Step, ...] = ()
    """What tests ask for: a motif of a planted world, a sample, something of the case, the Swedish of a text."""


DRILLS = (
    Drill("a field", 1, (Step(ONTOLOGY, ONTOLOGY, texts.FIELD, "    category: Text | None = fact("),)),
    Drill(
        "a kind",
        1,
        (
            Step(ONTOLOGY, ONTOLOGY, texts.KIND, "class Device(Kind,"),
            Step(ONTOLOGY, ONTOLOGY, texts.TWO_RELATIONS, '    relation(Api, "facade over'),
        ),
    ),
    Drill(
        "a question",
        1,
        (Step(f"{QUESTION}.py", "queries/questions/going/hosted.py", texts.QUESTION),),
        (
            Step(PLANTS, OF_ONE_THING, texts.PLANT_OF_QUESTION, "PLANTS = (\n"),
            Step(PLANTS, OF_ONE_THING, "    hosted,\n", "    needs_and_how_they_are_met, by_hand"),
            Step(
                SWEDISH,
                f"{SWEDISH}questions.po",
                texts.SWEDISH,
                "#: queries/questions/deciding/uncoordinated_needs.py\n",
            ),
        ),
    ),
    Drill("a starter", 1, (Step(STARTER, "queries/cypher/hosted.cypher", texts.STARTER),)),
    Drill(
        "a map",
        1,
        (Step(f"{MAP}.py", "visualisations/maps/buildings.py", texts.MAP),),
        (Step("loaders/bundled/", "loaders/bundled/case-vgr-illustrative/buildings.yaml", texts.OF_THE_CASE),),
    ),
    Drill(
        "a source",
        1,
        (Step(SOURCE, "loaders/sources/buildings.py", texts.SOURCE),),
        (Step(SAMPLE, "tests/samples/buildings.buildings", texts.SAMPLE),),
    ),
    Drill(
        "a rule",
        2,
        (
            Step(RULES, RULES, texts.RULE, "  - id: V16\n"),
            Step(
                SEEN,
                SEEN,
                '    "called": ("one-name", "other-names"),\n',
                '    "way": (',
            ),
            Step(SEEN, SEEN, '        ("called", called(carrier)),\n', '        ("way", way(carrier)),\n'),
            Step(SEEN, SEEN, texts.SEEN, "def way(carrier: Node) -> str:"),
        ),
        (
            Step(PLANTS, f"{PLANTS}verdicts.py", texts.PLANT_OF_RULE, "PLANTS = (\n"),
            Step(PLANTS, f"{PLANTS}verdicts.py", "    other_names,\n", "    no_way, only_planned"),
            Step(CASES, CASES, texts.CASE_AGAINST, '    ("way", "mediator"): lambda'),
            Step(CASES, CASES, texts.CASE_FOR, '    ("way", "free"): lambda'),
        ),
    ),
    Drill("a requirement set", 1, (Step(SET, "loaders/bundled/case-vgr-illustrative/archive.yaml", texts.SET),)),
)
