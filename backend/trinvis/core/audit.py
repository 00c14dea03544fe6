"""The history: an event for every change, written in the change's own transaction.

Events carry ids, codes and dates, no names and no text that a person wrote; the former text of
a changed field stands in a row of its own that can be erased without breaking the chain. Each
event holds the hash of the one before it in the same chain (a department's, or the
organisation's), so that a missing or altered event shows.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import ForeignKey, Index
from sqlmodel import Field, Session, SQLModel, col, select

from trinvis.core.columns import Json, Moment, new_id

ORGANISATION = UUID(int=0)
"""The chain of what belongs to no single department."""


class AuditEvent(SQLModel, table=True):
    """One change: who (pseudonymous id and the role used), what, on which record, when."""

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_chain", "chain_id", "number", unique=True),
        Index("ix_audit_event_record", "record_id", "id"),
        # The history's pages are cut by moment, over one or several chains, one person, one kind.
        Index("ix_audit_event_at", "chain_id", "at", "id"),
        Index("ix_audit_event_actor", "actor_id", "at", "id"),
        Index("ix_audit_event_kind", "kind", "at", "id"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    chain_id: UUID
    number: int
    at: datetime = Field(sa_type=Moment)
    actor_id: UUID | None
    role: str | None
    what: str
    kind: str
    record_id: UUID
    facts: dict[str, object] = Field(sa_type=Json)
    previous: str
    digest: str


@dataclass(slots=True)
class Happened:
    """An event before it is a row: an import makes a hundred thousand, so it is no more than its values."""

    id: UUID
    chain_id: UUID
    at: datetime
    actor_id: UUID | None
    role: str | None
    what: str
    kind: str
    record_id: UUID
    facts: dict[str, object]
    number: int = 0
    previous: str = ""
    digest: str = ""

    @property
    def row(self) -> dict[str, object]:
        """The event as a row to insert."""
        return {name: getattr(self, name) for name in _COLUMNS}


_COLUMNS = tuple(AuditEvent.model_fields)


class AuditText(SQLModel, table=True):
    """What stood in a field before: erasable, readable by the field's audience only."""

    __tablename__ = "audit_text"
    id: UUID = Field(default_factory=new_id, primary_key=True)
    event_id: UUID = Field(sa_column_args=[ForeignKey("audit_event.id")], index=True)
    field: str
    audience: str
    text: str


class AuditChain(SQLModel, table=True):
    """The end of each chain; its row is the lock that keeps a chain in one piece."""

    __tablename__ = "audit_chain"
    chain_id: UUID = Field(primary_key=True)
    number: int
    digest: str


def digest_of(event: AuditEvent | Happened) -> str:
    """SHA-256 over everything the event says and the digest before it (hex)."""
    parts = [
        event.previous,
        event.id,
        event.chain_id,
        event.number,
        event.at.isoformat(),
        event.actor_id,
        event.role,
        event.what,
        event.kind,
        event.record_id,
        dict(sorted(event.facts.items())),
    ]
    return hashlib.sha256(to_json(parts)).hexdigest()


def append(chain: AuditChain, event: Happened) -> None:
    """Put the event at the end of its chain, whose row the caller has locked."""
    chain.number += 1
    event.number, event.previous = chain.number, chain.digest
    event.digest = chain.digest = digest_of(event)


def broken_link(session: Session, chain_id: UUID) -> int | None:
    """Number of the first event of the chain that does not fit the one before; None if whole."""
    before = ""
    expected = 0
    for event in session.exec(
        select(AuditEvent).where(AuditEvent.chain_id == chain_id).order_by(col(AuditEvent.number))
    ):
        expected += 1
        if event.number != expected or event.previous != before or event.digest != digest_of(event):
            return expected
        before = event.digest
    return None
