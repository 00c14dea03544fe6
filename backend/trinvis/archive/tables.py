"""What was erased: kept so that a restored backup forgets it again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, new_id


class Erasure(SQLModel, table=True):
    """One act of erasing: what, and up to which day. It holds nothing of what it erased."""

    __tablename__ = "erasure"
    __table_args__ = (Index("ix_erasure_at", "at", "id"),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    what: str = Field(description="'person', 'former_text', or what a retention period ends: 'candid', ...")
    record_id: UUID | None = Field(default=None, description="The one record, where it is about one.")
    before: date | None = Field(default=None, description="Everything older, where it is about a period.")
    count: int = Field(default=0)
    at: datetime = Field(sa_type=Moment)
    by_id: UUID | None = Field(default=None, description="None: the period ended.")
