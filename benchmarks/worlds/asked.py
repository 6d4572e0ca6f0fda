"""What is asked of a planted world, of which moment, and by which columns an answer is compared."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple

Column = str | tuple[str, ...]
"""A column of the answer; several together where their order says nothing."""
SCENARIO = "planned"
"""The id of the scenario that stands beside a world; every step of it belongs to a motif."""


class Moment(Enum):
    """Of what a question is asked: the graph as it is, of another day by its dates, after a scenario, or both.

    What is dated in a world is dated before the earlier day, between that and today, between today and the later day,
    or long after it. So a world gives the same answers for decades.
    """

    TODAY = ()
    EARLIER = (("as_of", "2021-06-30"),)
    LATER = (("as_of", "2060-06-30"),)
    OUTCOME = (("scenario", SCENARIO),)
    LATER_OUTCOME = (("as_of", "2060-06-30"), ("scenario", SCENARIO))


EVER = tuple(Moment)
SINCE = (Moment.TODAY, Moment.OUTCOME, Moment.LATER, Moment.LATER_OUTCOME)
"""What has begun between the earlier day and today."""
UNTIL = (Moment.EARLIER, Moment.TODAY, Moment.OUTCOME)
"""What ends between today and the later day."""
BEFORE = (Moment.EARLIER, Moment.TODAY, Moment.LATER)
"""What the scenario puts an end to."""
EARLIER = (Moment.EARLIER,)
LATER = (Moment.LATER, Moment.LATER_OUTCOME)
OUTCOME = (Moment.OUTCOME, Moment.LATER_OUTCOME)
"""What is so then only."""


class Asked(NamedTuple):
    """A question with its parameters, the columns that identify a row, and rows that are no finding."""

    question: str
    columns: tuple[Column, ...]
    parameters: tuple[tuple[str, Any], ...] = ()
    leaving_out: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    """Values of a column with which a row says that all is well."""
    spread: str | None = None
    """A column of several things, each of which is a finding by itself; a row without any is one too."""
    at: tuple[Moment, ...] = (Moment.TODAY,)


def asked(
    question: str,
    *columns: Column,
    leaving_out: Mapping[str, tuple[Any, ...]] | None = None,
    spread: str | None = None,
    at: tuple[Moment, ...] = (Moment.TODAY,),
    **parameters: Any,
) -> Asked:
    """Declare what is asked."""
    return Asked(question, columns, tuple(parameters.items()), tuple((leaving_out or {}).items()), spread, at)


VERDICTS = asked("interoperability_verdicts", "verdict", "rule", "entity", "source", "target", "wanted_by",
                 leaving_out={"verdict": ("conformant",)})  # fmt: skip
MISSING = asked("interoperability_gaps", "subject", "other", "entity", gap="missing-exchange")
SECTORS_APART = asked("interoperability_gaps", ("subject", "other"), gap="sectors-apart")
READS = asked("interoperability_gaps", "subject", "entity", gap="read-without-exchange")
VERSIONS = asked("interoperability_gaps", "subject", "other", gap="version-mismatch")
ALONE = asked("interoperability_gaps", "subject", gap="island")
OWN_FORMAT = asked("interoperability_gaps", "subject", gap="non-standard")
REPLACED = asked("interoperability_gaps", "subject", "other", gap="replaced-version")
NOT_STATED = asked("interoperability_gaps", "subject", gap="standard-not-stated")
UNOWNED_FLOW = asked("interoperability_gaps", "subject", gap="exchange-without-owner")
OBSERVED = {
    gap: asked("interoperability_gaps", "subject", gap=gap, counts_as="observation")
    for gap in ("version-mismatch", "island", "non-standard", "replaced-version", "standard-not-stated",
                "exchange-without-owner")
}  # fmt: skip
"""What nothing is stated to want, so that it is no gap."""
UNCERTAIN = asked("interoperability_gaps", "gap", "subject", counts_as="unknown")
LAST_HOLDER = asked("last_holder", "entity", "holder", "masters")
NO_OWNER = asked("no_owner", "kind", "thing")
COVERAGE = asked("model_coverage", "subject", "findings", leaving_out={"findings": (("one-master",),)})
ISLANDS = asked("islands", ("one", "other"))
POINTS = asked("single_points", "platform", "alone", "pairs", leaving_out={"alone": (0, None)})
FACADES = asked("facades", "api", "behind", "user_count", "chain")
NONSTANDARD = asked("nonstandard_exchanges", "subject", "reasons")
UNCOORDINATED = asked("uncoordinated_needs", "subject", only_missing=True)
CANDIDATES = asked("divestment_candidates", "system", "standing", "quadrant")
NOT_ASSESSED = asked("not_assessed", "system", "not_stated")
BLOCKERS = asked("divestment_blockers", "system", "sort", "what")
BLOCKED = asked("blocked_divestments", "blocked", "blocked_by")
NEW_ON_OLD = asked("mode_two_on_mode_one", "older", "newer")
CHAINS = asked("facade_chains", "api", "facades", "record", "circle")
LACKING = {lack: asked("exchanges_across", "exchange", "missing", lacks=lack) for lack in ("owner", "governing-body")}
MASTERS = asked("entity_masters", "finding", "subject", leaving_out={"finding": ("no-terminology",)})
SUPERSEDED = asked("superseded_versions", "old", "used_by", "stage", leaving_out={"stage": ("circle",)})
CUTS = asked("articulation_points", "thing", "systems_cut_off", "parts")
CIRCLES = asked("escalation", "subject", circles_only=True)
EXPOSED = asked("ehds_exposure", "thing", "role", "applies_from", "categories")
PLAN = asked("divestment_plan", "wave", "system", "moves_with")
MATURITY = asked("capability_maturity", "capability", "organisation", "assessed", "maturity", "change", "practices",
                 "practised_here", "initiatives")  # fmt: skip
CHANGES = asked(
    "changes_since", "change", "thing", "what", leaving_out={"change": ("relations", "relation-new", "relation-gone")}
)
FUNDS = asked("fund_payments", "fund", "pays_for", "budgets", "progress", "introduces", "started_at", "led_by",
              "approved_by")  # fmt: skip
INTERVIEWED = asked("informants", "organisation", "designation", "interviewed_for", "governs", "decides_on", "sits_in",
                    "organisation_governs")  # fmt: skip
ACTIONS = asked("orchestration_actions", "action", "level", "things", spread="things")
STEERED = asked("steering_objects", "object", "contents", leaving_out={"notes": ((),)}, spread="contents",
                listed=10_000)  # fmt: skip
MATTERS = asked("decision_rights", "subject", "decided_by", "held_by_nobody", kind="Budget")
ADDRESSING = asked("addressing_findings", "finding", "consumers", "producers", "contracts", "addresses", "profiles",
                   "day")  # fmt: skip

ALWAYS = (
    VERDICTS, MISSING, SECTORS_APART, READS, VERSIONS, ALONE, OWN_FORMAT, REPLACED, NOT_STATED, UNOWNED_FLOW,
    *OBSERVED.values(), UNCERTAIN,
    LAST_HOLDER, NO_OWNER, COVERAGE, ISLANDS, POINTS, FACADES, NONSTANDARD, UNCOORDINATED, CANDIDATES,
    NOT_ASSESSED, BLOCKERS, BLOCKED, NEW_ON_OLD, CHAINS, *LACKING.values(), MASTERS, SUPERSEDED, CUTS, CIRCLES, EXPOSED,
    PLAN, MATURITY, CHANGES, FUNDS, INTERVIEWED, ACTIONS, STEERED, MATTERS, ADDRESSING,
)  # fmt: skip
"""What is asked of every world at every moment, also where nothing is to be found."""
