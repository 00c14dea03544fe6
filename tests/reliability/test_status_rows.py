"""A status row is never wrong: what writers keep at once equals a recount of the records."""

from __future__ import annotations

import itertools
import random
from concurrent.futures import ThreadPoolExecutor

from fastapi.testclient import TestClient
from sqlmodel import col, select

from tests.api.world import World
from trinvis.core.audit import AuditChain, broken_link
from trinvis.core.db import columns
from trinvis.overview.settle import rebuild
from trinvis.overview.tables import Status

TRIAL = {
    "prediction": "at flere tager ordet", "measure": "stregerne på tavlen",
    "starts_on": "2026-01-05", "ends_on": "2026-01-19",
}  # fmt: skip


def _write(world: World, client: TestClient, dice: random.Random, number: int) -> None:
    """One random change in one of three walking departments, as somebody who may."""
    department = world.id_(dice.choice(["A", "A1", "A2"]))
    if dice.random() < 0.4:
        client.post(
            "/api/journeys/sessions",
            json={
                "department_ids": [world.id_(dice.choice(["A", "A2"]))],
                "state": "held",
                "forum": client.get("/api/content").json()["forums"][0]["key"],
                "day": "2026-03-03",
                "covers": ["content"],
            },
        ).raise_for_status()
        return
    body = {"department_id": department, "change": f"fem minutter ved tavlen {number}", **TRIAL}
    made = client.post("/api/trial-actions", json={**body, "owner_id": world.person("leader")})
    made.raise_for_status()
    trial = made.json()
    for move, facts in (
        ("plan", {}),
        ("start", {"agreed_with": "trio"}),
        ("cancel", {"reason": "vi nåede det ikke"}),
    ):
        if dice.random() < 0.4:
            return
        answer = client.post(
            f"/api/trial-actions/{trial['id']}/{move}",
            json=facts,
            headers={"If-Match": f'"{trial["version"]}"'},
        )
        answer.raise_for_status()
        trial = answer.json()


def test_rows_equal_a_recount_after_random_concurrent_writes(world: World, long: bool) -> None:
    client = world.as_("leader")
    dice = random.Random(20260604)
    seeds = [dice.randrange(2**32) for _ in range(400 if long else 60)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda job: _write(world, client, random.Random(job[1]), job[0]), enumerate(seeds)))
    with world.database.write() as work:
        assert rebuild(work) == 0
        chains = work.session.scalars(select(AuditChain.chain_id)).all()
        assert [broken_link(work.session, chain) for chain in chains] == [None] * len(chains)


def test_a_recount_mends_a_row_that_is_wrong(world: World) -> None:
    """The test above can fail: a row that does not fit its records is found."""
    _write(world, world.as_("leader"), random.Random(3), 1)
    with world.database.write() as work:
        row = work.session.exec(select(Status).where(col(Status.valid_to).is_(None))).first()
        assert row
        row.trials = {"running": 99}
    with world.database.write() as work:
        assert rebuild(work) == 1


def test_versions_follow_one_another_without_gap_or_overlap(world: World) -> None:
    client = world.as_("leader")
    for number in range(12):
        _write(world, client, random.Random(number), number)
    with world.database.read() as work:
        rows = work.rows(
            columns(Status.department_id, Status.valid_from, Status.valid_to).order_by(
                col(Status.department_id), col(Status.valid_from)
            )
        )
    for before, after in itertools.pairwise(rows):
        if before.department_id == after.department_id:
            assert before.valid_to == after.valid_from
        else:
            assert before.valid_to is None
    assert len(rows) > 5


def test_a_broken_chain_is_found(world: World) -> None:
    _write(world, world.as_("leader"), random.Random(3), 1)
    with world.database.write() as work:
        chain = work.one(columns(AuditChain.chain_id).order_by(col(AuditChain.number).desc()))[0]
        from trinvis.core.audit import AuditEvent

        event = work.session.exec(select(AuditEvent).where(AuditEvent.chain_id == chain)).first()
        assert event
        event.what = "something.else"
        work.session.flush()
        assert broken_link(work.session, chain) == event.number
