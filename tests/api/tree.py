"""Short ways to change the tree in tests."""

from __future__ import annotations

from typing import Any

from tests.api.world import World
from trinvis.core import clock


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
