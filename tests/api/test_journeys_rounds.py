"""Rounds over the API: one is open at a time, the next waits for what is promised, the former stays."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from tests.api.steps import all_done, begun, complete, day, journey, prepared
from trinvis.journeys.tables import Journey


def states(found):
    return [step["state"] for step in found["steps"]]


def test_a_second_opening_finds_the_first(world):
    found = begun(world)
    refused = world.post("hr", "/api/journeys", 409, department_id=world.id_("A"))
    assert refused == {"code": "already_open", "facts": {"journey_id": found["id"], "round": 1}}


def test_the_same_key_opens_once(world):
    client, body = world.as_("leader"), {"department_id": world.id_("A")}
    answers = [
        client.post("/api/journeys", json=body, headers={"Idempotency-Key": "the-same-key"}) for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()


def test_two_at_once_open_one(world):
    people = ["leader", "trio", "hr", "leader"]
    for key in people:
        world.as_(key)
    body = {"department_id": world.id_("A")}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda key: world.as_(key).post("/api/journeys", json=body), people))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    with world.database.read() as work:
        assert work.one(select(func.count()).select_from(Journey))[0] == 1


def test_the_next_round_waits_for_step_3_and_the_follow_ups(world):
    found = prepared(world)
    again = {"department_id": world.id_("A"), "round": 2}
    refused = world.post("leader", "/api/journeys", 409, **again)
    assert refused["code"] == "still_open"
    assert [wait["code"] for wait in refused["facts"]["waiting"]] == ["step", "follow_ups"]
    for number in (1, 2, 3):
        found = complete(world, found, number)
    assert "next_round" not in found["can"]
    assert found["waiting"] == [{"code": "follow_ups", "number": None, "count": 2, "next": day(14)}]
    refused = world.post("leader", "/api/journeys", 409, department_id=world.id_("A"))
    assert refused["facts"]["waiting"] == [{"code": "follow_ups", "count": 2, "next": day(14)}]


def test_the_next_round(world):
    found = all_done(world)
    for follow_up in world.get("leader", f"/api/follow-ups?department={world.id_('A')}")["items"]:
        world.post("leader", f"/api/follow-ups/{follow_up['id']}/log", assessment="as_planned")
    found = journey(world, found["id"])
    assert "next_round" in found["can"]
    assert found["waiting"] == []
    body = {"department_id": world.id_("A"), "round": 2}
    assert world.post("hr", "/api/journeys", 403, **body)["code"] == "not_allowed"
    second = world.post("leader", "/api/journeys", **body)
    assert (second["round"], states(second)) == (2, ["not_started"] * 3)
    assert (second["agreements_count"], second["follow_up_dates"]) == (0, {"process": None, "result": None})
    former = journey(world, found["id"], "member")
    assert (former["ended_on"], former["ended_as"], former["can"]) == (day(), "completed", [])
    assert (states(former), former["agreements_count"]) == (["done"] * 3, 1)
    assert [step["can"] for step in former["steps"]] == [[], [], []]
    url = f"/api/journeys/{found['id']}/assessment"
    assert world.move("leader", url, former["version"], 409, method="PUT")
    rounds = world.get("member", f"/api/journeys?department={world.id_('A1')}")["items"]
    assert [(line["round"], line["ended_as"]) for line in rounds] == [(2, None), (1, "completed")]
    assert world.post("leader", "/api/journeys", 409, **body)["code"] == "already_open"
