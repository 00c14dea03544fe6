"""The overview as of a day and since a day: any day, and clear words for one that cannot be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.api.promises import planned
from tests.api.world import World
from trinvis.core import clock

URL = "/api/overview"


def row(world: World, query: str) -> dict[str, Any]:
    """The row of A."""
    items = world.get("hmu", f"{URL}?{query}")["items"]
    found: dict[str, Any] = next(each for each in items if each["department"]["id"] == world.id_("A"))
    return found


def test_it_is_seen_as_it_stood_at_the_end_of_any_day(world: World) -> None:
    with clock.standing_at(datetime(2026, 3, 3, 22, 30, tzinfo=UTC)):  # 23.30 in Copenhagen
        planned(world, due="2026-03-20")
    with clock.standing_at(datetime(2026, 3, 3, 23, 30, tzinfo=UTC)):  # half past midnight
        planned(world, due="2026-03-10")
    assert row(world, "as_of=2026-03-02")["next_date"] is None
    assert row(world, "as_of=2026-03-03")["next_date"] == "2026-03-20"
    assert row(world, "as_of=2026-03-04")["next_date"] == "2026-03-10"
    assert world.get("hmu", f"{URL}?as_of=2026-03-03")["as_of"] == "2026-03-03"


def test_today_is_as_it_stands(world: World) -> None:
    today = str(clock.today())
    assert world.get("hmu", f"{URL}?as_of={today}") == world.get("hmu", URL)


@pytest.mark.parametrize(
    ("query", "field", "problem"),
    [
        ("as_of=2099-01-01", "as_of", "in_future"),
        ("as_of=1999-12-31", "as_of", "greater_than_equal"),
        ("as_of=2026-02-30", "as_of", "date_from_datetime_parsing"),
        ("since=2026-03-04&as_of=2026-03-03", "since", "after_as_of"),
        ("since=2099-01-01", "since", "after_as_of"),
        ("since=banan", "since", "date_from_datetime_parsing"),
    ],
)
def test_a_day_that_cannot_be_is_refused(world: World, query: str, field: str, problem: str) -> None:
    answer = world.get("hmu", f"{URL}?{query}", 422)
    (error,) = answer["facts"]["errors"]
    assert (error["field"], error["problem"]) == (field, problem)


def test_tomorrow_is_refused_and_today_is_not(world: World) -> None:
    today = clock.today()
    world.get("hmu", f"{URL}?as_of={today + timedelta(days=1)}", 422)
    world.get("hmu", f"{URL}?as_of={today}&since={today}")
