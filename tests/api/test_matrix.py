"""Every guarded route x every role x own, other and missing place: generated from `rooms`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import col, select

from tests.api.matrix import COURSE, ROWS, TALK
from tests.api.matrix_files import records_with_files
from tests.api.matrix_knowledge import WAVE
from tests.api.needs import EVERYBODY, Needs
from tests.api.rollout import noted
from tests.api.world import CAST, World
from trinvis.access import TABLE, Actor, Grant, May, Place, Role, allowed
from trinvis.accounts.tables import RoleGrant
from trinvis.departments.tables import Department
from trinvis.rooms import ROOMS

FLOOR = 50
"""Guarded routes that there are at least: a walk that finds none would pass everything."""


def guarded_routes() -> set[tuple[str, str]]:
    """Method and path of every route behind the door, as an app of those routers alone documents them."""
    app = FastAPI()
    for room in ROOMS:
        for router in room.guarded:
            app.include_router(router)
    return {(method.upper(), path) for path, routes in app.openapi()["paths"].items() for method in routes}


def test_every_guarded_route_has_a_row_and_every_row_a_route() -> None:
    found = guarded_routes()
    assert len(found) >= FLOOR
    assert found - set(ROWS) == set(), "write what these routes need into tests/api/matrix.py"
    assert set(ROWS) - found == set(), "these routes are gone"


def records(world: World) -> dict[str, str]:
    """One record of each kind in department A, made by its leader."""
    a, owner = world.id_("A"), world.person("leader")
    forum = world.get("leader", "/api/content")["forums"][0]["key"]
    session = world.post(
        "leader", "/api/journeys/sessions",
        department_ids=[a], state="held", day="2026-01-05", forum=forum, note="kun os", audience="candid",
    )  # fmt: skip
    journey = world.get("leader", f"/api/journeys?department={a}")["items"][0]["id"]
    trial = world.post("leader", "/api/trial-actions", department_id=a, change="fem minutter", owner_id=owner)
    follow_up = world.post(
        "leader", "/api/follow-ups", department_id=a, kind="process", question="Holder det?", due="2099-01-05"
    )
    logged = world.post(
        "leader", "/api/follow-ups/log",
        department_id=a, question="Gik det?", assessment="as_planned", note="kun os", audience="candid",
    )  # fmt: skip
    promise = {"department_id": a, "what": "Tavle", "owner_id": owner, "due": "2099-01-05"}
    agreement = world.post("leader", "/api/agreements", 201, **promise)
    wish = world.post("leader", "/api/support-requests", department_id=a, wish="et oplæg")
    person = world.post(
        "leader", "/api/people", name="Kim", email="kim@h.example",
        role={"role": "member", "department_id": a},
    )  # fmt: skip
    change = world.post("admin", f"/api/departments/{a}/changes", kind="close", effective_on="2099-01-05")
    event = world.get("leader", f"/api/history?department={a}&kind=follow_up")["items"][0]
    brought = world.as_("admin").post("/api/imports?kind=people&name=people.csv", content=b"navn")
    told = world.post(
        "leader", "/api/experiences", department_id=a, origin="round", origin_id=journey, title="Tavlen",
    )  # fmt: skip
    return {
        **meeting_records(world, a),
        **track_records(world, a),
        "experience_id": told["id"],
        **records_with_files(world, session),
        "contact_id": noted(world)["contacts"][0]["id"],
        "wave_id": planned_wave(world, a), "node_id": a, "change_id": change["id"],
        "event_id": event["id"], "record_id": event["record_id"],
        "department_id": a, "session_id": session["id"], "journey_id": journey, "trial_id": trial["id"],
        "follow_up_id": follow_up["id"], "log_id": logged["log_id"], "agreement_id": agreement["id"],
        "request_id": wish["id"], "person_id": person["id"], "role_id": person["roles"][0]["id"],
        "import_id": brought.json()["id"], "kind": "people", "form": "csv",
        "A": a, "owner": owner, "forum": forum, "number": "1",
    }  # fmt: skip


def planned_wave(world: World, a: str) -> str:
    """A wave of the department, planned."""
    world.move("hr", "/api/waves/instrument", 0, method="PUT", instrument="as_note")
    wave = world.post("leader", "/api/waves", 201, **json.loads(fill(json.dumps(WAVE), {"A": a})))
    world.move("leader", f"/api/waves/{wave['id']}/plan", 1, decided_by="lmu", decided_on="2026-01-05")
    return str(wave["id"])


def track_records(world: World, a: str) -> dict[str, str]:
    """A talk, a course and an introduction day at the department."""
    talk = world.post("hr", "/api/talks", 201, **TALK, department_id=a)
    course = world.post("hr", "/api/courses", 201, **COURSE, department_id=a)
    day = world.post("hr", "/api/introduction-days", 201, on="2099-01-05", department_id=a)
    return {"talk_id": talk["id"], "course_id": course["id"], "day_id": day["id"]}


def meeting_records(world: World, department: str) -> dict[str, str]:
    """A meeting of the department's LMU with an item, and a yearly discussion, made by its secretary."""
    meeting = world.post("lmu_secretary", "/api/meetings", department_id=department, on="2026-01-05")
    meeting = world.post("lmu_secretary", f"/api/meetings/{meeting['id']}/items", title="Status", asks="note")
    yearly = world.post("lmu_secretary", "/api/yearly-discussions", department_id=department, year=2025)
    return {
        "meeting_id": meeting["id"], "item_id": meeting["items"][0]["id"], "discussion_id": yearly["id"],
    }


