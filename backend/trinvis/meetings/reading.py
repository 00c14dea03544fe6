"""Meetings as replies show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, false, or_
from sqlmodel import col

from trinvis.access import Actor, May, Place, allowed, reach, require
from trinvis.core import clock
from trinvis.core.db import Transaction, columns
from trinvis.departments.queries import PLACE, Node, place_of, subtree, within
from trinvis.departments.tables import Department
from trinvis.errors import invalid
from trinvis.meetings import queries, rules
from trinvis.meetings.rules import READS, Committee, MeetingState
from trinvis.meetings.tables import Meeting

_ITEM = ("id", "position", "title", "asks", "recommendation", "account", "decision", "decided_on", "version")


def item(row: Any) -> dict[str, Any]:
    """An item as replies carry it."""
    return {name: getattr(row, name) for name in _ITEM}


def meeting(work: Transaction, me: Actor, meeting_id: UUID) -> dict[str, Any]:
    """A meeting with its items and the last decisions. Raises NOT_FOUND for who may not read it."""
    row = queries.meeting(work, meeting_id)
    here = place_of(row.department_id, row)
    require(me, READS[Committee(row.committee)], here, known_by=READS[Committee(row.committee)])
    before = queries.former(work, row.department_id, row.committee, row.on)
    lines = queries.items(work, [row.id, *([before.id] if before else [])])
    keeps = May.KEEP_MEETINGS in allowed(me, here)
    return {
        **{name: getattr(row, name) for name in ("id", "committee", "on", "papers_as_of", "state", "note")},
        "department": {"id": row.department_id, "name": row.name},
        "items": [item(line) for line in lines if line.meeting_id == row.id],
        "former": _former(before, lines),
        "since": (before.papers_as_of or before.on) if before else None,
        "can": rules.moves(MeetingState(row.state), row.on, clock.today()) if keeps else (),
        "version": row.version,
    }


def _former(row: Any, lines: Sequence[Any]) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "id": row.id, "on": row.on, "papers_as_of": row.papers_as_of,
        "items": [item(line) for line in lines if line.meeting_id == row.id and line.decision],
    }


def committee(me: Actor, here: Node) -> Committee:
    """The committee of the node, if the actor may read its meetings; refuses as if there were none."""
    found = rules.committee_at(here.place) or Committee.LMU
    require(me, READS[found], here.place, known_by=READS[found])
    return found


def place(me: Actor, node_id: UUID, name: str, here: Place, which: Committee) -> dict[str, Any]:
    """The committee, and what the actor can do there."""
    plans = May.KEEP_MEETINGS in allowed(me, here) and rules.committee_at(here) == which
    return {
        "department": {"id": node_id, "name": name}, "committee": which, "can": ["plan"] if plans else [],
    }


def readable(me: Actor) -> Any:
    """A condition on `Meeting` beside its `Department`: the actor may read it."""
    return or_(
        and_(col(Meeting.committee) == Committee.HMU, within(reach(me, READS[Committee.HMU]))),
        and_(col(Meeting.committee) == Committee.LMU, within(reach(me, READS[Committee.LMU]))),
    )


def hospital(work: Transaction, me: Actor) -> Any:
    """The node whose HMU the actor may read of, or None: the top of the tree in her reach."""
    tops = [path for path in reach(me, READS[Committee.HMU]) if path.count("/") == 1]
    return work.first(
        columns(Department.id, Department.name, *(getattr(Department, name) for name in PLACE))
        .where(or_(false(), *(subtree(path) for path in tops)), col(Department.parent_id).is_(None))
        .order_by(col(Department.position))
        .limit(1)
    )


def brief(row: Any, counted: Any, today: date) -> dict[str, Any]:
    """A meeting in the list."""
    items, decided = (counted.items, counted.decided) if counted else (0, 0)
    lacks = row.on < today and (row.state == MeetingState.PLANNED or decided < items)
    return {
        **{name: getattr(row, name) for name in ("id", "committee", "on", "papers_as_of", "state")},
        "department": {"id": row.department_id, "name": row.name},
        "items": items, "decided": decided,
        "asked": lacks and row.state != MeetingState.CANCELLED,
    }


def page(
    work: Transaction, me: Actor, narrowed: Any, cursor: str | None, limit: int
) -> dict[str, Any]:
    """The page's meetings and where to go on."""
    wanted = (
        columns(
            *(getattr(Meeting, name) for name in (
                "id", "committee", "department_id", "on", "papers_as_of", "state",
            )),
            Department.name,
        )
        .join(Department, col(Department.id) == Meeting.department_id)
        .where(readable(me), narrowed)
        .order_by(col(Meeting.on).desc(), col(Meeting.id).desc())
    )
    if cursor is not None:
        day, last = _position(cursor)
        wanted = wanted.where(
            or_(col(Meeting.on) < day, and_(col(Meeting.on) == day, col(Meeting.id) < last))
        )
    rows = work.rows(wanted.limit(limit + 1))
    shown = rows[:limit]
    counts = {row.meeting_id: row for row in work.rows(queries.counted([row.id for row in shown]))}
    today = clock.today()
    return {
        "items": [brief(row, counts.get(row.id), today) for row in shown],
        "next": f"{shown[-1].on}_{shown[-1].id}" if len(rows) > limit else None,
    }


def _position(cursor: str) -> tuple[date, UUID]:
    day, _, last = cursor.partition("_")
    try:
        return date.fromisoformat(day), UUID(last)
    except ValueError as error:
        raise invalid("cursor", "unknown") from error
