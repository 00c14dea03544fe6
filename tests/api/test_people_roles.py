"""Roles: given and ended on their days, deputies, leaving, and always an administrator."""

from __future__ import annotations

from datetime import timedelta

from fastapi.testclient import TestClient

from tests.api.people import PEOPLE, ROLES, as_anybody, days_later, ended, entered, given, role_of
from tests.api.promises import in_days, planned
from tests.api.test_people import what_happened
from tests.api.world import World
from trinvis.core import clock

# ---- roles and their days


def test_the_same_role_is_not_held_twice_in_the_same_days(world: World) -> None:
    kim = entered(world, valid_to=in_days(5))
    wrong = given(world, kim["id"], "member", status=422, valid_from=in_days(5))
    assert wrong["facts"]["errors"] == [{"field": "valid_from", "problem": "overlaps"}]
    later = given(world, kim["id"], "member", valid_from=in_days(6))
    assert later["state"] == "planned"
    given(world, kim["id"], "trio")
    days = {"valid_from": in_days(4), "valid_to": None}
    world.move("admin", f"{ROLES}/{later['id']}", later["version"], 422, method="PUT", **days)


def test_a_role_ends_on_its_day_and_its_row_stays(world: World) -> None:
    kim = entered(world, key="leader")
    role = kim["roles"][0]
    reply = ended(world, role, "leader")
    assert (reply["role"]["valid_to"], reply["role"]["state"]) == (str(clock.today()), "held")
    assert (reply["owns"], reply["count"], reply["deputies"]) == ([], 0, 0)
    client = as_anybody(world, kim["id"])
    here = f"/api/departments/{world.id_('A')}"
    assert client.get(here).status_code == 200
    with days_later(world, 1):
        client = as_anybody(world, kim["id"])
        assert client.get(here).status_code == 404
        (line,) = world.get("leader", f"{PEOPLE}/{kim['id']}")["roles"]
        assert (line["state"], line["can"]) == ("ended", ["change"])
        ended(world, line, "leader", 409)
    assert what_happened(world)[0] == "role.ended"


def test_a_role_that_had_not_begun_is_gone(world: World) -> None:
    kim = entered(world, valid_from=in_days(9))
    assert ended(world, kim["roles"][0])["role"] is None
    assert world.get("admin", f"{PEOPLE}/{kim['id']}")["roles"] == []
    assert what_happened(world)[0] == "role.withdrawn"


def test_a_role_that_is_taken_up_again_reads_no_note_from_before(world: World) -> None:
    """Whoever was away in between was not among the note's readers."""
    kim = entered(world, role="trio")
    ended(world, kim["roles"][0])
    with days_later(world, 3):
        planned_ = planned(world, due=in_days(9))
        log = world.post(
            "leader", f"/api/follow-ups/{planned_['id']}/log",
            assessment="as_planned", note="kun os", audience="candid",
        )  # fmt: skip
    with days_later(world, 5):
        (role,) = world.get("admin", f"{PEOPLE}/{kim['id']}")["roles"]
        back = {"valid_from": role["valid_from"], "valid_to": None}
        world.move("admin", f"{ROLES}/{role['id']}", role["version"], method="PUT", **back)
        client = as_anybody(world, kim["id"])
        assert client.get(f"/api/follow-ups/{planned_['id']}").status_code == 200
        assert client.post(f"/api/follow-ups/logs/{log['log_id']}/open").status_code == 403


def test_two_who_change_a_role_do_not_overwrite_each_other(world: World) -> None:
    role = entered(world)["roles"][0]
    url = f"{ROLES}/{role['id']}"
    world.move("admin", url, role["version"], method="PUT", title="AMiR", valid_from=role["valid_from"])
    world.move("leader", url, role["version"], 412, method="PUT", title="TR")
    assert world.as_("leader").put(url, json={}).status_code == 428


# ---- deputies


def deputy(world: World, key: str = "leader", status: int = 201, **other: object) -> dict:
    form = {"person_id": world.person("trio"), "valid_from": in_days(0), "valid_to": in_days(30)} | other
    role = role_of(world, "leader")
    return world.post(key, f"{ROLES}/{role['id']}/deputy", status, **form)


def test_a_deputy_leads_for_a_time_and_names_nobody(world: World) -> None:
    made = deputy(world)
    assert (made["role"], made["deputy_for"]["name"]) == ("leader", "Lea Leder")
    here = world.get("trio", f"/api/departments/{world.id_('A')}")
    assert "decide" in here["can"]
    assert "manage_people" not in here["can"]
    assert "manage_people" not in world.get("trio", "/api/me")["can"]
    deputy(world, "trio", 403, person_id=world.person("ambassador"))
    world.post(
        "admin", f"{ROLES}/{made['id']}/deputy", 409,
        person_id=world.person("ambassador"), valid_from=in_days(0), valid_to=in_days(3),
    )  # fmt: skip
    with clock.standing_at(clock.now() + timedelta(days=31)):
        client = as_anybody(world, world.person("trio"))
        roles = {role["role"] for role in client.get("/api/me").json()["roles"]}
        assert roles == {"trio"}


