"""Signing in, who I am, the people of a department."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, update

from tests.api.world import World
from trinvis.accounts.tables import Person, RoleGrant, SignIn
from trinvis.core import clock
from trinvis.core.db import columns
from trinvis.core.settings import Settings


def test_nobody_signed_in_is_told_so(world: World) -> None:
    stranger = TestClient(world.app)
    answer = stranger.get("/api/me")
    assert (answer.status_code, answer.json()) == (401, {"code": "not_signed_in", "facts": {}})
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_write_without_the_header_is_refused_after_the_sign_in(world: World) -> None:
    leader = world.as_("leader")
    answer = leader.put("/api/me/language", json={"language": "en"}, headers={"X-Trinvis": ""})
    assert (answer.status_code, answer.json()["code"]) == (403, "missing_header")
    assert TestClient(world.app).put("/api/me/language", json={"language": "en"}).status_code == 401


def test_signing_out_ends_the_session_for_the_old_cookie_too(world: World) -> None:
    client = TestClient(world.app, headers={"X-Trinvis": "1"})
    client.post("/api/session/demo", json={"person": "leader"})
    cookie = client.cookies["trinvis"]
    assert client.delete("/api/session").status_code == 204
    assert client.get("/api/me").status_code == 401
    assert client.get("/api/me", headers={"Cookie": f"trinvis={cookie}"}).status_code == 401


def test_the_cookie_is_closed_to_scripts_and_its_value_is_not_in_the_database(world: World) -> None:
    client = TestClient(world.app, headers={"X-Trinvis": "1"})
    answer = client.post("/api/session/demo", json={"person": "leader"})
    assert "httponly" in answer.headers["set-cookie"].lower()
    with world.database.read() as work:
        digests = [row.digest for row in work.rows(columns(SignIn.digest))]
    assert client.cookies["trinvis"] not in digests


def test_a_session_ends_by_itself(world: World) -> None:
    leader = world.as_("leader")
    with clock.standing_at(clock.now() + timedelta(hours=9)):
        assert leader.get("/api/me").status_code == 401


def test_a_role_counts_from_its_first_day_to_its_last(world: World) -> None:
    today = clock.today()
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == world.people["leader"])
            .values(valid_from=today, valid_to=today)
        )
    leader, here = world.as_("leader"), f"/api/departments/{world.id_('A')}"
    assert leader.get(here).status_code == 200
    with clock.standing_at(clock.now() - timedelta(days=1)):
        client = TestClient(world.app, headers={"X-Trinvis": "1"})
        client.post("/api/session/demo", json={"person": "leader"})
        assert client.get(here).status_code == 404
    with clock.standing_at(clock.now() + timedelta(days=1)):
        client = TestClient(world.app, headers={"X-Trinvis": "1"})
        client.post("/api/session/demo", json={"person": "leader"})
        assert client.get(here).status_code == 404


def test_whoever_left_cannot_sign_in(world: World) -> None:
    leader = world.as_("leader")
    with world.database.write() as work:
        work.session.execute(
            update(Person)
            .where(col(Person.id) == world.people["leader"])
            .values(left_on=clock.today() - timedelta(days=1))
        )
    assert leader.get("/api/me").status_code == 401
    assert leader.post("/api/session/demo", json={"person": "leader"}).status_code == 404


def test_me_says_who_and_what(world: World) -> None:
    me = world.get("member", "/api/me")
    assert me["person"]["name"] == "Mia Medarbejder"
    assert [(r["role"], r["department"]["name"]) for r in me["roles"]] == [("member", "Sengeafsnittet")]
    assert me["home"]["name"] == "Lungesygdomme"
    assert "read" in me["can"]
    assert world.get("hmu", "/api/me")["home"] is None


def test_the_language_is_the_persons(world: World) -> None:
    assert world.as_("member").put("/api/me/language", json={"language": "en"}).status_code == 204
    assert world.get("member", "/api/me")["language"] == "en"
    assert world.get("leader", "/api/me")["language"] == "da"
    assert world.as_("member").put("/api/me/language", json={"language": "tlh"}).status_code == 422


def test_people_of_a_department(world: World) -> None:
    items = world.get("leader", f"/api/departments/{world.id_('A')}/people")["items"]
    assert [i["person"]["name"] for i in items] == [
        "Lea Leder",
        "Funk Leder",
        "Vera Går",
        "Tor Trio",
        "Ane Ambassadør",
        "Lis LMU",
        "Mia Medarbejder",
        "Rita Referent",
    ]
    section = world.get("member", f"/api/departments/{world.id_('A1')}/people")["items"]
    assert {i["person"]["name"] for i in section} == {
        "Lea Leder",
        "Funk Leder",
        "Tor Trio",
        "Ane Ambassadør",
        "Mia Medarbejder",
    }


@pytest.mark.parametrize(
    ("key", "status"), [("leader", 200), ("hr", 200), ("admin", 200), ("hmu", 403), ("other_leader", 404)]
)
def test_who_sees_the_people(world: World, key: str, status: int) -> None:
    assert world.as_(key).get(f"/api/departments/{world.id_('A')}/people").status_code == status


def test_choices_for_an_owner_leave_out_the_committee(world: World) -> None:
    items = world.get("leader", f"/api/people?department={world.id_('A1')}")["items"]
    names = {item["name"] for item in items}
    assert {"Lea Leder", "Mia Medarbejder", "Hr Hansen"} <= names
    assert not {"Hmm U", "Sek Retær", "Adam Min", "Øster Leder"} & names


def test_outside_a_demo_nobody_signs_in_by_name(world: World) -> None:
    world.app.state.settings = world.app.state.settings.model_copy(update={"demo": False})
    client = TestClient(world.app, headers={"X-Trinvis": "1"})
    assert client.post("/api/session/demo", json={"person": "leader"}).status_code == 404
    assert client.get("/api/session/cast").json() == {"cast": []}


def test_demo_refuses_to_listen_to_others() -> None:
    with pytest.raises(ValueError, match="TRINVIS_HOST"):
        Settings(demo=True, host="0.0.0.0")
