"""Sessions of step 1 over the API: for one department or several, with a note for all or *Kun for os*."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select, update
from sqlmodel import col

from tests.api.steps import COVERS, begun, day, journey, session
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditEvent
from trinvis.journeys.tables import Journey, StepSession

URL = "/api/journeys/sessions"


def events(world, what):
    with world.database.read() as work:
        return work.one(select(func.count()).where(AuditEvent.what == what))[0]


def problems(refused):
    return [(error["field"], error["problem"]) for error in refused["facts"]["errors"]]


def test_a_held_session_opens_the_journey_and_begins_step_1(world):
    made = world.post("leader", URL, **session([world.id_("A")], day=day(-20), participants=14))
    assert (made["state"], made["covers"], made["participants"]) == ("held", COVERS, 14)
    assert made["can"] == ["edit", "cancel"]
    (place,) = made["places"]
    assert place["department"] == {"id": world.id_("A"), "name": "Lungesygdomme"}
    found = journey(world, place["journey_id"])
    assert found["started_on"] == day(-20)
    assert (found["steps"][0]["state"], found["steps"][0]["since"]) == ("in_progress", day(-20))
    assert found["sessions"] == [made]


def test_a_planned_session_begins_nothing(world):
    made = world.post("leader", URL, **session([world.id_("A")], state="planned", day=day(5), covers=[]))
    assert made["can"] == ["edit", "hold", "cancel"]
    found = journey(world, made["places"][0]["journey_id"])
    assert found["steps"][0]["state"] == "not_started"
    assert found["steps"][0]["missing"][0]["code"] == "session"


def test_one_session_for_three_departments(world):
    codes = ["A", "A2", "B"]
    made = world.post("hr", URL, **session([world.id_(code) for code in codes], led_by=world.person("hr")))
    assert [place["department"]["id"] for place in made["places"]] == [world.id_(code) for code in codes]
    assert made["led_by"] == {"id": world.person("hr"), "name": "Hr Hansen"}
    for key, place in zip(("leader", "walking_leader", "other_leader"), made["places"], strict=True):
        found = journey(world, place["journey_id"], key)
        assert [step["id"] for step in found["sessions"]] == [made["id"]]
        assert found["steps"][0]["can"] == ["complete"]
        # It is HR's to correct: it counts for others too.
        assert found["sessions"][0]["can"] == []
    assert events(world, "session.held") == 3
    assert journey(world, made["places"][0]["journey_id"], "hr")["sessions"][0]["can"] == ["edit", "cancel"]


def test_a_department_sees_no_others_of_a_common_session(world):
    made = world.post("hr", URL, **session([world.id_("A"), world.id_("B")]))
    seen = world.get("other_leader", f"{URL}/{made['id']}")
    assert [place["department"]["id"] for place in seen["places"]] == [world.id_("B")]
    assert seen["elsewhere"] == 1
    refused = world.move("other_leader", f"{URL}/{made['id']}/cancel", 1, 403, reason="x")
    assert refused["code"] == "not_allowed"


def test_the_same_department_twice_is_once(world):
    made = world.post("leader", URL, **session([world.id_("A")] * 3))
    assert len(made["places"]) == 1


def test_an_unknown_department_hides_the_known_ones(world):
    for other in (world.id_("B"), str(uuid4())):
        refused = world.post("leader", URL, 404, **session([world.id_("A"), other]))
        assert refused == {"code": "not_found", "facts": {}}
    with world.database.read() as work:
        assert work.one(select(func.count()).select_from(Journey))[0] == 0


def test_a_weak_role_holds_none(world):
    for key in ("member", "lmu", "ambassador", "hmu", "secretary", "admin"):
        assert world.post(key, URL, 403, **session([world.id_("A")]))["code"] == "not_allowed"


def test_who_does_not_walk_is_named(world):
    for code in ("A1", "C", "H"):
        refused = world.post("hr", URL, 422, **session([world.id_("A"), world.id_(code)]))
        assert problems(refused) == [("department_ids", "not_walking")]
        assert [node["id"] for node in refused["facts"]["errors"][0]["departments"]] == [world.id_(code)]


HOSTILE: list[tuple[dict[str, Any], str, str]] = [
    ({"state": "planned", "day": -1}, "day", "in_past"),
    ({"state": "held", "day": 1}, "day", "in_future"),
    ({"forum": "the_pub"}, "forum", "unknown"),
    ({"covers": ["gossip"]}, "covers", "unknown"),
    ({"led_by": str(UUID(int=1))}, "led_by", "not_here"),
    ({"day": "1999-12-31"}, "day", "greater_than_equal"),
    ({"day": "2101-01-01"}, "day", "less_than_equal"),
    ({"title": "x" * 201}, "title", "too_long"),
    ({"note": "x" * 4001}, "note", "too_long"),
    ({"note": "a\x00"}, "note", "nul"),
    ({"participants": -1}, "participants", "greater_than_equal"),
    ({"state": "cancelled"}, "state", "literal_error"),
    ({"audience": "press"}, "audience", "enum"),
    ({"department_ids": []}, "department_ids", "too_short"),
    ({"department_ids": [str(UUID(int=1))] * 101}, "department_ids", "too_long"),
    ({"scores": 5}, "scores", "extra_forbidden"),
]


def test_hostile_input(world):
    for said, field, problem in HOSTILE:
        if isinstance(said.get("day"), int):
            said = said | {"day": day(said["day"])}
        refused = world.post("hr", URL, 422, **(session([world.id_("A")]) | said))
        assert problems(refused) == [(field, problem)], said
    assert world.post("hr", URL, 422, **session([world.id_("A")], day="31-12-2026"))


def test_led_by_somebody_from_elsewhere(world):
    said = session([world.id_("A")], led_by=world.person("other_leader"))
    assert problems(world.post("leader", URL, 422, **said)) == [("led_by", "not_here")]


# ---- changing, holding, cancelling

def planned(world, **said):
    body = {"state": "planned", "day": day(5), "covers": []} | said
    return world.post("leader", URL, **session([world.id_("A")], **body))


def test_a_planned_session_is_held(world):
    made = planned(world, title="Om tryghed", note="Husk kort")
    url = f"{URL}/{made['id']}/hold"
    assert problems(world.move("leader", url, 1, 422, day=day(1), covers=[])) == [("day", "in_future")]
    assert world.move("leader", url, 7, 412, covers=[])["code"] == "version_conflict"
    held = world.move("leader", url, 1, covers=["content"], participants=9)
    assert (held["state"], held["day"]) == ("held", day())
    assert (held["title"], held["note"]) == ("Om tryghed", "Husk kort")
    assert (held["covers"], held["participants"]) == (["content"], 9)
    assert world.move("leader", url, held["version"], 409, covers=[])["code"] == "wrong_state"


def test_a_session_is_corrected(world):
    made = planned(world, note="Husk kort")
    body = {"day": day(6), "forum": "trio_meeting", "title": "Om tryghed", "covers": ["meaning"]}
    changed = world.move("leader", f"{URL}/{made['id']}", 1, method="PUT", **body)
    assert (changed["forum"], changed["version"]) == ("trio_meeting", 2)
    assert changed["note"] == "Husk kort", "a form that sends no note leaves it"
    changed = world.move("leader", f"{URL}/{made['id']}", 2, method="PUT", **body, note=None)
    assert changed["note"] is None
    assert world.move("leader", f"{URL}/{made['id']}", 2, 412, method="PUT", **body)
    refused = world.move("leader", f"{URL}/{made['id']}", 3, 422, method="PUT", **(body | {"day": day(-1)}))
    assert problems(refused) == [("day", "in_past")]


def test_a_planned_day_that_has_passed_may_stand(world):
    made = planned(world)
    with world.database.write() as work:
        work.session.execute(update(StepSession).values(day=clock.today() - timedelta(days=3)))
    body = {"day": day(-3), "forum": "trio_meeting", "covers": []}
    assert world.move("leader", f"{URL}/{made['id']}", 1, method="PUT", **body)["forum"] == "trio_meeting"


def test_cancelling_takes_a_reason_and_ends_it(world):
    made = world.post("leader", URL, **session([world.id_("A")]))
    url = f"{URL}/{made['id']}/cancel"
    assert world.move("leader", url, 1, 409)["code"] == "reason_needed"
    gone = world.move("leader", url, 1, reason="Skrevet ind ved en fejl")
    assert (gone["state"], gone["reason"], gone["can"]) == ("cancelled", "Skrevet ind ved en fejl", [])
    found = journey(world, made["places"][0]["journey_id"])
    assert found["steps"][0]["state"] == "not_started"
    assert world.move("leader", url, 2, 409, reason="igen")["code"] == "wrong_state"


def test_strangers_and_weak_roles(world):
    made = planned(world)
    for act in ("", "/hold", "/cancel"):
        method = "POST" if act else "PUT"
        bodies: dict[str, dict[str, Any]] = {"": {"day": day(6), "forum": "other"}, "/hold": {"covers": []}}
        body = bodies.get(act, {})
        url = f"{URL}/{made['id']}{act}"
        assert world.move("other_leader", url, 1, 404, method=method, **body)["facts"] == {}
        assert world.move("member", url, 1, 403, method=method, **body)["code"] == "not_allowed"
        assert world.as_("leader").request(method, url, json=body).status_code == 428
    assert world.get("hmu", f"{URL}/{made['id']}", 404)["code"] == "not_found"
    assert world.get("member", f"{URL}/{made['id']}")["can"] == []


# ---- Kun for os

def candid(world):
    return world.post(
        "leader", URL, **session([world.id_("A")], note="Det var svært at sige", audience="candid")
    )


def test_a_candid_note_is_read_only_by_opening_it(world):
    made = candid(world)
    assert (made["note"], made["has_note"], made["can"]) == (None, True, ["edit", "cancel", "open_note"])
    url = f"{URL}/{made['id']}/open-note"
    for key in ("leader", "trio", "ambassador"):
        assert world.post(key, url, 200) == {"note": "Det var svært at sige"}
    assert events(world, "session.note_opened") == 3
    for key in ("member", "hr", "section_leader", "lmu"):
        assert "open_note" not in world.get(key, f"{URL}/{made['id']}")["can"]
        assert world.post(key, url, 403)["code"] == "not_allowed"
    for key in ("other_leader", "hmu", "admin"):
        assert world.post(key, url, 404)["code"] == "not_found"
    assert events(world, "session.note_opened") == 3
    assert "svært" not in world.as_("leader").get(f"/api/journeys/{made['places'][0]['journey_id']}").text


def test_a_new_leader_does_not_inherit_it(world):
    made = candid(world)
    tomorrow = clock.today() + timedelta(days=1)
    with world.database.write() as work:
        yesterday = clock.now() - timedelta(days=1)
        work.session.execute(update(StepSession).values(created_at=yesterday))
        work.session.execute(
            update(RoleGrant).where(col(RoleGrant.person_id) == UUID(world.person("trio")))
            .values(valid_from=clock.today())
        )
    assert tomorrow > clock.today()
    assert world.post("trio", f"{URL}/{made['id']}/open-note", 403)["code"] == "not_allowed"


def test_hr_corrects_the_day_and_leaves_the_sealed_note(world):
    made = candid(world)
    body = {"day": day(-1), "forum": "trio_meeting", "covers": ["meaning"]}
    url = f"{URL}/{made['id']}"
    changed = world.move("hr", url, 1, method="PUT", **body)
    assert (changed["has_note"], changed["audience"]) == (True, "candid")
    refused = world.move("hr", url, 2, 422, method="PUT", **body, note="Mit")
    assert problems(refused) == [("note", "not_yours")]
    assert world.post("leader", f"{url}/open-note", 200)["note"] == "Det var svært at sige"


def test_sharing_a_candid_note_means_sending_it_again(world):
    made = candid(world)
    url, body = f"{URL}/{made['id']}", {"day": day(), "forum": "trio_meeting", "audience": "shared"}
    assert world.move("leader", url, 1, method="PUT", **body)["audience"] == "candid"
    shared = world.move("leader", url, 2, method="PUT", **body, note="Til alle")
    assert (shared["audience"], shared["note"]) == ("shared", "Til alle")


def test_who_cannot_read_it_cannot_write_it(world):
    said = session([world.id_("A")], note="x", audience="candid")
    assert problems(world.post("hr", URL, 422, **said)) == [("audience", "not_yours")]


def test_opening_a_shared_note_is_no_event(world):
    made = world.post("leader", URL, **session([world.id_("A")], note="Til alle"))
    assert made["note"] == "Til alle"
    assert world.post("member", f"{URL}/{made['id']}/open-note", 200) == {"note": "Til alle"}
    assert events(world, "session.note_opened") == 0


def test_former_sessions_are_only_read(world):
    found = begun(world)
    made = world.post("leader", URL, **session([world.id_("A")]))
    with world.database.write() as work:
        work.session.execute(
            update(Journey).where(col(Journey.id) == UUID(found["id"])).values(ended_on=clock.today())
        )
    assert world.get("leader", f"{URL}/{made['id']}")["can"] == []
    refused = world.move("leader", f"{URL}/{made['id']}/cancel", 1, 409, reason="x")
    assert refused["facts"] == {"state": "ended"}
