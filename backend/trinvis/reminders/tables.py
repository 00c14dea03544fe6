"""The outbox: every mail that is due is a row, so none is lost and none is sent for the same thing twice."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Json, Moment, new_id, one_of


class LetterState(StrEnum):
    """A letter waits, was sent, failed for good, or was dropped because nothing was left to say."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class Letter(SQLModel, table=True):
    """A mail to a person. Its text is written when it is sent, so that it says what holds then."""

    __tablename__ = "outbox"
    __table_args__ = (
        one_of("state", LetterState),
        UniqueConstraint("person_id", "kind", "object_id", "period"),
        Index("ix_outbox_waiting", "state", "next_at"),
        Index("ix_outbox_created", "created_at", "id"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    person_id: UUID = Field(sa_column_args=[ForeignKey("person.id")])
    kind: str = Field(description="'weekly', 'on_the_day', 'daily', 'late', 'told', 'test', ...")
    object_id: UUID = Field(description="What it is about; the person's own id where it is about several.")
    period: str = Field(description="The week or day it is for, e.g. '2026-W48' or '2026-11-24'.")
    facts: dict[str, object] = Field(sa_type=Json, description="Ids and codes only: no name, no text.")
    state: str = Field(default=LetterState.WAITING)
    attempts: int = Field(default=0)
    next_at: datetime = Field(sa_type=Moment)
    leased_by: str | None = None
    leased_until: datetime | None = Field(default=None, sa_type=Moment)
    message_id: str = Field(description="The mail's Message-ID: the same at every attempt.")
    why: str | None = Field(default=None, description="Code of what went wrong, or why it was dropped.")
    detail: str | None = Field(default=None, description="The mail server's own words, without addresses.")
    created_at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
