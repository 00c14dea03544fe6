"""Why a department is on HR's list, over the API; the list's filters and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlmodel import col, select, update

from tests.api.rollout import LIST, codes, later, next_quarter, noted, planned, row
from tests.api.steps import begun, day, session
from tests.api.trials import MORNING, draft, move, statements
from tests.api.world import World
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.departments.importing import import_departments
from trinvis.departments.tables import Department
from trinvis.tracks.rules import quarter_of


@pytest.fixture(autouse=True)
def _a_monday_in_november() -> Iterator[None]:
    """What is due and what is quiet hangs on the calendar: the tests stand on one day."""
    with clock.standing_at(MORNING):
        yield


def test_help_wanted_is_a_reason_until_it_is_answered(world):
    wish = {"department_id": world.id_("A"), "wish": "Kom med til et møde"}
    made = world.post("leader", "/api/support-requests", **wish)
    found = row(world)
    assert found["help_wanted"] == {"id": made["id"], "wish": "Kom med til et møde", "on": day()}
    assert [reason["code"] for reason in found["reasons"]] == ["help_wanted"]
    agreed = world.move("hr", f"/api/support-requests/{made['id']}/agree", 1, agreed_for=day(3))
    assert (row(world)["help_wanted"], codes(world)) == (None, [])
    # Agreeing on it was speaking with them.
    assert row(world)["last_contact"] == {"on": day(), "by": "support"}
    world.move("leader", f"/api/support-requests/{made['id']}/done", agreed["version"])
    assert codes(world) == []


def follow_up(world: World) -> None:
    said = {"department_id": world.id_("A1"), "kind": "process", "question": "Går det?", "due": day(2)}
    world.post("leader", "/api/follow-ups", 201, **said)


def agreement(world: World) -> None:
    said = {"department_id": world.id_("A"), "what": "Tavle", "owner_id": world.person("leader")}
    world.post("leader", "/api/agreements", 201, **said, due=day(2))


def planned_session(world: World) -> None:
    world.post("leader", "/api/journeys/sessions", **session([world.id_("A")], state="planned", day=day(2)))


def running_trial(world: World) -> None:
    trial = move(world, draft(world, starts_on=day(), ends_on=day(2)), "plan")
    move(world, trial, "start", agreed_with="trio")


def agreed_help(world: World) -> None:
    made = world.post("leader", "/api/support-requests", department_id=world.id_("A"), wish="Et oplæg")
    world.move("hr", f"/api/support-requests/{made['id']}/agree", 1, agreed_for=day(2))


@pytest.mark.parametrize(
    ("promise", "kind"),
    [
        (follow_up, "follow_up"),
        (agreement, "agreement"),
        (planned_session, "session"),
        (running_trial, "evaluate"),
        (agreed_help, "support"),
    ],
)
def test_what_is_due_shows_on_its_day_and_after(world, promise, kind):
    promise(world)
    assert codes(world) == []
    seen = []
    for days in (2, 3):
        with later(world, days):
            (reason,) = row(world)["reasons"]
            seen.append((reason["code"], reason["kind"], reason["on"], reason["late"]))
    assert seen == [("due", kind, day(2), False), ("due", kind, day(2), True)]


def test_a_round_with_nothing_ahead_is_stuck_after_two_weeks_and_silent_after_sixty_days(world):
    world.post("hr", "/api/journeys/sessions", **session([world.id_("A")]))
    assert row(world)["last_contact"] == {"on": day(), "by": "session"}
    assert row(world)["stage"] == "in_progress"
    assert row(world)["steps"] == ["in_progress", "not_started", "not_started"]
    assert codes(world) == []
    with later(world, 15):
        (reason,) = row(world)["reasons"]
        assert (reason["code"], reason["why"], reason["step"]) == ("stuck", "nothing_ahead", 1)
    with later(world, 61):
        assert [(one["code"], one["why"]) for one in row(world)["reasons"]] == [
            ("stuck", "no_movement"), ("no_contact", None),
        ]


def test_a_word_from_a_section_that_follows_is_movement(world):
    begun(world)
    with later(world, 50):
        idea = {"department_id": world.id_("A1"), "change": "fem minutter"}
        world.post("section_leader", "/api/trial-actions", **idea)
    with later(world, 61):
        assert "no_movement" not in [one["why"] for one in row(world)["reasons"]]


def test_silence_counts_from_the_invitation(world):
    planned(world, planned_start=quarter_of(clock.today() + timedelta(days=200)))
    assert codes(world) == []
    with later(world, 61):
        (reason,) = row(world)["reasons"]
        assert (reason["code"], reason["on"]) == ("no_contact", None)
        noted(world, on=str(clock.today()))
        assert codes(world) == []


def test_a_session_led_by_hr_is_contact_and_one_held_alone_is_none(world):
    a, b = world.id_("A"), world.id_("B")
    world.post("leader", "/api/journeys/sessions", **session([a], day=day(-5)))
    assert row(world)["last_contact"] is None
    world.post("leader", "/api/journeys/sessions", **session([a], day=day(-4), led_by=world.person("hr")))
    world.post("hr", "/api/journeys/sessions", **session([b], day=day(-2)))
    assert row(world)["last_contact"] == {"on": day(-4), "by": "session"}
    assert row(world, "B")["last_contact"] == {"on": day(-2), "by": "session"}
    # She was a consultant on the day, and that does not change when she is none any more.
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == world.people["hr"])
            .values(valid_to=clock.today() - timedelta(days=3), person_id=world.people["hr"])
        )
        work.session.execute(
            update(RoleGrant).where(col(RoleGrant.person_id) == world.people["trio"]).values(role="hr")
        )
    assert row(world, key="trio")["last_contact"] == {"on": day(-4), "by": "session"}


def test_filters(world):
    planned(world, "B", planned_start=next_quarter())
    begun(world)
    world.post("leader", "/api/support-requests", department_id=world.id_("A"), wish="Et oplæg")

    def names(query: str) -> list[str]:
        return [item["department"]["name"] for item in world.get("hr", LIST + query)["items"]]

    assert names("?state=not_invited") == ["Søvnklinikken"]
    assert names("?state=planned&state=in_progress") == ["Lungesygdomme", "Øjensygdomme"]
    assert names("?to_contact=true") == names("?help_wanted=true") == ["Lungesygdomme"]
    assert names("?help_wanted=true&state=planned") == []
    assert world.get("hr", LIST + "?help_wanted=true")["totals"] == {
        "departments": 3, "to_contact": 1, "not_invited": 1, "planned": 1, "in_progress": 1, "help_wanted": 1,
    }
    assert world.get("hr", LIST + "?state=late", 422)["code"] == "invalid"


# ---- its price

def many(world: World, count: int) -> None:
    """So many more departments beneath the centre, each begun, with a date and a contact."""
    table = "".join(f"N{n};Afdeling {n};afdeling;C;5;går selv\n" for n in range(count))
    with world.database.write() as work:
        plan, _ = import_departments(work, ("kode;navn;type;overordnet;ansatte;trin\n" + table).encode())
        assert not plan.errors
        ids = [row.id for row in work.rows(select(Department.id).where(col(Department.code).like("N%")))]
    body = session([str(one) for one in ids[:90]], day=day(-1))
    world.post("hr", "/api/journeys/sessions", **body)


def test_the_list_takes_as_many_statements_for_many_departments_as_for_three(world):
    begun(world)
    few = statements(world, "hr", LIST)
    many(world, 40)
    assert statements(world, "hr", LIST) == few <= 8
    assert world.get("hr", LIST)["totals"]["departments"] == 43
