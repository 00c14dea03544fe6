"""Talks, courses and introduction days as HR keeps them, and what nobody else sees."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.api.world import World
from trinvis.core import clock


def day(days: int) -> str:
    return (clock.today() + timedelta(days=days)).isoformat()


def kept(world: World, kind: str, **body: Any) -> dict[str, Any]:
    return world.post("hr", f"/api/{kind}", department_id=world.id_("H"), **body)


TALK: dict[str, Any] = {"forum": "hmu", "on": day(10)}
COURSE: dict[str, Any] = {"title": "Ambassadørkursus", "for_whom": "ambassadors", "on": day(10)}
DAY: dict[str, Any] = {"on": day(10), "invited": 40}
KINDS = [("talks", TALK), ("courses", COURSE), ("introduction-days", DAY)]


@pytest.mark.parametrize(("kind", "body"), KINDS)
def test_planned_held_and_told(world: World, kind: str, body: dict[str, Any]) -> None:
    made = kept(world, kind, **body)
    assert (made["state"], made["came"], made["version"]) == ("planned", None, 1)
    assert made["can"] == ["edit", "cancel"]
    held = {**body, "state": "held", "on": day(-1), "came": 30}
    url = f"/api/{kind}/{made['id']}"
    told = world.move("hr", url, 1, method="PUT", **held)
    assert (told["state"], told["came"], told["can"], told["version"]) == ("held", 30, ["edit"], 2)
    assert world.get("hr", url) == told
    world.move("hr", url, 1, 412, method="PUT", **held)
    # The same form once more changes nothing.
    assert world.move("hr", url, 2, method="PUT", **held)["version"] == 2
    assert world.move("hr", f"{url}/cancel", 2, 409, reason="sygdom")["code"] == "wrong_state"


@pytest.mark.parametrize(("kind", "body"), KINDS)
def test_cancelled_with_a_reason_and_then_left_alone(world: World, kind: str, body: dict[str, Any]) -> None:
    made = kept(world, kind, **body)
    url = f"/api/{kind}/{made['id']}"
    assert world.move("hr", f"{url}/cancel", 1, 409, reason=" ")["code"] == "reason_needed"
    gone = world.move("hr", f"{url}/cancel", 1, reason="Salen er optaget")
    assert (gone["state"], gone["reason"], gone["can"]) == ("cancelled", "Salen er optaget", [])
    assert world.move("hr", url, 2, 409, method="PUT", **body)["code"] == "wrong_state"
    assert world.get("hr", f"/api/{kind}?state=planned")["items"] == []


@pytest.mark.parametrize(("kind", "body"), KINDS)
def test_days_fit_what_is_told(world: World, kind: str, body: dict[str, Any]) -> None:
    def problem(**other: Any) -> list[tuple[str, str]]:
        form = {**body, **other, "department_id": world.id_("H")}
        answer = world.as_("hr").post(f"/api/{kind}", json=form)
        return [(one["field"], one["problem"]) for one in answer.json()["facts"]["errors"]]

    assert problem(on=day(-1)) == [("on", "in_past")]
    assert problem(on=day(1), state="held") == [("on", "in_future")]
    assert problem(came=4) == [("came", "not_yet")]
    assert problem(state="cancelled")[0][0] == "state"


def test_a_talk_to_others_says_to_whom(world: World) -> None:
    here = {**TALK, "department_id": world.id_("H")}
    refused = world.as_("hr").post("/api/talks", json={**here, "forum": "klub"})
    assert refused.json()["facts"]["errors"] == [{"field": "forum", "problem": "unknown"}]
    refused = world.as_("hr").post("/api/talks", json={**here, "forum": "other"})
    assert refused.json()["facts"]["errors"] == [{"field": "title", "problem": "missing"}]
    assert kept(world, "talks", **{**TALK, "forum": "other"}, title="Portørerne")["title"] == "Portørerne"


def test_who_holds_it_is_hr(world: World) -> None:
    mine = kept(world, "talks", **TALK, held_by=world.person("hr"))
    assert mine["held_by"] == {"id": world.person("hr"), "name": "Hr Hansen"}
    assert mine["holder_left"] is False
    body = {**TALK, "department_id": world.id_("H"), "held_by": world.person("leader")}
    refused = world.as_("hr").post("/api/talks", json=body)
    assert refused.json()["facts"]["errors"] == [{"field": "held_by", "problem": "not_here"}]


def test_who_took_part_in_a_course_stands_on_the_roster(world: World) -> None:
    ane = world.person("ambassador")
    assert roster_courses(world) == [("A", [("Ane Ambassadør", 0)]), ("A2", []), ("B", [])]
    body = {**COURSE, "state": "held", "on": day(-2), "came": 12, "participants": [ane]}
    made = kept(world, "courses", **body)
    assert (made["participants"], made["people"]) == (1, [{"id": ane, "name": "Ane Ambassadør"}])
    assert world.get("hr", "/api/courses")["items"][0]["participants"] == 1
    assert roster_courses(world)[0] == ("A", [("Ane Ambassadør", 1)])
    url = f"/api/courses/{made['id']}"
    fewer = world.move("hr", url, 1, method="PUT", **{**body, "participants": []})
    assert (fewer["people"], fewer["version"]) == ([], 2)
    assert roster_courses(world)[0] == ("A", [("Ane Ambassadør", 0)])
    few = world.move("hr", url, 2, 422, method="PUT", **{**body, "came": 0})
    assert few["facts"]["errors"] == [{"field": "came", "problem": "fewer_than_named", "named": 1}]


def roster_courses(world: World) -> list[tuple[str, list[tuple[str, int]]]]:
    codes = {str(found): code for code, found in world.ids.items()}
    return [
        (
            codes[row["department"]["id"]],
            [(one["person"]["name"], one["courses"]) for one in row["ambassadors"]],
        )
        for row in world.get("hr", "/api/tracks/ambassadors")["items"]
    ]


def test_departments_without_an_ambassador(world: World) -> None:
    found = world.get("hr", "/api/tracks/ambassadors?without=true")
    assert [row["department"]["name"] for row in found["items"]] == ["Søvnklinikken", "Øjensygdomme"]
    assert (found["departments"], found["without"], found["ambassadors"]) == (3, 2, 1)
    body: dict[str, Any] = {"person_id": world.person("member"), "role": "ambassador"}
    body["department_id"] = world.id_("B")
    role = world.post("admin", "/api/roles", **body)
    assert role
    assert world.get("hr", "/api/tracks/ambassadors?without=true")["without"] == 1
    version = world.get("admin", f"/api/people/{world.person('member')}")["version"]
    world.move("admin", f"/api/people/{world.person('member')}/leave", version, on=day(-1))
    assert world.get("hr", "/api/tracks/ambassadors?without=true")["without"] == 2


def begun(world: World, days: int, code: str = "B") -> str:
    """Mia leads the department since so many days ago: the role's id."""
    first = (clock.today() - timedelta(days=days)).isoformat()
    body: dict[str, Any] = {"person_id": world.person("member"), "role": "leader"}
    body["department_id"] = world.id_(code)
    made = world.post("admin", "/api/roles", **body, valid_from=first)
    roles = made.get("roles", [made])
    return str(next(role["id"] for role in roles if role["role"] == "leader"))


