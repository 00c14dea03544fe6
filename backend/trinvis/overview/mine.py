"""What needs me now: the front page of each role, due first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlalchemy import and_, or_
from sqlmodel import col

from trinvis.access import TABLE, Actor, May, reach
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import DepartmentRef, subtree
from trinvis.departments.tables import Department, Walks
from trinvis.followups.rules import overdue
from trinvis.followups.tables import Agreement, AgreementState, FollowUp, FollowUpState
from trinvis.journeys.queries import steps_of
from trinvis.journeys.tables import SessionPlace, SessionState, StepSession, SupportRequest, SupportState
from trinvis.overview.queries import or_nothing, snapshots
from trinvis.overview.rules import current_step
from trinvis.trial_actions.rules import title_of
from trinvis.trial_actions.tables import State, TrialAction

router = APIRouter(prefix="/api/overview", tags=["overview"])

AHEAD = timedelta(days=14)
"""How far ahead the front page looks."""
MOST = 50
FEW = 12
"""More departments than this are not listed on the front page: HR has the overview for that."""


class Due(Out):
    """Something with a date; `id` is the record of its `kind`."""

    kind: Literal["follow_up", "evaluate", "trial_end", "agreement", "session", "suggestion", "help"]
    id: UUID
    date: date
    overdue: bool
    department: DepartmentRef
    title: str
    about: str | None


class MyDepartment(Out):
    """A department of mine: where it stands and what its current step lacks."""

    department: DepartmentRef
    round: int
    planned_start: str | None
    step: int
    states: list[str]
    missing: list[dict[str, Any]]
    running: int
    next_date: date | None


class MyTrial(Out):
    """A trial action that I own and that is not over."""

    id: UUID
    title: str
    state: str
    department: DepartmentRef
    evaluate_on: date | None


class MyAgreement(Out):
    """An agreement that I own and that is open."""

    id: UUID
    what: str
    due: date
    department: DepartmentRef


class Mine(Out):
    """The front page."""

    today: date
    due: list[Due]
    departments: list[MyDepartment]
    departments_count: int
    trials: list[MyTrial]
    agreements: list[MyAgreement]


@dataclass(frozen=True, slots=True)
class _Reach:
    """Where the actor acts: conditions on `Department`, per permission, by roles held close by."""

    me: Actor

    def near(self, may: May) -> Any:
        """Nodes where a role of mine grants this; the hospital's roles (HR) are not meant."""
        paths = [
            g.path
            for g in self.me.grants
            if may in TABLE[g.role] and May.READ in TABLE[g.role] and May.SUPPORT not in TABLE[g.role]
        ]
        return or_(False, *(subtree(path) for path in paths))

    def anywhere(self, may: May) -> Any:
        """Nodes in reach of the permission."""
        return or_(False, *(subtree(path) for path in reach(self.me, may)))


def _ref(row: Any) -> dict[str, Any]:
    return {"id": row.department_id, "name": row.department}


def _line(
    kind: str, row: Any, day: date, title: str, today: date, about: str | None = None
) -> dict[str, Any]:
    late = overdue(day, today) if kind in ("follow_up", "evaluate", "agreement") else False
    return {
        "kind": kind,
        "id": row.id,
        "date": day,
        "overdue": late,
        "department": _ref(row),
        "title": title,
        "about": about,
    }


def _follow_ups(work: Transaction, at: _Reach, until: date, today: date) -> list[dict[str, Any]]:
    rows = work.rows(
        columns(
            FollowUp.id,
            FollowUp.due,
            FollowUp.question,
            FollowUp.department_id,
            col(Department.name).label("department"),
            TrialAction.title,
            TrialAction.change,
            Agreement.what,
        )
        .join(Department, col(Department.id) == FollowUp.department_id)
        .outerjoin(TrialAction, col(TrialAction.id) == FollowUp.trial_action_id)
        .outerjoin(Agreement, col(Agreement.id) == FollowUp.agreement_id)
        .where(
            FollowUp.state == FollowUpState.PLANNED,
            col(FollowUp.due) <= until,
            or_(
                col(FollowUp.owner_id) == at.me.person_id,
                and_(at.near(May.RECORD), col(FollowUp.owner_id).is_(None)),
                # What waits for somebody else shows to whoever leads once it is late.
                and_(at.near(May.DECIDE), col(FollowUp.due) < today),
            ),
        )
        .order_by(col(FollowUp.due), col(FollowUp.id))
        .limit(MOST)
    )
    return [
        _line(
            "follow_up",
            row,
            row.due,
            row.question,
            today,
            title_of(row.title, row.change) if row.change else row.what,
        )
        for row in rows
    ]


def _agreements(work: Transaction, me: Actor) -> Sequence[Any]:
    return work.rows(
        columns(
            Agreement.id,
            Agreement.due,
            Agreement.what,
            Agreement.department_id,
            col(Department.name).label("department"),
        )
        .join(Department, col(Department.id) == Agreement.department_id)
        .where(Agreement.state == AgreementState.OPEN, Agreement.owner_id == me.person_id)
        .order_by(col(Agreement.due), col(Agreement.id))
        .limit(MOST)
    )


