"""What has a date and waits for me: the rows of the front page, one kind after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import col

from trinvis.access import TABLE, Actor, May, reach
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import subtree
from trinvis.departments.tables import Department
from trinvis.followups.rules import overdue
from trinvis.followups.tables import Agreement, AgreementState, FollowUp, FollowUpState
from trinvis.journeys.tables import SessionPlace, SessionState, StepSession, SupportRequest, SupportState
from trinvis.meetings.queries import due, kept_by
from trinvis.trial_actions.rules import title_of
from trinvis.trial_actions.tables import State, TrialAction

MOST = 50


@dataclass(frozen=True, slots=True)
class Acts:
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


def ref(row: Any) -> dict[str, Any]:
    """Department of a row, as replies carry it."""
    return {"id": row.department_id, "name": row.department}


def line(kind: str, row: Any, day: date, title: str, today: date, about: str | None = None) -> dict[str, Any]:
    """One thing with a date; late only where somebody promised it for a day."""
    late = overdue(day, today) if kind in ("follow_up", "evaluate", "agreement") else False
    return {
        "kind": kind,
        "id": row.id,
        "date": day,
        "overdue": late,
        "department": ref(row),
        "title": title,
        "about": about,
    }


def follow_ups(work: Transaction, at: Acts, until: date, today: date) -> list[dict[str, Any]]:
    """Planned follow-ups: mine, nobody's where I record, and late ones where I lead."""
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
        line(
            "follow_up",
            row,
            row.due,
            row.question,
            today,
            title_of(row.title, row.change) if row.change else row.what,
        )
        for row in rows
    ]


def agreements(work: Transaction, me: Actor) -> Sequence[Any]:
    """Open agreements that I own."""
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


def trials(work: Transaction, at: Acts) -> Sequence[Any]:
    """Trials that I own, and those that wait for a decision where I decide."""
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
                and_(col(TrialAction.state) == State.TRIED, at.near(May.DECIDE)),
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


def due_trials(rows: Sequence[Any], me: Actor, until: date, today: date) -> list[dict[str, Any]]:
    """What of those trials waits for whom until the day."""
    found = []
    for row in rows:
        title = title_of(row.title, row.change)
        if row.state == State.TRIED:
            found.append(line("evaluate", row, row.evaluate_on or row.ends_on, title, today))
        elif row.state == State.RUNNING and row.owner_id == me.person_id and row.ends_on <= until:
            found.append(line("trial_end", row, row.ends_on, title, today))
        elif row.state == State.DRAFT and row.suggested_by and row.suggested_by != me.person_id:
            found.append(line("suggestion", row, clock.day_of(row.created_at), title, today))
    return [line for line in found if line["date"] <= until]


def sessions(work: Transaction, at: Acts, until: date, today: date) -> list[dict[str, Any]]:
    """Planned sessions that I may hold or lead, each once."""
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
        once.setdefault(row.id, line("session", row, row.day, row.title or row.forum, today, row.forum))
    return list(once.values())


def help_wanted(work: Transaction, at: Acts, today: date) -> list[dict[str, Any]]:
    """Wishes that nobody has answered yet."""
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
    return [line("help", row, row.wanted_on, row.wish, today) for row in rows]


def meetings(work: Transaction, at: Acts, until: date, today: date) -> list[dict[str, Any]]:
    """Meetings that I keep: those to come, and those whose decisions are yet to be written."""
    nodes = kept_by(at.me)
    if not nodes:
        return []
    return [
        line("decisions" if row.lacks else "meeting", row, row.on, row.committee, today)
        for row in due(work, nodes, until, today)
    ]
