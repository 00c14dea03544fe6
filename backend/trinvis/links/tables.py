"""Links that log a follow-up without a sign-in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, new_id, one_of
from trinvis.links.rules import LinkKind

__all__ = ["LinkKind", "LogLink"]


class LogLink(SQLModel, table=True):
    """Whoever has the link may log what it reaches, as the person it was made for.

    In a mail: one follow-up. Personal: what the ambassador may log in her department, for 90 days, while
    she holds the role. On the board: one trial, in the name of whoever printed the sheet.
    """

    __tablename__ = "log_link"
    __table_args__ = (one_of("kind", LinkKind), Index("ix_log_link_person", "person_id", "kind"))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    digest: str = Field(unique=True, description="SHA-256 of the link's secret; the secret is nowhere.")
    kind: str
    person_id: UUID = Field(sa_column_args=[ForeignKey("person.id")])
    department_id: UUID | None = Field(
        default=None, sa_column_args=[ForeignKey("department.id")], index=True
    )
    record_id: UUID | None = Field(default=None, description="The follow-up or trial it is for; None: any.")
    created_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
    last_used_at: datetime | None = Field(default=None, sa_type=Moment)
