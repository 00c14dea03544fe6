"""A file that hangs on a record, and its bytes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlmodel import Field, SQLModel

from trinvis.core.columns import Moment, new_id


class Attachment(SQLModel, table=True):
    """A file: what it is called, what it was found to be, where it hangs.

    `kind` and `record_id` name the record (a material, a session) without a foreign key: the record's room
    stands above this one and guards it. `department_id` None: readable by everybody. `audience` is the
    record's own on the day the file was brought.
    """

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_record", "kind", "record_id"),)
    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str
    record_id: UUID
    department_id: UUID | None = Field(default=None, sa_column_args=[ForeignKey("department.id")], index=True)
    name: str = Field(description="As it was called, without folders.")
    media_type: str = Field(description="Told from its content, never from what the browser said.")
    size: int = Field(description="Bytes.")
    sha256: str
    audience: str = Field(default="shared", description="'candid': opened only as a note *Kun for os* is.")
    uploaded_by: UUID
    uploaded_at: datetime = Field(sa_type=Moment)
    removed_at: datetime | None = Field(default=None, sa_type=Moment)


class AttachmentContent(SQLModel, table=True):
    """The bytes; gone when the attachment is removed."""

    __tablename__ = "attachment_content"
    attachment_id: UUID = Field(sa_column_args=[ForeignKey("attachment.id")], primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)
