"""That the seven questions were used at a meeting: when and where, and nothing of what was said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from tests.api.world import World
from trinvis.core import clock
from trinvis.core.audit import AuditEvent
from trinvis.surveys.tables import DialogueUse


def used(world: World, key: str, status: int = 201, node: str = "A", **more: str) -> dict[str, Any]:
    """Note a meeting of today, unless told otherwise."""
    forum = world.get(key, "/api/content")["forums"][0]["key"]
    body = {"on": str(clock.today()), "forum": forum, **more}
    return world.post(key, f"/api/departments/{world.id_(node)}/dialogues", status, **body)


def listed(world: World, key: str, node: str = "A", status: int = 200) -> dict[str, Any]:
    """What this part reads."""
    return world.get(key, f"/api/departments/{world.id_(node)}/dialogues", status)


@pytest.mark.parametrize("key", ["leader", "trio", "ambassador"])
def test_whoever_records_follow_ups_notes_it(world: World, key: str) -> None:
    told = used(world, key)
    (item,) = told["items"]
    assert {name: item[name] for name in ("department", "on")} == {
        "department": {"id": world.id_("A"), "name": "Lungesygdomme"}, "on": str(clock.today()),
    }  # fmt: skip
    assert set(item) == {"id", "department", "on", "forum"}, "when and where, nothing else"
    assert listed(world, "member") == {**told, "can": []}


def test_a_section_leaders_meeting_shows_at_the_department_too(world: World) -> None:
    used(world, "section_leader", node="A1")
    assert [one["department"]["id"] for one in listed(world, "leader")["items"]] == [world.id_("A1")]
    used(world, "section_leader", 403)


@pytest.mark.parametrize("key", ["member", "lmu", "hr"])
def test_who_reads_it_does_not_note_it(world: World, key: str) -> None:
    used(world, key, 403)
    assert listed(world, key) == {"items": [], "can": []}


@pytest.mark.parametrize("key", ["hmu", "other_leader"])
def test_who_does_not_read_the_plan_is_told_nothing(world: World, key: str) -> None:
    assert "items" not in world.as_(key).get(f"/api/departments/{world.id_('A')}/dialogues").json()


def test_a_day_to_come_and_an_unknown_forum_are_refused(world: World) -> None:
    told = used(world, "leader", 422, on=str(clock.today() + timedelta(days=1)))
    assert (told["code"], told["facts"]["errors"]) == ("invalid", [{"field": "on", "problem": "in_future"}])
    told = used(world, "leader", 422, forum="kantinen")
    assert told["facts"]["errors"] == [{"field": "forum", "problem": "unknown"}]


def test_sent_twice_it_is_noted_once(world: World) -> None:
    forum = world.get("leader", "/api/content")["forums"][0]["key"]
    path, body = f"/api/departments/{world.id_('A')}/dialogues", {"on": "2026-01-05", "forum": forum}
    first, second = (
        world.as_("leader").post(path, json=body, headers={"Idempotency-Key": "dialogue-1"}) for _ in "12"
    )
    assert (first.status_code, first.content) == (second.status_code, second.content)
    with world.database.read() as work:
        assert len(work.session.exec(select(DialogueUse)).all()) == 1


def test_the_newest_stand_first_and_the_history_tells_of_it(world: World) -> None:
    for day in ("2026-01-05", "2026-02-05", "2025-12-05"):
        used(world, "leader", on=day)
    assert [one["on"] for one in listed(world, "member")["items"]] == [
        "2026-02-05", "2026-01-05", "2025-12-05",
    ]  # fmt: skip
    with world.database.read() as work:
        events = work.session.exec(
            select(AuditEvent)
            .where(col(AuditEvent.what) == "dialogue.recorded")
            .order_by(col(AuditEvent.number))
        ).all()
    assert [one.facts["on"] for one in events] == ["2026-01-05", "2026-02-05", "2025-12-05"]
    assert {one.chain_id for one in events} == {world.ids["A"]}