def test_a_deputy_reads_no_note_from_before_she_was_named(world: World) -> None:
    with clock.standing_at(clock.now() - timedelta(days=1)):
        client = TestClient(world.app, headers={"X-Trinvis": "1"})
        client.post("/api/session/demo", json={"person": "leader"})
        body = {
            "department_id": world.id_("A"), "question": "Holder det?", "assessment": "as_planned",
            "note": "kun os", "audience": "candid",
        }  # fmt: skip
        log = client.post("/api/follow-ups/log", json=body).json()
    deputy(world, person_id=world.person("member"))
    assert world.as_("member").post(f"/api/follow-ups/logs/{log['log_id']}/open").status_code == 403


def test_deputies_end_with_the_leader(world: World) -> None:
    now, later = deputy(world), deputy(world, valid_from=in_days(40), valid_to=in_days(50))
    reply = ended(world, role_of(world, "leader"), on=in_days(10))
    assert reply["deputies"] == 2
    roles = {role["id"]: role for role in world.get("admin", f"{PEOPLE}/{world.person('trio')}")["roles"]}
    assert roles[now["id"]]["valid_to"] == in_days(10)
    assert later["id"] not in roles


def test_a_leader_ends_her_deputy_and_nobody_elses(world: World) -> None:
    other = entered(world, "Bo Leder", "leader")
    made = deputy(world)
    client = as_anybody(world, other["id"])
    headers = {"If-Match": f'"{made["version"]}"'}
    assert client.post(f"{ROLES}/{made['id']}/end", json={}, headers=headers).status_code == 403
    ended(world, made, "leader")


# ---- leaving


def test_whoever_leaves_ends_every_role_that_day(world: World) -> None:
    kim = entered(world, role="trio")
    given(world, kim["id"], "lmu", "B", valid_from=in_days(90))
    on = in_days(7)
    left = world.move("admin", f"{PEOPLE}/{kim['id']}/leave", kim["version"], on=on)
    assert left["person"]["left_on"] == on
    assert [(role["role"], role["valid_to"]) for role in left["person"]["roles"]] == [("trio", on)]
    assert left["person"]["can"] == ["edit"]
    as_anybody(world, kim["id"])
    with clock.standing_at(clock.now() + timedelta(days=8)):
        client = TestClient(world.app, headers={"X-Trinvis": "1"})
        assert client.post("/api/session/demo", json={"person": kim["id"]}).status_code == 404
    world.move("admin", f"{PEOPLE}/{kim['id']}/leave", left["person"]["version"], 409)


def test_whoever_comes_back_is_the_same_person(world: World) -> None:
    kim = entered(world)
    world.move("admin", f"{PEOPLE}/{kim['id']}/leave", kim["version"])
    given(world, kim["id"], "trio", valid_from=in_days(1))
    assert world.get("admin", f"{PEOPLE}/{kim['id']}")["left_on"] is None


def test_a_leader_sends_nobody_away_whom_others_have(world: World) -> None:
    member = world.person("member")
    given(world, member, "member", "B", key="other_leader")
    mia = world.get("leader", f"{PEOPLE}/{member}")
    assert mia["can"] == []
    world.move("leader", f"{PEOPLE}/{member}/leave", mia["version"], 403)


def test_there_is_always_an_administrator(world: World) -> None:
    mine = role_of(world, "admin")
    refused = ended(world, mine, status=409)
    assert refused["code"] == "last_administrator"
    me = world.get("admin", f"{PEOPLE}/{world.person('admin')}")
    world.move("admin", f"{PEOPLE}/{me['id']}/leave", me["version"], 409)
    for days in ({"valid_to": in_days(9)}, {"valid_from": in_days(9)}):
        world.move("admin", f"{ROLES}/{mine['id']}", mine["version"], 409, method="PUT", **days)
    given(world, world.person("hr"), "admin", "A")
    ended(world, mine, status=409)
    given(world, world.person("hr"), "admin", "H")
    ended(world, mine)


def test_an_administrator_who_leaves_soon_does_not_count(world: World) -> None:
    given(world, world.person("hr"), "admin", "H", valid_to=in_days(100))
    ended(world, role_of(world, "admin"), status=409)
