"""A new leader's first page: offered for sixty days, put away by her, with what stands and is promised."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, update

from tests.api.people import PEOPLE, as_anybody, days_later, entered, given
from tests.api.promises import in_days, planned, promised
from tests.api.test_handovers import one_of_each, where
from tests.api.world import World
from trinvis.core import clock
from trinvis.departments.tables import Department

WELCOME = "/api/overview/welcome"


def new_leader(world: World, since: int = 0, **other: Any) -> dict[str, Any]:
    return entered(world, "Nina Ny", "leader", valid_from=str(clock.today() + timedelta(days=since)), **other)


@pytest.mark.parametrize(("since", "offered"), [(0, True), (-60, True), (-61, False), (3, False)])
def test_it_is_offered_for_sixty_days(world: World, since: int, offered: bool) -> None:
    client = as_anybody(world, new_leader(world, since)["id"])
    welcome = client.get("/api/me").json()["welcome"]
    assert (welcome == {"id": world.id_("A"), "name": "Lungesygdomme"}) is offered
    if since <= 0:
        assert client.get(f"{WELCOME}?department={world.id_('A')}").json()["new"] is offered


def test_it_is_put_away_once_and_for_her_alone(world: World) -> None:
    nina, bo = new_leader(world), new_leader(world, email="bo@h.example")
    client = as_anybody(world, nina["id"])
    for _ in range(2):
        assert client.post(WELCOME, json={"department_id": world.id_("A")}).status_code == 204
    assert client.get("/api/me").json()["welcome"] is None
    assert client.get(f"{WELCOME}?department={world.id_('A')}").json()["new"] is False
    assert as_anybody(world, bo["id"]).get("/api/me").json()["welcome"]
    told = world.get("leader", f"/api/history?department={world.id_('A')}")["items"]
    assert [line["what"] for line in told].count("role.welcomed") == 1


def test_the_next_role_is_welcomed_again(world: World) -> None:
    nina = new_leader(world)
    client = as_anybody(world, nina["id"])
    client.post(WELCOME, json={"department_id": world.id_("A")})
    given(world, nina["id"], "leader", "B")
    assert client.get("/api/me").json()["welcome"]["name"] == "Øjensygdomme"


def test_a_deputy_and_a_member_are_not_welcomed_as_leaders(world: World) -> None:
    kim = entered(world)
    assert as_anybody(world, kim["id"]).get("/api/me").json()["welcome"] is None
    world.get("member", f"{WELCOME}?department={world.id_('A')}", 403)
    world.get("other_leader", f"{WELCOME}?department={world.id_('A')}", 404)


def test_it_says_where_we_are_what_is_promised_and_what_is_next(world: World) -> None:
    gone = entered(world, "Kim Gået", role="trio")
    world.post("leader", "/api/journeys", department_id=world.id_("A"))
    records = one_of_each(world, world.person("trio"))
    lost = promised(world, owner_id=gone["id"], due=in_days(2))
    late = planned(world, due=in_days(0), owner_id=world.person("trio"))
    with world.database.write() as work:
        contact = update(Department).where(col(Department.code) == "A")
        work.session.execute(contact.values(hr_contact_id=world.people["hr"]))
    world.move("admin", f"{PEOPLE}/{gone['id']}/leave", gone["version"])
    with days_later(world, 1):
        nina = new_leader(world)
        client = as_anybody(world, nina["id"])
        page = client.get(f"{WELCOME}?department={world.id_('A')}").json()
        assert {(line["kind"], line["id"]) for line in page["promised"]} == {
            *records.items(), ("agreement", lost["id"]), ("follow_up", late["id"]),
        }  # fmt: skip
        assert [line["due"] for line in page["promised"]] == sorted(line["due"] for line in page["promised"])
        assert page["unowned"] == len(where(world)) == 1
        assert page["next"]["id"] == lost["id"]
        assert (page["round"], page["step"]) == (1, 1)
        assert page["states"] == ["not_started", "not_started", "in_progress"]
        assert page["missing"]
        assert page["hr_contact"]["email"] == "hr@h.example"
        assert page["reads_since"] == str(clock.today())
        beside = [(line["person"]["name"], line["role"]) for line in page["people"]]
        assert beside == [
            ("Lea Leder", "leader"), ("Nina Ny", "leader"), ("Funk Leder", "section_leader"),
            ("Vera Går", "section_leader"), ("Tor Trio", "trio"), ("Ane Ambassadør", "ambassador"),
        ]  # fmt: skip


def test_before_the_first_round_it_says_that_nothing_has_begun(world: World) -> None:
    client = as_anybody(world, new_leader(world)["id"])
    page = client.get(f"{WELCOME}?department={world.id_('A')}").json()
    assert (page["journey_id"], page["round"], page["step"]) == (None, 0, 1)
    assert (page["promised"], page["missing"], page["next"], page["hr_contact"]) == ([], [], None, None)
