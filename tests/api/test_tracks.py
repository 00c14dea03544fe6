"""HR's roll-out over the API: planning, contacts, the list and its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import col, select, update

from tests.api.steps import begun, day, session
from tests.api.trials import MORNING, draft, move
from tests.api.world import World
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditEvent, broken_link
from trinvis.tracks.rules import quarter_of

LIST = "/api/rollout"


def at(world: World, code: str = "A", tail: str = "rollout") -> str:
    return f"/api/departments/{world.id_(code)}/{tail}"


def next_quarter() -> str:
    return quarter_of(clock.today() + timedelta(days=92))


def planned(world: World, code: str = "A", status: int = 200, **said: Any) -> dict[str, Any]:
    version = world.get("hr", at(world, code))["version"]
    return world.move("hr", at(world, code), version, status, "PUT", **said)


def noted(world: World, code: str = "A", status: int = 201, **said: Any) -> dict[str, Any]:
    return world.post("hr", at(world, code, "contacts"), status, **{"on": day(), "way": "phone", **said})


def row(world: World, code: str = "A", key: str = "hr", query: str = "") -> dict[str, Any]:
    items = world.get(key, LIST + query)["items"]
    return next(item for item in items if item["department"]["id"] == world.id_(code))


def codes(world: World, code: str = "A") -> list[str]:
    return [reason["code"] for reason in row(world, code)["reasons"]]


@pytest.fixture(autouse=True)
def _a_monday_in_november() -> Iterator[None]:
    """What is due and what is quiet hangs on the calendar: the tests stand on one day."""
    with clock.standing_at(MORNING):
        yield


@contextmanager
def later(world: World, days: int) -> Iterator[None]:
    """So many days on; everybody signs in anew."""
    before, world.clients = world.clients, {}
    with clock.standing_at(MORNING + timedelta(days=days)):
        yield
        for client in world.clients.values():
            client.close()
    world.clients = before


def test_the_list_holds_every_walking_department_in_the_organisations_order(world):
    found = world.get("hr", LIST)
    assert [item["department"]["name"] for item in found["items"]] == [
        "Lungesygdomme", "Søvnklinikken", "Øjensygdomme",
    ]
    assert found["totals"] == {
        "departments": 3, "to_contact": 0, "not_invited": 3, "planned": 0, "in_progress": 0, "help_wanted": 0,
    }
    assert found["items"][0] == {
        "department": {"id": world.id_("A"), "name": "Lungesygdomme"}, "stage": "not_invited",
        "planned_start": None, "round": 0, "steps": [], "hr_contact": None, "last_contact": None,
        "help_wanted": None, "reasons": [],
    }


@pytest.mark.parametrize("key", ["leader", "trio", "member", "hmu", "secretary", "admin"])
def test_the_list_is_hrs(world, key):
    assert world.get(key, LIST, 404) == {"code": "not_found", "facts": {}}


def test_a_start_is_planned_and_taken_back(world):
    said = {"planned_start": next_quarter(), "hr_contact_id": world.person("hr")}
    found = planned(world, **said)
    assert (found["stage"], found["planned_start"]) == ("planned", next_quarter())
    assert found["hr_contact"] == {"id": world.person("hr"), "name": "Hr Hansen"}
    assert row(world)["stage"] == "planned"
    assert world.get("hmu", f"/api/overview/departments/{world.id_('A')}")["row"]["planned_start"] == next_quarter()
    back = planned(world)
    assert (back["stage"], back["planned_start"], back["hr_contact"]) == ("not_invited", None, None)
    assert back["version"] == found["version"] + 1
    with world.database.read() as work:
        told = [(e.what, e.facts) for e in work.session.exec(
            select(AuditEvent).where(AuditEvent.chain_id == world.ids["A"]).order_by(col(AuditEvent.number))
        ) if e.what.startswith("rollout")]
        assert broken_link(work.session, world.ids["A"]) is None
    assert told == [
        ("rollout.planned", {"quarter": next_quarter(), "was": None}),
        ("rollout.contact_named", {"hr_contact_id": world.person("hr")}),
        ("rollout.planned", {"quarter": None, "was": next_quarter()}),
        ("rollout.contact_named", {"hr_contact_id": None}),
    ]


def test_planning_the_same_again_changes_nothing(world):
    first = planned(world, planned_start=next_quarter())
    assert planned(world, planned_start=next_quarter())["version"] == first["version"]


def test_the_department_reads_who_follows_it_and_not_why_it_is_on_a_list(world):
    planned(world, planned_start=next_quarter(), hr_contact_id=world.person("hr"))
    noted(world, note="Vi ses til personalemødet")
    for key in ("leader", "member", "lmu"):
        found = world.get(key, at(world))
        assert found["hr_contact"]["name"] == "Hr Hansen"
        assert found["contacts"][0]["note"] == "Vi ses til personalemødet"
        assert (found["reasons"], found["consultants"], found["can"]) == ([], [], [])
    assert world.get("hr", at(world))["can"] == ["plan", "note_contact"]
    # A section that follows is its department's.
    assert world.get("member", at(world, "A1"))["department"]["id"] == world.id_("A")
    assert world.get("hr", at(world, "S"), 404)["code"] == "not_found"
    assert world.get("hmu", at(world), 403)["code"] == "not_allowed"
    assert world.get("other_leader", at(world), 404)["code"] == "not_found"


def test_only_hr_plans_and_notes(world):
    for key, status in (("leader", 403), ("trio", 403), ("member", 403), ("admin", 403), ("other_leader", 404)):
        world.move(key, at(world), 1, status, "PUT", planned_start=next_quarter())
        world.post(key, at(world, "A", "contacts"), status, on=day(), way="mail")


def test_a_start_needs_the_version_seen(world):
    body = {"planned_start": next_quarter()}
    assert world.as_("hr").put(at(world), json=body).status_code == 428
    assert world.as_("hr").put(at(world), json={"planned_start": 5}).status_code == 428
    assert world.move("hr", at(world), 99, 412, "PUT", **body)["code"] == "version_conflict"


@pytest.mark.parametrize(
    ("said", "field", "problem"),
    [
        ({"planned_start": "2020-Q1"}, "planned_start", "in_past"),
        ({"planned_start": "2030-Q7"}, "planned_start", "not_a_quarter"),
        ({"planned_start": "næste år"}, "planned_start", "too_long"),
        ({"planned_start": "\x00"}, "planned_start", "nul"),
        ({"hr_contact_id": "leader"}, "hr_contact_id", "not_here"),
        ({"hr_contact_id": "nobody"}, "hr_contact_id", "not_here"),
    ],
)
def test_a_plan_that_cannot_be(world, said, field, problem):
    if "hr_contact_id" in said:
        who = said["hr_contact_id"]
        said = {"hr_contact_id": str(uuid4()) if who == "nobody" else world.person(who)}
    refused = planned(world, status=422, **said)
    assert (refused["facts"]["errors"][0]["field"], refused["facts"]["errors"][0]["problem"]) == (field, problem)


def test_what_follows_or_stands_outside_is_not_planned(world):
    for code in ("A1", "C"):
        refused = world.move("hr", at(world, code), 1, 422, "PUT", planned_start=next_quarter())
        assert refused["facts"]["errors"] == [{"field": "department_id", "problem": "not_walking"}]
        refused = noted(world, code, 422)
        assert refused["facts"]["errors"] == [{"field": "department_id", "problem": "not_walking"}]


def test_once_begun_the_contact_may_change_and_the_start_not(world):
    begun(world)
    assert planned(world, hr_contact_id=world.person("hr"))["hr_contact"]["name"] == "Hr Hansen"
    refused = planned(world, status=409, planned_start=next_quarter(), hr_contact_id=world.person("hr"))
    assert refused == {"code": "wrong_state", "facts": {"state": "in_progress"}}


def test_contacts_stand_newest_first(world):
    noted(world, on=day(-3), way="meeting", note="  ")
    noted(world, on=day(-9), way="mail")
    found = noted(world, on=day(-1), note="Aftalt en time i januar")
    assert [(one["on"], one["way"], one["note"]) for one in found["contacts"]] == [
        (day(-1), "phone", "Aftalt en time i januar"), (day(-3), "meeting", None), (day(-9), "mail", None),
    ]
    assert found["contacts"][0]["by"] == {"id": world.person("hr"), "name": "Hr Hansen"}
    assert found["last_contact"] == row(world)["last_contact"] == {"on": day(-1), "by": "phone"}


def test_a_contact_that_cannot_be(world):
    for said, field in (
        ({"on": day(1)}, "on"), ({"on": "1999-01-01"}, "on"), ({"way": "røgsignal"}, "way"),
        ({"note": "x" * 501}, "note"), ({"note": "a\x00"}, "note"), ({"extra": 1}, "extra"),
    ):
        refused = noted(world, status=422, **said)
        assert refused["facts"]["errors"][0]["field"] == field
    assert world.get("hr", at(world))["contacts"] == []


def test_a_contact_is_noted_once(world):
    headers = {"Idempotency-Key": "samme-samtale"}
    body = {"on": day(), "way": "phone"}
    first, second = (world.as_("hr").post(at(world, "A", "contacts"), json=body, headers=headers) for _ in "ab")
    assert (first.status_code, second.status_code) == (201, 201)
    assert len(world.get("hr", at(world))["contacts"]) == 1


# ---- why a department is on the list

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


def test_a_word_from_a_section_that_follows_is_movement_and_opening_a_note_is_none(world):
    begun(world)
    with later(world, 50):
        world.post("section_leader", "/api/trial-actions", department_id=world.id_("A1"), change="fem minutter")
    with later(world, 61):
        (reason,) = [one for one in row(world)["reasons"] if one["code"] == "stuck"] or [None]
        assert reason is None


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


def test_a_consultant_who_left_is_named_nowhere(world):
    planned(world, hr_contact_id=world.person("hr"))
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == world.people["hr"])
            .values(valid_to=clock.today() - timedelta(days=1))
        )
    assert world.get("leader", at(world))["hr_contact"] is None
