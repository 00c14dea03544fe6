"""HR's roll-out over the API: planning when a department begins, who follows it, what was talked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, select, update

from tests.api.people import as_anybody, entered
from tests.api.rollout import LIST, at, next_quarter, noted, planned, row
from tests.api.steps import begun, day
from tests.api.trials import MORNING
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditEvent, broken_link


@pytest.fixture(autouse=True)
def _a_monday_in_november() -> Iterator[None]:
    """What is due and what is quiet hangs on the calendar: the tests stand on one day."""
    with clock.standing_at(MORNING):
        yield


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
    seen = world.get("hmu", f"/api/overview/departments/{world.id_('A')}")
    assert seen["row"]["planned_start"] == next_quarter()
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
    weak = dict.fromkeys(("leader", "trio", "member", "admin"), 403)
    for key, status in (weak | {"other_leader": 404}).items():
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
    (error, *_) = refused["facts"]["errors"]
    assert (error["field"], error["problem"]) == (field, problem)


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


def test_who_noted_a_contact_corrects_it_and_takes_it_back(world):
    found = noted(world, on=day(-3), note="Forkert afdeling")
    url = f"{at(world, 'A', 'contacts')}/{found['contacts'][0]['id']}"
    assert found["contacts"][0]["can"] == ["correct", "remove"]
    right = {"on": day(-2), "way": "mail", "note": "Aftalt en time"}
    fresh = world.move("hr", url, found["version"], 200, "PUT", **right)
    shown = fresh["contacts"][0]
    assert (shown["on"], shown["way"], shown["note"]) == (day(-2), "mail", "Aftalt en time")
    assert fresh["last_contact"] == {"on": day(-2), "by": "mail"}
    world.move("hr", url, found["version"], 412, "PUT", **right)
    world.move("hr", url, fresh["version"], 422, "PUT", **{**right, "on": day(1)})
    # A colleague of HR reads it and leaves it alone; the department has no part in it.
    anna = as_anybody(world, entered(world, "Anna Ny", "hr", "H")["id"])
    assert anna.get(at(world)).json()["contacts"][0]["can"] == []
    seen = {"If-Match": f'"{fresh["version"]}"'}
    assert anna.put(url, json=right, headers=seen).status_code == 403
    assert world.get("leader", at(world))["contacts"][0]["can"] == []
    elsewhere = url.replace(world.id_("A"), world.id_("B"))
    world.move("hr", f"{elsewhere}/remove", 1, 404)
    gone = world.move("hr", f"{url}/remove", fresh["version"])
    assert (gone["contacts"], gone["last_contact"]) == ([], None)
    told = world.get("hr", f"/api/history?department={world.id_('A')}&kind=contact")["items"]
    assert [one["what"] for one in told] == ["contact.removed", "contact.corrected", "contact.noted"]


def test_a_contact_is_noted_once(world):
    headers = {"Idempotency-Key": "samme-samtale"}
    body = {"on": day(), "way": "phone"}
    url = at(world, "A", "contacts")
    first, second = (world.as_("hr").post(url, json=body, headers=headers) for _ in "ab")
    assert (first.status_code, second.status_code) == (201, 201)
    assert len(world.get("hr", at(world))["contacts"]) == 1


def test_a_consultant_who_left_is_named_nowhere(world):
    planned(world, hr_contact_id=world.person("hr"))
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == world.people["hr"])
            .values(valid_to=clock.today() - timedelta(days=1))
        )
    assert world.get("leader", at(world))["hr_contact"] is None
