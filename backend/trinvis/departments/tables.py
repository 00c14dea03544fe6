"""The department tree."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Path, new_id, one_of


class Kind(StrEnum):
    """What a node is: *center, afdeling, afsnit, stab*."""

    CENTRE = "centre"
    DEPARTMENT = "department"
    SECTION = "section"
    STAFF = "staff"


class Walks(StrEnum):
    """Whether a node goes through the steps itself, with its parent, or stands outside."""

    WALKS = "walks"
    FOLLOWS = "follows"
    OUTSIDE = "outside"


class Department(SQLModel, table=True):
    """A node of the tree; never deleted, only closed."""

    __tablename__ = "department"
    __table_args__ = (
        one_of("kind", Kind),
        one_of("walks", Walks),
        CheckConstraint("headcount >= 0", name="headcount"),
        Index("ix_department_path", "path"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    code: str = Field(unique=True, description="The hospital's own code, compared in upper case.")
    name: str
    sort_key: str
    folded: str
    kind: str
    parent_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("department.id")], index=True)
    path: str = Field(sa_type=Path, description="Ids from the root, each ended by '/'.")
    position: str = Field(
        sa_type=Path, description="The organisation's own order: sortable text along the path."
    )
    headcount: int = Field(
        default=0, description="People attached directly to the node, without its sections."
    )
    walks: str
    pilot: bool = Field(default=False, description="Takes part in the hospital's first trial action.")
    walking_id: UUID | None = Field(
        default=None,
        index=True,
        description="The walking node this one belongs to: itself, or the one it follows.",
    )
    journey_id: UUID | None = Field(default=None, description="The open journey, kept by the journeys room.")
    round: int = Field(default=0, description="Number of the open or last round; 0 before the first.")
    planned_start: str | None = Field(default=None, description="Quarter HR has planned, as '2026-Q3'.")
    valid_from: date | None = None
    closed_on: date | None = None
    version: int = Field(default=1)
