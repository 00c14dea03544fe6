"""Files on records: brought, listed, sent, removed. The record's room says who may do so."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import Depends, Query, Request, Response
from sqlalchemy import delete, func, or_
from sqlmodel import col

from trinvis.attachments.kinds import media_type
from trinvis.attachments.rules import SUFFIXES, file_name
from trinvis.attachments.tables import Attachment, AttachmentContent
from trinvis.core import clock
from trinvis.core.columns import Clean
from trinvis.core.db import Transaction, columns
from trinvis.errors import Code, Refused

MOST_FILES = 20
"""So many files a record has at most: nobody finds the right one among more."""
_COLUMNS: tuple[Any, ...] = tuple(
    getattr(Attachment, name)
    for name in ("id", "record_id", "name", "media_type", "size", "audience", "uploaded_at")
)
FILE_HEADERS = {
    # Whatever a browser makes of it, it runs nothing and knows nothing of us.
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
    # As it is: packing it again for the way would keep the server busy and save nothing.
    "content-encoding": "identity",
}


async def _bytes(request: Request) -> bytes:
    return await request.body()


Data = Annotated[bytes, Depends(_bytes)]
FileName = Annotated[Clean, Query(min_length=1, max_length=300, description="The file's name.")]
FILE_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
"""How OpenAPI tells that a route takes a file as it is."""
FILE_REPLY: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in SUFFIXES}},
}
"""How it tells that one sends a file."""


def bring(
    work: Transaction,
    kind: str,
    record_id: UUID,
    name: str,
    data: bytes,
    *,
    department_id: UUID | None = None,
    audience: str = "shared",
) -> Attachment:
    """Keep the file with the record, which the caller has locked. Raises `Refused` for what is not kept."""
    found = media_type(data)
    kept = file_name(name, found)
    count = work.one(columns(func.count()).select_from(Attachment).where(*_hangs(kind, [record_id])))[0]
    if count >= MOST_FILES:
        raise Refused(Code.WRONG_STATE, state="full", most=MOST_FILES)
    assert work.actor is not None
    row = work.add(
        Attachment(
            kind=kind,
            record_id=record_id,
            department_id=department_id,
            name=kept,
            media_type=found,
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            audience=audience,
            uploaded_by=work.actor.person_id,
            uploaded_at=clock.now(),
        )
    )
    work.add(AttachmentContent(attachment_id=row.id, content=data))
    return row


def _hangs(kind: str, record_ids: Collection[UUID]) -> tuple[Any, ...]:
    return (
        Attachment.kind == kind,
        col(Attachment.record_id).in_(record_ids),
        col(Attachment.removed_at).is_(None),
    )


def files_of(work: Transaction, kind: str, record_ids: Collection[UUID]) -> dict[UUID, list[Any]]:
    """The rows of each record's files, the oldest first, in one statement."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    if record_ids:
        rows = work.rows(columns(*_COLUMNS).where(*_hangs(kind, record_ids)).order_by(col(Attachment.id)))
        for row in rows:
            found[row.record_id].append(row)
    return found


def files_between(
    work: Transaction, kind: str, record_id: UUID, since: datetime, until: datetime | None
) -> Sequence[Any]:
    """The files that hung on a record at some time between the moments, with when they were removed.

    `until` None: what hangs there now. Brought at the very moment it ends counts for what comes then.
    """
    there: list[Any] = [Attachment.kind == kind, Attachment.record_id == record_id]
    gone = col(Attachment.removed_at)
    if until is None:
        there.append(gone.is_(None))
    else:
        there += [col(Attachment.uploaded_at) < until, or_(gone.is_(None), gone > since)]
    return work.rows(columns(*_COLUMNS, gone).where(*there).order_by(col(Attachment.id)))


def file_out(row: Any, *, sealed: bool = False) -> dict[str, Any]:
    """A file for a reply; a sealed one without its name."""
    return {
        "id": row.id,
        "name": None if sealed else row.name,
        "media_type": row.media_type,
        "size": row.size,
        "audience": "candid" if sealed else row.audience,
        "uploaded_at": row.uploaded_at,
    }


def found_file(work: Transaction, kind: str, record_id: UUID, attachment_id: UUID) -> Any:
    """The row of this record's file. Raises `Refused(NOT_FOUND)`."""
    return work.one(
        columns(*_COLUMNS).where(*_hangs(kind, [record_id]), Attachment.id == attachment_id)
    )


def sent(work: Transaction, row: Any) -> Response:
    """The file, to be kept by the browser and never shown by it."""
    content = work.one(
        columns(AttachmentContent.content).where(AttachmentContent.attachment_id == row.id)
    ).content
    plain = row.name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    named = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(row.name, safe='')}"
    return Response(content, 200, FILE_HEADERS | {"content-disposition": named}, row.media_type)


def remove(work: Transaction, kind: str, record_id: UUID, attachment_id: UUID) -> None:
    """Take the file away: its bytes are gone, that it was there stays. Raises `Refused(NOT_FOUND)`."""
    row = work.locked(Attachment, attachment_id)
    if (row.kind, row.record_id) != (kind, record_id):
        raise Refused(Code.NOT_FOUND)
    if row.removed_at is not None:
        raise Refused(Code.WRONG_STATE, state="removed")
    row.removed_at = clock.now()
    gone = col(AttachmentContent.attachment_id) == attachment_id
    work.session.execute(delete(AttachmentContent).where(gone))
