"""Who names no day asks of today: what is over or has not begun does not count, and the answer says the day."""

from datetime import date, timedelta
from typing import Any

import pytest

from graph.database.store import Store
from graph.ontology.kinds import Exchange, InformationEntity, System
from graph.ontology.vocabulary import Lifecycle
from queries.asking.catalogue import catalogue
from queries.asking.service import QuestionService
from queries.asking.snapshots import Snapshots
from tests.integration.test_pasting import asked
from tests.worlds import link, put, thing
from visualisations.maps.draw import draw

TODAY = date.today().isoformat()
YESTERDAY, TOMORROW = (str(date.today() + timedelta(days=days)) for days in (-1, 1))


async def put_what_is_over_and_what_is_to_come(store: Store) -> None:
    old, new = thing(InformationEntity, "old"), thing(InformationEntity, "new")
    giver, taker = (thing(System, name, lifecycle=Lifecycle.ACTIVE) for name in ("giver", "taker"))
    gone = thing(System, "gone", used_until=YESTERDAY)
    over, later = thing(Exchange, "over", valid_until=YESTERDAY), thing(Exchange, "later", valid_from=TOMORROW)
    ends = [each for flow in (over, later) for each in (link(giver, "provides", flow), link(taker, "consumes", flow))]
    has = [link(giver, "masters", each) for each in (old, new)] + [link(taker, "reads", each) for each in (old, new)]
    carried = [link(over, "carries", old), link(later, "carries", new)]
    await put(store, old, new, giver, taker, gone, over, later, *ends, *has, *carried, link(gone, "stores", old))


async def test_what_ended_yesterday_or_begins_tomorrow_moves_and_holds_nothing(store: Store) -> None:
    await put_what_is_over_and_what_is_to_come(store)
    service = QuestionService(store)
    verdicts: Any = await service.evaluate("interoperability_verdicts")
    assert verdicts.day == TODAY
    assert {(row.entity.id, row.verdict.value) for row in verdicts.rows} == {("new", "no-path"), ("old", "no-path")}
    held: Any = await service.evaluate("last_holder")
    assert {row.holder.id for row in held.rows} == {"giver"}
    candidates: Any = await service.evaluate("divestment_candidates")
    assert "gone" not in {row.system.id for row in candidates.rows}
    drawing = await draw(store, service.snapshots, "landscape", "en")
    assert drawing.asked_of.startswith("As of today, ")


async def test_what_is_stated_stays_whatever_the_day(store: Store) -> None:
    await put_what_is_over_and_what_is_to_come(store)
    snapshots = Snapshots(store)
    stated, today = await snapshots.stated(), await snapshots.view(catalogue()["no_owner"].parameters())
    assert (stated.day, today.day, today.of) == (None, TODAY, {})
    lifecycles = [{each.id: each.lifecycle for each in view.snapshot.all(System)} for view in (stated, today)]
    assert [each["gone"] for each in lifecycles] == [None, Lifecycle.RETIRED]


@pytest.mark.mostly_embedded
async def test_no_day_is_today_for_every_question(world: Store) -> None:
    service = QuestionService(world)
    snapshot = await service.snapshots.snapshot()
    for stem, question in catalogue().items():
        for values in asked(question, snapshot):
            without = await service.evaluate(stem, **values)
            of_today = await service.evaluate(stem, as_of=TODAY, **values)
            assert (without.rows, without.total, without.day) == (of_today.rows, of_today.total, of_today.day), stem
