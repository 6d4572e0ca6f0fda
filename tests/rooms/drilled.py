"""The texts of the drills: what somebody who follows CONTRIBUTING.md would write."""

FIELD = '    hosting: Text | None = fact("Hosting", "Drift")\n'
KIND = '''class Building(Kind, sv="Byggnad", plural="buildings", plural_sv="byggnader", colour="#445566", shape="box",
               about_sv="Ett hus som något finns i."):
    """A house that something stands in."""

    floors: int | None = fact("Floors", "Våningar")
    opened: Day | None = since("Opened", "Öppnad")


'''
TWO_RELATIONS = """\
    relation(Device, "stands in / has inside", "står i / har i sig", Building, "Where it is.", "Var den finns."),
    relation(Organisation, "housed in / houses", "inryms i / inrymmer", Building, "Its house.", "Dess hus."),
"""
QUESTION = '''"""Systems whose hosting is stated."""

from graph.language.words import N_, Words
from graph.ontology.kinds import System
from graph.snapshot.snapshot import Snapshot
from queries.asking.answer import AnswerRow, Phrase, ThingRef
from queries.asking.grounds import grounds
from queries.asking.question import QuestionParameters, column

TITLE = Words("Which systems say where they run?", "Vilka system har uppgiven drift?")
ABOUT = Words(
    "Systems whose hosting is stated, by name; where it is not, nothing is said.",
    "System vars drift är uppgiven, efter namn. Där den inte är det sägs ingenting.",
)


class Row(AnswerRow):
    """One system and where it runs."""

    system: ThingRef = column("System", "System")
    hosting: str = column("Hosting", "Drift")
    note: Phrase = column("Note", "Anmärkning")


def find(snapshot: Snapshot, parameters: QuestionParameters) -> list[Row]:
    """Each system that says it."""
    note = Phrase(text=N_("Somebody runs it there."))
    return [
        Row(system=ThingRef.of(each), hosting=each.hosting, note=note, grounds=grounds(each))
        for each in snapshot.all(System)
        if each.hosting
    ]
'''
PLANT_OF_QUESTION = '''def hosted(region: Region) -> None:
    """A system that says where it runs."""
    system = sound.system(region, hosting="Egen datorhall")
    region.draft.find(asked("hosted", "system", "hosting"), system, "Egen datorhall")


'''
SWEDISH = """#: queries/questions/going/hosted.py
msgid "Somebody runs it there."
msgstr "Någon driver det där."

"""
STARTER = """// Which systems say where they run?
// Vilka system har uppgiven drift?
// Equals: samband ask hosted
MATCH (system:System)
WHERE system.hosting IS NOT NULL
RETURN system, system.hosting AS hosting
ORDER BY system.sort_key, system.id;
"""
OF_THE_CASE = """defaults: {source: case-vgr-illustrative, section: Buildings}
Building:
  - {id: north-house, name: The north house, name_sv: Norra huset, paraphrase: A made-up house., houses: [vgr]}
"""
MAP = '''"""Every building on one row."""

from graph.language.words import Language, Words
from graph.ontology.kinds import Building
from graph.snapshot.snapshot import Snapshot
from visualisations.drawing.link_lines import link_line
from visualisations.drawing.sketch import MapParameters, Sketch

TITLE = Words("Buildings", "Byggnader")
ABOUT = Words("Every building, by name, above those who work there.", "Varje byggnad, efter namn, med dem som är där.")


def sketch(snapshot: Snapshot, parameters: MapParameters, language: Language) -> Sketch:
    """The buildings beside each other, and below each who is there."""
    found = snapshot.all(Building)
    drawn = Sketch(total=len({each for building in found for each in (building, *building.houses)}))
    for number, building in enumerate(found[: parameters.limit]):
        drawn.put((0, number), building)
        for each in building.houses:
            drawn.put((1, number), each)
            drawn.lines.append(link_line(building.link("houses", each)))
    return drawn
'''
SOURCE = '''"""A list of buildings, a line each: id, name, floors."""

from pathlib import Path

from graph.facts.facts import Fact, Provenance, ThingFact
from graph.facts.places import Place
from graph.language.words import Words
from graph.ontology.kinds import Building
from loaders.files.cells_and_problems import Problems
from loaders.files.encodings import decoded
from loaders.files.file_limits import FileLimits
from loaders.files.folder import FolderFile, content, digest
from loaders.sources.contract import Dataset, Known, Reading

LIMITS = FileLimits(largest=10_000_000)


class Buildings:
    """The source of ``.buildings`` files."""

    name = "buildings"
    about = Words("a list of buildings (a .buildings file)", "en lista över byggnader (en .buildings-fil)")

    def recognises(self, path: Path) -> bool:
        """True for a file of that ending."""
        return path.suffix == ".buildings"

    def read(self, path: Path, known: Known) -> Reading:
        """Read `path` whole."""
        problems, facts, dataset = Problems(), list[Fact](), Dataset.named_after(path.stem)
        data = content(FolderFile(path.name, path), LIMITS, problems)
        text = None if data is None else decoded(data, path.name, problems)
        for number, line in enumerate((text or "").splitlines(), start=1):
            id, name, floors = line.split(",")
            fields = {"id": id, "name": name, "floors": int(floors)}
            facts.append(ThingFact(Building, id, fields, Provenance(path.name, place=str(Place(path.name, number)))))
        return Reading(dataset, digest([(path.name, data or b"")]), facts, problems.found)


SOURCE = Buildings()
'''
SAMPLE = "north,Norra huset,4\nsouth,Södra huset,2\n"
RULE = """  - id: V98
    sees: {called: one-name}
    verdict: conformant
    level: none
    en: "It has one name"
    sv: "Det har ett namn"
  - id: V99
    sees: {called: other-names}
    verdict: unknown
    level: organisational
    en: "It has several names, and no source says which of them is meant"
    sv: "Det har flera namn, och ingen källa säger vilket som avses"
"""
SEEN = '''def called(carrier: Node) -> str:
    """Whether it has one name."""
    return "other-names" if carrier.field("aliases") else "one-name"


'''
PLANT_OF_RULE = '''def other_names(region: Region) -> None:
    """V99: nothing is wrong but that it has two names."""
    read_verdict(region, sound.case(region, aliases=["Annat namn"]), "unknown", "V99")


'''
CASE_AGAINST = """\
    ("called", "other-names"): lambda: flowing(*SAME, flow=thing(Exchange, "flow", aliases=("Another",))),
"""
CASE_FOR = '    ("called", "one-name"): lambda: flowing(*SAME),\n'
SET = """# What an archive might ask of a product.
defaults: {source: case-vgr-illustrative, section: Requirement sets}
RequirementSet:
  - {id: archive-annex, name: "Annex to the tender: archives", name_sv: "Bilaga till upphandlingen: arkiv",
     version: "1", paraphrase: A made-up annex., lists: [hands-over-to-an-archive]}
Requirement:
  - {id: hands-over-to-an-archive, name: Hands over to an archive, name_sv: Lämnar över till ett arkiv, level: shall,
     paraphrase: A made-up requirement., formats: [application/pdf]}
"""
