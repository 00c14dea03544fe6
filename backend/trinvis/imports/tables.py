"""Imports: the file, what it would do, what it did."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Json, Moment, new_id, one_of


class ImportKind(StrEnum):
    """What the rows of a file are."""

    DEPARTMENTS = "departments"
    PEOPLE = "people"


class ImportState(StrEnum):
    """A file is looked at (or cannot be read), then taken in, unless things have changed meanwhile."""

    CHECKING = "checking"
    CHECKED = "checked"
    UNREADABLE = "unreadable"
    APPLYING = "applying"
    APPLIED = "applied"
    STALE = "stale"


class LineStatus(StrEnum):
    """What happens to the record that a line of the report is about."""

    REFUSED = "refused"
    WARNING = "warning"
    ENDED = "ended"
    MOVED = "moved"
    CHANGED = "changed"
    ADDED = "added"


class Import(SQLModel, table=True):
    """A file that somebody brought, from the first look to the end."""

    __tablename__ = "import_run"
    __table_args__ = (one_of("kind", ImportKind), one_of("state", ImportState))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str
    name: str = Field(description="The file's name, as the browser told it.")
    whole: bool = Field(description="'Filen er hele organisationen': what it lacks is closed, or ends.")
    state: str
    file: bytes | None = Field(
        default=None, sa_type=LargeBinary, description="Until it is taken in or forgotten; holds names."
    )
    digest: str | None = Field(default=None, description="SHA-256 over what it would do, as it was shown.")
    titles: dict[str, str] = Field(
        default_factory=dict, sa_type=Json, description="Field -> its column's title."
    )
    counts: dict[str, int] = Field(default_factory=dict, sa_type=Json)
    problem: dict[str, object] | None = Field(
        default=None, sa_type=Json, description="Why it cannot be read."
    )
    job_id: UUID = Field(sa_column_args=[ForeignKey("job.id")])
    created_by: UUID = Field(sa_column_args=[ForeignKey("person.id")], index=True)
    created_at: datetime = Field(sa_type=Moment, index=True)
    checked_at: datetime | None = Field(default=None, sa_type=Moment)
    applied_by: UUID | None = Field(default=None, sa_column_args=[ForeignKey("person.id")])
    applied_at: datetime | None = Field(default=None, sa_type=Moment)
    lines_forgotten: bool = Field(default=False, description="The report's lines are gone; the counts stay.")


class ImportLine(SQLModel, table=True):
    """A line of the report. Holds names and what stood in a cell, so it is forgotten after a while."""

    __tablename__ = "import_line"
    __table_args__ = (
        one_of("status", LineStatus),
        Index("ix_import_line_status", "import_id", "status", "number"),
    )
    import_id: UUID = Field(sa_column_args=[ForeignKey("import_run.id")], primary_key=True)
    number: int = Field(primary_key=True, description="Its place in the report, from 1.")
    status: str
    row: int | None = Field(description="As the spreadsheet numbers it; None: it is not in the file.")
    subject: str = Field(description="The name of the department or the person.")
    field: str | None
    value: str
    problem: str = Field(description="What is wrong, odd, or done: a key of the words.")
    facts: dict[str, object] = Field(sa_type=Json)
    looked_for: str = Field(description="Subject, value and row in lower case, for the search box.")
