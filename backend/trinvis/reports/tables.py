"""Papers that were asked for: what is wanted, and the files once they are made."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Json, Moment, new_id


class Report(SQLModel, table=True):
    """What somebody asked for; a job makes its files, which are kept for a week."""

    __tablename__ = "report"
    __table_args__ = (Index("ix_report_maker", "created_by", "id"),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str = Field(description="papers, yearly, experiences, list")
    department_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("department.id")])
    meeting_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("meeting.id")])
    as_of: date | None = None
    since: date | None = None
    language: str
    wanted: dict[str, object] = Field(default_factory=dict, sa_type=Json, description="Filters of a list.")
    job_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("job.id")])
    created_by: UUID
    created_at: datetime = Field(sa_type=Moment)


class ReportFile(SQLModel, table=True):
    """A file that is ready: bytes and name."""

    __tablename__ = "report_file"
    __table_args__ = (UniqueConstraint("report_id", "format"),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    report_id: UUID = Field(sa_column_args=[ForeignKey("report.id")])
    format: str = Field(description="docx, pptx, xlsx, pdf, txt, csv")
    name: str
    content: bytes = Field(sa_type=LargeBinary)


class CalendarLink(SQLModel, table=True):
    """A person's calendar address: whoever has the secret reads her dates, until she makes another."""

    __tablename__ = "calendar_link"
    person_id: UUID = Field(sa_column_args=[ForeignKey("person.id")], primary_key=True)
    digest: str = Field(unique=True, description="SHA-256 of the secret in the address.")
    created_at: datetime = Field(sa_type=Moment)
    last_read_on: date | None = None


class CalendarEntry(SQLModel, table=True):
    """What a person's calendar has been told: so that a change counts up and what goes is cancelled."""

    __tablename__ = "calendar_entry"
    person_id: UUID = Field(sa_column_args=[ForeignKey("person.id")], primary_key=True)
    uid: str = Field(primary_key=True, description="Kind and record: stable as long as the record is.")
    on_day: date
    digest: str = Field(description="SHA-256 of what was told; another one counts the sequence up.")
    sequence: int = Field(default=0)
    cancelled_on: date | None = None
