"""Papers as replies show them: everybody's own, as long as she reads what the committee reads."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col

from trinvis.access import Actor, Place, allowed
from trinvis.core.db import Transaction, columns
from trinvis.core.jobs import Job, how_far
from trinvis.departments.queries import PLACE, place_of
from trinvis.departments.tables import Department
from trinvis.errors import Code, Refused
from trinvis.meetings.rules import committee_at
from trinvis.meetings.tables import Meeting
from trinvis.reports.rules import FORMATS, READS, PaperFormat, PaperKind
from trinvis.reports.tables import Report, ReportFile

_REPORT = ("id", "kind", "department_id", "meeting_id", "as_of", "since", "language", "wanted", "created_at")
NEWEST = 10


def reads(me: Actor, here: Place) -> bool:
    """Whether the actor reads what the node's committee reads."""
    return READS[committee_at(here) or "lmu"] in allowed(me, here)


def _select() -> Any:
    return (
        columns(
            *(getattr(Report, name) for name in _REPORT),
            col(Department.name).label("department_name"),
            *(getattr(Department, name) for name in PLACE),
            col(Meeting.on).label("meeting_on"),
            col(Job.id).label("job_id"), col(Job.state).label("job_state"), Job.done, Job.total,
        )
        .join(Department, col(Department.id) == Report.department_id)
        .join(Job, col(Job.id) == Report.job_id)
        .outerjoin(Meeting, col(Meeting.id) == Report.meeting_id)
        .where(col(Report.kind).in_(list(PaperKind)))
    )  # fmt: skip


def one(work: Transaction, me: Actor, report_id: UUID) -> dict[str, Any]:
    """The report with its files and its text. Raises `Refused(NOT_FOUND)` for everybody else."""
    row = work.one(_select().where(Report.id == report_id, Report.created_by == me.person_id))
    if not reads(me, place_of(row.department_id, row)):
        raise Refused(Code.NOT_FOUND)
    text = work.first(
        columns(ReportFile.content).where(
            ReportFile.report_id == report_id, ReportFile.format == PaperFormat.TXT.value
        )
    )
    return _out(row, _files(work, [row.id])) | {"text": text[0].decode() if text else None}


def mine(work: Transaction, me: Actor, department_id: UUID) -> list[dict[str, Any]]:
    """What the actor had made of this node's committee lately."""
    rows = work.rows(
        _select()
        .where(Report.created_by == me.person_id, Report.department_id == department_id)
        .order_by(col(Report.id).desc())
        .limit(NEWEST)
    )
    files = _files(work, [row.id for row in rows])
    return [_out(row, files) | {"text": None} for row in rows]


def _files(work: Transaction, ids: list[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in work.rows(
        columns(
            ReportFile.report_id, ReportFile.format, ReportFile.name,
            func.length(ReportFile.content).label("size"),
        ).where(col(ReportFile.report_id).in_(ids))
    ):
        found.setdefault(row.report_id, []).append(
            {"format": row.format, "name": row.name, "size": row.size}
        )
    order = [one.value for one in PaperFormat]
    return {key: sorted(some, key=lambda one: order.index(one["format"])) for key, some in found.items()}


def _out(row: Any, files: dict[UUID, list[dict[str, Any]]]) -> dict[str, Any]:
    done, total = how_far(row.job_id, row.done, row.total)
    return {
        **{name: getattr(row, name) for name in ("id", "kind", "as_of", "since", "language", "created_at")},
        "department": {"id": row.department_id, "name": row.department_name},
        "meeting": {"id": row.meeting_id, "on": row.meeting_on} if row.meeting_id else None,
        "year": row.wanted.get("year"), "state": row.job_state, "done": done,
        "total": total or len(FORMATS[PaperKind(row.kind)]), "files": files.get(row.id, []),
    }  # fmt: skip


def file(work: Transaction, me: Actor, report_id: UUID, form: PaperFormat) -> Any:
    """A file's `name` and `content`. Raises `Refused(NOT_FOUND)`."""
    row = work.one(
        columns(
            ReportFile.name, ReportFile.content, Report.department_id,
            *(getattr(Department, name) for name in PLACE),
        )
        .join(Report, col(Report.id) == ReportFile.report_id)
        .join(Department, col(Department.id) == Report.department_id)
        .where(
            ReportFile.report_id == report_id, ReportFile.format == form.value,
            Report.created_by == me.person_id,
        )
    )  # fmt: skip
    if not reads(me, place_of(row.department_id, row)):
        raise Refused(Code.NOT_FOUND)
    return row
