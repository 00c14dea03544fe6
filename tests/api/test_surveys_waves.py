"""A wave is planned, decided, confirmed by somebody else, opened and closed on its days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from tests.api.world import World
from trinvis.core import clock
from trinvis.core.clock import COPENHAGEN
from trinvis.followups.tables import FollowUp
from trinvis.surveys.closing.steps import close_due
from trinvis.surveys.tables import WaveNode
from trinvis.surveys.waves import rules
from trinvis.surveys.waves.opening import open_due, tell_bands


@pytest.fixture(autouse=True)
def _keystore(world: World, tmp_path: Path) -> None:
    world.database.settings.keystore = tmp_path / "keystore"


def chosen(world: World) -> None:
    """HR chooses the wording."""
    world.move("hr", "/api/waves/instrument", 0, method="PUT", instrument="as_note")


def plan(world: World, *codes: str, **more: Any) -> dict[str, Any]:
    """A plan with the proposed days for these departments."""
    days = rules.proposed_days(clock.today())
    return {
        "department_ids": [world.id_(code) for code in codes],
        "phases": {world.id_(code): "before" for code in codes},
        **{name: str(getattr(days, name)) for name in ("opens_on", "closes_on", "dialogue_on", "hmu_on")},
        **more,
    }


def drafted(world: World, key: str = "leader", *codes: str, **more: Any) -> dict[str, Any]:
    chosen(world)
    return world.post(key, "/api/waves", 201, **plan(world, *(codes or ("A",)), **more))


def planned(world: World, key: str = "leader", *codes: str, **more: Any) -> dict[str, Any]:
    wave = drafted(world, key, *codes, **more)
    who = "hmu" if len(codes) > 1 else "lmu"
    wave = world.move(
        key, f"/api/waves/{wave['id']}/plan", wave["version"], decided_by=who, decided_on=str(clock.today())
    )
    return world.move("trio", f"/api/waves/{wave['id']}/confirm", wave["version"])


def on(day: str | date) -> Any:
    """The clock stands at noon of the day."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return clock.standing_at(datetime.combine(day, time(12), COPENHAGEN))


def test_anybody_reads_with_the_chosen_wording(world: World) -> None:
    stranger = TestClient(world.app)
    assert stranger.get("/api/waves/wording").json() == {"instrument": "as_note"}
    world.move("hr", "/api/waves/instrument", 0, method="PUT", instrument="mended")
    assert stranger.get("/api/waves/wording").json() == {"instrument": "mended"}


def test_no_wave_before_the_wording_is_chosen(world: World) -> None:
    answer = world.as_("leader").post("/api/waves", json=plan(world, "A"))
    assert answer.status_code == 409
    assert answer.json()["facts"] == {"fields": ["instrument"]}
    assert world.get("hr", "/api/waves/instrument")["can"] == ["choose"]
    assert world.get("leader", "/api/waves/instrument")["can"] == []
    assert world.as_("leader").put("/api/waves/instrument", json={"instrument": "mended"}).status_code == 403


def test_the_plan_says_who_answers_with_whom_and_what_will_probably_be_shown(world: World) -> None:
    draft = world.get("leader", f"/api/waves/draft?department={world.id_('A')}")
    nodes = {node["name"]: node for node in draft["nodes"]}
    assert set(nodes) == {"Lungesygdomme", "Sengeafsnittet"}  # the section that walks by itself is not in it
    assert (nodes["Lungesygdomme"]["heads"], nodes["Lungesygdomme"]["unit_heads"]) == (9, 26)
    assert nodes["Lungesygdomme"]["prospect"] == "detail"
    assert nodes["Sengeafsnittet"]["offered"] is True
    assert draft["decider"] == "lmu"


def test_a_plan_that_is_thought_about_says_what_its_units_and_days_would_mean(world: World) -> None:
    a, section = world.id_("A"), world.id_("A1")
    asked = {"department_ids": [a], "units": {a: a, section: section}}
    apart = world.post("leader", "/api/waves/draft", 200, **asked)
    assert [one["problem"] for one in apart["obstacles"]] == ["unit_too_small"]  # nine of the department
    nodes = {node["id"]: node for node in apart["nodes"]}
    assert (nodes[a]["unit_heads"], nodes[section]["unit_heads"]) == (9, 17)
    later = world.post("leader", "/api/waves/draft", 200, **asked, opens_on="2027-02-01")
    assert [later[day] for day in ("closes_on", "dialogue_on", "hmu_on")] == [
        "2027-02-15", "2027-03-01", "2027-05-17",
    ]  # fmt: skip
    wave = planned(world)
    asked = {"department_ids": [a], "opens_on": wave["opens_on"]}
    assert world.post("leader", "/api/waves/draft", 200, **asked)["obstacles"][0]["problem"] == "wave_open"
    own = world.post("leader", "/api/waves/draft", 200, **asked, wave_id=wave["id"])
    assert own["obstacles"] == []


def test_it_is_decided_and_confirmed_by_somebody_else(world: World) -> None:
    wave = drafted(world, "leader")
    path = f"/api/waves/{wave['id']}"
    decided: dict[str, Any] = {"decided_on": str(clock.today())}
    assert wave["can"] == ["edit", "plan", "annul"]
    wrong = world.as_("leader").post(
        f"{path}/plan", json={"decided_by": "hmu", **decided}, headers={"If-Match": '"1"'}
    )
    assert wrong.json()["facts"]["errors"][0]["problem"] == "other_committee"
    wave = world.move("leader", f"{path}/plan", wave["version"], decided_by="lmu", **decided)
    assert world.as_("leader").post(f"{path}/confirm", headers={"If-Match": '"2"'}).status_code == 403
    assert world.get("lmu", path)["can"] == ["confirm"]
    assert world.as_("member").post(f"{path}/confirm", headers={"If-Match": '"2"'}).status_code == 403
    assert world.as_("other_leader").get(path).status_code == 404
    wave = world.move("lmu", f"{path}/confirm", wave["version"])
    assert wave["confirmed_on"] == str(clock.today())
    assert world.get("trio", path)["can"] == ["print"]


