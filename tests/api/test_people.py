"""Entering people, giving and ending roles, deputies, leaving: where one may and no further."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import col, update

from tests.api.people import PEOPLE, as_anybody, days_later, ended, entered, given
from tests.api.promises import in_days
from tests.api.world import CAST, World
from trinvis.core import clock
from trinvis.departments.tables import Department


def what_happened(world: World, at: str = "A") -> list[str]:
    return [line["what"] for line in world.get("leader", f"/api/history?department={world.id_(at)}")["items"]]


# ---- the directory


def test_an_administrator_finds_everybody_by_part_of_a_name(world: World) -> None:
    whole = world.get("admin", f"{PEOPLE}/directory")
    assert len(whole["items"]) == len(CAST)
    assert "admin" in whole["roles"]
    for asked in ("øster", "oester", "ØST", "other_leader@"):
        found = world.get("admin", f"{PEOPLE}/directory?q={asked}")["items"]
        assert [line["person"]["name"] for line in found] == ["Øster Leder"], asked


def test_the_directory_comes_in_pages_by_name_and_each_person_once(world: World) -> None:
    names, cursor = [], ""
    for _ in range(9):
        page = world.get("admin", f"{PEOPLE}/directory?limit=5{cursor}")
        names += [line["person"]["name"] for line in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert len(names) == len(set(names)) == len(CAST)
    assert (names[0], names[-1]) == ("Adam Min", "Øster Leder")


def test_the_directory_tells_who_holds_a_role_and_who_holds_none(world: World) -> None:
    def names(key: str, query: str) -> list[str]:
        found = world.get(key, f"{PEOPLE}/directory?{query}")["items"]
        return [line["person"]["name"] for line in found]

    kim = entered(world, "Kim K", "ambassador")
    assert "Kim K" in names("admin", "role=ambassador")
    assert "Kim K" in names("leader", "role=ambassador")
    assert "Kim K" not in names("admin", "role=trio") + names("admin", "none=true")
    assert names("admin", f"role=ambassador&department={world.id_('B')}") == []
    ended(world, kim["roles"][0])
    with days_later(world, 1):
        assert "Kim K" not in names("admin", "role=ambassador")
        assert names("admin", "none=true") == ["Kim K"]
        assert names("leader", "none=true") == []


def test_a_leader_sees_the_people_of_her_department_and_their_roles_there_only(world: World) -> None:
    member = world.person("member")
    given(world, member, "hmu", "H")
    found = world.get("leader", f"{PEOPLE}/directory")
    assert found["roles"] == ["member", "trio", "ambassador", "lmu"]
    assert "Øster Leder" not in {line["person"]["name"] for line in found["items"]}
    (mia,) = [line for line in found["items"] if line["person"]["id"] == member]
    assert [role["role"] for role in mia["roles"]] == ["member"]
    assert [role["role"] for role in world.get("leader", f"{PEOPLE}/{member}")["roles"]] == ["member"]
    assert {role["role"] for role in world.get("admin", f"{PEOPLE}/{member}")["roles"]} == {"member", "hmu"}


def test_people_elsewhere_do_not_exist_for_a_leader(world: World) -> None:
    other = world.person("other_leader")
    missing = world.as_("leader").get(f"{PEOPLE}/{world.id_('A')}")
    there = world.as_("leader").get(f"{PEOPLE}/{other}")
    assert (there.status_code, there.content) == (missing.status_code, missing.content)
    assert there.status_code == 404


def test_without_people_to_keep_up_to_date_there_is_no_directory(world: World) -> None:
    world.get("trio", f"{PEOPLE}/directory", 403)
    world.get("other_leader", f"{PEOPLE}/directory?department={world.id_('A')}", 404)


# ---- entering


def test_a_leader_enters_a_colleague_who_is_one_at_once(world: World) -> None:
    kim = entered(world, "Kim Ny", key="leader")
    (role,) = kim["roles"]
    assert (role["role"], role["valid_from"], role["state"]) == ("member", str(clock.today()), "held")
    assert role["can"] == ["change", "end"]
    assert kim["can"] == ["edit", "leave"]
    client = as_anybody(world, kim["id"])
    assert client.get("/api/me").json()["home"]["id"] == world.id_("A")
    assert what_happened(world)[:1] == ["role.given"]


@pytest.mark.parametrize("role", ["leader", "section_leader", "hr", "hmu", "secretary", "admin"])
def test_a_leader_gives_no_role_above_her_own(world: World, role: str) -> None:
    body = {"name": "Kim", "email": "k@h.example", "role": {"role": role, "department_id": world.id_("A")}}
    assert world.as_("leader").post(PEOPLE, json=body).status_code == 403
    given(world, world.person("member"), role, key="leader", status=403)
    given(world, world.person("member"), role)


def test_a_role_elsewhere_is_given_by_nobody_from_here(world: World) -> None:
    given(world, world.person("member"), "trio", "B", key="leader", status=404)
    given(world, world.person("member"), "trio", "A1", key="leader")


def test_a_known_address_is_offered_and_nothing_else_is_told(world: World) -> None:
    body = {
        "name": "Ø. Leder", "email": "Other_Leader@H.example ",
        "role": {"role": "member", "department_id": world.id_("A")},
    }  # fmt: skip
    answer = world.as_("leader").post(PEOPLE, json=body)
    other = world.person("other_leader")
    assert answer.status_code == 422
    assert answer.json()["facts"]["errors"] == [
        {"field": "email", "problem": "person_exists", "person": {"id": other, "name": "Øster Leder"}}
    ]
    given(world, other, "member", key="leader")
    assert [role["role"] for role in world.get("leader", f"{PEOPLE}/{other}")["roles"]] == ["member"]


@pytest.mark.parametrize("email", ["kim", "kim@", "kim@h", "a b@h.example", "k@h.example, b@h.example"])
def test_what_is_no_address_is_told_at_its_field(world: World, email: str) -> None:
    body = {"name": "Kim", "email": email, "role": {"role": "member", "department_id": world.id_("A")}}
    answer = world.as_("leader").post(PEOPLE, json=body)
    assert answer.json()["facts"]["errors"] == [{"field": "email", "problem": "not_an_address"}]


def test_only_the_administrator_of_the_whole_enters_somebody_without_a_role(world: World) -> None:
    body = {"name": "Kim", "email": "kim@h.example"}
    assert world.as_("leader").post(PEOPLE, json=body).status_code == 403
    kim = world.post("admin", PEOPLE, name="Kim", email="kim@h.example")
    assert kim["roles"] == []
    world.get("leader", f"{PEOPLE}/{kim['id']}", 404)
    found = world.get("admin", f"{PEOPLE}/directory?q=kim")["items"]
    assert [line["person"]["id"] for line in found] == [kim["id"]]


def test_name_and_address_are_corrected_by_who_keeps_all_of_her_roles(world: World) -> None:
    member = world.person("member")
    mia = world.get("leader", f"{PEOPLE}/{member}")
    form: dict[str, Any] = {"name": "Mia Møller", "email": "mia@h.example"}
    new = world.move("leader", f"{PEOPLE}/{member}", mia["version"], method="PUT", **form)
    assert (new["name"], new["email"]) == ("Mia Møller", "mia@h.example")
    world.move("leader", f"{PEOPLE}/{member}", mia["version"], 412, method="PUT", **form)
    answer = world.as_("leader").put(f"{PEOPLE}/{member}", json=form)
    assert answer.status_code == 428
    taken = form | {"email": "LEADER@h.example"}
    world.move("leader", f"{PEOPLE}/{member}", new["version"], 422, method="PUT", **taken)
    given(world, member, "hmu", "H")
    world.move("leader", f"{PEOPLE}/{member}", new["version"], 403, method="PUT", **form)


# ---- what is shown


def test_an_imported_leader_without_a_first_day_is_not_new(world: World) -> None:
    assert world.get("leader", "/api/me")["welcome"] is None


def test_somebody_who_leaves_next_month_is_still_among_us(world: World) -> None:
    kim = entered(world)
    world.move("admin", f"{PEOPLE}/{kim['id']}/leave", kim["version"], on=in_days(30))
    choices = world.get("leader", f"{PEOPLE}?department={world.id_('A')}")["items"]
    assert kim["id"] in {choice["id"] for choice in choices}


def test_history_keeps_no_name_and_no_address(world: World) -> None:
    kim = entered(world, "Kim Uforglemmelig", email="uforglemmelig@h.example")
    person = world.get("admin", f"{PEOPLE}/{kim['id']}")
    form: dict[str, Any] = {"name": "Kim Andersen", "email": "andersen@h.example"}
    world.move("admin", f"{PEOPLE}/{kim['id']}", person["version"], method="PUT", **form)
    with world.database.read() as work:
        told = str(work.session.connection().exec_driver_sql("SELECT facts FROM audit_event").all())
    assert "forglem" not in told
    assert "ndersen" not in told


def test_a_closed_department_gives_no_roles(world: World) -> None:
    with world.database.write() as work:
        closed = update(Department).where(col(Department.code) == "A2").values(closed_on=clock.today())
        work.session.execute(closed)
    given(world, world.person("member"), "member", "A2", status=403)
