"""A read takes the same number of statements whatever the number of rows, and hot queries use an index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from tests.api.matrix import COURSE, TALK
from tests.api.test_matrix import fill, records
from tests.api.world import World

# Route and the most statements it may take, the door's included, BEGIN not counted.
READS = {
    "/api/me": 3,
    "/api/departments": 2,
    "/api/departments/{A}": 4,
    "/api/departments/{A}/people": 3,
    "/api/people?department={A}": 3,
    "/api/people/directory?department={A}&q=e": 4,
    "/api/people/{person_id}": 3,
    # A statement for each kind of open work, whatever there is of it.
    "/api/handovers?department={A}": 13,
    "/api/handovers/of?department={A}&person={owner}": 13,
    "/api/handovers/mine": 10,
    "/api/experiences": 4,
    "/api/experiences/{experience_id}": 7,
    "/api/experiences/around/{trial_id}": 6,
    "/api/experiences/source?department={A}&origin=trial_action&origin_id={trial_id}": 5,
    "/api/departments/{A}/practices": 4,
    "/api/overview/welcome?department={A}": 18,
    "/api/materials": 5,
    "/api/materials/{material_id}": 6,
    "/api/materials/tools/action_learning": 5,
    "/api/materials/{material_id}/versions": 5,
    "/api/materials/{material_id}/versions/1": 6,
    "/api/journeys/sessions/{session_id}/files": 4,
    "/api/trial-actions?department={A}": 4,
    "/api/trial-actions/{trial_id}": 3,
    "/api/follow-ups?department={A}": 5,
    "/api/follow-ups/{follow_up_id}": 4,
    "/api/agreements?department={A}": 5,
    "/api/journeys/{journey_id}": 3,
    "/api/journeys?department={A}": 3,
    "/api/support-requests?department={A}": 4,
    "/api/meetings": 3,
    "/api/meetings?department={A}": 4,
    "/api/meetings/{meeting_id}": 4,
    "/api/yearly-discussions?department={A}": 3,
    "/api/departments/{A}/rollout": 10,
    "/api/departments/{A}/dialogues": 3,
    "/api/committee-results": 3,
    "/api/waves?department={A}": 3,
    "/api/waves/instrument": 5,
    "/api/waves/draft?department={A}": 5,
    "/api/waves/{wave_id}": 5,
    "/api/search?q=fem": 5,
    "/api/search?q=fem&kind=trial_action": 4,
    "/api/overview": 7,
    "/api/overview/departments/{A}": 6,
    # One counts what stands without an owner, one finds what one was handed and has not seen.
    "/api/overview/mine": 12,
    "/api/history?department={A}": 8,
    "/api/history/records/{record_id}": 6,
    "/api/history/mine": 5,
    "/api/reports?department={A}": 4,
}
# What HR alone keeps of its support.
READS_OF_HR = {
    "/api/tracks": 23,
    "/api/tracks/ambassadors": 3,
    "/api/tracks/leaders": 3,
    "/api/talks": 2,
    "/api/talks/{talk_id}": 2,
    "/api/courses": 3,
    "/api/courses/{course_id}": 3,
    "/api/introduction-days": 2,
    "/api/introduction-days/{day_id}": 2,
}
BOUNDS = READS | READS_OF_HR


@contextmanager
def counting(world: World) -> Iterator[list[str]]:
    """The statements that the app runs meanwhile."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK")):
            seen.append(statement)

    engine = world.database.reader
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def more_rows(world: World) -> None:
    """Ten more of everything in the same department."""
    a, owner = world.id_("A"), world.person("leader")
    for number in range(10):
        world.post("leader", "/api/trial-actions", department_id=a, change=f"nummer {number}", owner_id=owner)
        world.post(
            "leader",
            "/api/follow-ups/log",
            department_id=a,
            question=f"Gik det {number}?",
            assessment="as_planned",
            note="ja",
        )
        promise = {"department_id": a, "what": f"Tavle {number}", "owner_id": owner, "due": "2099-01-05"}
        world.post("leader", "/api/agreements", 201, **promise)
        meeting = world.post("lmu_secretary", "/api/meetings", department_id=a, on=f"2025-01-{10 + number}")
        url = f"/api/meetings/{meeting['id']}/items"
        world.post("lmu_secretary", url, title=f"Punkt {number}", asks="note")
        world.post("lmu_secretary", "/api/yearly-discussions", department_id=a, year=2000 + number)
        world.post("hr", "/api/talks", 201, **TALK, department_id=a)
        world.post("hr", "/api/courses", 201, **COURSE, department_id=a)
        world.post("hr", "/api/introduction-days", 201, on=f"2099-02-{10 + number}", department_id=a)


def statements(world: World, values: dict[str, str]) -> dict[str, int]:
    """How many each read takes now."""
    counts: dict[str, int] = {}
    for route in BOUNDS:
        with counting(world) as seen:
            world.get("hr" if route in READS_OF_HR else "leader", fill(route, values))
        counts[route] = len(seen)
    return counts


def test_statements_do_not_grow_with_the_rows(world: World) -> None:
    values = records(world)
    counts = statements(world, values)
    more_rows(world)
    assert statements(world, values) == counts
    assert {route: count for route, count in counts.items() if count > BOUNDS[route]} == {}


PLANS = {
    "SELECT 1 FROM trial_action WHERE department_id = ? ORDER BY id": "ix_trial_action_",
    "SELECT 1 FROM follow_up WHERE department_id = ? AND state = 'held'": "ix_follow_up_department",
    "SELECT 1 FROM follow_up WHERE owner_id = ? AND state = 'planned' ORDER BY due": "ix_follow_up_owner",
    "SELECT id FROM agreement WHERE owner_id = ? AND state = 'open' ORDER BY due": "ix_agreement_owner",
    "SELECT id FROM status WHERE department_id = ? AND valid_to IS NULL": "uq_status_open",
    "SELECT id FROM audit_event WHERE chain_id = ? ORDER BY number DESC LIMIT 50": "ix_audit_event_chain",
    "SELECT id FROM audit_event WHERE chain_id = ? ORDER BY at DESC, id DESC LIMIT 50": "ix_audit_event_at",
    "SELECT id FROM audit_event WHERE actor_id = ? ORDER BY at DESC LIMIT 50": "ix_audit_event_actor",
    "SELECT id FROM department WHERE path >= 'a' AND path < 'b'": "ix_department_path",
    "SELECT person_id FROM role_grant WHERE person_id = ?": "ix_role_grant_person_id",
}


@pytest.mark.parametrize(("statement", "index"), PLANS.items(), ids=PLANS.values())
def test_hot_queries_use_their_index(world: World, statement: str, index: str) -> None:
    postgres = world.database.reader.dialect.name == "postgresql"
    someone = world.person("leader")
    value = f"'{someone}'" if postgres else f"'{someone.replace('-', '')}'"
    asked = statement.replace("?", value)
    with world.database.reader.connect() as connection:
        if postgres:
            # The tables are tiny: without this a sequential scan is rightly cheaper.
            connection.exec_driver_sql("SET enable_seqscan = off")
        prefix = "EXPLAIN " if postgres else "EXPLAIN QUERY PLAN "
        plan = "\n".join(str(row) for row in connection.exec_driver_sql(prefix + asked))
    assert index in plan
