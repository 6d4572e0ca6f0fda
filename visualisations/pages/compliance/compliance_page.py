"""The page of compliance: a form to choose from, the matrix of requirements and offers, and its map."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from graph.language.words import Language
from graph.scenarios.scenario_store import Kept
from graph.snapshot.snapshot import Snapshot
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.from_snapshot import requirement_sets
from queries.compliance.thing_names import words
from visualisations.drawing.canvas import fragment
from visualisations.drawing.map_drawing import MapDrawing
from visualisations.pages.compliance.compliance_matrix import SIGNS, Matrix, matrix_of
from visualisations.pages.frame.asked_of import DAY, AskedOf, kept_mark
from visualisations.pages.frame.inputs import Option
from visualisations.wording.addresses import compliance_address
from visualisations.wording.wording import first_day


@dataclass(frozen=True)
class Filled:
    """What the form was filled in with, beside files."""

    wanted: str
    """Id of the requirement set."""
    systems: tuple[str, ...]
    of: Mapping[str, str]
    """The day and the scenario that were chosen."""
    asked_of: AskedOf | None
    """What is judged where that is not the facts of today."""
    scenarios: tuple[Kept, ...]
    """Those to choose from."""
    again: bool
    """Whether the address says all of it: nothing was handed in."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the products were called, by the field of the form."""
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The names of the files that were handed in, by the field of the form: no page can choose them again."""

    @property
    def day(self) -> str:
        """The day that was chosen, whole; empty where it is none."""
        first = first_day(self.of.get(DAY, ""))
        return first.isoformat() if first else ""


@dataclass(frozen=True)
class CompliancePage:
    """What the page shows."""

    filled: Filled
    sets: tuple[Option, ...]
    """The requirement sets to choose from."""
    revision: int
    problem: str
    """What is wrong with what was given; empty where nothing is."""
    matrix: Matrix | None
    map: Markup | None
    """The matrix as a map."""
    illustrative: bool
    assumed: bool
    signs: Mapping[str, str]
    day: str
    """The day that was judged (``YYYY-MM-DD``); empty before anything is."""
    kept_scenarios: str
    """Changes when a scenario that may be chosen does."""

    @property
    def of(self) -> Mapping[str, str]:
        """The parameters of the day and the scenario, to be carried on to where the page leads."""
        return self.filled.of if self.filled.asked_of else {}

    @property
    def address_of_facts(self) -> str:
        """The same, of the facts of today; empty where files were handed in, which are kept nowhere."""
        filled = self.filled
        return compliance_address(set=filled.wanted, system=filled.systems) if filled.again else ""


def compliance_page(
    snapshot: Snapshot,
    language: Language,
    filled: Filled,
    comparison: ComplianceMatrix | None = None,
    drawing: MapDrawing | None = None,
    problem: str = "",
) -> CompliancePage:
    """The form as it was filled in, and the comparison with its map, or what stood in its way."""
    return CompliancePage(
        filled=filled,
        sets=tuple(Option(node.id, words(node).say(language)) for node in requirement_sets(snapshot)),
        revision=comparison.revision if comparison else snapshot.revision,
        problem=problem,
        day=comparison.day if comparison else "",
        matrix=matrix_of(comparison, snapshot, filled.of, language) if comparison else None,
        map=fragment(drawing, within=True) if drawing and drawing.strokes else None,
        illustrative=comparison is not None and comparison.illustrative,
        assumed=comparison is not None and comparison.assumed,
        signs={status.words.say(language): sign for status, sign in SIGNS.items()},
        kept_scenarios=kept_mark(filled.scenarios),
    )
