"""The history page: what happened in a department or to a record, newest first."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response
from sqlmodel import col

from trinvis.access import May, require
from trinvis.accounts.queries import PersonRef, names
from trinvis.core.audit import AuditEvent
from trinvis.core.db import columns
from trinvis.core.http import Me, Out, Tx, reply
from trinvis.departments.queries import Node, node

router = APIRouter(prefix="/api/history", tags=["history"])


class HappenedOut(Out):
    """One change: what happened to which record, by whom in which role, when."""

    id: UUID
    at: datetime
    what: str
    kind: str
    record_id: UUID
    actor: PersonRef | None
    role: str | None
    facts: dict[str, Any]


class HistoryPage(Out):
    """A page of the history; `next` is the cursor of the page after it."""

    items: list[HappenedOut]
    next: str | None


def _here(department: UUID, me: Me, work: Tx) -> Node:
    here = node(work, department)
    require(me, May.READ_HISTORY, here.place, known_by=May.KNOW)
    return here


@router.get("", response_model=HistoryPage)
def history(
    here: Annotated[Node, Depends(_here)],
    work: Tx,
    record: UUID | None = None,
    cursor: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Response:
    """The events of `department`, or of one `record` of it."""
    statement = (
        columns(
            AuditEvent.id,
            AuditEvent.at,
            AuditEvent.what,
            AuditEvent.kind,
            AuditEvent.record_id,
            AuditEvent.actor_id,
            AuditEvent.role,
            AuditEvent.facts,
            AuditEvent.number,
        )
        .where(AuditEvent.chain_id == here.id)
        .order_by(col(AuditEvent.number).desc())
        .limit(limit + 1)
    )
    if record:
        statement = statement.where(AuditEvent.record_id == record)
    if cursor:
        statement = statement.where(AuditEvent.number < cursor)
    rows = work.rows(statement)
    known = names(work, (row.actor_id for row in rows))
    items = []
    for row in rows[:limit]:
        event = dict(row._mapping)
        actor, _ = event.pop("actor_id"), event.pop("number")
        event["actor"] = {"id": actor, "name": known[actor]} if actor in known else None
        items.append(event)
    return reply({"items": items, "next": str(rows[limit - 1].number) if len(rows) > limit else None})
