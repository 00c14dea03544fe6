"""What HR keeps of its support: contacts, talks, courses, introduction days, new leaders met."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, new_id, one_of
from trinvis.tracks.rules import ForWhom, Held


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


class Talk(SQLModel, table=True):
    """*Oplæg*: a talk to one of the forums that the content pack names, or to another."""

    __tablename__ = "talk"
    __table_args__ = (one_of("state", Held), Index("ix_talk_department", "department_id", "on_day"))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], description="HR's node.")
    forum: str = Field(description="Key of the content pack's track item, or 'other'.")
    title: str | None = Field(default=None, description="Needed where the forum is 'other'.")
    state: str = Field(default=Held.PLANNED)
    on: date = Field(sa_column_kwargs={"name": "on_day"})
    came: int | None = Field(default=None, description="So many heard it.")
    note: str | None = None
    held_by: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    reason: str | None = Field(default=None, description="Why it was cancelled.")
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class Course(SQLModel, table=True):
    """*Kursus*."""

    __tablename__ = "course"
    __table_args__ = (
        one_of("state", Held), one_of("for_whom", ForWhom),
        Index("ix_course_department", "department_id", "on_day"),
    )  # fmt: skip
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], description="HR's node.")
    title: str
    for_whom: str
    state: str = Field(default=Held.PLANNED)
    on: date = Field(sa_column_kwargs={"name": "on_day"})
    until: date | None = Field(default=None, sa_column_kwargs={"name": "until_day"})
    came: int | None = Field(default=None, description="So many took part, named or not.")
    note: str | None = None
    held_by: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    reason: str | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class CourseParticipant(SQLModel, table=True):
    """An ambassador who took part: the roster says so."""

    __tablename__ = "course_participant"
    course_id: UUID = Field(sa_column_args=[ForeignKey("course.id")], primary_key=True)
    person_id: UUID = Field(sa_column_args=[ForeignKey("person.id")], primary_key=True, index=True)


class IntroductionDay(SQLModel, table=True):
    """*Tryg som ny*: new colleagues are introduced one month after they began."""

    __tablename__ = "introduction_day"
    __table_args__ = (
        one_of("state", Held), Index("ix_introduction_day_department", "department_id", "on_day"),
    )  # fmt: skip
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], description="HR's node.")
    state: str = Field(default=Held.PLANNED)
    on: date = Field(sa_column_kwargs={"name": "on_day"})
    invited: int | None = None
    came: int | None = None
    note: str | None = None
    reason: str | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class LeaderIntroduction(SQLModel, table=True):
    """The programme for new leaders was held with somebody; who is new derives from the role's first day."""

    __tablename__ = "leader_introduction"
    role_id: UUID = Field(sa_column_args=[ForeignKey("role_grant.id")], primary_key=True)
    held_on: date
    ticked_by: UUID
    ticked_at: datetime = Field(sa_type=Moment)