def test_of_several_departments_one_reads_ones_own(world: World) -> None:
    wave = planned(world, "hr", "A", "B")
    told = world.get("leader", f"/api/waves/{wave['id']}")
    assert {one["id"] for one in told["nodes"] if one["read"]} == {world.id_("A")}
    both = {one["id"] for one in world.get("hr", f"/api/waves/{wave['id']}")["nodes"] if one["read"]}
    assert both == {world.id_("A"), world.id_("B")}


def test_a_draft_is_its_planners_alone(world: World) -> None:
    wave = drafted(world)
    assert world.as_("member").get(f"/api/waves/{wave['id']}").status_code == 404
    assert world.get("member", f"/api/waves?department={world.id_('A')}")["items"] == []
    assert len(world.get("leader", f"/api/waves?department={world.id_('A')}")["items"]) == 1


def test_a_change_needs_a_new_decision(world: World) -> None:
    wave = planned(world)
    other = plan(world, "A", hmu_single=True)
    changed = world.move("leader", f"/api/waves/{wave['id']}", wave["version"], method="PUT", **other)
    assert (changed["state"], changed["decided_by"], changed["confirmed_on"]) == ("draft", None, None)


def test_it_opens_and_closes_on_copenhagen_days_and_leaves_a_dialogue_meeting(world: World) -> None:
    wave = planned(world)
    with on(date.fromisoformat(wave["opens_on"]) - timedelta(days=1)):
        assert open_due(world.database) == 0
    with on(wave["opens_on"]):
        assert open_due(world.database) == 1
        assert open_due(world.database) == 0
        assert tell_bands(world.database) == 1
        assert tell_bands(world.database) == 0
        world.clients.clear()  # sessions of weeks ago are over
        shown = world.get("leader", f"/api/waves/{wave['id']}")
        assert shown["state"] == "open"
        assert [node["band"] for node in shown["nodes"]] == ["0-4", None]
        theirs = world.get("member", f"/api/waves/{wave['id']}")["nodes"]
        assert [node["band"] for node in theirs] == [None, None]
    with on(wave["closes_on"]):
        assert close_due(world.database) == 0
    with on(date.fromisoformat(wave["closes_on"]) + timedelta(days=1)):
        assert close_due(world.database) == 3
        world.clients.clear()
        shown = world.get("leader", f"/api/waves/{wave['id']}")
    assert (shown["state"], shown["can"]) == ("closed", [])
    assert shown["destroyed_at"]
    with world.database.read() as work:
        found = work.session.exec(select(FollowUp).where(FollowUp.department_id == world.ids["A"]))
        assert [one.due for one in found] == [date.fromisoformat(wave["dialogue_on"])]


def test_without_a_confirmation_it_does_not_open(world: World) -> None:
    wave = drafted(world)
    world.move(
        "leader", f"/api/waves/{wave['id']}/plan", 1, decided_by="lmu", decided_on=str(clock.today())
    )
    with on(wave["opens_on"]):
        assert open_due(world.database) == 0


def test_one_wave_over_many_departments_takes_in_what_stands_above(world: World) -> None:
    wave = planned(world, "hr", "A", "B")
    assert wave["decider"] == "hmu"
    assert wave["place"]["name"] == "Centret"
    assert [node["name"] for node in wave["nodes"]] == [
        "Centret", "Lungesygdomme", "Sengeafsnittet", "Øjensygdomme",
    ]  # fmt: skip
    many = world.as_("leader").post("/api/waves", json=plan(world, "A", "B"))
    assert many.status_code == 404


def test_no_second_wave_while_one_is_planned_there(world: World) -> None:
    planned(world)
    again = world.as_("leader").post("/api/waves", json=plan(world, "A"))
    assert again.status_code == 422
    assert {one["problem"] for one in again.json()["facts"]["errors"]} == {"wave_open"}
    assert world.get("leader", f"/api/waves/draft?department={world.id_('A')}")["obstacles"]


def test_opening_takes_the_heads_of_the_day(world: World) -> None:
    wave = planned(world)
    from trinvis.departments.tables import Department

    with world.database.write() as work:
        node = work.locked(Department, world.ids["A1"])
        node.headcount = 40
    with on(wave["opens_on"]):
        open_due(world.database)
    with world.database.read() as work:
        rows = work.session.exec(select(WaveNode).order_by(col(WaveNode.position)))
        assert [node.heads for node in rows] == [9, 40]


def test_annulling_ends_it(world: World) -> None:
    wave = planned(world)
    answer = world.as_("leader").post(
        f"/api/waves/{wave['id']}/annul", json={"reason": ""}, headers={"If-Match": f'"{wave["version"]}"'}
    )
    assert answer.json()["code"] == "reason_needed"
    ended = world.move("leader", f"/api/waves/{wave['id']}/annul", wave["version"], reason="Ombygning")
    assert (ended["state"], ended["can"]) == ("annulled", [])
    with on(wave["opens_on"]):
        assert open_due(world.database) == 0
