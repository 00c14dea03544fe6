"""What tests of the steps do again and again: hold a session, write step 2, promise, plan dates."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.api.world import World
from trinvis.core import clock

COVERS = ["content", "meaning", "collaboration"]
WRITTEN: dict[str, Any] = {
    "tasks_conditions": "Travle vagter", "need": "Turde spørge", "ambition": "Alle siger det højt",
}


def day(ahead: int = 0) -> str:
    """A day so many days from today."""
    return str(clock.today() + timedelta(days=ahead))


def session(departments: list[str], **said: Any) -> dict[str, Any]:
    """The body of a held session that covers everything."""
    return {
        "department_ids": departments, "state": "held", "day": day(), "forum": "staff_meeting",
        "covers": COVERS, **said,
    }


def begun(world: World, key: str = "leader", code: str = "A") -> dict[str, Any]:
    """A journey of the department."""
    return world.post(key, "/api/journeys", department_id=world.id_(code))


def journey(world: World, journey_id: str, key: str = "leader") -> dict[str, Any]:
    """The journey as it is now."""
    return world.get(key, f"/api/journeys/{journey_id}")


def complete(
    world: World, found: dict[str, Any], number: int, status: int = 200, **said: Any
) -> dict[str, Any]:
    """Complete a step as the leader."""
    url = f"/api/journeys/{found['id']}/steps/{number}/complete"
    return world.move("leader", url, found["version"], status, **said)


def prepared(world: World) -> dict[str, Any]:
    """A journey of A with everything that the three steps ask for, none of them done."""
    found = begun(world)
    a = world.id_("A")
    world.post("leader", "/api/journeys/sessions", **session([a]))
    world.move("leader", f"/api/journeys/{found['id']}/assessment", found["version"], method="PUT", **WRITTEN)
    world.post(
        "leader", "/api/agreements", department_id=a, what="Tavlen flyttes", owner_id=world.person("leader"),
        due=day(7),
    )
    for kind in ("process", "result"):
        world.post(
            "leader", "/api/follow-ups", department_id=a, kind=kind, question="Går det?", due=day(14)
        )
    return journey(world, found["id"])


def all_done(world: World) -> dict[str, Any]:
    """A journey of A whose three steps are done."""
    found = prepared(world)
    for number in (1, 2, 3):
        found = complete(world, found, number)
    return found
