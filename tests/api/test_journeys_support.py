"""*Bed HR om hjælp* over the API."""

from __future__ import annotations

from uuid import uuid4

from tests.api.steps import day

URL = "/api/support-requests"


def asked(world, key="leader", code="A", **said):
    return world.post(key, URL, department_id=world.id_(code), wish="Kom med til et møde", **said)


def test_from_wish_to_done(world):
    found = asked(world, visible_to_hmu=True)
    assert (found["state"], found["wanted_on"], found["visible_to_hmu"]) == ("wanted", day(), True)
    assert found["asked_by"] == {"id": world.person("leader"), "name": "Lea Leder"}
    assert found["can"] == ["edit", "withdraw"]
    seen = world.get("hr", f"{URL}/{found['id']}")
    assert seen["can"] == ["agree"]
    agreed = world.move("hr", f"{URL}/{found['id']}/agree", 1, agreed_for=day(3))
    assert (agreed["state"], agreed["agreed_for"]) == ("agreed", day(3))
    assert agreed["agreed_with"] == {"id": world.person("hr"), "name": "Hr Hansen"}
    done = world.move("leader", f"{URL}/{found['id']}/done", 2)
    assert (done["state"], done["ended_on"], done["can"]) == ("done", day(), [])
    for act, body in (("agree", {"agreed_for": day(3)}), ("done", {})):
        assert world.move("hr", f"{URL}/{found['id']}/{act}", 3, 409, **body)["code"] == "wrong_state"
    assert world.move("leader", f"{URL}/{found['id']}/withdraw", 3, 409)["code"] == "wrong_state"


def test_it_is_changed_and_withdrawn(world):
    found = asked(world)
    changed = world.move(
        "trio", f"{URL}/{found['id']}", 1, method="PUT", wish="Ring til os", visible_to_hmu=True
    )
    assert (changed["wish"], changed["visible_to_hmu"]) == ("Ring til os", True)
    assert world.move("leader", f"{URL}/{found['id']}/withdraw", 2)["state"] == "withdrawn"
    assert asked(world)["state"] == "wanted"


def test_who_asks(world):
    for key in ("hr", "section_leader", "ambassador", "member", "hmu"):
        world.post(key, URL, 403, department_id=world.id_("A"), wish="Hjælp")
    world.post("other_leader", URL, 404, department_id=world.id_("A"), wish="Hjælp")
    asked(world, "trio")


def test_a_section_asks_where_it_walks(world):
    assert asked(world, "walking_leader", "A2")["department"]["id"] == world.id_("A2")
    refused = world.post("leader", URL, 422, department_id=world.id_("A1"), wish="Hjælp")
    assert refused["facts"]["errors"][0]["problem"] == "not_walking"


def test_one_wish_at_a_time(world):
    found = asked(world)
    refused = world.post("trio", URL, 409, department_id=world.id_("A"), wish="Mere")
    assert refused == {"code": "already_open", "facts": {"support_request_id": found["id"]}}


def test_who_answers(world):
    found = asked(world)
    for key, status in (("leader", 403), ("member", 403), ("other_leader", 404), ("hmu", 404)):
        world.move(key, f"{URL}/{found['id']}/agree", 1, status, agreed_for=day(1))
    for key, status in (("hr", 403), ("member", 403), ("other_leader", 404)):
        world.move(key, f"{URL}/{found['id']}/withdraw", 1, status)
        world.move(key, f"{URL}/{found['id']}", 1, status, method="PUT", wish="x")
    assert world.as_("hr").post(f"{URL}/{found['id']}/agree", json={"agreed_for": day(1)}).status_code == 428
    assert world.move("hr", f"{URL}/{found['id']}/agree", 2, 412, agreed_for=day(1))
    assert world.get("hmu", f"{URL}/{found['id']}", 404) == world.get("leader", f"{URL}/{uuid4()}", 404)


def test_hr_agrees_on_something_that_can_be(world):
    url = f"{URL}/{asked(world)['id']}/agree"
    stranger = world.person("other_leader")
    for said, problem in (
        ({"agreed_for": day(-1)}, "in_past"), ({"agreed_for": day(1), "agreed_with": stranger}, "not_here"),
    ):
        assert world.move("hr", url, 1, 422, **said)["facts"]["errors"][0]["problem"] == problem


def test_a_hostile_wish(world):
    for wish in ("", "   ", "x" * 4001, "a\x00"):
        refused = world.post("leader", URL, 422, department_id=world.id_("A"), wish=wish)
        assert refused["facts"]["errors"][0]["field"] == "wish"


def test_lists(world):
    first, second = asked(world), asked(world, "other_leader", "B")
    assert [item["id"] for item in world.get("hr", URL)["items"]] == [second["id"], first["id"]]
    assert [item["id"] for item in world.get("member", URL)["items"]] == [first["id"]]
    for key in ("hmu", "admin"):
        assert world.get(key, URL) == {"items": [], "next": None}
    at_b = world.get("hr", f"{URL}?department={world.id_('B')}")["items"]
    assert [item["id"] for item in at_b] == [second["id"]]
    assert world.get("hr", f"{URL}?state=done&state=agreed")["items"] == []
    assert world.get("leader", f"{URL}?department={world.id_('B')}", 404)["code"] == "not_found"
    page = world.get("hr", f"{URL}?limit=1")
    assert page["next"] == second["id"]
    rest = world.get("hr", f"{URL}?limit=1&cursor={page['next']}")
    assert ([item["id"] for item in rest["items"]], rest["next"]) == ([first["id"]], None)
