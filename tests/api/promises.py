"""Short ways to plan, log and promise in tests of dated promises."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.api.world import World
from trinvis.core import clock

FOLLOW_UPS, AGREEMENTS = "/api/follow-ups", "/api/agreements"


def in_days(days: int) -> str:
    """The day so many days from today, as it is sent."""
    return str(clock.today() + timedelta(days=days))


def planned(
    world: World, key: str = "leader", at: str = "A", status: int = 201, **other: Any
) -> dict[str, Any]:
    """Plan a follow-up."""
    form = {"kind": "process", "question": "Når nattevagten at være med?", "due": in_days(7)}
    return world.post(key, FOLLOW_UPS, status, department_id=world.id_(at), **(form | other))


def logged(world: World, follow_up: dict[str, Any], key: str = "leader", **other: Any) -> dict[str, Any]:
    """Log a follow-up."""
    return world.post(key, f"{FOLLOW_UPS}/{follow_up['id']}/log", **({"assessment": "as_planned"} | other))


def promised(
    world: World, key: str = "leader", at: str = "A", status: int = 201, **other: Any
) -> dict[str, Any]:
    """Make an agreement."""
    form = {"what": "Vi siger tak, når nogen spørger", "owner_id": world.person("leader"), "due": in_days(7)}
    return world.post(key, AGREEMENTS, status, department_id=world.id_(at), **(form | other))


def day(text: str) -> date:
    """A day of a reply."""
    return date.fromisoformat(text)
