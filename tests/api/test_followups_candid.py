"""Notes *Kun for os* through the API: who writes, who opens, and where they never are."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select, update

from tests.api.promises import FOLLOW_UPS, in_days, logged, planned
from tests.api.world import World
from trinvis.accounts.tables import RoleGrant
from trinvis.core import clock
from trinvis.core.audit import AuditText
from trinvis.followups.tables import FollowUpLog

SECRET = "Vi turde ikke sige det højt"


def candid(world: World, key: str = "leader") -> tuple[dict[str, Any], str]:
    made = planned(world)
    found = logged(world, made, key, note=SECRET, audience="candid")
    return made, f"{FOLLOW_UPS}/logs/{found['log_id']}"


READERS = (
    ("leader", 200),
    ("trio", 200),
    ("ambassador", 200),
    ("section_leader", 403),
    ("member", 403),
    ("lmu", 403),
    ("hr", 403),
    ("hmu", 404),
    ("admin", 404),
    ("other_leader", 404),
    ("walking_leader", 404),
)


def test_who_opens_a_candid_note(world: World) -> None:
    for key, status in READERS:
        _, url = candid(world)
        answer = world.as_(key).post(f"{url}/open")
        assert answer.status_code == status
        if status == 200:
            assert answer.json() == {"note": SECRET}
            assert answer.headers["cache-control"] == "no-store"
            newest = world.get("leader", f"/api/history?department={world.id_('A')}")["items"][0]
            assert (newest["what"], newest["actor"]["id"]) == ("follow_up.note_opened", world.person(key))
        else:
            assert SECRET not in answer.text


def test_a_candid_note_is_nowhere_but_behind_its_opening(world: World) -> None:
    made, _ = candid(world)
    for key in ("leader", "trio", "ambassador", "member", "hr"):
        for url in (f"{FOLLOW_UPS}/{made['id']}", FOLLOW_UPS, f"/api/history?department={world.id_('A')}"):
            assert SECRET not in world.as_(key).get(url).text, (key, url)
    (log,) = world.get("leader", f"{FOLLOW_UPS}/{made['id']}")["logs"]
    assert (log["audience"], log["note"], log["has_note"]) == ("candid", None, True)
    assert log["can"] == ["correct", "open_note"]
    assert world.get("hr", f"{FOLLOW_UPS}/{made['id']}")["logs"][0]["can"] == []


def test_only_its_readers_write_a_candid_note(world: World) -> None:
    made = planned(world, "leader", "A1")
    url = f"{FOLLOW_UPS}/{made['id']}/log"
    world.post("section_leader", url, 403, assessment="adjusted", note=SECRET, audience="candid")
    assert "log_candid" not in world.get("section_leader", f"{FOLLOW_UPS}/{made['id']}")["can"]
    found = logged(world, made, "section_leader", note="Fælles")
    form: dict[str, Any] = {
        "held_on": in_days(0),
        "assessment": "adjusted",
        "note": SECRET,
        "audience": "candid",
    }
    world.move("section_leader", f"{FOLLOW_UPS}/logs/{found['log_id']}", 1, 403, "PUT", **form)


def test_without_a_note_nothing_is_candid(world: World) -> None:
    found = logged(world, planned(world), audience="candid")
    assert found["follow_up"]["logs"][0]["audience"] == "shared"
    assert world.post("leader", f"{FOLLOW_UPS}/logs/{found['log_id']}/open", 409)["code"] == "wrong_state"


def test_a_new_leader_does_not_inherit_candid_notes(world: World) -> None:
    with clock.standing_at(datetime.now(UTC) - timedelta(minutes=1)):
        _, url = candid(world, "trio")
    with world.database.write() as work:
        work.session.execute(update(FollowUpLog).values(logged_at=datetime.now(UTC) - timedelta(days=400)))
    form: dict[str, Any] = {"held_on": in_days(0), "assessment": "as_planned"}
    assert world.as_("leader").post(f"{url}/open").status_code == 403
    world.move("leader", url, 1, 403, "PUT", **form)
    with world.database.write() as work:
        work.session.execute(
            update(RoleGrant)
            .where(col(RoleGrant.person_id) == UUID(world.person("leader")))
            .values(valid_from=date(2015, 1, 1), known_since=date(2015, 1, 1))
        )
    assert world.as_("leader").post(f"{url}/open").json() == {"note": SECRET}


def test_what_becomes_candid_leaves_no_shared_trace(world: World) -> None:
    made = planned(world)
    found = logged(world, made, note="Første udgave")
    url = f"{FOLLOW_UPS}/logs/{found['log_id']}"
    form: dict[str, Any] = {"held_on": in_days(0), "assessment": "as_planned"}
    world.move("leader", url, 1, method="PUT", **form, note="Anden udgave")
    world.move("leader", url, 2, method="PUT", **form, note="Tredje udgave", audience="candid")
    with world.database.read() as work:
        kept = {row.text: row.audience for row in work.rows(select(AuditText.text, AuditText.audience))}
    assert kept["Første udgave"] == kept["Anden udgave"] == "candid"
    (log,) = world.move("leader", url, 3, method="PUT", **form, audience="shared")["logs"]
    assert log["note"] == "Tredje udgave"


def test_correcting_a_candid_log_unopened_keeps_its_note(world: World) -> None:
    made, url = candid(world, "ambassador")
    form: dict[str, Any] = {"held_on": in_days(-1), "assessment": "stopped", "audience": "candid"}
    (log,) = world.move("ambassador", url, 1, method="PUT", **form)["logs"]
    assert (log["assessment"], log["has_note"], log["note"]) == ("stopped", True, None)
    assert world.as_("trio").post(f"{url}/open").json() == {"note": SECRET}
    assert made["department"]["id"] == world.id_("A")
