"""Departments merge and split: their open work goes along, what is over is read, notes for us stay."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.api.people import given
from tests.api.promises import in_days, logged, planned, promised
from tests.api.tree import DEPARTMENTS, TRIALS, change, department, held_session, preview, problems
from tests.api.trials import brought_to, draft
from tests.api.world import World
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.db import columns

# ---- merging


def test_two_departments_become_one(world: World) -> None:
    """Running trials and open follow-ups go along; one round goes on; candid notes stay."""
    held_session(world)
    held_session(world, "other_leader", "B", note="kun os", audience="candid")
    running, over = brought_to(world, "running"), brought_to(world, "evaluated")
    promise, follow_up = promised(world), planned(world)
    noted = planned(world)
    log = logged(world, noted, note="kun os", audience="candid")["log_id"]
    seen = preview(world, "A", "merge", with_ids=[world.id_("B")], target_id=world.id_("B"))
    assert seen["obstacles"] == []
    assert {(each["becomes"], each["department"]["name"]) for each in seen["rounds"]} == {
        ("merged", "Lungesygdomme"), ("continues", "Øjensygdomme"),
    }  # fmt: skip
    assert seen["without_department"] == []
    assert seen["without_owner"] == seen["without_owner_now"] == 1, "the follow-up that nobody has"
    assert {each["to"]["name"] for each in seen["roles"]} == {"Øjensygdomme"}

    change(world, "A", "merge", with_ids=[world.id_("B")], target_id=world.id_("B"))
    b = department(world, "B")
    assert [(each["name"], each["kind"]) for each in b["predecessors"]] == [("Lungesygdomme", "merge")]
    journey = b["journey_id"]
    for route, record in (
        (TRIALS, running), ("/api/agreements", promise), ("/api/follow-ups", follow_up),
    ):  # fmt: skip
        found = world.get("other_leader", f"{route}/{record['id']}")
        assert found["department"]["name"] == "Øjensygdomme"
    assert world.get("other_leader", f"/api/agreements/{promise['id']}")["journey_id"] == journey
    for who in ("leader", "other_leader", "member"):
        assert world.get(who, f"{TRIALS}/{over['id']}")["department"]["name"] == "Lungesygdomme"
        assert world.get(who, f"/api/follow-ups/{noted['id']}")["logs"][0]["note"] is None
        assert world.as_(who).post(f"/api/follow-ups/logs/{log}/open").status_code == 403
    # Known from tomorrow: what the others wrote today was for fewer readers.
    own = world.get("other_leader", f"/api/journeys/{journey}")["sessions"][0]
    note = f"/api/journeys/sessions/{own['id']}/open-note"
    assert world.as_("other_leader").post(note).status_code == 200
    assert world.as_("leader").post(note).status_code == 403
    # The leader leads there now and moves what she brought along.
    assert "decide" in world.get("leader", f"{DEPARTMENTS}/{world.id_('B')}")["can"]


def test_a_new_department_takes_the_round_that_is_furthest(world: World) -> None:
    held_session(world)
    world.post("leader", f"{DEPARTMENTS}/{world.id_('A')}/board", 200)
    seen = preview(world, "A", "merge", with_ids=[world.id_("B")], target_id=world.id_("B"))
    assert [each["name"] for each in seen["boards"]] == ["Lungesygdomme"]
    before = department(world, "A")["journey_id"]
    done = change(
        world, "A", "merge", with_ids=[world.id_("B")],
        new={"code": "ab", "name": "Lunge- og øjensygdomme"},
    )  # fmt: skip
    (made,) = done["outcome"]["made"]
    new = world.get("leader", f"{DEPARTMENTS}/{made}")
    assert (new["code"], new["journey_id"], new["round"]) == ("AB", before, 1)
    assert new["headcount"] == 38
    assert [each["name"] for each in new["predecessors"]] == ["Lungesygdomme", "Øjensygdomme"]
    rows = {row["department"]["name"]: row for row in world.get("hmu", "/api/overview")["items"]}
    assert set(rows) == {"Søvnklinikken", "Lunge- og øjensygdomme"}
    assert rows["Lunge- og øjensygdomme"]["round"] == 1


def test_the_round_that_goes_on_can_be_chosen(world: World) -> None:
    held_session(world)
    held_session(world, "other_leader", "B")
    promise = promised(world, "other_leader", "B", owner_id=world.person("other_leader"))
    chosen = department(world, "A")["journey_id"]
    change(
        world, "A", "merge", with_ids=[world.id_("B")], target_id=world.id_("B"), round_from=world.id_("A")
    )
    assert department(world, "B")["journey_id"] == chosen
    assert department(world, "B")["round"] == 2
    assert world.get("leader", f"/api/agreements/{promise['id']}")["journey_id"] == chosen
    rounds = world.get("leader", f"/api/journeys?department={world.id_('B')}")["items"]
    assert [(each["round"], each["ended_as"]) for each in rounds] == [(2, None), (1, "merged")]


def test_a_planned_session_goes_along_and_its_candid_note_does_not(world: World) -> None:
    session = held_session(
        world, state="planned", day=in_days(7), note="kun os", audience="candid", covers=["content"]
    )
    held_session(world, "other_leader", "B")
    change(world, "A", "merge", with_ids=[world.id_("B")], target_id=world.id_("B"))
    found = world.get("other_leader", f"/api/journeys/sessions/{session['id']}")
    assert [each["department"]["name"] for each in found["places"]] == ["Øjensygdomme"]
    assert "open_note" not in found["can"]
    assert "hold" in found["can"]
    opened = f"/api/journeys/sessions/{session['id']}/open-note"
    assert world.as_("other_leader").post(opened).status_code == 403
    # What is written now is written by who holds the session now.
    answer = world.move(
        "other_leader", f"/api/journeys/sessions/{session['id']}", found["version"], 422, "PUT",
        day=in_days(7), forum=found["forum"], covers=[], note="nyt", audience="candid",
    )  # fmt: skip
    assert problems(answer) == ["note:not_yours"]


def test_what_refuses_a_merge(world: World) -> None:
    b = world.id_("B")
    assert problems(change(world, "A", "merge", 422, with_ids=[b])) == ["target_id:missing"]
    new = {"code": "A2", "name": "Ny"}
    assert problems(change(world, "A", "merge", 422, with_ids=[b], new=new)) == ["new.code:taken"]
    taken = {"with_ids": [b], "target_id": b, "round_from": b}
    assert problems(change(world, "A", "merge", 422, **taken)) == ["round_from:no_round"]


# ---- splitting


def test_a_department_becomes_two(world: World) -> None:
    held_session(world)
    own = draft(world, owner_id=world.person("leader"))
    theirs = draft(world, owner_id=world.person("trio"))
    with world.database.read() as work:
        role = work.one(columns(RoleGrant.id).where(RoleGrant.person_id == world.people["trio"])).id
    parts = [{"code": "AN", "name": "Lunge Nord"}, {"code": "AS", "name": "Lunge Syd"}]
    body: dict[str, Any] = {
        "parts": parts,
        "sections": [{"id": world.id_("A2"), "part": 1}],
        "roles": [{"id": str(role), "part": 1}],
        "round_to": 1,
    }
    seen = preview(world, "A", "split", **body)
    assert [(each["to"]["name"], each["count"]) for each in seen["work"]] == [
        ("Lunge Nord", 1), ("Lunge Syd", 1),
    ]  # fmt: skip
    assert all(each["to"]["id"] is None for each in seen["work"])
    for name in ("roles", "work"):
        elsewhere = body | {name: [{"id": world.id_("B"), "part": 1}]}
        assert problems(change(world, "A", "split", 422, **elsewhere)) == [f"{name}:unknown"]
        assert preview(world, "A", "split", **elsewhere)["obstacles"][0]["code"] == "invalid"
    # One record can be placed by hand; who does not read the plan is told how many, not which.
    by_hand = body | {"work": [{"id": theirs["id"], "part": 0}]}
    (all_north,) = preview(world, "A", "split", **by_hand)["work"]
    assert (all_north["to"]["name"], all_north["count"], all_north["items"]) == ("Lunge Nord", 2, [])
    given(world, world.person("admin"), "hr", "H")
    (named,) = preview(world, "A", "split", **by_hand)["work"]
    assert {one["id"] for one in named["items"]} == {own["id"], theirs["id"]}
    north, south = change(world, "A", "split", **body)["outcome"]["made"]
    # A promise goes with its owner.
    assert world.get("hr", f"{TRIALS}/{own['id']}")["department"]["name"] == "Lunge Nord"
    assert world.get("hr", f"{TRIALS}/{theirs['id']}")["department"]["name"] == "Lunge Syd"
    assert department(world, "A2")["parents"][-1]["name"] == "Lunge Syd"
    assert department(world, "A1")["parents"][-1]["name"] == "Lunge Nord"
    assert world.get("hr", f"{DEPARTMENTS}/{south}")["round"] == 1
    assert world.get("hr", f"{DEPARTMENTS}/{north}")["journey_id"] is None
    assert [each["name"] for each in department(world, "A")["successors"]] == ["Lunge Nord", "Lunge Syd"]


# ---- what is over


def test_what_is_over_at_a_closed_department_is_read_and_no_more(world: World) -> None:
    trial = brought_to(world, "evaluated", owner_id=world.person("leader"))
    follow_up = logged(world, planned(world, owner_id=world.person("leader")), note="godt")["follow_up"]
    done = promised(world)
    done = world.move("leader", f"/api/agreements/{done['id']}/done", done["version"])
    change(world, "A", "merge", with_ids=[world.id_("B")], target_id=world.id_("B"))
    for route in (f"{TRIALS}/{trial['id']}", f"/api/agreements/{done['id']}"):
        assert world.get("leader", route)["can"] == []
    found = world.get("leader", f"/api/follow-ups/{follow_up['id']}")
    assert found["can"] == found["logs"][0]["can"] == []
    again = world.as_("leader").post(
        f"/api/follow-ups/{follow_up['id']}/log", json={"assessment": "as_planned"}
    )
    assert again.status_code == 403


def test_the_overview_of_a_day_that_is_past_has_who_walked_then(world: World) -> None:
    held_session(world)
    early, later = clock.now() + timedelta(days=3), clock.now() + timedelta(days=6)
    with clock.standing_at(early):
        change(world, "A", "merge", with_ids=[world.id_("B")], new={"code": "AB", "name": "Samlet"})
    with clock.standing_at(later):
        rows = world.get("hmu", "/api/overview")["items"]
        names = {row["department"]["name"] for row in rows}
        assert names == {"Samlet", "Søvnklinikken"}
        past = world.get("hmu", f"/api/overview?as_of={clock.today() - timedelta(days=5)}")["items"]
        assert {row["department"]["name"] for row in past} == {
            "Lungesygdomme", "Øjensygdomme", "Søvnklinikken",
        }  # fmt: skip
        # Two that became one have not begun anew.
        since = clock.today() - timedelta(days=5)
        news = world.get("hmu", f"/api/overview?since={since}")["items"]
        assert {row["department"]["name"]: row["changes"] for row in news}["Samlet"] == []
