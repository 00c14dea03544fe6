"""Talks and courses whose holder leaves: HR sees that they have none, and gives them on."""

from __future__ import annotations

from tests.api.people import PEOPLE, as_anybody, days_later, entered, given
from tests.api.promises import in_days
from tests.api.test_handovers import hand, owned, where
from tests.api.world import World


def test_a_talk_and_a_course_whose_holder_leaves_are_hrs_to_give_on(world: World) -> None:
    kim = entered(world, "Hr Holm", "hr", "H")
    kept = {"department_id": world.id_("H"), "on": in_days(9), "held_by": kim["id"]}
    records = {
        "talk": world.post("hr", "/api/talks", forum="hmu", **kept)["id"],
        "course": world.post("hr", "/api/courses", title="Kursus", for_whom="ambassadors", **kept)["id"],
    }
    assert owned(world, kim["id"], "hr", "H") == set(records.items())
    reply = world.move("admin", f"{PEOPLE}/{kim['id']}/leave", kim["version"])
    # An administrator is told how many there are, not which.
    assert (reply["owns"], reply["count"]) == ([], 2)
    given(world, world.person("leader"), "leader", "H")
    with days_later(world, 1):
        assert where(world, "hr", "H") == set(records.items())
        assert [one["count"] for one in world.get("hr", "/api/overview/mine")["unowned"]] == [2]
        # Whoever leads the hospital does not keep HR's tracks.
        assert where(world, "leader", "H") == set()
        assert world.get("leader", "/api/overview/mine")["unowned"] == []
        hand(world, records, world.person("leader"), key="leader", at="H", status=409)
        anna = entered(world, "Anna Ny", "hr", "H")["id"]
        hand(world, records, anna, key="hr", at="H")
        assert where(world, "hr", "H") == set()
        told = as_anybody(world, anna).get("/api/overview/mine").json()["handed_to_me"]
        assert {(one["kind"], one["title"]) for one in told} == {("talk", "hmu"), ("course", "Kursus")}
        assert world.get("hr", f"/api/talks/{records['talk']}")["held_by"]["name"] == "Anna Ny"
