"""Two at once: nothing is overwritten silently, nothing is created twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import func

from tests.api.world import World
from trinvis.core.db import columns
from trinvis.journeys.tables import Journey
from trinvis.trial_actions.tables import TrialAction


def _at_once(count: int, act: Callable[[int], Any]) -> list[Any]:
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(act, range(count)))


def _count(world: World, table: Any) -> int:
    with world.database.read() as work:
        return int(work.one(columns(func.count()).select_from(table))[0])


def test_one_key_makes_one_record_however_often_it_is_sent(world: World) -> None:
    leader = world.as_("leader")
    body = {"department_id": world.id_("A"), "change": "fem minutter ved tavlen"}
    key = {"Idempotency-Key": "samme-noegle"}
    answers = _at_once(12, lambda _: leader.post("/api/trial-actions", json=body, headers=key))
    # Whoever lost the race for the key may be told to try again; it is never a second record.
    assert set(Counter(a.status_code for a in answers)) <= {201, 409}
    assert len({a.json()["id"] for a in answers if a.status_code == 201}) == 1
    assert _count(world, TrialAction) == 1
    again = leader.post("/api/trial-actions", json=body, headers=key)
    assert (again.status_code, again.content) == (
        201,
        next(a.content for a in answers if a.status_code == 201),
    )


def test_the_same_key_with_another_body_is_refused(world: World) -> None:
    leader = world.as_("leader")
    key = {"Idempotency-Key": "samme-noegle"}
    body = {"department_id": world.id_("A"), "change": "fem minutter"}
    leader.post("/api/trial-actions", json=body, headers=key)
    other = leader.post("/api/trial-actions", json={**body, "change": "to minutter"}, headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")
    theirs = world.as_("trio").post("/api/trial-actions", json=body, headers=key)
    assert theirs.status_code == 201


def test_a_key_without_its_record_is_not_kept(world: World) -> None:
    """A refused creation may be mended and sent again under the same key."""
    leader = world.as_("leader")
    key = {"Idempotency-Key": "samme-noegle"}
    wrong = {"department_id": world.id_("A"), "change": " "}
    assert leader.post("/api/trial-actions", json=wrong, headers=key).status_code == 422
    right = {"department_id": world.id_("A"), "change": "fem minutter"}
    assert leader.post("/api/trial-actions", json=right, headers=key).status_code == 201


def test_of_two_who_saw_the_same_version_one_is_told(world: World) -> None:
    trial = world.post("leader", "/api/trial-actions", department_id=world.id_("A"), change="fem minutter")
    clients = [world.as_("leader"), world.as_("trio")]

    def write(number: int) -> Any:
        return clients[number % 2].put(
            f"/api/trial-actions/{trial['id']}/plan",
            json={"change": f"nummer {number}"},
            headers={"If-Match": f'"{trial["version"]}"'},
        )

    answers = _at_once(8, write)
    assert Counter(a.status_code for a in answers) == {200: 1, 412: 7}
    kept = next(a.json()["change"] for a in answers if a.status_code == 200)
    assert world.get("leader", f"/api/trial-actions/{trial['id']}")["change"] == kept


def test_without_a_version_nothing_is_overwritten(world: World) -> None:
    trial = world.post("leader", "/api/trial-actions", department_id=world.id_("A"), change="fem minutter")
    url = f"/api/trial-actions/{trial['id']}/plan"
    assert world.as_("leader").put(url, json={"change": "x"}).status_code == 428
    for tag in ('"0"', '"999"', "nonsense", 'W/"x"', "*"):
        answer = world.as_("leader").put(url, json={"change": "x"}, headers={"If-Match": tag})
        assert answer.status_code == 412, tag


def test_two_who_begin_at_once_begin_one_journey(world: World) -> None:
    leader, trio = world.as_("leader"), world.as_("trio")
    answers = _at_once(
        6, lambda n: (leader, trio)[n % 2].post("/api/journeys", json={"department_id": world.id_("A")})
    )
    assert Counter(a.status_code for a in answers) == {201: 1, 409: 5}
    assert _count(world, Journey) == 1


def test_two_logs_of_one_follow_up_stand_beside_each_other(world: World) -> None:
    planned = world.post(
        "leader",
        "/api/follow-ups",
        department_id=world.id_("A"),
        kind="process",
        question="Holder det?",
        due="2099-01-05",
    )
    url = f"/api/follow-ups/{planned['id']}/log"
    clients = [world.as_("leader"), world.as_("ambassador")]
    answers = _at_once(
        2,
        lambda n: clients[n].post(
            url, json={"assessment": "as_planned", "note": f"set af {n}", "next_due": None}
        ),
    )
    assert [a.status_code for a in answers] == [201, 201]
    logs = world.get("leader", f"/api/follow-ups/{planned['id']}")["logs"]
    assert {log["note"] for log in logs} == {"set af 0", "set af 1"}
