"""What needs me now: the front page of each role, due first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlmodel import col

from trinvis.access import May, reach
from trinvis.accounts.shapes import ToldLine
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import DepartmentRef
from trinvis.departments.tables import Department, Walks
from trinvis.experiences.queries import borrowed_from_me
from trinvis.journeys.queries import steps_of
from trinvis.overview.due import (
    Acts,
    agreements,
    due_trials,
    follow_ups,
    help_wanted,
    line,
    meetings,
    ref,
    sessions,
    trials,
)
from trinvis.overview.promises import handed_to_me, unowned
from trinvis.overview.queries import or_nothing, snapshots
from trinvis.overview.rules import current_step
from trinvis.trial_actions.rules import title_of

router = APIRouter(prefix="/api/overview", tags=["overview"])

AHEAD = timedelta(days=14)
"""How far ahead the front page looks."""
FEW = 12
"""More departments than this are not listed on the front page: HR has the overview for that."""


class Due(Out):
    """Something with a date; `id` is the record of its `kind`."""

    kind: Literal[
        "follow_up", "evaluate", "trial_end", "agreement", "session", "suggestion", "help", "meeting",
        "decisions",
    ]
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


class UnownedCount(Out):
    """How much stands *uden tovholder* at a node of my role and beneath it."""

    department: DepartmentRef
    count: int


class BorrowedLine(Out):
    """Somebody else tries what I told of or own: `experience_id` where it was shared, else `trial_id`."""

    id: UUID
    trial_id: UUID | None
    experience_id: UUID | None
    title: str
    on: date


class Mine(Out):
    """The front page."""

    today: date
    due: list[Due]
    departments: list[MyDepartment]
    departments_count: int
    trials: list[MyTrial]
    agreements: list[MyAgreement]
    unowned: list[UnownedCount]
    handed_to_me: list[ToldLine]
    borrowed: list[BorrowedLine]


def _departments(work: Transaction, at: Acts, covers: Sequence[str]) -> tuple[list[dict[str, Any]], int]:
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
    at = Acts(me)
    acting, promised = trials(work, at), agreements(work, me)
    due = [
        *follow_ups(work, at, until, today),
        *due_trials(acting, me, until, today),
        *(line("agreement", row, row.due, row.what, today) for row in promised if row.due <= until),
        *sessions(work, at, until, today),
        *meetings(work, at, until, today),
        *(help_wanted(work, at, today) if reach(me, May.SUPPORT) else []),
    ]
    departments, count = _departments(work, at, request.app.state.pack.cover_keys())
    return reply(
        {
            "today": today,
            "due": sorted(due, key=lambda one: (one["date"], str(one["id"]))),
            "departments": departments,
            "departments_count": count,
            "trials": [
                {
                    "id": row.id,
                    "title": title_of(row.title, row.change),
                    "state": row.state,
                    "department": ref(row),
                    "evaluate_on": row.evaluate_on,
                }
                for row in acting
                if row.owner_id == me.person_id
            ],
            "agreements": [
                {"id": row.id, "what": row.what, "due": row.due, "department": ref(row)} for row in promised
            ],
            "unowned": unowned(work, me),
            "handed_to_me": handed_to_me(work, me),
            "borrowed": borrowed_from_me(work, me),
        }
    )
