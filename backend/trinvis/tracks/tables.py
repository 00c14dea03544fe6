"""What HR keeps of its support: that one spoke with a department."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, new_id, one_of


class Way(StrEnum):
    """How HR and a department were in contact."""

    MEETING = "meeting"
    PHONE = "phone"
    MAIL = "mail"


class Contact(SQLModel, table=True):
    """HR and a department were in contact on a day."""

    __tablename__ = "contact"
    __table_args__ = (one_of("way", Way), Index("ix_contact_department", "department_id", "on_day"))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    on: date = Field(sa_column_kwargs={"name": "on_day"})
    way: str
    note: str | None = Field(default=None, description="Shared: the department reads it too.")
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
