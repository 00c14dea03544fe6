"""Journeys, their three steps, sessions, the assessment, requests for help."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, Words, new_id, one_of
from trinvis.followups.tables import Audience
from trinvis.journeys.rules import Ended, SessionState, SupportState

__all__ = [
    "Ended", "Journey", "SessionPlace", "SessionState", "Step", "StepSession", "SupportRequest",
    "SupportState",
]


class Journey(SQLModel, table=True):
    """A walking department's round; at most one is open."""

    __tablename__ = "journey"
    __table_args__ = (
        one_of("ended_as", Ended),
        UniqueConstraint("department_id", "round"),
        Index(
            "uq_journey_open", "department_id", unique=True,
            sqlite_where=text("ended_on IS NULL"), postgresql_where=text("ended_on IS NULL"),
        ),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    round: int
    started_on: date
    ended_on: date | None = None
    ended_as: str | None = None
    # step 2
    tasks_conditions: str | None = None
    need: str | None = None
    ambition: str | None = None
    factors: list[str] = Field(default_factory=list, sa_type=Words)
    assessed_on: date | None = Field(default=None, description="Day something of step 2 was first written.")
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class Step(SQLModel, table=True):
    """What people decided about a step; whether it is in progress is computed from the records."""

    __tablename__ = "step"
    __table_args__ = (CheckConstraint("number BETWEEN 1 AND 3", name="number"),)
    journey_id: UUID = Field(sa_column_args=[ForeignKey("journey.id")], primary_key=True)
    number: int = Field(primary_key=True)
    done_on: date | None = None
    done_by: UUID | None = None
    out_of_order: str | None = Field(default=None, description="'Vi tager det samlet, fordi ...'")
    reopened_on: date | None = None
    reopened_because: str | None = None


class StepSession(SQLModel, table=True):
    """A meeting of step 1, planned or held (a *Session*; the name leaves SQLAlchemy's alone)."""

    __tablename__ = "session"
    __table_args__ = (one_of("state", SessionState), one_of("audience", Audience))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    state: str
    day: date
    forum: str = Field(description="Key of a forum in the content pack.")
    title: str | None = None
    covers: list[str] = Field(default_factory=list, sa_type=Words, description="Keys of step 1's parts.")
    participants: int | None = None
    note: str | None = None
    audience: str = Field(default=Audience.SHARED)
    led_by: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    reason: str | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class SessionPlace(SQLModel, table=True):
    """The journeys a session counts for: one session may serve several departments."""

    __tablename__ = "session_place"
    session_id: UUID = Field(sa_column_args=[ForeignKey("session.id")], primary_key=True)
    journey_id: UUID = Field(sa_column_args=[ForeignKey("journey.id")], primary_key=True, index=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    written_at: UUID | None = Field(
        default=None,
        sa_column_args=[ForeignKey("department.id")],
        description="Where its note Kun for os was written, if the session has gone elsewhere since.",
    )


class SupportRequest(SQLModel, table=True):
    """*Bed HR om hjælp*."""

    __tablename__ = "support_request"
    __table_args__ = (one_of("state", SupportState),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    state: str = Field(default=SupportState.WANTED)
    wish: str
    visible_to_hmu: bool = Field(default=False, description="'Må gerne ses af HMU'")
    wanted_on: date
    agreed_with: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    agreed_for: date | None = None
    ended_on: date | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)
