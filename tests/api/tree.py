"""Short ways to change the tree in tests."""

from __future__ import annotations

from typing import Any

from tests.api.world import World
from trinvis.core import clock

DEPARTMENTS, TRIALS = "/api/departments", "/api/trial-actions"


def url(world: World, code: str, rest: str = "changes") -> str:
    """The address of a node's changes."""
    return f"/api/departments/{world.id_(code)}/{rest}"


def change(world: World, code: str, kind: str, status: int = 201, on: object = None, **body: Any) -> Any:
    """Change the tree as the administrator, today unless a day is given."""
    wanted = {"kind": kind, "effective_on": str(on or clock.today()), **body}
    return world.post("admin", url(world, code), status, **wanted)


def preview(world: World, code: str, kind: str, status: int = 200, on: object = None, **body: Any) -> Any:
    """Look at a change as the administrator."""
    wanted = {"kind": kind, "effective_on": str(on or clock.today()), **body}
    return world.post("admin", url(world, code, "changes/preview"), status, **wanted)


def problems(answer: dict[str, Any]) -> list[str]:
    """The fields of a refusal, with what is wrong with each."""
    return [f"{error['field']}:{error['problem']}" for error in answer["facts"]["errors"]]


def held_session(world: World, who: str = "leader", at: str = "A", **other: Any) -> dict[str, Any]:
    """A session of the department, which opens its round."""
    forum = world.get(who, "/api/content")["forums"][0]["key"]
    body = {"state": "held", "day": "2026-01-05", "forum": forum, "department_ids": [world.id_(at)]}
    return world.post(who, "/api/journeys/sessions", **(body | other))


def department(world: World, code: str, who: str = "admin") -> dict[str, Any]:
    """The node as this part sees it."""
    return world.get(who, f"{DEPARTMENTS}/{world.id_(code)}")
