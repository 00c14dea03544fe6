"""Searching, as the tests of the search do it."""

from __future__ import annotations

from typing import Any

from tests.api.world import World

URL = "/api/search"


def groups(world: World, who: str, q: str, **more: str) -> dict[str, dict[str, Any]]:
    """What is found, by kind."""
    answer = world.as_(who).get(URL, params={"q": q, **more})
    assert answer.status_code == 200, answer.text
    return {group["kind"]: group for group in answer.json()["groups"]}


def titles(world: World, who: str, q: str, **more: str) -> dict[str, list[str]]:
    """Titles of what is found, by kind."""
    return {
        kind: ["".join(piece["text"] for piece in hit["title"]) for hit in group["items"]]
        for kind, group in groups(world, who, q, **more).items()
    }
