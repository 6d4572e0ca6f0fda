"""The questionnaire's sheets and columns: what both its writer and its reader go by."""

from typing import NamedTuple

from graph.language.words import N_
from graph.ontology.vocabulary import EvidenceLevel
from graph.tender.offer import ANSWERS, Says

MARK = "_samband"
"""The hidden sheet that says which requirement set the workbook is made from."""
KIND, KIND_VALUE = "kind", "questionnaire"
SET, VERSION, VENDOR = "requirement-set", "version", "vendor"
SHEETS = {"en": ("Guide", "Requirements"), "sv": ("Anvisningar", "Krav")}
ID, LEVEL, NAME, RATIONALE, ORIGIN, DEMANDS, ANSWER, STATED, EVIDENCE, REFERENCE, COMMENT = (
    "id", "level", "name", "rationale", "origin", "demands", "answer", "version", "evidence", "reference", "comment",
)  # fmt: skip
KEY_ROW, HEADING_ROW, FIRST_ROW = 1, 2, 3
"""The first row holds the keys of the columns, and is hidden."""


class FormColumn(NamedTuple):
    """One column: its key, its heading, what it means, its width, and whether the vendor fills it in."""

    key: str
    heading: str
    about: str
    width: int
    filled_in: bool = False


COLUMNS = (
    FormColumn(ID, N_("Id"), N_("Key of the requirement. It is locked; the answers are found by it."), 24),
    FormColumn(LEVEL, N_("Level"), N_("Shall requirements must be met; should requirements are weighed."), 9),
    FormColumn(NAME, N_("Requirement"), N_("What is required."), 44),
    FormColumn(RATIONALE, N_("Rationale"), N_("Why it is required."), 34),
    FormColumn(ORIGIN, N_("Comes from"), N_("The law, information model or standard that it comes from."), 30),
    FormColumn(
        DEMANDS,
        N_("What is looked for"),
        N_("What the answer, and files that are handed in with it, are held against."),
        44,
    ),
    FormColumn(ANSWER, N_("Answer"), N_("Yes, partly or no. Leave it empty where you do not know."), 12, True),
    FormColumn(
        STATED, N_("Version"), N_("The version of the standard that the product follows, e.g. 4.0.1."), 14, True
    ),
    FormColumn(
        EVIDENCE,
        N_("Evidence"),
        N_("How it is established: declared, tested, certified, or observed in production."),
        22,
        True,
    ),
    FormColumn(REFERENCE, N_("Reference"), N_("Where it can be read: a document and page, or an address."), 34, True),
    FormColumn(COMMENT, N_("Comment"), N_("What else there is to say."), 44, True),
)


def answers() -> dict[str, Says]:
    """Every word that is read as an answer."""
    return {word.casefold(): says for says in ANSWERS for word in (says.value, *says.words)}


def evidence_levels() -> dict[str, EvidenceLevel]:
    """Every word that is read as a level of evidence."""
    return {word.casefold(): level for level in EvidenceLevel for word in (level.value, *level.words)}
