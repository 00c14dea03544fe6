"""The worker's part: making the files that were asked for, and forgetting them after a week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select

from trinvis.access import allowed
from trinvis.accounts.door import actor_now
from trinvis.content.pack import pack
from trinvis.core import clock
from trinvis.core.db import Database, Transaction, columns
from trinvis.core.jobs import Job, Progress
from trinvis.departments.queries import node
from trinvis.errors import Code, Refused
from trinvis.meetings.rules import committee_at
from trinvis.reports import collection, discussion, item
from trinvis.reports.facts import Facts, Wanted, gather
from trinvis.reports.files.document import document
from trinvis.reports.files.print import pdf
from trinvis.reports.files.slides import slides
from trinvis.reports.files.text import text
from trinvis.reports.files.workbook import workbook
from trinvis.reports.paper import Paper
from trinvis.reports.rules import FORMATS, READS, PaperFormat, PaperKind
from trinvis.reports.tables import Report, ReportFile

MAKE = "papers"
KEPT = timedelta(days=7)
"""So long files are kept: whoever needs them has saved them by then."""

COMPOSE: dict[PaperKind, Callable[[Facts], Paper]] = {
    PaperKind.PAPERS: item.compose,
    PaperKind.YEARLY: discussion.compose,
    PaperKind.EXPERIENCES: collection.compose,
}
DRAW: dict[PaperFormat, Callable[[Paper], bytes]] = {
    PaperFormat.DOCX: document, PaperFormat.PPTX: slides, PaperFormat.XLSX: workbook, PaperFormat.PDF: pdf,
    PaperFormat.TXT: lambda paper: text(paper).encode(),
}  # fmt: skip


def make(database: Database, job: Job, progress: Progress) -> dict[str, object]:
    """Read what the committee may see, in one snapshot, and draw each file."""
    report_id = UUID(str(job.wanted["report_id"]))
    kind, paper = _composed(database, report_id)
    formats = FORMATS[kind]
    rows: list[dict[str, object]] = []
    for done, one in enumerate(formats):
        progress(done, len(formats))
        rows.append({"format": one.value, "name": f"{paper.name}.{one}", "content": DRAW[one](paper)})
    with database.write() as work:
        # A worker that was killed in between begins anew: what it had drawn is taken away first.
        work.locked(Report, report_id)
        work.session.execute(delete(ReportFile).where(col(ReportFile.report_id) == report_id))
        for row in rows:
            work.add(ReportFile.model_validate({"report_id": report_id, **row}))
    progress(len(formats), len(formats))
    return {}


def _composed(database: Database, report_id: UUID) -> tuple[PaperKind, Paper]:
    with database.read() as work:
        row = work.one(columns(Report).where(Report.id == report_id))[0]
        readable(work, row)
        wanted = Wanted(
            row.department_id, row.as_of, row.since, row.language, row.meeting_id,
            _id(row.wanted.get("item_id")), row.wanted.get("year"),
        )  # fmt: skip
        facts = gather(work, row.created_by, wanted, pack(database.settings.pack))
    kind = PaperKind(row.kind)
    return kind, COMPOSE[kind](facts)


def _id(text: object) -> UUID | None:
    return UUID(str(text)) if text else None


def readable(work: Transaction, row: Report) -> None:
    """Refuse if whoever asked may no longer read as the committee does."""
    assert row.department_id
    place = node(work, row.department_id).place
    which = committee_at(place) or "lmu"
    if READS[which] not in allowed(actor_now(work, row.created_by), place):
        raise Refused(Code.NOT_FOUND)


def forget(database: Database) -> int:
    """The worker's duty: papers that were made more than a week ago."""
    before = clock.now() - KEPT
    old = select(Report.id).where(col(Report.created_at) < before)
    with database.read() as work:
        if work.first(old.limit(1)) is None:
            return 0
    with database.write() as work:
        work.session.execute(delete(ReportFile).where(col(ReportFile.report_id).in_(old)))
        late = delete(Report).where(col(Report.created_at) < before)
        return len(work.session.execute(late.returning(col(Report.id))).all())
