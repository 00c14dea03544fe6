"""What an installation has chosen while it runs: retention, quiet weeks, the archivist's lines.

A choice that nobody made has the value its room gives it, so an empty table is a complete one.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from trinvis.core.columns import Json, Moment


class Choice(SQLModel, table=True):
    """One choice: its key is '<room>.<name>'."""

    __tablename__ = "choice"
    key: str = Field(primary_key=True)
    value: dict[str, object] = Field(sa_type=Json)
    changed_at: datetime = Field(sa_type=Moment)
    changed_by: UUID | None = None
    version: int = Field(default=1)
