"""Long work: asked for in a request, done by the worker, seen and found again meanwhile.

A job is a row. Whoever asked may leave the page; the worker leases the row, does the work in
transactions of its own and writes what came of it. A worker that dies loses its lease, and the job
begins anew: so an act must find out, in the transaction that does the work, whether it was done before.
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

from sqlalchemy import Index, or_, update
from sqlmodel import Field, SQLModel, col, select

from trinvis.core import clock
from trinvis.core.columns import Json, Moment, new_id, one_of
from trinvis.core.db import Database, columns
from trinvis.errors import Code, Refused

LEASE = timedelta(minutes=2)
ATTEMPTS = 5
"""So often a job is begun: one that takes its worker down with it must not do so for ever."""


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
    result: dict[str, object] | None = Field(default=None, sa_type=Json)
    done: int = Field(default=0)
    total: int = Field(default=0)
    created_by: UUID = Field(index=True)
    created_at: datetime = Field(sa_type=Moment)
    attempts: int = Field(default=0)
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

Act = Callable[[Database, Job, Progress], dict[str, object]]
"""What does a kind of job: its result. A `Refused` ends it as failed with code and facts, unless it is
`BUSY`: then it is tried again."""


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
        job.attempts += 1
    return job


def take_back(database: Database) -> None:
    """Let what a killed process left running begin anew; for an installation that has one process only."""
    with database.write() as work:
        work.session.execute(
            update(Job).where(col(Job.state) == JobState.RUNNING).values(state=JobState.WAITING)
        )


def run_waiting(database: Database, acts: dict[str, Act]) -> int:
    """Do every job that waits; how many were done or failed."""
    count = 0
    with database.read() as work:
        # Looked for without the writing connection, which others need more often than jobs come.
        if work.first(columns(Job.id).where(col(Job.ended_at).is_(None)).limit(1)) is None:
            return 0
    while job := _lease(database, list(acts)):
        count += 1
        _end(database, job.id, *_do(database, acts[job.kind], job))
        with _HERE_LOCK:
            _HERE.pop(job.id, None)
    return count


def _do(database: Database, act: Act, job: Job) -> tuple[JobState, dict[str, Any]]:
    failed = {"code": Code.INTERNAL.value, "facts": {}}
    if job.attempts > ATTEMPTS:
        return JobState.FAILED, failed
    try:
        return JobState.DONE, act(database, job, Progress(database, job.id))
    except Refused as refused:
        again = refused.code is Code.BUSY and job.attempts < ATTEMPTS
        state = JobState.WAITING if again else JobState.FAILED
        return state, {"code": refused.code.value, "facts": refused.facts}
    except Exception:
        logging.getLogger(__name__).exception("job %s of kind %s failed", job.id, job.kind)
        return JobState.FAILED, failed


def _end(database: Database, job_id: UUID, state: JobState, result: dict[str, Any]) -> None:
    with database.write() as work:
        job = work.locked(Job, job_id)
        job.state, job.leased_until = state, None
        job.done, job.total = how_far(job.id, job.done, job.total)
        if state is not JobState.WAITING:
            job.result, job.ended_at = result, clock.now()
