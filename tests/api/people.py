"""Short ways to enter people and give roles in tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

from fastapi.testclient import TestClient

from tests.api.world import World
from trinvis.core import clock

PEOPLE, ROLES = "/api/people", "/api/roles"


def entered(
    world: World, name: str = "Kim Ny", role: str = "member", at: str = "A", key: str = "admin", **other: Any
) -> dict[str, Any]:
    """Enter somebody with a role there; the person."""
    email = other.pop("email", f"{uuid4().hex}@h.example")
    first = {"role": role, "department_id": world.id_(at), **other}
    return world.post(key, PEOPLE, name=name, email=email, role=first)


def given(
    world: World, person_id: str, role: str, at: str = "A", key: str = "admin", status: int = 201, **days: Any
) -> dict[str, Any]:
    """Give somebody a role."""
    form = {"person_id": person_id, "role": role, "department_id": world.id_(at), **days}
    return world.post(key, ROLES, status, **form)


def as_anybody(world: World, person_id: str) -> TestClient:
    """A client signed in as this person, whoever it is."""
    client = TestClient(world.app, headers={"X-Trinvis": "1"}, raise_server_exceptions=False)
    answer = client.post("/api/session/demo", json={"person": person_id})
    assert answer.status_code == 204, answer.text
    return client


def role_of(world: World, key: str, by: str = "admin") -> dict[str, Any]:
    """The first role of one of the cast, as who keeps it up to date sees it."""
    found: dict[str, Any] = world.get(by, f"{PEOPLE}/{world.person(key)}")["roles"][0]
    return found


def ended(world: World, role: dict[str, Any], key: str = "admin", status: int = 200, **on: Any) -> Any:
    """End the role as it was seen."""
    return world.move(key, f"{ROLES}/{role['id']}/end", role["version"], status, **on)


@contextmanager
def days_later(world: World, days: int) -> Iterator[None]:
    """So many days later, everybody signed in afresh."""
    before, world.clients = world.clients, {}
    try:
        with clock.standing_at(clock.now() + timedelta(days=days)):
            yield
    finally:
        for client in world.clients.values():
            client.close()
        world.clients = before