def fill(text: str, values: dict[str, str]) -> str:
    """The text with `{name}` replaced."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text


def ask(world: World, key: str, route: tuple[str, str], needs: Needs, values: dict[str, str]) -> Any:
    """Call the route as this part."""
    method, path = route
    body = None if needs.body is None else json.loads(fill(json.dumps(needs.body), values))
    return world.as_(key).request(method, fill(path + needs.query, values), json=body)


def expected(world: World, key: str, needs: Needs, place: Place) -> int | None:
    """401, 403, 404 as the access table has it; None: let in."""
    with world.database.read() as work:
        rows = work.rows(
            select(RoleGrant.role, Department.id, Department.path, Department.walking_id)
            .join(Department, col(Department.id) == RoleGrant.department_id)
            .where(RoleGrant.person_id == world.people[key])
        )
        homes = dict(work.rows(select(Department.id, Department.path)))
    grants = tuple(
        Grant(Role(r.role), r.id, r.path, homes.get(r.walking_id, r.path), walks=r.walking_id == r.id)
        for r in rows
    )
    held = allowed(Actor(world.people[key], grants), place)
    if needs.known_by not in held and not set(needs.may) & held:
        return 404
    return None if set(needs.may) & held else 403


GUARDED = [row for row in ROWS.items() if row[1] is not EVERYBODY]


def test_each_role_at_the_place(world: World) -> None:
    """Own department, or one out of reach: 404 for strangers, 403 for weak roles, in for the others."""
    values = records(world)
    with world.database.read() as work:
        row = work.one(select(Department.id, Department.path).where(Department.code == "A"))
    place = Place(row.id, row.path)
    wrong = []
    for key in CAST:
        for route, needs in GUARDED:
            answer, wanted = ask(world, key, route, needs, values), expected(world, key, needs, place)
            refused = answer.status_code if answer.status_code in (401, 403, 404) else None
            if refused != wanted or answer.status_code >= 500:
                wrong.append(f"{key} {' '.join(route)}: {answer.status_code}, wanted {wanted or 'in'}")
    assert not wrong, "\n".join(wrong)


def test_a_stranger_reads_the_same_bytes_as_for_a_missing_record(world: World) -> None:
    values = records(world)
    made_up = {name: str(uuid4()) for name in values if name.endswith("_id") or name == "A"}
    missing = values | made_up
    for route, needs in GUARDED:
        there = ask(world, "other_leader", route, needs, values)
        nowhere = ask(world, "other_leader", route, needs, missing)
        assert (there.status_code, there.content) == (nowhere.status_code, nowhere.content) == (
            404, b'{"code":"not_found","facts":{}}',
        ), route  # fmt: skip


def test_nobody_signed_in_is_let_in_nowhere(world: World) -> None:
    words = {"number": "1", "key": "x", "kind": "people", "form": "csv"}
    values = {name: str(uuid4()) for name in records(world)} | words
    with TestClient(world.app, headers={"X-Trinvis": "1"}) as nobody:
        for (method, path), needs in ROWS.items():
            body = None if needs.body is None else json.loads(fill(json.dumps(needs.body), values))
            answer = nobody.request(method, fill(path + needs.query, values), json=body)
            assert answer.status_code == 401, (method, path)


TOP = Place(UUID(int=1), "1/")


def of_one(role: Role) -> Actor:
    """Somebody who holds the role at the top of the tree."""
    return Actor(UUID(int=2), (Grant(role, TOP.id, TOP.path, TOP.path),))


@pytest.mark.parametrize("may", list(May))
def test_every_permission_is_one_that_somebody_holds(may: May) -> None:
    places = (TOP, replace(TOP, closed=True))
    at_the_node = {one for role in Role for place in places for one in allowed(of_one(role), place)}
    assert may in at_the_node.union(*TABLE.values())
