"""Minutes: the files of a session, read by whoever reads its note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from trinvis.access import Actor, May, allowed, candid_since
from trinvis.attachments.files import (
    FILE_BODY,
    FILE_REPLY,
    Data,
    FileName,
    bring,
    file_out,
    files_of,
    found_file,
    remove,
    sent,
)
from trinvis.attachments.shapes import AttachmentOut
from trinvis.core import clock
from trinvis.core.db import Transaction
from trinvis.core.http import Creation, Me, Out, Tx, created, reply
from trinvis.errors import Code, Refused
from trinvis.followups.tables import Audience
from trinvis.journeys import reading
from trinvis.journeys.sessions import Target
from trinvis.journeys.tables import StepSession

router = APIRouter(prefix="/api/journeys/sessions/{session_id}/files", tags=["journeys"])
UPLOAD = "/api/journeys/sessions/{id}/files"
"""The path that takes a file, and so larger bodies than others."""
_FILES = "session"


class Minutes(Out):
    """A session's files, and what the reader may do with them: `open` those *Kun for os*."""

    items: list[AttachmentOut]
    can: list[str]


def _rows(work: Transaction, me: Actor, session_id: UUID) -> Sequence[Any]:
    """The session's rows, if the actor reads the plan of one of its departments."""
    rows = reading.session_rows(work, session_id)
    if not reading.reads(me, rows):
        raise Refused(Code.NOT_FOUND)
    return rows


def _sealed(rows: Sequence[Any], file: Any) -> bool:
    """*Kun for os* is what was brought so, and all of a session that is so today."""
    return Audience.CANDID in (file.audience, rows[0].session_audience)


def _opens(me: Actor, rows: Sequence[Any], file: Any) -> bool:
    """Whether the actor read such notes where it was written no later than the day the file was brought."""
    day = clock.day_of(file.uploaded_at)
    since = [candid_since(me, reading.written_place(row)) for row in rows]
    return any(first is not None and day >= first for first in since)


@router.get("", response_model=Minutes)
def files(session_id: UUID, me: Me, work: Tx) -> Response:
    """The files, the oldest first; those *Kun for os* without their names."""
    rows = _rows(work, me, session_id)
    found = files_of(work, _FILES, [session_id])[session_id]
    holds = May.HOLD_SESSIONS in reading.permissions(me, rows)
    can = ["add", "remove"] if holds else []
    if any(_sealed(rows, file) and _opens(me, rows, file) for file in found):
        can.append("open")
    return reply({"items": [file_out(file, sealed=_sealed(rows, file)) for file in found], "can": can})


@router.post("", status_code=201, response_model=AttachmentOut, openapi_extra=FILE_BODY)
def add_file(target: Target, work: Tx, once: Creation, data: Data, name: FileName) -> Response:
    """Attach minutes (PDF, DOCX, PPTX or a picture, as bytes); they are as open as the session's note."""
    if once.reply:
        return once.reply
    session = target.row
    home = target.rows[0].node_id
    file = bring(
        work, _FILES, session.id, name, data, department_id=home, audience=Audience(session.audience)
    )
    _tell(work, target.rows, session.id, "session.file_added", file.id)
    return once.keep(created(file_out(file, sealed=_sealed(target.rows, file))))


def _tell(work: Transaction, rows: Sequence[Any], session_id: UUID, what: str, file_id: UUID) -> None:
    """Note it in the history of each department; the session itself is what it was."""
    for row in rows:
        work.record(
            what, "session", session_id, row.node_id, journey_id=row.place_journey_id, attachment_id=file_id
        )


@router.get("/{minutes_id}", response_class=Response, responses=FILE_REPLY)
def download(session_id: UUID, minutes_id: UUID, me: Me, work: Tx) -> Response:
    """A file, to be kept; one *Kun for os* is opened instead, which is noted."""
    rows = _rows(work, me, session_id)
    file = found_file(work, _FILES, session_id, minutes_id)
    if _sealed(rows, file):
        raise Refused(Code.NOT_ALLOWED)
    return sent(work, file)


@router.post("/{minutes_id}/open", response_class=Response, responses=FILE_REPLY)
def open_file(session_id: UUID, minutes_id: UUID, me: Me, work: Tx) -> Response:
    """Open a file *Kun for os*. Who opened it is kept in the history."""
    work.locked(StepSession, session_id)
    rows = _rows(work, me, session_id)
    file = found_file(work, _FILES, session_id, minutes_id)
    if _sealed(rows, file):
        if not _opens(me, rows, file):
            raise Refused(Code.NOT_ALLOWED)
        for row in rows:
            if May.READ_CANDID in allowed(me, reading.written_place(row)):
                work.record(
                    "session.file_opened", "session", session_id, row.written_id, attachment_id=file.id
                )
    return sent(work, file)


@router.post("/{file_id}/remove", status_code=204)
def remove_file(target: Target, file_id: UUID, work: Tx) -> Response:
    """Take a file away; its bytes are gone for good."""
    remove(work, _FILES, target.row.id, file_id)
    _tell(work, target.rows, target.row.id, "session.file_removed", file_id)
    return Response(status_code=204, headers={"cache-control": "no-store"})
