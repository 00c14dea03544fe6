"""Importing the organisation or its people: a look at the file first, then one act."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response

from trinvis.core import clock
from trinvis.core.columns import Clean
from trinvis.core.db import Transaction
from trinvis.core.http import Creation, Me, Tx, reply
from trinvis.core.jobs import Job
from trinvis.errors import Code, Refused
from trinvis.imports import files, reading
from trinvis.imports.acting import APPLY, CHECK
from trinvis.imports.files import Form
from trinvis.imports.reading import Found, Seen
from trinvis.imports.shapes import ImportList, ImportOut, ReportOut
from trinvis.imports.tables import Import, ImportKind, ImportState, LineStatus
from trinvis.imports.words import Lang

router = APIRouter(prefix="/api/imports", tags=["imports"])
UPLOAD = "/api/imports"
"""The one path that takes a file, and so larger bodies than the others."""


async def _bytes(request: Request) -> bytes:
    return await request.body()


@router.post(
    "",
    status_code=202,
    response_model=ImportOut,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
def bring(
    seen: Seen,
    me: Me,
    work: Tx,
    once: Creation,
    data: Annotated[bytes, Depends(_bytes)],
    kind: ImportKind,
    name: Annotated[Clean, Query(min_length=1, max_length=200, description="The file's name.")],
    whole: Annotated[bool, Query(description="The file is the whole organisation.")] = False,
    lang: Lang = "da",
) -> Response:
    """Bring a file (CSV or XLSX, as bytes). It is looked at by the worker; nothing is changed by that."""
    if once.reply:
        return once.reply
    now = clock.now()
    run = Import(
        kind=kind,
        name=name,
        whole=whole,
        state=ImportState.CHECKING,
        file=data,
        job_id=UUID(int=0),
        created_by=me.person_id,
        created_at=now,
    )
    run.job_id = _job(work, CHECK, run.id, me.person_id)
    work.add(run)
    row = reading.one(work, run.id, seen)
    return once.keep(reply(reading.import_out(work, row, lang), status=202))


def _job(work: Transaction, kind: str, import_id: UUID, person_id: UUID) -> UUID:
    wanted: dict[str, object] = {"import_id": str(import_id)}
    return work.add(Job(kind=kind, wanted=wanted, created_by=person_id, created_at=clock.now())).id


@router.get("", response_model=ImportList)
def imports(
    seen: Seen,
    work: Tx,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """Former imports: who brought what, when, and what came of it."""
    rows = reading.page(work, seen, cursor, limit)
    following = str(rows[limit - 1].id) if len(rows) > limit else None
    return reply({"items": reading.lines_out(work, rows[:limit]), "next": following})


@router.get("/templates/{kind}.{form}", response_class=Response)
def template(kind: ImportKind, form: Form, seen: Seen, lang: Lang = "da") -> Response:
    """A table with the right columns, to fill in."""
    return files.template(kind, form, lang)


@router.get("/{import_id}", response_model=ImportOut)
def one(row: Found, work: Tx, lang: Lang = "da") -> Response:
    """The import: how far it is, what it would do or has done."""
    return reply(reading.import_out(work, row, lang))


@router.get("/{import_id}/lines", response_model=ReportOut)
def lines(
    row: Found,
    work: Tx,
    status: LineStatus | None = None,
    q: Annotated[Clean, Query(max_length=100)] = "",
    cursor: Annotated[int, Query(ge=0, le=1_000_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    lang: Lang = "da",
) -> Response:
    """The report, line by line: what has to be corrected first, then what is odd, then what is done."""
    found, total = reading.report(work, row, lang, status=status, q=q, after=cursor, limit=limit + 1)
    shown = found[:limit]
    following = str(shown[-1]["number"]) if len(found) > limit else None
    return reply({"items": shown, "total": total, "next": following})


@router.get("/{import_id}/report.{form}", response_class=Response)
def report(row: Found, form: Form, work: Tx, lang: Lang = "da") -> Response:
    """The whole report as a file."""
    found, _ = reading.report(work, row, lang)
    return files.report(f"trinvis-import-{row.created_at:%Y-%m-%d}", form, lang, found)


@router.post("/{import_id}/apply", status_code=202, response_model=ImportOut)
def apply(row: Found, me: Me, work: Tx, seen: Seen, lang: Lang = "da") -> Response:
    """Do what the report says, as one act. Refused while a row has to be corrected."""
    return _begin(work, row, me.person_id, "apply", seen, lang)


@router.post("/{import_id}/check", status_code=202, response_model=ImportOut)
def check(row: Found, me: Me, work: Tx, seen: Seen, lang: Lang = "da") -> Response:
    """Look at the same file anew: things have changed since, or the first look broke down."""
    return _begin(work, row, me.person_id, "check", seen, lang)


def _begin(work: Transaction, row: Found, person_id: UUID, act: str, seen: Seen, lang: Lang) -> Response:
    run = work.locked(Import, row.id)
    now = reading.one(work, row.id, seen)
    if act not in reading.can(now):
        raise Refused(Code.WRONG_STATE, state=reading.state(now))
    if act == "apply":
        run.state, run.applied_by = ImportState.APPLYING, person_id
    else:
        run.state = ImportState.CHECKING
    run.job_id = _job(work, APPLY if act == "apply" else CHECK, run.id, person_id)
    work.session.flush()
    return reply(reading.import_out(work, reading.one(work, row.id, seen), lang), status=202)