def _trials(work: Transaction, at: _Reach) -> Sequence[Any]:
    return work.rows(
        columns(
            TrialAction.id,
            TrialAction.state,
            TrialAction.title,
            TrialAction.change,
            TrialAction.owner_id,
            TrialAction.evaluate_on,
            TrialAction.ends_on,
            TrialAction.suggested_by,
            TrialAction.created_at,
            TrialAction.department_id,
            col(Department.name).label("department"),
        )
        .join(Department, col(Department.id) == TrialAction.department_id)
        .where(
            or_(
                and_(
                    col(TrialAction.state).in_([State.DRAFT, State.PLANNED, State.RUNNING, State.TRIED]),
                    col(TrialAction.owner_id) == at.me.person_id,
                ),
                and_(TrialAction.state == State.TRIED, at.near(May.DECIDE)),
                and_(
                    col(TrialAction.state) == State.DRAFT,
                    col(TrialAction.suggested_by).is_not(None),
                    col(TrialAction.suggested_by) != at.me.person_id,
                    at.near(May.DECIDE),
                ),
            )
        )
        .order_by(col(TrialAction.id))
        .limit(MOST)
    )


def _due_trials(rows: Sequence[Any], me: Actor, until: date, today: date) -> list[dict[str, Any]]:
    found = []
    for row in rows:
        title = title_of(row.title, row.change)
        if row.state == State.TRIED:
            found.append(_line("evaluate", row, row.evaluate_on or row.ends_on, title, today))
        elif row.state == State.RUNNING and row.owner_id == me.person_id and row.ends_on <= until:
            found.append(_line("trial_end", row, row.ends_on, title, today))
        elif row.state == State.DRAFT and row.suggested_by and row.suggested_by != me.person_id:
            found.append(_line("suggestion", row, clock.day_of(row.created_at), title, today))
    return [line for line in found if line["date"] <= until]


def _sessions(work: Transaction, at: _Reach, until: date, today: date) -> list[dict[str, Any]]:
    rows = work.rows(
        columns(
            StepSession.id,
            StepSession.day,
            StepSession.forum,
            StepSession.title,
            SessionPlace.department_id,
            col(Department.name).label("department"),
        )
        .join(SessionPlace, col(SessionPlace.session_id) == StepSession.id)
        .join(Department, col(Department.id) == SessionPlace.department_id)
        .where(
            StepSession.state == SessionState.PLANNED,
            col(StepSession.day) <= until,
            or_(at.near(May.HOLD_SESSIONS), col(StepSession.led_by) == at.me.person_id),
        )
        .order_by(col(StepSession.day), col(StepSession.id))
        .limit(MOST)
    )
    once: dict[UUID, dict[str, Any]] = {}
    for row in rows:
        once.setdefault(row.id, _line("session", row, row.day, row.title or row.forum, today, row.forum))
    return list(once.values())


def _help(work: Transaction, at: _Reach, today: date) -> list[dict[str, Any]]:
    rows = work.rows(
        columns(
            SupportRequest.id,
            SupportRequest.wanted_on,
            SupportRequest.wish,
            SupportRequest.department_id,
            col(Department.name).label("department"),
        )
        .join(Department, col(Department.id) == SupportRequest.department_id)
        .where(SupportRequest.state == SupportState.WANTED, at.anywhere(May.SUPPORT))
        .order_by(col(SupportRequest.wanted_on))
        .limit(MOST)
    )
    return [_line("help", row, row.wanted_on, row.wish, today) for row in rows]


def _departments(work: Transaction, at: _Reach, covers: Sequence[str]) -> tuple[list[dict[str, Any]], int]:
    nodes = work.rows(
        columns(
            Department.id, Department.name, Department.round, Department.journey_id, Department.planned_start
        )
        .where(at.anywhere(May.READ), Department.walks == Walks.WALKS, col(Department.closed_on).is_(None))
        .order_by(col(Department.position))
    )
    if len(nodes) > FEW:
        return [], len(nodes)
    rows = snapshots(work, [node.id for node in nodes])
    steps = steps_of(work, [node.journey_id for node in nodes if node.journey_id], covers)
    found = []
    for node in nodes:
        row = or_nothing(rows, node.id)
        step = current_step(row.steps)
        found.append(
            {
                "department": {"id": node.id, "name": node.name},
                "round": node.round,
                "planned_start": node.planned_start,
                "step": step,
                "states": [state for state, _ in row.steps],
                "missing": list(steps[node.journey_id][step - 1].missing) if node.journey_id else [],
                "running": row.trials.get("running", 0),
                "next_date": row.next_date,
            }
        )
    return found, len(nodes)


@router.get("/mine", response_model=Mine)
def mine(request: Request, me: Me, work: Tx) -> Response:
    """Due first and oldest first, then my departments, then what I have promised."""
    today = clock.today()
    until = today + AHEAD
    at = _Reach(me)
    trials, agreements = _trials(work, at), _agreements(work, me)
    due = [
        *_follow_ups(work, at, until, today),
        *_due_trials(trials, me, until, today),
        *(_line("agreement", row, row.due, row.what, today) for row in agreements if row.due <= until),
        *_sessions(work, at, until, today),
        *(_help(work, at, today) if reach(me, May.SUPPORT) else []),
    ]
    departments, count = _departments(work, at, request.app.state.pack.cover_keys())
    return reply(
        {
            "today": today,
            "due": sorted(due, key=lambda line: (line["date"], str(line["id"]))),
            "departments": departments,
            "departments_count": count,
            "trials": [
                {
                    "id": row.id,
                    "title": title_of(row.title, row.change),
                    "state": row.state,
                    "department": _ref(row),
                    "evaluate_on": row.evaluate_on,
                }
                for row in trials
                if row.owner_id == me.person_id
            ],
            "agreements": [
                {"id": row.id, "what": row.what, "due": row.due, "department": _ref(row)}
                for row in agreements
            ],
        }
    )