def names(found: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(one["person"]["name"], one["held_on"]) for one in found["items"]]


def test_new_leaders_are_ticked_once_the_programme_was_held(world: World) -> None:
    assert world.get("hr", "/api/tracks/leaders")["items"] == []  # roles without a first day are old
    role = begun(world, 30)
    assert names(world.get("hr", "/api/tracks/leaders")) == [("Mia Medarbejder", None)]
    assert names(world.post("hr", f"/api/tracks/leaders/{role}/introduced", 200, held_on=day(-3))) == [
        ("Mia Medarbejder", day(-3))
    ]
    assert names(world.get("hr", "/api/tracks/leaders?waiting=true")) == []
    refused = world.as_("hr").post(f"/api/tracks/leaders/{role}/introduced", json={"held_on": day(1)})
    assert refused.json()["facts"]["errors"] == [{"field": "held_on", "problem": "in_future"}]
    world.post("hr", f"/api/tracks/leaders/{role}/not-introduced", 200)
    assert names(world.get("hr", "/api/tracks/leaders?waiting=true")) == [("Mia Medarbejder", None)]
    for key in ("member", "leader", "admin", "hmu"):
        world.get(key, "/api/tracks/leaders", 404)


def test_nobody_but_hr_sees_the_tracks(world: World) -> None:
    made = {kind: kept(world, kind, **body)["id"] for kind, body in KINDS}
    for key in ("leader", "member", "hmu", "secretary", "admin", "trio", "other_leader"):
        world.get(key, "/api/tracks", 404)
        world.get(key, "/api/tracks/ambassadors", 404)
        for kind, body in KINDS:
            world.get(key, f"/api/{kind}", 404)
            world.get(key, f"/api/{kind}/{made[kind]}", 404)
            world.post(key, f"/api/{kind}", 404, department_id=world.id_("H"), **body)


