"""The department tree."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Json, Moment, Path, Words, new_id, one_of


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


class ChangeKind(StrEnum):
    """What happens to a node from a day: *flyt, luk, læg sammen, del, skift vej gennem trinnene*."""

    MOVE = "move"
    CLOSE = "close"
    MERGE = "merge"
    SPLIT = "split"
    WALKS = "walks"


class ChangeState(StrEnum):
    """A change waits for its day, then it is done, or could not be; or it was taken back before."""

    PLANNED = "planned"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


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
    hr_contact_id: UUID | None = Field(default=None, description="The HR consultant who follows the node.")
    inherits: list[str] = Field(
        default_factory=list,
        sa_type=Words,
        description="Paths of closed predecessors elsewhere whose shared history is read from here.",
    )
    former_paths: list[list[str]] = Field(
        default_factory=list,
        sa_type=Json,
        description="[last day, path] of each place where it stood before, oldest first.",
    )
    valid_from: date | None = None
    closed_on: date | None = None
    version: int = Field(default=1)


class TreeChange(SQLModel, table=True):
    """A move, close, merge or split from a day: what was asked for, and what became of it."""

    __tablename__ = "tree_change"
    __table_args__ = (
        one_of("kind", ChangeKind),
        one_of("state", ChangeState),
        Index("ix_tree_change_due", "state", "effective_on"),
    )
    id: UUID = Field(default_factory=new_id, primary_key=True)
    department_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], index=True)
    kind: str
    state: str
    effective_on: date
    wanted: dict[str, object] = Field(sa_type=Json, description="The request, as the kind's input class.")
    outcome: dict[str, object] | None = Field(
        default=None, sa_type=Json, description="What it touched; or the code and facts of the refusal."
    )
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    version: int = Field(default=1)


class Succession(SQLModel, table=True):
    """A closed node and one that continues it."""

    __tablename__ = "succession"
    __table_args__ = (one_of("kind", ChangeKind),)
    predecessor_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], primary_key=True)
    successor_id: UUID = Field(sa_column_args=[ForeignKey("department.id")], primary_key=True, index=True)
    kind: str
    on: date = Field(sa_column_kwargs={"name": "from_day"})
