"""Long work: asked for in a request, done by the worker, seen and found again meanwhile.

A job is a row. Whoever asked may leave the page; the worker leases the row, does the work in one
transaction of its own and writes what came of it. A worker that dies loses its lease, and the job
begins anew: nothing of it was committed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Lock
from time import monotonic
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, or_, update
from sqlmodel import Field, SQLModel, col, select

from trinvis.core import clock
from trinvis.core.columns import Json, Moment, new_id, one_of
from trinvis.core.db import Database, Transaction, columns
from trinvis.errors import Code, Refused

LEASE = timedelta(minutes=10)


class JobState(StrEnum):
    """A job waits, runs, and is done or failed."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(SQLModel, table=True):
    """A piece of long work."""

    __tablename__ = "job"
    __table_args__ = (one_of("state", JobState), Index("ix_job_waiting", "state", "id"))
    id: UUID = Field(default_factory=new_id, primary_key=True)
    kind: str = Field(description="What rooms.py registered, e.g. 'import'.")
    state: str = Field(default=JobState.WAITING)
    wanted: dict[str, object] = Field(sa_type=Json)
    file: bytes | None = Field(default=None, sa_type=LargeBinary)
    result: dict[str, object] | None = Field(default=None, sa_type=Json)
    done: int = Field(default=0)
    total: int = Field(default=0)
    created_by: UUID = Field(index=True)
    created_at: datetime = Field(sa_type=Moment)
    leased_until: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)


class Progress:
    """How far a job is: told by whoever does it, read by whoever waits.

    The embedded database has one writer, which the job holds; so the figure stays in the process,
    the only one there is. PostgreSQL gets it on a connection beside the job's, at most each second.
    """

    def __init__(self, database: Database, job_id: UUID) -> None:
        self._database, self._job_id, self._said = database, job_id, 0.0

    def __call__(self, done: int, total: int) -> None:
        """So many of so many."""
        if self._database.settings.embedded:
            with _HERE_LOCK:
                _HERE[self._job_id] = (done, total)
            return
        if monotonic() - self._said < 1 and done < total:
            return
        self._said = monotonic()
        with self._database.write() as work:
            work.session.execute(
                update(Job)
                .where(col(Job.id) == self._job_id)
                .values(done=done, total=total, leased_until=clock.now() + LEASE)
            )


_HERE: dict[UUID, tuple[int, int]] = {}
_HERE_LOCK = Lock()

Act = Callable[[Transaction, Job, Progress], dict[str, object]]
"""What does a kind of job: its result. A `Refused` ends it as failed with code and facts."""


Duty = Callable[[Database], int]
"""What the worker does when its day has come: how much there was to do."""


def how_far(job_id: UUID, done: int, total: int) -> tuple[int, int]:
    """The newest figure: the process's own, or what the row says."""
    with _HERE_LOCK:
        return _HERE.get(job_id, (done, total))


def _lease(database: Database, kinds: list[str]) -> Job | None:
    now = clock.now()
    with database.write() as work:
        job = work.session.exec(
            select(Job)
            .where(
                col(Job.kind).in_(kinds),
                or_(
                    col(Job.state) == JobState.WAITING,
                    (col(Job.state) == JobState.RUNNING) & (col(Job.leased_until) < now),
                ),
            )
            .order_by(col(Job.id))
            .limit(1)
            .with_for_update(skip_locked=True)
        ).first()
        if job is None:
            return None
        job.state, job.leased_until = JobState.RUNNING, now + LEASE
    return job


def run_waiting(database: Database, acts: dict[str, Act]) -> int:
    """Do every job that waits; how many were done or failed."""
    count = 0
    with database.read() as work:
        # Looked for without the writing connection, which others need more often than jobs come.
        if work.first(columns(Job.id).where(col(Job.ended_at).is_(None)).limit(1)) is None:
            return 0
    while job := _lease(database, list(acts)):
        count += 1
        state, result = _do(database, acts[job.kind], job)
        with database.write() as work:
            ended = work.locked(Job, job.id)
            # The file has served its purpose: it can hold names, and the rows are in or refused.
            ended.state, ended.result, ended.ended_at, ended.file = state, result, clock.now(), None
            ended.done, ended.total = how_far(job.id, ended.done, ended.total)
        with _HERE_LOCK:
            _HERE.pop(job.id, None)
    return count


def _do(database: Database, act: Act, job: Job) -> tuple[JobState, dict[str, Any]]:
    try:
        with database.write() as work:
            return JobState.DONE, act(work, job, Progress(database, job.id))
    except Refused as refused:
        return JobState.FAILED, {"code": refused.code.value, "facts": refused.facts}
    except Exception:
        logging.getLogger(__name__).exception("job %s of kind %s failed", job.id, job.kind)
        return JobState.FAILED, {"code": Code.INTERNAL.value, "facts": {}}
