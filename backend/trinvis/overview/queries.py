"""Reading the status rows: as they stand, or as they stood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, or_
from sqlmodel import col

from trinvis.core.clock import COPENHAGEN
from trinvis.core.db import Transaction, columns
from trinvis.departments.tables import Succession
from trinvis.overview.rules import NOTHING, Snapshot
from trinvis.overview.tables import Status

_COLUMNS = (
    Status.department_id,
    Status.round,
    Status.planned_start,
    Status.step1,
    Status.step1_on,
    Status.step2,
    Status.step2_on,
    Status.step3,
    Status.step3_on,
    Status.sessions_held,
    Status.trials,
    Status.agreements_open,
    Status.agreements_done,
    Status.experiences_shared,
    Status.last_follow_up,
    Status.next_date,
    Status.help_wanted,
    Status.help_wanted_on,
)


def end_of(day: date) -> datetime:
    """The moment the Copenhagen day ends."""
    return datetime.combine(day + timedelta(days=1), time.min, COPENHAGEN)


def _snapshot(row: Row[Any]) -> Snapshot:
    return Snapshot(
        round=row.round,
        planned_start=row.planned_start,
        steps=((row.step1, row.step1_on), (row.step2, row.step2_on), (row.step3, row.step3_on)),
        sessions_held=row.sessions_held,
        trials=row.trials,
        agreements_open=row.agreements_open,
        agreements_done=row.agreements_done,
        experiences_shared=row.experiences_shared,
        last_follow_up=row.last_follow_up,
        next_date=row.next_date,
        help_wanted=row.help_wanted,
        help_wanted_on=row.help_wanted_on,
    )


def snapshots(work: Transaction, department_ids: Any, as_of: date | None = None) -> Mapping[UUID, Snapshot]:
    """Rows by department, now or as they stood at the end of a day; none where there was no row yet.

    `department_ids`: a list or a select of ids.
    """
    statement = columns(*_COLUMNS).where(col(Status.department_id).in_(department_ids))
    if as_of is None:
        statement = statement.where(col(Status.valid_to).is_(None))
    else:
        moment = end_of(as_of)
        statement = statement.where(
            col(Status.valid_from) < moment,
            or_(col(Status.valid_to).is_(None), col(Status.valid_to) >= moment),
        )
    return {row.department_id: _snapshot(row) for row in work.rows(statement)}


def or_nothing(rows: Mapping[UUID, Snapshot], department_id: UUID) -> Snapshot:
    """The department's row, or the empty one."""
    return rows.get(department_id, NOTHING)


def continued(
    work: Transaction, department_ids: Sequence[UUID], rows: Mapping[UUID, Snapshot]
) -> Mapping[UUID, Snapshot]:
    """The rows, and for departments that had none then, the row of the one they continue that was furthest.

    A department that two have become has not begun anew: what was so before is no news.
    """
    links = work.rows(
        columns(Succession.successor_id, Succession.predecessor_id).where(
            col(Succession.successor_id).in_([each for each in department_ids if each not in rows])
        )
    )
    found = dict(rows)
    for link in links:
        before, so_far = rows.get(link.predecessor_id), found.get(link.successor_id)
        if before and (so_far is None or _far(before) > _far(so_far)):
            found[link.successor_id] = before
    return found


def _far(row: Snapshot) -> tuple[int, int]:
    states = [state for state, _ in row.steps]
    return states.count("done"), states.count("in_progress")
