"""Agreements through the API: made, changed, done, cancelled, reopened; who may."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.api.promises import AGREEMENTS, in_days, planned, promised
from tests.api.world import World
from trinvis.core import clock


def test_an_agreement_is_made_and_read(world: World) -> None:
    made = promised(world, owner_id=world.person("member"))
    assert (made["state"], made["overdue"], made["ended_on"]) == ("open", False, None)
    assert made["owner"]["name"] == "Mia Medarbejder"
    assert made["department"]["name"] == "Lungesygdomme"
    assert made["can"] == ["edit", "done", "cancel"]
    assert world.get("member", f"{AGREEMENTS}/{made['id']}")["can"] == ["done"]
    assert world.get("hr", f"{AGREEMENTS}/{made['id']}")["can"] == []
    world.get("other_leader", f"{AGREEMENTS}/{made['id']}", 404)


PROMISERS = (
    ("leader", "A", 201),
    ("trio", "A1", 201),
    ("section_leader", "A1", 201),
    ("section_leader", "A", 403),
    ("ambassador", "A", 403),
    ("member", "A1", 403),
    ("hr", "A", 403),
    ("hmu", "A", 404),
    ("other_leader", "A", 404),
)


def test_who_promises_where(world: World) -> None:
    for key, at, status in PROMISERS:
        promised(world, key, at, status)


WRONG = (
    ({"what": " "}, "what", "missing"),
    ({"what": "x" * 501}, "what", "too_long"),
    ({"due": in_days(-3)}, "due", "in_past"),
    ({"due": "2150-01-01"}, "due", "less_than_equal"),
    ({"owner_id": None}, "owner_id", "uuid_type"),
    ({"owner_id": str(uuid4())}, "owner_id", "not_here"),
    ({"trial_action_id": str(uuid4())}, "trial_action_id", "not_here"),
)


def test_what_an_agreement_may_say(world: World) -> None:
    for change, field, problem in WRONG:
        error = promised(world, status=422, **change)["facts"]["errors"][0]
        assert (error["field"], error["problem"]) == (field, problem)


def test_an_agreement_is_changed_done_and_reopened(world: World) -> None:
    made = promised(world, owner_id=world.person("member"))
    url = f"{AGREEMENTS}/{made['id']}"
    form: dict[str, Any] = {"what": "Vi spørger først", "owner_id": world.person("trio"), "due": in_days(20)}
    found = world.move("leader", url, 1, method="PUT", **form)
    assert (found["what"], found["owner"]["name"], found["version"]) == ("Vi spørger først", "Tor Trio", 2)
    assert world.move("leader", url, 2, method="PUT", **form)["version"] == 2
    world.move("member", f"{url}/done", 2, 403)
    found = world.move("trio", f"{url}/done", 2)
    assert (found["state"], found["ended_on"], found["can"]) == ("done", str(clock.today()), ["reopen"])
    assert world.move("leader", f"{url}/done", 3, 409)["code"] == "wrong_state"
    assert world.move("leader", url, 3, 409, "PUT", **form)["code"] == "wrong_state"
    found = world.move("leader", f"{url}/reopen", 3)
    assert (found["state"], found["ended_on"]) == ("open", None)
    found = world.move("leader", f"{url}/done", 4, done_on=in_days(-2))
    assert found["ended_on"] == in_days(-2)


def test_whoever_owns_it_says_when_it_is_done(world: World) -> None:
    made = promised(world, at="A1", owner_id=world.person("member"))
    url = f"{AGREEMENTS}/{made['id']}"
    world.move("member", f"{url}/cancel", 1, 403, reason="Nej")
    world.move("member", f"{url}/done", 1, 422, done_on=in_days(1))
    assert world.move("member", f"{url}/done", 1)["can"] == ["reopen"]
    assert world.move("member", f"{url}/reopen", 2)["state"] == "open"


def test_cancelling_needs_a_reason(world: World) -> None:
    made = promised(world)
    url = f"{AGREEMENTS}/{made['id']}"
    assert world.move("leader", f"{url}/cancel", 1, 409, reason="")["code"] == "reason_needed"
    found = world.move("leader", f"{url}/cancel", 1, reason="Vi fik en anden aftale")
    assert (found["state"], found["reason"]) == ("cancelled", "Vi fik en anden aftale")
    found = world.move("leader", f"{url}/reopen", 2)
    assert (found["state"], found["reason"]) == ("open", None)


def test_refusals_come_in_order(world: World) -> None:
    made = promised(world)
    url = f"{AGREEMENTS}/{made['id']}"
    form: dict[str, Any] = {"what": "Andet", "owner_id": world.person("leader"), "due": in_days(5)}
    stale = {"If-Match": '"9"'}
    assert world.as_("other_leader").put(url, json={"bad": 1}).status_code == 404
    assert world.as_("ambassador").put(url, json={"bad": 1}).status_code == 403
    assert world.as_("leader").put(url, json={"bad": 1}).status_code == 428
    assert world.as_("leader").put(url, json={"bad": 1}, headers=stale).status_code == 422
    assert world.as_("leader").put(url, json=form, headers=stale).status_code == 412


def test_lists_take_the_following_sections_along(world: World) -> None:
    later, sooner = promised(world, due=in_days(9)), promised(world, at="A1", due=in_days(2))
    promised(world, at="A2")
    url = f"{AGREEMENTS}?department={world.id_('A')}"
    found = world.get("member", f"{url}&state=open")
    assert [item["id"] for item in found["items"]] == [sooner["id"], later["id"]]
    first = world.get("member", f"{url}&state=open&limit=1")
    rest = world.get("member", f"{url}&state=open&limit=1&cursor={first['next']}")
    assert ([item["id"] for item in rest["items"]], rest["next"]) == ([later["id"]], None)
    world.move("leader", f"{AGREEMENTS}/{later['id']}/done", 1)
    assert [item["id"] for item in world.get("member", f"{url}&state=done")["items"]] == [later["id"]]
    world.get("other_leader", url, 404)


def test_a_follow_up_hangs_on_an_agreement_of_the_same_department(world: World) -> None:
    made = promised(world, at="A1")
    follow_up = planned(world, at="A", agreement_id=made["id"])
    assert follow_up["agreement"] == {"id": made["id"], "what": made["what"]}
    elsewhere = promised(world, "walking_leader", "A2", owner_id=world.person("walking_leader"))
    planned(world, at="A", status=422, agreement_id=elsewhere["id"])


def test_an_agreement_sent_twice_is_made_once(world: World) -> None:
    key = {"Idempotency-Key": str(uuid4())}
    form: dict[str, Any] = {
        "department_id": world.id_("A"),
        "what": "Vi siger tak",
        "owner_id": world.person("leader"),
        "due": in_days(3),
    }
    first, again = (world.as_("leader").post(AGREEMENTS, json=form, headers=key) for _ in range(2))
    assert first.status_code == again.status_code == 201
    assert first.json()["id"] == again.json()["id"]


def test_every_change_is_in_the_history_without_its_words(world: World) -> None:
    made = promised(world)
    url = f"{AGREEMENTS}/{made['id']}"
    world.move("leader", f"{url}/cancel", 1, reason="Personligt")
    world.move("leader", f"{url}/reopen", 2)
    world.move("leader", f"{url}/done", 3)
    found = world.get("leader", f"/api/history?department={world.id_('A')}&record={made['id']}")
    assert [item["what"] for item in reversed(found["items"])] == [
        f"agreement.{what}" for what in ("created", "cancelled", "reopened", "done")
    ]
    told = str([item["facts"] for item in found["items"]])
    assert "Personligt" not in told
    assert "Vi siger tak" not in told
    assert [text["text"] for item in found["items"] for text in item["former"]] == ["Personligt"]
