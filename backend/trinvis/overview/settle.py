"""Settling: before COMMIT the touched departments' rows are recomputed, and kept if they changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.carrying import closed_hold_nothing
from trinvis.departments.tables import Department, Walks
from trinvis.experiences.queries import shared_by
from trinvis.followups.tables import Agreement, AgreementState, FollowUp, FollowUpLog, FollowUpState
from trinvis.journeys.queries import steps_of
from trinvis.journeys.tables import SessionPlace, SessionState, StepSession, SupportRequest, SupportState
from trinvis.overview.rules import COUNTED, NOTHING, Snapshot
from trinvis.overview.tables import Status
from trinvis.trial_actions.tables import State, TrialAction

OPEN_WISHES = (SupportState.WANTED, SupportState.AGREED)


def settle(work: Transaction, touched: frozenset[UUID]) -> None:
    """Bring the rows of the walking departments behind the touched nodes up to date.

    The department is locked first, in order of ids, and read only then: two writers that sum up
    the same department at once would otherwise each miss the other's change.
    """
    if not touched:
        return
    nodes = work.rows(
        columns(Department.id, Department.walking_id, Department.walks, Department.closed_on).where(
            col(Department.id).in_(touched)
        )
    )
    still = {node.id for node in nodes if node.walks != Walks.WALKS or node.closed_on is not None}
    settle_departments(work, {node.walking_id for node in nodes if node.walking_id} | _with_row(work, still))
    # Asked after the departments are locked: work that was begun while one was closed is seen here.
    closed_hold_nothing(work, [node.id for node in nodes])


def _with_row(work: Transaction, department_ids: set[UUID]) -> set[UUID]:
    """Those of the departments, none of which walks, that have a row all the same: it is to end."""
    if not department_ids:
        return set()
    standing = columns(Status.department_id).where(
        col(Status.department_id).in_(department_ids), col(Status.valid_to).is_(None)
    )
    return {row.department_id for row in work.rows(standing)}


def settle_departments(work: Transaction, department_ids: Iterable[UUID]) -> int:
    """Recompute these walking departments' rows; how many changed. Used by `settle` and by a rebuild.

    The row of a department that is closed, or walks no longer by itself, ends.
    """
    changed = 0
    for department_id in sorted(department_ids):
        department = work.locked(Department, department_id)
        if department.walks == Walks.WALKS and department.closed_on is None:
            changed += _keep(work, department_id, snapshot(work, department))
        else:
            changed += _end(work, department_id)
    return changed


def _end(work: Transaction, department_id: UUID) -> int:
    standing = work.session.exec(
        select(Status).where(Status.department_id == department_id, col(Status.valid_to).is_(None))
    ).first()
    if standing:
        standing.valid_to = clock.now()
        work.session.flush()
    return 1 if standing else 0


def _keep(work: Transaction, department_id: UUID, now: Snapshot) -> int:
    standing = work.session.exec(
        select(Status).where(Status.department_id == department_id, col(Status.valid_to).is_(None))
    ).first()
    values = _columns(now)
    if standing and all(getattr(standing, key) == value for key, value in values.items()):
        return 0
    moment = clock.now()
    if standing:
        standing.valid_to = moment
        work.session.flush()
    work.add(Status(department_id=department_id, valid_from=moment, **values))
    return 1


def _columns(row: Snapshot) -> dict[str, Any]:
    values = asdict(row)
    for number, (state, since) in enumerate(values.pop("steps"), 1):
        values[f"step{number}"], values[f"step{number}_on"] = state, since
    return values


def snapshot(work: Transaction, department: Department) -> Snapshot:
    """The department's row as the records say now, its following sections included."""
    beneath = columns(Department.id).where(Department.walking_id == department.id).scalar_subquery()
    steps: tuple[tuple[str, date | None], ...] = NOTHING.steps
    if department.journey_id:
        found = steps_of(work, [department.journey_id])[department.journey_id]
        steps = tuple((step.state, step.since) for step in found)
    trials, evaluate = _trials(work, beneath)
    held, session = _sessions(work, department)
    planned = work.first(
        columns(func.min(FollowUp.due)).where(
            col(FollowUp.department_id).in_(beneath), FollowUp.state == FollowUpState.PLANNED
        )
    )
    last = work.first(
        columns(func.max(FollowUpLog.held_on)).where(col(FollowUpLog.department_id).in_(beneath))
    )
    agreements = dict(
        tuple(row)
        for row in work.rows(
            columns(Agreement.state, func.count())
            .where(col(Agreement.department_id).in_(beneath))
            .group_by(Agreement.state)
        )
    )
    wish, wished_on = _wish(work, department.id)
    dates = [day for day in (planned[0] if planned else None, session, evaluate) if day]
    return Snapshot(
        round=department.round,
        planned_start=department.planned_start,
        steps=steps,
        sessions_held=held,
        trials=trials,
        agreements_open=agreements.get(AgreementState.OPEN, 0),
        agreements_done=agreements.get(AgreementState.DONE, 0),
        experiences_shared=shared_by(work, beneath),
        last_follow_up=last[0] if last else None,
        next_date=min(dates, default=None),
        help_wanted=wish,
        help_wanted_on=wished_on,
    )


def _trials(work: Transaction, beneath: Any) -> tuple[dict[str, int], Any]:
    counts = dict.fromkeys(COUNTED, 0)
    evaluate = None
    rows = work.rows(
        columns(TrialAction.state, TrialAction.decision, func.count(), func.min(TrialAction.evaluate_on))
        .where(col(TrialAction.department_id).in_(beneath), TrialAction.state != State.DRAFT)
        .group_by(TrialAction.state, TrialAction.decision)
    )
    for state, decision, count, earliest in rows:
        counts[state] += count
        if state == State.EVALUATED and decision:
            counts[decision] += count
        if state in (State.RUNNING, State.TRIED) and earliest:
            evaluate = min(evaluate, earliest) if evaluate else earliest
    return {key: count for key, count in counts.items() if count}, evaluate


def _sessions(work: Transaction, department: Department) -> tuple[int, Any]:
    rows = work.rows(
        columns(StepSession.state, func.count(), func.min(StepSession.day))
        .join(SessionPlace, col(SessionPlace.session_id) == StepSession.id)
        .where(SessionPlace.journey_id == department.journey_id)
        .group_by(StepSession.state)
    )
    by_state = {row[0]: row for row in rows}
    held, planned = by_state.get(SessionState.HELD), by_state.get(SessionState.PLANNED)
    return held[1] if held else 0, planned[2] if planned else None


def _wish(work: Transaction, department_id: UUID) -> tuple[str | None, Any]:
    """The oldest open wish that HMU may see; whether others are open is HR's and the centre's number."""
    row = work.first(
        columns(SupportRequest.wish, SupportRequest.wanted_on)
        .where(
            SupportRequest.department_id == department_id,
            col(SupportRequest.state).in_(OPEN_WISHES),
            col(SupportRequest.visible_to_hmu),
        )
        .order_by(col(SupportRequest.wanted_on), col(SupportRequest.id))
    )
    return (row.wish, row.wanted_on) if row else (None, None)


def rebuild(work: Transaction) -> int:
    """Recompute every walking department's row; how many did not fit their records."""
    walking = work.session.scalars(
        columns(Department.id).where(Department.walks == Walks.WALKS, col(Department.closed_on).is_(None))
    )
    rows = work.session.scalars(columns(Status.department_id).where(col(Status.valid_to).is_(None)))
    return settle_departments(work, {*walking, *rows})
