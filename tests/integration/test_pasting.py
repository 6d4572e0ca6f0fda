"""The Cypher that is written for an answer or a map shows what this rests on, and nothing else, whatever the ids."""

import itertools
from typing import Any

import pytest

from graph.database.pasted import comment
from graph.database.store import Store, Write
from graph.facts.facts import LinkKey, Ref
from graph.ontology.kinds import Exchange, GovernanceBody, IntegrationPlatform, Organisation, System
from graph.ontology.ontology import ONTOLOGY
from graph.snapshot.node import Node
from graph.snapshot.snapshot import Snapshot
from queries.asking import answer_cypher
from queries.asking.answer import Answer
from queries.asking.answer_cypher import answer_in_cypher
from queries.asking.catalogue import catalogue
from queries.asking.question import Question
from queries.asking.service import QuestionService
from queries.asking.snapshots import Snapshots
from tests.bundled import bundled_snapshot
from tests.integration.pasting import keys, shown_by, with_ends
from tests.worlds import link, put, thing
from visualisations.maps.atlas import Map, atlas
from visualisations.maps.draw import draw

MOST = 2
"""Values that a parameter which must be given takes in turn."""
CENTRES = (System, GovernanceBody, IntegrationPlatform, Exchange, Organisation)
NASTY = (
    "it's",
    '"two"',
    "back\\slash",
    "\\",
    "\\u0041",
    "\\u000A",
    "'",
    "\\'",
    "{id}",
    "$id",
    "`t`",
    "å🏥",
    "; RETURN 1 //",
    "x\u2028y",
)


def asked(question: Question, snapshot: Snapshot) -> list[dict[str, Any]]:
    """Values for the parameters that must be given: the best connected things of the kind."""
    values: list[dict[str, Any]] = [{}]
    for name, each in question.inputs.items():
        if each.required and (kind := question.kind_of(name)):
            ids = [n.id for n in sorted(snapshot.all(ONTOLOGY.kinds[kind]), key=connected)[:MOST]]
            values = [{**given, name: id} for given in values for id in ids]
    return values


def connected(node: Node) -> int:
    """The best connected first."""
    return -sum(map(len, node.sides.values()))


def drawn(chosen: Map) -> list[dict[str, Any]]:
    """The map of everything, or around the best connected thing of several kinds, one step and three steps away."""
    if not any(each.required for each in chosen.inputs.values()):
        return [{}]
    centres = [min(bundled_snapshot().all(kind), key=connected) for kind in CENTRES]
    return [{"kind": node.kind, "id": node.id, "depth": depth} for node in centres for depth in (1, 3)]


async def unlike(store: Store, stem: str, snapshot: Snapshot) -> dict[str, str] | None:
    """Where the text shows other facts than the rows rest on; None where no row rests on anything."""
    answered, found, service = False, {}, QuestionService(store)
    for values in asked(catalogue()[stem], snapshot):
        answer = await service.evaluate(stem, **{"limit": 10_000, **values})
        grounds = with_ends({ground for row in answer.rows for ground in row.grounds})
        shown = await shown_by(store, answer)
        answered = answered or bool(grounds)
        if shown != grounds:
            lost, more = sorted(map(str, grounds - shown)), sorted(map(str, shown - grounds))
            found[f"{stem} {values}"] = f"lacks {len(lost)} {lost[:3]}, has {len(more)} more {more[:3]}"
    return found if answered else None


async def test_what_is_written_for_an_answer_shows_what_its_rows_rest_on_and_nothing_else(case: Store) -> None:
    found: dict[str, str] = {}
    for stem in catalogue():
        found |= await unlike(case, stem, bundled_snapshot()) or {}
    assert not found, "\n".join(f"{stem}: {how}" for stem, how in found.items())


@pytest.mark.mostly_embedded
async def test_what_the_case_has_no_row_of_is_written_for_a_planted_world(world: Store) -> None:
    snapshot = await Snapshots(world).snapshot()
    found: dict[str, str] = {}
    without = [stem for stem in catalogue() if not has_a_row(stem, bundled_snapshot())]
    assert "addressing_findings" in without
    for stem in without:
        unlike_here = await unlike(world, stem, snapshot)
        assert unlike_here is not None, f"{stem} has a row neither in the case nor in a planted world: nobody tries it"
        found |= unlike_here
    assert not found, "\n".join(f"{stem}: {how}" for stem, how in found.items())


