"""Compliance as a field: a requirement set held against systems of the graph and offers given with the question."""

import asyncio
from typing import Any

import strawberry

from api.graphql import type_building
from api.graphql.answers import SPOKEN, row_type
from api.graphql.context import Ask
from api.graphql.graphql_values import IN_LANGUAGE, choice_type, said
from api.graphql.offer_input import ASPECT, EVIDENCE, SAYS, OfferInput, offer_given, own_enum
from api.graphql.type_building import Argument, Member
from api.graphql.views import OF
from graph.ontology.vocabulary import RequirementLevel
from graph.tender.offer import Format
from queries.asking.answer import Lead
from queries.compliance.comparison import ComplianceMatrix
from queries.compliance.judgement import Status

STATUS: Any = own_enum(Status, "ComplianceStatus")
FORMAT: Any = own_enum(Format, "OfferFormat")
LEVEL: Any = choice_type(RequirementLevel)

LEAD: Any = row_type(Lead, "")
PLACE: Any = type_building.object_type(
    "CompliancePlace",
    "Where a claim is written, and what is written there.",
    [
        Member("file", str, "The file; of a system in the graph, who says so"),
        Member("place", str, "A JSON pointer, an XPath, or sheet and cell; of a system, the relation in the graph"),
        Member("claim", str, "What is claimed there"),
        Member("aspect", ASPECT, "What the claim is about"),
        Member("says", SAYS, "What is claimed of it"),
        Member("evidence", EVIDENCE | None, "How well it is established"),
        Member("note", str | None, "What the file adds in words"),
        Member("illustrative", bool, "True where it rests on a made-up example"),
        Member("assumed", bool, "True where only a scenario says it"),
    ],
)
FINDING: Any = type_building.object_type(
    "ComplianceFinding",
    "One demand held against an offer.",
    [
        Member("aspect", ASPECT, "What the demand is about"),
        Member("demand", SPOKEN, "What is demanded"),
        Member("rule", str, "Id of the rule that it follows from"),
        Member("status", STATUS, "How the demand stands"),
        Member("why", SPOKEN, "What was found"),
        Member("evidence", EVIDENCE | None, "The best evidence for what is offered"),
        Member("places", list[PLACE], "Where it was found"),
    ],
)
JUDGEMENT: Any = type_building.object_type(
    "ComplianceJudgement",
    "One requirement held against one offer.",
    [
        Member("offer", str, "Name of the offer"),
        Member("status", STATUS, "How the requirement stands with the offer"),
        Member("evidence", EVIDENCE | None, "The weakest of what it rests on"),
        Member("rules", list[str], "Ids of the rules that it follows from"),
        Member("summary", SPOKEN, "What it follows from, in one sentence"),
        Member("why", SPOKEN, "The summary, and what was found of each demand"),
        Member("findings", list[FINDING], "The demands one by one"),
        Member("places", list[PLACE], "Every place that it rests on"),
        Member("illustrative", bool, "True where it rests on a made-up example"),
        Member("assumed", bool, "True where something that it rests on is said by a scenario alone"),
        Member("leads", list[LEAD], "What to ask next about it"),
    ],
)
ROW: Any = type_building.object_type(
    "ComplianceRow",
    "One requirement and how each offer stands with it.",
    [
        Member("requirement", strawberry.ID, "Id of the requirement", lambda self, info: self.requirement.id),
        Member("name", str, "What is required", lambda self, info, language: self.requirement.name.say(language.value),
               IN_LANGUAGE),
        Member("level", LEVEL | None, "How binding it is", lambda self, info: self.requirement.level),
        Member("not_judged", list[str], "What else it asks for, against which no file is held: an answer can tell",
               lambda self, info: list(self.requirement.unjudged)),
        Member("judgements", list[JUDGEMENT], "In the order of the offers"),
    ],
)  # fmt: skip
OFFERED: Any = type_building.object_type(
    "ComplianceOffer",
    "One product that is judged.",
    [
        Member("name", str, "What it is called", said, IN_LANGUAGE),
        Member("system", strawberry.ID | None, "Id of the system in the graph that it is"),
        Member("files", list[str], "What it was read from"),
        Member("formats", list[FORMAT], "In which formats"),
    ],
)
COMPLIANCE: Any = type_building.object_type(
    "Compliance",
    "A requirement set held against offers.",
    [
        Member("requirement_set", strawberry.ID, "Id of the set", lambda self, info: self.requirements.id),
        Member("revision", int, "Revision of the graph that it was read from"),
        Member("as_of", str, "The day that the graph was looked at", lambda self, info: self.day),
        Member("scenario", strawberry.ID | None, "The scenario that the graph was looked at after; null is the facts"),
        Member("illustrative", bool, "True where anything of it rests on a made-up example"),
        Member("assumed", bool, "True where anything of it rests on what only a scenario says"),
        Member("offers", list[OFFERED], "The columns"),
        Member("rows", list[ROW], "The requirements, those that shall be met first"),
    ],
)


async def _comply(
    self: None, info: Ask, requirement_set: str, systems: list[str] | None, offers: list[Any] | None, **of: str | None
) -> ComplianceMatrix:
    handed_in = await asyncio.to_thread(
        lambda: [offer_given(each, number) for number, each in enumerate(offers or [], 1)]
    )
    return await info.context.comply(requirement_set, systems or [], handed_in, **of)


MEMBERS = [
    Member(
        "compliance",
        COMPLIANCE,
        "How systems and offers stand with a requirement set: met, partly, not met, not declared or contradicted, "
        "with evidence and place · Hur system och anbud står sig mot en kravuppsättning",
        _comply,
        {
            "requirement_set": Argument(strawberry.ID, "Id of the requirement set"),
            "systems": Argument(list[strawberry.ID] | None, "Ids of systems in the graph", None),
            "offers": Argument(list[OfferInput] | None, "Offers that are not in the graph", None),
            **OF,
        },
    )
]
