"""Meetings of HMU and of an LMU: who keeps them, who reads them, what is new since the last one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tests.api.tree import change, preview
from tests.api.world import World
from trinvis.core import clock
from trinvis.core.db import columns
from trinvis.meetings.tables import Meeting


def planned(
    world: World, key: str = "secretary", node: str = "H", on: str = "2026-06-10", **more: Any
) -> dict[str, Any]:
    return world.post(key, "/api/meetings", department_id=world.id_(node), on=on, **more)


def with_item(
    world: World, meeting: dict[str, Any], title: str, key: str = "secretary", **more: Any
) -> dict[str, Any]:
    return world.post(key, f"/api/meetings/{meeting['id']}/items", title=title, asks="note", **more)


def decided(
    world: World, meeting: dict[str, Any], *said: str | None, key: str = "secretary"
) -> dict[str, Any]:
    lines = [
        {"item_id": line["id"], "decision": each} for line, each in zip(meeting["items"], said, strict=True)
    ]
    return world.move(
        key, f"/api/meetings/{meeting['id']}/decisions", meeting["version"], method="PUT", decisions=lines
    )


def test_a_meeting_from_its_planning_to_its_decisions(world: World) -> None:
    meeting = planned(world, papers_as_of="2026-06-01", note="i kantinen")
    assert (meeting["committee"], meeting["state"], meeting["since"]) == ("hmu", "planned", None)
    meeting = with_item(
        world, meeting, "Status på psykologisk tryghed", recommendation="at HMU drøfter status"
    )
    meeting = with_item(world, meeting, "To prøvehandlinger")
    assert [line["position"] for line in meeting["items"]] == [1, 2]
    assert meeting["can"] == ["edit", "decide", "cancel"]
    meeting = decided(world, meeting, "HMU tog status til efterretning.", None)
    assert meeting["state"] == "held"
    first, second = meeting["items"]
    assert (first["decision"], first["decided_on"]) == ("HMU tog status til efterretning.", "2026-06-10")
    assert (second["decision"], second["decided_on"]) == (None, None)
    # A decision is corrected the same way, or taken back.
    meeting = decided(world, meeting, "HMU drøftede status.", "HMU godkender begge.")
    assert [line["decision"] for line in meeting["items"]] == ["HMU drøftede status.", "HMU godkender begge."]


def test_papers_carry_the_last_decisions_and_tell_what_is_new_since(world: World) -> None:
    first = with_item(world, planned(world, on="2026-03-04", papers_as_of="2026-02-20"), "Status")
    decided(world, first, "HMU begynder med tre afdelinger.")
    world.move("secretary", f"/api/meetings/{planned(world, on='2026-04-01')['id']}/cancel", 1)
    second = planned(world, on="2026-06-10")
    assert second["since"] == "2026-02-20"
    assert second["former"]["on"] == "2026-03-04"
    assert [line["decision"] for line in second["former"]["items"]] == ["HMU begynder med tre afdelinger."]


def test_a_meeting_to_come_has_no_decisions(world: World) -> None:
    meeting = with_item(world, planned(world, on="2099-06-10"), "Status")
    assert "decide" not in meeting["can"]
    url = f"/api/meetings/{meeting['id']}/decisions"
    world.move("secretary", url, meeting["version"], 409, "PUT", decisions=[])


def test_a_held_meeting_is_not_cancelled_a_cancelled_one_can_be_taken_up_again(world: World) -> None:
    meeting = planned(world)
    meeting = world.move("secretary", f"/api/meetings/{meeting['id']}/cancel", 1)
    assert meeting["can"] == ["reopen"]
    world.post("secretary", f"/api/meetings/{meeting['id']}/items", 409, title="Status", asks="note")
    meeting = world.move("secretary", f"/api/meetings/{meeting['id']}/reopen", 2)
    held = decided(world, meeting)
    world.move("secretary", f"/api/meetings/{meeting['id']}/cancel", held["version"], 409)


def test_papers_do_not_speak_of_a_day_after_their_meeting(world: World) -> None:
    body = {"department_id": world.id_("H"), "on": "2026-06-10", "papers_as_of": "2026-06-11"}
    answer = world.post("secretary", "/api/meetings", 422, **body)
    assert answer["facts"]["errors"][0]["field"] == "papers_as_of"
    held = decided(world, planned(world))
    answer = world.move(
        "secretary", f"/api/meetings/{held['id']}", held["version"], 422, "PUT", on="2099-06-10"
    )
    assert answer["facts"]["errors"][0] == {"field": "on", "problem": "in_future"}


def test_items_change_place_and_leave(world: World) -> None:
    meeting = planned(world)
    for title in ("en", "to", "tre"):
        meeting = with_item(world, meeting, title)
    one, two, three = (line["id"] for line in meeting["items"])
    url = f"/api/meetings/{meeting['id']}"
    meeting = world.move(
        "secretary", f"{url}/items/order", meeting["version"], method="PUT", items=[three, one, two]
    )
    assert [line["title"] for line in meeting["items"]] == ["tre", "en", "to"]
    world.move("secretary", f"{url}/items/order", meeting["version"], 422, "PUT", items=[three, one])
    meeting = world.move("secretary", f"{url}/items/{one}", 1, method="DELETE")
    assert [line["title"] for line in meeting["items"]] == ["tre", "to"]
    meeting = world.move("secretary", f"{url}/items/{two}", 1, method="PUT", title="To!", asks="approve")
    assert (meeting["items"][1]["title"], meeting["items"][1]["asks"]) == ("To!", "approve")
    world.move("secretary", f"{url}/items/{two}", 1, 412, "PUT", title="for sent", asks="note")
    meeting = decided(world, meeting, "ja", None)
    world.move("secretary", f"{url}/items/{three}", 2, 409, "DELETE")


def test_an_item_is_no_other_meetings(world: World) -> None:
    item = with_item(world, planned(world), "Status")["items"][0]["id"]
    other = planned(world, on="2026-09-09")
    world.move("secretary", f"/api/meetings/{other['id']}/items/{item}", 1, 404, "DELETE")
    lines = [{"item_id": item, "decision": "nej"}]
    world.move("secretary", f"/api/meetings/{other['id']}/decisions", 1, 422, "PUT", decisions=lines)


def test_who_reads_what(world: World) -> None:
    hmu = planned(world)["id"]
    lmu = planned(world, "lmu_secretary", "A")["id"]
    assert world.get("lmu_secretary", f"/api/meetings/{lmu}")["committee"] == "lmu"
    reads = {
        "hmu": (200, 404), "secretary": (200, 404), "hr": (200, 200), "admin": (404, 404),
        "leader": (404, 200), "member": (404, 200), "lmu": (404, 200), "lmu_secretary": (404, 200),
        "other_leader": (404, 404),
    }  # fmt: skip
    for key, (first, second) in reads.items():
        assert world.as_(key).get(f"/api/meetings/{hmu}").status_code == first, key
        assert world.as_(key).get(f"/api/meetings/{lmu}").status_code == second, key
        seen = {line["id"] for line in world.get(key, "/api/meetings")["items"]}
        assert seen == {*([hmu] if first == 200 else []), *([lmu] if second == 200 else [])}, key


def test_a_secretary_keeps_her_own_committees_meetings_and_no_others(world: World) -> None:
    body = {"department_id": world.id_("A"), "on": "2026-06-10"}
    assert world.post("secretary", "/api/meetings", 403, **body)["code"] == "not_allowed"
    assert world.post("leader", "/api/meetings", 403, **body)["code"] == "not_allowed"
    hmu = {"department_id": world.id_("H"), "on": "2026-06-10"}
    assert world.post("lmu_secretary", "/api/meetings", 404, **hmu)["code"] == "not_found"
    assert world.post("hmu", "/api/meetings", 403, **hmu)["code"] == "not_allowed"
    lmu = planned(world, "lmu_secretary", "A")
    assert (lmu["committee"], lmu["can"]) == ("lmu", ["edit", "decide", "cancel"])
    assert world.get("leader", f"/api/meetings/{lmu['id']}")["can"] == []


def test_an_lmus_secretary_reads_what_her_committee_reads(world: World) -> None:
    a, b = world.id_("A"), world.id_("B")
    trial = world.post("leader", "/api/trial-actions", department_id=a, change="fem minutter")
    assert world.get("lmu_secretary", f"/api/trial-actions/{trial['id']}")["change"] == "fem minutter"
    world.get("secretary", f"/api/trial-actions/{trial['id']}", 404)
    world.get("lmu_secretary", f"/api/departments/{b}", 404)
    world.post("lmu_secretary", "/api/trial-actions", 403, department_id=a, change="ti minutter")


def test_the_list_tells_whose_it_is_and_what_is_asked_for(world: World) -> None:
    with_item(world, planned(world, on="2026-03-04"), "Status")
    planned(world, on="2099-06-10")
    page = world.get("secretary", "/api/meetings?committee=hmu")
    assert page["place"] == {
        "department": {"id": world.id_("H"), "name": "Hospitalet"}, "committee": "hmu", "can": ["plan"],
    }  # fmt: skip
    assert [(line["on"], line["asked"]) for line in page["items"]] == [
        ("2099-06-10", False),
        ("2026-03-04", True),
    ]
    assert (page["items"][1]["items"], page["items"][1]["decided"]) == (1, 0)
    assert world.get("hmu", "/api/meetings?committee=hmu")["place"]["can"] == []
    assert world.get("leader", "/api/meetings?committee=hmu")["place"] is None
    first = world.get("hmu", "/api/meetings?limit=1")
    second = world.get("hmu", f"/api/meetings?limit=1&cursor={first['next']}")
    assert [second["items"][0]["on"], second["next"]] == ["2026-03-04", None]


def test_the_day_after_the_secretary_is_asked_what_was_decided(world: World) -> None:
    today = clock.today().isoformat()
    meeting = with_item(world, planned(world, on="2026-03-04"), "Status")
    coming = planned(world, on=today)
    lines = {line["id"]: line for line in world.get("secretary", "/api/overview/mine")["due"]}
    assert lines[meeting["id"]]["kind"] == "decisions"
    assert lines[coming["id"]]["kind"] == "meeting"
    for key in ("hmu", "hr", "lmu_secretary", "leader"):
        kinds = {line["kind"] for line in world.get(key, "/api/overview/mine")["due"]}
        assert not kinds & {"decisions", "meeting"}, key
    decided(world, meeting, "Det gør vi.")
    assert meeting["id"] not in {line["id"] for line in world.get("secretary", "/api/overview/mine")["due"]}


def test_the_overview_begins_where_the_last_papers_ended(world: World) -> None:
    usual = world.get("hmu", "/api/overview")
    assert usual["last_meeting"] is None
    planned(world, on="2026-03-04", papers_as_of="2026-02-20")
    today = clock.today().isoformat()
    planned(world, on=today)
    for key in ("hmu", "leader"):
        found = world.get(key, "/api/overview")
        assert (found["since"], found["last_meeting"]) == ("2026-02-20", "2026-03-04"), key
    row = world.get("leader", f"/api/overview/departments/{world.id_('A')}")
    assert (row["since"], row["last_meeting"]) == ("2026-02-20", "2026-03-04")
    # A day that was asked for stands.
    asked = world.get("hmu", "/api/overview?since=2026-05-01")
    assert (asked["since"], asked["last_meeting"]) == ("2026-05-01", "2026-03-04")
    # Seen from a day before it, that meeting had not been.
    assert world.get("hmu", "/api/overview?as_of=2026-03-01")["last_meeting"] is None


def test_an_lmus_news_begin_where_its_own_last_papers_ended(world: World) -> None:
    planned(world, on="2026-03-04", papers_as_of="2026-02-20")
    url = f"/api/overview/departments/{world.id_('A')}"
    usual = world.get("member", f"{url}?committee=lmu")
    assert usual["last_meeting"] is None, "HMU's meeting is not its own"
    planned(world, "lmu_secretary", "A", "2026-05-06", papers_as_of="2026-05-01")
    for key in ("member", "lmu_secretary", "leader"):
        found = world.get(key, f"{url}?committee=lmu")
        assert (found["since"], found["last_meeting"]) == ("2026-05-01", "2026-05-06"), key
        assert world.get(key, url)["last_meeting"] == "2026-03-04", "HMU's stays HMU's"
    world.get("hmu", url)
    world.get("hmu", f"{url}?committee=lmu", 404)  # HMU reads no LMU's meetings


def test_the_yearly_discussion_takes_up_last_years_goals(world: World) -> None:
    for key, node in (("secretary", "H"), ("lmu_secretary", "A")):
        made = world.post(
            key, "/api/yearly-discussions",
            department_id=world.id_(node), year=2025, next_goals="Alle har talt om det.",
        )  # fmt: skip
        world.post(key, "/api/yearly-discussions", 409, department_id=world.id_(node), year=2025)
        following = world.post(key, "/api/yearly-discussions", department_id=world.id_(node), year=2026)
        assert following["goals"] == "Alle har talt om det."
        url = f"/api/yearly-discussions/{following['id']}"
        written = world.move(
            key, url, 1, method="PUT", goals=following["goals"], met="Ja, næsten alle.", follow_up="I marts."
        )
        assert (written["met"], written["next_goals"], written["version"]) == ("Ja, næsten alle.", None, 2)
        world.move(key, url, 1, 412, "PUT", met="for sent")
        listed = world.get(key, f"/api/yearly-discussions?department={world.id_(node)}")
        assert [line["year"] for line in listed["items"]] == [2026, 2025]
        assert listed["items"][1]["id"] == made["id"]
    assert (
        world.get("member", f"/api/yearly-discussions?department={world.id_('A')}")["items"][0]["can"] == []
    )
    world.get("leader", f"/api/yearly-discussions?department={world.id_('H')}", 404)
    world.get("secretary", f"/api/yearly-discussions?department={world.id_('A')}", 404)


def test_an_lmus_planned_meeting_goes_along_when_departments_merge_held_ones_stay(world: World) -> None:
    held = decided(world, planned(world, "lmu_secretary", "A", "2026-03-04"), key="lmu_secretary")
    coming = with_item(world, planned(world, "lmu_secretary", "A", "2099-03-04"), "Status", "lmu_secretary")
    merge: dict[str, Any] = {"with_ids": [world.id_("B")], "target_id": world.id_("B")}
    (seen,) = preview(world, "A", "merge", **merge)["beside"]
    assert (seen["kind"], seen["becomes"], seen["to"]["name"]) == ("meeting", "moves", "Øjensygdomme")
    change(world, "A", "merge", **merge)
    found = world.get("other_leader", f"/api/meetings/{coming['id']}")
    assert (found["department"]["name"], found["items"][0]["title"]) == ("Øjensygdomme", "Status")
    found = world.get("other_leader", f"/api/meetings/{held['id']}")
    assert (found["department"]["name"], found["can"]) == ("Lungesygdomme", [])


def test_a_closed_departments_planned_meeting_is_cancelled(world: World) -> None:
    meeting = planned(world, "lmu_secretary", "A", "2099-03-04")
    for section in ("A1", "A2"):
        change(world, section, "close")
    (seen,) = preview(world, "A", "close")["beside"]
    assert (seen["kind"], seen["becomes"], seen["to"], seen["count"]) == ("meeting", "cancelled", None, 1)
    change(world, "A", "close")
    with world.database.read() as work:
        row = work.one(columns(Meeting.state).where(Meeting.id == UUID(meeting["id"])))
    assert row.state == "cancelled"
