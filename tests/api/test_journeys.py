"""Journeys over the API: rounds, the three steps, the assessment."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import event, select
from sqlmodel import col

from tests.api.steps import COVERS, WRITTEN, begun, complete, day, journey, prepared, session
from trinvis.core.audit import AuditEvent
from trinvis.departments.tables import Department

NOBODY = {"code": "not_found", "facts": {}}


def codes(found, number):
    return [lack["code"] for lack in found["steps"][number - 1]["missing"]]


def states(found):
    return [step["state"] for step in found["steps"]]


def test_a_journey_begins(world):
    found = begun(world)
    assert (found["round"], found["started_on"], found["ended_on"]) == (1, day(), None)
    assert found["department"] == {"id": world.id_("A"), "name": "Lungesygdomme"}
    assert states(found) == ["not_started"] * 3
    assert [codes(found, n) for n in (1, 2, 3)] == [
        ["session"], ["tasks_conditions", "need", "ambition"],
        ["promise", "follow_up_process", "follow_up_result"],
    ]
    assert found["can"] == ["hold_sessions", "assess", "ask_help"]
    here = world.get("leader", f"/api/departments/{world.id_('A')}")
    assert (here["journey_id"], here["round"]) == (found["id"], 1)


def test_only_who_walks_has_a_journey(world):
    for key, code in (("section_leader", "A1"), ("hr", "C"), ("hr", "S")):
        refused = world.post(key, "/api/journeys", 422, department_id=world.id_(code))
        (error,) = refused["facts"]["errors"]
        assert (error["field"], error["problem"]) == ("department_id", "not_walking")
        assert error["departments"][0]["id"] == world.id_(code)


def test_who_begins(world):
    body = {"department_id": world.id_("A")}
    for key in ("section_leader", "ambassador", "member", "lmu", "hmu", "secretary", "admin"):
        assert world.post(key, "/api/journeys", 403, **body)["code"] == "not_allowed"
    for key in ("other_leader", "walking_leader"):
        # A section that walks by itself is no colleague of its parent.
        assert world.post(key, "/api/journeys", 404, **body) == NOBODY
    begun(world, "hr")
    begun(world, "trio", "A2")


def test_a_stranger_sees_what_does_not_exist(world):
    found = begun(world)
    for url in (found["id"], uuid4()):
        for key in ("other_leader", "hmu", "admin"):
            assert world.get(key, f"/api/journeys/{url}", 404) == NOBODY
    assert world.get("other_leader", f"/api/journeys?department={world.id_('A')}", 404) == NOBODY
    for act in ("steps/1/complete", "steps/1/reopen"):
        assert world.move("other_leader", f"/api/journeys/{found['id']}/{act}", 1, 404) == NOBODY


def test_a_weak_role_reads_and_does_no_more(world):
    found = prepared(world)
    url, version = f"/api/journeys/{found['id']}", found["version"]
    for key in ("member", "lmu", "ambassador", "section_leader", "hr"):
        seen = journey(world, found["id"], key)
        assert [step["can"] for step in seen["steps"]] == [[], [], []]
        assert seen["can"] == (["hold_sessions"] if key == "hr" else [])
        for number in (1, 2, 3):
            for act in ("complete", "reopen"):
                refused = world.move(key, f"{url}/steps/{number}/{act}", version, 403)
                assert refused["code"] == "not_allowed"
        assert world.move(key, f"{url}/assessment", version, 403, method="PUT", **WRITTEN)


def test_a_section_that_walks_is_completed_by_its_leader(world):
    found = world.post("walking_leader", "/api/journeys", department_id=world.id_("A2"))
    world.post("walking_leader", "/api/journeys/sessions", **session([world.id_("A2")]))
    found = journey(world, found["id"], "walking_leader")
    assert found["steps"][0]["can"] == ["complete"]
    url = f"/api/journeys/{found['id']}/steps/1/complete"
    assert states(world.move("walking_leader", url, found["version"]))[0] == "done"


def test_versions_come_before_state(world):
    found = begun(world)
    url = f"/api/journeys/{found['id']}/steps/1/complete"
    assert world.as_("leader").post(url, json={}).status_code == 428
    assert world.move("leader", url, found["version"] + 1, 412)["code"] == "version_conflict"
    assert world.move("leader", url, found["version"], 409)["code"] == "step_incomplete"


def test_the_three_steps(world):
    found = prepared(world)
    assert states(found) == ["in_progress"] * 3
    assert [step["can"] for step in found["steps"]] == [["complete"]] * 3
    assert [step["needs_sentence"] for step in found["steps"]] == [False, True, True]
    assert found["follow_up_dates"] == {"process": day(14), "result": day(14)}
    assert (found["agreements_count"], found["trials_count"]) == (1, 0)
    for number in (1, 2, 3):
        found = complete(world, found, number)
        assert found["steps"][number - 1]["done_on"] == day()
        assert found["steps"][number - 1]["can"] == ["reopen"]
    assert states(found) == ["done"] * 3


def test_an_incomplete_step_says_what_is_missing(world):
    found = begun(world)
    world.post("leader", "/api/journeys/sessions", **session([world.id_("A")], covers=["meaning"]))
    refused = complete(world, found, 1, 409)
    assert refused["code"] == "step_incomplete"
    assert refused["facts"]["missing"] == [
        {"code": "cover", "cover": "content"}, {"code": "cover", "cover": "collaboration"},
    ]


def test_out_of_order_takes_a_sentence_that_stays(world):
    found = prepared(world)
    refused = complete(world, found, 2, 409)
    assert (refused["code"], refused["facts"]) == ("sentence_needed", {"before": 1})
    assert complete(world, found, 2, 409, sentence="  ")["code"] == "sentence_needed"
    found = complete(world, found, 2, sentence="Vi tager det samlet, fordi vi er få.")
    assert found["steps"][1]["out_of_order"] == "Vi tager det samlet, fordi vi er få."
    assert found["steps"][2]["needs_sentence"] is False


def test_reopening_takes_a_reason_that_stays(world):
    found = complete(world, prepared(world), 1)
    url = f"/api/journeys/{found['id']}/steps/1/reopen"
    assert world.move("leader", url, found["version"], 409, reason=" ")["code"] == "reason_needed"
    found = world.move("leader", url, found["version"], reason="Halvdelen er nye")
    assert found["steps"][0]["state"] == "in_progress"
    assert found["steps"][0]["since"] == day()
    assert found["steps"][0]["reopened_because"] == "Halvdelen er nye"
    found = complete(world, found, 1)
    assert found["steps"][0]["reopened_because"] is None
    assert world.move("leader", url, found["version"] - 1, 412, reason="x")


def test_no_completing_twice_and_no_fourth_step(world):
    found = complete(world, prepared(world), 1)
    assert complete(world, found, 1, 409)["code"] == "wrong_state"
    for number in (0, 4, "x"):
        url = f"/api/journeys/{found['id']}/steps/{number}/complete"
        assert world.move("leader", url, found["version"], 422)["code"] == "invalid"


# ---- the assessment

def test_the_assessment_may_be_half_written(world):
    found = begun(world)
    url = f"/api/journeys/{found['id']}/assessment"
    said = {"need": "Turde spørge", "factors": ["trust_respect"]}
    found = world.move("trio", url, found["version"], method="PUT", **said)
    assert found["assessment"] == {
        "tasks_conditions": None, "need": "Turde spørge", "ambition": None, "factors": ["trust_respect"],
        "assessed_on": day(),
    }
    assert codes(found, 2) == ["tasks_conditions", "ambition"]
    assert states(found)[1] == "in_progress"
    found = world.move("trio", url, found["version"], method="PUT", need="")
    assert found["assessment"]["assessed_on"] is None
    assert states(found)[1] == "not_started"


def test_a_hostile_assessment(world):
    url = f"/api/journeys/{begun(world)['id']}/assessment"
    for said, field in (
        ({"need": "x" * 4001}, "need"), ({"need": "a\x00b"}, "need"), ({"factors": ["luck"]}, "factors"),
        ({"factors": ["trust_respect"] * 21}, "factors"), ({"goal": "x"}, "goal"),
    ):
        refused = world.move("leader", url, 1, 422, method="PUT", **said)
        assert refused["facts"]["errors"][0]["field"] == field


# ---- promises count from where they are made

def test_a_following_section_promises_for_its_department(world):
    found = begun(world)
    section = world.id_("A1")
    world.post(
        "section_leader", "/api/agreements", department_id=section, what="Tavlen", due=day(7),
        owner_id=world.person("section_leader"),
    )
    world.post(
        "section_leader", "/api/follow-ups", department_id=section, kind="result", question="?", due=day(9)
    )
    found = journey(world, found["id"])
    assert codes(found, 3) == ["follow_up_process"]
    assert found["agreements_count"] == 1


def test_what_was_promised_before_the_journey_counts(world):
    world.post(
        "leader", "/api/agreements", department_id=world.id_("A"), what="Tavlen", due=day(7),
        owner_id=world.person("leader"),
    )
    assert codes(begun(world), 3) == ["follow_up_process", "follow_up_result"]


def test_a_section_that_walks_promises_for_itself(world):
    found = begun(world)
    world.post(
        "walking_leader", "/api/agreements", department_id=world.id_("A2"), what="Tavlen", due=day(7),
        owner_id=world.person("walking_leader"),
    )
    assert "promise" in codes(journey(world, found["id"]), 3)


def test_a_trial_counts_once_it_is_planned(world):
    found = begun(world)
    trial = world.post(
        "leader", "/api/trial-actions", department_id=world.id_("A1"), change="Vi mødes ved tavlen",
        prediction="Flere spørger", measure="Streger på tavlen",
    )
    assert "promise" in codes(journey(world, found["id"]), 3)
    world.move("leader", f"/api/trial-actions/{trial['id']}/plan", trial["version"])
    found = journey(world, found["id"])
    assert "promise" not in codes(found, 3)
    assert found["trials_count"] == 1


# ---- behind the scenes

def test_every_change_is_in_the_history(world):
    found = complete(world, prepared(world), 1)
    url = f"/api/journeys/{found['id']}/steps/1/reopen"
    world.move("leader", url, found["version"], reason="Hemmelig grund")
    with world.database.read() as work:
        seen = select(col(AuditEvent.what), col(AuditEvent.facts))
        rows = work.rows(seen.where(col(AuditEvent.kind) == "journey"))
    assert sorted(row.what for row in rows) == [
        "journey.assessed", "journey.opened", "step.completed", "step.reopened",
    ]
    assert "Hemmelig" not in str(rows)
    assert "Travle" not in str(rows)


def test_reading_takes_three_statements(world):
    found = prepared(world)
    for _ in range(3):
        world.post("hr", "/api/journeys/sessions", **session([world.id_("A"), world.id_("B")]))
    seen = []

    def listen(*args):
        if args[2].startswith("SELECT"):
            seen.append(args[2])

    event.listen(world.database.reader, "before_cursor_execute", listen)
    world.get("leader", f"/api/journeys/{found['id']}")
    event.remove(world.database.reader, "before_cursor_execute", listen)
    assert len(seen) <= 3, "\n".join(seen)


def test_a_get_changes_nothing(world):
    found = prepared(world)
    kept = select(col(AuditEvent.id)), select(col(Department.version))
    with world.database.read() as work:
        before = [work.rows(statement) for statement in kept]
    journey(world, found["id"])
    world.get("leader", f"/api/journeys?department={world.id_('A')}")
    with world.database.read() as work:
        assert [work.rows(statement) for statement in kept] == before


def test_covers_come_from_the_content_pack(world):
    assert list(world.app.state.pack.cover_keys()) == COVERS
