"""How SQLite looks a page of trial actions up: by index, newest first, never through them all."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from tests.api.trials import URL, draft
from tests.api.world import World


# PostgreSQL plans by what the tables hold, and here they hold next to nothing.
@pytest.fixture
def database() -> str:
    return "sqlite"


def plan(world: World, who: str, url: str) -> list[str]:
    """The query plan's lines of the statement that finds the trials."""
    asked: list[tuple[str, Any]] = []

    def keep(_: object, __: object, statement: str, parameters: Any, *rest: object) -> None:
        asked.append((statement, parameters))

    world.as_(who)
    event.listen(world.database.reader, "before_cursor_execute", keep)
    try:
        world.get(who, url)
    finally:
        event.remove(world.database.reader, "before_cursor_execute", keep)
    statement, parameters = next(each for each in asked if "FROM trial_action" in each[0])
    with world.database.reader.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    return [str(row[-1]) for row in rows]


def test_a_departments_page_walks_along_its_index(world: World):
    draft(world)
    told = plan(world, "leader", f"{URL}?department={world.id_('A')}")
    assert any("ix_trial_action_newest (department_id=? AND id<?)" in line for line in told), told
    assert not any(line.startswith("SCAN trial_action") for line in told), told


def test_the_hospitals_page_walks_along_the_ids(world: World, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("trinvis.trial_actions.listing._FEW", 3)
    draft(world)
    told = plan(world, "hr", URL)
    assert "SEARCH trial_action USING INDEX sqlite_autoindex_trial_action_1 (id<?)" in told
    assert world.get("hr", URL)["items"]
