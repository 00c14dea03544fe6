"""An experience: where it comes from, what it tells, whether it is shared."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, Words, new_id, one_of
from trinvis.experiences.rules import Consent, ExperienceState, Origin

__all__ = ["Consent", "Experience", "ExperienceState", "Origin"]


class Experience(SQLModel, table=True):
    """What a department learned and passes on."""

    __tablename__ = "experience"
    __table_args__ = (
        one_of("origin", Origin),
        one_of("state", ExperienceState),
        one_of("consent", Consent),
        CheckConstraint(
            "state <> 'shared' OR (consent IS NOT NULL AND shared_on IS NOT NULL)", name="consented"
        ),
        Index("ix_experience_department", "department_id", "state"),
        Index("ix_experience_shared", "state", "shared_on", "id"),
        Index("ix_experience_origin", "origin", "origin_id"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")])
    origin: str
    origin_id: UUID = Field(description="Id of the trial, session, course or journey.")
    state: str = Field(default=ExperienceState.DRAFT)
    title: str
    did: str = Field(description="Hvad gjorde I?")
    learned: str = Field(description="Hvad lærte I?")
    advice: str | None = Field(default=None, description="Hvad vil I råde andre til?")
    factors: list[str] = Field(default_factory=list, sa_type=Words)
    tools: list[str] = Field(default_factory=list, sa_type=Words)
    consent: str | None = None
    consented_by: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    shared_on: date | None = None
    withdrawn_on: date | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)
