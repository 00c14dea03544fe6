"""What can be found, and what can be used.

Beside the entries' table stands the index of its words: on SQLite the virtual table `search_words`, kept by
triggers, on PostgreSQL the column `tokens`, derived from the words, and its index. Both are made by the
migration, and both hold exactly what stands in `words`: neither database takes text apart itself.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Json, Moment, Path, new_id, one_of


class SearchEntry(SQLModel, table=True):
    """A record as it is found, kept in the transaction that changes the record."""

    __tablename__ = "search_entry"
    __table_args__ = (
        UniqueConstraint("kind", "record_id"),
        Index("ix_search_entry_order", "kind", "sort_key", "record_id"),
    )
    id: int | None = Field(default=None, primary_key=True, description="The row's number in the word index.")
    kind: str
    record_id: UUID
    department_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("department.id")])
    title: str
    detail: str = Field(description="More shared text, looked in like the title.")
    state: str | None = None
    sort_key: str = Field(sa_type=Path)
    start: str = Field(description="The title's words as they are typed, for what begins like it.")
    words: str = Field(description="Kind, department, first letters, each word as written and as stem.")


class MaterialKind(StrEnum):
    """What a piece of material is: a tool of Annex 1, or an item of the third track."""

    TOOL = "tool"
    INTRANET = "intranet"
    LMU_TRIO = "lmu_trio"
    COURSE = "course"
    NEW_STAFF = "new_staff"
    OTHER = "other"


class Material(SQLModel, table=True):
    """Something to use: what HR writes about a tool of the content pack, or a piece of its own."""

    __tablename__ = "material"
    __table_args__ = (one_of("kind", MaterialKind),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str
    tool_key: str | None = Field(default=None, unique=True, description="The pack's tool it is about.")
    current: int = Field(default=1, description="Number of the version that is shown.")
    retired_on: date | None = None
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)
    version: int = Field(default=1)


class MaterialVersion(SQLModel, table=True):
    """A material as it was written; a version that was shown is never changed."""

    __tablename__ = "material_version"
    __table_args__ = (UniqueConstraint("material_id", "number"),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    material_id: UUID = Field(sa_column_args=[ForeignKey("material.id")])
    number: int
    title: str
    summary: str
    body: str | None = Field(default=None, description="Paragraphs, lists and headings as plain text.")
    title_en: str | None = None
    summary_en: str | None = None
    body_en: str | None = None
    links: list[dict[str, str]] = Field(default_factory=list, sa_type=Json, description="{title, url} each.")
    written_by: UUID
    written_at: datetime = Field(sa_type=Moment)


class ToolUse(SQLModel, table=True):
    """A trial action that names a tool, from the day it is more than a draft: for counting."""

    __tablename__ = "tool_use"
    __table_args__ = (Index("ix_tool_use_tool", "tool_key", "chain_id"),)
    trial_action_id: UUID = Field(primary_key=True, sa_column_args=[ForeignKey("trial_action.id")])
    tool_key: str = Field(primary_key=True)
    chain_id: UUID = Field(description="Its first cycle: several cycles are one trial.")