def test_the_page_has_each_forum_with_its_next_talk_and_its_last(world: World) -> None:
    for on in (20, 10):
        kept(world, "talks", **{**TALK, "on": day(on)})
    for on in (-40, -20):
        kept(world, "talks", **{**TALK, "on": day(on), "state": "held", "came": 14})
    kept(world, "introduction-days", on=day(-5), state="held", invited=30, came=28)
    page = world.get("hr", "/api/tracks")
    forums = [one["forum"] for one in page["forums"]]
    assert forums == ["slfm", "hmu", "nursing_council", "consultant_council", "section_leaders", "other"]
    hmu = page["forums"][1]
    assert (hmu["planned"]["on"], hmu["held"]["on"], hmu["times"]) == (day(10), day(-20), 2)
    assert page["forums"][0] == {"forum": "slfm", "planned": None, "held": None, "times": 0}
    assert page["introduction_days"]["times"] == 1
    assert page["introduction_days"]["came"] == 28
    assert [home["name"] for home in page["homes"]] == ["Hospitalet"]
    assert page["rollout"]["departments"] == 3


def test_pages_of_a_list_follow_each_other(world: World) -> None:
    for on in range(1, 6):
        kept(world, "talks", **{**TALK, "on": day(on)})
    for state, wanted in (("?state=planned&", [1, 2, 3, 4, 5]), ("?", [5, 4, 3, 2, 1])):
        found: list[str] = []
        further = ""
        while True:
            page = world.get("hr", f"/api/talks{state}limit=2{further}")
            found += [talk["on"] for talk in page["items"]]
            if page["next"] is None:
                break
            further = f"&cursor={page['next']}"
        assert found == [day(on) for on in wanted]


def test_the_history_tells_it_without_texts(world: World) -> None:
    made = kept(world, "talks", **TALK, note="Tag bøgerne med")
    fresh = {**TALK, "note": "Tag dialogkortene med"}
    world.move("hr", f"/api/talks/{made['id']}", 1, method="PUT", **fresh)
    items = world.get("hr", f"/api/history?department={world.id_('H')}&kind=talk")["items"]
    assert [one["what"] for one in items] == ["talk.changed", "talk.planned"]
    assert "bøgerne" not in str([one["facts"] for one in items])


def test_what_a_closed_node_kept_goes_to_the_one_above(world: World) -> None:
    body: dict[str, Any] = {"person_id": world.person("hr"), "role": "hr", "department_id": world.id_("S")}
    world.post("admin", "/api/roles", **body)
    made = world.post("hr", "/api/talks", department_id=world.id_("S"), **TALK)
    url = f"/api/departments/{world.id_('S')}/changes"
    world.post("admin", url, kind="close", effective_on=clock.today().isoformat())
    told = world.get("hr", f"/api/talks/{made['id']}")
    assert (told["department"]["name"], told["can"]) == ("Hospitalet", ["edit", "cancel"])
