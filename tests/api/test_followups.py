"""Follow-ups through the API: planned, listed, moved, cancelled; who may."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import event

from tests.api.promises import FOLLOW_UPS, in_days, logged, planned
from tests.api.trials import draft
from tests.api.world import World


def test_a_follow_up_is_planned_and_read(world: World) -> None:
    made = planned(world, owner_id=world.person("member"), repeat_every=2, repeat_unit="week")
    assert made["state"] == "planned"
    assert made["question"] == "Når nattevagten at være med?"
    assert made["department"] == {"id": world.id_("A"), "name": "Lungesygdomme"}
    assert made["owner"] == {"id": world.person("member"), "name": "Mia Medarbejder"}
    assert (made["repeat_every"], made["repeat_unit"]) == (2, "week")
    assert made["overdue"] is False
    assert made["logs"] == []
    assert made["can"] == ["log", "log_candid", "edit", "cancel"]
    answer = world.as_("hr").get(f"{FOLLOW_UPS}/{made['id']}")
    assert answer.json() == made | {"can": []}
    assert answer.headers["etag"] == '"1"'
    assert world.get("member", f"{FOLLOW_UPS}/{made['id']}")["can"] == ["log"]


PLANNERS = (
    ("leader", "A", 201),
    ("leader", "A1", 201),
    ("trio", "A", 201),
    ("ambassador", "A1", 201),
    ("section_leader", "A1", 201),
    ("section_leader", "A", 403),
    ("walking_leader", "A2", 201),
    ("walking_leader", "A", 404),
    ("member", "A1", 403),
    ("lmu", "A", 403),
    ("hr", "A", 403),
    ("hr", "H", 201),
    ("hmu", "A", 404),
    ("secretary", "A", 404),
    ("admin", "A", 404),
    ("other_leader", "A", 404),
)


def test_who_plans_where(world: World) -> None:
    for key, at, status in PLANNERS:
        planned(world, key, at, status)


def test_a_stranger_learns_nothing(world: World) -> None:
    made = planned(world)
    stranger = world.as_("other_leader")
    there = stranger.get(f"{FOLLOW_UPS}/{made['id']}")
    nowhere = stranger.get(f"{FOLLOW_UPS}/{uuid4()}")
    assert (
        (there.status_code, there.content) == (nowhere.status_code, nowhere.content) == (404, there.content)
    )
    for url in ("", "/cancel", "/log", "/reopen"):
        method = "PUT" if url == "" else "POST"
        sent = stranger.request(method, f"{FOLLOW_UPS}/{made['id']}{url}", json={"nonsense": 1})
        assert (sent.status_code, sent.content) == (404, there.content), url
    assert stranger.get(f"{FOLLOW_UPS}?department={world.id_('A')}").status_code == 404
    assert stranger.get(f"{FOLLOW_UPS}/proposals?department={world.id_('A')}").status_code == 404
    assert world.get("other_leader", FOLLOW_UPS)["items"] == []


def test_refusals_come_in_order(world: World) -> None:
    made = planned(world)
    url = f"{FOLLOW_UPS}/{made['id']}"
    form: dict[str, Any] = {"kind": "result", "question": "Mærker vi en forskel?", "due": in_days(9)}
    member, leader = world.as_("member"), world.as_("leader")
    assert member.put(url, json={"bad": 1}).status_code == 403
    assert leader.put(url, json={"bad": 1}).status_code == 428
    stale = {"If-Match": '"7"'}
    assert leader.put(url, json={"bad": 1}, headers=stale).status_code == 422
    assert leader.put(url, json=form, headers=stale).status_code == 412
    world.move("leader", f"{url}/cancel", 1, reason="Mødet er nedlagt")
    assert leader.put(url, json=form, headers=stale).status_code == 412
    assert world.move("leader", url, 2, 409, "PUT", **form)["code"] == "wrong_state"


WRONG = (
    ({"question": "  "}, "question", "missing"),
    ({"question": "x" * 201}, "question", "too_long"),
    ({"question": "a\x00b"}, "question", "nul"),
    ({"due": in_days(-3)}, "due", "in_past"),
    ({"due": "1999-12-31"}, "due", "greater_than_equal"),
    ({"due": "2101-01-01"}, "due", "less_than_equal"),
    ({"due": 1764000000}, "due", "date"),
    ({"due": "2026-02-30"}, "due", "date"),
    ({"kind": "other"}, "kind", "enum"),
    ({"owner_id": str(uuid4())}, "owner_id", "not_here"),
    ({"trial_action_id": str(uuid4())}, "trial_action_id", "not_here"),
    ({"agreement_id": str(uuid4())}, "agreement_id", "not_here"),
    ({"journey_id": str(uuid4())}, "journey_id", "not_here"),
    ({"follows_id": str(uuid4())}, "follows_id", "not_here"),
    ({"repeat_every": 2}, "repeat_unit", "missing"),
    ({"repeat_unit": "week"}, "repeat_every", "missing"),
    ({"repeat_every": 0, "repeat_unit": "week"}, "repeat_every", "greater_than_equal"),
    ({"repeat_every": 53, "repeat_unit": "week"}, "repeat_every", "less_than_equal"),
    ({"state": "held"}, "state", "extra_forbidden"),
)


def test_what_a_plan_may_say(world: World) -> None:
    for change, field, problem in WRONG:
        refused = planned(world, status=422, **change)
        assert refused["code"] == "invalid"
        error = refused["facts"]["errors"][0]
        assert error["field"].endswith(field)
        assert error["problem"].startswith(problem)


def test_an_owner_comes_from_the_department(world: World) -> None:
    planned(world, at="A1", owner_id=world.person("trio"))
    planned(world, at="A1", owner_id=world.person("hr"))
    for outside in ("other_leader", "hmu", "admin"):
        planned(world, at="A1", status=422, owner_id=world.person(outside))


def test_the_form_is_changed_as_a_whole(world: World) -> None:
    made = planned(world, owner_id=world.person("trio"), repeat_every=1, repeat_unit="month")
    url = f"{FOLLOW_UPS}/{made['id']}"
    form: dict[str, Any] = {"kind": "result", "question": "Mærker vi en forskel?", "due": in_days(30)}
    found = world.move("ambassador", url, 1, method="PUT", **form)
    assert found["version"] == 2
    assert (found["kind"], found["question"], found["due"]) == ("result", form["question"], form["due"])
    assert (found["owner"], found["repeat_every"], found["repeat_unit"]) == (None, None, None)
    same = world.move("ambassador", url, 2, method="PUT", **form)
    assert same["version"] == 2
    assert world.move("leader", url, 1, 412, "PUT", **form)["facts"] == {"version": 2}


def test_cancelling_needs_a_reason_and_can_be_taken_back(world: World) -> None:
    made = planned(world)
    url = f"{FOLLOW_UPS}/{made['id']}"
    assert world.move("leader", f"{url}/cancel", 1, 409, reason=" ")["code"] == "reason_needed"
    gone = world.move("leader", f"{url}/cancel", 1, reason="Mødet er nedlagt")
    assert (gone["state"], gone["reason"], gone["can"]) == ("cancelled", "Mødet er nedlagt", ["reopen"])
    assert world.post("leader", f"{url}/log", 409, assessment="as_planned")["code"] == "wrong_state"
    back = world.move("leader", f"{url}/reopen", 2)
    assert (back["state"], back["reason"], back["version"]) == ("planned", None, 3)
    assert world.move("leader", f"{url}/reopen", 3, 409)["code"] == "wrong_state"


def test_a_walking_department_lists_its_following_sections(world: World) -> None:
    here = planned(world, at="A", due=in_days(3))
    section = planned(world, at="A1", due=in_days(1))
    planned(world, at="A2")
    planned(world, "other_leader", "B")
    found = world.get("leader", f"{FOLLOW_UPS}?department={world.id_('A')}&state=planned")
    assert [item["id"] for item in found["items"]] == [section["id"], here["id"]]
    found = world.get("member", f"{FOLLOW_UPS}?department={world.id_('A1')}")
    assert [item["id"] for item in found["items"]] == [section["id"]]
    assert len(world.get("hr", f"{FOLLOW_UPS}?department={world.id_('C')}")["items"]) == 4
    assert len(world.get("hr", FOLLOW_UPS)["items"]) == 4
    assert len(world.get("walking_leader", FOLLOW_UPS)["items"]) == 1


@pytest.mark.parametrize("state", ["planned", "held"])
def test_pages_follow_one_another_without_gaps(world: World, state: str) -> None:
    made = [planned(world, due=in_days(days)) for days in (5, 5, 1, 9, 5)]
    if state == "held":
        for follow_up in made:
            logged(world, follow_up)
    expected = sorted(made, key=lambda item: (item["due"], item["id"]), reverse=state == "held")
    seen: list[str] = []
    url = f"{FOLLOW_UPS}?department={world.id_('A')}&state={state}&limit=2"
    found = world.get("leader", url)
    while True:
        seen += [item["id"] for item in found["items"]]
        if not found["next"]:
            break
        found = world.get("leader", f"{url}&cursor={found['next']}")
    assert seen == [item["id"] for item in expected]
    assert world.as_("leader").get(f"{url}&cursor=nonsense").status_code == 422


def test_lists_cost_the_same_whatever_their_length(world: World) -> None:
    counted: list[str] = []
    engine = world.database.reader
    event.listen(engine, "before_cursor_execute", lambda *args: counted.append(args[2]))

    def statements(url: str) -> int:
        world.get("leader", url)
        counted.clear()
        world.get("leader", url)
        return len([statement for statement in counted if not statement.startswith("BEGIN")])

    url = f"{FOLLOW_UPS}?department={world.id_('A')}"
    one = planned(world)
    logged(world, one)
    first = statements(url)
    for _ in range(6):
        logged(world, planned(world), note="Det går")
    assert statements(url) == first <= 4
    assert statements(f"{FOLLOW_UPS}/{one['id']}") <= 3


def test_proposals_skip_weekends_and_quiet_weeks(world: World) -> None:
    url = f"{FOLLOW_UPS}/proposals?department={world.id_('A')}"
    assert world.get("leader", f"{url}&from=2026-06-29") == {"dates": ["2026-08-03", "2026-08-10"]}
    assert len(world.get("member", url)["dates"]) == 2
    assert world.as_("leader").get(f"{url}&from=3000-01-01").status_code == 422


def test_a_creation_sent_twice_is_made_once(world: World) -> None:
    leader, key = world.as_("leader"), {"Idempotency-Key": str(uuid4())}
    form: dict[str, Any] = {
        "department_id": world.id_("A"),
        "kind": "process",
        "question": "Holder makkerordningen?",
        "due": in_days(4),
    }
    first, again = (leader.post(FOLLOW_UPS, json=form, headers=key) for _ in range(2))
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    other = leader.post(FOLLOW_UPS, json=form | {"kind": "result"}, headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")
    assert len(world.get("leader", FOLLOW_UPS)["items"]) == 1


def test_every_change_is_in_the_history(world: World) -> None:
    made = planned(world)
    url = f"{FOLLOW_UPS}/{made['id']}"
    world.move("leader", url, 1, method="PUT", kind="result", question="Hjælper det?", due=made["due"])
    world.move("leader", f"{url}/cancel", 2, reason="Personligt forhold")
    world.move("leader", f"{url}/reopen", 3)
    logged(world, made, note="Hemmelig sætning", audience="candid")
    found = world.get("leader", f"/api/history?department={world.id_('A')}&record={made['id']}")
    assert [item["what"] for item in reversed(found["items"])] == [
        f"follow_up.{what}" for what in ("planned", "changed", "cancelled", "reopened", "logged")
    ]
    told = str([item["facts"] for item in found["items"]])
    for text in ("Når nattevagten", "Hjælper det", "Personligt"):
        assert text not in told
    assert "Hemmelig" not in str(found)
    former = [text["text"] for item in found["items"] for text in item["former"]]
    assert sorted(former) == sorted([made["question"], "Personligt forhold"])


def test_a_follow_up_hangs_on_a_trial_of_the_same_department(world: World) -> None:
    trial = draft(world, "leader", "A1")
    made = planned(world, trial_action_id=trial["id"])
    assert made["trial_action"] == {"id": trial["id"], "title": trial["title"]}
    planned(world)
    found = world.get("member", f"{FOLLOW_UPS}?trial_action={trial['id']}")
    assert [item["id"] for item in found["items"]] == [made["id"]]
    elsewhere = draft(world, "walking_leader", "A2")
    planned(world, status=422, trial_action_id=elsewhere["id"])
