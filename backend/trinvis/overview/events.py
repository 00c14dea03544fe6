"""Selecting audit events by moment: the newest of several chains, of one record, one person, some kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select, union_all
from sqlmodel import col

from trinvis.core.audit import AuditEvent
from trinvis.core.clock import COPENHAGEN
from trinvis.core.db import Transaction
from trinvis.errors import invalid
from trinvis.overview.queries import end_of

_COLUMNS = tuple(
    getattr(AuditEvent, name)
    for name in ("id", "chain_id", "at", "actor_id", "role", "what", "kind", "record_id", "facts")
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: kinds of record (none: all), first and last day, where to go on, how many."""

    kinds: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    cursor: str | None = None
    limit: int = 50

    def __post_init__(self) -> None:
        """Refuse days that exclude each other."""
        if self.first and self.last and self.first > self.last:
            raise invalid("to", "before_start", start=self.first)


def newest(
    work: Transaction, sources: Sequence[ColumnElement[bool]], wanted: Wanted
) -> tuple[Any, str | None]:
    """The page's events, newest first, and the cursor of the next page.

    Each source is a condition with an index of its own that leads to the moment: the page is cut from each
    of them and then from what they gave together, so that a long history costs no more than a short one.
    """
    parts = [_cut(select(*_COLUMNS).where(source, *_limits(wanted)), wanted) for source in sources]
    if not parts:
        return [], None
    if len(parts) == 1:
        rows = work.rows(parts[0])
    else:
        together = union_all(*(select(part.subquery()) for part in parts)).subquery()
        at, number = together.c.at, together.c.id
        rows = work.rows(select(together).order_by(at.desc(), number.desc()).limit(wanted.limit + 1))
    shown = rows[: wanted.limit]
    return shown, _cursor(shown[-1]) if len(rows) > wanted.limit else None


def _cut(statement: Select[Any], wanted: Wanted) -> Select[Any]:
    return statement.order_by(col(AuditEvent.at).desc(), col(AuditEvent.id).desc()).limit(wanted.limit + 1)


def _limits(wanted: Wanted) -> list[ColumnElement[bool]]:
    at, event_id = col(AuditEvent.at), col(AuditEvent.id)
    found: list[ColumnElement[bool]] = []
    if wanted.kinds:
        found.append(col(AuditEvent.kind).in_(wanted.kinds))
    if wanted.first:
        found.append(at >= datetime.combine(wanted.first, time.min, COPENHAGEN))
    if wanted.last:
        found.append(at < end_of(wanted.last))
    if wanted.cursor:
        moment, last_id = _position(wanted.cursor)
        # The first condition alone is one that the index can begin at.
        found += [at <= moment, or_(at < moment, and_(at == moment, event_id < last_id))]
    return found


def _cursor(row: Any) -> str:
    return f"{row.at.isoformat()}_{row.id}"


def _position(cursor: str) -> tuple[datetime, UUID]:
    moment, _, event_id = cursor.partition("_")
    try:
        at = datetime.fromisoformat(moment)
        if at.tzinfo is None:
            raise ValueError
        return at, UUID(event_id)
    except ValueError as error:
        raise invalid("cursor", "unknown") from error
