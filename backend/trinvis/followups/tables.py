"""Dated promises: what was agreed, when it is looked at again, and what was seen then."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, new_id, one_of
from trinvis.followups.rules import AgreementState, Assessed, Audience, FollowUpKind, FollowUpState, Unit

__all__ = [
    "Agreement",
    "AgreementState",
    "Assessed",
    "Audience",
    "FollowUp",
    "FollowUpKind",
    "FollowUpLog",
    "FollowUpState",
    "Unit",
]


class Agreement(SQLModel, table=True):
    """Something that just has to be done: who, what, when."""

    __tablename__ = "agreement"
    __table_args__ = (
        one_of("state", AgreementState),
        Index("ix_agreement_department", "department_id", "state", "due", "id"),
        Index("ix_agreement_owner", "owner_id", "state", "due"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
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
        CheckConstraint("(repeat_every IS NULL) = (repeat_unit IS NULL)", name="repeat"),
        CheckConstraint("repeat_day IS NULL OR repeat_day BETWEEN 1 AND 31", name="repeat_day"),
        Index("ix_follow_up_department", "department_id", "state", "due", "id"),
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
    repeat_day: int | None = Field(default=None, description="Day of the month a monthly series was set to.")
    series_id: UUID = Field(
        default_factory=new_id, index=True, description="Shared by follow-ups that go on from one another."
    )
    reason: str | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class FollowUpLog(SQLModel, table=True):
    """What was seen: a second log of the same follow-up stands beside the first."""

    __tablename__ = "follow_up_log"
    __table_args__ = (
        one_of("assessment", Assessed),
        one_of("audience", Audience),
        CheckConstraint("tally BETWEEN 0 AND 100000", name="tally"),
        Index("ix_follow_up_log_department", "department_id", "held_on"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    follow_up_id: UUID = Field(sa_column_args=[ForeignKey("follow_up.id")], index=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    held_on: date
    assessment: str
    audience: str = Field(default=Audience.SHARED)
    note: str | None = None
    tally: int | None = None
    logged_by: UUID = Field(sa_column_args=[ForeignKey("person.id")])
    from_board: bool = Field(
        default=False, description="Said by whoever stood before the board; `logged_by` made its code."
    )
    logged_at: datetime = Field(sa_type=Moment)
    corrected_at: datetime | None = Field(default=None, sa_type=Moment)
    version: int = Field(default=1)
