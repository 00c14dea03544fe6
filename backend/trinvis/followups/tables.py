"""Dated promises: what was agreed, when it is looked at again, and what was seen then."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, new_id, one_of


class FollowUpKind(StrEnum):
    """*Gør vi det, vi aftalte?* and *Mærker vi en forskel?*"""

    PROCESS = "process"
    RESULT = "result"


class FollowUpState(StrEnum):
    """A follow-up is planned until it is held or cancelled."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Assessed(StrEnum):
    """How it goes: *Som planlagt, Vi justerer, Vi stopper*."""

    AS_PLANNED = "as_planned"
    ADJUSTED = "adjusted"
    STOPPED = "stopped"


class Audience(StrEnum):
    """*Fælles* or *Kun for os*."""

    SHARED = "shared"
    CANDID = "candid"


class Unit(StrEnum):
    """What a series repeats by."""

    WEEK = "week"
    MONTH = "month"


class AgreementState(StrEnum):
    """An agreement is open until it is done or cancelled."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class Agreement(SQLModel, table=True):
    """Something that just has to be done: who, what, when."""

    __tablename__ = "agreement"
    __table_args__ = (one_of("state", AgreementState), Index("ix_agreement_owner", "owner_id", "state", "due"))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    journey_id: UUID | None = Field(default=None, index=True)
    trial_action_id: UUID | None = Field(default=None, index=True, description="The trial that it anchors.")
    what: str
    owner_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    due: date
    state: str = Field(default=AgreementState.OPEN)
    ended_on: date | None = None
    reason: str | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class FollowUp(SQLModel, table=True):
    """A date on which something is looked at again."""

    __tablename__ = "follow_up"
    __table_args__ = (
        one_of("kind", FollowUpKind),
        one_of("state", FollowUpState),
        one_of("repeat_unit", Unit),
        CheckConstraint("repeat_every IS NULL OR repeat_every BETWEEN 1 AND 52", name="repeat_every"),
        Index("ix_follow_up_department", "department_id", "state", "due"),
        Index("ix_follow_up_owner", "owner_id", "state", "due"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    journey_id: UUID | None = Field(default=None, index=True)
    trial_action_id: UUID | None = Field(default=None, index=True)
    agreement_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("agreement.id")], index=True)
    kind: str
    question: str = Field(description="Its title, a question: 'Når nattevagten at være med?'")
    due: date
    state: str = Field(default=FollowUpState.PLANNED)
    owner_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    repeat_every: int | None = None
    repeat_unit: str | None = None
    series_id: UUID | None = Field(default=None, index=True, description="First of the series it belongs to.")
    reason: str | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class FollowUpLog(SQLModel, table=True):
    """What was seen: a second log of the same follow-up stands beside the first."""

    __tablename__ = "follow_up_log"
    __table_args__ = (one_of("assessment", Assessed), one_of("audience", Audience))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    follow_up_id: UUID = Field(sa_column_args=[ForeignKey("follow_up.id")], index=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    held_on: date
    assessment: str
    audience: str = Field(default=Audience.SHARED)
    note: str | None = None
    tally: int | None = None
    logged_by: UUID = Field(sa_column_args=[ForeignKey("person.id")])
    logged_at: datetime = Field(sa_type=Moment)
    corrected_at: datetime | None = Field(default=None, sa_type=Moment)
    version: int = Field(default=1)
