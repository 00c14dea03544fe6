"""A department closes while others write there: what they began stands nowhere, or keeps it open."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlmodel import col

from tests.api.promises import in_days
from tests.api.tree import url
from tests.api.world import World
from trinvis.core import clock
from trinvis.core.db import columns
from trinvis.departments.tables import Department
from trinvis.followups.tables import Agreement
from trinvis.overview.settle import rebuild


@pytest.mark.parametrize("hand_to", [None, "A"])
def test_nothing_is_begun_at_a_department_that_has_closed(world: World, hand_to: str | None) -> None:
    leader, admin = world.as_("other_leader"), world.as_("admin")
    promise = {
        "department_id": world.id_("B"), "what": "Tavle", "owner_id": world.person("other_leader"),
        "due": in_days(7),
    }  # fmt: skip
    close = {"kind": "close", "effective_on": str(clock.today())}
    close |= {"hand_to": world.id_(hand_to)} if hand_to else {}

    def write(number: int) -> Any:
        if number == 4:
            return admin.post(url(world, "B"), json=close)
        return leader.post("/api/agreements", json=promise)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(write, range(9)))
    # 503: two waited for each other, and one was sent away to try again.
    assert {answer.status_code for answer in answers} <= {201, 403, 404, 409, 503}
    with world.database.write() as work:
        closed = columns(Department.id).where(col(Department.closed_on).is_not(None))
        open_there = columns(Agreement.id).where(
            col(Agreement.department_id).in_(closed), Agreement.state == "open"
        )
        assert work.rows(open_there) == []
        made = sum(answer.status_code == 201 for answer in answers) - (answers[4].status_code == 201)
        assert len(work.rows(columns(Agreement.id))) == made
        assert rebuild(work) == 0
