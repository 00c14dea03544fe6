"""What an experience comes from: a trial, a session, a course or a round that the department took part in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import col

from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import Node
from trinvis.errors import Code, Refused
from trinvis.experiences import rules
from trinvis.experiences.rules import Origin
from trinvis.journeys.tables import Journey, SessionPlace, SessionState, StepSession
from trinvis.tracks.rules import Held
from trinvis.tracks.tables import Course
from trinvis.trial_actions.rules import title_of
from trinvis.trial_actions.tables import TrialAction, TrialPlace


@dataclass(frozen=True, slots=True)
class Source:
    """The record, in words of its own: `text` has what the experience may begin with."""

    kind: Origin
    id: UUID
    title: str | None = None
    on: date | None = None
    number: int | None = None
    forum: str | None = None
    ready: bool = True
    text: dict[str, Any] = field(default_factory=dict)


def source(work: Transaction, here: Node, kind: Origin, record_id: UUID) -> Source:
    """The record, if the department has a part in it. Raises `Refused(NOT_FOUND)`."""
    return _FIND[kind](work, here, record_id)


def require_ready(found: Source) -> None:
    """Refuse what has not happened yet. Raises `Refused(WRONG_STATE)`."""
    if not found.ready:
        raise Refused(Code.WRONG_STATE, kind=found.kind, move="tell")


def _trial(work: Transaction, here: Node, record_id: UUID) -> Source:
    there = select(col(TrialPlace.trial_action_id)).where(col(TrialPlace.department_id) == here.id)
    t = TrialAction
    row = work.one(
        columns(
            t.title, t.change, t.state, t.started_at, t.happened, t.surprises, t.learning, t.factors, t.tools,
            t.ends_on,
        ).where(
            col(t.id) == record_id, or_(col(t.department_id) == here.id, col(t.id).in_(there))
        )
    )  # fmt: skip
    did = "\n".join(text for text in (row.happened, row.surprises) if text)
    text = {
        "title": title_of(row.title, row.change), "did": did, "learned": row.learning or "",
        "factors": row.factors, "tools": row.tools,
    }
    begun = row.state in rules.BEGUN or row.started_at is not None
    return Source(
        Origin.TRIAL_ACTION, record_id, text["title"], row.ends_on, ready=begun, text=text
    )  # fmt: skip


def _session(work: Transaction, here: Node, record_id: UUID) -> Source:
    s = StepSession
    row = work.one(
        columns(s.title, s.forum, s.day, s.state)
        .join(SessionPlace, col(SessionPlace.session_id) == s.id)
        .where(col(s.id) == record_id, col(SessionPlace.department_id) == here.id)
    )
    return Source(
        Origin.SESSION, record_id, row.title, row.day, forum=row.forum,
        ready=row.state == SessionState.HELD, text={"title": row.title or ""},
    )  # fmt: skip


def _course(work: Transaction, here: Node, record_id: UUID) -> Source:
    row = work.one(
        columns(Course.title, Course.on, Course.state).where(
            col(Course.id) == record_id, col(Course.department_id) == here.id
        )
    )
    ready = row.state == Held.HELD
    return Source(Origin.COURSE, record_id, row.title, row[1], ready=ready, text={"title": row.title})


def _round(work: Transaction, here: Node, record_id: UUID) -> Source:
    j = Journey
    row = work.one(
        columns(j.round, j.started_on, j.ended_on, j.factors).where(
            col(j.id) == record_id, col(j.department_id) == here.id
        )
    )
    return Source(
        Origin.ROUND, record_id, None, row.ended_on or row.started_on, number=row.round,
        text={"factors": row.factors},
    )  # fmt: skip


_FIND = {
    Origin.TRIAL_ACTION: _trial,
    Origin.SESSION: _session,
    Origin.COURSE: _course,
    Origin.ROUND: _round,
}
