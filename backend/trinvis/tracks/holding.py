"""Talks and courses that are planned, as hand-overs ask for them: whoever was to hold one may leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col

from trinvis.core.db import Transaction, columns
from trinvis.departments.carrying import OpenWork
from trinvis.errors import Code, Refused
from trinvis.tracks.rules import Held
from trinvis.tracks.tables import Course, Talk


class PlannedTalks:
    """Talks that lie ahead; one to a forum without a title of its own is called by the forum's key."""

    kind = "talk"

    def open_work(self, work: Transaction, departments: Any) -> Sequence[OpenWork]:
        """Planned talks that are kept at these nodes, by date."""
        return _found(work, Talk, self.kind, col(Talk.department_id).in_(departments))

    def owned_by(self, work: Transaction, person_id: UUID) -> Sequence[OpenWork]:
        """Planned talks that this person is to hold."""
        return _found(work, Talk, self.kind, Talk.held_by == person_id)

    def hand_over(self, work: Transaction, record_id: UUID, to: UUID | None) -> OpenWork:
        """Let somebody else hold it; as it was before."""
        before, facts = _given(work, Talk, self.kind, record_id, to)
        work.record("talk.handed_over", self.kind, record_id, before.department_id, former=None, **facts)
        return before


class PlannedCourses:
    """Courses that lie ahead."""

    kind = "course"

    def open_work(self, work: Transaction, departments: Any) -> Sequence[OpenWork]:
        """Planned courses that are kept at these nodes, by date."""
        return _found(work, Course, self.kind, col(Course.department_id).in_(departments))

    def owned_by(self, work: Transaction, person_id: UUID) -> Sequence[OpenWork]:
        """Planned courses that this person is to hold."""
        return _found(work, Course, self.kind, Course.held_by == person_id)

    def hand_over(self, work: Transaction, record_id: UUID, to: UUID | None) -> OpenWork:
        """Let somebody else hold it; as it was before."""
        before, facts = _given(work, Course, self.kind, record_id, to)
        work.record("course.handed_over", self.kind, record_id, before.department_id, former=None, **facts)
        return before


def _found(work: Transaction, table: Any, kind: str, condition: Any) -> list[OpenWork]:
    names = ("id", "department_id", "title", "held_by", "on", "state", *(["forum"] if table is Talk else []))
    rows = work.rows(
        columns(*(getattr(table, name).label(name) for name in names))
        .where(table.state == Held.PLANNED, condition)
        .order_by(col(table.on), col(table.id))
    )
    return [_line(kind, row) for row in rows]


def _line(kind: str, row: Any) -> OpenWork:
    title = row.title or row.forum
    return OpenWork(kind, row.id, row.department_id, title, row.held_by, row.on, row.state)


def _given(
    work: Transaction, table: Any, kind: str, record_id: UUID, to: UUID | None
) -> tuple[OpenWork, dict[str, object]]:
    """The record as it was, and what its history says of the change."""
    row = work.locked(table, record_id)
    if row.state != Held.PLANNED:
        raise Refused(Code.WRONG_STATE, state=row.state, kind=kind, id=str(record_id))
    before, row.held_by = _line(kind, row), to
    row.version += 1
    return before, {
        "changed": ["held_by"], "from": {"held_by": before.owner_id}, "to": {"held_by": to},
    }  # fmt: skip
