"""Papers of a committee: asked for here, made by the worker, fetched as files."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from trinvis.access import Actor, May, allowed
from trinvis.core import clock
from trinvis.core.db import Transaction
from trinvis.core.http import Creation, Me, Tx, reply
from trinvis.core.jobs import Job
from trinvis.departments.queries import Node, node
from trinvis.errors import Code, Refused, invalid
from trinvis.meetings import reading as sittings
from trinvis.meetings.rules import committee_at
from trinvis.meetings.tables import Meeting
from trinvis.reports import reading
from trinvis.reports.making import MAKE
from trinvis.reports.rules import PaperFormat, PaperKind
from trinvis.reports.shapes import PapersIn, PapersList, PapersOut
from trinvis.reports.tables import Report

router = APIRouter(prefix="/api/reports", tags=["reports"])
_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    PaperFormat.DOCX: f"{_OFFICE}.wordprocessingml.document",
    PaperFormat.PPTX: f"{_OFFICE}.presentationml.presentation",
    PaperFormat.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    PaperFormat.PDF: "application/pdf",
    PaperFormat.TXT: "text/plain; charset=utf-8",
}


def _here(work: Transaction, me: Actor, department_id: UUID) -> Node:
    """The node, if the actor reads what its committee reads. Raises `Refused(NOT_FOUND)`."""
    here = node(work, department_id)
    if not reading.reads(me, here.place):
        raise Refused(Code.NOT_FOUND)
    return here


@router.post("", status_code=202, response_model=PapersOut)
def ask_for(me: Me, work: Tx, once: Creation, body: PapersIn) -> Response:
    """Ask for papers. Whoever reads as the committee does may; they hold nothing that it may not see.

    If the committee's own secretary makes a meeting's papers, the meeting notes which day they speak of.
    """
    here = _here(work, me, body.department_id)
    if once.reply:
        return once.reply
    if committee_at(here.place) is None and body.kind != PaperKind.EXPERIENCES:
        raise invalid("department_id", "no_committee")
    as_of = _days(body)
    _meeting(work, me, here, body, as_of)
    wanted: dict[str, object] = {}
    if body.item_id:
        wanted["item_id"] = str(body.item_id)
    if body.kind == PaperKind.YEARLY:
        wanted["year"] = body.year or as_of.year
    now = clock.now()
    report = Report(
        kind=body.kind, department_id=here.id, meeting_id=body.meeting_id, as_of=as_of, since=body.since,
        language=body.language, wanted=wanted, created_by=me.person_id, created_at=now,
    )  # fmt: skip
    job = Job(kind=MAKE, wanted={"report_id": str(report.id)}, created_by=me.person_id, created_at=now)
    report.job_id = work.add(job).id
    work.add(report)
    return once.keep(reply(reading.one(work, me, report.id), status=202))


def _days(body: PapersIn) -> date:
    today = clock.today()
    as_of = body.as_of or today
    if as_of > today:
        raise invalid("as_of", "in_future")
    if body.since and body.since >= as_of:
        raise invalid("since", "after_as_of")
    return as_of


def _meeting(work: Transaction, me: Actor, here: Node, body: PapersIn, as_of: date) -> None:
    """The meeting is the committee's and the item the meeting's; its papers speak of this day from now on."""
    if body.meeting_id is None:
        if body.item_id:
            raise invalid("item_id", "unknown")
        return
    try:
        found: dict[str, Any] = sittings.meeting(work, me, body.meeting_id)
    except Refused as refused:
        raise invalid("meeting_id", "unknown") from refused
    if found["department"]["id"] != here.id:
        raise invalid("meeting_id", "unknown")
    if body.item_id and all(one["id"] != body.item_id for one in found["items"]):
        raise invalid("item_id", "unknown")
    if as_of > found["on"]:
        raise invalid("as_of", "after_meeting", meeting=found["on"])
    keeps = May.KEEP_MEETINGS in allowed(me, here.place)
    if keeps and body.kind == PaperKind.PAPERS and found["papers_as_of"] != as_of:
        row = work.locked(Meeting, body.meeting_id)
        row.papers_as_of = as_of
        row.version += 1
        work.record("meeting.changed", "meeting", row.id, here.id, changed=["papers_as_of"])


@router.get("", response_model=PapersList)
def reports(
    me: Me, work: Tx, department: Annotated[UUID, Query(description="Of the committee at this node.")]
) -> Response:
    """What I had made of this committee in the last week, the newest first."""
    here = _here(work, me, department)
    return reply({"items": reading.mine(work, me, here.id)})


@router.get("/{report_id}", response_model=PapersOut)
def report(report_id: UUID, me: Me, work: Tx) -> Response:
    """How far the papers are, then their files and the item as text."""
    return reply(reading.one(work, me, report_id))


@router.get(
    "/{report_id}/files/{form}",
    response_class=Response,
    responses={200: {"content": {kind: {} for kind in _TYPES.values()}}},
)
def report_file(report_id: UUID, form: PaperFormat, me: Me, work: Tx) -> Response:
    """A file, to be saved."""
    row = reading.file(work, me, report_id, form)
    headers = {"content-disposition": f'attachment; filename="{row.name}"', "cache-control": "no-store"}
    return Response(row.content, 200, headers, _TYPES[form])
