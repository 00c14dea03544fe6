"""Meetings of HMU and of LMUs, their items and decisions; the yearly discussion of the work environment."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, new_id, one_of
from trinvis.meetings.rules import Asks, Committee, MeetingState

__all__ = ["Asks", "Committee", "Meeting", "MeetingItem", "MeetingState", "YearlyDiscussion"]


class Meeting(SQLModel, table=True):
    """A meeting; what its papers say is as of `papers_as_of`, 'since last' counts from the former's."""

    __tablename__ = "meeting"
    __table_args__ = (
        one_of("committee", Committee),
        one_of("state", MeetingState),
        Index("ix_meeting_committee", "department_id", "committee", "on_day"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    committee: str
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    on: date = Field(sa_column_kwargs={"name": "on_day"})
    papers_as_of: date | None = Field(
        default=None, description="The day the papers speak of; None: not made yet."
    )
    state: str = Field(default=MeetingState.PLANNED)
    note: str | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class MeetingItem(SQLModel, table=True):
    """An item of the agenda, and what was decided."""

    __tablename__ = "meeting_item"
    __table_args__ = (one_of("asks", Asks), UniqueConstraint("meeting_id", "position"))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    meeting_id: UUID = Field(sa_column_args=[ForeignKey("meeting.id")])
    position: int
    title: str
    asks: str
    recommendation: str | None = Field(default=None, description="Det indstilles, at HMU ...")
    account: str | None = Field(default=None, description="Sagsfremstilling, in the secretary's words.")
    decision: str | None = None
    decided_on: date | None = None
    version: int = Field(default=1)


class YearlyDiscussion(SQLModel, table=True):
    """The contribution to the yearly discussion of the work environment (*årlig arbejdsmiljødrøftelse*)."""

    __tablename__ = "yearly_discussion"
    __table_args__ = (one_of("committee", Committee), UniqueConstraint("department_id", "committee", "year"))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    committee: str
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    year: int
    goals: str | None = Field(default=None, description="Last year's goals.")
    met: str | None = Field(default=None, description="Were they met?")
    next_goals: str | None = None
    follow_up: str | None = Field(default=None, description="How and when it is followed up.")
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)
