"""Questions to the committees' meetings that other rooms ask too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, literal, select
from sqlmodel import col

from trinvis.access import Actor, May, Place, allowed
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import PLACE
from trinvis.departments.tables import Department
from trinvis.meetings.rules import Sitting
from trinvis.meetings.tables import Committee, Meeting, MeetingItem, MeetingState, YearlyDiscussion

_MEETING = (
    "id", "committee", "department_id", "on", "papers_as_of", "state", "note", "version",
)
_ITEM = (
    "id", "meeting_id", "position", "title", "asks", "recommendation", "account", "decision", "decided_on",
    "version",
)  # fmt: skip
YEARLY = ("goals", "met", "next_goals", "follow_up")
"""The parts of a yearly discussion, in the order they are read."""


def meeting(work: Transaction, meeting_id: UUID) -> Any:
    """The meeting's row with its department (`name`, and the columns of `PLACE`). Raises NOT_FOUND."""
    return work.one(
        columns(
            *(getattr(Meeting, name) for name in _MEETING),
            *(getattr(Department, name) for name in ("name", *PLACE)),
        )
        .join(Department, col(Department.id) == Meeting.department_id)
        .where(Meeting.id == meeting_id)
    )


def items(work: Transaction, meeting_ids: Sequence[UUID]) -> Sequence[Any]:
    """The items of these meetings, each meeting's in its agenda's order."""
    return work.rows(
        columns(*(getattr(MeetingItem, name) for name in _ITEM))
        .where(col(MeetingItem.meeting_id).in_(meeting_ids))
        .order_by(col(MeetingItem.meeting_id), col(MeetingItem.position))
    )


def former(work: Transaction, department_id: UUID, committee: str, before: date) -> Any:
    """The committee's last meeting before a day (`id`, `on`, `papers_as_of`), or None; no cancelled one."""
    return work.first(
        columns(Meeting.id, Meeting.on, Meeting.papers_as_of)
        .where(
            Meeting.department_id == department_id,
            Meeting.committee == committee,
            Meeting.state != MeetingState.CANCELLED,
            col(Meeting.on) < before,
        )
        .order_by(col(Meeting.on).desc(), col(Meeting.id).desc())
        .limit(1)
    )


def since_former(work: Transaction, department_id: UUID, committee: str, before: date) -> date | None:
    """The day up to which the committee was told at its last meeting before a day; None: there was none."""
    row = former(work, department_id, committee, before)
    return Sitting(row.on, row.papers_as_of).seen if row else None


def last_hmu(work: Transaction, paths: Sequence[str], seen: date) -> Sitting | None:
    """The last meeting before a day of the HMU at the top of these departments' paths, if there was one."""
    return _last(work, Committee.HMU, {UUID(path.split("/")[0]) for path in paths}, seen)


def last_lmu(work: Transaction, walking_id: UUID, seen: date) -> Sitting | None:
    """The last meeting before a day of the LMU where a department walks, if there was one."""
    return _last(work, Committee.LMU, {walking_id}, seen)


def _last(work: Transaction, committee: Committee, nodes: set[UUID], seen: date) -> Sitting | None:
    row = work.first(
        columns(Meeting.on, Meeting.papers_as_of)
        .where(
            col(Meeting.department_id).in_(nodes),
            Meeting.committee == committee,
            Meeting.state != MeetingState.CANCELLED,
            col(Meeting.on) < seen,
        )
        .order_by(col(Meeting.on).desc(), col(Meeting.id).desc())
        .limit(1)
    )
    return Sitting(row.on, row.papers_as_of) if row else None


def kept_by(me: Actor) -> list[UUID]:
    """The nodes whose committee's meetings the actor keeps."""
    return [
        grant.node_id
        for grant in me.grants
        if May.KEEP_MEETINGS in allowed(me, Place(grant.node_id, grant.path))
    ]


def due(work: Transaction, nodes: Sequence[UUID], until: date, today: date) -> Sequence[Any]:
    """Meetings at these nodes that are to come until the day, or whose decisions nobody has written.

    Rows: `id`, `on`, `committee`, `department_id`, `department`, `lacks` (True: decisions are asked for).
    """
    open_item = exists(
        select(literal(1)).where(
            col(MeetingItem.meeting_id) == Meeting.id, col(MeetingItem.decision).is_(None)
        )
    )
    return work.rows(
        columns(
            Meeting.id,
            Meeting.on,
            Meeting.committee,
            Meeting.department_id,
            col(Department.name).label("department"),
            (col(Meeting.on) < today).label("lacks"),
        )
        .join(Department, col(Department.id) == Meeting.department_id)
        .where(
            col(Meeting.department_id).in_(nodes),
            col(Department.closed_on).is_(None),
            ((col(Meeting.state) == MeetingState.PLANNED) & (col(Meeting.on) <= until))
            | ((col(Meeting.state) == MeetingState.HELD) & open_item),
        )
        .order_by(col(Meeting.on), col(Meeting.id))
    )


def counted(meeting_ids: Any) -> Any:
    """A select: `meeting_id`, `items`, `decided` of these meetings (ids, or a select of ids)."""
    return (
        select(
            col(MeetingItem.meeting_id),
            func.count().label("items"),
            func.count(col(MeetingItem.decision)).label("decided"),
        )
        .where(col(MeetingItem.meeting_id).in_(meeting_ids))
        .group_by(col(MeetingItem.meeting_id))
    )


def yearly(work: Transaction, department_id: UUID, committee: str, year: int) -> Any:
    """The committee's yearly discussion (`id`, `year`, the parts, `version`), or None."""
    return work.first(
        columns(
            YearlyDiscussion.id, YearlyDiscussion.year, YearlyDiscussion.version,
            *(getattr(YearlyDiscussion, name) for name in YEARLY),
        )
        .where(
            YearlyDiscussion.department_id == department_id,
            YearlyDiscussion.committee == committee,
            YearlyDiscussion.year == year,
        )
    )
