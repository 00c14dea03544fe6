"""Departments move, close, merge, split and change their way: everything goes along, nobody sees more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.api.promises import in_days, logged, planned, promised
from tests.api.tree import DEPARTMENTS, TRIALS, change, department, held_session, preview, problems, url
from tests.api.trials import brought_to, draft
from tests.api.world import World
from trinvis.core import clock
from trinvis.worker import Worker

# ---- a section moves


def test_a_section_moves_and_its_open_work_joins_the_other_departments_round(world: World) -> None:
    held_session(world)
    held_session(world, "other_leader", "B")
    trial = draft(world, node="A1", owner_id=world.person("member"))
    seen = preview(world, "A1", "move", parent_id=world.id_("B"))
    assert seen["obstacles"] == []
    assert [(each["node"]["name"], each["what"]) for each in seen["nodes"]] == [("Sengeafsnittet", "moves")]
    assert seen["nodes"][0]["walking_after"]["name"] == "Øjensygdomme"
    (goes,) = seen["work"]
    assert (goes["kind"], goes["count"], goes["items"]) == ("trial_action", 1, [])
    assert department(world, "A1")["parents"][-1]["name"] == "Lungesygdomme", "a preview changes nothing"

    done = change(world, "A1", "move", parent_id=world.id_("B"))
    assert done["state"] == "done"
    assert done["outcome"]["work"] == 1
    moved = department(world, "A1")
    assert moved["walking"]["name"] == "Øjensygdomme"
    after = world.get("other_leader", f"{TRIALS}/{trial['id']}")
    assert after["department"]["walking_id"] == world.id_("B")
    assert after["version"] == trial["version"] + 1
    # Whoever leads where it stood does not read it any more; its own people do.
    assert world.as_("leader").get(f"{TRIALS}/{trial['id']}").status_code == 404
    assert world.as_("section_leader").get(f"{TRIALS}/{trial['id']}").status_code == 200
    listed = world.get("other_leader", f"{TRIALS}?department={world.id_('B')}")["items"]
    assert [each["id"] for each in listed] == [trial["id"]]


def test_candid_notes_stay_with_those_who_read_them_where_they_were_written(world: World) -> None:
    follow_up = planned(world, "leader", "A1")
    note = logged(world, follow_up, "leader", note="kun for os", audience="candid")["log_id"]
    opened = f"/api/follow-ups/logs/{note}/open"
    assert world.as_("ambassador").post(opened).status_code == 200
    change(world, "A1", "move", parent_id=world.id_("B"))
    assert world.as_("other_leader").get(f"/api/follow-ups/{follow_up['id']}").status_code == 200
    assert world.as_("other_leader").post(opened).status_code == 403
    assert world.as_("leader").post(opened).status_code == 404


@pytest.mark.parametrize(
    ("node", "parent", "status", "wanted"),
    [
        ("A", "A1", 422, ["parent_id:own_subtree"]),
        ("A", "C", 422, ["parent_id:unchanged"]),
        ("A1", "C", 422, ["parent_id:follows_nobody"]),
        ("H", "C", 422, ["parent_id:own_subtree"]),
    ],
)
def test_what_refuses_a_move(world: World, node: str, parent: str, status: int, wanted: list[str]) -> None:
    assert problems(change(world, node, "move", status, parent_id=world.id_(parent))) == wanted
    (obstacle, *_) = preview(world, node, "move", parent_id=world.id_(parent))["obstacles"]
    assert not obstacle["later"]


def test_a_parent_that_is_not_there_is_unknown(world: World) -> None:
    missing = "00000000-0000-7000-8000-000000000000"
    assert problems(change(world, "A", "move", 422, parent_id=missing)) == ["parent_id:unknown"]


# ---- closing


def test_closing_is_refused_while_something_is_open(world: World) -> None:
    draft(world)
    planned(world)
    refused = change(world, "A", "close", 409)
    assert refused["code"] == "still_open"
    assert {(each["kind"], each["count"]) for each in refused["facts"]["open"]} == {
        ("trial_action", 1), ("follow_up", 1),
    }  # fmt: skip
    assert [each["name"] for each in refused["facts"]["sections"]] == ["Sengeafsnittet", "Søvnklinikken"]
    (obstacle,) = preview(world, "A", "close")["obstacles"]
    assert obstacle["later"]


def test_closing_hands_open_work_on_and_ends_roles(world: World) -> None:
    trial = brought_to(world, "running")
    over = brought_to(world, "evaluated")
    seen = preview(world, "A", "close", hand_to=world.id_("B"))
    assert {each["name"] for each in seen["without_department"]} == {
        "Lea Leder", "Tor Trio", "Ane Ambassadør", "Lis LMU", "Rita Referent",
    }  # fmt: skip
    assert seen["without_owner"] == 1
    assert [row["becomes"] for row in seen["rows"]] == ["ends"]
    change(world, "A", "close", hand_to=world.id_("B"))
    closed = department(world, "A")
    assert closed["closed_on"] == str(clock.today())
    assert [each["name"] for each in closed["successors"]] == ["Øjensygdomme"]
    assert [each["name"] for each in department(world, "B")["sections"]] == [
        "Sengeafsnittet", "Søvnklinikken",
    ]  # fmt: skip
    assert world.get("other_leader", f"{TRIALS}/{trial['id']}")["department"]["name"] == "Øjensygdomme"
    # What is over stays where it was, and is read by who goes on with it.
    assert world.get("other_leader", f"{TRIALS}/{over['id']}")["department"]["name"] == "Lungesygdomme"
    assert world.as_("leader").get("/api/me").json()["roles"] == []
    assert "Lungesygdomme" not in [
        each["name"] for each in world.get("admin", DEPARTMENTS)["items"]
    ]
    assert "Lungesygdomme" in [
        each["name"] for each in world.get("admin", f"{DEPARTMENTS}?closed=true")["items"]
    ]


def test_nothing_changes_at_a_closed_node_any_more(world: World) -> None:
    change(world, "B", "close")
    answer = world.as_("admin").post(
        url(world, "B"), json={"kind": "walks", "walks": "outside", "effective_on": str(clock.today())}
    )
    assert (answer.status_code, answer.json()["facts"]) == (409, {"state": "closed"})


# ---- another way through the steps


def test_a_section_that_walks_by_itself_gets_a_row_of_its_own(world: World) -> None:
    held_session(world)
    trial = draft(world, node="A1", owner_id=world.person("member"))
    change(world, "A1", "walks", walks="walks")
    names = [row["department"]["name"] for row in world.get("hmu", "/api/overview")["items"]]
    assert "Sengeafsnittet" in names
    assert world.get("member", f"{TRIALS}/{trial['id']}")["department"]["walking_id"] == world.id_("A1")


def test_a_section_that_follows_again_ends_its_round_in_its_departments(world: World) -> None:
    held_session(world)
    held_session(world, "walking_leader", "A2")
    promise = promised(world, "walking_leader", "A2", owner_id=world.person("walking_leader"))
    seen = preview(world, "A2", "walks", walks="follows")
    assert [(each["department"]["name"], each["becomes"]) for each in seen["rounds"]] == [
        ("Søvnklinikken", "merged"), ("Lungesygdomme", "continues"),
    ]  # fmt: skip
    change(world, "A2", "walks", walks="follows")
    a = department(world, "A")
    assert world.get("leader", f"/api/agreements/{promise['id']}")["journey_id"] == a["journey_id"]
    assert department(world, "A2")["journey_id"] is None
    assert "Søvnklinikken" not in [
        row["department"]["name"] for row in world.get("hmu", "/api/overview")["items"]
    ]


def test_a_planned_session_keeps_a_section_walking_where_nobody_else_does(world: World) -> None:
    held_session(world, "walking_leader", "A2", state="planned", day=in_days(7))
    refused = change(world, "A2", "walks", 409, walks="follows")
    assert [(each["kind"], each["count"]) for each in refused["facts"]["open"]] == [("session", 1)]


# ---- from a day


def test_a_planned_change_is_done_on_its_day(world: World) -> None:
    day = clock.today() + timedelta(days=10)
    made = change(world, "A1", "move", on=day, parent_id=world.id_("B"))
    assert (made["state"], made["can"]) == ("planned", ["withdraw"])
    assert [each["id"] for each in department(world, "A1")["planned"]] == [made["id"]]
    assert department(world, "A1", "leader")["planned"] == []
    assert [each["id"] for each in preview(world, "A1", "close")["planned"]] == [made["id"]]
    worker = Worker(world.database)
    assert worker.once() == 0
    with clock.standing_at(clock.now() + timedelta(days=10)):
        assert worker.once() == 1
        assert worker.once() == 0
    assert department(world, "A1")["walking"]["name"] == "Øjensygdomme"
    assert world.get("admin", f"/api/tree-changes/{made['id']}")["state"] == "done"


def test_what_cannot_be_done_on_its_day_says_why(world: World) -> None:
    draft(world, "other_leader", "B")
    day = clock.today() + timedelta(days=10)
    made = change(world, "B", "close", on=day)
    with clock.standing_at(clock.now() + timedelta(days=10)):
        assert Worker(world.database).once() == 1
    found = world.get("admin", f"/api/tree-changes/{made['id']}")
    assert (found["state"], found["refusal"]["code"]) == ("refused", "still_open")
    assert found["refusal"]["facts"]["open"][0]["count"] == 1
    assert department(world, "B")["closed_on"] is None


def test_a_planned_change_is_taken_back(world: World) -> None:
    made = change(world, "A1", "move", on=clock.today() + timedelta(days=3), parent_id=world.id_("B"))
    back = f"/api/tree-changes/{made['id']}/withdraw"
    assert world.as_("admin").post(back).status_code == 428
    assert world.move("admin", back, 7, 412)["code"] == "version_conflict"
    assert world.move("admin", back, made["version"])["state"] == "withdrawn"
    with clock.standing_at(clock.now() + timedelta(days=4)):
        assert Worker(world.database).once() == 0
    assert world.move("admin", back, made["version"] + 1, 409)["facts"]["state"] == "withdrawn"


def test_changes_are_listed_those_that_wait_first(world: World) -> None:
    first = change(world, "A1", "move", parent_id=world.id_("B"))
    waits = change(world, "A1", "move", on=clock.today() + timedelta(days=3), parent_id=world.id_("A"))
    second = change(world, "S", "walks", walks="walks")
    listed = world.get("admin", "/api/tree-changes?limit=2")
    assert [each["id"] for each in listed["items"]] == [waits["id"], second["id"]]
    rest = world.get("admin", f"/api/tree-changes?limit=2&cursor={listed['next']}")
    assert [each["id"] for each in rest["items"]] == [first["id"]]
    assert {each["name"] for each in listed["items"][0]["departments"]} == {"Sengeafsnittet", "Lungesygdomme"}
    assert listed["items"][0]["created_by"]["name"] == "Adam Min"
    assert world.get("leader", "/api/tree-changes")["items"] == []


# ---- nodes


def test_a_node_is_made_and_written(world: World) -> None:
    body: dict[str, Any] = {"code": "b9", "name": "Ambulatoriet", "kind": "section"}
    body["parent_id"] = world.id_("B")
    made = world.post("admin", DEPARTMENTS, **body)
    assert (made["code"], made["walks"], made["walking"]["name"]) == ("B9", "follows", "Øjensygdomme")
    assert problems(world.post("admin", DEPARTMENTS, 422, **body)) == ["code:taken"]
    form = {"code": "B9", "name": "Øjenambulatoriet", "kind": "section", "headcount": 12, "pilot": True}
    at = f"{DEPARTMENTS}/{made['id']}"
    changed = world.move("admin", at, made["version"], 200, "PUT", **form)
    assert (changed["name"], changed["headcount"], changed["version"]) == ("Øjenambulatoriet", 12, 2)
    assert problems(world.move("admin", at, 2, 422, "PUT", **(form | {"code": "a"}))) == ["code:taken"]
    assert world.move("admin", at, 1, 412, "PUT", **form)["code"] == "version_conflict"
    listed = world.get("other_leader", DEPARTMENTS)["items"]
    assert [each["name"] for each in listed] == ["Øjensygdomme", "Øjenambulatoriet"]


def test_a_leader_changes_no_tree(world: World) -> None:
    body = {"kind": "close", "effective_on": str(clock.today())}
    assert world.as_("leader").post(url(world, "A"), json=body).status_code == 403
    assert world.as_("leader").post(url(world, "B"), json=body).status_code == 404