def has_a_row(stem: str, snapshot: Snapshot) -> bool:
    """Whether the question finds something that rests on a fact."""
    question = catalogue()[stem]
    for values in asked(question, snapshot):
        parameters = question.parameters(**values)
        if any(question.explain(snapshot, each, parameters).grounds for each in question.find(snapshot, parameters)):
            return True
    return False


async def test_what_is_written_for_a_map_shows_all_that_it_draws_and_nothing_else(case: Store) -> None:
    snapshots, found = Snapshots(case), {}
    for stem, chosen in atlas().items():
        for values in drawn(chosen):
            wanted = chosen.sketch(bundled_snapshot(), chosen.parameters(limit=500, **values), "en").facts()
            assert wanted, stem
            drawing = await draw(case, snapshots, stem, "en", limit=500, **values)
            shown = set(keys(await case.read(drawing.cypher)))
            if shown != with_ends(wanted) and len(wanted) <= answer_cypher.MOST_FACTS:
                found[f"{stem} {values}"] = sorted(map(str, shown ^ with_ends(wanted)))[:5]
    assert not found


async def test_ids_of_any_letters_are_shown(store: Store) -> None:
    systems = [thing(System, id) for id in NASTY]
    flows = [thing(Exchange, id) for id in NASTY]
    provided = [link(a, "provides", b) for a, b in zip(systems, flows, strict=True)]
    consumed = [link(a, "consumes", b) for a, b in zip(systems, flows[1:], strict=False)]
    await put(store, *systems, *flows, *provided, *consumed)
    service = QuestionService(store)
    answer = await service.evaluate("no_owner")
    assert await shown_by(store, answer) == {Ref(kind, id) for kind in ("System", "Exchange") for id in NASTY}
    for before, id in itertools.pairwise(NASTY):
        answer = await service.evaluate("dependencies", system=before, direction="depends-on", depth=1)
        ends, flow = [Ref("System", before), Ref("System", id)], Ref("Exchange", id)
        relations = [LinkKey(ends[0], "CONSUMES", flow), LinkKey(ends[1], "PROVIDES", flow)]
        assert await shown_by(store, answer) == {*ends, flow, *relations}, id
        drawing = await draw(store, Snapshots(store), "surroundings", "sv", kind="System", id=id)
        assert {*ends, flow, *relations} <= set(keys(await store.read(drawing.cypher))), id


async def test_what_a_reader_writes_never_leaves_its_comment(store: Store) -> None:
    lines = ["\\u000A MATCH (n) DETACH DELETE n //", "\n RETURN 2 AS one //", "\r\n\u2028\u2029\x85 RETURN 3 AS one"]
    assert await store.read(comment(lines) + "RETURN 1 AS one") == [{"one": 1}]


async def test_what_somebody_put_beside_the_graph_is_not_shown(store: Store) -> None:
    a, b = thing(System, "a"), thing(Exchange, "b")
    await put(store, a, b)

    async def foreign(write: Write) -> None:
        await write.run("MATCH (a:System {id: 'a'}), (b:Exchange {id: 'b'}) CREATE (a)-[:PROVIDES {theirs: true}]->(b)")

    await store.write(foreign)
    rows = await store.read(answer_cypher.in_cypher([], {LinkKey(a.key, "PROVIDES", b.key), a.key}, "en"))
    assert set(keys(rows)) == {a.key}


async def test_a_text_is_bounded_and_says_what_it_leaves_out(case: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = await QuestionService(case).evaluate("superseded_versions")
    monkeypatch.setattr(answer_cypher, "MOST_FACTS", 30)
    shown = await shown_by(case, answer)
    text = answer_in_cypher(catalogue()["superseded_versions"], answer, "en")
    taken = rows_within(answer, 30)
    assert 1 <= taken < len(answer.rows)
    assert f"What rows 1 to {taken} of {answer.total} rest on" in text
    assert f"Rows {taken + 1} to {len(answer.rows)} are left out: a text shows at most 30" in text
    assert shown == with_ends({ground for row in answer.rows[:taken] for ground in row.grounds})
    monkeypatch.setattr(answer_cypher, "MOST_FACTS", 2)
    text = answer_in_cypher(catalogue()["superseded_versions"], answer, "en")
    assert f"at most: {len(answer.rows[0].grounds) - 2}." in text
    assert f"Rows 2 to {len(answer.rows)} are left out" in text


def rows_within(answer: Answer, most: int) -> int:
    """How many of the first rows rest on so many facts together."""
    numbers = range(1, len(answer.rows) + 1)
    return max(n for n in numbers if len({each for row in answer.rows[:n] for each in row.grounds}) <= most)
