"""What can be found.

Beside the table stands the index of its words: on SQLite the virtual table `search_words`, kept by
triggers, on PostgreSQL the column `tokens`, derived from the words, and its index. Both are made by the
migration, and both hold exactly what stands in `words`: neither database takes text apart itself.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Path


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
