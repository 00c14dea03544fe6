"""The worker's part: looking at a file, taking it in, forgetting what was in it.

Each act finds out in its own transaction whether it was done before: a job whose worker was killed
begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col

from trinvis.access import Actor, May, reach
from trinvis.accounts.door import actor_now
from trinvis.core import clock
from trinvis.core.db import Database, Transaction, columns
from trinvis.core.jobs import Job, Progress
from trinvis.core.sheets import Unreadable
from trinvis.errors import Code, Refused
from trinvis.imports.drafting import Drafted, draft
from trinvis.imports.rules import Line
from trinvis.imports.tables import Import, ImportKind, ImportLine, ImportState

CHECK, APPLY = "import_check", "import_apply"
KEPT = timedelta(days=30)
"""So long the lines of a report and a file that was not taken in are kept: they hold names."""
_AT_ONCE = 1_000


def check(database: Database, job: Job, progress: Progress) -> dict[str, object]:
    """Look at the file and write the report; nothing else is changed."""
    import_id = UUID(str(job.wanted["import_id"]))
    found: Drafted | None = None
    try:
        with _looking(database, import_id) as (work, run):
            if run.state != ImportState.CHECKING:
                return {}
            found = draft(work, run.kind, run.file, whole=run.whole, actor=_actor(work, run.created_by))
    except Unreadable as unreadable:
        problem = {"problem": unreadable.problem, "facts": unreadable.facts}
        _end_check(database, import_id, {"state": ImportState.UNREADABLE, "problem": problem, "file": None})
        return {}
    _report(database, import_id, found, progress)
    return {}


@contextmanager
def _looking(database: Database, import_id: UUID) -> Iterator[tuple[Transaction, Any]]:
    """A transaction to draft in: of people only reading; a change of the tree is tried and taken back."""
    with database.read() as work:
        run = work.one(columns(Import).where(Import.id == import_id))[0]
        if run.kind == ImportKind.PEOPLE:
            yield work, run
            return
    with database.write() as work:
        yield work, run  # whose report is written afterwards, when nothing of the trial is left


def _actor(work: Transaction, person_id: UUID) -> Actor:
    actor = actor_now(work, person_id)
    if not reach(actor, May.MANAGE_TREE):
        raise Refused(Code.NOT_ALLOWED)
    return actor


def _end_check(database: Database, import_id: UUID, values: dict[str, Any]) -> None:
    with database.write() as work:
        work.session.execute(
            update(Import)
            .where(col(Import.id) == import_id, col(Import.state) == ImportState.CHECKING)
            .values(checked_at=clock.now(), **values)
        )


def _report(database: Database, import_id: UUID, found: Drafted, progress: Progress) -> None:
    rows = [_row(import_id, number, line) for number, line in enumerate(found.lines, 1)]
    with database.write() as work:
        run = work.locked(Import, import_id)
        if run.state != ImportState.CHECKING:
            return
        work.session.execute(delete(ImportLine).where(col(ImportLine.import_id) == import_id))
        for start in range(0, len(rows), _AT_ONCE):
            work.insert(ImportLine, rows[start : start + _AT_ONCE])
            progress(min(start + _AT_ONCE, len(rows)), len(rows))
        run.state, run.checked_at, run.problem = ImportState.CHECKED, clock.now(), None
        run.digest, run.titles, run.counts = found.digest, found.titles, found.counts


def _row(import_id: UUID, number: int, line: Line) -> dict[str, object]:
    return {
        "import_id": import_id,
        "number": number,
        "status": line.status,
        "row": line.row or None,
        "subject": line.subject,
        "field": line.field,
        "value": line.value,
        "problem": line.problem,
        "facts": dict(line.facts),
        "looked_for": f"{line.subject} {line.value} {line.facts.get('department', '')}".casefold(),
    }


def apply(database: Database, job: Job, progress: Progress) -> dict[str, object]:
    """Do what the report says, in one transaction, unless it would now be something else."""
    import_id = UUID(str(job.wanted["import_id"]))
    with database.read() as work:
        run = work.one(columns(Import).where(Import.id == import_id))[0]
        if run.state != ImportState.APPLYING:
            return {}
        actor = _actor(work, run.applied_by)
        # Planned while others can write: the lock is held for no longer than the writing takes.
        found = draft(work, run.kind, run.file, whole=run.whole, actor=actor)
    same = found.digest == run.digest and found.possible
    do = found.prepare()
    with database.write() as work:
        work.actor = actor
        now = work.locked(Import, import_id)
        if now.state != ImportState.APPLYING:
            return {}
        if not (same and do(work, progress)):
            now.state = ImportState.STALE
            return {}
        now.state, now.applied_at, now.file = ImportState.APPLIED, clock.now(), None
        done = {name: now.counts[name] for name in ("added", "changed", "moved", "ended")}
        work.record("import.applied", "import", import_id, rows=run.kind, whole=run.whole, done=done)
    return {}


def forget(database: Database) -> int:
    """The worker's duty: reports and files older than a month hold names for no purpose any more."""
    before = clock.now() - KEPT
    with database.read() as work:
        old: Sequence[UUID] = [
            row.id
            for row in work.rows(
                columns(Import.id).where(
                    col(Import.created_at) < before, col(Import.lines_forgotten).is_(False)
                )
            )
        ]
    if not old:
        return 0
    with database.write() as work:
        work.session.execute(delete(ImportLine).where(col(ImportLine.import_id).in_(old)))
        work.session.execute(
            update(Import).where(col(Import.id).in_(old)).values(lines_forgotten=True, file=None)
        )
    return len(old)
