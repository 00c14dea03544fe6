"""The maintained row per walking department, with its former versions."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Json, Moment, new_id


class Status(SQLModel, table=True):
    """One version of a department's row, true from `valid_from` until `valid_to` (None: still).

    Nothing in it depends on today's date, so a version never grows stale by itself.
    """

    __tablename__ = "status"
    __table_args__ = (
        Index("ix_status_versions", "department_id", "valid_from"),
        Index(
            "uq_status_open",
            "department_id",
            unique=True,
            sqlite_where=text("valid_to IS NULL"),
            postgresql_where=text("valid_to IS NULL"),
        ),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    valid_from: datetime = Field(sa_type=Moment)
    valid_to: datetime | None = Field(default=None, sa_type=Moment, index=True)
    round: int
    planned_start: str | None
    step1: str
    step2: str
    step3: str
    step1_on: date | None = Field(description="Day since which the step is in progress or done.")
    step2_on: date | None
    step3_on: date | None
    sessions_held: int
    trials: dict[str, int] = Field(
        sa_type=Json, description="Count by state (without drafts) and by decision."
    )
    agreements_open: int
    agreements_done: int
    experiences_shared: int
    last_follow_up: date | None
    next_date: date | None
    help_wanted: str | None = Field(
        description="What was wished for, where HMU may see it; '' if wanted but not to be seen."
    )
    help_wanted_on: date | None


class BoardLink(SQLModel, table=True):
    """*Tavleside*: the unguessable address under which anybody reads the department's board."""

    __tablename__ = "board_link"
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], primary_key=True)
    token: str = Field(unique=True, description="128 random bits, URL-safe; a new one revokes the former.")
    switched_on_by: UUID
    switched_on_at: datetime = Field(sa_type=Moment)
