"""Changes of the tree as replies show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Text, Uuid, case, column, or_, table
from sqlmodel import col

from trinvis.access import Actor, May, allowed, reach
from trinvis.core.db import Transaction, columns
from trinvis.departments.motion.asked import from_kept
from trinvis.departments.queries import PLACE, place_of, within
from trinvis.departments.tables import ChangeState, Department, TreeChange
from trinvis.errors import Code, Refused

PERSON = table("person", column("id", Uuid), column("name", Text))
"""Names by the table's name: their room stands above this one and is not imported."""

_KEPT = (
    "id", "kind", "state", "effective_on", "wanted", "outcome", "created_by", "created_at", "ended_at",
    "version",
)  # fmt: skip


def _select() -> Any:
    return (
        columns(
            *(getattr(TreeChange, name) for name in _KEPT),
            TreeChange.department_id,
            Department.name,
            *(getattr(Department, name) for name in PLACE),
            PERSON.c.name.label("by"),
        )
        .join(Department, col(Department.id) == TreeChange.department_id)
        .outerjoin(PERSON, PERSON.c.id == TreeChange.created_by)
    )


def change(work: Transaction, me: Actor, change_id: UUID) -> dict[str, Any]:
    """The change. Raises `Refused(NOT_FOUND)` unless the actor manages the tree there."""
    row = work.one(_select().where(TreeChange.id == change_id))
    if May.MANAGE_TREE not in allowed(me, place_of(row.department_id, row)):
        raise Refused(Code.NOT_FOUND)
    return _told(work, me, [row])[0]


def changes(
    work: Transaction,
    me: Actor,
    *,
    state: ChangeState | None,
    department: UUID | None,
    cursor: UUID | None,
    limit: int,
) -> dict[str, Any]:
    """A page of the changes of nodes that the actor manages: those that wait first, then newest first."""
    statement = _select().where(within(reach(me, May.MANAGE_TREE)))
    waits = case((col(TreeChange.state) == ChangeState.PLANNED, 0), else_=1)
    if state is not None:
        statement = statement.where(TreeChange.state == state)
    if department is not None:
        statement = statement.where(TreeChange.department_id == department)
    if cursor is not None:
        at = work.one(columns(waits.label("waits")).where(TreeChange.id == cursor))
        statement = statement.where(
            or_(waits > at.waits, (waits == at.waits) & (col(TreeChange.id) < cursor))
        )
    rows = work.rows(statement.order_by(waits, col(TreeChange.id).desc()).limit(limit + 1))
    shown = rows[:limit]
    return {
        "items": _told(work, me, shown),
        "next": str(shown[-1].id) if len(rows) > limit else None,
    }


def waiting_for(work: Transaction, me: Actor, nodes: Iterable[UUID]) -> list[dict[str, Any]]:
    """Changes that wait for these nodes, by their day."""
    rows = work.rows(
        _select()
        .where(TreeChange.state == ChangeState.PLANNED, col(TreeChange.department_id).in_(set(nodes)))
        .order_by(col(TreeChange.effective_on), col(TreeChange.id))
    )
    return _told(work, me, rows)


def _told(work: Transaction, me: Actor, rows: Sequence[Any]) -> list[dict[str, Any]]:
    named = {row.id: _named(row) for row in rows}
    names = _names(work, {each for ids in named.values() for each in ids})
    return [_change(me, row, [names[each] for each in named[row.id] if each in names]) for row in rows]


def _named(row: Any) -> list[UUID]:
    found = from_kept(row.department_id, row.wanted).named
    if row.state == ChangeState.DONE:
        found += [UUID(each) for each in row.outcome["made"]]
    return found


def _names(work: Transaction, ids: set[UUID]) -> dict[UUID, dict[str, Any]]:
    if not ids:
        return {}
    rows = work.rows(columns(Department.id, Department.name).where(col(Department.id).in_(ids)))
    return {row.id: {"id": row.id, "name": row.name} for row in rows}


def _change(me: Actor, row: Any, departments: list[dict[str, Any]]) -> dict[str, Any]:
    manages = May.MANAGE_TREE in allowed(me, place_of(row.department_id, row))
    refused = row.state == ChangeState.REFUSED
    return {
        **{name: getattr(row, name) for name in _KEPT if name not in ("outcome", "created_by")},
        "department": {"id": row.department_id, "name": row.name},
        "departments": departments,
        "outcome": row.outcome if row.state == ChangeState.DONE else None,
        "refusal": {**row.outcome, "later": False} if refused else None,
        "created_by": {"id": row.created_by, "name": row.by or ""},
        "can": ["withdraw"] if manages and row.state == ChangeState.PLANNED else [],
    }
