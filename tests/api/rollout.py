"""Short ways to plan a roll-out, note a contact, read HR's list, and look again later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from tests.api.steps import day
from tests.api.trials import MORNING
from tests.api.world import World
from trinvis.core import clock
from trinvis.tracks.rules import quarter_of

LIST = "/api/rollout"


def at(world: World, code: str = "A", tail: str = "rollout") -> str:
    return f"/api/departments/{world.id_(code)}/{tail}"


def next_quarter() -> str:
    return quarter_of(clock.today() + timedelta(days=92))


def planned(world: World, code: str = "A", status: int = 200, **said: Any) -> dict[str, Any]:
    version = world.get("hr", at(world, code))["version"]
    return world.move("hr", at(world, code), version, status, "PUT", **said)


def noted(world: World, code: str = "A", status: int = 201, **said: Any) -> dict[str, Any]:
    return world.post("hr", at(world, code, "contacts"), status, **{"on": day(), "way": "phone", **said})


def row(world: World, code: str = "A", key: str = "hr", query: str = "") -> dict[str, Any]:
    items = world.get(key, LIST + query)["items"]
    return next(item for item in items if item["department"]["id"] == world.id_(code))


def codes(world: World, code: str = "A") -> list[str]:
    return [reason["code"] for reason in row(world, code)["reasons"]]


@contextmanager
def later(world: World, days: int) -> Iterator[None]:
    """So many days on; everybody signs in anew."""
    before, world.clients = world.clients, {}
    with clock.standing_at(MORNING + timedelta(days=days)):
        yield
        for client in world.clients.values():
            client.close()
    world.clients = before
